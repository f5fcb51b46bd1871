"""What is asked for when a wording is to be suggested: shown whole, and sent as it is shown."""

from core.drafting.kinds import KINDS, MessageKind
from core.drafting.values import Draft, Tone

_TONES = {Tone.WARM: "warm", Tone.PLAIN: "plain", Tone.FORMAL: "formal"}
_ANEW = (
    "Suggest a better wording of the message below. Keep its language, its facts, its names, its "
    "greeting and its signature; add no facts. Leave what stands in [brackets] as it is."
)
_FIRST = "Write a short message in English. Where you lack a fact, put a note in [brackets]."
_ALONE = "Answer with the message alone, as plain text."


def request_for(draft: Draft, tone: Tone) -> str:
    """The words that ask for a wording of this draft, its body at their end.

    Nothing else of the draft is in them: no subject, no recipient, no notes.
    """
    kind = KINDS[draft.kind]
    body = draft.body.strip()
    what = f"It belongs to a job search and is of this kind: {kind.name}."
    manner = f"Its tone is {_TONES[tone]}. {_length(kind)}"
    asked = " ".join((_ANEW if body else _FIRST, what, manner, _ALONE))
    return f"{asked}\n\n{body}" if body else asked


def _length(kind: MessageKind) -> str:
    if kind.most_characters is not None:
        return f"It has at most {kind.most_characters} characters."
    return f"It has {kind.shortest} to {kind.longest} words."
