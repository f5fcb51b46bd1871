"""What a message says: checks 6, 8 and 10 to 14."""

import re
from collections.abc import Iterator
from datetime import timedelta

from core.checks.dates import names_day
from core.checks.finding import Edit, Field, Finding, Fix, Level, Span
from core.checks.letter import Letter
from core.checks.mentions import (
    content_words,
    names_application,
    shared,
    shared_with,
)
from core.checks.parts import Parts, parts_of, says, shown
from core.checks.text import Sentence
from core.drafting.days import day_words
from core.drafting.kinds import KINDS, MessageKind
from core.drafting.values import Situation
from core.playbook.state import decision_date
from core.playbook.values import Channel
from core.playbook.windows import to_wall

_ABOUT_AN_INTERVIEW = frozenset(
    ["M1", "M2", "M3", "M4", "M5", "M6", "M7", "M10", "M13", "M14", "M15", "M16", "M17"]
)
_ASKS_FOR_DECISION = frozenset({"M4", "M5", "M6"})
_NEVER_ASKS = frozenset({"M8", "M9", "M11", "M13", "M14", "M15", "M16", "M17"})
_RECENT = timedelta(days=60)
_OF_ANY_INTERVIEW = content_words(
    "role position job opportunity company organisation organization team work interview today"
    " details opening vacancy post more learn and hear day yesterday background experience"
)
_QUESTION = {
    "en": "When do you expect to decide?",
    "de": "Wann rechnen Sie mit einer Entscheidung?",
    "fr": "Quand pensez-vous prendre votre décision ?",
    "es": "¿Cuándo prevén tomar una decisión?",
}
_PROBABLE = 0.5
"""From this probability on a sentence asks for the decision in words that nobody listed."""
_STILL = re.compile(r"\b(?:still|noch|toujours|encore|aún|todavía|sigue)\b", re.IGNORECASE)
_OFFERS = re.compile(
    r"\b(?:can|could|may|might|shall|should) (?:i|we) (?:\w+ ){0,2}(?:send|share|bring|show|forward|provide|add|email|help|supply|offer|support)\b"
    r"|\bwould you (?:\w+ )?(?:like|care|prefer|be interested|want)\b|\bdo you (?:still |also )?(?:need|want|require|wish)\b"
    r"|\bthere (?:be )?(?:anything|something|any \w+|more) (?:\w+ ){0,6}(?:need|help|useful|missing|like|send|provide|want|require|support)\b"
    r"|\bwould (?:it|that|this|an?|my|the) (?:\w+ ){0,6}(?:help|useful|ease|assist|support)\b"
)
"""A question that offers something asks for no decision: "May I send you the timetable?"."""
_WITHOUT_BLANKS = re.compile("[\u0e00-\u0eff\u2e80-\ud7af]")
"""Scripts that put no blanks between words, so that nothing can be counted."""


def check_content(
    letter: Letter, situation: Situation, parts: Parts, language: str
) -> Iterator[Finding]:
    """What the letter should say, and what it should not."""
    kind = KINDS.get(letter.draft.kind)
    if kind is None:
        return
    if kind.id in _ABOUT_AN_INTERVIEW and not names_application(letter, situation):
        yield _missing(6, situation)
    yield from _sent_to_anyone(letter, situation, parts, kind)
    yield from _question(letter, situation, parts, kind, language)
    yield from _news(letter, situation, parts, kind)
    yield from _length(letter, situation, kind)


def _missing(check: int, situation: Situation) -> Finding:
    case = situation.case
    named = f"{case.role} at {case.company}" if case.role else case.company
    return Finding(check=check, level=Level.SHOULD, arguments=(("application", named),))


# -- check 8


def _sent_to_anyone(
    letter: Letter, situation: Situation, parts: Parts, kind: MessageKind
) -> Iterator[Finding]:
    if not kind.thank_you or {"personal", "topic"} & set(letter.draft.ticks):
        return
    if "topic" in parts_of(letter, parts) or _uses_a_topic(letter, situation):
        return
    if _talked_of_something(letter, situation, parts):
        return
    topics = [t.text for t in situation.topics if t.person is None or t.person in letter.draft.to]
    yield Finding(
        check=8,
        level=Level.SHOULD,
        arguments=(("topic", topics[0] if topics else ""),),
        fixes=(Fix(act="tick", argument="personal"),),
    )


def _talked_of_something(letter: Letter, situation: Situation, parts: Parts) -> bool:
    """ "Our talk about sight-reading" is personal; one about the role says nothing."""
    own = content_words(f"{situation.case.company} {situation.case.role}") | _OF_ANY_INTERVIEW
    return any(
        name == "talk" and content_words(sentence.text[span.end : span.end + 50]) - own
        for sentence in letter.sentences
        for name, span in shown(parts, sentence.text)
    )


def _uses_a_topic(letter: Letter, situation: Situation) -> bool:
    """Whether the letter takes up one of the topics, in half of its words or two of them."""
    own = content_words(f"{situation.case.company} {situation.case.role}")
    for topic in situation.topics:
        wanted = content_words(topic.text) - own
        found = len(shared_with(wanted, letter))
        if wanted and (found >= 2 or 2 * found >= len(wanted)):
            return True
    return False


