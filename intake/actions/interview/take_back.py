"""Take back what was said: one answer, or all of a part."""

from __future__ import annotations

from dataclasses import dataclass

from intake.actions.interview.on_hold import refuse_while_held
from intake.actions.interview.record_answer import forget_from_memory
from intake.actions.session import OpenVault
from intake.questions.occasions import address


@dataclass(frozen=True, slots=True)
class PartOfReport:
    """One part as it is read back: about one thing or person, about the whole report, or both where there is one.

    ``number``: of which one, None for none. ``has_whole``: whether the answers that are given once belong to it.
    """

    section_id: str
    number: int | None = 1
    has_whole: bool = True


def take_back(session: OpenVault, case_id: str, question_ids: tuple[str, ...]) -> None:
    """These answers go, with what was half typed there, all of them or none.

    Raises Mishap legal_hold: a report on hold keeps every answer; and trouble with the disk.
    """
    refuse_while_held(session, case_id)
    with session.store.together():
        for question_id in question_ids:
            session.store.remove_answer(case_id, question_id)
    forget_from_memory(session, case_id, question_ids)


def take_back_part(session: OpenVault, case_id: str, part: PartOfReport) -> None:
    """Every answer of this part goes, asked for now or not, and none beyond it. Raises as above."""
    of_it = []
    for one in session.content.questions.of_section(part.section_id):
        if not one.repeats.is_asked_anew and part.has_whole:
            of_it.append(one.id)
        elif one.repeats.is_asked_anew and part.number is not None:
            of_it.append(address(one.id, part.number))
    take_back(session, case_id, tuple(of_it))
