"""A permission half filled in: kept locked with the case, so that a lock in mid-form loses nothing.

The signature is never part of it. Nothing of it is left once the permission is signed or the form is thrown away.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import msgspec

from intake.actions.session import OpenVault
from intake.actions.told_of_paper import paper_about


@dataclass(frozen=True, slots=True)
class HalfForm:
    """What stood in the form and on the page when it was last kept. ``items`` None: as it is from the start."""

    purpose: str = field(default="", repr=False)
    recipient_person: str = field(default="", repr=False)
    method: str = ""
    alternatives: tuple[str, ...] = field(default=(), repr=False)
    event_expiry: str = field(default="", repr=False)
    language_of_form: str = "en"
    signer_role: str = ""
    copy_choice: str = ""
    staff_code: str = field(default="", repr=False)
    staff_role: str = field(default="", repr=False)
    ticked: tuple[str, ...] = field(default=(), repr=False)
    items: tuple[str, ...] | None = field(default=None, repr=False)
    name_choice: str = "code"
    days: int = 15


def keep_form(session: OpenVault, case_id: str, recipient_id: str, form: HalfForm) -> None:
    """Keep it in place of what was kept before. Durable on return. Raises Mishap for trouble with the disk."""
    session.store.put_paper(case_id, _name(session, case_id, recipient_id), msgspec.to_builtins(form))


def kept_form(session: OpenVault, case_id: str, recipient_id: str) -> HalfForm | None:
    """What was kept, or None; also None for a form of another version, which is then filled in anew."""
    body = session.store.paper(case_id, _name(session, case_id, recipient_id))
    try:
        return None if body is None else msgspec.convert(body, HalfForm)
    except msgspec.ValidationError:
        return None


def throw_form_away(session: OpenVault, case_id: str, recipient_id: str) -> None:
    """Leave nothing of it."""
    session.store.remove_paper(case_id, _name(session, case_id, recipient_id))


def _name(session: OpenVault, case_id: str, recipient_id: str) -> str:
    return paper_about(f"form:{recipient_id}", session.told_of(session.store.case(case_id)).desk)
