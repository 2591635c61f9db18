"""Save the page as a file, if the permission still holds for exactly this page."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path

from intake.actions.referral.one_page import exporter, refusal_words, summary_of
from intake.actions.referral.sign_release import find_release
from intake.actions.session import OpenVault
from intake.export import save_summary as export
from intake.releases.check import check_clock
from intake.vault.audit.entry import Action

PAGE_LANGUAGE = "en"


@dataclass(frozen=True, slots=True)
class Saved:
    """The file that was written: a neutral name, where, its fingerprint, its pages."""

    file_name: str
    folder: Path = field(repr=False)
    sha256: str = field(repr=False)
    pages: int


@dataclass(frozen=True, slots=True)
class Refused:
    """Nothing was written; each reason as a thing to do."""

    reasons: tuple[str, ...]


def save_summary(session: OpenVault, case_id: str, release_id: str, folder: Path) -> Saved | Refused:
    """Write the file and note that it left. Raises Mishap when the disk will not take it; then nothing is there."""
    release = find_release(session, case_id, release_id)
    content, today = session.content, session.clock.today()
    clock_refusals = check_clock(today, session.store.last_known_day())
    if clock_refusals:
        return Refused(refusal_words(session, clock_refusals))
    done = export.save_summary(
        summary_of(session, case_id, release),
        content.referral,
        content.wording(PAGE_LANGUAGE),
        exporter(),
        folder,
        today,
    )
    if isinstance(done, export.Refused):
        return Refused(refusal_words(session, done.refusals))
    with session.store.together():
        session.store.put_release(replace(release, sent_on=today))
        session.store.put_export(case_id, release_id, done.sha256, today)
        session.store.write_log(Action.EXPORTED, today, staff_code=session.staff_code, case_id=case_id)
    return Saved(done.file.name, done.file.parent, done.sha256, done.pages)
