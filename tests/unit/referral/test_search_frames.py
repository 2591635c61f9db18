"""Typed words lead to frames, in both languages; they only lead there."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.referral.choosing.search_frames import MOST_OFFERED, search_frames
from tests.shipped import shipped_content

CONTENT = shipped_content()
WORDINGS = CONTENT.wordings()


def found(typed: str, recipient: str = "da_victim_services") -> list[str]:
    return [frame.id for frame in search_frames(typed, recipient, CONTENT.referral, WORDINGS)]


@pytest.mark.parametrize(
    ("typed", "frame"),
    [
        ("neck", "acts.neck"),
        ("he hit me", "acts.hit"),
        ("me golpeó", "acts.hit"),
        ("GOLPEO", "acts.hit"),
        ("filmed", "acts.filmed"),
        ("advoc", "meetings.advocate"),
    ],
)
def test_a_plain_word_of_either_language_finds_its_sentence_among_the_first_three(typed: str, frame: str) -> None:
    assert frame in found(typed)[:3]


def test_nothing_typed_offers_every_sentence_for_this_place_and_strange_words_none() -> None:
    assert set(found("")) == {frame.id for frame in CONTENT.referral.frames_for("da_victim_services")}
    assert found("qwxz") == []


@given(st.text(max_size=60))
def test_whatever_is_typed_only_frames_for_this_place_are_offered(typed: str) -> None:
    allowed = {frame.id for frame in CONTENT.referral.frames_for("hospital_safe")}
    offered = found(typed, "hospital_safe")
    assert set(offered) <= allowed
    assert len(offered) == len(set(offered))
    assert len(offered) <= max(MOST_OFFERED, len(allowed))
