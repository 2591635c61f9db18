"""Find instruments by words: in their titles, their plain words, where they are written, and what they reach."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from intake.plain_letters import plain_letters
from intake.protections.library.card import InstrumentCard


@dataclass(frozen=True, slots=True)
class Shelf:
    """The instruments of one place, in their order; the shelf of the models stands apart, as the last."""

    place: str
    is_model: bool
    cards: tuple[InstrumentCard, ...]


def search(cards: tuple[InstrumentCard, ...], words: str = "") -> tuple[Shelf, ...]:
    """The shelves that have something with every one of ``words``; with no words all of them."""
    wanted = plain_letters(words).split()
    found = [card for card in cards if _has(card, wanted)]
    places = dict.fromkeys((card.is_model, card.place) for card in found)
    return tuple(
        Shelf(place, is_model, tuple(card for card in found if (card.is_model, card.place) == (is_model, place)))
        for is_model, place in sorted(places, key=lambda one: one[0])
    )


def _has(card: InstrumentCard, wanted: list[str]) -> bool:
    text = plain_letters(" ".join(_searched(card)))
    return all(word in text for word in wanted)


def _searched(card: InstrumentCard) -> Iterator[str]:
    yield from (card.title, card.short_title, card.place, card.kind, card.plain_words, card.who_promised)
    yield from (card.source_line, card.instrument, *card.effects, *card.offences)
    for part in (*card.promises, *card.asides):
        yield from (part.title, part.effect)
