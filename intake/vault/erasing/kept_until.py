"""Until which day reports are kept, found through an index of its own: no other answer of any report is read."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from intake.answers.model import ApproximateDate, Choice
from intake.errors import Defect, Mishap
from intake.vault.answer_json import value_from_json
from intake.vault.database import Database

KEEP, KEEP_UNTIL = "leaving.keep", "leaving.keep_until"
_WANTED = "keep_until"


class KeptUntil:
    """The last day by id of the report; only those whose newest wish is to be kept until a day."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def days(self) -> Mapping[str, date]:
        """Every report that is kept until a day. One whose day cannot be read is left out."""
        rows = self._database.rows(
            # the names stand in the statement, else the index would not serve
            f"SELECT until.case_id, until.value, keep.value FROM walled_off_answers AS until "  # noqa: S608 - ours
            f"JOIN walled_off_answers AS keep ON keep.case_id = until.case_id AND keep.question_id = '{KEEP}' "
            f"WHERE until.question_id = '{KEEP_UNTIL}' AND until.value IS NOT NULL AND keep.value IS NOT NULL"
        )
        found = {str(case_id): _day(str(until), str(keep)) for case_id, until, keep in rows}
        return {case_id: day for case_id, day in found.items() if day is not None}


def _day(until: str, keep: str) -> date | None:
    try:
        wish, when = value_from_json(keep), value_from_json(until)
    except (Defect, Mishap):
        return None
    if wish != Choice(_WANTED) or not isinstance(when, ApproximateDate):
        return None
    return when.latest
