"""Takes the pictures of the guide: each page, light and dark, from the same invented week.

    make pictures

Everything is real but the clock, which stands at Tuesday 12 May 2026, 09:40 in Bergen. It runs in a
desktop session, and needs Afterword's own folder on Python's path.
"""

import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from unittest.mock import patch

from PySide6.QtCore import QDeadlineTimer, Qt
from PySide6.QtGui import QColor, QCursor, QImage, QPainter
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget

from benchmarks import year
from core.clock import Now
from core.commands.archive import restore_all
from core.content import load_playbook, resource
from core.database import Database
from core.paths import Paths
from core.settings import Theme
from core.use_cases import notes
from docs.guide import prepared, reflected
from gui.app import Afterword, Options
from gui.compose.checking import Checked
from gui.dialogs.reply import ReplyDialog
from gui.places import APPLICATIONS, INSIGHTS, PEOPLE, SETTINGS, TODAY
from gui.single_instance import SingleInstance
from gui.wiring import Wiring

GUIDE = Path(__file__).parent
PICTURES = GUIDE / "pictures"
NOW = Now(datetime(2026, 5, 12, 7, 40, tzinfo=UTC), "Europe/Oslo")
SIZE = (1200, 800)
PATIENCE_MS = 20_000
QUIET_MS = 600
THEMES = (Theme.LIGHT, Theme.DARK)
COMPANY = "Halvorsen Maritime"
OTHER = "Tomas Okafor"
STRENGTH = "six years of planning berths and crews"
ANSWER = """Dear Ms Lindqvist,

thank you for your kind words. We have two more people to meet, and will decide by 22 May.

Ingrid van der Berg"""
HASTY = "I am so sorry to bother you, but I need to hear back by Friday!! "
ENOUGH, FEW = 8, 2
"""Interviews for the insights to show something, and too few."""
VEIL = QColor(0, 0, 0, 60)


def standing_clock(_zone: str | None = None) -> Now:
    """The moment of every picture, wherever this machine stands."""
    return NOW


class Photographer:
    """Opens Afterword on a data folder and takes pictures of it."""

    def __init__(self, application: QApplication, paths: Paths) -> None:
        self.paths = paths
        self._checked = False
        instance = SingleInstance(paths.socket_name)
        instance.claim()
        self.afterword = Afterword(application, Options(paths=paths), instance, resource("."))
        self.application = application
        QCursor.setPos(0, 0)  # nothing is hovered over
        self.afterword.window.resize(*SIZE)
        self.afterword.start()
        self.wait_for(self._is_ready)

    @property
    def wiring(self) -> Wiring:
        """The connections between the window's parts."""
        return self.afterword.wired()

    def wait_for(self, happened: Callable[[], bool]) -> None:
        """Let the window work until that is true; TimeoutError if it never is."""
        patience = QDeadlineTimer(PATIENCE_MS)
        while not happened():
            if patience.hasExpired():
                raise TimeoutError("The window never came to what was to be pictured.")
            self.application.processEvents()

    def rest(self) -> None:
        """Let the window finish what it is doing."""
        quiet = QDeadlineTimer(QUIET_MS)
        while not quiet.hasExpired():
            self.application.processEvents()

    def take(self, name: str) -> None:
        """One picture in each theme, of the window and of the dialog over it, if there is one."""
        for theme in THEMES:
            self.afterword.theme.choose(theme)
            self.rest()
            self.picture().save(str(PICTURES / f"{name}-{theme.value}.png"))
            print(f"{name}-{theme.value}.png")

    def picture(self) -> QImage:
        """What stands there now, without the frames that the desktop draws."""
        window = self.afterword.window
        image = window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
        dialog = self.application.activeModalWidget()
        if dialog is not None:
            place = dialog.rect()
            place.moveCenter(window.rect().center())
            painter = QPainter(image)
            painter.fillRect(window.rect(), VEIL)
            painter.drawPixmap(place.topLeft(), dialog.grab())
            painter.setPen(self.afterword.theme.color("border"))
            painter.drawRect(place)
            painter.end()
        return image

    def over(self, name: str, open_dialog: Callable[[], object], typed: str = "") -> None:
        """Pictures of a dialog over the window; it is closed afterwards."""
        open_dialog()
        dialog = self.opened_dialog()
        field = dialog.findChild(QLineEdit) if typed else None
        if isinstance(field, QLineEdit):
            field.setText(typed)
        self.take(name)
        dialog.close()
        self.rest()

    def compose(self, step: int, typed: str) -> None:
        """Open the message of a step, with these words before it, and let it be read along."""
        page = self.afterword.places.compose()
        self._checked = False
        page.checking.checked.connect(self._on_checked)
        self.wiring.write_step(step)
        self.wait_for(self._was_checked)
        page.card.body.insert(typed)
        self._checked = False
        self.wait_for(self._was_checked)

    def reply(self, name: str, words: str) -> None:
        """Pictures of these words as they are pasted on an application's page."""
        self.afterword.places.application().replies.add()
        dialog = self.opened_dialog()
        if isinstance(dialog, ReplyDialog):
            dialog.paste(words)
            self.wait_for(dialog.main.isEnabled)
        self.take(name)
        dialog.close()
        self.rest()

    def opened_dialog(self) -> QWidget:
        """The dialog that was just opened."""
        self.wait_for(self._has_dialog)
        dialog = self.application.activeModalWidget()
        if dialog is None:
            raise TimeoutError("The dialog went away.")
        return dialog

    def press(self, text: str) -> None:
        """Press the visible button with that text; StopIteration if there is none."""
        buttons = self.afterword.window.findChildren(QAbstractButton)
        button = next(one for one in buttons if one.isVisible() and one.text() == text)
        button.setFocus(Qt.FocusReason.MouseFocusReason)
        button.click()

    def _on_checked(self, _checked: Checked) -> None:
        self._checked = True

    def _was_checked(self) -> bool:
        return self._checked

    def _is_ready(self) -> bool:
        return self.afterword.wiring is not None

    def _has_dialog(self) -> bool:
        return self.application.activeModalWidget() is not None


