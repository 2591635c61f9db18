"""Read every instrument as a page, and find some by words. No report is needed, and none can reach it."""

from __future__ import annotations

from datetime import date

from intake.protections.library.card import InstrumentCard, instrument_card
from intake.protections.library.search import Shelf, search
from intake.protections.model import Protections
from intake.wording.catalogue import Wording


def read_library(protections: Protections, wording: Wording, today: date) -> tuple[InstrumentCard, ...]:
    """Every instrument in one language; ``today`` says whose review is past due."""
    return tuple(instrument_card(one, protections, wording, today) for one in protections.instruments)


def find_in_library(cards: tuple[InstrumentCard, ...], words: str) -> tuple[Shelf, ...]:
    """The shelves with what has all of ``words`` in it; with no words the whole library."""
    return search(cards, words)
