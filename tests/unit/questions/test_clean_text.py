from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, strategies

from intake.questions.clean_text import LONGEST_PASTE, clean_text

LIMIT = 160
any_text = strategies.text(max_size=300)


@pytest.mark.parametrize(
    ("raw", "kept"),
    [
        ("  calm  ", "calm"),
        ("a\x00b\x07c\x1bd\x7fe\x9ff", "abcdef"),
        ("one\r\ntwo\rthree\x0bfour\u2028five\x85six", "one\ntwo\nthree\nfour\nfive\nsix"),
        ("tab\there", "tab\there"),
        ("lone \ud800 half", "lone  half"),
        ("e\u0301", "\u00e9"),
        ("\u05e9\u05dc\u05d5\u05dd \u200fabc\u202b", "\u05e9\u05dc\u05d5\u05dd \u200fabc\u202b"),
        ("\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645", "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645"),
        ("\u0e17\u0e35\u0e48\u0e19\u0e35\u0e48", "\u0e17\u0e35\u0e48\u0e19\u0e35\u0e48"),
        ("\U0001f469\u200d\U0001f680", "\U0001f469\u200d\U0001f680"),
    ],
)
def test_what_carries_meaning_stays_and_what_breaks_files_goes(raw: str, kept: str) -> None:
    assert clean_text(raw, LIMIT) == kept


@pytest.mark.parametrize("raw", ["", " ", "\n\t \r\n", "\x00\x01", "\u200b\u200f", "\u00a0\u3000"])
def test_text_that_shows_nothing_is_empty(raw: str) -> None:
    assert clean_text(raw, LIMIT) == ""


def test_length_is_counted_after_cleaning() -> None:
    assert clean_text("e\u0301" * LIMIT + "\x00" * 500, LIMIT) == "\u00e9" * LIMIT
    assert clean_text("x" * LIMIT, LIMIT) == "x" * LIMIT
    assert clean_text("x" * (LIMIT + 1), LIMIT) is None
    assert clean_text("x" * (LIMIT * 4 + 1), LIMIT) is None


def test_a_paste_of_ten_megabytes_is_not_even_looked_at() -> None:
    assert clean_text("x" * 10_000_000, 100_000) is None
    assert clean_text("\x00" * LONGEST_PASTE + "x", LIMIT) is None


def test_endless_combining_marks_neither_stall_the_screen_nor_change() -> None:
    piled = "a" + "\u0301\u0323" * 49_000
    assert clean_text(piled, 100_000) == piled


@given(any_text)
def test_cleaning_twice_changes_nothing(raw: str) -> None:
    cleaned = clean_text(raw, 10 * LIMIT)
    assert cleaned is not None
    assert clean_text(cleaned, 10 * LIMIT) == cleaned


@given(any_text)
def test_what_is_kept_can_be_written_to_any_file(raw: str) -> None:
    cleaned = clean_text(raw, LIMIT)
    if cleaned is not None:
        assert len(cleaned) <= LIMIT
        assert cleaned.encode("utf-8").decode("utf-8") == cleaned
        assert {letter for letter in cleaned if unicodedata.category(letter) == "Cc"} <= {"\n", "\t"}


@given(strategies.text(strategies.characters(categories=["L", "M", "N", "P", "S"]), max_size=100))
def test_no_letter_mark_or_sign_is_lost(raw: str) -> None:
    assert clean_text(raw, 10 * LIMIT) == unicodedata.normalize("NFC", raw)
