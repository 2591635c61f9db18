"""The estimate, its bar and its words; and suggestions that are drawn, not chosen."""

from __future__ import annotations

import math

import pytest

from intake.vault.passphrase_strength import passphrase_strength, suggest_passphrase


@pytest.mark.parametrize(
    ("passphrase", "advice_id"),
    [
        ("", "strength.empty"),
        ("password", "strength.known_words"),
        ("maria lopez", "strength.known_words"),
        ("aaaaaaaaaa", "strength.repeats"),
        ("abcdefghijk", "strength.repeats"),
        ("lkjhgfdsazxcvb", "strength.keyboard"),
        ("14.02.1987", "strength.dates"),
        ("xqzv9#kkw", "strength.longer"),
    ],
)
def test_a_weak_passphrase_gets_its_own_advice(passphrase: str, advice_id: str) -> None:
    strength = passphrase_strength(passphrase)
    assert not strength.good_enough
    assert strength.guesses_log10 < 14
    assert strength.advice_id == advice_id
    assert strength.advice.endswith(".")
    assert passphrase not in strength.advice or not passphrase


@pytest.mark.parametrize("_try", range(10))
def test_a_suggested_passphrase_is_always_good_enough(_try: int) -> None:
    strength = passphrase_strength(suggest_passphrase().text)
    assert strength.good_enough
    assert strength.advice == "This passphrase will hold. Say it to yourself a few times until you know it."


def test_words_that_are_known_here_count_for_little() -> None:
    plain = passphrase_strength("Zarkovitch")
    assert passphrase_strength("Zarkovitch", known_words=("zarkovitch",)).guesses_log10 < plain.guesses_log10


def test_only_the_first_72_characters_are_rated() -> None:
    long = suggest_passphrase(words=20).text
    assert len(long) > 72
    assert passphrase_strength(long + "x" * 1_000_000) == passphrase_strength(long[:72])


def test_a_suggestion_states_its_bits_and_hides_its_words() -> None:
    suggested = suggest_passphrase(between="-")
    drawn = suggested.text.split("-")
    assert len(drawn) == 6
    assert all(word.isalpha() and word.islower() for word in drawn)
    assert suggested.bits == pytest.approx(6 * math.log2(7772))
    assert drawn[0] not in repr(suggested)
    assert len({suggest_passphrase().text for _ in range(50)}) == 50
