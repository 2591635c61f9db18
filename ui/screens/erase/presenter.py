"""What the erase screen asks of the core, as jobs for the worker."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.secret_text import wiped

if TYPE_CHECKING:
    from intake.actions.erasing.before_erasing import BeforeErasing
    from intake.actions.erasing.what_cannot_be_reached import CannotBeReached
    from intake.actions.session import OpenVault

WORDS, WHOLE = "words", "whole"


def look(session: OpenVault, case_id: str) -> BeforeErasing:
    """What should be known first."""
    from intake.actions.erasing.before_erasing import before_erasing

    return before_erasing(session, case_id)


def change_hold(session: OpenVault, case_id: str, is_wanted: bool) -> BeforeErasing:
    """Put the report on hold or end that, and look again."""
    from intake.actions.erasing.legal_hold import release_hold, set_hold

    (set_hold if is_wanted else release_hold)(session, case_id)
    return look(session, case_id)


def erase(session: OpenVault, case_id: str, what: str, typed_label: str, second: bytearray | None) -> CannotBeReached:
    """Erase the words or the whole report. The second passphrase, if any, is wiped."""
    from intake.actions.erasing.erase_case import erase_case
    from intake.actions.erasing.erase_narrative import erase_narrative

    with wiped(second):
        return (erase_narrative if what == WORDS else erase_case)(session, case_id, typed_label, second)
