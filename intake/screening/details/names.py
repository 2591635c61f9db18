"""Names of persons, by a list of given names: a full one, one's own, and that of somebody close."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from intake.plain_letters import plain_letters
from intake.screening.details.detail import Detail, DetailWords, Whose
from intake.screening.details.listed import either

_NAME = r"[A-Z\u00c0-\u00de][\w'\u2019-]{1,30}"
_SURNAMES = re.compile(rf"(?: (?:[A-Z]\.|de|la|del|los|van|von|da|dos|di)){{0,3}}( {_NAME}){{1,2}}|( [A-Z]\.)(?! ?\w)")
_INSIDE = re.compile(r"[^\W\d_A-Z],? $")
_ENDS = frozenset(".!?:")
_LONGEST = 40


class Names:
    """A given name alone is no detail: it counts with a second one, after "I'm", or after a word for somebody close.

    A name that is on no list has capitals inside a sentence, and counts less surely.
    """

    def __init__(self, words: DetailWords) -> None:
        self._given, self._no_given, self._no_surname = words.given_names, words.no_given, words.no_surname
        self._name = re.compile(_NAME)
        self._place = re.compile(rf"(?<!\w)(?i:{either(words.place_follows)}) $")
        self._told = re.compile(rf"(?<!\w)(?i:{either(words.says_own_name)}):? (?:(?i:{either(words.titles)}) )?$")
        self._named = re.compile(rf"(?<!\w)(?i:{either(words.says_name)}:? |{either(words.kin)},? (?:is |= )?)$")

    def find(self, text: str, numbers: Sequence[int]) -> Iterator[Detail]:
        """Each that holds a given name of the list, or that can be nothing else."""
        del numbers
        listed: dict[str, bool] = {}
        after = 0
        for found in self._name.finditer(text):
            at, word = found.start(), found.group()
            is_listed = listed.get(word)
            if is_listed is None:
                is_listed = listed[word] = self._is_given(word)
            if not is_listed and text[at - 2 : at - 1] in _ENDS:
                continue  # as most capitals open a sentence
            if at < after or word.isupper() or text[at - 1 : at].isalnum():
                continue  # in a text in capitals every word looks like a name
            if not is_listed and (not _INSIDE.search(text, max(0, at - 3), at) or _plain(word) in self._no_given):
                continue
            surnames = _SURNAMES.match(text, found.end())
            is_full = surnames is not None and plain_letters((surnames[1] or "").strip()) not in self._no_surname
            whose = self._whose(text[max(0, at - _LONGEST) : at], is_listed, is_full)
            after = surnames.end() if surnames and is_full else found.end()
            if whose is not None:
                yield Detail(at, after, whose)

    def _is_given(self, word: str) -> bool:
        first = _plain(word)
        return first in self._given or first.split("-")[0] in self._given

    def _whose(self, before: str, is_listed: bool, is_full: bool) -> Whose | None:
        if (is_listed or is_full) and self._told.search(before):
            return Whose.UNLESS_OTHERS
        if is_listed and is_full:
            return Whose.GUESSED
        if self._named.search(before):
            return Whose.ONLY_OWN
        return Whose.ONLY_OWN if is_full and not self._place.search(before) else None


def _plain(word: str) -> str:
    return plain_letters(word).replace("\u2019", "'").removesuffix("'s")
