"""What replies probably are. The user always confirms."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.exchange.replies import reply_words
from core.playbook.values import ReplyKind
from core.reading.reply_kind import Decision, ReplyWordsError, Suggestion, read_reply_words, suggest

FRIDAY = date(2026, 3, 27)

REJECTIONS = (
    "Unfortunately, we have decided to move forward with another candidate.",
    "We regret to inform you that your application was not successful.",
    "After careful thought we will not be progressing your application further.",
    "The position has now been filled.",
    "We have chosen to proceed with other candidates whose experience is a closer match.",
    "On this occasion your application has been unsuccessful.",
    "We're sorry, but we can't offer you the position.",
    "We have offered the role to someone else.",
    "Thank you for coming in. We decided to offer the position to another applicant.",
    "Leider müssen wir Ihnen heute absagen.",
    "Wir haben uns für einen anderen Bewerber entschieden.",
    "Leider können wir Ihre Bewerbung nicht weiter berücksichtigen.",
    "Nous avons le regret de vous informer que votre candidature n'a pas été retenue.",
    "Nous avons retenu une autre candidature.",
    "Lamentamos comunicarle que no ha sido seleccionado.",
    "Hemos elegido a otra persona para el puesto.",
)
OFFERS = (
    "We are delighted to offer you the position of Data Engineer.",
    "Please find attached your offer letter.",
    "We would like to offer you the job.",
    "Wir freuen uns, Ihnen die Stelle als Ingenieurin anbieten zu können.",
    "Nous sommes heureux de vous proposer le poste.",
    "Nos complace ofrecerle el puesto.",
)
INVITATIONS = (
    "We would like to invite you to a second interview.",
    "Are you available for a call on Tuesday?",
    "We'd love to take you through to the next round.",
    "Could you send us your availability for next week?",
    "Gerne möchten wir Sie zu einem zweiten Gespräch einladen.",
    "Seriez-vous disponible pour un second entretien ?",
    "Nos gustaría invitarle a una segunda entrevista.",
)
DATES = (
    ("We will make a decision by 14 April.", "2026-04-14"),
    ("You will hear from us by the end of next week.", "2026-04-03"),
    ("I'll get back to you on Wednesday.", "2026-04-01"),
    ("Wir melden uns bis zum 14. April bei Ihnen.", "2026-04-14"),
    ("Nous reviendrons vers vous d'ici le 14 avril.", "2026-04-14"),
    ("Le comunicaremos la decisión antes del 14 de abril.", "2026-04-14"),
)
VAGUE = (
    "We are still interviewing and will be in touch soon.",
    "We need a few more days. Please bear with us.",
    "Unfortunately we have not made a decision yet.",
    "You will hear from us in due course.",
    "If you are selected, we will invite you to a second interview. We will let you know shortly.",
    "Wir melden uns in Kürze bei Ihnen.",
    "Wir bitten noch um etwas Geduld.",
    "Nous reviendrons vers vous prochainement.",
    "Nos pondremos en contacto lo antes posible.",
)
COURTESIES = (
    "Thank you for your kind note. It was good to meet you, too.",
    "You're very welcome, Mia!",
    "Thanks for the reference list.",
    "I am out of the office until 14 April and will get back to you then.",
    "Vielen Dank für Ihre Nachricht und das nette Gespräch.",
    "Merci beaucoup pour votre message.",
    "Gracias por su mensaje.",
)


def read(text: str, subject: str = "") -> Suggestion:
    return suggest(f"Dear Mia,\n\n{text}\n\nKind regards\nAnna", FRIDAY, reply_words(), subject)


@pytest.mark.parametrize(
    ("text", "decision"),
    [
        *((text, Decision.REJECTION) for text in REJECTIONS),
        *((text, Decision.OFFER) for text in OFFERS),
        *((text, Decision.INVITATION) for text in INVITATIONS),
    ],
)
def test_a_decision_is_suggested(text: str, decision: Decision) -> None:
    suggestion = read(text)
    assert (suggestion.kind, suggestion.decision) == (ReplyKind.DECISION, decision)
    assert suggestion.evidence
    assert suggestion.evidence in text
    assert suggestion.reason.startswith("It reads as")


@pytest.mark.parametrize(("text", "day"), DATES)
def test_a_date_is_suggested_with_its_day(text: str, day: str) -> None:
    suggestion = read(text)
    assert suggestion.kind is ReplyKind.DATE
    assert suggestion.decision_date == date.fromisoformat(day)
    assert suggestion.evidence == text


@pytest.mark.parametrize("text", VAGUE)
def test_a_promise_without_a_day_is_vague(text: str) -> None:
    assert read(text).kind is ReplyKind.VAGUE


@pytest.mark.parametrize("text", COURTESIES)
def test_anything_else_is_a_courtesy(text: str) -> None:
    assert read(text).kind is ReplyKind.COURTESY


def test_the_subject_counts_too() -> None:
    assert read("See below.", "Automatic reply: your interview").kind is ReplyKind.COURTESY
    assert read("Please see attached.", "Invitation: second interview on 9 April").decision is (
        Decision.INVITATION
    )


def test_a_long_sentence_is_shortened_as_evidence() -> None:
    suggestion = read(f"We regret to inform you that {'really ' * 60}no.")
    assert len(suggestion.evidence) <= 160
    assert suggestion.evidence.endswith("…")


@given(st.text(max_size=400))
def test_any_text_gets_a_suggestion(text: str) -> None:
    assert suggest(text, FRIDAY, reply_words()).kind in set(ReplyKind)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ({"offr": []}, "own.toml: “offr” is not known here."),
        ({"offer": "x"}, "own.toml: “offer” is a list of phrases."),
        ({"offer": ["(a"]}, "own.toml: offer, “(a”: a bracket is not closed"),
    ],
)
def test_a_mistake_in_the_phrases_is_named(data: dict[str, object], said: str) -> None:
    with pytest.raises(ReplyWordsError) as raised:
        read_reply_words(data, "own.toml")
    assert said in str(raised.value)
