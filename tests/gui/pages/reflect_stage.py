"""What the tests of the reflection's page share: the page over a world, and the keyboard."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from shiboken6 import delete

from core.playbook.kinds import ReflectionPath
from core.reflection.answers import Answer
from core.use_cases import reflections
from core.use_cases.reflections import ReflectionShown
from gui.pages.reflect import ReflectPage
from gui.theme import Theme
from tests.gui.pages.world import World

CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
SHORT, FULL = ReflectionPath.SHORT, ReflectionPath.FULL
KIND = "You did well, and the tide question was hard for everybody."


class Stage:
    """A page that shows the reflection on one interview."""

    def __init__(self, theme: Theme, world: World) -> None:
        self._theme = theme
        self._pages: list[ReflectPage] = []
        self.world = world
        self.application = world.add().application_id
        self.interview = world.detail(self.application).interviews[0].id
        self.said: list[str] = []
        self.page = self.open_page()

    def open_page(self) -> ReflectPage:
        """A new page, as after a new start."""
        page = ReflectPage(self._theme, self.world)
        for earlier in self._pages:
            earlier.hide()
        self._pages.append(page)
        page.said.connect(self.said.append)
        page.resize(1200, 800)
        page.show()
        page.activateWindow()
        assert QTest.qWaitForWindowActive(page)
        self.page = page
        return page

    def close(self) -> None:
        """Free the pages here, and not whenever garbage is collected."""
        for page in self._pages:
            page.hide()
            delete(page)

    def begin(self, path: ReflectionPath = SHORT) -> None:
        """Think back on the interview."""
        self.page.show_interview(self.interview, path)

    @property
    def at(self) -> str:
        """The question that is shown, or the first of several."""
        return self.page.card.views[0].question.id if self.page.card.views else ""

    def on(self) -> None:
        """Ctrl+Return, wherever the keyboard is."""
        QTest.keyClick(self.page.window().focusWidget(), Qt.Key.Key_Return, CTRL)

    def back(self) -> None:
        """Alt+Left."""
        QTest.keyClick(self.page.window().focusWidget(), Qt.Key.Key_Left, ALT)

    def press(self, *keys: Qt.Key | str) -> None:
        """Press keys, each where the keyboard is by then."""
        for key in keys:
            focused = self.page.window().focusWidget()
            if isinstance(key, str):
                QTest.keyClicks(focused, key)
            else:
                QTest.keyClick(focused, key)

    def stored(self) -> ReflectionShown:
        """The reflection as it is in the database."""
        shown = self.page.sitting.shown
        assert shown is not None
        with self.world.database.reading() as session:
            return reflections.shown(session, shown.id, self.world.now())

    def answer(self, question: str) -> Answer | None:
        """The stored answer to a question."""
        return self.stored().answers.get(question)

    def three_minutes(self) -> None:
        """All seven answers, by the keyboard, up to the last step."""
        self.begin()
        self.press("the winter timetable")
        self.on()
        self.press("the route sample")
        self.on()
        self.press("7")
        self.on()
        self.press("I asked for a moment", Qt.Key.Key_Return, "The rota was on one page")
        self.on()
        self.press("Begin with the result")
        self.on()
        self.press(KIND)
        self.on()
        self.press("I go blank", Qt.Key.Key_Return, "ask for a moment")
        self.on()
