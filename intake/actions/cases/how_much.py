"""How much there is and what left, for a supervisor: counted from days and permissions, no report is opened."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from intake.actions.keys.supervisor import require_supervisor
from intake.actions.session import OpenVault
from intake.vault.figures import ReleaseFigures, ReportFigures


class ReportState(StrEnum):
    """How far a report has gone; the last that holds counts."""

    STAYS = "stays"
    PERMITTED = "permitted"
    PAGE_SAVED = "page_saved"


class PermissionState(StrEnum):
    """Whether a page may still leave under a permission."""

    LIVE = "live"
    EXPIRED = "expired"
    TAKEN_BACK = "taken_back"


@dataclass(frozen=True, slots=True)
class MonthCount:
    """How many reports were opened in one month; ``first_day`` is the first of it."""

    first_day: date
    count: int


@dataclass(frozen=True, slots=True)
class PermissionLine:
    """One permission of the report with this label: for which kind of recipient, until when, how many pages left."""

    case_label: str
    recipient_name: str
    until: date | None
    state: PermissionState
    pages: int


@dataclass(frozen=True, slots=True)
class HowMuch:
    """The figures: reports by month (the newest first) and by state, those on hold, every permission."""

    months: tuple[MonthCount, ...]
    states: tuple[tuple[ReportState, int], ...]
    held: int
    permissions: tuple[PermissionLine, ...]

    @property
    def reports(self) -> int:
        """How many reports there are."""
        return sum(month.count for month in self.months)


def how_much(session: OpenVault) -> HowMuch:
    """Count. Raises Mishap supervisor_needed."""
    require_supervisor(session)
    reports = session.store.report_figures()
    months = Counter(report.opened_on.replace(day=1) for report in reports)
    states = Counter(_state(report) for report in reports)
    return HowMuch(
        tuple(MonthCount(month, months[month]) for month in sorted(months, reverse=True)),
        tuple((state, states[state]) for state in ReportState),
        sum(report.is_held for report in reports),
        tuple(_line(session, release) for release in session.store.release_figures()),
    )


def _state(report: ReportFigures) -> ReportState:
    if report.pages:
        return ReportState.PAGE_SAVED
    return ReportState.PERMITTED if report.permissions else ReportState.STAYS


def _line(session: OpenVault, release: ReleaseFigures) -> PermissionLine:
    recipient = session.content.referral.recipients.get(release.recipient)
    name = release.recipient
    if recipient is not None:
        name = session.content.wording(session.language).text(recipient.message_id("name"), recipient.name)
    state = _permission_state(release, session.clock.today())
    return PermissionLine(release.label, name, release.expires_on, state, release.pages)


def _permission_state(release: ReleaseFigures, today: date) -> PermissionState:
    if release.revoked_on is not None:
        return PermissionState.TAKEN_BACK
    is_over = release.event_happened or release.expires_on is None or release.expires_on < today
    return PermissionState.EXPIRED if is_over else PermissionState.LIVE
