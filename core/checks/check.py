"""Checking a draft: all families of checks, and what is made of their findings."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain

from core.checks.apology import check_apology, check_correction
from core.checks.attachments import check_attachments
from core.checks.casual import check_casual
from core.checks.content import check_content
from core.checks.desperation import check_desperation, desperation_score
from core.checks.exclamations import check_exclamations
from core.checks.finding import Field, Finding, Level, Report, Span
from core.checks.gaps import check_gaps
from core.checks.knowledge import Knowledge
from core.checks.language import language_of
from core.checks.letter import Letter, read_letter
from core.checks.lists import Wordlists
from core.checks.manner import check_cliches, check_private
from core.checks.must_have import check_parts
from core.checks.names import check_names
from core.checks.names_in_text import check_names_in_text
from core.checks.others import check_others
from core.checks.panel import check_panel
from core.checks.pressure import check_pressure
from core.checks.recipients import check_recipients
from core.checks.spelling import Issue, check_language
from core.checks.subjects import check_subject
from core.checks.timing import check_timing
from core.checks.tone import words_out_of_place
from core.drafting.values import Draft, Situation
from core.meaning.heard import NOTHING, Heard

LAST_CHECK = 31

_TONE: tuple[Callable[[Letter, Situation, Wordlists], Iterable[Finding]], ...] = (
    *(check_apology, check_correction, check_desperation, check_pressure),
    *(check_casual, check_cliches, check_private),
)
_SPELLING = 15
_OF_THE_CARD = 3
_LEVELS = tuple(Level)
_FIELDS = (*(Field.TO, Field.CHANNEL, Field.SUBJECT, Field.BODY, Field.ATTACHMENTS, Field.SEND_AT),)
_STRETCH = 64
"""Characters."""
_SAME = 0.5
"""Two findings that share more of their words than this speak of one phrase."""


def check(
    draft: Draft,
    situation: Situation,
    knowledge: Knowledge,
    language_issues: Sequence[Issue] = (),
    heard: Heard = NOTHING,
) -> Report:
    """Everything that is to be said of a draft, the most serious first.

    Pure, and fast enough for every keystroke: what did not change is remembered by paragraph.
    What takes longer is done before: `language_issues` are what a proofreader found in this draft,
    `heard` is what a reader made of its sentences (`core.checks.meaning.sentences_to_read`).
    """
    letter = read_letter(draft, situation, heard)
    found = chain(
        _findings(letter, situation, knowledge),
        check_language(letter, situation, knowledge.lists, language_issues),
    )
    wanted = [finding for finding in found if _is_wanted(finding, situation)]
    return Report(
        findings=tuple(_without_doubles(sorted(wanted, key=_seriousness))),
        desperation=desperation_score(letter, situation, knowledge.lists),
        words=letter.word_count,
    )


def _findings(letter: Letter, situation: Situation, knowledge: Knowledge) -> Iterator[Finding]:
    lists, parts = knowledge.lists, knowledge.parts
    language = language_of(letter)
    yield from check_names(letter, situation, language)
    yield from check_names_in_text(letter, situation)
    yield from check_others(letter, situation, parts)
    yield from check_gaps(letter, situation, language)
    yield from check_content(letter, situation, parts, language)
    out_of_place = words_out_of_place(letter, situation, lists)
    yield from check_parts(letter, situation, parts, language, out_of_place)
    yield from check_attachments(letter, parts)
    yield from check_recipients(letter, situation, parts)
    yield from check_timing(letter, situation, knowledge.playbook)
    yield from check_panel(letter, situation)
    yield from check_subject(letter, situation)
    for family in _TONE:
        yield from family(letter, situation, lists)
    yield from check_exclamations(letter, situation)


def _is_wanted(finding: Finding, situation: Situation) -> bool:
    """Whether the user wants to hear of it: the check is on, and the words are not allowed."""
    if finding.check in situation.switched_off:
        return False
    return finding.text is None or (
        (finding.check, finding.text.casefold()) not in situation.allowed
    )


def _seriousness(finding: Finding) -> tuple[int, int, int, int]:
    start = finding.span.start if finding.span else -1
    return _LEVELS.index(finding.level), _FIELDS.index(finding.field), start, finding.check


def _without_doubles(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Findings in order of seriousness, each phrase told once: by the gravest."""
    told: dict[tuple[Field, int], list[Finding]] = defaultdict(list)
    for finding in findings:
        places = [(finding.field, stretch) for stretch in _stretches(finding.span)]
        if not any(_repeats(finding, graver) for place in places for graver in told[place]):
            yield finding
            for place in places:
                told[place].append(finding)


def _stretches(span: Span | None) -> range:
    """The numbers of the stretches of text that a span touches, so that few are compared."""
    return range(span.start // _STRETCH, span.end // _STRETCH + 1) if span else range(0)


def _repeats(finding: Finding, graver: Finding) -> bool:
    """Whether a finding speaks of words that a graver one, of another check, has named."""
    one, other = finding.span, graver.span
    if one is None or other is None or finding.check == graver.check:
        return False
    if _OF_THE_CARD in {finding.check, graver.check} or {finding.check, graver.check} == {1, 5}:
        return False
    shared = min(one.end, other.end) - max(one.start, other.start)
    longer = max(one.end - one.start, other.end - other.start)
    inside = finding.check == _SPELLING and graver.check not in _OF_SENTENCES
    return shared > 0 and (inside or shared > _SAME * longer)


_OF_SENTENCES = frozenset({11, 13})
"""Checks whose spans are whole sentences: what is wrong within them is told too."""
