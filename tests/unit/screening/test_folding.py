from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.screening.folding import Folding
from intake.screening.packs import load_word_packs


@pytest.fixture(scope="module")
def folding() -> Folding:
    packs, problems = load_word_packs()
    assert not problems
    return packs.folding


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("Condón", "condon"),
        ("condo\u0301n", "condon"),
        ("\uff33\uff25\uff38", "sex"),
        ("\U0001d564\U0001d556\U0001d569", "sex"),
        ("e\u0455cort", "escort"),
        ("es\u200bcort", "escort"),
        ("簽證", "签证"),
        ("\u1107\u1175\u110c\u1161", "비자"),
        ("đá", "da"),
    ],
)
def test_many_ways_to_write_a_word_come_to_one(folding: Folding, typed: str, plain: str) -> None:
    assert folding.fold(typed).text == plain


def test_a_russian_word_stays_russian(folding: Folding) -> None:
    assert folding.fold("рот").text == "рот"


@given(st.text())
def test_every_stretch_of_the_folded_text_lies_inside_the_typed_one(folding: Folding, text: str) -> None:
    folded = folding.fold(text)
    for at in range(len(folded.text)):
        start, end = folded.span(at, at + 1)
        assert 0 <= start < end <= len(text)


@given(st.text(alphabet="aéñüđ签비sœﬁ\u200b\u0301 ", max_size=40))
def test_composed_and_decomposed_text_fold_alike(folding: Folding, text: str) -> None:
    composed = unicodedata.normalize("NFC", text)
    assert folding.fold(composed).text == folding.fold(unicodedata.normalize("NFD", composed)).text


@given(
    st.text(
        alphabet="aAK 1,éÉßΣς\u0130\u212a\u2026\ufb01\u201c\u0301\u200b\u0430\u0410\uac00\u1100\u1161\ue000",
        max_size=30,
    )
)
def test_few_strange_letters_fold_as_they_do_among_many(folding: Folding, text: str) -> None:
    many = text + "\n" + "".join(map(chr, range(0x3041, 0x3097)))  # of so many, each is looked up where it stands
    alone, among = folding.fold(text), folding.fold(many)
    assert among.text.startswith(alone.text + "\n")
    assert [alone.place(at) for at in range(len(text))] == [among.place(at) for at in range(len(text))]
    for at in range(len(alone.text)):
        assert alone.span(at, at + 1) == among.span(at, at + 1)
