"""The examples of each instrument are so close that no condition can be left out or turned round unnoticed."""

from __future__ import annotations

import pytest

from intake.conditions.model import AllOf, Includes, Not
from intake.protections.load import load_protections
from intake.protections.model import Instrument, Outcome
from tests.content.mutated_instruments import changes, mutants, survivors

PROTECTIONS, _ = load_protections()
EVERY = pytest.mark.parametrize("instrument", PROTECTIONS.instruments, ids=lambda one: one.id)


@EVERY
def test_every_change_to_a_condition_breaks_an_example_of_the_same_file(instrument: Instrument) -> None:
    unnoticed = survivors(instrument)
    assert not unnoticed, f"No example of {instrument.file} notices:\n" + "\n".join(unnoticed)


@EVERY
def test_every_promise_shows_what_it_can_come_to(instrument: Instrument) -> None:
    for rule in instrument.promises:
        shown = {example.rules[rule.id] for example in instrument.examples if rule.id in example.rules}
        wanted = {rule.at_best, Outcome.DOES_NOT_APPLY, Outcome.NEEDS_INFO}
        if instrument.in_force_from or instrument.in_force_until:
            wanted.add(Outcome.NOT_IN_FORCE)
        if any(limit.narrows for limit in rule.limits):
            # a limit of the promise itself may be shown under the outcome of the instrument or under "narrowed"
            narrowed = {example.name for example in instrument.examples if example.narrowed.get(rule.id)}
            assert Outcome.LIMITED in shown or narrowed, f"{rule.id} is never shown with its limits"
        assert wanted <= shown, f"{rule.id} is never shown as {sorted(wanted - shown)}"


def test_a_condition_is_changed_in_each_of_its_parts() -> None:
    saw, hurt, either = (Includes("role", values) for values in (("witness",), ("victim",), ("witness", "victim")))
    found = [condition for _, condition in changes(AllOf((saw, Not(hurt))))]
    whole = AllOf((saw, Not(hurt)))
    assert found == [
        Not(whole),
        AllOf((Not(hurt),)),
        AllOf((Not(saw), Not(hurt))),
        AllOf((saw,)),
        AllOf((saw, Not(Not(hurt)))),
    ]
    assert [condition for _, condition in changes(either)] == [Not(either)]


def test_each_instrument_is_changed_at_least_once_for_each_promise() -> None:
    for instrument in PROTECTIONS.instruments:
        assert sum(1 for _ in mutants(instrument)) >= len(instrument.promises)
