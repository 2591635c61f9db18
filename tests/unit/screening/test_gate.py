from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from intake.actions.screening.open_lens import open_gate, open_lens
from intake.content import load_content
from intake.screening.gate import Gate, GateAnswer, Why
from intake.screening.judgement.model import Judgement, SentenceIn


class Calm:
    def judge(self, sentences: Sequence[SentenceIn]) -> Sequence[Judgement]:
        return [Judgement(0.0, "drugs", "reporter") for _ in sentences]


@pytest.fixture(scope="module")
def gate() -> Gate:
    return open_gate(load_content(), replace(open_lens(), judge=Calm()))


def answer(gate: Gate, text: str) -> GateAnswer:
    (one,) = gate.judge(text, gate.lens.screen(text))
    return one


@pytest.mark.parametrize(
    "text",
    [
        "The person hit the reporter with a bottle.",
        "The reporter was hit by the person.",
        "The person punched the reporter in the face.",
        "La persona golpeó a quien reporta en la cara.",
        "The person took the reporter's phone.",
    ],
)
def test_a_sentence_that_reads_as_a_frame_passes(gate: Gate, text: str) -> None:
    assert answer(gate, text).why is Why.READS_AS_FRAME


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("The person hit the reporter during a booking.", Why.MARKED),
        ("The person hit the reporter as usual on a Thursday visit.", Why.OWN_WORDS),
        ("The reporter hit the person in the face.", Why.REPORTER_DOES),
        ("He ucapkan terima kasih.", Why.OWN_WORDS),
        ("أخذ هاتفي", Why.UNREAD_LANGUAGE),
    ],
)
def test_everything_else_is_held_and_it_is_said_why(gate: Gate, text: str, why: Why) -> None:
    held = answer(gate, text)
    assert not held.passes
    assert held.why is why or held.why in {Why.MARKED, Why.UNREAD_LANGUAGE}


def test_without_a_judge_nothing_leaves(gate: Gate) -> None:
    silent = replace(gate, lens=replace(gate.lens, judge=None))
    assert answer(silent, "The person hit the reporter.").why is Why.NOT_JUDGED


def test_three_frames_are_offered_for_a_held_sentence(gate: Gate) -> None:
    held = answer(gate, "The person clobbered the reporter with a bottle and pushed the reporter.")
    assert not held.passes
    assert len(held.nearest) == 3
