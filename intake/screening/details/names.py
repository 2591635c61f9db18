"""Names of persons, by a list of given names: a full one, one's own, and that of somebody close."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from intake.plain_letters import plain_letters
from intake.screening.details.detail import Detail, DetailWords, Whose
from intake.screening.details.listed import either

_NAME = r"[A-Z\u00c0-\u00de][\w'\u2019-]{1,30}"
_SURNAMES = re.compile(rf"(?: (?:[A-Z]\.|de|la|del|los|van|von|da|dos|di)){{0,3}}( {_NAME}){{1,2}}")
_LONGEST = 40


class Names:
    """A given name alone is no detail: it counts with a second one, after "I'm", or after a word for somebody close."""

    def __init__(self, words: DetailWords) -> None:
        self._given, self._no_surname = words.given_names, words.no_surname
        self._name = re.compile(_NAME)
        self._told = re.compile(rf"(?<!\w)(?i:{either(words.says_own_name)}):? $")
        self._named = re.compile(rf"(?<!\w)(?i:{either(words.says_name)}:? |{either(words.kin)},? (?:is |= )?)$")

    def find(self, text: str, numbers: Sequence[int]) -> Iterator[Detail]:
        """Each that holds a given name of the list."""
        del numbers
        after = 0
        for found in self._name.finditer(text):
            at = found.start()
            if at < after or not self._is_given(found.group()) or text[at - 1 : at].isalnum():
                continue
            surnames = _SURNAMES.match(text, found.end())
            is_full = surnames is not None and plain_letters(surnames[1].strip()) not in self._no_surname
            after = surnames.end() if surnames and is_full else found.end()
            whose = self._whose(text[max(0, at - _LONGEST) : at], is_full)
            if whose is not None:
                yield Detail(at, after, whose)

    def _whose(self, before: str, is_full: bool) -> Whose | None:
        if self._told.search(before):
            return Whose.UNLESS_OTHERS
        if is_full:
            return Whose.GUESSED
        return Whose.ONLY_OWN if self._named.search(before) else None

    def _is_given(self, word: str) -> bool:
        if word.isupper():
            return False  # in a text in capitals every word looks like a name
        first = plain_letters(word).replace("\u2019", "'").removesuffix("'s")
        return first in self._given or first.split("-")[0] in self._given
