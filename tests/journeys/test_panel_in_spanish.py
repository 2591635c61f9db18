"""The panel beside the interview when Spanish is chosen: nothing of a card stays in English."""

from __future__ import annotations

import pytest

from intake.actions.protections.assess_case import FindingCard, assess_case
from intake.actions.session import OpenVault
from tests.journeys.people import PEOPLE, Person
from tests.journeys.taking_down import take_down


def said(card: FindingCard) -> set[str]:
    """Everything on a card but the prompts of the questions that could settle it."""
    lines = [card.title, card.headline, card.plain_words, card.source_line, card.verification_line, card.checked_line]
    for rule in card.rules:
        lines += [rule.title, rule.headline, *rule.because]
    return {*lines, *card.because, *card.limits, *card.limits_short, *card.notes}


@pytest.mark.parametrize("person", PEOPLE, ids=lambda person: person.name)
def test_a_card_on_the_panel_is_wholly_in_spanish(session: OpenVault, person: Person) -> None:
    case_id = take_down(session, person)
    english = assess_case(session, case_id).cards
    session.language = "es"
    in_spanish = assess_case(session, case_id).cards
    assert [card.outcome for card in in_spanish] == [card.outcome for card in english]
    for before, after in zip(english, in_spanish, strict=True):
        assert said(before) & said(after) == set()
        assert "Revisado el 21 de noviembre de 2026." in after.checked_line
