"""First drafts: every kind in every tone, from everything that is known and from nothing."""

import re
from dataclasses import replace
from datetime import date
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.drafting.grammar import TemplateError
from core.drafting.kinds import KINDS
from core.drafting.letters import fill, fill_script
from core.drafting.particulars import Particulars, Profile, Strength
from core.drafting.profiles import word_range
from core.drafting.templates import Choice, Templates, read_templates
from core.drafting.values import Situation, Tone, Topic
from core.playbook.values import Case, Part, Person, Reply, ReplyKind
from tests.core.drafting.cases import (
    ANNA,
    BERLIN,
    READERS,
    TEMPLATES,
    asked,
    berlin,
    interview,
    letter,
    request,
    situation,
    with_events,
)

CHOICES = [choice for kind in KINDS for choice in TEMPLATES.available(kind)]


def inner(body: str) -> str:
    """What stands between salutation and closing."""
    return "\n\n".join(body.split("\n\n")[1:-1])


def runs(text: str) -> set[tuple[str, ...]]:
    """All runs of three words."""
    words = re.findall(r"\w+", text.casefold())
    return set(zip(words, words[1:], words[2:], strict=False))


def test_every_kind_has_a_letter_in_every_tone_and_thanks_a_short_one_too() -> None:
    for kind, rules in KINDS.items():
        profiles = list(Profile) if rules.thank_you else [Profile.FULL]
        wanted = {(tone, profile) for tone in Tone for profile in profiles}
        offered = TEMPLATES.available(kind)
        assert {(c.tone, c.profile) for c in offered if c.language == "en"} >= wanted
    for kind in ("M1", "M4", "M5", "M6", "M10", "M16", "M17"):
        assert {c.language for c in TEMPLATES.available(kind)} == {"en", "de", "fr", "es"}


@pytest.mark.parametrize(
    "choice", CHOICES, ids=lambda c: f"{c.kind}-{c.language}-{c.tone}-{c.name}"
)
def test_a_letter_from_a_full_case_has_no_gap_and_the_right_length(choice: Choice) -> None:
    drafted = fill(TEMPLATES, asked(choice), situation(choice.kind))
    assert drafted.gaps == ()
    assert not re.search(r"[\[\]{}]|!|  ", drafted.body)
    assert len(drafted.subject) <= 60
    assert drafted.choice == choice
    most = KINDS[choice.kind].most_characters
    if most is not None:
        assert len(drafted.body) <= most
    else:
        fewest, longest = word_range(choice.kind, choice.profile)
        assert fewest <= len(inner(drafted.body).split()) <= longest


@pytest.mark.parametrize(
    "choice", CHOICES, ids=lambda c: f"{c.kind}-{c.language}-{c.tone}-{c.name}"
)
def test_a_letter_from_an_empty_case_still_opens_with_its_gaps_marked(choice: Choice) -> None:
    nothing = Situation(case=Case(now=berlin("04-07 10:00"), zone=BERLIN, company="Acme"))
    drafted = fill(TEMPLATES, replace(asked(choice), to=(), particulars=Particulars()), nothing)
    assert drafted.gaps
    assert all(f"[{gap}]" in drafted.body for gap in drafted.gaps)
    assert len(drafted.subject) <= 60


words = st.text(alphabet="abcdefghij ", min_size=3, max_size=30).filter(lambda t: t.strip())
roles = st.sampled_from(
    [
        "Nurse",
        "Data Engineer",
        "Leiterin der Abteilung für internationale Logistik (m/w/d)",
        "Senior Principal Software Engineer, Distributed Storage – Platform and Reliability Group",
    ]
)


@given(
    kind=st.sampled_from(sorted(KINDS)),
    tone=st.sampled_from(Tone),
    profile=st.sampled_from(Profile),
    role=roles,
    company=st.sampled_from(
        ["Acme", "Universitätsklinikum Hamburg-Eppendorf", "Müller & Söhne KG"]
    ),
    topic=words,
    strength=words,
    title=st.sampled_from(["", "Dr.", "Ms", "Prof. Dr."]),
    news=st.booleans(),
)
def test_any_full_case_gives_a_letter_without_gaps_in_its_range(
    kind: str,
    tone: Tone,
    profile: Profile,
    role: str,
    company: str,
    topic: str,
    strength: str,
    title: str,
    news: bool,
) -> None:
    known = situation(kind)
    people = (replace(ANNA, title=title), *known.case.people[1:])
    case = replace(known.case, role=role, company=company, people=people)
    known = replace(
        known,
        case=case,
        topics=(Topic(text=topic, person="anna"),),
        strengths=(Strength(text=strength),),
        news=known.news if news else (),
    )
    drafted = fill(TEMPLATES, replace(request(kind), tone=tone, profile=profile), known)
    assert drafted.gaps == ()
    assert len(drafted.subject) <= 60
    if KINDS[kind].most_characters is None:
        fewest, longest = word_range(kind, profile)
        assert fewest <= len(inner(drafted.body).split()) <= longest
    else:
        assert len(drafted.body) <= 200


