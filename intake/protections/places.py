"""Which instruments reach a place: its own, those of the places that it lies in, and the model policies."""

from __future__ import annotations

from intake.protections.model import MODEL_JURISDICTION, Instrument, Protections


def chain(protections: Protections, jurisdiction: str) -> tuple[str, ...]:
    """The place and all that it lies in, nearest first.

    A place that nobody has described yet stands for the nearest one around it that somebody has.
    """
    place = jurisdiction
    while place and place not in protections.jurisdictions:
        place = place.rpartition("-")[0]
    found: list[str] = []
    while place and place not in found:
        found.append(place)
        place = protections.jurisdictions[place].parent
    return tuple(found)


def within_reach(protections: Protections, jurisdiction: str) -> tuple[Instrument, ...]:
    """The instruments to judge there, the nearest place first, the model policies last."""
    places = (*chain(protections, jurisdiction), MODEL_JURISDICTION)
    return tuple(
        instrument for place in places for instrument in protections.instruments if instrument.jurisdiction == place
    )
