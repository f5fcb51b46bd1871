"""Reflections: begun, answered, finished, and what is concluded from them.

`start` gives the reflection of an interview, or `start_again` its second sitting; the rules of
`core.reflection.flow` say which question comes next. Every answer goes to `save_answer` as it is
typed. `finish` stores what follows from the answers, `proposed` says what they suggest to do, and
`conclude` keeps what the user takes along.
"""

from core.use_cases.concluding import (
    Adopted,
    KeptHint,
    Proposed,
    conclude,
    kept_hints,
    own_proposal,
    proposed,
)
from core.use_cases.conclusions import (
    ConclusionShown,
    conclusions_of,
    confirm_kept,
    edit,
    open_conclusions,
    remove,
    set_done,
)
from core.use_cases.finishing import NotFinished, finish
from core.use_cases.friends_views import ViewShown, add_view, edit_view, remove_view, views
from core.use_cases.reflection_answers import (
    AnswerVersion,
    leave_at,
    put_back,
    save_answer,
    set_path,
    versions,
)
from core.use_cases.reflection_shown import (
    Past,
    ReflectionShown,
    Unreflected,
    past,
    shown,
    unreflected,
)
from core.use_cases.reflection_start import start, start_again

__all__ = [
    "Adopted",
    "AnswerVersion",
    "ConclusionShown",
    "KeptHint",
    "NotFinished",
    "Past",
    "Proposed",
    "ReflectionShown",
    "Unreflected",
    "ViewShown",
    "add_view",
    "conclude",
    "conclusions_of",
    "confirm_kept",
    "edit",
    "edit_view",
    "finish",
    "kept_hints",
    "leave_at",
    "open_conclusions",
    "own_proposal",
    "past",
    "proposed",
    "put_back",
    "remove",
    "remove_view",
    "save_answer",
    "set_done",
    "set_path",
    "shown",
    "start",
    "start_again",
    "unreflected",
    "versions",
    "views",
]
