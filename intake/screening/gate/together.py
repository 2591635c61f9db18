"""What holds a line because words stand together in it, written as the phrases of the word packs are."""

from __future__ import annotations

from collections.abc import Sequence

from intake.screening.patterns import Part
from intake.screening.phrase_book import Looked
from intake.screening.phrase_index import phrase_book

_ANY_NUMBER = "0"


class Together:
    """Phrases that hold a line. In them 0 stands for any number."""

    def __init__(self, readings: Sequence[tuple[Part, ...]] = ()) -> None:
        self._book = phrase_book([(parts, 0) for parts in readings], {})

    def places(self, words: Sequence[str]) -> frozenset[int]:
        """Where in a line such words stand."""
        read = [_ANY_NUMBER if word.isdigit() else word for word in words]
        looked = Looked()
        self._book.look_up(set(read), looked)
        return frozenset(place for one in self._book.find(read, looked) for place in range(one.first, one.after))
