"""The comparison that is shipped: a cell for every policy and row, each with a reason and a place, in plain words."""

from __future__ import annotations

import re

import pytest

from intake.protections.comparison.model import Policy, Standing
from intake.protections.comparison.view import comparison_view
from intake.protections.comparison.words import messages
from intake.protections.model import Kind, Verification
from tests.content.reading_grade import reading_grade
from tests.shipped import shipped_content

CONTENT = shipped_content()
COMPARISON = CONTENT.comparison
TOP_GRADE = 7.0
CELLS = [
    pytest.param(policy, row, id=f"{policy.id}: {row.id}") for policy in COMPARISON.policies for row in COMPARISON.rows
]
POLICIES = [pytest.param(policy, id=policy.id) for policy in COMPARISON.policies]


def test_the_guide_brings_eleven_rows_and_the_model_policy_all_its_clauses() -> None:
    guide, fjp = COMPARISON.groups
    assert len(guide.rows) == 11
    clauses = [re.findall(r"^clause (\d)", row.locator)[0] for row in fjp.rows]
    assert clauses == ["1", "2", "2", "3", "4", "5", "6", "7", "8"]


def test_five_policies_are_compared() -> None:
    assert [policy.id for policy in COMPARISON.policies] == ["sf-da", "sf-pd", "fjp-model", "california", "washington"]


@pytest.mark.parametrize(("policy", "row"), CELLS)
def test_every_cell_says_how_it_stands_why_and_where_to_look(policy: Policy, row: object) -> None:
    cell = policy.cells[getattr(row, "id", "")]
    assert cell.reason.endswith(".")
    assert cell.locator in policy.locators.values()


@pytest.mark.parametrize("policy", POLICIES)
def test_every_locator_of_a_policy_is_used(policy: Policy) -> None:
    unused = set(policy.locators.values()) - {cell.locator for cell in policy.cells.values()}
    assert unused == set()


@pytest.mark.parametrize("policy", POLICIES)
def test_a_policy_is_no_better_known_than_the_least_known_of_its_instruments(policy: Policy) -> None:
    known = [CONTENT.protections.instrument(name) for name in policy.instruments]
    order = tuple(Verification)
    assert policy.verification is max((one.verification for one in known), key=order.index)
    assert all(policy.read_on <= one.review.on for one in known)


@pytest.mark.parametrize("policy", POLICIES)
def test_what_nobody_has_read_is_told_as_reported_and_is_never_called_covered(policy: Policy) -> None:
    if policy.verification is Verification.TEXT_READ:
        assert not any(cell.reason.startswith("As reported") for cell in policy.cells.values())
        return
    assert all(cell.reason.startswith("As reported, ") for cell in policy.cells.values())
    assert not any(cell.standing is Standing.COVERED for cell in policy.cells.values())
    assert "not seen" in policy.caution or "not read" in policy.caution


@pytest.mark.parametrize("policy", POLICIES)
def test_a_model_says_of_itself_that_it_binds_nobody(policy: Policy) -> None:
    kinds = {CONTENT.protections.instrument(name).kind for name in policy.instruments}
    assert ("binds nobody" in policy.caution) == (kinds == {Kind.MODEL})


def test_the_model_covers_its_own_clauses_and_nothing_else_does_so_in_full() -> None:
    own = [row.id for row in COMPARISON.groups[1].rows]
    for policy in COMPARISON.policies:
        covered = [row for row in own if policy.cells[row].standing is Standing.COVERED]
        assert (covered == own) == (policy.id == "fjp-model")


def test_refused_payment_and_refused_condoms_are_in_the_model_alone() -> None:
    standings = {policy.id: policy.cells["fjp_violence"].standing for policy in COMPARISON.policies}
    assert [name for name, one in standings.items() if one is Standing.COVERED] == ["fjp-model"]


def test_no_policy_here_is_said_to_end_warrants_or_to_count() -> None:
    for policy in COMPARISON.policies:
        for row in ("open_cases", "data", "massage", "third_parties"):
            assert policy.cells[row].standing in {Standing.LEFT_OUT, Standing.NOT_KNOWN}


@pytest.mark.parametrize(("message_id", "english"), list(messages(COMPARISON)), ids=lambda text: text[:50])
def test_every_sentence_is_plain(message_id: str, english: str) -> None:
    if not message_id.endswith((".name", ".locator")):
        assert reading_grade(english) <= TOP_GRADE
    assert "!" not in english
    assert not re.search(r"\b(refused to|why did you|prostitutes?|whore|addict|illegal alien)\b", english.lower())


def test_there_are_about_twenty_questions_each_once() -> None:
    questions = [question for theme in COMPARISON.themes for question in theme.questions]
    assert 18 <= len(questions) <= 24
    assert len(set(questions)) == len(questions)
    assert all(question.endswith("?") for question in questions)


def test_spanish_says_all_of_it() -> None:
    spanish = CONTENT.wording("es")
    for message_id, english in messages(COMPARISON):
        assert spanish.covers(message_id, english), message_id


def test_a_view_holds_only_the_policies_that_are_asked_for() -> None:
    view = comparison_view(COMPARISON, CONTENT.wording("en"), {"washington", "sf-da"})
    assert [policy.id for policy in view.policies] == ["sf-da", "washington"]
    assert all([cell.policy for cell in row.cells] == ["sf-da", "washington"] for row in view.rows)
