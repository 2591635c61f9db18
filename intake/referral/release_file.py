"""Read what RELEASE.json holds. A tick may be written in several ways; what is none of them is not ticked."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from datetime import date, datetime

from intake.errors import Mishap
from intake.questions.model import Questions
from intake.referral.content import ReferralContent
from intake.referral.fields import FIELDS, NAME_TO_USE
from intake.referral.recipients import Recipient
from intake.releases.model import CopyChoice, Method, Release, Signature, SignatureKind, SignerRole

_YES = {"yes", "y", "true", "1", "x", "[x]", "✓", "✔", "☑", "ticked", "checked", "done", "confirmed", "sí", "si"}
_TICKED = _YES | {"explained", "talked about it", "talked through"}
_SIGNED = _YES | {
    "signed",
    "firmado",
    "ink",
    "in ink",
    "ink on paper",
    "ink on printout",
    "signed in ink",
    "signed on paper",
    "drawn on screen",
}
_NOT_HAPPENED = {"", "no", "n", "false", "0", "none", "null", "not yet"}
_FEWEST_WORDS_SAID = 5
_DENIES = {
    "no",
    "not",
    "never",
    "nothing",
    "none",
    "cannot",
    "without",
    "declined",
    "refused",
    "pending",
    "unknown",
} | {
    *("unsure", "unclear", "later", "skipped", "skip", "yet", "nunca", "nada", "sin", "pendiente", "falta", "ni"),
    *("rechazó", "todavía", "aún", "tampoco"),
}
_KEYS_OF_A_TICK = ("ticked", "tick", "done", "yes", "checked", "signed", "value")
_KEYS_OF_A_KIND = ("kind", "type", "form", "method")
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
    """Read the parsed JSON. Raises Mishap ``unusable_release_file``: no table, or no text as its fingerprint."""
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
        benefits_explained=_explained(table.get("benefits_explained")),
        risks_explained=_explained(table.get("risks_explained")),
        redisclosure_warning=_ticked(table.get("redisclosure_warning")),
        not_required_for_service=_ticked(table.get("not_required_for_service")),
        starts_on=_day(table, "starts_on"),
        expires_on=_day(table, "expires_on"),
        event_expiry=_text(table, "event_expiry"),
        event_happened=_may_have_happened(table.get("event_happened")),
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
        copy_hash_local=_fingerprint(table.get("copy_hash_local")),
        page_language=_text(table, "page_language") or "en",
        about_incident=_number(table, "about_incident"),
        about_person=_number(table, "about_person"),
        revoked_on=_day(table, "revoked_on"),
        # a revocation that cannot be read is a revocation all the same
        revoked_how=_text(table, "revoked_how") or ("noted" if _is_revoked(table) else ""),
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


def _fingerprint(value: object) -> str:
    # read as none it would let any page pass for the one that was signed
    if value is not None and not isinstance(value, str):
        raise Mishap(
            "unusable_release_file",
            "The release file cannot be used: copy_hash_local should be a word in quotes, or null.",
            "Nothing was written.",
            "Mend the file; the form is in resources/schemas/release.schema.json.",
        )
    return (value or "").strip()


def _ticked(value: object) -> bool:
    told = _ticks_in(value) if isinstance(value, dict) else [value]
    return bool(told) and all(_is_one_of(_TICKED, one) for one in told)


def _explained(value: object) -> bool:
    """A tick, or what was said, in so many words that it can be no short answer, none of which denies it."""
    if _ticked(value):
        return True
    said = value.get("text") if isinstance(value, dict) and not _ticks_in(value) else value
    words = re.findall(r"[\w']+", said.casefold()) if isinstance(said, str) else []
    return len(words) >= _FEWEST_WORDS_SAID and _DENIES.isdisjoint(words) and not any("n't" in one for one in words)


def _ticks_in(table: Mapping[str, object]) -> list[object]:
    return [table[key] for key in _KEYS_OF_A_TICK if key in table]


def _is_one_of(words: Collection[str], value: object) -> bool:
    return _plain(value) in words if isinstance(value, str) else isinstance(value, int) and value == 1


def _plain(text: str) -> str:
    return text.strip(" .!\t\n").casefold().replace("_", " ")


def _may_have_happened(value: object) -> bool:
    """Anything but a plain no ends the release."""
    told = (_ticks_in(value) or [value]) if isinstance(value, dict) else [value]
    return any(_plain(one) not in _NOT_HAPPENED if isinstance(one, str) else bool(one) for one in told)


def _is_revoked(table: Mapping[str, object]) -> bool:
    written = (table.get("revoked_on"), table.get("revoked_how"))
    return any(one.strip() if isinstance(one, str) else one for one in written)


def _attested(table: Mapping[str, object]) -> bool | None:
    keys = ("signer_did_not_harm", "signer_not_harmer", "signer_attestation", "not_the_person_who_caused_harm")
    told = [table[key] for key in keys if table.get(key) is not None]
    return all(map(_ticked, told)) if told else None


def _signature(value: object) -> Signature | None:
    told = [value]
    if isinstance(value, dict):
        kinds = [value[key] for key in _KEYS_OF_A_KIND if key in value]
        strokes = value.get("strokes")
        told = _ticks_in(value) + [_has_stroke(strokes) if kind == SignatureKind.DRAWN else kind for kind in kinds]
    is_there = bool(told) and all(_is_one_of(_SIGNED, one) for one in told)
    return Signature(SignatureKind.INK) if is_there else None


def _has_stroke(strokes: object) -> bool:
    listed = strokes if isinstance(strokes, list) else []
    points = [point for stroke in listed if isinstance(stroke, list) for point in stroke]
    return any(isinstance(point, list) and point and all(map(_is_number, point)) for point in points)


def _is_number(value: object) -> bool:
    return isinstance(value, int | float)


def _method(written: str) -> Method | None:
    plain = written.casefold()
    return next((method for method, words in _METHODS if any(word in plain for word in words)), None)


def _day(table: Mapping[str, object], key: str) -> date | None:
    try:
        return datetime.fromisoformat(_text(table, key)).date()
    except ValueError:
        return None
