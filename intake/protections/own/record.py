"""One policy of an organisation as its vault keeps it: the file, who wrote and checked it, and the official text."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from intake.protections.model import Jurisdiction
from intake.protections.own.form import PolicyForm, form_from_json, form_to_json


@dataclass(frozen=True, slots=True)
class Mark:
    """Somebody did something on a day: the staff code, the day, and the digest of what it was done to."""

    by: str
    on: date
    of: str


@dataclass(frozen=True, slots=True)
class OwnPolicy:
    """One version of one policy.

    ``confirmed`` holds the digests of the examples that somebody found right. ``text`` marks who pasted the official
    text (its SHA-256), ``reading`` who read our words against it. ``place`` stays even when the file breaks.
    """

    id: str
    added: Mark
    file: str = field(default="", repr=False)
    form: PolicyForm | None = field(default=None, repr=False)
    is_active: bool = False
    place: Jurisdiction | None = field(default=None, repr=False)
    confirmed: tuple[str, ...] = ()
    writer: Mark | None = None
    reviewer: Mark | None = None
    last_day: str = ""
    text: Mark | None = None
    reading: Mark | None = None

    @property
    def file_digest(self) -> str:
        """SHA-256 of the file: what a confirmation is for."""
        return digest_of(self.file)

    @property
    def is_text_read(self) -> bool:
        """Whether somebody read these very words against this very text."""
        return self.reading is not None and self.text is not None and self.reading.of == self.reading_digest

    @property
    def reading_digest(self) -> str:
        """What a reading is for: the text and our words for it."""
        return digest_of(f"{self.text.of if self.text else ''} {self.file_digest}")

    def of_file(self, mark: Mark | None) -> Mark | None:
        """A confirmation, or None when the file has changed since."""
        return mark if mark is not None and mark.of == self.file_digest else None

    def with_file(self, file: str, form: PolicyForm | None, place: Jurisdiction | None) -> OwnPolicy:
        """Another file. What was confirmed or read of the one before counts no longer, by its digest."""
        return replace(self, file=file, form=form, place=place)


def digest_of(text: str) -> str:
    """SHA-256 of a text, in hexadecimal."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def policy_to_json(policy: OwnPolicy) -> dict[str, object]:
    """One policy as plain values."""
    place = policy.place
    return {
        "id": policy.id,
        "file": policy.file,
        "form": form_to_json(policy.form) if policy.form else None,
        "is_active": policy.is_active,
        "place": {"id": place.id, "name": place.name, "parent": place.parent} if place else None,
        "confirmed": list(policy.confirmed),
        "last_day": policy.last_day,
        **{name: _mark_to_json(getattr(policy, name)) for name in ("added", "writer", "reviewer", "text", "reading")},
    }


def policy_from_json(table: object) -> OwnPolicy:
    """One policy from what :func:`policy_to_json` gave. Raises ValueError for anything else."""
    if not isinstance(table, Mapping):
        raise ValueError("a policy is a table")  # noqa: TRY004
    added = _mark(table.get("added"))
    if added is None:
        raise ValueError("nobody added it")
    place, form, confirmed = table.get("place"), table.get("form"), table.get("confirmed")
    return OwnPolicy(
        id=_text(table.get("id")),
        added=added,
        file=_text(table.get("file")),
        form=form_from_json(form) if form is not None else None,
        is_active=table.get("is_active") is True,
        place=_place(place) if place is not None else None,
        confirmed=tuple(_text(one) for one in confirmed) if isinstance(confirmed, list) else (),
        writer=_mark(table.get("writer")),
        reviewer=_mark(table.get("reviewer")),
        last_day=_text(table.get("last_day")),
        text=_mark(table.get("text")),
        reading=_mark(table.get("reading")),
    )


def _mark_to_json(mark: Mark | None) -> object:
    return {"by": mark.by, "on": mark.on.isoformat(), "of": mark.of} if mark else None


def _mark(table: object) -> Mark | None:
    if table is None:
        return None
    if not isinstance(table, Mapping):
        raise ValueError("a mark is a table")  # noqa: TRY004
    return Mark(_text(table.get("by")), date.fromisoformat(_text(table.get("on"))), _text(table.get("of")))


def _place(table: object) -> Jurisdiction:
    if not isinstance(table, Mapping):
        raise ValueError("a place is a table")  # noqa: TRY004
    return Jurisdiction(_text(table.get("id")), _text(table.get("name")), _text(table.get("parent")))


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError("a text")  # noqa: TRY004
    return value
