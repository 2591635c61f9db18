"""Where somebody left off, so that unlocking brings them back to the same question."""

from __future__ import annotations

from dataclasses import dataclass

from intake.actions.cases.damaged import even_if_damaged
from intake.actions.session import OpenVault


@dataclass(frozen=True, slots=True)
class Place:
    """A question of a case."""

    case_id: str
    question_id: str


def resume_place(session: OpenVault) -> Place | None:
    """The place in the interview where the vault was locked, or None when it was the home screen."""
    place = None
    with even_if_damaged():
        case_id = session.store.last_case()
        if case_id:
            place = Place(case_id, session.store.place(case_id) or "")
    return place


def leave_case(session: OpenVault) -> None:
    """Remember that the home screen was last."""
    with even_if_damaged():
        session.store.set_last_case(None)
