"""Place, time and way; and what should be ready in case of an offer."""

from collections.abc import Iterator

from core.playbook.kinds import Mode
from core.preparation.checklist_values import Item, Section, seen
from core.preparation.values import Known, Subject


def logistics(known: Known) -> Iterator[Item]:
    """What to settle before the day, by the kind of interview."""
    round_ = known.round
    minutes = round((round_.end - round_.start).total_seconds() / 60)
    yield _item(
        "confirmed",
        "Confirm place, time and names",
        "Most mix-ups start here.",
        seen_by=round_.confirmed,
    )
    yield _item(
        "attend",
        "Know who attends",
        "Names and jobs tell you what will be asked.",
        seen_by=bool(known.people),
    )
    yield _item("agenda", "Know the agenda", "Ask for it; most employers gladly send one.")
    yield _item(
        "length", f"Know how long it takes: {minutes} minutes are noted", "Then you can pace it."
    )
    if round_.mode is Mode.ONSITE:
        yield from _on_site(known)
    elif round_.mode is Mode.VIDEO:
        yield from _by_video(known)
    else:
        yield _item("quiet", "Find a quiet place, and charge the phone", "Then only words count.")


def _on_site(known: Known) -> Iterator[Item]:
    round_ = known.round
    yield _item(
        "way",
        "Know the way, and how long it takes",
        "From place and minutes comes the moment to leave.",
        seen_by=bool(round_.place.strip()) and round_.travel_minutes > 0,
    )
    yield _item("meals", "Know whether there is a meal", "Say early what you do not eat.")
    yield _item("expenses", "Know who pays the journey", "Keep the tickets until it is settled.")
    count = len(known.people)
    copies = f"{count + 1}" if count else "a few"
    yield _item("cvs", f"Pack spare CVs: {copies}", "One for each person, and one for you.")


def _by_video(known: Known) -> Iterator[Item]:
    yield _item(
        "link",
        "Have the link at hand",
        "On the phone, too, if the computer stays dark.",
        seen_by=bool(known.round.place.strip()),
    )
    yield _item(
        "test", "Test camera, sound and light", "With the program and in the room of the day."
    )
    yield _item("papers", "Lay CV and notes beside the screen", "At eye level, a few words only.")


def offer_readiness(known: Known) -> Iterator[Item]:
    """Range, notice and time to reply: what an offer asks for at once."""
    told = {statement.subject for statement in known.statements}
    for key, words, why, shown in (
        (
            "range",
            "Know your range: what you want, and what you accept",
            "A number that was thought through at home is calmer than one found in the room.",
            False,
        ),
        (
            "notice",
            "Know your notice period and the first day you could start",
            "It is asked for in nearly every last round.",
            Subject.NOTICE in told and Subject.AVAILABILITY in told,
        ),
        (
            "reply",
            "Know how many days you want for your answer",
            "“Thank you. When do you need my answer?” buys time without a word of excuse.",
            False,
        ),
    ):
        yield Item(
            key=f"offer/{key}", section=Section.OFFER, words=words, why=why, state=seen(shown)
        )


def _item(key: str, words: str, why: str, *, seen_by: bool = False) -> Item:
    return Item(
        key=f"logistics/{key}",
        section=Section.LOGISTICS,
        words=words,
        why=why,
        state=seen(seen_by),
    )
