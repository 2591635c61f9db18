from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.screening.sentences import MOST_LETTERS, split_sentences


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("He hit me. I ran! Did he follow?", 3),
        ("Mr. Stone hit me at 3.30 p.m. on Main St. and ran.", 1),
        ("他打了我。我跑了\uff01", 2),
        ("그가 때렸어요. 도망갔어요.", 2),
        ("เขาตีฉัน ฉันวิ่งหนี", 2),
        ("Me pegó. Corrí.\n¿Me siguió?", 3),
        ("Vive en Nogal núm. 14, int. 3, edif. 2, Doctores.", 1),
    ],
)
def test_a_text_is_cut_where_its_sentences_end(text: str, count: int) -> None:
    assert len(list(split_sentences(text))) == count


@given(st.text(alphabet="ab.!? \n。ก", max_size=2000))
def test_nothing_but_white_space_lies_between_sentences_and_none_is_too_long(text: str) -> None:
    at = 0
    for start, end in split_sentences(text):
        assert not text[at:start].strip()
        assert 0 < end - start <= MOST_LETTERS
        at = end
    assert not text[at:].strip()
