"""What the screen asks of the core, as jobs for the worker."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.secret_text import wiped

if TYPE_CHECKING:
    from intake.actions.cases.cases import CaseLine
    from intake.actions.erasing.erase_several import BeforeErasingSeveral
    from intake.actions.erasing.what_cannot_be_reached import CannotBeReached
    from intake.actions.session import OpenVault


def reports(session: OpenVault) -> tuple[CaseLine, ...]:
    """Every report there is to choose from."""
    from intake.actions.cases.cases import list_cases

    return list_cases(session)


def look(session: OpenVault, case_ids: tuple[str, ...]) -> BeforeErasingSeveral:
    """What should be known first."""
    from intake.actions.erasing.erase_several import before_erasing_several

    return before_erasing_several(session, case_ids)


def erase(session: OpenVault, case_ids: tuple[str, ...], typed: str, second: bytearray | None) -> CannotBeReached:
    """Erase them all or none. The second passphrase, if any, is wiped."""
    from intake.actions.erasing.erase_several import erase_several

    with wiped(second):
        return erase_several(session, case_ids, typed, second)
