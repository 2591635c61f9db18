"""Words begun and not yet given as an answer, kept so that a lock in mid-sentence loses nothing."""

from __future__ import annotations

import json

from intake.vault.answer_json import json_text
from intake.vault.database import Database
from intake.vault.papers.paper_store import PAPER


class DraftStore:
    """At most one draft for each question of a case. No draft of a question whose answer is not saved."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def put(self, case_id: str, question_id: str, text: str) -> None:
        """Keep a draft in place of the earlier one; an empty one is removed. Durable on return."""
        with self._database.transaction():
            if text:
                self._database.rows(
                    "INSERT INTO drafts (case_id, question_id, body) VALUES (?, ?, ?) "
                    "ON CONFLICT (case_id, question_id) DO UPDATE SET body = excluded.body",
                    (case_id, question_id, json_text(text)),
                )
            else:
                self._database.rows("DELETE FROM drafts WHERE case_id = ? AND question_id = ?", (case_id, question_id))

    def one(self, case_id: str, question_id: str) -> str | None:
        """The draft for a question, or None."""
        row = self._database.row(
            "SELECT body FROM drafts WHERE case_id = ? AND question_id = ?", (case_id, question_id)
        )
        return str(json.loads(str(row[0]))) if row else None

    def of_case(self, case_id: str) -> dict[str, str]:
        """All drafts of a case by question id."""
        rows = self._database.rows(
            "SELECT question_id, body FROM drafts WHERE case_id = ? AND question_id NOT GLOB ? ORDER BY question_id",
            (case_id, f"{PAPER}*"),
        )
        return {str(question_id): str(json.loads(str(body))) for question_id, body in rows}
