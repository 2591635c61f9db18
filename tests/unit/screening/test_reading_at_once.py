from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from intake.screening.patterns import read_phrase
from intake.screening.phrase_book import BREAK, phrase_book
from intake.screening.words import hiding_places

_SIGNS = re.compile(r"[@$!*|\u00b7]|[-.](?<=\w[-.])\w|[^\w]{3}")
_APART = re.compile(r"(?<!\w)(?<!\w')\w[\s.\-_*]{1,2}\w[\s.\-_*]")
_PHRASES = ["a b", "a (b|c) d", "dd*", "a .. e", "c dd* .. a b", "e", "(a|b) (c|dd*) e", "e e"]
_BOOK = phrase_book(
    [(parts, number) for number, phrase in enumerate(_PHRASES) for parts in read_phrase(phrase, {})],
    frozenset({"a", "b"}),
)
_KNOWN = {word: _BOOK.known(word) for word in ["a", "b", "c", "d", "dd", "ddd", "e", ",", "f"]}


@settings(max_examples=400)
@given(st.text(alphabet="ab i.'-_* \n!é9\"", max_size=30))
def test_places_that_may_hide_a_word_are_those_of_the_plain_patterns(text: str) -> None:
    assert hiding_places(text) == [found.start() for one in (_SIGNS, _APART) for found in one.finditer(text)]


@settings(max_examples=300)
@given(st.lists(st.lists(st.sampled_from(sorted(_KNOWN)), max_size=8), max_size=5))
def test_many_sentences_at_once_give_what_each_gives_alone(sentences: list[list[str]]) -> None:
    words: list[str] = []
    alone: list[tuple[int, int, int]] = []
    for sentence in sentences:
        at = len(words)
        alone += [(one.meaning, one.first + at, one.after + at) for one in _BOOK.find(sentence, _KNOWN)]
        words += [*sentence, BREAK]
    assert _BOOK.find(words, _KNOWN) == alone
