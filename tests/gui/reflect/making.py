"""Makes the editors that the tests of this folder type in."""

from __future__ import annotations

from datetime import UTC, datetime

from pytestqt.qtbot import QtBot

from core.clock import Now
from core.form_store import shipped_form
from gui.reflect.editor import AnswerEditor, Asking
from gui.reflect.editors import editor_for
from gui.theme import Theme

NOW = Now(datetime(2026, 5, 12, 7, 40, tzinfo=UTC), "Europe/Oslo")
ROWS = (("one", "How would you plan a relief crew?"), ("two", "Why us & not the ferry?"))


class Maker:
    """Makes editors for the questions of the form that the program brings."""

    def __init__(self, qtbot: QtBot, theme: Theme) -> None:
        self._qtbot = qtbot
        self._theme = theme

    def __call__(
        self,
        question: str,
        *,
        rows: tuple[tuple[str, str], ...] = ROWS,
        people: tuple[str, ...] = (),
    ) -> AnswerEditor:
        found = shipped_form().form.find(question)
        assert found is not None
        asking = Asking(theme=self._theme, question=found, now=NOW, rows=rows, people=people)
        editor = editor_for(asking)
        self._qtbot.addWidget(editor)
        editor.resize(560, 600)
        editor.show()
        editor.activateWindow()
        return editor
