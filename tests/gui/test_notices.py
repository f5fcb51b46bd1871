"""What reminders say, and who shows it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLocale
from pytestqt.qtbot import QtBot

from core.clock import Now
from core.playbook.values import Clock, Mode
from core.use_cases.steps import Reminder
from gui.notify.fallbacks import TrayNotifier, WindowNotifier
from gui.notify.ordered import OrderedNotifier
from gui.notify.protocol import Answer, Notice, Notifier, Urgency
from gui.notify.quirks import quirks_of
from gui.notify.texts import BODY_LENGTH, TITLE_LENGTH, group_notice, notice_of, shorten

NOW = Now(datetime(2026, 5, 12, 8, 40, tzinfo=UTC), "UTC")


@pytest.fixture(autouse=True)
def british_times() -> None:
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))


def reminder(
    rule: str = "T1",
    title: str = "Thank Dr. van der Berg",
    why: str = "A note within a day is courteous.",
    company: str = "Halvorsen Maritime",
    due: timedelta = timedelta(hours=6, minutes=20),
    person: str = "",
    step_id: int = 1,
    *,
    start: datetime | None = None,
    travel: int = 0,
    missed: bool = False,
    zone: str = "UTC",
) -> Reminder:
    return Reminder(
        step_id=step_id,
        application_id=1,
        company=company,
        person=person,
        rule=rule,
        title=title,
        why=why,
        action="open",
        clock=Clock.HARD,
        best=NOW.instant,
        due=NOW.instant + due,
        zone=zone,
        interview_start=start,
        travel_minutes=travel,
        missed=missed,
    )


def said(one: Reminder) -> tuple[str, str]:
    notice = notice_of(one, NOW, private=False)
    return notice.title, notice.body


def test_a_thank_you_says_until_when_it_is_best() -> None:
    assert said(reminder()) == (
        "Thank Dr. van der Berg",
        "Halvorsen Maritime. Best sent by 15:00; a few warm lines do.",
    )


def test_a_late_thank_you_is_still_welcome() -> None:
    assert "Still welcome" in said(reminder(due=timedelta(hours=-3)))[1]


def test_the_leave_by_alarm_says_what_is_to_spare() -> None:
    start = datetime(2026, 5, 12, 14, tzinfo=UTC)
    leave = start - timedelta(minutes=60) - NOW.instant
    one = reminder(rule="P3", due=leave, start=start, travel=35)
    assert said(one) == (
        "Leave by 13:00",
        "Halvorsen Maritime at 14:00. 35 minutes on the way, 25 to spare.",
    )
    assert notice_of(one, NOW, private=False).urgency is Urgency.CRITICAL


@pytest.mark.parametrize(("minutes", "title"), [(15, "Open the call"), (5, "Join now")])
def test_a_video_call_is_opened_first_and_then_joined(minutes: int, title: str) -> None:
    start = NOW.instant + timedelta(minutes=minutes)
    due = start - timedelta(minutes=15) - NOW.instant
    one = reminder("P3", "Open the call", due=due, start=start)
    assert said(replace(one, mode=Mode.VIDEO))[0] == title
    assert said(replace(one, mode=Mode.PHONE))[0] == "Open the call"


def test_their_clock_is_told_where_it_shows_another_time() -> None:
    start = datetime(2026, 5, 12, 14, tzinfo=UTC)
    leave = start - timedelta(minutes=15) - NOW.instant
    there = reminder(rule="P3", due=leave, start=start, zone="Europe/Berlin")
    assert "at 14:00 your time, 16:00 in Berlin." in said(there)[1]
    walking = reminder("P3", due=leave, start=start, travel=35, zone="Europe/Berlin")
    assert said(walking)[0] == "Leave by 13:45, 15:45 in Berlin"
    asked = reminder(rule="B1", start=start, zone="Europe/Berlin")
    assert said(asked)[1].endswith("today, 14:00 your time, 16:00 in Berlin.")


@pytest.mark.parametrize(
    ("rule", "person", "title", "body"),
    [
        (
            "C2",
            "",
            "Three quiet minutes",
            "Note what went well at Halvorsen Maritime while it is fresh.",
        ),
        (
            "G2",
            "Amara Nwosu",
            "Tell Amara Nwosu",
            "They should hear about Halvorsen Maritime before your list goes out.",
        ),
        (
            "F1",
            "",
            "A good day to follow up",
            "A while since Halvorsen Maritime. A short, calm question is welcome.",
        ),
        (
            "T2",
            "Dr. van der Berg",
            "Correct the name now",
            "A short note to Dr. van der Berg puts it right. It takes a minute.",
        ),
        (
            "B1",
            "",
            "Answer the invitation",
            "Halvorsen Maritime waits for your yes.",
        ),
        (
            "K1",
            "",
            "Thank Dr. van der Berg",
            "Halvorsen Maritime. A note within a day is courteous.",
        ),
    ],
)
def test_each_kind_has_its_words(rule: str, person: str, title: str, body: str) -> None:
    assert said(reminder(rule=rule, person=person)) == (title, body)


def test_a_missed_step_is_told_without_a_button_for_it() -> None:
    notice = notice_of(reminder(missed=True), NOW, private=False)
    assert notice.answers == (Answer.OPEN,)
    assert "Its time has passed" in notice.body


def test_nothing_private_is_said_if_the_user_wants_so() -> None:
    notice = notice_of(reminder(), NOW, private=True)
    assert (notice.title, notice.body) == ("A step is due", "Open Afterword to see it.")
    group = group_notice((reminder(), reminder(step_id=2)), away=True, private=True)
    assert "Berg" not in group.title + group.body
    assert "Halvorsen" not in group.title + group.body


def test_several_become_one_that_names_the_first() -> None:
    steps = (
        reminder(step_id=1, title="Send the sample", due=timedelta(days=2)),
        reminder(step_id=2, title="Thank Dr. van der Berg", due=timedelta(hours=2)),
        reminder(step_id=3, title="Confirm the place", missed=True, due=timedelta(hours=-9)),
    )
    notice = group_notice(steps, away=True, private=False)
    assert notice.title == "While you were away: 3 steps"
    assert notice.body == "Nothing is lost. Start with this one: Thank Dr. van der Berg"
    assert group_notice(steps, away=False, private=False).title == "3 steps are due"


@given(st.text(max_size=300), st.text(max_size=300), st.text(max_size=300))
def test_any_text_keeps_within_the_lengths(title: str, why: str, company: str) -> None:
    for rule in ("T1", "P3", "K1", "G2", "B1"):
        one = reminder(rule=rule, title=title, why=why, company=company, person=title)
        notice = notice_of(one, NOW, private=False)
        assert len(notice.title) <= TITLE_LENGTH
        assert len(notice.body) <= BODY_LENGTH
        assert not any(char < " " or "\ud800" <= char <= "\udfff" for char in notice.body)


def test_long_texts_end_at_a_word() -> None:
    assert shorten("Ask Maximiliane-Josephine for permission to be named", 40) == (
        "Ask Maximiliane-Josephine for…"
    )
    assert shorten("short", 40) == "short"


class Shower(Notifier):
    """A notifier whose state a test sets."""

    def __init__(self, able: bool = True) -> None:
        super().__init__()
        self.able = able
        self.shown: dict[str, Notice] = {}

    def usable(self) -> bool:
        return self.able

    def show_notice(self, notice: Notice) -> None:
        self.shown[notice.key] = notice

    def withdraw(self, key: str) -> None:
        self.shown.pop(key, None)

    def describe(self) -> str:
        return "I show things."

    def refuse(self, key: str) -> None:
        self.refused.emit(self.shown.pop(key))


NOTICE = Notice(key="step-1", title="Thank them", body="They will remember.")


def test_the_first_able_one_shows_it() -> None:
    unable, able, last = Shower(able=False), Shower(), Shower()
    OrderedNotifier((unable, able, last)).show_notice(NOTICE)
    assert [len(one.shown) for one in (unable, able, last)] == [0, 1, 0]


def test_when_one_refuses_the_next_shows_it() -> None:
    first, second = Shower(), Shower()
    ordered = OrderedNotifier((first, second))
    ordered.show_notice(NOTICE)
    first.refuse("step-1")
    assert second.shown == {"step-1": NOTICE}


def test_when_all_refuse_it_says_so(qtbot: QtBot) -> None:
    only = Shower()
    ordered = OrderedNotifier((only,))
    ordered.show_notice(NOTICE)
    with qtbot.waitSignal(ordered.refused):
        only.refuse("step-1")


def test_it_is_withdrawn_from_where_it_was_shown() -> None:
    first, second = Shower(), Shower()
    ordered = OrderedNotifier((first, second))
    ordered.show_notice(NOTICE)
    first.refuse("step-1")
    ordered.withdraw("step-1")
    assert second.shown == {}


def test_a_replacement_elsewhere_takes_the_old_one_away() -> None:
    first, second = Shower(), Shower()
    ordered = OrderedNotifier((first, second))
    ordered.show_notice(NOTICE)
    first.able = False
    ordered.show_notice(NOTICE)
    assert first.shown == {}
    assert second.shown == {"step-1": NOTICE}


class FakeTray:
    shows_messages = True

    def __init__(self) -> None:
        self.messages: list[tuple[str, str]] = []

    def show_message(self, title: str, body: str) -> None:
        self.messages.append((title, body))


def test_a_click_on_the_trays_message_opens_its_step(qtbot: QtBot) -> None:
    tray = FakeTray()
    notifier = TrayNotifier(tray)
    notifier.show_notice(NOTICE)
    assert tray.messages == [("Thank them", "They will remember.")]
    with qtbot.waitSignal(notifier.answered) as answered:
        notifier.clicked()
    assert answered.args == ["step-1", "open"]


def test_a_click_on_a_settled_message_opens_nothing(qtbot: QtBot) -> None:
    notifier = TrayNotifier(FakeTray())
    notifier.show_notice(NOTICE)
    notifier.withdraw("step-1")
    with qtbot.assertNotEmitted(notifier.answered):
        notifier.clicked()


def test_the_window_says_what_nobody_else_can(qtbot: QtBot) -> None:
    window = WindowNotifier()
    with qtbot.waitSignal(window.said) as told:
        OrderedNotifier((Shower(able=False), window)).show_notice(NOTICE)
    assert told.args == ["Thank them", "They will remember."]


def test_quirks_are_known_by_name_vendor_and_version() -> None:
    assert quirks_of("notify-osd", "Canonical Ltd", "1.0").avoid_actions
    assert quirks_of("lxqt-notificationd", "lxqt.org", "0.16.1").escape_title
    assert not quirks_of("lxqt-notificationd", "lxqt.org", "1.2.0").escape_title
    assert not quirks_of("anything", "else", "").replaces_badly
