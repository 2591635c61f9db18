"""A report on hold is still put right, and nothing that was said in it goes; what goes elsewhere goes whole or not."""

from __future__ import annotations

import pytest

from intake.actions.cases.cases import list_cases
from intake.actions.erasing.legal_hold import release_hold, set_hold
from intake.actions.interview.record_answer import Recorded, clear_answer, record_answer
from intake.actions.interview.several import Another, TakeAway, change_several
from intake.actions.interview.take_back import take_back
from intake.actions.session import OpenVault
from intake.actions.vault.practise import open_practice
from intake.answers.model import Answer, AnswerStatus, Choice
from intake.cases.told_of import Repeats
from intake.clock import Clock
from intake.content import Content
from intake.errors import Mishap
from intake.questions.model import Fate
from intake.vault.mishaps import disk_full

ADULT = "limits.adult"
WITHOUT_WORDS = [status for status in AnswerStatus if status is not AnswerStatus.GIVEN]


@pytest.fixture
def desk(content: Content, clock: Clock) -> OpenVault:
    return open_practice(content, clock)


@pytest.fixture
def case_id(desk: OpenVault) -> str:
    case_id = list_cases(desk)[0].id
    assert record_answer(desk, case_id, ADULT, AnswerStatus.GIVEN, "yes") == Recorded(ADULT)
    return case_id


def kept(desk: OpenVault, case_id: str, question_id: str = ADULT) -> Answer | None:
    return desk.store.case(case_id).all_answers().get(question_id)


def memory_only(desk: OpenVault) -> str:
    questions = desk.content.questions.questions
    return next(one.id for one in questions if one.fate is Fate.NOT_SAVED and not one.repeats.is_asked_anew)


def full(*_rest: object, **_named: object) -> None:
    raise disk_full()


@pytest.mark.parametrize("status", WITHOUT_WORDS)
def test_no_answer_without_words_takes_the_place_of_what_was_said(
    desk: OpenVault, case_id: str, status: AnswerStatus
) -> None:
    set_hold(desk, case_id)
    with pytest.raises(Mishap, match="legal_hold"):
        record_answer(desk, case_id, ADULT, status, None)
    assert kept(desk, case_id) == Answer(AnswerStatus.GIVEN, Choice("yes"))
    release_hold(desk, case_id)
    record_answer(desk, case_id, ADULT, status, None)
    assert kept(desk, case_id) == Answer(status)


def test_an_answer_on_hold_is_not_cleared(desk: OpenVault, case_id: str) -> None:
    set_hold(desk, case_id)
    with pytest.raises(Mishap, match="legal_hold"):
        clear_answer(desk, case_id, ADULT)
    assert kept(desk, case_id) == Answer(AnswerStatus.GIVEN, Choice("yes"))
    release_hold(desk, case_id)
    clear_answer(desk, case_id, ADULT)
    assert kept(desk, case_id) is None


def test_an_interview_on_hold_goes_on(desk: OpenVault, case_id: str) -> None:
    set_hold(desk, case_id)
    record_answer(desk, case_id, ADULT, AnswerStatus.GIVEN, "no")
    assert kept(desk, case_id) == Answer(AnswerStatus.GIVEN, Choice("no"))
    unanswered = next(
        one.id
        for one in desk.content.questions.questions
        if one.fate is not Fate.NOT_SAVED and kept(desk, case_id, one.id) is None and not one.repeats.is_asked_anew
    )
    record_answer(desk, case_id, unanswered, AnswerStatus.SKIPPED, None)
    record_answer(desk, case_id, unanswered, AnswerStatus.DECLINED, None)
    assert kept(desk, case_id, unanswered) == Answer(AnswerStatus.DECLINED)
    clear_answer(desk, case_id, unanswered)
    assert kept(desk, case_id, unanswered) is None


def test_what_is_never_saved_is_let_go_on_hold_too(desk: OpenVault, case_id: str) -> None:
    private = memory_only(desk)
    set_hold(desk, case_id)
    record_answer(desk, case_id, private, AnswerStatus.SKIPPED, None)
    clear_answer(desk, case_id, private)
    assert private not in desk.memory[case_id]


def test_what_is_only_in_memory_stays_while_the_vault_could_take_nothing_back(
    desk: OpenVault, case_id: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    private = memory_only(desk)
    record_answer(desk, case_id, private, AnswerStatus.SKIPPED, None)
    change_several(desk, case_id, Another(Repeats.INCIDENT))
    repeated = next(one for one in desk.content.questions.questions if one.repeats is Repeats.INCIDENT)
    second = f"{repeated.id}#2"
    desk.memory[case_id][second] = Answer(AnswerStatus.SKIPPED)
    in_memory = dict(desk.memory[case_id])
    with monkeypatch.context() as patched:
        patched.setattr(desk.store, "remove_answer", full)
        with pytest.raises(Mishap, match="disk_full"):
            take_back(desk, case_id, (private, ADULT))
        with pytest.raises(Mishap, match="disk_full"):
            clear_answer(desk, case_id, private)
    with monkeypatch.context() as patched:
        patched.setattr(desk.store, "put_paper", full)
        with pytest.raises(Mishap, match="disk_full"):
            change_several(desk, case_id, TakeAway(Repeats.INCIDENT, 2))
    assert desk.memory[case_id] == in_memory
    assert kept(desk, case_id) is not None
    take_back(desk, case_id, (private, ADULT))
    assert private not in desk.memory[case_id]
    assert kept(desk, case_id) is None
