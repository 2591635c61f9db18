"""How large and how strong the screen is drawn: one for each person who can unlock."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from intake.actions.session import OpenVault

TEXT_PERCENTS = (100, 125, 150, 175, 200, 250, 300, 400)
"""Above 200 the question alone goes on growing."""
_NAME = "desk.looks"
_KEPT = re.compile(r"(\d{3}),([a-z]+)", re.ASCII)


class Contrast(StrEnum):
    """Which colours: as the computer asks for, or one of the two whatever it asks for."""

    SYSTEM = "system"
    STRONG = "strong"
    USUAL = "usual"


@dataclass(frozen=True, slots=True)
class Looks:
    """The size of text in percent of what was designed, and the contrast."""

    text_percent: int = 100
    contrast: Contrast = Contrast.SYSTEM


def read_looks(session: OpenVault) -> Looks | None:
    """What the person who unlocked has set; None while nothing that we offer is set."""
    found = _KEPT.fullmatch(session.store.setting(_name(session)) or "")
    if found is None or int(found[1]) not in TEXT_PERCENTS or found[2] not in tuple(Contrast):
        return None
    return Looks(int(found[1]), Contrast(found[2]))


def save_looks(session: OpenVault, looks: Looks) -> None:
    """Draw the screen so at the next unlocking too. Raises Mishap for trouble with the disk."""
    session.store.put_setting(_name(session), f"{looks.text_percent:03},{looks.contrast}")


def _name(session: OpenVault) -> str:
    return f"{_NAME}:{session.staff_code}"
