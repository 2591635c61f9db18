"""Releases of a case, and which pages left under them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date

from intake.releases.model import Release
from intake.vault import mishaps
from intake.vault.answer_json import json_text
from intake.vault.database import Database


@dataclass(frozen=True, slots=True)
class ExportLine:
    """One page that left: under which release, its fingerprint, and the day."""

    release_id: str
    sha256: str
    exported_on: date


class ReleaseStore:
    """Permissions to hand over a page, and the record of what was handed over."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def put(self, release: Release) -> None:
        """Keep a release in place of its earlier form. Raises Defect when its case is unknown."""
        import msgspec

        body = json_text(msgspec.to_builtins(release))
        with self._database.transaction():
            self._database.rows(
                "INSERT INTO releases (id, case_id, body) VALUES (?, ?, ?) "
                "ON CONFLICT (id) DO UPDATE SET case_id = excluded.case_id, body = excluded.body",
                (release.release_id, release.case_id, body),
            )

    def of_case(self, case_id: str) -> tuple[Release, ...]:
        """The releases of a case, in the order in which they were first kept."""
        rows = self._database.rows("SELECT body FROM releases WHERE case_id = ? ORDER BY rowid", (case_id,))
        return tuple(_release(str(row[0])) for row in rows)

    def put_export(self, case_id: str, release_id: str, sha256: str, on: date) -> None:
        """Note that a page left. Raises Defect when the case or the release is unknown."""
        with self._database.transaction():
            self._database.rows(
                "INSERT INTO exports (case_id, release_id, sha256, exported_on) VALUES (?, ?, ?, ?)",
                (case_id, release_id, sha256, on.isoformat()),
            )

    def exports(self, case_id: str) -> tuple[ExportLine, ...]:
        """The pages of a case that left, oldest first."""
        rows = self._database.rows(
            "SELECT release_id, sha256, exported_on FROM exports WHERE case_id = ? ORDER BY id", (case_id,)
        )
        return tuple(ExportLine(str(release), str(sha256), date.fromisoformat(str(on))) for release, sha256, on in rows)


def _release(body: str) -> Release:
    import msgspec

    try:
        return msgspec.convert(json.loads(body), Release)
    except msgspec.ValidationError:
        # what we wrote fits what we read; a form that does not was written by a later version
        raise mishaps.vault_newer() from None
