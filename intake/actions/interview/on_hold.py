"""A report that a court or a lawyer asked for keeps what was said: an answer may be changed, and none may go."""

from __future__ import annotations

from intake.actions.session import OpenVault
from intake.errors import Mishap


def is_held(session: OpenVault, case_id: str) -> bool:
    """Whether this report is on hold now."""
    hold = session.store.hold(case_id)
    return hold is not None and hold.is_on


def refuse_while_held(session: OpenVault, case_id: str) -> None:
    """Raises Mishap legal_hold for a report on hold."""
    if is_held(session, case_id):
        raise _held()


def refuse_to_lose(session: OpenVault, case_id: str, question_id: str) -> None:
    """Raises Mishap legal_hold where a given answer of a report on hold would be left without what was said."""
    if not is_held(session, case_id):
        return
    kept = session.store.case(case_id).all_answers().get(question_id)
    if kept is not None and kept.value is not None:
        raise _held()


def _held() -> Mishap:
    return Mishap(
        "legal_hold",
        "A court or a lawyer asked for this report, so no answer can be taken back now.",
        "Every answer is still here, locked.",
        "Talk to your lawyer. When they say so, end the hold first.",
    )
