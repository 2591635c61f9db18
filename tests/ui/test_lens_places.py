"""Places in a text: as Qt counts them, after a change, and what is put in or taken out there."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.actions.screening.box_check import Marked
from intake.actions.screening.harm_words import HarmWords
from intake.actions.screening.look_over import Passage
from ui.lens.fitting import in_place_of, named_after, without
from ui.lens.moved import moved
from ui.lens.offsets import Offsets

ANY = st.text(alphabet=st.characters(codec="utf-8"), max_size=60)
SHORT = st.text(alphabet="ab \U0001f600", max_size=12)


def mark(start: int, end: int) -> Marked:
    return Marked(Passage(start, end, "drugs", "reporter"), HarmWords("What", "Why", "", "", ()))


@given(text=ANY, data=st.data())
def test_a_place_goes_to_qt_and_back(text: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(text)))
    units = len(text[:at].encode("utf-16-le")) // 2
    assert Offsets(text).to_qt(at) == units
    assert Offsets(text).from_qt(units) == at


def test_a_place_inside_an_emoji_is_the_one_before_it() -> None:
    assert Offsets("a\U0001f600b").from_qt(2) == 1


@given(before=SHORT, removed=SHORT, put=SHORT, after=SHORT, passage=SHORT.filter(bool))
def test_a_mark_behind_or_before_a_change_keeps_its_words(
    before: str, removed: str, put: str, after: str, passage: str
) -> None:
    old, new = f"{before}{removed}{after}|{passage}|", f"{before}{put}{after}|{passage}|"
    start = len(old) - len(passage) - 1
    (one,) = moved((mark(start, start + len(passage)),), old, new)
    assert new[one.passage.start : one.passage.end] == passage
    flipped = moved((mark(1, 1 + len(passage)),), f"|{passage}|{old}", f"|{passage}|{new}")
    assert [(one.passage.start, one.passage.end) for one in flipped] == [(1, 1 + len(passage))]


@given(old=SHORT, new=SHORT, data=st.data())
def test_a_moved_mark_always_lies_in_the_text(old: str, new: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(old)))
    end = data.draw(st.integers(start, len(old)))
    for one in moved((mark(start, end),), old, new):
        assert 0 <= one.passage.start < one.passage.end <= len(new)


def test_a_mark_whose_words_are_all_gone_goes() -> None:
    assert moved((mark(4, 7),), "one two three", "one  three") == ()


@pytest.mark.parametrize(
    ("text", "passage", "left"),
    [
        ("He hit me. I was high. He ran.", "I was high.", "He hit me. He ran."),
        ("I was high. He ran.", "I was high.", "He ran."),
        ("He ran. I was high.", "I was high.", "He ran."),
        ("He hit me, I was high, and ran.", "I was high", "He hit me,, and ran."),
        ("I was high", "I was high", ""),
        ("He hit me. I was high. He ran.", "I was high", "He hit me. He ran."),
        ("I was high?! He ran.", "I was high", "He ran."),
        ("He said I was high. He ran.", "I was high", "He said. He ran."),
    ],
)
def test_leaving_out_takes_one_space_along(text: str, passage: str, left: str) -> None:
    at = text.index(passage)
    start, end = without(text, at, at + len(passage))
    assert text[:start] + text[end:] == left


@given(text=st.text(alphabet="a. \n#", max_size=20))
def test_leaving_out_never_takes_a_word_of_anything_else(text: str) -> None:
    for found in re.finditer("#+", text):
        start, end = without(text, *found.span())
        assert text[start:end].strip(" .") == found.group()
        assert text[start:end].count(" ") <= 1
        assert found.start() - start <= 1


@pytest.mark.parametrize(
    ("text", "passage", "put"),
    [
        ("We talked. I got high. He ran.", "I got high.", "It rained."),
        ("We talked, I got high, he ran.", "I got high", "it rained"),
        ("I got high", "I got high", "It rained"),
    ],
)
def test_other_words_fit_their_place_in_the_sentence(text: str, passage: str, put: str) -> None:
    start = text.index(passage)
    assert in_place_of("it rained", text, start, start + len(passage)) == put


def test_the_other_person_is_named_before_the_sentence_ends() -> None:
    text = "Got high! Then he ran."
    at, words = named_after("(him)", text, 0, 9)
    assert text[:at] + words + text[at:] == "Got high (him)! Then he ran."
