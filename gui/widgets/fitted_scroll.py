"""A column that scrolls by itself beside another one, or gives all its height to the page."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from gui.widgets.frames import ScrollArea


class FittedScroll(ScrollArea):
    """`fit(True)`: as high as its content, so that the page around it scrolls instead."""

    _fitted = False  # the content's first events come before `__init__` is through

    def __init__(self, content: QWidget, *, parent: QWidget | None = None) -> None:
        super().__init__(content, parent=parent)
        self._content = content
        self._gutter = 0
        self.verticalScrollBar().rangeChanged.connect(self._keep_gutter)

    def fit(self, fitted: bool) -> None:
        """Whether to take all the height that the content needs."""
        self._fitted = fitted
        self.updateGeometry()

    def set_gutter(self, gutter: int) -> None:
        """Keep so much free beside the content; the scroll bar stands in it when it comes."""
        self._gutter = gutter
        self._keep_gutter()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What grows inside, such as an opened question, makes the fitted column higher."""
        if self._fitted and watched is self._content and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._keep_gutter()

    def _keep_gutter(self) -> None:
        layout = self._content.layout()
        if layout is None:
            return
        bar = self.verticalScrollBar()
        taken = bar.sizeHint().width() if bar.maximum() > 0 else 0
        free = max(0, self._gutter - taken)
        old = layout.contentsMargins()
        left, right = (free, 0) if self.isRightToLeft() else (0, free)
        if (old.left(), old.right()) != (left, right):
            layout.setContentsMargins(left, old.top(), right, old.bottom())

    def sizeHint(self) -> QSize:
        hint = self._content.sizeHint()
        return QSize(hint.width(), hint.height())

    def minimumSizeHint(self) -> QSize:
        hint = self._content.minimumSizeHint()
        width = min(hint.width(), 280)
        height = self._content.sizeHint().height() if self._fitted else 120
        return QSize(width, height)
