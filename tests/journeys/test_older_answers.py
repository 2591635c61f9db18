"""A vault filled with an older version's questions: nothing is lost, nothing counts that no longer fits, and it is said."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from intake.actions.cases.cases import start_case
from intake.actions.interview.moves import go_on, go_to_question, open_interview
from intake.actions.interview.record_answer import Recorded, record_answer
from intake.actions.referral.one_page import view_of
from intake.actions.session import OpenVault
from intake.answers.model import Answer, AnswerStatus, AnswerValue, Choice, Choices, Text
from intake.cases.model import CasePart

AT = datetime(2026, 11, 20, tzinfo=UTC)


def put(session: OpenVault, case_id: str, question_id: str, part: CasePart, value: AnswerValue) -> None:
    """As an older version would have kept it."""
    answer = Answer(AnswerStatus.GIVEN, value)
    session.store.put_answer(case_id, question_id, part, answer, language="en", content_fingerprint="old", at=AT)


@pytest.fixture
def case_id(session: OpenVault) -> str:
    case_id = start_case(session).id
    put(session, case_id, "limits.go_on", CasePart.WALLED_OFF, Choice("yes"))
    put(session, case_id, "happened.how_taken", CasePart.SHAREABLE, Text("by force"))
    put(session, case_id, "happened.kinds", CasePart.SHAREABLE, Choices(("robbed", "cursed_at")))
    put(session, case_id, "happened.weather", CasePart.SHAREABLE, Choice("rain"))
    return case_id


def test_an_answer_of_another_kind_is_said_to_be_kept_and_can_be_given_anew(session: OpenVault, case_id: str) -> None:
    page = go_to_question(session, case_id, "happened.how_taken")
    assert page.question is not None
    assert page.question.answer is None
    assert page.question.earlier.startswith("An earlier answer is kept that does not fit this question any more.")
    done = record_answer(session, case_id, "happened.how_taken", AnswerStatus.GIVEN, "force")
    assert isinstance(done, Recorded)
    page = go_to_question(session, case_id, "happened.how_taken")
    assert page.question is not None
    assert (page.question.answer, page.question.earlier) == (Answer(AnswerStatus.GIVEN, Choice("force")), "")


def test_choices_that_are_gone_reach_no_page_and_the_others_stay(session: OpenVault, case_id: str) -> None:
    assert view_of(session, case_id).given("happened.kinds") == Choices(("robbed",))
    assert "happened.weather" not in view_of(session, case_id).answers
    assert "happened.how_taken" not in view_of(session, case_id).answers


def test_what_no_question_asks_for_stays_in_the_vault_and_is_told_at_the_end(session: OpenVault, case_id: str) -> None:
    page = open_interview(session, case_id)
    while page.question is not None:
        page = go_on(session, case_id, page.question.id)
    assert page.kept_aside == 2
    kept = session.store.case(case_id).all_answers()
    assert kept["happened.weather"].value == Choice("rain")
    assert kept["happened.how_taken"].value == Text("by force")
