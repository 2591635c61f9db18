"""How many of the three columns there is room for, at this width and this size of text. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

_MAP = 288  # px at a text scale of 1
_PANEL = 336
_SLIM_PANEL = 304
_QUESTION = 520


class Side(StrEnum):
    """The column that was asked for while it was out of sight."""

    MAP = "map"
    PANEL = "panel"


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Width in px of the side columns; 0 is hidden. Without the question a side takes all the room."""

    map_width: int
    panel_width: int
    has_question: bool = True


def arrange(width: int, text_scale: float, wanted: Side | None) -> Arrangement:
    """The question always has its room; a side that does not fit beside it stands in its place when wanted."""
    side_map, panel, slim, question = (round(part * text_scale) for part in (_MAP, _PANEL, _SLIM_PANEL, _QUESTION))
    if width >= side_map + question + slim:
        return Arrangement(side_map, panel if width >= side_map + question + panel else slim)
    if wanted is Side.PANEL and width >= question + slim:
        return Arrangement(0, slim)
    if wanted is not Side.PANEL and width >= side_map + question:
        return Arrangement(side_map, 0)
    if wanted is Side.MAP:
        return Arrangement(width, 0, has_question=False)
    if wanted is Side.PANEL:
        return Arrangement(0, width, has_question=False)
    return Arrangement(0, 0)
