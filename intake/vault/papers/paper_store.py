"""Papers of a case that are no answers: lines chosen for a page, a permission half filled in, a legal request.

They stand in the table of drafts under names that no question can have, so they are locked, copied and erased with the
case. When only the words of a report are erased, a paper whose name begins with ``LASTING`` stays.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from intake.vault.answer_json import json_text
from intake.vault.database import Database

PAPER = "paper:"
LASTING = f"{PAPER}kept:"


class PaperStore:
    """One JSON text under each name."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def put(self, case_id: str, name: str, body: object, *, is_lasting: bool = False) -> None:
        """Keep a paper in place of the earlier one. Durable on return. Raises Defect when its case is unknown."""
        with self._database.transaction():
            self._database.rows(
                "INSERT INTO drafts (case_id, question_id, body) VALUES (?, ?, ?) "
                "ON CONFLICT (case_id, question_id) DO UPDATE SET body = excluded.body",
                (case_id, _start(is_lasting) + name, json_text(body)),
            )

    def remove(self, case_id: str, name: str) -> None:
        """Throw a paper away; one that is not there changes nothing."""
        with self._database.transaction():
            self._database.rows("DELETE FROM drafts WHERE case_id = ? AND question_id = ?", (case_id, PAPER + name))

    def one(self, case_id: str, name: str) -> object | None:
        """A paper, or None."""
        row = self._database.row(
            "SELECT body FROM drafts WHERE case_id = ? AND question_id = ?", (case_id, PAPER + name)
        )
        return json.loads(str(row[0])) if row else None

    def lasting(self, case_id: str) -> Mapping[str, object]:
        """The papers of a case that stay as long as the case does, by name, in the order in which they came."""
        rows = self._database.rows(
            "SELECT question_id, body FROM drafts WHERE case_id = ? AND question_id GLOB ? ORDER BY rowid",
            (case_id, f"{LASTING}*"),
        )
        return {str(name).removeprefix(LASTING): json.loads(str(body)) for name, body in rows}


def _start(is_lasting: bool) -> str:
    return LASTING if is_lasting else PAPER
