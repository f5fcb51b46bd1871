"""What is asked for a wording: the words of the draft, and nothing else of what is known."""

from core.drafting.help_request import request_for
from core.drafting.values import Draft, Tone

BODY = "Dear Dr. van der Berg,\n\nThank you for your time.\n\nKind regards,\nMira"


def test_the_message_stands_at_the_end_as_it_is_written() -> None:
    asked = request_for(Draft(kind="M1", body=f"\n{BODY}\n"), Tone.FORMAL)
    assert asked.endswith(f"\n\n{BODY}")
    assert "Thank-you" in asked
    assert "tone is formal" in asked
    assert "60 to 180 words" in asked


def test_nothing_but_the_message_is_told() -> None:
    draft = Draft(
        kind="M4",
        body=BODY,
        subject="Operations Planner",
        to=("ingrid",),
        attachments=("/home/mira/cv.pdf",),
    )
    asked = request_for(draft, Tone.WARM)
    assert not any(part in asked for part in ("Operations", "ingrid", "cv.pdf", "/home"))


def test_a_note_is_measured_in_characters() -> None:
    assert "at most 200 characters" in request_for(Draft(kind="M11", body=BODY), Tone.WARM)


def test_an_empty_message_is_asked_for_anew() -> None:
    asked = request_for(Draft(kind="M10", body=" \n"), Tone.PLAIN)
    assert asked.startswith("Write a short message")
    assert "\n" not in asked
