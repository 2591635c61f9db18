"""Street addresses with a house number. A crossing or a block is a place, and no address."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from intake.screening.details.detail import Detail, DetailWords, Whose
from intake.screening.details.listed import either

_NAMED = r"(?:[A-Z\u00c0-\u00de][\w'.]{0,20}|\d{1,3}(?:st|nd|rd|th))"
_NAME_ALONE = r"[A-Z\u00c0-\u00de][a-z\u00df-\u00ff][\w'.]{1,20}"
_LONGEST = 90


class Addresses:
    """As English writes them, 77 Olmo Ct, and as Spanish does, calle Olmo 77."""

    def __init__(self, words: DetailWords) -> None:
        streets, small, before = either(words.streets), either(words.small_streets), either(words.streets_before)
        number = r"(?<![\w$.,:/-])\d{1,5}[A-Za-z]?"
        self._full = re.compile(
            rf"{number} (?:[NSEW]\.? )?(?:{_NAMED} ){{1,3}}(?i:{streets})\b"
            rf"|{number} [^\W\d_]{{2,20}} (?i:{small})\b(?! \w+ing\b)"
            rf"|{number} (?:{_NAMED} ?){{1,2}},? (?i:{either(words.units)})\b"
        )
        self._before = re.compile(
            rf"\b(?i:{before})\.? (?:[^\W\d_][\w'.]{{0,20}} (?:no\.? |n\u00fam\.? |# ?)?){{1,4}}$"
        )
        self._box = re.compile(rf"(?<!\w)(?i:{either(words.boxes)}) (?:no\.? |n\u00fam\.? |# ?)?$")
        self._number = re.compile(r"\d{2,5}\b")
        self._short = re.compile(rf"{number} (?!(?i:{either(words.months)})\b){_NAME_ALONE}")

    def find(self, text: str, numbers: Sequence[int]) -> Iterator[Detail]:
        """Addresses with a street, a flat or a box; a number before a name only where it is the reporter's."""
        for at in numbers:
            full, short = self._full.match(text, at), self._short.match(text, at)
            if full:
                yield Detail(*full.span(), Whose.UNLESS_OTHERS)
            elif short:
                yield Detail(*short.span(), Whose.ONLY_OWN)
            number = self._number.match(text, at)
            is_behind_a_word = number and text[max(0, at - 2) : at - 1].isalpha()
            box = self._box.search(text, max(0, at - _LONGEST), at) if number else None
            street = self._before.search(text, max(0, at - _LONGEST), at) if is_behind_a_word else None
            opens = street or box
            if number and opens:
                yield Detail(opens.start(), number.end(), Whose.UNLESS_OTHERS)
