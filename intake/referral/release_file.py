"""Read what RELEASE.json holds: lenient in how a tick is written, strict in what is missing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date

from intake.errors import Mishap
from intake.questions.model import Questions
from intake.referral.content import ReferralContent
from intake.referral.fields import FIELDS, NAME_TO_USE
from intake.referral.recipients import Recipient
from intake.releases.model import CopyChoice, Method, Release, Signature, SignatureKind, SignerRole

_NOT_TICKED = {"", "no", "false", "0", "none", "null", "not done", "unsigned"}
_METHODS = (
    (Method.READ_BY_PHONE, ("phone", "call", "verbal", "read")),
    (Method.ENCRYPTED_FILE, ("encrypt", "locked", "file")),
    (Method.PRINTED_BY_STAFF, ("print", "staff", "paper")),
    (Method.HAND_CARRIED, ("hand", "carr", "person")),
)
_SIGNERS = {
    "self": SignerRole.SELF,
    "me": SignerRole.SELF,
    "adult": SignerRole.SELF,
    "adult_self": SignerRole.SELF,
    "minor_self": SignerRole.MINOR_SELF,
    "minor": SignerRole.MINOR_SELF,
    "parent": SignerRole.PARENT_OR_GUARDIAN,
    "guardian": SignerRole.PARENT_OR_GUARDIAN,
    "parent_or_guardian": SignerRole.PARENT_OR_GUARDIAN,
    "conservator": SignerRole.CONSERVATOR,
}


def read_release(document: object, content: ReferralContent, questions: Questions) -> Release:
    """Read the parsed JSON. Raises Mishap ``unusable_release_file`` when it is no table at all."""
    if not isinstance(document, dict):
        raise Mishap(
            "unusable_release_file",
            "The release file cannot be used: it should be one object with the fields of a release.",
            "Nothing was written.",
            "Mend the file; the form is in resources/schemas/release.schema.json.",
        )
    return _release(document, content, questions)


def items_as_fields(items: Iterable[object], content: ReferralContent, questions: Questions) -> tuple[str, ...]:
    """Field ids from a list of fields, questions (by id or catalogue) or frames; what is unknown is passed over."""
    asked = [question for question in questions.questions if question.field]
    names = {question.catalogue.casefold(): question.field for question in asked}
    names |= {question.id: question.field for question in asked}
    names |= {frame.id: frame.field for frame in content.frames.values()}
    names |= {name: name for name in FIELDS}
    plain = (item.strip().casefold().replace(" ", "_") for item in items if isinstance(item, str))
    found = {names[item] for item in plain if item in names}
    return tuple(name for name in FIELDS if name in found)


def _release(table: Mapping[str, object], content: ReferralContent, questions: Questions) -> Release:
    return Release(
        release_id=_text(table, "release_id"),
        discloser_org=_text(table, "discloser_org"),
        person_name_or_code=_text(table, "person_name_or_code"),
        recipient=_recipient(table, content.recipients),
        recipient_org=_text(table, "recipient_org"),
        recipient_unit=_text(table, "recipient_unit"),
        recipient_person=_text(table, "recipient_person"),
        purpose=_text(table, "purpose"),
        items_released=items_as_fields(_items(table), content, questions),
        method=_method(_text(table, "method")),
        two_way=_ticked(table.get("two_way")),
        benefits_explained=_ticked(table.get("benefits_explained")),
        risks_explained=_ticked(table.get("risks_explained")),
        redisclosure_warning=_ticked(table.get("redisclosure_warning")),
        not_required_for_service=_ticked(table.get("not_required_for_service")),
        starts_on=_day(table, "starts_on"),
        expires_on=_day(table, "expires_on"),
        event_expiry=_text(table, "event_expiry"),
        event_happened=_ticked(table.get("event_happened")),
        language_of_form=_text(table, "language_of_form") or "en",
        interpreter_used=_ticked(table.get("interpreter_used")),
        capacity_check=_ticked(table.get("capacity_check")),
        signer_role=_SIGNERS.get(re.sub(r"[\s-]+", "_", _text(table, "signer_role").casefold())),
        signer_did_not_harm=_attested(table),
        signature=_signature(table.get("signature")),
        copy_choice=next((one for one in CopyChoice if one == _text(table, "copy_choice")), None),
        signed_on=_day(table, "signed_on"),
        staff_code=_text(table, "staff_code"),
        staff_role=_text(table, "staff_role"),
        sent_on=_day(table, "sent_on"),
        copy_hash_local=_text(table, "copy_hash_local"),
        page_language=_text(table, "page_language") or "en",
        about_incident=_number(table, "about_incident"),
        about_person=_number(table, "about_person"),
        revoked_on=_day(table, "revoked_on"),
        # a day of revocation that cannot be read is a revocation all the same
        revoked_how=_text(table, "revoked_how") or ("noted" if _ticked(table.get("revoked_on")) else ""),
    )


def _items(table: Mapping[str, object]) -> list[object]:
    listed = table.get("items_released")
    items = list(listed) if isinstance(listed, list | tuple) else [listed]
    # the form names the name to use in a field of its own
    return [*items, NAME_TO_USE] if any(items) and _text(table, "person_name_or_code") else items


def _recipient(table: Mapping[str, object], recipients: Mapping[str, Recipient]) -> str:
    """The template that is meant: by its id, or by the name or unit that its file gives."""
    for key in ("recipient", "recipient_id", "recipient_org", "recipient_unit"):
        written = _text(table, key).casefold()
        for recipient in recipients.values():
            if written and written in {recipient.id, recipient.name.casefold(), recipient.unit.casefold()}:
                return recipient.id
        if written and key in ("recipient", "recipient_id"):
            return ""
    return ""


def _text(table: Mapping[str, object], key: str) -> str:
    value = table.get(key)
    if isinstance(value, dict):
        value = " ".join(str(part) for part in (value.get("name"), value.get("phone")) if isinstance(part, str))
    return value.strip() if isinstance(value, str) else ""


def _number(table: Mapping[str, object], key: str) -> int:
    """Which of several; what cannot be read is none of them, so that nothing is told."""
    value = table.get(key)
    if value is None:
        return 1
    return value if isinstance(value, int) and not isinstance(value, bool) else 0


def _ticked(value: object) -> bool:
    if isinstance(value, dict):
        told = [value[key] for key in ("ticked", "tick", "done", "yes", "checked") if key in value]
        return _ticked(told[0]) if told else bool(value)
    if isinstance(value, str):
        return value.strip().casefold() not in _NOT_TICKED
    return bool(value)


def _attested(table: Mapping[str, object]) -> bool | None:
    for key in ("signer_did_not_harm", "signer_not_harmer", "signer_attestation", "not_the_person_who_caused_harm"):
        if table.get(key) is not None:
            return _ticked(table[key])
    return None


def _signature(value: object) -> Signature | None:
    if isinstance(value, dict) and value.get("kind") == SignatureKind.DRAWN:
        return Signature(SignatureKind.INK) if value.get("strokes") else None
    return Signature(SignatureKind.INK) if _ticked(value) else None


def _method(written: str) -> Method | None:
    plain = written.casefold()
    return next((method for method, words in _METHODS if any(word in plain for word in words)), None)


def _day(table: Mapping[str, object], key: str) -> date | None:
    try:
        return date.fromisoformat(_text(table, key)[:10])
    except ValueError:
        return None
