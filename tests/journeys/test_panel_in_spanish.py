"""The panel beside the interview when Spanish is chosen: nothing of a card stays in English."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

import pytest

from intake.actions.protections.assess_case import assess_case
from intake.actions.session import OpenVault
from tests.journeys.people import PEOPLE, Person
from tests.journeys.taking_down import take_down


def said(card: object) -> Iterator[str]:
    """Every sentence on a card but the questions that could settle it; ids have no blank in them."""
    if isinstance(card, tuple):
        for part in card:
            yield from said(part)
    elif is_dataclass(card):
        for place in fields(card):
            yield from said(getattr(card, place.name) if place.name != "settle" else ())
    elif isinstance(card, str) and " " in card:
        yield card


@pytest.mark.parametrize("person", PEOPLE, ids=lambda person: person.name)
def test_a_card_on_the_panel_is_wholly_in_spanish(session: OpenVault, person: Person) -> None:
    case_id = take_down(session, person)
    english = assess_case(session, case_id).cards
    session.language = "es"
    in_spanish = assess_case(session, case_id).cards
    assert [card.outcome for card in in_spanish] == [card.outcome for card in english]
    for before, after in zip(english, in_spanish, strict=True):
        assert set(said(before)) & set(said(after)) == set()
        assert "Revisado el 21 de noviembre de 2026." in after.checked_line
