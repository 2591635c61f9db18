"""A text is read as a whole and by the shortest way; it must give what each sentence read slowly gives."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intake.actions.screening.open_lens import shipped_lens
from intake.screening.lens import Lens
from intake.screening.patterns import Parts, read_phrase
from intake.screening.phrase_book import Looked
from intake.screening.phrase_index import phrase_book
from intake.screening.sentences import Sentence, split_sentences
from intake.screening.spans import Span, clause_around
from intake.screening.words import (
    BREAK,
    Word,
    clean,
    hiding_places,
    odd_among,
    places_of,
    put_right,
    strange_runs,
    words_in_order,
)
from tests.shipped import shipped_content

_ODD = re.compile(r"_|(.)\1\1|\d[^\W\d_]|[^\W\d_]\d")
_PHRASES = ["a b", "a (b|c) d", "dd*", "a .. e", "c dd* .. a b", "e", "(a|b) (c|dd*) e", "e e"]
_PARTS = Parts()
_BOOK = phrase_book(
    [(parts, number) for number, phrase in enumerate(_PHRASES) for parts in read_phrase(phrase, {}, _PARTS)],
    {"a": 0.05, "b": 0.01},
)
_WORDS = ["a", "b", "c", "d", "dd", "ddd", "e", ",", "f"]
_LOOKED = Looked()
_BOOK.look_up(set(_WORDS), _LOOKED)
_SIGNS = "ab i.'-_*@$!|, ;\n93\"?"
_PIECES = [
    "I was escorting back then",
    "he is my client",
    "my e s c o r t ad",
    "he paid $200 for the hour",
    "I smoke m3th",
    "es-cort",
    "he hit me!!!",
    "my papers are not in order;",
    "no soy de aqui",
    "the prescripton for hiv",
    "at 3pm.",
    "?",
    "- ",
]
_OF_OTHER_SCRIPTS = [
    "\u043e\u043d \u043c\u0435\u043d\u044f \u0443\u0434\u0430\u0440\u0438\u043b",
    "\u4ed6\u6253\u4e86\u6211\u3002\u6211\u8dd1\u4e86",
    "\u0e40\u0e02\u0e32\u0e15\u0e35\u0e09\u0e31\u0e19",
    "\uadf8\uac00 \ub098\ub97c \ub54c\ub838\ub2e4",
    "he said \u4e0d",
    "\u0a05\u0a17\u0a3e\u0a02",
    "4 \u00aa",
]


@pytest.fixture(scope="module")
def packs() -> Lens:
    return replace(shipped_lens(shipped_content()), judge=None)


@settings(max_examples=300)
@given(st.lists(st.lists(st.sampled_from(_WORDS), max_size=8), max_size=5))
def test_many_sentences_at_once_give_what_each_gives_alone(sentences: list[list[str]]) -> None:
    words: list[str] = []
    alone: list[tuple[int, int, int]] = []
    for sentence in sentences:
        at = len(words)
        alone += [(one.meaning, one.first + at, one.after + at) for one in _BOOK.find(sentence, _LOOKED)]
        words += [*sentence, BREAK]
    assert _BOOK.find(words, _LOOKED) == alone


@settings(max_examples=500)
@given(st.text(alphabet=_SIGNS + "\u00b7\u00bf\u2014\u201c\u2028", max_size=30))
def test_no_hidden_word_stands_outside_the_places_that_may_hide_one(text: str) -> None:
    assert not strange_runs(text)
    hiding = hiding_places(text)
    for start, end in split_sentences(text):
        places = places_of(text, start, end, is_plain=True)
        words = [clean(text[first:last]) for first, last in places]
        if put_right(text, places, words, lambda word: word) is not None:
            odd = odd_among({text[first:last] for first, last in places})
            assert odd or any(start <= place < end for place in hiding)


@settings(max_examples=300)
@given(st.text(alphabet=_SIGNS + "\u00b7\u00bf\u2014\u201c", max_size=40))
def test_cutting_plain_text_at_blanks_gives_its_words(text: str) -> None:
    bounds = list(split_sentences(text))
    quickly = words_in_order(text, bounds)
    assert quickly == words_in_order(text, bounds, set(range(len(bounds))))
    assert quickly == words_in_order(text, bounds, set(range(0, len(bounds), 2)))
    slowly = [[text[a:b] for a, b in places_of(text, *one, is_plain=False)] for one in bounds]
    assert quickly == [word for words in slowly for word in (*words, BREAK)]


@settings(max_examples=300)
@given(st.sets(st.text(alphabet="ab9_'\u00e9", min_size=1, max_size=6), max_size=6))
def test_odd_words_are_those_of_the_plain_pattern(words: set[str]) -> None:
    assert odd_among(words) == {word for word in words if _ODD.search(word)}


@settings(max_examples=300)
@given(st.text(alphabet=_SIGNS + ")", max_size=40), st.sampled_from(["\n\u3002", "\n\u00e9"]))
def test_plain_text_is_cut_into_sentences_as_any_other(text: str, other: str) -> None:
    beside = [one for one in split_sentences(text + other) if one[0] < len(text)]
    assert list(split_sentences(text)) == beside


@settings(max_examples=200)
@given(st.text(alphabet=_SIGNS + ":()", min_size=1, max_size=40), st.data())
def test_a_clause_of_plain_text_ends_where_it_does_in_any_other(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    assert clause_around(text, start, end, 0, len(text)) == clause_around(text + "\u00e9", start, end, 0, len(text))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(_PIECES), st.sampled_from([". ", "\n", ", ", " ", "! "])), max_size=6))
def test_the_short_way_marks_what_the_long_way_marks(packs: Lens, pieces: list[tuple[str, str]]) -> None:
    text = "".join(piece + sign for piece, sign in pieces)
    beside = packs.screen(f"{text}\n\u2600", "en")  # a sign for which the whole text is read the long way
    assert packs.screen(text, "en").spans == tuple(one for one in beside.spans if one.start < len(text))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from([*_PIECES, *_OF_OTHER_SCRIPTS]), min_size=1, max_size=6))
def test_a_sentence_has_the_language_it_has_alone_whatever_stands_beside_it(packs: Lens, lines: list[str]) -> None:
    together = [one.lang for one in packs.screen("\n".join(lines), "en").sentences]
    alone = [one.lang for line in lines for one in packs.screen(line, "en").sentences]
    assert together == alone


def test_a_long_run_of_letters_in_another_script_is_known_in_each_of_the_sentences_it_is_cut_into(packs: Lens) -> None:
    screened = packs.screen("He hit me. " + "\u0434" * 5000, "en")
    assert [one.lang for one in screened.sentences] == ["en", *["ru"] * (len(screened.sentences) - 1)]
    assert len(screened.sentences) > 2


def test_what_is_marked_is_told_by_its_place_alone() -> None:
    told = repr([Span(3, 9, "drugs", "reporter", 0.9), Sentence(0, 12, "es"), Word("speed", 3, 8)])
    assert told == "[Span(start=3, end=9, confidence=0.9), Sentence(start=0, end=12, score=None), Word(start=3, end=8)]"