def picture_example(application: QApplication, paths: Paths) -> None:
    """The pages of a week in which eight applications are under way."""
    outcome = restore_all(paths, GUIDE / "example.json", NOW)
    if outcome.errors:
        raise ValueError(" ".join(outcome.errors))
    add_strength(paths)
    photographer = Photographer(application, paths)
    window = photographer.afterword.window
    photographer.take("today")
    window.show_page(APPLICATIONS.key)
    photographer.take("applications")
    photographer.press("Board")
    photographer.take("board")
    photographer.press("List")
    window.show_page(PEOPLE.key)
    photographer.take("people")
    photographer.wiring.open_application(application_id(paths))
    photographer.rest()
    photographer.press("They gave a date")
    photographer.take("application")
    photographer.reply("reply", ANSWER)
    photographer.compose(step_id(paths, "M1"), HASTY)
    photographer.take("compose")
    photographer.press(OTHER)
    photographer.take("panel")
    photographer.wiring.write_step(step_id(paths, "M4"))
    photographer.rest()
    photographer.press("Phone")
    photographer.take("phone")
    window.show_page(SETTINGS.key)
    photographer.take("settings")
    window.show_page(TODAY.key)
    photographer.over("add-interview", photographer.wiring.flows.add_interview)
    photographer.over("find", photographer.wiring.flows.find, "van der")
    photographer.afterword.quit()


def picture_preparation(application: QApplication, paths: Paths) -> None:
    """A second round that is half prepared, the page for its day, and the week of the hunt."""
    database = Database.open(paths, load_playbook())
    next_round = prepared.build(database, NOW)
    database.close()
    photographer = Photographer(application, paths)
    preparing, page = photographer.wiring.preparing, photographer.afterword.places.prepare()
    preparing.get_ready(application_id(paths), next_round)
    photographer.rest()
    photographer.take("prepare")
    for part in ("company", "stories", "day"):
        page.show_part(part)
        photographer.rest()
        photographer.take(f"prepare-{part}")
    preparing.show_week()
    photographer.rest()
    photographer.take("prepare-week")
    photographer.afterword.quit()


