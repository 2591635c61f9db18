"""Erase a person's own words from a report and keep the rest."""

from __future__ import annotations

from intake.actions.erasing.forgetting import forgetting
from intake.actions.erasing.what_cannot_be_reached import CannotBeReached, what_cannot_be_reached
from intake.actions.keys.two_people import GuardedAct, need_second_person
from intake.actions.session import OpenVault
from intake.cases.model import CasePart
from intake.questions.model import Question
from intake.questions.occasions import every_address
from intake.vault.erasing import refusals

_SHORT, _TICKS_ONLY = "short_text", "things"


def erase_narrative(
    session: OpenVault, case_id: str, typed_label: str, second: bytearray | None = None
) -> CannotBeReached:
    """Erase every longer text, every text of the part that never leaves, and every draft.

    The choices, lists of ticks among them, the days and the short facts outside that part stay. Words typed for a
    question that this version does not know go too: nobody can say what they hold.
    Raises Mishap wrong_label unless the report's name was typed, legal_hold, second_needed and its like,
    erase_unfinished, trouble with the disk.
    """
    if typed_label.strip().casefold() != session.store.case(case_id).label.casefold():
        raise refusals.wrong_label()
    left = what_cannot_be_reached(session, case_id)
    questions = session.content.questions.questions
    spared = frozenset(name for one in questions if _stays(one) for name in every_address(one.id))
    need_second_person(session, GuardedAct.ERASE_WORDS, second)
    with forgetting(session, (case_id,)):
        session.store.erase_narrative(case_id, spared, session.clock.today(), session.staff_code)
    return left


def _stays(question: Question) -> bool:
    is_short = question.kind == _SHORT and question.part is not CasePart.WALLED_OFF
    return is_short or question.kind == _TICKS_ONLY
