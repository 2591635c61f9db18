"""Qt counts a text in units of 16 bits, the core in letters of Unicode: an emoji is two of one and one of the other."""

from __future__ import annotations

from bisect import bisect_left

_LAST_SINGLE = "\uffff"


class Offsets:
    """Turns places in one text from one count into the other."""

    def __init__(self, text: str) -> None:
        is_plain = text.isascii() or max(text, default="") <= _LAST_SINGLE
        self._wide = [] if is_plain else [at for at, letter in enumerate(text) if letter > _LAST_SINGLE]
        self._wide_units = [at + before for before, at in enumerate(self._wide)]

    def to_qt(self, at: int) -> int:
        """The place as Qt counts."""
        return at + bisect_left(self._wide, at)

    def from_qt(self, at: int) -> int:
        """The place as the core counts; inside a wide letter, the place before it."""
        return at - bisect_left(self._wide_units, at)
