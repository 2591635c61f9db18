"""The lines of the drawing: one neutral outline, cut into the places that the questions name. No widget here.

Lengths are units of the drawing: x from the middle of the body, y from the top of its head.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath, QPolygonF

HALF_WIDTH, HEIGHT = 88.0, 456.0
_STEPS = 4  # straight lines for one stretch of the outline: finer is not seen, and every line costs time to draw

_HALF = (  # the right half of the outline, from the top of the head down the outside and up the inside of the leg
    *((0, 8), (15, 12), (23, 26), (22, 44), (15, 60), (11, 68), (11, 78), (22, 86), (42, 92), (52, 104)),
    *((57, 130), (61, 160), (67, 186), (73, 215), (77, 236), (83, 250), (84, 266), (78, 278), (71, 270)),
    *((66, 254), (63, 238), (56, 208), (50, 182), (47, 158), (43, 126), (39, 146), (37, 168), (37, 188)),
    *((42, 214), (46, 240), (46, 270), (42, 310), (38, 336), (39, 364), (33, 400), (30, 420), (34, 434)),
    *((35, 446), (22, 450), (14, 442), (15, 420), (13, 396), (11, 366), (14, 338), (11, 310), (6, 276), (0, 252)),
)
_ARM = ((41, 80), (70, 80), (100, 238), (57, 238), (43, 126))
_HAND = ((57, 238), (100, 238), (100, 290), (57, 290))
_FOOT = ((1, 420), (44, 420), (44, HEIGHT), (1, HEIGHT))


def front(whole: QPainterPath) -> Mapping[str, QPainterPath]:
    """The places of the whole body that are seen from the front, each by the id of its option."""
    face = _ellipse(0, 42, 16, 20)
    genitals = _ellipse(0, 241, 16, 15)
    return _cut(
        whole,
        {
            "face": face,
            "head": _band(0, 66),
            "genitals": genitals,
            "neck": _ellipse(0, 70, 17, 17),
            "arms": _both(_ARM),
            "hands": _both(_HAND),
            "chest": _rect(-50, 66, 50, 146),
            "stomach": _rect(-50, 146, 50, 200),
            "hips": _rect(-54, 200, 54, 250),
            "feet": _both(_FOOT),
            "legs": _band(250, 420),
        },
    )


def back(whole: QPainterPath) -> Mapping[str, QPainterPath]:
    """The places that are seen from behind."""
    return _cut(
        whole,
        {
            "head": _band(0, 66),
            "neck": _ellipse(0, 70, 17, 17),
            "arms": _both(_ARM),
            "hands": _both(_HAND),
            "back": _rect(-50, 66, 50, 190),
            "hips": _rect(-54, 190, 54, 214),
            "buttocks": _rect(-54, 214, 54, 262),
            "feet": _both(_FOOT),
            "legs": _band(262, 420),
        },
    )


def outline() -> QPainterPath:
    """The whole body as one closed line."""
    points = [QPointF(x, y) for x, y in _HALF] + [QPointF(-x, y) for x, y in reversed(_HALF[1:-1])]
    return _smooth(points)


def _cut(whole: QPainterPath, pieces: Mapping[str, QPainterPath]) -> Mapping[str, QPainterPath]:
    """Each piece of the body without those named before it, so that no two overlap."""
    earlier = list(pieces.values())
    return {
        name: whole.intersected(_without(piece, earlier[:number]))
        for number, (name, piece) in enumerate(pieces.items())
    }


def _without(piece: QPainterPath, others: Sequence[QPainterPath]) -> QPainterPath:
    """What is left of a plain shape: to cut plain shapes from each other is little work beside cutting the outline."""
    left = piece
    for other in others:
        if other.intersects(piece):
            left = left.subtracted(other)
    return left


def _smooth(points: Sequence[QPointF]) -> QPainterPath:
    """A closed curve through all points (Catmull-Rom), as short straight lines."""
    count = len(points)
    line = QPolygonF()
    for number in range(count):
        before, start, end, after = (points[(number + step) % count] for step in (-1, 0, 1, 2))
        bends = (start, start + (end - before) / 6, end - (after - start) / 6, end)
        line.append([_between(bends, step / _STEPS) for step in range(_STEPS)])
    path = QPainterPath()
    path.addPolygon(line)
    path.closeSubpath()
    return path


def _between(bends: tuple[QPointF, QPointF, QPointF, QPointF], share: float) -> QPointF:
    """The point of a cubic Bézier curve at a share of its way."""
    start, leaving, arriving, end = bends
    rest = 1 - share
    return start * rest**3 + (leaving * rest + arriving * share) * (3 * rest * share) + end * share**3


def _both(points: Sequence[tuple[float, float]]) -> QPainterPath:
    path = QPainterPath()
    for side in (1, -1):
        path.addPolygon(QPolygonF([QPointF(side * x, y) for x, y in points]))
        path.closeSubpath()
    return path


def _band(top: float, bottom: float) -> QPainterPath:
    return _rect(-HALF_WIDTH, top, HALF_WIDTH, bottom)


def _rect(left: float, top: float, right: float, bottom: float) -> QPainterPath:
    path = QPainterPath()
    path.addRect(QRectF(QPointF(left, top), QPointF(right, bottom)))
    return path


def _ellipse(x: float, y: float, across: float, down: float) -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(QPointF(x, y), across, down)
    return path
