"""Which editor edits which kind of answer."""

from __future__ import annotations

from collections.abc import Mapping

from core.reflection.kinds import AnswerKind
from gui.reflect.card_rows import ContactsEditor, FriendsEditor, PromisesEditor
from gui.reflect.choice_editors import (
    ChoiceEditor,
    EachEditor,
    PickEditor,
    WrongNameEditor,
)
from gui.reflect.editor import AnswerEditor, Asking
from gui.reflect.parts_editor import PartsEditor
from gui.reflect.rows import ListEditor, TaggedListEditor
from gui.reflect.scale_editors import NumberEditor, RatingsEditor, ScoreEditor, SlidersEditor
from gui.reflect.words_editors import DateEditor, IfThenEditor, TextEditor

EDITORS: Mapping[AnswerKind, type[AnswerEditor]] = {
    AnswerKind.CONTACTS: ContactsEditor,
    AnswerKind.PROMISES: PromisesEditor,
    AnswerKind.TAGGED_LIST: TaggedListEditor,
    AnswerKind.LIST: ListEditor,
    AnswerKind.TEXT: TextEditor,
    AnswerKind.SLIDERS: SlidersEditor,
    AnswerKind.NUMBER: NumberEditor,
    AnswerKind.RATINGS: RatingsEditor,
    AnswerKind.PICK: PickEditor,
    AnswerKind.EACH: EachEditor,
    AnswerKind.PARTS: PartsEditor,
    AnswerKind.CHOICE: ChoiceEditor,
    AnswerKind.WRONG_NAME: WrongNameEditor,
    AnswerKind.SCORE: ScoreEditor,
    AnswerKind.FRIENDS: FriendsEditor,
    AnswerKind.IF_THEN: IfThenEditor,
    AnswerKind.DATE: DateEditor,
}


def editor_for(asking: Asking) -> AnswerEditor:
    """A new editor for that question, without an answer yet."""
    return EDITORS[asking.question.kind](asking)
