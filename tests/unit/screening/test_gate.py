from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intake.actions.screening.open_lens import open_gate, shipped_lens
from intake.errors import BrokenContent
from intake.screening.gate.gate import Gate, Why, build_gate
from intake.screening.judgement.model import Judgement, SentenceIn
from tests.judges import Judging, gate_answer
from tests.shipped import shipped_content


class Broken:
    def judge(self, sentences: Sequence[SentenceIn]) -> Sequence[Judgement]:
        raise MemoryError(sentences[0].text)


@pytest.fixture(scope="module")
def gate() -> Gate:
    return open_gate(shipped_content(), replace(shipped_lens(shipped_content()), judge=Judging(0.0)))


def holding(gate: Gate, text: str) -> list[str]:
    return [text[start:end] for start, end in gate_answer(gate, text).words]


@pytest.mark.parametrize(
    "text",
    [
        "The person hit the reporter with a bottle.",
        "The reporter was hit by the person.",
        "The reporter was hurt.",
        "With a bottle, the person struck the reporter.",
        "The person punched the reporter in the face.",
        "The person took the reporter's phone.",
        "The reporter has a broken cheekbone.",
        "A camera at the store may have recorded the person.",
        "A body camera may have recorded it.",  # a ready frame word for word may name nobody
        "it happened at night",
        "It happened on a Sunday afternoon in a park.",  # the event itself, and nobody acts
        "A nurse photographed the bruises on both sides.",  # somebody who came to it
        "A camera at the store may have recorded it.",
        "Una enfermera fotografió las heridas.",
        "There are rope marks on both of the reporter's ankles.",
        "Ocurrió por la noche.",
        "Photos of the injuries were taken.",
        "The person wore a grey hooded sweatshirt and black gloves.",
        "La persona golpeó a quien reporta en la cara.",
        "Quien reporta tiene moretones en el brazo izquierdo.",
        "La persona le quitó el teléfono a quien reporta.",
    ],
)
def test_a_sentence_that_reads_as_a_frame_passes(gate: Gate, text: str) -> None:
    assert gate_answer(gate, text).why is Why.READS_AS_FRAME


@pytest.mark.parametrize(
    ("text", "why", "words"),
    [
        ("The person hit the reporter during a booking.", Why.MARKED, None),
        ("The person hit the reporter as the barge left.", Why.OWN_WORDS, ["barge"]),
        ("The reporter hit the person in the face.", Why.MARKED, None),
        ("The reporter pulled the person by the hair.", Why.REPORTER_DOES, ["reporter", "pulled"]),
        ("The person shouted when the reporter closed the door.", Why.REPORTER_DOES, ["reporter", "closed"]),
        ("The reporter was hit by a police car.", Why.REPORTER_DOES, ["reporter", "was"]),
        ("The camera shows the reporter pushing the person.", Why.MARKED, None),
        ("The camera shows the reporter pulling the person.", Why.REPORTER_DOES, ["reporter", "pulling"]),
        ("The person came after the one from Friday.", Why.TELLS_MORE, ["the", "one"]),
        ("A cushion at the store may have recorded it.", Why.WHO_IS_NOT_SAID, []),
        ("The nurse kept the bag.", Why.WHO_IS_NOT_SAID, []),
        ("A bag went missing.", Why.WHO_IS_NOT_SAID, []),
        ("It started in a hotel elevator and went on in the lobby.", Why.WHO_IS_NOT_SAID, []),
        ("The reporter's razor fell on the floor.", Why.MARKED, None),
        ("Le pegó con la botella.", Why.WHO_IS_NOT_SAID, []),
        ("He hit the reporter in the face.", Why.WHO_IS_NOT_SAID, ["He"]),
        ("The person hit me in the face.", Why.OWN_WORDS, ["me"]),
        ("The person had four scratches on the cheek.", Why.REPORTER_DOES, ["scratches"]),
        ("Broke two of the person's fingers.", Why.TELLS_MORE, ["two", "of"]),
        (
            "The person's nose was broken by the reporter's elbow.",
            Why.TELLS_MORE,
            ["person's", "nose", "was", "broken"],
        ),
        ("The person backed away from the hand by the reporter's elbow.", Why.REPORTER_DOES, None),
        ("The reporter's left hand hit the person's face.", Why.REPORTER_DOES, ["hit"]),
        ("The person was struck in the face.", Why.REPORTER_DOES, ["struck"]),
        ("The person took the reporter's pistol.", Why.MARKED, None),
        ("La persona fue golpeada en la cara.", Why.REPORTER_DOES, ["golpeada"]),
        ("La persona cayó cuando quien reporta empujó.", Why.MARKED, None),
        ("La persona cayó cuando quien reporta jaló.", Why.REPORTER_DOES, ["reporta", "jaló"]),
        ("La persona cayó y golpeé la puerta.", Why.WHO_IS_NOT_SAID, ["golpeé"]),
        ("The person hit the reporter with a b-o-t-t-l-e.", Why.OWN_WORDS, None),
        ("Ele bateu na cara dela.", Why.WHO_IS_NOT_SAID, None),
        ("أخذ هاتفي", Why.UNREAD_LANGUAGE, []),
        ("12 34.", Why.UNREAD_LANGUAGE, []),
        ("The person had a river.", Why.NO_FRAME, []),
    ],
)
def test_everything_else_is_held_and_it_is_said_why_and_by_which_words(
    gate: Gate, text: str, why: Why, words: list[str] | None
) -> None:
    held = gate_answer(gate, text)
    assert held.why is why
    assert held.passes == (why is Why.READS_AS_FRAME)
    assert words is None or holding(gate, text) == words


