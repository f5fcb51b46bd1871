"""The proxy style: native widgets keep Fusion's behaviour and take our frames, checks and bars."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QProxyStyle,
    QStyle,
    QStyleOption,
    QStyleOptionComplex,
    QWidget,
)

from gui.theme import SCROLL_BAR, Tokens

FIELD_RADIUS = 8.0
INDICATOR = 18


def is_inside_another_field(widget: QWidget) -> bool:
    """Whether a line edit is the inner part of a spin box or combo box, which has the frame."""
    return isinstance(widget.parent(), QAbstractSpinBox | QComboBox)


def is_bare(widget: QWidget) -> bool:
    """Whether a line edit was made without a frame."""
    return isinstance(widget, QLineEdit) and not widget.hasFrame()


class AfterwordStyle(QProxyStyle):
    """Fusion, with the look's field frames, check marks, radios and slim scroll bars."""

    def __init__(self, tokens: Tokens) -> None:
        super().__init__("Fusion")
        self.take(tokens)

    def take(self, tokens: Tokens) -> None:
        """Paint with other colours from now on."""
        self._colours = {name: QColor(value) for name, value in tokens.colours.items()}
        self._ring = 3.0 if tokens.contrast else 2.0

    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        kind = QStyle.PrimitiveElement
        if element == kind.PE_PanelLineEdit:
            self._draw_field(option, painter, widget)
        elif element == kind.PE_IndicatorCheckBox:
            self._draw_check(option, painter)
        elif element == kind.PE_IndicatorRadioButton:
            self._draw_radio(option, painter)
        elif element == kind.PE_FrameFocusRect:
            self._draw_focus(option, painter)
        else:
            super().drawPrimitive(element, option, painter, widget)

    def drawComplexControl(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        kind = QStyle.ComplexControl
        if control == kind.CC_ScrollBar:
            self._draw_scroll_bar(option, painter, widget)
        elif control == kind.CC_ComboBox or (control == kind.CC_SpinBox and widget is not None):
            self._draw_picker(control, option, painter, widget)
        else:
            super().drawComplexControl(control, option, painter, widget)

    def subControlRect(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        part: QStyle.SubControl,
        widget: QWidget | None = None,
    ) -> QRect:
        if control == QStyle.ComplexControl.CC_ScrollBar and part in (
            QStyle.SubControl.SC_ScrollBarAddLine,
            QStyle.SubControl.SC_ScrollBarSubLine,
        ):
            return QRect()
        if control == QStyle.ComplexControl.CC_ComboBox:
            return self._combo_part(option, part, widget)
        return self._fusion_part(control, option, part, widget)

    def _fusion_part(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        part: QStyle.SubControl,
        widget: QWidget | None,
    ) -> QRect:
        if widget is None:
            return QRect(option.rect)
        return super().subControlRect(control, option, part, widget)

    def _combo_part(
        self, option: QStyleOptionComplex, part: QStyle.SubControl, widget: QWidget | None
    ) -> QRect:
        """Fusion's part of a combo box, moved in so that text and arrow clear the round frame."""
        kind = QStyle.ComplexControl.CC_ComboBox
        found = self._fusion_part(kind, option, part, widget)
        leftwards = -6 if option.direction == Qt.LayoutDirection.LeftToRight else 6
        if part == QStyle.SubControl.SC_ComboBoxArrow:
            return found.translated(leftwards, 0)
        if part == QStyle.SubControl.SC_ComboBoxEditField and leftwards < 0:
            return found.adjusted(6, 0, leftwards, 0)
        return found

    def pixelMetric(
        self,
        metric: QStyle.PixelMetric,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
    ) -> int:
        kind = QStyle.PixelMetric
        if metric == kind.PM_ScrollBarExtent:
            return SCROLL_BAR
        if metric in (
            kind.PM_IndicatorWidth,
            kind.PM_IndicatorHeight,
            kind.PM_ExclusiveIndicatorWidth,
            kind.PM_ExclusiveIndicatorHeight,
        ):
            return INDICATOR
        return super().pixelMetric(metric, option, widget)

    def _draw_field(self, option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
        if widget is not None and (is_inside_another_field(widget) or is_bare(widget)):
            return
        self._draw_frame_of(option, painter, widget)

    def _draw_picker(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        painter: QPainter,
        widget: QWidget | None,
    ) -> None:
        self._draw_frame_of(option, painter, widget)
        part = QStyle.SubControl
        if control == QStyle.ComplexControl.CC_ComboBox:
            arrow = self.subControlRect(control, option, part.SC_ComboBoxArrow, widget)
            self._draw_chevron(painter, QRectF(arrow), up=False)
        else:
            for side in (part.SC_SpinBoxUp, part.SC_SpinBoxDown):
                arrow = self.subControlRect(control, option, side, widget)
                self._draw_chevron(painter, QRectF(arrow), up=side == part.SC_SpinBoxUp)

    def _draw_frame_of(
        self, option: QStyleOption, painter: QPainter, widget: QWidget | None
    ) -> None:
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        enabled = bool(option.state & QStyle.StateFlag.State_Enabled)
        wrong = widget is not None and bool(widget.property("wrong"))
        edge = "brick" if wrong else "focus" if focused else "control"
        self._draw_frame(painter, option.rect, edge, focused, "surface" if enabled else "hover")

    def _draw_chevron(self, painter: QPainter, box: QRectF, *, up: bool) -> None:
        middle = box.center()
        rise = -2.0 if up else 2.0
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(self._colours["text"], 1.5)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        path = QPainterPath(QPointF(middle.x() - 4, middle.y() - rise))
        path.lineTo(middle.x(), middle.y() + rise)
        path.lineTo(middle.x() + 4, middle.y() - rise)
        painter.drawPath(path)
        painter.restore()

    def _draw_frame(
        self, painter: QPainter, rect: QRect, edge: str, strong: bool, ground: str
    ) -> None:
        """A field's frame: 1 px, or the focus ring's width when `strong`."""
        width = self._ring if strong else 1.0
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._colours[edge], width))
        painter.setBrush(self._colours[ground])
        half = width / 2
        painter.drawRoundedRect(
            QRectF(rect).adjusted(half, half, -half, -half), FIELD_RADIUS, FIELD_RADIUS
        )
        painter.restore()

    def _draw_check(self, option: QStyleOption, painter: QPainter) -> None:
        box = QRectF(option.rect).adjusted(1, 1, -1, -1)
        checked = bool(option.state & QStyle.StateFlag.State_On)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._colours["fill" if checked else "control"], 1.2))
        painter.setBrush(self._colours["fill" if checked else "surface"])
        painter.drawRoundedRect(box, 4, 4)
        if checked:
            self._draw_tick(painter, box)
        painter.restore()

    def _draw_tick(self, painter: QPainter, box: QRectF) -> None:
        pen = QPen(self._colours["on-fill"], 1.8)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        path = QPainterPath(self._inside(box, 0.26, 0.52))
        path.lineTo(self._inside(box, 0.43, 0.70))
        path.lineTo(self._inside(box, 0.75, 0.32))
        painter.drawPath(path)

    @staticmethod
    def _inside(box: QRectF, across: float, down: float) -> QPointF:
        return QPointF(box.x() + box.width() * across, box.y() + box.height() * down)

    def _draw_radio(self, option: QStyleOption, painter: QPainter) -> None:
        box = QRectF(option.rect).adjusted(1, 1, -1, -1)
        checked = bool(option.state & QStyle.StateFlag.State_On)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._colours["fill" if checked else "control"], 1.2))
        painter.setBrush(self._colours["surface"])
        painter.drawEllipse(box)
        if checked:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._colours["fill"])
            inner = box.width() * 0.27
            painter.drawEllipse(box.adjusted(inner, inner, -inner, -inner))
        painter.restore()

    def _draw_focus(self, option: QStyleOption, painter: QPainter) -> None:
        if not option.state & QStyle.StateFlag.State_KeyboardFocusChange:
            return
        half = self._ring / 2
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._colours["focus"], self._ring))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(option.rect).adjusted(half, half, -half, -half), 4, 4)
        painter.restore()

    def _draw_scroll_bar(
        self, option: QStyleOptionComplex, painter: QPainter, widget: QWidget | None
    ) -> None:
        slider = self._fusion_part(
            QStyle.ComplexControl.CC_ScrollBar,
            option,
            QStyle.SubControl.SC_ScrollBarSlider,
            widget,
        )
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        over = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.setBrush(self._colours["control" if over else "edge"])
        thumb = QRectF(slider).adjusted(2.5, 2.5, -2.5, -2.5)
        radius = min(thumb.width(), thumb.height()) / 2
        painter.drawRoundedRect(thumb, radius, radius)
        painter.restore()
