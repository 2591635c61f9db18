"""Save the page as a file, if the permission still holds for exactly this page."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path

from intake.actions.referral.formats import keep_partner_key, needs_public_key, needs_words
from intake.actions.referral.one_page import FORMAT, exporter, refusal_words, summary_of
from intake.actions.referral.sign_release import find_release
from intake.actions.session import OpenVault
from intake.export import save_summary as export
from intake.export.last_look import FalseAlarm
from intake.export.write_safely import noted_or_gone
from intake.releases.check import check_clock
from intake.vault.audit.entry import Action

PAGE_LANGUAGE = "en"
"""The language of a page unless another is chosen."""


@dataclass(frozen=True, slots=True)
class HowToSave:
    """The format, the key of a locked one, and why an alarm of the last look is passed by, if it is."""

    format_name: str = FORMAT
    key: str = field(default="", repr=False)
    false_alarm_reason: str = field(default="", repr=False)
    person_agreed: bool = False


@dataclass(frozen=True, slots=True)
class Saved:
    """The file that was written: a neutral name, where, its fingerprint, its pages."""

    file_name: str
    folder: Path = field(repr=False)
    sha256: str = field(repr=False)
    pages: int
    is_locked: bool = False


@dataclass(frozen=True, slots=True)
class Refused:
    """Nothing was written; each reason as a thing to do. ``may_be_false`` when people may know better."""

    reasons: tuple[str, ...]
    may_be_false: bool = False


_AS_USUAL = HowToSave()


def save_summary(
    session: OpenVault, case_id: str, release_id: str, folder: Path, how: HowToSave = _AS_USUAL
) -> Saved | Refused:
    """Write the file and note that it left, or neither.

    Raises Mishap when the disk or the vault will not take it; then nothing is there, or ``page_not_noted`` names it.
    """
    release = find_release(session, case_id, release_id)
    content, today = session.content, session.clock.today()
    clock_refusals = check_clock(today, session.store.last_known_day())
    if clock_refusals:
        return Refused(refusal_words(session, clock_refusals))
    alarm = FalseAlarm(how.false_alarm_reason, how.person_agreed) if how.false_alarm_reason else None
    done = export.save_summary(
        summary_of(session, case_id, release),
        content.referral,
        content.wording(release.page_language),
        exporter(how.format_name),
        folder,
        today,
        export.Leave(how.key, alarm),
    )
    if isinstance(done, export.Refused):
        return Refused(refusal_words(session, done.refusals), done.may_be_false)
    reason = how.false_alarm_reason.strip() if done.passed_by else release.false_alarm_reason
    with noted_or_gone(done.file), session.store.together():
        session.store.put_release(replace(release, sent_on=today, false_alarm_reason=reason))
        session.store.put_export(case_id, release_id, done.sha256, today)
        session.store.write_log(Action.EXPORTED, today, staff_code=session.staff_code, case_id=case_id)
        if done.passed_by:
            session.store.write_log(Action.FALSE_ALARM, today, staff_code=session.staff_code, case_id=case_id)
        if needs_public_key(how.format_name):
            keep_partner_key(session, release.recipient, how.key.strip())
    is_locked = needs_public_key(how.format_name) or needs_words(how.format_name)
    return Saved(done.file.name, done.file.parent, done.sha256, done.pages, is_locked)
