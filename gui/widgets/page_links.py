"""Pages of an employer as buttons in lines: a click opens one in the browser, Delete removes it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QContextMenuEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from gui.icons import icon
from gui.theme import Theme
from gui.widgets.buttons import Button
from gui.widgets.flow import flow, flow_height
from gui.widgets.paint import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class PageLook:
    """One page."""

    id: int
    label: str
    url: str


class PageButton(Button):
    """One page. `opened` carries its address, `removed` its id."""

    opened = Signal(str)
    removed = Signal(int)

    def __init__(self, theme: Theme, page: PageLook, parent: QWidget) -> None:
        words = page.label if len(page.label) <= 40 else f"{page.label[:39]}…"
        super().__init__(
            theme, words.replace("&", "&&"), Kind.OUTLINE, "external-link", parent=parent
        )
        self.page = page
        self.icon_last = True
        self.setAccessibleName(f"Open {page.label} in the browser")
        self.setAccessibleDescription("Delete removes it.")
        self.setToolTip(f"{page.url[:200]}\nDelete removes it")
        self.clicked.connect(self._open)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._remove()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        remove = QAction(icon(self._theme, "trash-2", "text-2"), "Remove", menu)
        remove.triggered.connect(self._remove)
        menu.addAction(remove)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(event.globalPos())

    def _open(self) -> None:
        self.opened.emit(self.page.url)

    def _remove(self) -> None:
        self.removed.emit(self.page.id)


class PageLinks(QWidget):
    """`opened` carries an address, `removed` the id of a page. Hidden where there are none."""

    opened = Signal(str)
    removed = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown: tuple[PageLook, ...] = ()
        self.buttons: list[PageButton] = []
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.hide()

    def show_pages(self, pages: Sequence[PageLook]) -> None:
        """Show these."""
        if tuple(pages) == self._shown:
            return
        self._shown = tuple(pages)
        for old in self.buttons:
            old.hide()
            old.setParent(None)
            old.deleteLater()
        self.buttons = [PageButton(self._theme, page, self) for page in pages]
        for button in self.buttons:
            button.opened.connect(self.opened)
            button.removed.connect(self.removed)
            button.show()
        self.setVisible(bool(pages))
        self._arrange()
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return flow_height(self.buttons, _room(width))

    def sizeHint(self) -> QSize:
        return QSize(240, self.heightForWidth(max(self.width(), 240)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        flow(self.buttons, _room(self.width()), left=4, mirrored=self.isRightToLeft())


def _room(width: int) -> int:
    return max(80, width - 4)
