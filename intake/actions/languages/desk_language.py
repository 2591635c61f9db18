"""The language of the desk itself: one for each person who can unlock."""

from __future__ import annotations

from intake.actions.session import OpenVault
from intake.errors import Defect
from intake.wording.catalogue import languages

_NAME = "desk.language"


def read_desk_language(session: OpenVault) -> str:
    """The code that the person who unlocked has chosen; "" for none, or for one that is not shipped any more."""
    kept = session.store.setting(_name(session)) or ""
    return kept if kept in languages() else ""


def save_desk_language(session: OpenVault, language: str) -> None:
    """Speak this language at the next unlocking too. Raises Mishap for trouble with the disk."""
    if language not in languages():
        raise Defect("a language that is not shipped")
    session.store.put_setting(_name(session), language)


def _name(session: OpenVault) -> str:
    return f"{_NAME}:{session.staff_code}"
