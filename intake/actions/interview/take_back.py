"""Take back what was said: one answer, or all of a part."""

from __future__ import annotations

from intake.actions.interview.record_answer import clear_answer
from intake.actions.session import OpenVault
from intake.errors import Mishap
from intake.questions.occasions import address, number_of, plain_id


def take_back(session: OpenVault, case_id: str, question_ids: tuple[str, ...]) -> None:
    """These answers go, with what was half typed there, all of them or none.

    Raises Mishap legal_hold: a report on hold keeps every answer; and trouble with the disk.
    """
    refuse_while_held(session, case_id)
    with session.store.together():
        for question_id in question_ids:
            clear_answer(session, case_id, question_id)


def take_back_part(session: OpenVault, case_id: str, section_id: str) -> None:
    """Every answer of a part goes, asked for now or not: of the first of several, unless its number says otherwise.

    Raises as above.
    """
    number = number_of(section_id)
    asked = session.content.questions.of_section(plain_id(section_id))
    of_it = (one for one in asked if number == 1 or one.repeats.is_asked_anew)
    take_back(session, case_id, tuple(address(one.id, number) for one in of_it))


def refuse_while_held(session: OpenVault, case_id: str) -> None:
    """Raises Mishap legal_hold for a report on hold."""
    hold = session.store.hold(case_id)
    if hold is not None and hold.is_on:
        raise _held()


def _held() -> Mishap:
    return Mishap(
        "legal_hold",
        "A court or a lawyer asked for this report, so no answer can be taken back now.",
        "Every answer is still here, locked.",
        "Talk to your lawyer. When they say so, end the hold first.",
    )
