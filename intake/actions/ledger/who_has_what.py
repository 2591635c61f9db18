"""What was shared of a case: with whom, on which permission, until when, and the fingerprint of each file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from intake.actions.compelled.legal_requests import legal_requests
from intake.actions.referral.sign_release import ReleaseLine, list_releases
from intake.actions.session import OpenVault
from intake.releases.legal_request import LegalRequest
from intake.releases.model import Release


@dataclass(frozen=True, slots=True)
class FileOut:
    """One file that was written: the day, and its fingerprint."""

    on: date
    sha256: str


@dataclass(frozen=True, slots=True)
class Shared:
    """One permission and what left under it; ``items`` are the things that the permission names."""

    release: ReleaseLine
    purpose: str = field(repr=False)
    items: tuple[str, ...] = field(repr=False)
    files: tuple[FileOut, ...]


@dataclass(frozen=True, slots=True)
class Ledger:
    """Everything, the newest permission first; ``requests`` are legal requests, with a page or without."""

    case_label: str
    shared: tuple[Shared, ...]
    requests: tuple[LegalRequest, ...]

    @property
    def is_empty(self) -> bool:
        """Whether nothing was ever permitted or asked for."""
        return not self.shared and not self.requests


def who_has_what(session: OpenVault, case_id: str) -> Ledger:
    """The ledger of one case."""
    lines = {line.id: line for line in list_releases(session, case_id)}
    releases = session.store.releases(case_id)
    shared = tuple(_shared(session, case_id, release, lines[release.release_id]) for release in releases)
    return Ledger(session.store.case(case_id).label, shared[::-1], legal_requests(session, case_id))


def _shared(session: OpenVault, case_id: str, release: Release, line: ReleaseLine) -> Shared:
    files = tuple(
        FileOut(page.exported_on, page.sha256)
        for page in session.store.exports(case_id)
        if page.release_id == release.release_id
    )
    return Shared(line, release.purpose, tuple(item_names(session, release.items_released)), files)


def item_names(session: OpenVault, items: tuple[str, ...]) -> Iterator[str]:
    """The things that a permission names, in the language of the desk and the order of the matrix."""
    names, desk = session.content.field_names, session.content.wording(session.language)
    return (desk.text(f"field.{name}", names[name]) for name in names if name in items)
