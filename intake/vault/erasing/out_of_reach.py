"""What erasing cannot reach: pages that left, papers that were signed, copies of the vault."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import date

from intake.vault.database import Database
from intake.vault.papers.paper_store import LASTING


@dataclass(frozen=True, slots=True)
class PageOut:
    """One page that was handed over: the kind of recipient, the way it went, the day."""

    recipient: str
    method: str
    on: date


@dataclass(frozen=True, slots=True)
class CopyOut:
    """One copy of the vault that was made: where it was put, the day."""

    place: str = field(repr=False)
    on: date


@dataclass(frozen=True, slots=True)
class OutOfReach:
    """Everything that stays where it is. ``papers`` are permissions that were signed in ink."""

    pages: tuple[PageOut, ...] = ()
    papers: int = 0
    copies: tuple[CopyOut, ...] = ()


class Leftovers:
    """Looks up what has left."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, case_id: str | None) -> OutOfReach:
        """What could not be reached of one report, or for None of all of them."""
        left = self._database.rows(
            "SELECT releases.body, exports.exported_on FROM exports JOIN releases ON releases.id = exports.release_id "
            "WHERE releases.case_id = coalesce(?, releases.case_id) ORDER BY exports.id",
            (case_id,),
        )
        ordered = self._database.rows(
            "SELECT body ->> '$.answered_on' FROM drafts WHERE question_id GLOB ? "
            "AND case_id = coalesce(?, case_id) AND body ->> '$.answered_on' IS NOT NULL ORDER BY rowid",
            (f"{LASTING}legal:*", case_id),
        )
        bodies = self._database.rows("SELECT body FROM releases WHERE case_id = coalesce(?, case_id)", (case_id,))
        return OutOfReach(
            (
                *(_page(str(body), str(on)) for body, on in left),
                *(PageOut("court_order", "", date.fromisoformat(str(on))) for (on,) in ordered),
            ),
            sum(_is_paper(str(body)) for (body,) in bodies),
            self._copies(case_id),
        )

    def _copies(self, case_id: str | None) -> tuple[CopyOut, ...]:
        """The copies that hold the report, or all that are known."""
        if case_id is None:
            rows = self._database.rows("SELECT place, made_on FROM copies ORDER BY made_on, id")
        else:
            rows = self._database.rows(
                "SELECT place, made_on FROM copies JOIN copy_cases ON copy_cases.copy_id = copies.id "
                "WHERE copy_cases.case_id = ? ORDER BY made_on, copies.id",
                (case_id,),
            )
        return tuple(CopyOut(str(place), date.fromisoformat(str(on)[:10])) for place, on in rows)


def _page(body: str, on: str) -> PageOut:
    release = json.loads(body)
    return PageOut(str(release.get("recipient") or ""), str(release.get("method") or ""), date.fromisoformat(on))


def _is_paper(body: str) -> bool:
    signature = json.loads(body).get("signature")
    return isinstance(signature, dict) and signature.get("kind") == "ink"