def picture_reflection(application: QApplication, paths: Paths) -> None:
    """Three minutes, a whole section of the fifteen, and what two friends see."""
    outcome = restore_all(paths, GUIDE / "example.json", NOW)
    if outcome.errors:
        raise ValueError(" ".join(outcome.errors))
    photographer = Photographer(application, paths)
    page = photographer.afterword.places.reflect()
    photographer.wiring.reflecting.think_back(interview_id(paths))
    photographer.wait_for(page.is_asking)
    page.sitting.take_all(reflected.QUICK)
    page.walk.go_to("Q10")
    photographer.take("reflect")
    page.sitting.take_all(reflected.LONGER)
    photographer.press("15 minutes")
    photographer.press("Show the whole section")
    photographer.take("reflect-section")
    page.walk.ends.show_friends()
    for reply in reflected.REPLIES:
        page.walk.ends.friends_part.take_reply(reply)
    photographer.press("What came back")
    photographer.rest()
    photographer.afterword.window.toast.dismiss()
    photographer.take("friends")
    photographer.afterword.quit()


def picture_empty(application: QApplication, paths: Paths) -> None:
    """What a person sees who has just come."""
    photographer = Photographer(application, paths)
    photographer.take("first-run")
    photographer.afterword.quit()


def picture_insights(application: QApplication, paths: Paths) -> None:
    """What eight interviews show together."""
    picture_year(application, paths, "insights", ENOUGH, reflected=True)


def picture_few(application: QApplication, paths: Paths) -> None:
    """What stands there before the third interview."""
    picture_year(application, paths, "insights-empty", FEW, reflected=False)


def picture_year(
    application: QApplication, paths: Paths, name: str, interviews: int, *, reflected: bool
) -> None:
    """The insights of the last so many interviews of an invented year."""
    database = Database.open(paths, load_playbook())
    year.build(database, interviews, reflected=reflected)
    database.close()
    photographer = Photographer(application, paths)
    photographer.afterword.window.show_page(INSIGHTS.key)
    photographer.rest()
    photographer.afterword.window.focus_page()
    photographer.take(name)
    photographer.afterword.quit()


def add_strength(paths: Paths) -> None:
    """What the writer brings, which no file of applications holds."""
    database = Database.open(paths, load_playbook())
    with database.session() as session:
        notes.add_strength(session, application_id(paths), STRENGTH, NOW)
    database.close()


def application_id(paths: Paths) -> int:
    """The application whose page is shown."""
    with closing(sqlite3.connect(paths.database)) as connection:
        query = "SELECT id FROM application WHERE company = ?"
        return int(connection.execute(query, (COMPANY,)).fetchone()[0])


def interview_id(paths: Paths) -> int:
    """The latest interview of that application that is over."""
    with closing(sqlite3.connect(paths.database)) as connection:
        query = """SELECT id FROM interview WHERE application_id = ? AND "end" < ?
            ORDER BY "end" DESC LIMIT 1"""
        moment = f"{NOW.instant:%Y-%m-%d %H:%M:%S}"
        return int(connection.execute(query, (application_id(paths), moment)).fetchone()[0])


def step_id(paths: Paths, message: str) -> int:
    """The first step that is open for a message of that kind."""
    with closing(sqlite3.connect(paths.database)) as connection:
        query = "SELECT id FROM step WHERE message = ? AND state = 'open' ORDER BY due LIMIT 1"
        return int(connection.execute(query, (message,)).fetchone()[0])


SETS: dict[str, Callable[[QApplication, Paths], None]] = {
    "example": picture_example,
    "empty": picture_empty,
    "preparation": picture_preparation,
    "reflection": picture_reflection,
    "insights": picture_insights,
    "few": picture_few,
}


def main() -> int:
    """Without an argument all sets, each in a process of its own."""
    PICTURES.mkdir(exist_ok=True)
    if len(sys.argv) == 1:
        runs = [subprocess.run([sys.executable, __file__, name], check=False) for name in SETS]
        return max(run.returncode for run in runs)
    application = QApplication(sys.argv[:1])
    application.setQuitOnLastWindowClosed(False)
    with tempfile.TemporaryDirectory() as folder, patch("gui.desk.read_clock", standing_clock):
        paths = Paths.under(Path(folder) / "afterword")
        paths.prepare()
        SETS[sys.argv[1]](application, paths)
    return 0


if __name__ == "__main__":
    sys.exit(main())
