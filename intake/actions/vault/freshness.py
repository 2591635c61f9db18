"""Whether the open vault is the newest state there was; what to say of it; go on with what is there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from intake.actions.session import OpenVault
from intake.vault.freshness.standing import Doubt, DoubtKind


class Found(StrEnum):
    """What was found, as it is told. ``OLDER``: something that was saved is not there."""

    OLDER = "older"
    FORKED = "forked"
    RECORDS_CHANGED = "records_changed"
    REPORT_CHANGED = "report_changed"
    REPORT_MISSING = "report_missing"
    LOG_CHANGED = "log_changed"
    MARK_GONE = "mark_gone"
    MARK_NOT_WRITTEN = "mark_not_written"


_TOLD = {
    DoubtKind.CHANGES_MISSING: Found.OLDER,
    DoubtKind.BEFORE_NEW_KEY: Found.OLDER,
    DoubtKind.FORKED: Found.FORKED,
    DoubtKind.CHAIN_BROKEN: Found.RECORDS_CHANGED,
    DoubtKind.OFFICE_CHANGED: Found.RECORDS_CHANGED,
    DoubtKind.CASES_DIFFER: Found.REPORT_MISSING,
    DoubtKind.CASE_CHANGED: Found.REPORT_CHANGED,
    DoubtKind.LOG_CHANGED: Found.LOG_CHANGED,
    DoubtKind.HEAD_GONE: Found.MARK_GONE,
    DoubtKind.HEAD_DAMAGED: Found.MARK_GONE,
    DoubtKind.HEAD_NOT_WRITTEN: Found.MARK_NOT_WRITTEN,
}


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found. ``count``: changes or reports that are missing, 0 where that is not known.

    ``label`` names the report that it is about, where it is about one.
    """

    what: Found
    count: int = 0
    label: str = ""


def read_freshness(session: OpenVault) -> tuple[Finding, ...]:
    """Everything found that nobody has gone on from; empty while all is as it was left."""
    labels = {line.id: line.label for line in session.store.cases()} if session.store.doubts() else {}
    return _findings(session.store.doubts(), labels)


def go_on(session: OpenVault) -> None:
    """Take what is there now for the right state, with a line in the log; it is not said again. Raises Mishap."""
    session.store.go_on(session.clock.today(), session.staff_code)


def in_words(doubts: Iterable[Doubt]) -> str:
    """The same for a program without a screen: one sentence for each finding, in English."""
    return " ".join(_sentence(one) for one in _findings(doubts, {}))


def _findings(doubts: Iterable[Doubt], labels: dict[str, str]) -> tuple[Finding, ...]:
    found = [Finding(_TOLD[one.kind], one.count, labels.get(one.case_id or "", "")) for one in doubts]
    return tuple(dict.fromkeys(found))


def _sentence(finding: Finding) -> str:
    changes = "1 saved change is" if finding.count == 1 else f"{finding.count or 'Some'} saved changes are"
    return {
        Found.OLDER: f"This is an older state of the vault: {changes} not in it.",
        Found.FORKED: "This vault was changed in two places, and each holds changes that the other lacks.",
        Found.RECORDS_CHANGED: "A part of the office records is not as it was last saved.",
        Found.REPORT_CHANGED: "A part of a report is not as it was last saved.",
        Found.REPORT_MISSING: "The list of reports is not as it was last saved. A report may be missing.",
        Found.LOG_CHANGED: "The log of actions is not whole.",
        Found.MARK_GONE: "The file that says how far the vault had come is missing or broken.",
        Found.MARK_NOT_WRITTEN: "The file that says how far the vault had come cannot be written.",
    }[finding.what]
