"""The shape beside the word of each standing, so that colour never says it alone."""

from __future__ import annotations

from collections.abc import Mapping

from intake.protections.comparison.model import Standing

LOOKS: Mapping[Standing, tuple[str, str]] = {
    Standing.COVERED: ("full", "holds"),
    Standing.PARTLY: ("half", "stops"),
    Standing.LEFT_OUT: ("none", "ink_soft"),
    Standing.NOT_KNOWN: ("open", "ink_soft"),
}
"""The name of the picture and of the colour."""
