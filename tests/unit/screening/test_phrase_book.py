from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from intake.screening.patterns import Part, Parts, read_phrase
from intake.screening.phrase_book import Found, Looked
from intake.screening.phrase_index import phrase_book
from intake.screening.words import STOPS

_OFTEN = {"a": 0.05, "b": 0.01}
_PHRASES = [
    "a b",
    "a (b|c) d",
    "dd*",
    "a .. e",
    "c dd* .. a b",
    "b (c|) e",
    "e",
    "(a|b) (c|dd*) e",
    "b .. dd .. c",
    "e e",
]
_WORDS = ["a", "b", "c", "d", "dd", "ddd", "e", ",", "f"]


def fits(parts: Sequence[Part], words: Sequence[str], at: int) -> int | None:
    """The end of the shortest reading of the parts from a place on, found by trying everything."""
    if not parts:
        return at
    if parts[0].is_gap:
        for skipped in range(4):
            if skipped and (at + skipped > len(words) or words[at + skipped - 1] in STOPS):
                return None
            end = fits(parts[1:], words, at + skipped)
            if end is not None:
                return end
        return None
    return fits(parts[1:], words, at + 1) if at < len(words) and parts[0].holds(words[at]) else None


def found(phrases: Sequence[str], words: Sequence[str]) -> list[Found]:
    shared = Parts()
    readings = [(parts, number) for number, phrase in enumerate(phrases) for parts in read_phrase(phrase, {}, shared)]
    book = phrase_book(readings, _OFTEN)
    looked = Looked()
    book.look_up(set(words), looked)
    return book.find(words, looked)


@settings(max_examples=400)
@given(st.lists(st.sampled_from(_PHRASES), min_size=1, unique=True), st.lists(st.sampled_from(_WORDS), max_size=14))
def test_what_is_found_by_its_rarest_neighbours_is_what_trying_everywhere_finds(
    phrases: list[str], words: list[str]
) -> None:
    met = found(phrases, words)
    everywhere = {
        number
        for number, phrase in enumerate(phrases)
        for parts in read_phrase(phrase, {})
        for at in range(len(words))
        if fits(parts, words, at) is not None
    }
    assert {one.meaning for one in met} == everywhere
    for one in met:
        ends = {fits(parts, words, one.first) for parts in read_phrase(phrases[one.meaning], {})}
        assert 0 <= one.first < one.after <= len(words)
        assert any(end is not None and end <= one.after for end in ends)
