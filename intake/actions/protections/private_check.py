"""The private check lives in memory only and is gone when it closes."""

from __future__ import annotations

from intake.actions.session import OpenVault
from intake.questions.model import Fate
from intake.questions.occasions import plain_id


def close_private_check(session: OpenVault, case_id: str) -> None:
    """Forget the memory-only answers of the private section of one case."""
    questions = session.content.questions
    private = {section.id for section in questions.sections if section.private}
    gone = {one.id for one in questions.questions if one.section in private and one.fate is Fate.NOT_SAVED}
    for kept in (session.memory.get(case_id, {}), session.memory_drafts.get(case_id, {})):
        for question_id in [name for name in kept if plain_id(name) in gone]:
            del kept[question_id]
