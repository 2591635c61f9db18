"""The totals that a supervisor may see, and pass on."""

from __future__ import annotations

from dataclasses import dataclass

from intake.actions.counting.count import SETTING
from intake.actions.keys.supervisor import require_supervisor
from intake.actions.session import OpenVault
from intake.questions.counting.tell import ToldTable, told_tables
from intake.questions.counting.totals import totals_from_json


@dataclass(frozen=True, slots=True)
class TotalWords:
    """One question in one year, in words; ``lines`` is empty where too few answered to say anything."""

    year: int
    prompt: str
    about: int | None
    lines: tuple[tuple[str, int | None], ...]


def told_totals(session: OpenVault) -> tuple[TotalWords, ...]:
    """Every table that may be told. Raises Mishap supervisor_needed."""
    require_supervisor(session)
    totals = totals_from_json(session.store.setting(SETTING))
    tables = told_tables(totals, session.content.counted, session.clock.today())
    return tuple(_words(session, table) for table in tables)


def _words(session: OpenVault, table: ToldTable) -> TotalWords:
    wording = session.content.wording(session.language)
    question = session.content.counted.question(table.question)
    labels = {one.id: wording.text(f"option.{question.id}.{one.id}", one.label) for one in question.options}
    return TotalWords(
        table.year,
        wording.text(f"question.{question.id}.prompt", question.prompt),
        table.about,
        tuple((labels[cell.option], cell.about) for cell in table.cells),
    )