def nine_people() -> Situation:
    people = tuple(
        Person(id=f"p{n}", name=f"Anna Weber{'abcdefghi'[n]}", part=Part.INTERVIEWER)
        for n in range(9)
    )
    known = situation("M2")
    met = interview(people=tuple(p.id for p in people))
    topics = tuple(
        Topic(text=f"subject {n} of the {'abcdefghi'[n]} group", person=f"p{n}") for n in range(9)
    )
    return replace(known, case=replace(known.case, people=people, events=(met,)), topics=topics)


@pytest.mark.parametrize(
    "choice",
    [c for c in TEMPLATES.available("M2") if not c.name],
    ids=lambda c: f"{c.language}-{c.tone}-{c.profile}",
)
def test_no_two_of_nine_on_a_panel_read_the_same_note(choice: Choice) -> None:
    panel = nine_people()
    notes = [inner(letter(choice, panel, f"p{n}")) for n in range(9)]
    for one, other in combinations(map(runs, notes), 2):
        assert len(one & other) / min(len(one), len(other)) < 0.6
    fewest, longest = word_range("M2", choice.profile)
    assert all(fewest <= len(note.split()) <= longest for note in notes)
    again = [inner(letter(choice, panel, f"p{n}")) for n in range(9)]
    assert again == notes


def test_a_language_without_a_letter_falls_back_to_english_as_a_whole() -> None:
    drafted = fill(TEMPLATES, replace(request("M15"), language="de"), situation("M15"))
    assert drafted.choice.language == "en"
    assert drafted.body.startswith("Dear Dr. van der Berg,")
    assert "1 June" in drafted.body


def test_hidden_characters_and_new_lines_do_not_reach_the_subject() -> None:
    known = situation("M1")
    case = replace(known.case, role="Nurse\r\nBcc: all@example.org\u202e")
    drafted = fill(TEMPLATES, request("M1"), replace(known, case=case))
    assert drafted.subject == "Thank you – Nurse Bcc: all@example.org interview, 27 March"


def test_a_long_note_for_a_network_says_less() -> None:
    known = situation("M11")
    long = replace(known, topics=(Topic(text="how " + "very " * 20 + "cold it is", person="anna"),))
    body = letter(Choice(kind="M11"), long)
    assert len(body) <= 200
    assert "very" not in body


@pytest.mark.parametrize("kind", [kind for kind, rules in KINDS.items() if rules.phone])
def test_a_voicemail_names_who_calls_and_the_role_asks_once_and_fits_thirty_seconds(
    kind: str,
) -> None:
    script = fill_script(TEMPLATES, request(kind), situation(kind))
    assert script.gaps == ()
    assert len(script.voicemail.split()) <= 75
    assert script.voicemail.count("?") == 1
    for must in ("Sam Okafor", "Data Engineer", "+44 20 7946 0123"):
        assert must in script.voicemail
    assert len(script.points) >= 4


def test_a_script_does_not_ask_for_a_date_that_they_named() -> None:
    named = Reply(at=berlin("03-30 10:00"), reply=ReplyKind.DATE, decision_date=date(2026, 4, 20))
    script = fill_script(TEMPLATES, request("M4"), with_events("M4", named))
    assert "is 20 April still the day of your decision?" in script.voicemail
    assert not any("when do you expect" in point for point in script.points)


def test_a_template_of_ones_own_that_grows_too_long_names_its_file() -> None:
    own = read_templates("kind: M1\n\n== plain ==\n" + "{{topic}} " * 1500, "mine.txt", own=True)
    known = replace(situation("M1"), topics=(Topic(text="word " * 60, person="anna"),))
    with pytest.raises(TemplateError, match=r"mine\.txt, line 4: what comes out is longer"):
        fill(Templates(own), request("M1"), known)


def test_readers_of_every_kind_are_greeted_by_their_card() -> None:
    for kind, rules in KINDS.items():
        said = fill(TEMPLATES, request(kind), situation(kind)).body
        name = "Dear Paul Moreau," if kind in READERS else "Dear Dr. van der Berg,"
        assert said.startswith(name), rules.name
