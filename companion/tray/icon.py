"""Draws the tray's icon: the mode as letter and shape, the state as fill, bars or a stroke; never by colour alone."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPen, QPixmap, QPolygonF

from companion.tray.outlook import Outlook

SIZES = (16, 22, 24, 32, 48, 64)  # pixels, as panels ask for them
GRID = 22.0  # units in which everything below is drawn
FILL = {"personal": "#52606d", "professional": "#52606d", "official": "#0b4f7a"}
INK, EDGE, HOLLOW = "#ffffff", "#e8edf2", "#7a8894"  # HOLLOW is seen on light and on dark panels


def icon_of(outlook: Outlook) -> QIcon:
    icon = QIcon()
    for size in SIZES:
        icon.addPixmap(drawn(outlook, size))
    return icon


def drawn(outlook: Outlook, size: int) -> QPixmap:
    """The icon at one size, on a transparent ground."""
    pixmap = QPixmap(size, size)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(size / GRID, size / GRID)
    _draw(painter, outlook)
    painter.end()
    return pixmap


def _draw(painter: QPainter, outlook: Outlook) -> None:
    shape = _shape(outlook.mode)
    if outlook.state == "on":
        painter.setPen(QPen(QColor(EDGE), 1.2))
        painter.setBrush(QColor(FILL[outlook.mode]))
        painter.drawPath(shape)
        _stroke(painter, _letter(outlook.mode), INK, 2.4)
        return
    pen = QPen(QColor(HOLLOW), 1.9)
    if outlook.state == "away":
        pen.setDashPattern([1.6, 1.4])
    painter.setPen(pen)
    painter.drawPath(shape)
    if outlook.state == "paused":
        _stroke(painter, _lines(((8.4, 7.2), (8.4, 14.8)), ((13.6, 7.2), (13.6, 14.8))), HOLLOW, 2.8)
    elif outlook.state == "off":
        _stroke(painter, _letter(outlook.mode), HOLLOW, 2.0)
        _stroke(painter, _lines(((2.5, 19.5), (19.5, 2.5))), HOLLOW, 2.0)
    else:
        _stroke(painter, _lines(((7.5, 11), (14.5, 11))), HOLLOW, 2.4)


def _shape(mode: str) -> QPainterPath:
    """Circle, rounded square or hexagon; a circle also when the mode is not known."""
    path = QPainterPath()
    if mode == "professional":
        path.addRoundedRect(QRectF(1.5, 1.5, 19, 19), 4, 4)
    elif mode == "official":
        corners = [(11, 0.8), (20.2, 5.9), (20.2, 16.1), (11, 21.2), (1.8, 16.1), (1.8, 5.9)]
        path.addPolygon(QPolygonF([QPointF(x, y) for x, y in corners]))
        path.closeSubpath()
    else:
        path.addEllipse(QRectF(1.2, 1.2, 19.6, 19.6))
    return path


def _letter(mode: str) -> QPainterPath:
    """P, Pr or O as strokes: the same on every machine, whatever fonts it has."""
    path = QPainterPath()
    if mode == "official":
        path.addEllipse(QRectF(7.2, 6.6, 7.6, 8.8))
        return path
    left = 5.2 if mode == "professional" else 8.4
    path.moveTo(left, 15.6)
    path.lineTo(left, 6.4)
    path.lineTo(left + 2.4, 6.4)
    path.arcTo(QRectF(left - 0.2, 6.4, 5.2, 5.2), 90, -180)
    path.lineTo(left, 11.6)
    if mode == "professional":
        path.moveTo(13.4, 15.6)
        path.lineTo(13.4, 9.6)
        path.moveTo(13.4, 12)
        path.quadTo(13.8, 9.7, 16.8, 9.8)
    return path


def _lines(*lines: tuple[tuple[float, float], tuple[float, float]]) -> QPainterPath:
    path = QPainterPath()
    for begin, end in lines:
        path.moveTo(*begin)
        path.lineTo(*end)
    return path


def _stroke(painter: QPainter, path: QPainterPath, colour: str, width: float) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(
        QPen(QColor(colour), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    )
    painter.drawPath(path)
