"""The neutral name and phone of the programme, as they stand on every page."""

from __future__ import annotations

from dataclasses import dataclass, field

from intake.actions.session import OpenVault
from intake.errors import Mishap
from intake.referral.typed_names import is_program

_NAME, _PHONE = "office.programme_name", "office.phone"


@dataclass(frozen=True, slots=True)
class Office:
    """What the reader of a page is told of the sender: nothing that says what kind of service it is."""

    programme_name: str = field(default="", repr=False)
    phone: str = field(default="", repr=False)

    @property
    def prepared_by(self) -> str:
        """The line on the page; empty while the name or the phone is missing."""
        return f"{self.programme_name}, {self.phone}" if self.programme_name and self.phone else ""


def read_office(session: OpenVault) -> Office:
    """The programme's name and phone, empty until somebody has set them."""
    return Office(session.store.setting(_NAME) or "", session.store.setting(_PHONE) or "")


def save_office(session: OpenVault, office: Office) -> None:
    """Keep them. Raises Mishap ``office_name`` when they would say too much or are no name and phone."""
    tidy = Office(" ".join(office.programme_name.split()), " ".join(office.phone.split()))
    if not is_program(tidy.prepared_by, session.content.referral.never):
        raise Mishap(
            "office_name",
            "This name or phone cannot stand on a page.",
            "What was set before has not changed.",
            "Use a short name that does not tell what the programme does, and a phone number.",
        )
    with session.store.together():
        session.store.put_setting(_NAME, tidy.programme_name)
        session.store.put_setting(_PHONE, tidy.phone)
