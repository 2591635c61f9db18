"""A training vault with invented people. It is in memory alone: nothing of it ever touches a disk."""

from __future__ import annotations

import tomllib
from datetime import timedelta

from intake.actions.interview.record_answer import NotRecorded, record_answer
from intake.actions.session import OpenVault
from intake.actions.vault.office import Office, save_office
from intake.answers.model import AnswerStatus
from intake.clock import Clock
from intake.content import Content
from intake.errors import Defect
from intake.resource_files import resources_folder
from intake.vault.memory_vault import create_memory_vault

_FOLDER = "practice"
PRACTICE_PROGRAMME = "Harbor Program"
PRACTICE_PHONE = "415 555 0134"


def open_practice(content: Content, clock: Clock) -> OpenVault:
    """Open a training vault with three invented reports of different kinds."""
    session = OpenVault(create_memory_vault(), content, clock, is_practice=True)
    for path in sorted((resources_folder() / _FOLDER).glob("*.toml")):
        invented = tomllib.loads(path.read_text(encoding="utf-8"))
        case = session.store.new_case(clock.today())
        for question_id, said in invented["answers"].items():
            _answer(session, case.id, question_id, said)
        session.store.put_place(case.id, invented["open_at"])
    save_office(session, Office(PRACTICE_PROGRAMME, PRACTICE_PHONE))
    return session


def _answer(session: OpenVault, case_id: str, question_id: str, said: object) -> None:
    match said:
        case {"days_ago": int() as days}:
            raw: str | tuple[str, ...] = (session.clock.today() - timedelta(days=days)).isoformat()
        case list():
            raw = tuple(str(option) for option in said)
        case _:
            raw = str(said)
    if isinstance(record_answer(session, case_id, question_id, AnswerStatus.GIVEN, raw), NotRecorded):
        raise Defect(f"practice answer not understood: {question_id}")