def test_the_words_are_told_where_they_were_typed(gate: Gate) -> None:
    text = "😀 Ok. La persona golpeó el zepelín."
    (*_, last) = gate.judge(text, gate.lens.screen(text, "es"))
    assert [text[start:end] for start, end in last.words] == ["zepelín"]
    assert last.as_json()["words"] == [list(place) for place in last.words]


def test_three_frames_are_offered_for_a_held_sentence(gate: Gate) -> None:
    held = gate_answer(gate, "The person clobbered the reporter with a bottle and pushed the reporter.")
    assert not held.passes
    assert len(held.nearest) == 3
    assert any(one.startswith("harm.") for one in held.nearest)


@pytest.mark.parametrize(
    ("text", "frame"),
    [
        ("A gun was pointed at the reporter by the person, a stranger to zoology.", "weapons.pointed"),
        ("From the reporter's hair the person pulled zebras.", "harm.hair"),
        ("The person's voice was raspy and deep, like a zither.", "looks.voice"),
        ("La persona tenía la voz grave, como zampoña.", "looks.voice"),
    ],
)
def test_word_order_and_the_passive_voice_do_not_hide_the_frame(gate: Gate, text: str, frame: str) -> None:
    assert frame in gate_answer(gate, text).nearest


@pytest.mark.parametrize("score", [0.48, 0.9, float("nan"), float("inf")])
def test_a_risk_that_is_not_surely_low_holds(gate: Gate, score: float) -> None:
    risky = replace(gate, lens=replace(gate.lens, judge=Judging(score)))
    assert gate_answer(risky, "The person hit the reporter.").why in {Why.RISK, Why.MARKED}


@pytest.mark.parametrize("judge", [None, Broken()])
def test_without_a_judge_or_with_a_broken_one_nothing_leaves(gate: Gate, judge: Broken | None) -> None:
    silent = replace(gate, lens=replace(gate.lens, judge=judge))
    assert gate_answer(silent, "The person hit the reporter.").why is Why.NOT_JUDGED


def test_without_the_words_of_a_language_nothing_of_it_leaves(gate: Gate) -> None:
    content = shipped_content()
    deaf = gate.over(content.referral, [one for one in content.wordings() if one.language == "es"])
    assert gate_answer(deaf, "The person hit the reporter.").why is Why.UNREAD_LANGUAGE


def test_a_broken_file_of_words_gives_no_gate(tmp_path: Path) -> None:
    (tmp_path / "gate").mkdir()
    (tmp_path / "gate" / "en.toml").write_text(
        'language = "en"\nsays = "The person said:"\nsmall = ["the"]\nperson = ["person"]\n'
    )
    content = shipped_content()
    with pytest.raises(BrokenContent) as broken:
        build_gate(content.referral, content.wordings(), shipped_lens(shipped_content()), tmp_path)
    assert "A list that the gate cannot do without is empty." in str(broken.value)


_WORDS = [
    "the",
    "person",
    "hit",
    "reporter",
    "reporter's",
    "with",
    "a",
    "bottle",
    "he",
    "she",
    "I",
    "took",
    "phone",
    "and",
    ",",
    ";",
    "when",
    "was",
    "by",
    "hair",
    "knife",
    "barge",
]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(_WORDS), max_size=14).map(" ".join))
def test_no_sentence_with_a_first_person_or_an_unknown_word_ever_passes(gate: Gate, text: str) -> None:
    for one in gate.judge(text, gate.lens.screen(text, "en")):
        if one.passes:
            assert not {"I", "barge"} & set(text[one.start : one.end].split())


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200))
def test_any_text_gets_an_answer_for_each_sentence_with_words_inside_it(gate: Gate, text: str) -> None:
    screened = gate.lens.screen(text)
    answers = gate.judge(text, screened)
    assert [(one.start, one.end) for one in answers] == [(one.start, one.end) for one in screened.sentences]
    assert all(one.start <= start < end <= one.end for one in answers for start, end in one.words)
    assert not any(one.passes for one in answers if one.words)
