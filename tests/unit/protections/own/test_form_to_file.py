"""Whatever is ticked becomes a file whose examples hold, and which claims no more than was ticked."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from intake.conditions.facts import Facts
from intake.protections.assess import assess_instrument
from intake.protections.model import Outcome, Verification
from intake.protections.own.compile import compile_form, new_id, next_version, series
from intake.protections.own.form import PolicyForm, form_from_json, form_to_json
from intake.protections.own.merge import as_judged
from intake.protections.own.missing import hard_to_read, missing
from intake.protections.own.read import ALWAYS_SAID, read_own
from intake.protections.own.record import Mark, OwnPolicy, policy_from_json, policy_to_json
from tests.unit.protections.own.invented_forms import EXAMPLETON, SHIPPED, forms

quickly = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@quickly
@given(forms)
def test_ticks_become_a_file_without_a_fault_and_all_its_examples_hold(form: PolicyForm) -> None:
    assert missing(form, SHIPPED.jurisdictions) == ()
    found = read_own("own-x", compile_form(form, "own-x").encode(), SHIPPED)
    assert found.problems == ()
    assert found.instrument is not None


@quickly
@given(forms)
def test_every_promise_has_an_example_that_holds_one_that_does_not_and_one_that_is_open(form: PolicyForm) -> None:
    instrument = read_own("own-x", compile_form(form, "own-x").encode(), SHIPPED).instrument
    assert instrument is not None
    for rule in instrument.promises:
        seen = {example.rules[rule.id] for example in instrument.examples}
        assert seen >= {Outcome.APPLIES, Outcome.DOES_NOT_APPLY, Outcome.NEEDS_INFO}


@quickly
@given(forms)
def test_a_policy_nobody_read_always_says_so_and_its_three_limits(form: PolicyForm) -> None:
    found = read_own("own-x", compile_form(form, "own-x").encode(), SHIPPED).instrument
    assert found is not None
    judged = as_judged(found, OwnPolicy("own-x", Mark("A1", found.review.on, "")))
    for example in judged.examples:
        finding = assess_instrument(judged, Facts(example.facts), example.today or found.review.on)
        assert finding.confirm_first
        assert {*ALWAYS_SAID, "text_unverified"} <= set(finding.mention)
    assert judged.verification is not Verification.TEXT_READ
    assert all(rule.effect.startswith("As reported") for rule in judged.rules)


@given(forms)
def test_a_form_and_a_record_come_back_as_they_were_kept(form: PolicyForm) -> None:
    tidy = form_from_json(form_to_json(form))
    assert form_from_json(form_to_json(tidy)) == tidy
    mark = Mark("A1", date(2026, 11, 21), "0" * 64)
    policy = OwnPolicy("own-x", mark, "id = 1", tidy, confirmed=("a",), writer=mark, text=mark, reading=mark)
    assert policy_from_json(policy_to_json(policy)) == policy


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
        max_leaves=8,
    )
)
def test_what_is_kept_wrongly_is_told_as_one_kind_of_error(value: object) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - one kind for all
        policy_from_json({"id": "own-x", "file": "", "last_day": "", "added": value})


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"title": ""}, "Give the policy a name."),
        ({"office": ""}, "Say which office made the promise."),
        ({"place": "us", "new_place": ""}, "Choose the place of the office."),
        ({"made_on": "soon"}, "Say when it was made, such as 2026-05-31, 2026-05 or 2026."),
        ({"made_on": "2026-05", "ended_on": "2026-01"}, "It cannot end before it was made."),
        ({"review_due_on": "2028-05-21"}, "The next check is more than a year away. Choose a day within a year."),
        ({"review_due_on": "2026-11-20"}, "The day of the next check is past. Choose a later one."),
        ({"promises": ()}, "Tick what the office promises."),
        ({"crimes": ()}, "Tick the crimes that the policy names."),
        ({"crimes": ("other_violent",)}, "Tick the crimes that the policy names."),
        ({"what_to_say": ("No stop",)}, "End each sentence with a full stop."),
        ({"before_you_rely": ()}, "Write one to five steps for the desk."),
    ],
)
def test_what_is_missing_is_said_in_one_sentence(change: dict[str, object], said: str) -> None:
    assert said in missing(replace(EXAMPLETON, **change), SHIPPED.jurisdictions)  # type: ignore[arg-type]


def test_a_hard_sentence_is_told_with_its_grade_and_stops_nothing() -> None:
    hard = (
        "Notwithstanding any prosecutorial discretion, individuals will be presumptively ineligible for adjudication."
    )
    form = replace(EXAMPLETON, what_to_say=(hard,))
    ((text, grade),) = hard_to_read(form)
    assert text == hard
    assert grade > 7
    assert missing(form, SHIPPED.jurisdictions) == ()


def test_other_violence_and_parts_that_are_not_ticked_are_never_a_yes() -> None:
    instrument = read_own("own-x", compile_form(EXAMPLETON, "own-x").encode(), SHIPPED).instrument
    assert instrument is not None
    fits = dict(instrument.examples[0].facts)
    for change in ({"crimes": ("other_violent",)}, {"involvement": ("buying",)}, {"involvement": ("third_party",)}):
        finding = assess_instrument(instrument, Facts({**fits, **change}), instrument.review.on)
        assert finding.outcome is Outcome.NEEDS_INFO


def test_ids_begin_with_own_never_meet_and_count_their_versions() -> None:
    first = new_id("Our D.A. policy!", ())
    second = next_version(first, (first,))
    third = next_version(second, (first, second))
    assert (first, second, third) == ("own-our-d-a-policy", "own-our-d-a-policy-v2", "own-our-d-a-policy-v3")
    assert {series(one) for one in (first, second, third)} == {first}
    assert new_id("日本", ()) == "own-policy"