# -- checks 10 and 11


def _question(
    letter: Letter, situation: Situation, parts: Parts, kind: MessageKind, language: str
) -> Iterator[Finding]:
    asked = [s for s in letter.sentences if s.question and _about_decision(s, letter, parts)]
    ahead = decision_date(situation.case)
    settled = "question" in letter.draft.ticks or any(
        one in asked or says("decision", letter, one.text, _PROBABLE) for one in letter.sentences
    )
    if ahead is None and kind.id in _ASKS_FOR_DECISION and not settled:
        yield _ask(letter, language)
    if ahead is None or kind.id in _NEVER_ASKS:
        return
    zone = situation.case.application_zone
    for sentence in asked:
        day = day_words(ahead, zone, language if language in _QUESTION else "en")
        if not _asks_whether_it_stands(sentence) and "next step" not in sentence.text.casefold():
            yield _told(letter, sentence, day)


def _asks_whether_it_stands(sentence: Sentence) -> bool:
    """ "Is 10 April still realistic?" asks for no date."""
    return names_day(sentence.text) and _STILL.search(sentence.text) is not None


def _about_decision(sentence: Sentence, letter: Letter, parts: Parts) -> bool:
    if _OFFERS.search(sentence.text[:1000].casefold()):
        return False
    told = any(name == "decision" for name, _ in shown(parts, sentence.text))
    return told or says("decision", letter, sentence.text, _PROBABLE)


def _ask(letter: Letter, language: str) -> Finding:
    fixes = []
    if letter.paragraphs and language in _QUESTION:
        last = letter.paragraphs[-1].span.end
        edit = Edit(field=Field.BODY, span=Span(last, last), text=f" {_QUESTION[language]}")
        fixes = [Fix(text=_QUESTION[language], edits=(edit,))]
    return Finding(check=10, level=Level.SHOULD, fixes=tuple(fixes))


def _told(letter: Letter, sentence: Sentence, day: str) -> Finding:
    span = sentence.span
    end = span.end
    while end < len(letter.body) and letter.body[end] in " \t":
        end += 1
    removal = Edit(field=Field.BODY, span=Span(span.start, end), text="")
    return Finding(
        check=11,
        level=Level.SHOULD,
        span=span,
        text=letter.text(span),
        arguments=(("day", day),),
        fixes=(Fix(edits=(removal,)),),
    )


# -- checks 12 and 13


def _news(
    letter: Letter, situation: Situation, parts: Parts, kind: MessageKind
) -> Iterator[Finding]:
    if kind.id == "M4" and not _recent_news(situation):
        yield Finding(check=12, level=Level.HINT, arguments=(("company", situation.case.company),))
    own = content_words(f"{situation.case.company} {' '.join(situation.aliases)}")
    bad_news = content_words(" ".join(parts.bad_news))
    for news in situation.news:
        if not news.negative:
            continue
        wanted = content_words(news.title) - own
        unhappy = content_words(" ".join(parts.unhappy)) & wanted
        for sentence in letter.sentences:
            found = shared(wanted, sentence.text)
            named = len(found) >= 2 or found & unhappy or (wanted and found == wanted)
            if named or (found and shared(bad_news, sentence.text)):
                yield Finding(
                    check=13,
                    level=Level.SHOULD,
                    span=sentence.span,
                    text=letter.text(sentence.span),
                    arguments=(("news", news.title),),
                )
                break


def _recent_news(situation: Situation) -> bool:
    today = to_wall(situation.case.now, situation.case.zone).date()
    return any(
        not news.negative and news.published is not None and news.published >= today - _RECENT
        for news in situation.news
    )


# -- check 14


def _length(letter: Letter, situation: Situation, kind: MessageKind) -> Iterator[Finding]:
    if kind.most_characters is not None:
        count = len(letter.body.strip())
        if count > kind.most_characters:
            most = str(kind.most_characters)
            arguments = (("count", str(count)), ("most", most))
            yield Finding(check=14, level=Level.MUST, variant="characters", arguments=arguments)
        return
    shortest, longest = _range(kind, situation)
    count = letter.word_count
    if shortest <= count <= longest or letter.draft.channel is Channel.PHONE or _uncounted(letter):
        return
    far = count < 0.7 * shortest or count > 1.3 * longest
    yield Finding(
        check=14,
        level=Level.SHOULD if far else Level.HINT,
        variant="short" if count < shortest else "long",
        arguments=(("count", str(count)), ("range", f"{shortest}–{longest}")),
    )


def _range(kind: MessageKind, situation: Situation) -> tuple[int, int]:
    if kind.thank_you and situation.case.settings.thank_you_notes == "short":
        return 40, 100
    return kind.shortest, kind.longest


def _uncounted(letter: Letter) -> bool:
    return len(_WITHOUT_BLANKS.findall(letter.folded)) > len(letter.folded) // 4
