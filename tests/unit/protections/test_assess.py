from __future__ import annotations

from dataclasses import replace

import pytest

from intake.conditions.facts import Facts
from intake.conditions.model import AllOf, AnyOf, Is
from intake.protections.assess import assess, assess_instrument, least_favourable
from intake.protections.model import (
    Currency,
    CurrencyStatus,
    Instrument,
    Limit,
    Narrows,
    Outcome,
    Rule,
    RuleRole,
    Stop,
    Verification,
)
from tests.unit.protections.invented import SAW_IT, TODAY, WANTS, as_model, day, instrument, protections, rule

WITNESS = Facts({"role": ("witness",)})
LATE = Is("reporting", ("made",))


def outcome(one: Instrument, facts: Facts = WITNESS) -> Outcome:
    return assess_instrument(one, facts, TODAY).outcome


def test_a_met_condition_applies_and_says_why() -> None:
    found = assess_instrument(instrument(), WITNESS, TODAY)
    assert found.outcome is Outcome.APPLIES
    assert [because.text for because in found.rules[0].because] == ["You are {values}."]
    assert found.rules[0].because[0].values == ("witness",)


def test_a_failed_condition_does_not_apply_and_an_open_one_asks() -> None:
    assert outcome(instrument(), Facts({"role": ("victim",)})) is Outcome.DOES_NOT_APPLY
    found = assess_instrument(instrument(), Facts(), TODAY)
    assert found.outcome is Outcome.NEEDS_INFO
    assert found.settle == ("role",)


def test_an_unsettled_value_is_open_and_no_answer_settles_it() -> None:
    found = assess_instrument(instrument(rule(condition=WANTS)), Facts({"reporting": "made"}), TODAY)
    assert found.outcome is Outcome.NEEDS_INFO
    assert found.settle == ()
    assert found.rules[0].because[0].text == "Too late?"


def test_the_headline_is_the_least_favourable_and_skips_the_other_rules() -> None:
    one = instrument(rule("A"), rule("B", WANTS), rule("C", LATE, headline=False))
    assert outcome(one, Facts({"role": ("witness",), "reporting": "planned"})) is Outcome.APPLIES
    assert outcome(one) is Outcome.NEEDS_INFO
    assert least_favourable((Outcome.NOT_IN_FORCE, Outcome.APPLIES, Outcome.DOES_NOT_APPLY)) is Outcome.DOES_NOT_APPLY
    assert least_favourable(()) is Outcome.DOES_NOT_APPLY


def test_exceptions_and_programmes_are_told_and_not_judged() -> None:
    note = Rule("H", RuleRole.EXCEPTION, "Note", "The other side may see it.")
    assert [found.rule for found in assess_instrument(instrument(rule(), note), WITNESS, TODAY).rules] == ["A"]


def test_dates_come_first_then_what_ended_then_what_fails() -> None:
    met = Stop(SAW_IT, "Over.")
    failing = replace(rule(), fails_when=(replace(met, because="Fails."),))
    ended = replace(failing, not_in_force_when=(met,))
    assert outcome(instrument(failing)) is Outcome.DOES_NOT_APPLY
    assert outcome(instrument(ended)) is Outcome.NOT_IN_FORCE
    over = replace(instrument(failing), in_force_until=day("2020"))
    assert outcome(over) is Outcome.NOT_IN_FORCE


def test_only_a_definite_yes_stops_a_promise() -> None:
    stopped = replace(rule(), fails_when=(Stop(LATE, "Too late."),), cannot_tell_when=(Stop(LATE, "Hm."),))
    assert outcome(instrument(stopped)) is Outcome.APPLIES


def test_a_doubt_leaves_it_open_but_never_revives_what_fails() -> None:
    doubted = replace(rule(), cannot_tell_when=(Stop(LATE, "Not clear."),))
    late = {"reporting": "made"}
    found = assess_instrument(instrument(doubted), Facts({"role": ("witness",), **late}), TODAY)
    assert found.outcome is Outcome.NEEDS_INFO
    assert [because.text for because in found.rules[0].because] == ["Not clear."]
    assert outcome(instrument(doubted), Facts({"role": ("victim",), **late})) is Outcome.DOES_NOT_APPLY


