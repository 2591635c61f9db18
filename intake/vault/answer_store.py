"""Answers, in one table for each part of a case, so that reading one part never touches another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from intake.answers.model import Answer
from intake.cases.model import CasePart, ShareableView
from intake.errors import Defect
from intake.vault.answer_json import answer_from, value_to_json
from intake.vault.database import Database


@dataclass(frozen=True, slots=True)
class _Statements:
    """The statements for the table of one part."""

    put: str
    remove: str
    read: str
    when: str
    has: str = field(repr=False)


def _statements(table: str) -> _Statements:
    put = f"""
        INSERT INTO {table} (case_id, question_id, status, value, language, content_fingerprint, answered_at)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (case_id, question_id) DO UPDATE SET
            status = excluded.status, value = excluded.value, language = excluded.language,
            content_fingerprint = excluded.content_fingerprint, answered_at = excluded.answered_at
    """  # noqa: S608 - the name of the table is one of three of ours
    return _Statements(
        put,
        f"DELETE FROM {table} WHERE case_id = ? AND question_id = ?",  # noqa: S608 - as above
        f"SELECT question_id, status, value FROM {table} WHERE case_id = ? ORDER BY question_id",  # noqa: S608 - as above
        f"SELECT answered_at FROM {table} WHERE case_id = ? AND question_id = ?",  # noqa: S608 - as above
        f"SELECT 1 FROM {table} WHERE question_id = ? LIMIT 1",  # noqa: S608 - as above
    )


_PARTS: Mapping[CasePart, _Statements] = {
    CasePart.SHAREABLE: _statements("shareable_answers"),
    CasePart.IDENTIFYING: _statements("identifying_answers"),
    CasePart.WALLED_OFF: _statements("walled_off_answers"),
}


class AnswerStore:
    """What was answered. An answer that is not to be saved never comes here."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def put(
        self,
        case_id: str,
        question_id: str,
        part: CasePart,
        answer: Answer,
        language: str,
        content_fingerprint: str,
        at: datetime,
    ) -> None:
        """Keep an answer in place of any earlier one to the question; its draft goes in the same transaction.

        ``language`` and ``content_fingerprint`` tell in which words the question was asked, ``at`` when (with a zone).
        On return it is on the disk. Raises Mishap; Defect for an unknown part or case or a moment without a zone.
        """
        if part not in _PARTS:
            raise Defect("an answer belongs to one of the three parts of a case")
        if at.tzinfo is None:
            raise Defect("a moment needs its zone")
        value = None if answer.value is None else value_to_json(answer.value)
        row = (case_id, question_id, str(answer.status), value, language, content_fingerprint, at.isoformat())
        with self._database.transaction():
            self._forget(case_id, question_id, but=part)
            self._database.rows(_PARTS[part].put, row)
            self._database.rows("DELETE FROM drafts WHERE case_id = ? AND question_id = ?", (case_id, question_id))
            day = at.astimezone().date().isoformat()
            self._database.rows("UPDATE cases SET last_touched_on = ? WHERE id = ?", (day, case_id))

    def remove(self, case_id: str, question_id: str) -> None:
        """Take an answer back, with its draft; the question counts as not asked."""
        with self._database.transaction():
            self._forget(case_id, question_id)
            self._database.rows("DELETE FROM drafts WHERE case_id = ? AND question_id = ?", (case_id, question_id))

    def read(self, case_id: str, part: CasePart) -> dict[str, Answer]:
        """The answers of one part by question id."""
        return {
            str(question_id): answer_from(str(status), None if value is None else str(value))
            for question_id, status, value in self._database.rows(_PARTS[part].read, (case_id,))
        }

    def answered_at(self, case_id: str, question_id: str) -> datetime | None:
        """The moment of the answer to one question, with its zone; None where there is none."""
        for part in _PARTS.values():
            row = self._database.row(part.when, (case_id, question_id))
            if row is not None:
                return datetime.fromisoformat(str(row[0]))
        return None

    def is_answered(self, question_id: str) -> bool:
        """Whether any report holds an answer to this question, or words half typed there."""
        asked = (*(part.has for part in _PARTS.values()), "SELECT 1 FROM drafts WHERE question_id = ? LIMIT 1")
        return any(self._database.row(one, (question_id,)) is not None for one in asked)

    def shareable_view(self, case_id: str) -> ShareableView:
        """What a summary may see. The tables of the other two parts are not read. Unknown case: nothing in it."""
        return ShareableView(self.read(case_id, CasePart.SHAREABLE))

    def _forget(self, case_id: str, question_id: str, but: CasePart | None = None) -> None:
        for part, statements in _PARTS.items():
            if part is not but:
                self._database.rows(statements.remove, (case_id, question_id))
