"""The pages, each made when it is first shown: importing them must not slow the first picture."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from gui.desk import Desk
from gui.main_window import MainWindow
from gui.pages.today import TodayPage
from gui.theme import Theme
from gui.widgets.sidebar import Place

if TYPE_CHECKING:
    from gui.pages.application import ApplicationPage
    from gui.pages.compose import ComposePage
    from gui.pages.prepare import PreparePage
    from gui.pages.reflect import ReflectPage
    from gui.wiring import Wiring

TODAY = Place("today", "Today", "sun")
APPLICATIONS = Place("applications", "Applications", "briefcase")
PEOPLE = Place("people", "People", "users")
PREPARE = Place("prepare", "Prepare", "list-checks")
INSIGHTS = Place("insights", "Insights", "chart-line")
SETTINGS = Place("settings", "Settings", "settings")
APPLICATION = "application"
FIRST_RUN = "first run"
COMPOSE = "compose"
REFLECT = "reflect"


class Places(QObject):
    """Adds the pages to the window and makes them on demand."""

    def __init__(
        self,
        theme: Theme,
        desk: Desk,
        window: MainWindow,
        today: TodayPage,
        wiring: Callable[[], Wiring],
        *,
        own_folder: bool,
        parent: QObject,
    ) -> None:
        """`wiring` gives what the pages are connected to; it is asked with the first page.

        `own_folder`: the data lie in a folder that the user named at the start.
        """
        super().__init__(parent)
        self._theme = theme
        self._desk = desk
        self._window = window
        self._today = today
        self._wiring = wiring
        self._own_folder = own_folder
        self._application: ApplicationPage | None = None
        self._compose: ComposePage | None = None
        self._reflect: ReflectPage | None = None
        self._prepare: PreparePage | None = None
        window.add_page(TODAY, self._give_today)
        window.add_page(APPLICATIONS, self._make_applications)
        window.add_page(PEOPLE, self._make_people)
        window.add_page(PREPARE, self.prepare)
        window.add_page(INSIGHTS, self._make_insights)
        window.add_page(SETTINGS, self._make_settings, foot=True)
        window.add_hidden_page(APPLICATION, self.application)
        window.add_hidden_page(FIRST_RUN, self._make_first_run)
        window.add_hidden_page(COMPOSE, self.compose)
        window.add_hidden_page(REFLECT, self.reflect)

    def application(self) -> ApplicationPage:
        """The page of one application."""
        if self._application is None:
            from gui.pages.application import ApplicationPage

            page = self._application = ApplicationPage(self._theme, self._desk)
            wiring = self._wiring()
            page.back.connect(wiring.open_list)
            page.acted.connect(wiring.hands.act_on)
            page.hand.reflect_wanted.connect(wiring.reflecting.think_back)
            page.hand.prepare_wanted.connect(wiring.preparing.get_ready)
            page.messages.draft_wanted.connect(wiring.open_draft)
            page.replies.files_chosen.connect(wiring.take_files)
            page.said.connect(wiring.say)
        return self._application

    def compose(self) -> ComposePage:
        """The page on which messages are written."""
        if self._compose is None:
            from gui.compose.checking import Checking
            from gui.compose.examiner import DraftExaminer
            from gui.pages.compose import ComposePage

            checking = Checking(DraftExaminer, self._desk.paths.playbook, self)
            page = self._compose = ComposePage(self._theme, self._desk, checking)
            wiring = self._wiring()
            page.left.connect(wiring.leave_draft)
            page.said.connect(wiring.say)
            wiring.mailing.attend(page)
        return self._compose

    def reflect(self) -> ReflectPage:
        """The page on which one thinks back on an interview."""
        if self._reflect is None:
            from gui.pages.reflect import ReflectPage

            page = self._reflect = ReflectPage(self._theme, self._desk)
            wiring = self._wiring()
            page.left.connect(wiring.reflecting.leave)
            page.application_wanted.connect(wiring.leave_draft)
            page.said.connect(wiring.say)
        return self._reflect

    def prepare(self) -> PreparePage:
        """The page on which a round is prepared."""
        if self._prepare is None:
            from gui.pages.prepare import PreparePage

            page = self._prepare = PreparePage(self._theme, self._desk)
            wiring = self._wiring()
            page.add_interview.connect(wiring.flows.add_interview)
            page.open_application.connect(wiring.open_application)
            page.said.connect(wiring.say)
        return self._prepare

    def close(self) -> None:
        """End what the pages have begun beside the window's own thread."""
        if self._compose is not None:
            self._compose.close_down()
        if self._reflect is not None:
            self._reflect.close_down()

    def _give_today(self) -> QWidget:
        return self._today

    def _make_applications(self) -> QWidget:
        from gui.pages.applications import ApplicationsPage

        page = ApplicationsPage(self._theme, self._desk)
        wiring = self._wiring()
        page.open_application.connect(wiring.open_application)
        page.add_interview.connect(wiring.flows.add_interview)
        page.ask_happening.connect(wiring.open_application)
        return page

    def _make_people(self) -> QWidget:
        from gui.pages.people import PeoplePage

        page = PeoplePage(self._theme, self._desk)
        wiring = self._wiring()
        page.open_application.connect(wiring.open_application)
        page.draft_wanted.connect(wiring.open_draft)
        page.add_wanted.connect(wiring.flows.add_interview)
        return page

    def _make_insights(self) -> QWidget:
        from gui.pages.insights import InsightsPage

        page = InsightsPage(self._theme, self._desk)
        wiring = self._wiring()
        page.reflect_wanted.connect(wiring.reflecting.think_back)
        page.add_interview.connect(wiring.flows.add_interview)
        page.said.connect(wiring.say)
        return page

    def _make_settings(self) -> QWidget:
        from gui.autostart import login_command, system_autostart
        from gui.pages.settings import SettingsPage

        wiring = self._wiring()
        command = login_command(self._desk.paths.data if self._own_folder else None)
        presence = wiring.presence
        page = SettingsPage(
            self._theme,
            self._desk,
            system_autostart(command),
            presence.reminders,
            presence.notifier,
        )
        page.said.connect(wiring.say)
        return page

    def _make_first_run(self) -> QWidget:
        from gui.pages.first_run import FirstRunPage

        page = FirstRunPage(self._theme, self._desk)
        wiring = self._wiring()
        page.files_chosen.connect(wiring.intake.take)
        page.stored.connect(wiring.end_first_run)
        page.said.connect(wiring.say)
        return page
