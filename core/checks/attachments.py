"""Check 24: a file that the text promises and that is not there, or one that it does not mention."""

import re
from collections.abc import Iterator

from core.checks.finding import Field, Finding, Fix, Level, Span
from core.checks.letter import Letter
from core.checks.mentions import content_words, shared_with
from core.checks.parts import Parts, shown
from core.drafting.kinds import KINDS
from core.playbook.values import Channel

_BY_HAND = frozenset({Channel.PHONE, Channel.LINKEDIN, Channel.FACEBOOK})
_FILE_KINDS = frozenset({"cv"}) | content_words("résumé Lebenslauf curriculum")
_TYPE = re.compile(r"\.[A-Za-z0-9]{1,5}$")


def check_attachments(letter: Letter, parts: Parts) -> Iterator[Finding]:
    """Where text and files do not fit together."""
    if letter.draft.channel in _BY_HAND:
        return
    spoken = _places(letter, parts)
    if spoken and not letter.draft.attachments:
        yield Finding(
            check=24,
            level=Level.MUST,
            span=spoken[0],
            text=letter.text(spoken[0]),
            arguments=(("words", letter.text(spoken[0])),),
            fixes=(Fix(act="attach"),),
        )
    elif letter.draft.attachments and not spoken:
        yield from _unmentioned(letter)


def _places(letter: Letter, parts: Parts) -> list[Span]:
    """Where the writer says that a file comes along; offers and things of a trade aside."""
    places = []
    for sentence in letter.sentences:
        said = shown(parts, sentence.text)
        if any(name == "no file" for name, _ in said):
            continue
        for name, span in said:
            at = Span(sentence.span.start + span.start, sentence.span.start + span.end)
            if name == "file" and not letter.quotes(at.start, at.end):
                places.append(at)
    return places


def _unmentioned(letter: Letter) -> Iterator[Finding]:
    for path in letter.draft.attachments:
        name = re.split(r"[/\\]", path)[-1]
        wanted = content_words(_TYPE.sub("", name.replace("_", " ")))
        generic = KINDS[letter.draft.kind].id == "M7" if letter.draft.kind in KINDS else False
        if generic or shared_with(wanted | _kinds_of(name), letter):
            continue
        yield Finding(
            check=24,
            level=Level.HINT,
            field=Field.ATTACHMENTS,
            variant="unmentioned",
            arguments=(("file", name),),
        )


def _kinds_of(name: str) -> frozenset[str]:
    """A CV goes by several names."""
    folded = name.casefold()
    known = re.search(r"(?<![a-z])(?:cv|resume|résumé|lebenslauf|curriculum)(?![a-z])", folded)
    return _FILE_KINDS if known else frozenset()
