"""Read out of a broken vault what can still be read, and say in figures what could not."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from intake.clock import Clock
from intake.errors import Mishap
from intake.vault.backup.copy_mishaps import in_reading_out
from intake.vault.backup.salvage import Salvaged, salvage

_REPORTS = frozenset({"cases"})
_ANSWERS = frozenset({"shareable_answers", "identifying_answers", "walled_off_answers", "drafts"})
_PERMISSIONS = frozenset({"releases"})


@dataclass(frozen=True, slots=True)
class Counted:
    """How many were saved and how many were not; where no index tells, the second is an estimate."""

    saved: int
    lost: int
    is_exact: bool


@dataclass(frozen=True, slots=True)
class ReadOut:
    """What became of a broken vault. ``unnamed_reports`` were known only from what hangs on them.

    ``rows_lost`` counts everything that could not be read, places and lines of the log among it.
    """

    damaged_pages: int
    reports: Counted
    answers: Counted
    permissions: Counted
    rows_lost: int
    unnamed_reports: int

    @property
    def is_anything_lost(self) -> bool:
        """Whether a report, an answer or a permission could not be read."""
        return any(one.lost for one in (self.reports, self.answers, self.permissions)) or self.unnamed_reports > 0


def read_out(source: Path, destination: Path, passphrase: bytearray, clock: Clock) -> ReadOut:
    """Write what can be read into a new vault under the same passphrase, which is wiped here.

    Raises Mishap; then nothing is left in the new place. The broken vault is never changed.
    """
    try:
        done = salvage(source, destination, passphrase, clock)
    except Mishap as mishap:
        raise in_reading_out(mishap) from None
    finally:
        passphrase[:] = bytes(len(passphrase))
    return ReadOut(
        len(done.damaged_pages),
        _counted(done, _REPORTS),
        _counted(done, _ANSWERS),
        _counted(done, _PERMISSIONS),
        sum(table.lost for table in done.tables),
        done.cases_without_line,
    )


def _counted(done: Salvaged, names: frozenset[str]) -> Counted:
    tables = [table for table in done.tables if table.name in names]
    return Counted(
        sum(table.saved for table in tables),
        sum(table.lost for table in tables),
        is_exact=all(table.is_lost_exact for table in tables),
    )
