"""A release of information: one recipient, one purpose, named items, a short time, a signature."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

PRESET_DAYS = (1, 7, 15, 30)
"""The periods offered on the screen, in days."""

LONGEST_DAYS = 90
"""No release holds longer; what takes longer is asked for again."""

Stroke = tuple[tuple[float, float], ...]


class Method(StrEnum):
    """How the page gets to its reader."""

    HAND_CARRIED = "hand_carried"
    PRINTED_BY_STAFF = "printed_by_staff"
    ENCRYPTED_FILE = "encrypted_file"
    READ_BY_PHONE = "read_by_phone"


class SignerRole(StrEnum):
    """Who signs, for themselves or for somebody in their care."""

    SELF = "self"
    MINOR_SELF = "minor_self"
    PARENT_OR_GUARDIAN = "parent_or_guardian"
    CONSERVATOR = "conservator"


class CopyChoice(StrEnum):
    """What the person takes along of their permission, after talking about where it is safe to keep."""

    NONE = "none"
    CARD = "card"
    FULL = "full"


class AgeGroup(StrEnum):
    """Whether the person is of age; a person who was not asked is unknown."""

    ADULT = "adult"
    MINOR = "minor"
    UNKNOWN = "unknown"


class SignatureKind(StrEnum):
    """Ink on the printed form, or drawn on the screen."""

    INK = "ink"
    DRAWN = "drawn"


@dataclass(frozen=True, slots=True)
class Signature:
    """A signature: where the paper is kept (ink), or the strokes as drawn, in the order of the pen."""

    kind: SignatureKind
    place_kept: str = field(default="", repr=False)
    strokes: tuple[Stroke, ...] = field(default=(), repr=False)

    @property
    def is_there(self) -> bool:
        """Whether somebody signed at all."""
        return self.kind is SignatureKind.INK or any(self.strokes)


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """One release, with every field of the form. What nobody filled in counts as not done.

    ``recipient`` is the id of the template, ``copy_hash_local`` the fingerprint of the page that was signed,
    ``case_id`` ties it to its case inside the vault, ``false_alarm_reason`` says why something that the last look
    noticed is no leak, as the person agreed, ``about_incident`` and ``about_person`` which of several things and people
    the page is about; none of these, nor ``release_id``, ever leaves.
    """

    release_id: str
    case_id: str = ""
    discloser_org: str = field(default="", repr=False)
    person_name_or_code: str = field(default="", repr=False)
    recipient: str = ""
    recipient_org: str = field(default="", repr=False)
    recipient_unit: str = field(default="", repr=False)
    recipient_person: str = field(default="", repr=False)
    purpose: str = field(default="", repr=False)
    items_released: tuple[str, ...] = field(default=(), repr=False)
    items_never_released: str = field(default="", repr=False)
    method: Method | None = None
    two_way: bool = False
    benefits_explained: bool = False
    risks_explained: bool = False
    risks_words: str = field(default="", repr=False)
    alternatives_discussed: tuple[str, ...] = field(default=(), repr=False)
    redisclosure_warning: bool = False
    not_required_for_service: bool = False
    right_to_revoke_how: str = field(default="", repr=False)
    starts_on: date | None = None
    expires_on: date | None = None
    event_expiry: str = field(default="", repr=False)
    event_happened: bool = False
    language_of_form: str = "en"
    interpreter_used: bool = False
    capacity_check: bool = False
    signer_role: SignerRole | None = None
    signer_did_not_harm: bool | None = None
    signature: Signature | None = field(default=None, repr=False)
    copy_choice: CopyChoice | None = None
    signed_on: date | None = None
    staff_code: str = field(default="", repr=False)
    staff_role: str = field(default="", repr=False)
    sent_on: date | None = None
    copy_hash_local: str = field(default="", repr=False)
    page_language: str = "en"
    about_incident: int = 1
    about_person: int = 1
    false_alarm_reason: str = field(default="", repr=False)
    revoked_on: date | None = None
    revoked_how: str = field(default="", repr=False)


def new_release_id() -> str:
    """A fresh random name for a release; it tells neither order nor day."""
    return secrets.token_hex(16)
