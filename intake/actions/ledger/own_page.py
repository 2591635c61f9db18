"""The person's own page of who has what, in their language, naming only the offices that they want named."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from intake.actions.cases.cases import kept_until
from intake.actions.ledger.who_has_what import Ledger, Shared, who_has_what
from intake.actions.referral.one_page import exporter, prepared_by, refusal_words
from intake.actions.referral.save_summary import Refused, Saved
from intake.actions.session import OpenVault
from intake.errors import Mishap
from intake.export.ledger_page import LedgerDays, LedgerLine, ledger_page, save_ledger_page
from intake.export.save_summary import Saved as Written
from intake.export.write_safely import noted_or_gone
from intake.referral.page import Page
from intake.vault.audit.entry import Action


def own_page_text(session: OpenVault, case_id: str, language: str, named: frozenset[str]) -> str:
    """What the sheet would say, for the screen. Raises Mishap ``office_missing``."""
    return "\n".join(text for text in _page(session, case_id, language, named).texts() if text)


def save_own_page(
    session: OpenVault, case_id: str, language: str, named: frozenset[str], folder: Path
) -> Saved | Refused:
    """Write the sheet. ``named``: the permissions whose office stands on it by name. Raises Mishap."""
    page = _page(session, case_id, language, named)
    done = save_ledger_page(page, session.content.referral, exporter(), folder)
    if not isinstance(done, Written):
        return Refused(refusal_words(session, done.refusals))
    today = session.clock.today()
    with noted_or_gone(done.file):
        session.store.write_log(Action.EXPORTED, today, staff_code=session.staff_code, case_id=case_id)
    return Saved(done.file.name, done.file.parent, done.sha256, done.pages)


def _page(session: OpenVault, case_id: str, language: str, named: frozenset[str]) -> Page:
    if not prepared_by(session):
        raise Mishap(
            "office_missing",
            "The page needs the neutral name and the phone of your office.",
            "Nothing was written.",
            "Set them under The desk, then come back.",
        )
    content = session.content
    lines = _lines(session, who_has_what(session, case_id), language, named)
    days = LedgerDays(session.clock.today(), _last_day(session, case_id))
    return ledger_page(lines, prepared_by(session), days, content.referral, content.wording(language))


def _last_day(session: OpenVault, case_id: str) -> date | None:
    """None for a report on hold: it stays beyond any day."""
    hold = session.store.hold(case_id)
    return None if hold is not None and hold.is_on else kept_until(session).get(case_id)


def _lines(session: OpenVault, ledger: Ledger, language: str, named: frozenset[str]) -> tuple[LedgerLine, ...]:
    """The newest day first: a permission by the day of its signing, a page by order by the day when it was made."""
    ordered = [
        (request.answered_on, LedgerLine("", made_on=(request.answered_on,), by_order=True))
        for request in ledger.requests
        if request.answered_on is not None
    ]
    permitted = [(one.release.signed_on, _line(session, one, language, named)) for one in ledger.shared]
    return tuple(line for _, line in sorted((*ordered, *permitted), key=lambda dated: dated[0], reverse=True))


def _line(session: OpenVault, shared: Shared, language: str, named: frozenset[str]) -> LedgerLine:
    release = shared.release
    recipient = session.content.referral.recipients.get(release.recipient_id)
    name = ""
    if recipient is not None and release.id in named:
        name = session.content.wording(language).text(recipient.message_id("name"), recipient.name)
    return LedgerLine(
        name,
        release.expires_on if release.state == "valid" else None,
        release.state == "revoked",
        tuple(file.on for file in shared.files),
    )
