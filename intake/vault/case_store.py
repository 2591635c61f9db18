"""Cases: a list of lines, one case with all its answers, and where the interview stands."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import date

from intake.cases.model import Case, CasePart
from intake.errors import Defect
from intake.vault.answer_store import AnswerStore
from intake.vault.database import Database

# letters that are not taken for a digit or for each other
_LETTERS = "ABCDEFGHJKLMNPRTUVWXY"
_LABEL_DIGITS = (2, 3, 4, 5, 6)
_TRIES_PER_LENGTH = 12
_NO_LIMIT = -1


@dataclass(frozen=True, slots=True)
class CaseLine:
    """A case as the list shows it: nothing of what was said, but the day until which it is to be kept.

    ``held_since``: the day on which a hold was put that is still on.
    """

    id: str
    label: str
    opened_on: date
    last_touched_on: date
    kept_until: date | None = None
    held_since: date | None = None


class CaseStore:
    """Which cases there are, and the one that is open."""

    def __init__(self, database: Database, answers: AnswerStore) -> None:
        self._database = database
        self._answers = answers

    def lines(self, first: int = 0, count: int | None = None) -> tuple[CaseLine, ...]:
        """The cases, last touched first; ``count`` of them from the one at ``first``, or all."""
        rows = self._database.rows(
            "SELECT id, label, opened_on, last_touched_on FROM cases "
            "ORDER BY last_touched_on DESC, label LIMIT ? OFFSET ?",
            (_NO_LIMIT if count is None else count, first),
        )
        return tuple(
            CaseLine(str(identity), str(label), _day(opened), _day(touched))
            for identity, label, opened, touched in rows
        )

    def add(self, case: Case) -> None:
        """Keep a new case, without answers. Raises Defect when its id or label is taken or it brings answers along."""
        if case.all_answers():
            raise Defect("answers are put one by one, each with the words in which it was asked")
        day = case.opened_on.isoformat()
        with self._database.transaction():
            self._database.rows(
                "INSERT INTO cases (id, label, opened_on, last_touched_on) VALUES (?, ?, ?, ?)",
                (case.id, case.label, day, day),
            )

    def new(self, opened_on: date) -> Case:
        """Make and keep a case with a random id and a random label that no other case here has."""
        case = Case(secrets.token_hex(16), self._free_label(), opened_on)
        self.add(case)
        return case

    def read(self, case_id: str) -> Case:
        """One case with all three parts, for the interview and the protections. Raises Defect for an unknown id."""
        row = self._database.row("SELECT label, opened_on FROM cases WHERE id = ?", (case_id,))
        if row is None:
            raise Defect("there is no such case")
        return Case(case_id, str(row[0]), _day(row[1]), {part: self._answers.read(case_id, part) for part in CasePart})

    def put_place(self, case_id: str, question_id: str) -> None:
        """Remember at which question the interview stands."""
        with self._database.transaction():
            self._database.rows(
                "INSERT INTO places (case_id, question_id) VALUES (?, ?) "
                "ON CONFLICT (case_id) DO UPDATE SET question_id = excluded.question_id",
                (case_id, question_id),
            )

    def place(self, case_id: str) -> str | None:
        """The question at which the interview stands, or None."""
        row = self._database.row("SELECT question_id FROM places WHERE case_id = ?", (case_id,))
        return str(row[0]) if row else None

    def set_last_case(self, case_id: str | None) -> None:
        """Remember which case was open, or that none was."""
        with self._database.transaction():
            self._database.rows("DELETE FROM last_case")
            if case_id is not None:
                self._database.rows("INSERT INTO last_case (only_row, case_id) VALUES (1, ?)", (case_id,))

    def last_case(self) -> str | None:
        """The id of the case that was open last, or None."""
        row = self._database.row("SELECT case_id FROM last_case")
        return str(row[0]) if row else None

    def _free_label(self) -> str:
        for digits in _LABEL_DIGITS:
            least = 10 ** (digits - 1)
            for _ in range(_TRIES_PER_LENGTH):
                label = f"{secrets.choice(_LETTERS)}-{least + secrets.randbelow(9 * least)}"
                if self._database.row("SELECT 1 FROM cases WHERE label = ?", (label,)) is None:
                    return label
        raise Defect("no free label was found")


def _day(value: object) -> date:
    return date.fromisoformat(str(value))
