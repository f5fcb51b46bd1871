"""What the tests of an application do with its time line."""

from PySide6.QtWidgets import QApplication

from gui.models.timeline import TimelineRow
from gui.pages.application import ApplicationPage
from gui.widgets.row_actions import ActionButton, RowAction


def rows(page: ApplicationPage) -> list[TimelineRow]:
    return list(page.timeline.rows)


def select(page: ApplicationPage, title: str) -> None:
    number = next(i for i, row in enumerate(rows(page)) if row.title == title)
    page.timeline.setCurrentIndex(page.timeline.model().index(number, 0))


def press(page: ApplicationPage, action: RowAction) -> None:
    button = next(b for b in page.timeline.findChildren(ActionButton) if b.action is action)
    button.click()


def buttons(page: ApplicationPage) -> list[ActionButton]:
    return page.timeline.findChildren(ActionButton)


def dialog_of(kind: type) -> object:
    return next(w for w in QApplication.topLevelWidgets() if type(w) is kind and w.isVisible())