def test_an_open_date_leaves_a_met_condition_open() -> None:
    found = assess_instrument(replace(instrument(), in_force_from=day("2026")), WITNESS, TODAY)
    assert found.outcome is Outcome.NEEDS_INFO


def test_a_narrowing_limit_limits_and_is_mentioned() -> None:
    sure = replace(instrument(), limits=(Limit("first", LATE, Narrows.WHEN_YES),))
    careful = replace(instrument(), limits=(Limit("first", LATE, Narrows.UNLESS_NO),))
    assert outcome(sure) is Outcome.APPLIES
    found = assess_instrument(careful, WITNESS, TODAY)
    assert found.outcome is Outcome.LIMITED
    assert found.mention == ("first",)
    assert found.narrowed_by == ("first",)


def test_limits_of_the_instrument_narrow_headline_promises_alone() -> None:
    one = replace(instrument(rule("A"), rule("E", headline=False)), limits=(Limit("first", None, Narrows.WHEN_YES),))
    assert [found.outcome for found in assess_instrument(one, WITNESS, TODAY).rules] == [
        Outcome.LIMITED,
        Outcome.APPLIES,
    ]


def test_a_limit_is_mentioned_always_or_when_met_or_when_unsure_if_it_says_so() -> None:
    one = replace(
        instrument(replace(rule(), limits=(Limit("second"),))),
        limits=(Limit("first", LATE, mention_when_unsure=True), Limit("third", LATE)),
    )
    assert assess_instrument(one, WITNESS, TODAY, ("second", "first")).mention == ("second", "first")
    known = Facts({"role": ("witness",), "reporting": "made"})
    assert assess_instrument(one, known, TODAY, ("second",)).mention == ("second", "first", "third")
    assert assess_instrument(one, Facts({"reporting": "planned"}), TODAY).mention == ("second",)


def test_what_nobody_has_read_carries_its_caveat_and_asks_first() -> None:
    hearsay = replace(instrument(), verification=Verification.SECONDARY)
    found = assess_instrument(hearsay, WITNESS, TODAY)
    assert found.mention == ("text_unverified",)
    assert found.confirm_first
    stale = replace(instrument(), currency=Currency(CurrencyStatus.UNCONFIRMED, TODAY, "Not known."))
    assert assess_instrument(stale, WITNESS, TODAY).confirm_first
    assert not assess_instrument(instrument(), WITNESS, TODAY).confirm_first


def test_a_place_brings_its_parents_and_the_models_and_an_unknown_place_its_surroundings() -> None:
    model = as_model(replace(instrument(), id="model-safety"))
    north = replace(instrument(), id="north-safety", jurisdiction="exampleland-north")
    all_of_them = protections(model, instrument(), north)

    def reached(place: str) -> list[str]:
        return [found.instrument for found in assess(all_of_them, place, WITNESS, TODAY)]

    assert reached("exampleland-north") == ["north-safety", "exampleland-safety", "model-safety"]
    assert reached("exampleland-south") == ["exampleland-safety", "model-safety"]
    assert reached("elsewhere") == ["model-safety"]


def test_a_guard_within_one_of_several_ways_is_not_asked_before_its_turn() -> None:
    ways = AnyOf((AllOf((SAW_IT, WANTS)), LATE))
    found = assess_instrument(instrument(rule(condition=ways)), Facts({"reporting": "other"}), TODAY)
    assert found.settle == ()
    found = assess_instrument(instrument(rule(condition=AnyOf((AllOf((SAW_IT, WANTS)),)))), Facts(), TODAY)
    assert found.settle == ("role",)


def test_a_promise_without_a_condition_is_open() -> None:
    assert outcome(instrument(replace(rule(), applies_when=None))) is Outcome.NEEDS_INFO


def test_an_unfinished_list_can_still_be_settled() -> None:
    listed = rule(condition=replace(SAW_IT, unsettled=("victim",)))
    hurt = {"role": ("victim",)}
    assert assess_instrument(instrument(listed), Facts(hurt), TODAY).settle == ()
    assert assess_instrument(instrument(listed), Facts(hurt, frozenset({"role"})), TODAY).settle == ("role",)


def test_an_instrument_that_is_not_there_is_not_found() -> None:
    with pytest.raises(KeyError):
        protections().instrument("narnia")
