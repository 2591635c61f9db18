"""The forms of the two files that the verb ``refer`` reads, and the JSON Schemas made from them."""

from __future__ import annotations

from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta, Struct

IsoDate = Annotated[str, Meta(pattern=r"^\d{4}-\d{2}-\d{2}")]
Ticked = bool | str | dict[str, Any] | list[Any] | None
"""Yes or no, however the form writes it: true, "yes", or a table with ``ticked``."""


class _Quiet(Struct):
    """A record whose repr never shows what it holds."""

    def __repr__(self) -> str:
        return type(self).__name__


class AnswerDocument(_Quiet):
    """One answer. Only a given one has a value: a string, or for several choices a list of strings."""

    status: Literal["given", "declined", "not_known", "skipped", "later"]
    value: str | list[str] | None = None


class FrameDocument(_Quiet):
    """One line chosen from the frames, its slots filled with values of their lists."""

    frame: str
    slots: dict[str, str | list[str]] = {}


class EvidenceDocument(_Quiet):
    """One thing that may show what happened. Only its kind is read; nothing else about it is."""

    kind: str


class CaseDocument(_Quiet):
    """CASE.json. An empty or absent ``fact_list`` leaves it to the answers what the page says.

    The answers about a second thing that happened, or a second person, stand under ``question_id@2``, and so on.
    """

    id: str = ""
    jurisdiction: str = ""
    answers: dict[str, AnswerDocument] = {}
    fact_list: list[FrameDocument | str] | None = None
    evidence: list[EvidenceDocument] | None = None


class ReleaseDocument(_Quiet):
    """RELEASE.json: the fields of the release form. What is absent, or no plain yes, counts as not done.

    A signature is a plain yes, "signed", or a table with the ``kind`` ink, or drawn with its ``strokes``.
    ``about_incident`` and ``about_person``: which of several things and people the page is about; else the first.
    """

    release_id: str
    recipient: str | None = None
    recipient_org: str | None = None
    recipient_unit: str | None = None
    recipient_person: str | None = None
    discloser_org: str | dict[str, str] | None = None
    person_name_or_code: str | None = None
    purpose: str | None = None
    items_released: list[str] = []
    items_never_released: list[str] | str | None = None
    method: str | None = None
    two_way: Ticked = None
    benefits_explained: Ticked = None
    risks_explained: Ticked = None
    alternatives_discussed: Ticked = None
    redisclosure_warning: Ticked = None
    not_required_for_service: Ticked = None
    right_to_revoke_how: Ticked = None
    starts_on: IsoDate | None = None
    expires_on: IsoDate | None = None
    event_expiry: str | None = None
    event_happened: Ticked = None
    language_of_form: str | None = None
    interpreter_used: Ticked = None
    capacity_check: Ticked = None
    signer_role: str | None = None
    signer_did_not_harm: Ticked = None
    signature: Ticked = None
    copy_choice: str | None = None
    signed_on: IsoDate | None = None
    staff_code: str | None = None
    staff_role: str | None = None
    sent_on: IsoDate | None = None
    copy_hash_local: str | None = None
    page_language: str | None = None
    about_incident: Annotated[int, Meta(ge=1, le=99)] | None = None
    about_person: Annotated[int, Meta(ge=1, le=99)] | None = None
    revoked_on: IsoDate | None = None
    revoked_how: str | None = None


SCHEMA_FILES = {"case.schema.json": CaseDocument, "release.schema.json": ReleaseDocument}
"""The files below ``resources/schemas``, and the form that each is made from."""


def schema_text(name: str) -> str:
    """The JSON Schema that belongs into one of the schema files. Raises KeyError for another name."""
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **msgspec.json.schema(SCHEMA_FILES[name])}
    return msgspec.json.format(msgspec.json.encode(schema, order="sorted"), indent=2).decode() + "\n"
