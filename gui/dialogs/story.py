"""A story of the bank: situation, task, action, result, and how long it takes to tell."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from core.preparation.story_bank import spoken_seconds
from core.preparation.values import Story
from gui.desk import Desk
from gui.dialogs.prepare_form import NoteDialog
from gui.prepare import actions
from gui.theme import Role, Theme
from gui.widgets.fields import TextArea
from gui.widgets.labels import Label
from gui.widgets.stop_watch import StopWatch, minutes

PARTS = (
    ("situation", "Situation", "Where was it, and what was going on? One or two sentences."),
    ("task", "Task", "What was yours to do?"),
    ("action", "Action", "What did you do? Say “I”. This is the longest part."),
    ("result", "Result", "What came of it? A number, a thank-you, what you learned."),
)


class StoryDialog(NoteDialog):
    """A new story, or `known` to be changed."""

    def __init__(
        self, theme: Theme, desk: Desk, known: Story | None = None, parent: QWidget | None = None
    ) -> None:
        title = "A new story" if known is None else "Change the story"
        super().__init__(theme, desk, title, known.key if known else "", parent)
        story = known or Story(key="", title="")
        self._seconds = story.seconds
        self.title = self.add_text("title", "What you call it", story.title, "The late ship")
        self.parts: dict[str, TextArea] = {}
        for name, label, example in PARTS:
            text = str(getattr(story, name))
            lines = 4 if name == "action" else 2
            self.parts[name] = self.add_area(name, label, text, example, lines=lines)
            self.parts[name].edit.textChanged.connect(self._count)
        self.tags = self.add_text(
            "tags",
            "What it shows",
            ", ".join(story.tags),
            "pressure, teamwork",
            "A few words with commas between them. Questions are found by them.",
        )
        self.length = Label(theme, "", Role.CAPTION, "text-2", wrap=True)
        self.watch = StopWatch(theme)
        self.watch.kept.connect(self._keep)
        self.form.column.addWidget(self.length)
        self.form.column.addWidget(self.watch)
        if known is not None:
            self.offer_removal("Remove this story", actions.remove_story)
        self.add_buttons("Keep the story")
        self._count()
        self.title.setFocus()

    def take(self) -> bool:
        from core.use_cases.stories import StoryDetails

        details = StoryDetails(
            title=self.title.text(),
            situation=self.parts["situation"].text,
            task=self.parts["task"].text,
            action=self.parts["action"].text,
            result=self.parts["result"].text,
            tags=tuple(tag for tag in self.tags.text().split(",") if tag.strip()),
            seconds=self._seconds,
        )
        if self.key:
            return self.store(actions.edit_story, self.key, details)
        return self.store(actions.add_story, details)

    def _keep(self, seconds: int) -> None:
        self._seconds = max(1, seconds)
        self.watch.reset()
        self._count()

    def _count(self) -> None:
        whole = " ".join(area.text for area in self.parts.values())
        written = spoken_seconds(Story(key="", title="", action=whole))
        measured = f"Measured: {minutes(self._seconds)}. " if self._seconds else ""
        self.length.setText(f"{measured}As written about {minutes(written)}; 1:00 to 2:00 is good.")
