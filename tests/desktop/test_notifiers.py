"""Each notifier against a real notification daemon."""

import gc
import warnings
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from gui.notify.bus import BusLink
from gui.notify.freedesktop import FreedesktopNotifier
from gui.notify.native import NativeNotifier
from gui.notify.protocol import Answer, Notice, Notifier, Urgency
from tests.desktop.session import Session, desktop

NOTICE = Notice(key="step-7", title="Thank <Ada> & Bo", body="R&D <b>Ltd</b>. Best today.")


@pytest.fixture
def freedesktop(qtbot: QtBot, session: Session) -> Iterator[FreedesktopNotifier]:
    link = BusLink()
    notifier = FreedesktopNotifier(link)
    notifier.start()
    yield notifier
    notifier.stop()
    link.close()


@pytest.fixture
def native(qtbot: QtBot, session: Session) -> Iterator[NativeNotifier]:
    notifier = NativeNotifier()
    notifier.start()
    yield notifier
    notifier.stop()
    # Its library leaves the bus open on Linux, where only this test uses it.
    with warnings.catch_warnings(action="ignore", category=ResourceWarning):
        gc.collect()


def show(qtbot: QtBot, session: Session, notifier: Notifier, notice: Notice = NOTICE) -> None:
    notifier.show_notice(notice)
    qtbot.waitUntil(lambda: bool(session.titled(notice.title)))


def test_markup_is_escaped_in_the_body_alone(
    qtbot: QtBot, session: Session, freedesktop: FreedesktopNotifier
) -> None:
    show(qtbot, session, freedesktop)
    assert session.notifications[0].body == "R&amp;D &lt;b&gt;Ltd&lt;/b&gt;. Best today."
    desktop("--where", NOTICE.title, "xfce4-notifyd")
    desktop("--where", NOTICE.body, "xfce4-notifyd")


def test_a_later_notice_takes_the_place_of_the_earlier(
    qtbot: QtBot, session: Session, freedesktop: FreedesktopNotifier
) -> None:
    show(qtbot, session, freedesktop)
    show(qtbot, session, freedesktop, Notice(key="step-7", title="Anew", body=""))
    first, second = session.notifications
    assert first.id == second.id


def test_the_alarm_is_loud_and_stays(
    qtbot: QtBot, session: Session, freedesktop: FreedesktopNotifier
) -> None:
    alarm = Notice(key="p", title="Leave by 13:00", body="", urgency=Urgency.CRITICAL)
    show(qtbot, session, freedesktop, alarm)
    assert session.notifications[0].urgency == 2


@pytest.mark.parametrize(("button", "answer"), [("Done", "done"), ("Snooze", "snooze")])
def test_a_button_is_an_answer_and_closes_it(
    qtbot: QtBot, session: Session, freedesktop: FreedesktopNotifier, button: str, answer: str
) -> None:
    show(qtbot, session, freedesktop)
    with qtbot.waitSignal(freedesktop.answered) as answered:
        session.press(button)
    assert answered.args == ["step-7", answer]
    qtbot.waitUntil(lambda: session.closed)


def test_a_notice_that_is_withdrawn_leaves_the_screen(
    qtbot: QtBot, session: Session, freedesktop: FreedesktopNotifier
) -> None:
    show(qtbot, session, freedesktop)
    qtbot.waitUntil(lambda: bool(freedesktop._keys))
    freedesktop.withdraw("step-7")
    qtbot.waitUntil(lambda: session.closed)


def test_another_daemon_is_asked_anew_what_it_can(
    qtbot: QtBot, session: Session, freedesktop: FreedesktopNotifier
) -> None:
    qtbot.waitUntil(lambda: freedesktop.describe().startswith("Xfce"))
    session.stop("notifications")
    with qtbot.waitSignal(freedesktop.forgot, timeout=15_000):
        desktop("--start", "notifications", "dunst")
    qtbot.waitUntil(lambda: freedesktop.describe().startswith("dunst"))
    show(qtbot, session, freedesktop)
    session.stop("notifications")
    desktop("--start", "notifications", "xfce")


def test_without_a_daemon_it_refuses(
    qtbot: QtBot, session: Session, freedesktop: FreedesktopNotifier
) -> None:
    session.stop("notifications")
    with qtbot.waitSignal(freedesktop.refused) as refused:
        freedesktop.show_notice(NOTICE)
    assert refused.args == [NOTICE]


def test_the_native_notifier_shows_and_hears(
    qtbot: QtBot, session: Session, native: NativeNotifier
) -> None:
    """On Linux its library speaks to the same daemon: what can be tried here of other systems."""
    qtbot.waitUntil(lambda: native._centre is not None)
    plain = Notice(key="step-8", title="Thank Ada", body="Best today.", answers=(Answer.DONE,))
    show(qtbot, session, native, plain)
    with qtbot.waitSignal(native.answered) as answered:
        session.press("Done")
    assert answered.args == ["step-8", "done"]
