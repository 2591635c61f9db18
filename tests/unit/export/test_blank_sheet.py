"""The sheet to print: twenty empty lines, two languages, and nothing that tells who uses it or what for."""

from __future__ import annotations

import pytest

from intake.content import Content
from intake.export.blank_sheet import blank_sheet
from intake.export.pdf_pages import page_texts
from tests.shipped import shipped_content

LINES = 20
NEUTRAL = ("forthright", "intake", "report", "victim", "violence", "sex", "advocate", "vault", "case", "harm")


@pytest.fixture(scope="module")
def content() -> Content:
    return shipped_content()


@pytest.fixture(scope="module")
def finished(content: Content) -> bytes:
    return blank_sheet(content.referral.words, content.wordings(), LINES)


@pytest.fixture(scope="module")
def text(finished: bytes) -> str:
    (only,) = page_texts(finished)
    return " ".join(only.split())


def test_one_page_with_a_number_for_every_word(text: str) -> None:
    numbers = [int(word) for word in text.split() if word.isdigit()]
    assert set(range(1, LINES + 1)) <= set(numbers)


def test_it_says_in_both_languages_what_to_do(text: str) -> None:
    for sentence in (
        "Twenty words / Veinte palabras",
        "Write by hand, in clear letters, in order.",
        "Escriba a mano, con letra clara y en orden.",
        "1 of 3 / 1 de 3",
        "apart from the computer",
    ):
        assert sentence in text


def test_it_names_neither_the_program_nor_its_purpose(text: str, finished: bytes) -> None:
    assert not [word for word in NEUTRAL if word in text.lower()]
    assert not [word for word in (b"Typst", b"/Info", b"CreationDate", b"Forthright") if word in finished]


def test_every_sheet_is_the_same(content: Content, finished: bytes) -> None:
    assert blank_sheet(content.referral.words, content.wordings(), LINES) == finished
