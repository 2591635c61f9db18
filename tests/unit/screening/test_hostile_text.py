"""Texts made to harm the program: the work and the memory grow no faster than the text, and no offset is lost."""

from __future__ import annotations

import base64
import random
import sys
import tracemalloc
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from types import FrameType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intake.actions.screening.open_lens import open_gate, shipped_lens
from intake.screening.gate.gate import Gate
from intake.screening.lens import Lens
from tests.shipped import shipped_content

_MARKED = "I was escorting back then."


@pytest.fixture(scope="module")
def lens() -> Lens:
    return replace(shipped_lens(shipped_content()), judge=None)


@pytest.fixture(scope="module")
def gate() -> Gate:
    return open_gate(shipped_content(), replace(shipped_lens(shipped_content()), judge=None))


def repeated(piece: str) -> Callable[[int], str]:
    return lambda length: (piece * (length // len(piece) + 1))[:length]


def encoded(length: int) -> str:
    return base64.b64encode(random.Random(1).randbytes(length)).decode()[:length]  # noqa: S311 - the same each time


HOSTILE = {
    "one word": repeated("a"),
    "one word with marks": repeated("a\u0301"),
    "deep marks": lambda length: "e" + "\u0301" * (length - 1),
    "zero width": repeated("s\u200be\u200cx\u2060 "),
    "bidi": repeated("\u202eabc \u2067def\u2069\u202c. "),
    "homoglyphs": repeated("\u0435\u0455cort \u0441lient "),
    "base64": encoded,
    "stops": repeated("!.?\u2026;"),
    "spaces": repeated(" "),
    "lines": repeated("\n"),
    "spelled apart": repeated("e s c o r t "),
    "hyphens": repeated("es-cort-"),
    "signs": repeated("@$!*|"),
    "commas": repeated("i,was,"),
    "quotes": repeated("'i'"),
    "a phrase": repeated("i was my client he was "),
    "han": repeated("我是簽證"),
    "thai": repeated("ไม่มี เอกสาร "),
    "jamo": repeated("\u1107\u1175\u110c\u1161"),
    "flags": repeated("\U0001f1f8\U0001f1ea\U0001f1fd"),
    "private": repeated("\ue000a"),
    "half pairs": repeated("\ud800a"),
    "gaps": repeated("without a "),
    "digits apart": repeated("1 "),
    "signs of mail": repeated("a@"),
    "lines between letters": repeated("x_"),
    "names": repeated("Ana "),
    "names in one word": repeated("Ana-"),
    "house numbers": repeated("77 Olmo "),
    "streets": repeated("calle Olmo 7"),
    "months": repeated("March 12, "),
}


def steps(lens: Lens, text: str) -> int:
    """How many calls a screening makes: the same on every computer."""
    count = 0

    def counting(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(counting)
    try:
        lens.screen(text)
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize("kind", HOSTILE)
def test_twice_the_text_is_no_more_than_about_twice_the_work(lens: Lens, kind: str) -> None:
    once, twice = (steps(lens, HOSTILE[kind](length)) for length in (2_000, 4_000))
    assert twice <= 2.5 * once + 500


@pytest.mark.parametrize("kind", HOSTILE)
def test_every_mark_of_a_hostile_text_lies_inside_it(lens: Lens, kind: str) -> None:
    text = HOSTILE[kind](8_000)
    screened = lens.screen(text)
    edges = [edge for span in screened.spans for edge in (span.start, span.end)]
    assert edges == sorted(edges)
    assert all(0 <= start < end <= len(text) for start, end in zip(edges[::2], edges[1::2], strict=True))
    assert all(0 < one.end - one.start <= 600 for one in screened.sentences)


@pytest.mark.parametrize("kind", ["one word", "deep marks", "a phrase", "han", "spelled apart"])
def test_memory_grows_no_faster_than_the_text(lens: Lens, kind: str) -> None:
    def peak(length: int) -> int:
        text = HOSTILE[kind](length)
        tracemalloc.start()
        lens.screen(text)
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return most

    once, twice = peak(8_000), peak(16_000)
    assert twice <= 2.6 * once + 200_000


@pytest.mark.parametrize("kind", ["one word", "deep marks", "zero width", "bidi", "base64", "half pairs", "private"])
def test_nothing_hostile_passes_the_gate(gate: Gate, kind: str) -> None:
    text = HOSTILE[kind](1_500)
    assert not any(one.passes for one in gate.judge(text, gate.lens.screen(text)))


def test_every_plane_of_unicode_is_folded_in_its_own_place(lens: Lens) -> None:
    folding = lens.packs.folding
    for plane in range(17):
        text = "".join(map(chr, range(plane << 16, (plane << 16) + 0x10000, 29)))
        folded = folding.fold(text)
        places = [folded.place(offset) for offset in range(len(text) + 1)]
        assert places == sorted(places)
        assert places[-1] == len(folded.text)
        if folded.text:
            start, end = folded.span(0, len(folded.text))
            assert 0 <= start < end <= len(text)


@settings(max_examples=80, deadline=None)
@given(st.text(max_size=200))
def test_a_folded_text_folds_to_itself(lens: Lens, text: str) -> None:
    once = lens.packs.folding.fold(unicodedata.normalize("NFC", text)).text
    again = lens.packs.folding.fold(once).text
    assert lens.packs.folding.fold(again).text == again


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.sampled_from(["He hit me.", "The car was red.", "Me quitó el celular.", "Ok!", "It was 3 pm."]), max_size=6
    ),
    st.integers(min_value=0, max_value=6),
)
def test_harmless_sentences_elsewhere_never_unmark_a_passage(lens: Lens, around: list[str], place: int) -> None:
    place = min(place, len(around))
    text = " ".join([*around[:place], _MARKED, *around[place:]])
    start = text.index(_MARKED)
    assert any(one.start <= start + 6 < one.end for one in lens.screen(text, "en").spans)


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet="\u200b\u200c\u2060\ufeff\u00ad", max_size=6), st.integers(min_value=1, max_value=7))
def test_letters_without_a_picture_hide_no_word(lens: Lens, hidden: str, place: int) -> None:
    text = f"I was {'escorting'[:place]}{hidden}{'escorting'[place:]} back then."
    (span,) = lens.screen(text, "en").spans
    assert (span.start, span.end) == (0, len(text))
