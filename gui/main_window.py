"""The window: sidebar, pages and toast. It assembles the pages; it knows nothing of their insides."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QByteArray, QEvent, QSize, Qt, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from gui import trace
from gui.theme import Theme
from gui.widgets.page_start import StartingWidget
from gui.widgets.sidebar import Place, Sidebar
from gui.widgets.toast import Toast

LEAST = (720, 520)
USUAL = (1200, 800)
RAIL_UNDER = 900
TITLE_BAR = QSize(0, 40)
"""Left free for what the system draws above the window."""


class PageArea(QStackedWidget):
    """The pages, over the window's ground."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._painted = False

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._theme.color("window"))


class MainWindow(QWidget):
    """Pages are made when they are first shown."""

    first_painted = Signal()
    files_dropped = Signal(list)
    """Paths, as they were dropped."""
    text_dropped = Signal(str)
    """Words from another program."""
    find_wanted = Signal()
    came_back = Signal()
    """The window is active again after another program was."""
    close_wanted = Signal()
    """The window was asked to close; whoever made it decides what that means."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self._factories: dict[str, Callable[[], QWidget]] = {}
        self._pages: dict[str, QWidget] = {}
        self._painted = False
        self.may_close = False
        self.setWindowTitle("Afterword")
        self.setMinimumSize(*LEAST)
        self.resize(QSize(*USUAL).boundedTo(self.screen().availableSize() - TITLE_BAR))
        self.setAcceptDrops(True)
        find = QKeySequence("Ctrl+K")
        self.sidebar = Sidebar(
            theme, find.toString(QKeySequence.SequenceFormat.NativeText).replace("+", " ")
        )
        self.area = PageArea(theme)
        ground = QWidget(self)  # a stack hides all but its pages from screen readers
        column = QVBoxLayout(ground)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.area)
        self.toast = Toast(theme, ground)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.sidebar)
        row.addWidget(ground, 1)
        self.sidebar.chosen.connect(self._enter_page)
        self.sidebar.find_wanted.connect(self.find_wanted)
        self.toast.gave_focus_back.connect(self.focus_page)
        QShortcut(find, self, self.find_wanted.emit)

    def add_page(self, place: Place, make: Callable[[], QWidget], *, foot: bool = False) -> None:
        """A page of the sidebar; `make` runs when it is first shown. Ctrl+1… lead to them."""
        self._factories[place.key] = make
        self.sidebar.add(place, foot=foot)
        if not foot:
            QShortcut(QKeySequence(f"Ctrl+{len(self._factories)}"), self, self._jump)

    def add_hidden_page(self, key: str, make: Callable[[], QWidget]) -> None:
        """A page that only other pages lead to."""
        self._factories[key] = make

    def page(self, key: str) -> QWidget:
        """The page, made now if it was not there yet."""
        if key not in self._pages:
            page = self._pages[key] = self._factories[key]()
            self.area.addWidget(page)
        return self._pages[key]

    @property
    def current_key(self) -> str:
        """Which page is shown."""
        shown = self.area.currentWidget()
        return next((key for key, page in self._pages.items() if page is shown), "")

    def show_page(self, key: str, under: str = "") -> None:
        """Show a page; `under` is the sidebar's entry that it belongs to, if another."""
        page = self.page(key)
        self.area.setCurrentWidget(page)
        self.toast.stand_above(page.feet if isinstance(page, StartingWidget) else ())
        self.sidebar.show_current(under or key)
        self.toast.raise_()

    def focus_page(self) -> None:
        """Give the shown page the keyboard."""
        page = self.area.currentWidget()
        if page is not None:
            page.setFocus()

    def come_forward(self) -> None:
        """Show the window above the others, also from minimised."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def restore(self, geometry: str) -> None:
        """Stand where the window stood last time, as far as there is still a screen there."""
        if geometry:
            self.restoreGeometry(QByteArray.fromBase64(geometry.encode()))

    def geometry_text(self) -> str:
        """Where the window stands, for `restore`."""
        return bytes(self.saveGeometry().toBase64().data()).decode()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self.theme.color("window"))

    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() == QEvent.Type.UpdateRequest and not self._painted and self.isVisible():
            self._painted = True
            trace.mark("painted")
            self.first_painted.emit()
        return handled

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ApplicationFontChange:
            self.theme.refresh_fonts()
        elif event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self.came_back.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.sidebar.set_rail(self.theme.narrow(self.width(), RAIL_UNDER))

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.may_close:
            event.accept()
        else:
            event.ignore()
            self.close_wanted.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dragged_files(event) or dragged_text(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        files = list(dragged_files(event))
        if files or not dragged_text(event):
            self.files_dropped.emit(files)
        else:
            self.text_dropped.emit(dragged_text(event))

    def _jump(self) -> None:
        shortcut = self.sender()
        if isinstance(shortcut, QShortcut):
            number = int(shortcut.key().toString().rsplit("+", 1)[-1])
            self.show_page(list(self._factories)[number - 1])
            self.focus_page()

    def _enter_page(self, key: str) -> None:
        """A click leads into the page; the arrow keys go on in the sidebar."""
        self.show_page(key)
        if not self.sidebar.isAncestorOf(self.focusWidget()):
            self.focus_page()


def dragged_files(event: QDropEvent) -> Sequence[Path]:
    """The files that are being dragged; whether they are invitations, their reader tells."""
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]


def dragged_text(event: QDropEvent) -> str:
    """The words that are dragged here from another program: their mail, perhaps."""
    own = event.source() is not None or event.mimeData().hasUrls()
    return "" if own else event.mimeData().text().strip()
