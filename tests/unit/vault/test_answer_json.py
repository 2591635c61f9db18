"""Whatever can be answered comes back as it was, from JSON and from the vault."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intake.answers.model import Answer, AnswerStatus, AnswerValue, ApproximateDate, Choice, Choices, Text
from intake.cases.model import Case, CasePart
from intake.clock import FixedClock
from intake.errors import Defect, Mishap
from intake.vault.answer_json import answer_from, value_from_json, value_to_json
from intake.vault.store import VaultStore
from intake.vault.vault_folder import create_vault_folder

from .conftest import MOMENT, OPENING_WORDS, TINY

VALUES: st.SearchStrategy[AnswerValue] = st.one_of(
    st.builds(Text, st.text()),
    st.builds(Choice, st.text()),
    st.builds(Choices, st.lists(st.text()).map(tuple)),
    st.builds(ApproximateDate, st.text(), st.dates(), st.dates()),
)
ANSWERS = st.one_of(
    VALUES.map(lambda value: Answer(AnswerStatus.GIVEN, value)),
    st.sampled_from([status for status in AnswerStatus if status is not AnswerStatus.GIVEN]).map(Answer),
)


@pytest.fixture(scope="module")
def shared_vault(tmp_path_factory: pytest.TempPathFactory) -> Iterator[VaultStore]:
    place: Path = tmp_path_factory.mktemp("answers") / "vault"
    with create_vault_folder(place, bytearray(OPENING_WORDS), FixedClock(MOMENT), TINY) as store:
        yield store


@pytest.fixture(scope="module")
def shared_case(shared_vault: VaultStore) -> Case:
    return shared_vault.new_case(MOMENT.date())


@given(VALUES)
def test_every_value_comes_back_from_json(value: AnswerValue) -> None:
    assert value_from_json(value_to_json(value)) == value


@settings(deadline=None)
@given(
    answer=ANSWERS,
    part=st.sampled_from(CasePart),
    question=st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1, max_size=40),
)
def test_every_answer_comes_back_from_the_vault(
    shared_vault: VaultStore, shared_case: Case, answer: Answer, part: CasePart, question: str
) -> None:
    shared_vault.put_answer(shared_case.id, question, part, answer, "en", "fp", MOMENT)
    assert shared_vault.case(shared_case.id).answers[part][question] == answer


@pytest.mark.parametrize(
    "text",
    [
        "أخذ الرجل هاتفي ثم غادر",
        "\u202eمرة\u202c, she said",
        "ผู้ชายคนนั้น",
        "e\u0301 stays apart from \u00e9",
        "👩🏽‍🦱 said \u200dyes",
        "it's; DROP TABLE cases; -- \"quoted\" 'twice' \\ and \n a line\ttab",
        "half a pair \ud83d stays",
        "a nought \0 in the middle",
        "",
    ],
)
def test_text_of_every_script_stays_as_it_is(shared_vault: VaultStore, shared_case: Case, text: str) -> None:
    shared_vault.put_answer(
        shared_case.id, "words", CasePart.WALLED_OFF, Answer(AnswerStatus.GIVEN, Text(text)), "ar", "fp", MOMENT
    )
    shared_vault.put_draft(shared_case.id, "draft", text)
    assert shared_vault.case(shared_case.id).all_answers()["words"].value == Text(text)
    assert shared_vault.draft(shared_case.id, "draft") == (text or None)


def test_ten_megabytes_of_text_come_back(shared_vault: VaultStore, shared_case: Case) -> None:
    text = "Ünïcödé, ويلٌ, 10 MB. " * 350_000
    assert len(text.encode()) > 10_000_000
    shared_vault.put_answer(
        shared_case.id, "long", CasePart.WALLED_OFF, Answer(AnswerStatus.GIVEN, Text(text)), "en", "fp", MOMENT
    )
    value = shared_vault.case(shared_case.id).all_answers()["long"].value
    assert isinstance(value, Text)
    assert value.text == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "SECRET-MARKER",
        "{}",
        "[]",
        "null",
        '{"kind": "text"}',
        '{"kind": "choices", "options": "SECRET-MARKER"}',
        '{"kind": "approximate_date", "iso": "2024", "earliest": "SECRET-MARKER", "latest": "x"}',
    ],
)
def test_a_value_that_cannot_be_read_is_our_defect_and_is_not_repeated(text: str) -> None:
    with pytest.raises(Defect) as caught:
        value_from_json(text)
    assert "SECRET-MARKER" not in f"{caught.value!r} {caught.value!s}"
    assert caught.value.__suppress_context__


def test_what_a_later_version_added_is_told_as_such() -> None:
    with pytest.raises(Mishap, match="vault_newer"):
        value_from_json('{"kind": "drawing", "strokes": []}')
    with pytest.raises(Mishap, match="vault_newer"):
        answer_from("postponed", None)


def test_dates_are_kept_in_plain_iso_form() -> None:
    value = ApproximateDate("2024-02", date(2024, 2, 1), date(2024, 2, 29))
    assert value_to_json(value) == (
        '{"kind": "approximate_date", "iso": "2024-02", "earliest": "2024-02-01", "latest": "2024-02-29"}'
    )
