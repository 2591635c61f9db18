"""A line of a language without blanks, or with blanks inside its words, is cut into the words on its lists."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.actions.screening.open_lens import shipped_packs
from intake.screening.gate.cutting import Listed
from intake.screening.words import words_of
from tests.shipped import shipped_content

CHINESE = Listed(frozenset({"那个人", "人", "打", "打了", "受害人", "的", "脸"}))
THAI = Listed(frozenset({"ผู้ชาย", "ตี", "หน้า", "ผู้เสียหาย", "เสีย"}))
VIETNAMESE = Listed(frozenset({"người", "người đàn ông", "đánh", "nạn nhân", "bàn"}))
KOREAN = Listed(frozenset({"남자가", "얼굴", "때렸다", "밤"}), frozenset({"을", "에", "시", "시에"}))


@pytest.fixture(scope="module", autouse=True)
def packs_read() -> None:
    """Before the first example, whose time is limited."""
    shipped_packs(shipped_content())


def places_in(text: str) -> list[tuple[int, int]]:
    folded = shipped_packs(shipped_content()).folding.fold(text)
    return [folded.span(one.start, one.end) for one in words_of(folded.text, 0, len(folded.text))]


def cut(listed: Listed, text: str) -> list[str]:
    return [one.text for one in listed.cut(text, places_in(text))]


@pytest.mark.parametrize(
    ("listed", "text", "words"),
    [
        (CHINESE, "那个人打了受害人的脸", ["那个人", "打了", "受害人", "的", "脸"]),
        (CHINESE, "那个人打了客人", ["那个人", "打了", "客", "人"]),
        (CHINESE, "那个,人", ["那", "个", ",", "人"]),
        (THAI, "ผู้ชายตีหน้าผู้เสียหาย", ["ผู้ชาย", "ตี", "หน้า", "ผู้เสียหาย"]),
        (VIETNAMESE, "Người đàn ông đánh nạn nhân", ["người đàn ông", "đánh", "nạn nhân"]),
        (VIETNAMESE, "người đàn  ông", ["người", "đàn", "ông"]),
        (VIETNAMESE, "bán bàn", ["bán", "bàn"]),
        (KOREAN, "남자가 밤 10시에 얼굴을 때렸다", ["남자가", "밤", "10", "시에", "얼굴", "을", "때렸다"]),
        (KOREAN, "얼굴을에", ["얼굴을에"]),
    ],
)
def test_a_line_is_read_as_the_fewest_listed_words(listed: Listed, text: str, words: list[str]) -> None:
    assert cut(listed, text) == words


def test_letters_and_their_marks_apart_are_the_same_word() -> None:
    assert cut(VIETNAMESE, unicodedata.normalize("NFD", "nạn nhân")) == ["nạn nhân"]


@given(st.text(alphabet="那个人打了受害客脸,。 ", max_size=60))
def test_no_letter_is_left_out_and_none_comes_twice(text: str) -> None:
    places = places_in(text)
    pieces = CHINESE.cut(text, places)
    assert [number for one in pieces for number in range(one.first, one.last)] == list(range(len(places)))
