"""All cards without a report: nothing said settles nothing, and what is tried changes what it should."""

from __future__ import annotations

from datetime import date

import pytest

from intake.actions.protections.try_out import Tried, open_tried, things_to_try, try_out
from intake.protections.model import Kind
from intake.wording.catalogue import Wording
from tests.shipped import shipped_content

CONTENT = shipped_content()
TODAY = date(2026, 11, 21)
ROBBED = {
    "incident_place": ("us-ca-sf",),
    "role": ("victim",),
    "crimes": ("robbery",),
    "involvement": ("selling",),
    "exposures": ("us-ca-pc-647b",),
    "charged": ("no",),
    "reporting": ("planned",),
    "reporting_to": ("sf_da",),
    "truthful": ("yes",),
}


def standings(tried: Tried) -> dict[str, str]:
    panel = try_out(CONTENT.protections, Wording(), TODAY, tried)
    return {card.instrument: card.standing for card in panel.cards}


def test_with_nothing_said_no_card_claims_anything() -> None:
    found = standings({})
    assert len(found) >= 16
    assert set(found.values()) <= {"answers", "lawyer", "model"}


def test_models_stand_apart_whatever_is_said() -> None:
    models = {one.id for one in CONTENT.protections.instruments if one.kind is Kind.MODEL}
    for tried in ({}, ROBBED):
        assert {name for name, standing in standings(tried).items() if standing == "model"} <= models
        assert "model-fjp-2025" in standings(tried)


def test_what_is_tried_changes_the_cards_and_taking_it_back_changes_them_back() -> None:
    assert standings(ROBBED)["us-ca-sf-da-safety"] == "holds"
    assert standings({**ROBBED, "crimes": ("theft",)})["us-ca-sf-da-safety"] == "outside"
    assert standings({**ROBBED, "charged": ("yes",)})["us-ca-sf-da-safety"] != "holds"
    assert standings({}) == standings({"crimes": ()})


def test_another_place_brings_its_own_cards() -> None:
    found = standings({"incident_place": ("us-wa",)})
    assert "us-wa-rcw-9a.88.200" in found
    assert not any(name.startswith("us-ca") for name in found)


def test_one_of_them_opens_in_full_with_what_was_tried_in_it() -> None:
    finding = open_tried(CONTENT.protections, Wording(), TODAY, ROBBED, "us-ca-sf-da-safety")
    sentences = [one.sentence for rule in finding.rules for one in rule.conditions]
    assert "You told us that you are the person it happened to." in sentences
    with pytest.raises(KeyError):
        open_tried(CONTENT.protections, Wording(), TODAY, {}, "nothing-of-that-name")


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_value_that_can_be_tried_is_understood(language: str) -> None:
    things = things_to_try(CONTENT.protections, CONTENT.wording(language))
    for thing in things:
        assert thing.label[:1].isupper() or not thing.label[:1].isalpha()
        for value, words in thing.choices:
            assert words
            assert standings({thing.id: (value,)})


def test_the_question_of_truth_asks_for_what_is_true() -> None:
    truthful = next(one for one in things_to_try(CONTENT.protections, Wording()) if one.id == "truthful")
    assert truthful.label == "Whether the account is true, as far as you know"
