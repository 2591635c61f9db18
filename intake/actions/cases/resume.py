"""Where somebody left off, so that unlocking brings them back to the same question."""

from __future__ import annotations

from dataclasses import dataclass

from intake.actions.session import OpenVault


@dataclass(frozen=True, slots=True)
class Place:
    """A question of a case."""

    case_id: str
    question_id: str


def resume_place(session: OpenVault) -> Place | None:
    """The place in the interview where the vault was locked, or None when it was the home screen."""
    case_id = session.store.last_case()
    if not case_id:
        return None
    return Place(case_id, session.store.place(case_id) or "")


def leave_case(session: OpenVault) -> None:
    """Remember that the home screen was last."""
    session.store.set_last_case(None)
