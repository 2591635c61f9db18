from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intake.actions.screening.open_lens import open_gate, shipped_lens
from intake.screening.gate.gate import Gate, Why
from intake.screening.gate.slots import MOST_LETTERS, SlotKind, may_fill
from tests.judges import Judging
from tests.shipped import shipped_content


@pytest.fixture(scope="module")
def gate() -> Gate:
    return open_gate(shipped_content(), replace(shipped_lens(shipped_content()), judge=Judging()))


@pytest.mark.parametrize(
    ("kind", "text", "lang"),
    [
        (SlotKind.PLATE, "8KTX 341", "en"),
        (SlotKind.NUMBER, "+1 (415) 555-0188", "es"),
        (SlotKind.CLOTHES, "Black leather jacket, red cap", "en"),
        (SlotKind.CLOTHES, "chamarra negra con capucha", "es"),
        (SlotKind.MARKS, "a scar on the left cheek", "en"),
        (SlotKind.BUILD, "tall and thin, about 40 years old", "en"),
        (SlotKind.VOICE, "voz ronca, habla rápido", "es"),
        (SlotKind.VEHICLE, "white Ford van, dent on the left door", "en"),
        (SlotKind.WORDS_SAID, "I will kill you", "en"),
        (SlotKind.WORDS_SAID, "Te voy a matar", "es"),
    ],
)
def test_an_entry_of_the_slots_own_kind_may_stand_in_it(gate: Gate, kind: SlotKind, text: str, lang: str) -> None:
    assert may_fill(gate, kind, text, lang).why is Why.READS_AS_SLOT


@pytest.mark.parametrize(
    ("kind", "text", "why", "words"),
    [
        (SlotKind.PLATE, "booking", Why.OWN_WORDS, ["booking"]),
        (SlotKind.NUMBER, "call my madam", Why.OWN_WORDS, ["call", "my", "madam"]),
        (SlotKind.CLOTHES, "lingerie from my session", Why.OWN_WORDS, ["lingerie", "my", "session"]),
        (SlotKind.VEHICLE, "the car I sleep in", Why.OWN_WORDS, ["I", "sleep"]),
        (SlotKind.BUILD, "red jacket", Why.OWN_WORDS, ["jacket"]),
        (SlotKind.BUILD, "tall " * 40, Why.TOO_LONG, []),
        (SlotKind.VOICE, "with the", Why.OWN_WORDS, []),
        (SlotKind.VOICE, "", Why.OWN_WORDS, []),
        (SlotKind.WORDS_SAID, "I will tell them what you are", Why.OWN_WORDS, ["what"]),
    ],
)
def test_anything_else_is_held_with_the_words_that_hold_it(
    gate: Gate, kind: SlotKind, text: str, why: Why, words: list[str]
) -> None:
    held = may_fill(gate, kind, text, "en")
    assert not held.passes
    assert held.why is why
    assert [text[start:end] for start, end in held.words] == words


def test_an_unread_language_and_a_missing_judge_hold(gate: Gate) -> None:
    assert may_fill(gate, SlotKind.VOICE, "deep", "ar").why is Why.UNREAD_LANGUAGE
    silent = replace(gate, lens=replace(gate.lens, judge=None))
    assert may_fill(silent, SlotKind.VOICE, "a deep voice", "en").why is Why.NOT_JUDGED


@settings(max_examples=80, deadline=None)
@given(st.sampled_from(list(SlotKind)), st.text(max_size=MOST_LETTERS + 20), st.sampled_from(["en", "es", "", "xx"]))
def test_no_text_by_chance_is_let_through_longer_than_a_slot(gate: Gate, kind: SlotKind, text: str, lang: str) -> None:
    given_back = may_fill(gate, kind, text, lang)
    assert not given_back.passes or (len(text) <= MOST_LETTERS and lang in {"en", "es"} and text.strip())
    assert all(0 <= start < end <= len(text) for start, end in given_back.words)
