"""A training vault with invented people. It is in memory alone: nothing of it ever touches a disk."""

from __future__ import annotations

import secrets
import tomllib
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from intake.actions.interview.at_hand import keep_told_of
from intake.actions.interview.record_answer import NotRecorded, record_answer
from intake.actions.session import OpenVault
from intake.actions.told_of_paper import NAMES
from intake.actions.vault.office import Office, save_office
from intake.answers.model import AnswerStatus
from intake.cases.model import Case
from intake.cases.told_of import Desk, ToldOf
from intake.clock import Clock
from intake.content import Content
from intake.errors import Defect
from intake.resource_files import resources_folder
from intake.vault.memory_vault import create_memory_vault

_FOLDER = "practice"
PRACTICE_PROGRAMME = "Harbor Program"
PRACTICE_PHONE = "415 555 0134"


def open_practice(content: Content, clock: Clock) -> OpenVault:
    """Open a training vault with four invented reports of different kinds.

    Each has the same label every time, so that whoever teaches can name it, and the list its order.
    """
    session = OpenVault(create_memory_vault(), content, clock, is_practice=True)
    for path in sorted((resources_folder() / _FOLDER).glob("*.toml")):
        _add(session, tomllib.loads(path.read_text(encoding="utf-8")))
    save_office(session, Office(PRACTICE_PROGRAMME, PRACTICE_PHONE))
    return session


def _add(session: OpenVault, invented: Mapping[str, Any]) -> None:
    case = Case(secrets.token_hex(16), invented["label"], session.clock.today())
    session.store.add_case(case)
    if "done_by" in invented:
        done_by = {int(incident): tuple(persons) for incident, persons in invented["done_by"].items()}
        highest = Desk(max(done_by), max(person for persons in done_by.values() for person in persons))
        keep_told_of(session, case.id, ToldOf(done_by, highest, highest))
        session.store.put_paper(case.id, NAMES, invented["names"])
    for question_id, said in invented["answers"].items():
        _answer(session, case.id, question_id, said)
    session.store.put_place(case.id, invented["open_at"])


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
