"""Keep the office's changes: within bounds, dated, in the log without a word of them, and asked from then on."""

from __future__ import annotations

from intake.actions.office_questions.laid_over import SETTING
from intake.actions.own_policies.kept import take_in_own_policies
from intake.actions.session import OpenVault
from intake.actions.vault.write_log import log
from intake.errors import Mishap
from intake.questions.office.document import MOST_BYTES, read_changes, write_changes
from intake.questions.office.model import MOST_OWN, OfficeChanges
from intake.vault.audit.entry import Action

NOT_CHANGED = "The questions have not changed."


def keep_changes(session: OpenVault, changes: OfficeChanges) -> None:
    """Keep them in the place of those before. Raises Mishap ``office_questions_full``."""
    if len(changes.own) > MOST_OWN:
        raise _full()
    text = write_changes(changes, session.clock.today())
    if len(text) > MOST_BYTES or read_changes("questions", text).problems:
        raise _full()
    session.store.put_setting(SETTING, text.decode() if changes != OfficeChanges() else "")
    take_in_own_policies(session)
    log(session, Action.QUESTIONS_CHANGED)


def _full() -> Mishap:
    return Mishap(
        "office_questions_full",
        "There is no room for so many changes.",
        NOT_CHANGED,
        "Put back questions that nobody needs changed. There is room for {count} of your own.",
        count=str(MOST_OWN),
    )
