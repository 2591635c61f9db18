"""Recipients as data: what each may be told, and the fixed template of its page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from dataclasses import field as kept

from intake.referral.fields import NAME_TO_USE, SAME_FOR_EVERYBODY, FieldRule
from intake.referral.page_words import PageWords
from intake.wording.catalogue import Wording

HEAD = ("for", "ref", "prepared_by", "permission_ends")
"""The lines at the top of a page, unless a recipient names fewer."""


@dataclass(frozen=True, slots=True)
class RowTemplate:
    """One row that prints for every case: its heading, its fields, and its fixed room.

    ``room`` is the height in lines of type; ``max_facts`` the number of sentences that are said at most. ``text``
    is said first in this row, whatever the case.
    """

    id: str
    label: str
    fields: tuple[str, ...]
    max_facts: int
    room: int
    text: str = ""


@dataclass(frozen=True, slots=True)
class PlainPage:
    """The page that is made while the release names nothing of the case: other words at the top, other rows."""

    head: tuple[str, ...]
    words: Mapping[str, str]
    rows: tuple[RowTemplate, ...]


@dataclass(frozen=True, slots=True)
class Recipient:
    """One reader of one kind of page. ``unit`` stands on the page, ``risk_line`` is said before signing.

    ``prompt`` is shown with every page for this reader, so that it tells nothing of the case. ``words`` stand in place
    of the constants of the same name. ``police_unit`` names the unit of the police that reads the page, if one does.
    A page ``for_the_person`` is read by the one who spoke.
    """

    id: str
    name: str
    unit: str
    purposes: tuple[str, ...]
    risk_line: str
    rows: tuple[RowTemplate, ...]
    fields: Mapping[str, FieldRule]
    head: tuple[str, ...] = HEAD
    words: Mapping[str, str] = kept(default_factory=dict)
    words_part: str = "words"
    prompt: str = ""
    police_unit: str = ""
    for_the_person: bool = False
    plain: PlainPage | None = None

    def told(self, items: frozenset[str]) -> Recipient:
        """Give the reader the template that a release for ``items`` leads to: the plain one if it names no fact."""
        if self.plain is None or items & self.fields.keys() - SAME_FOR_EVERYBODY - {NAME_TO_USE}:
            return self
        plain = self.plain
        return replace(self, head=plain.head, words=plain.words, rows=plain.rows, words_part="plain", plain=None)

    def constant(self, key: str, words: PageWords, wording: Wording) -> str:
        """A constant of the page: the recipient's own, or the one that all pages share."""
        if key in self.words:
            return wording.text(self.message_id(f"{self.words_part}.{key}"), self.words[key])
        return words.text(key, wording)

    def row_text(self, row: RowTemplate, wording: Wording) -> str:
        """What a row says first whatever the case, or nothing."""
        return wording.text(self.message_id(f"row.{row.id}.text"), row.text) if row.text else ""

    def may_be_told(self, field_id: str, items: frozenset[str]) -> bool:
        """Whether a fact of this field may stand on the page: the recipient may hear it and the release names it."""
        return field_id in self.fields and (field_id in items or field_id in SAME_FOR_EVERYBODY)

    def from_the_start(self) -> frozenset[str]:
        """The fields that a new release for this recipient names until somebody takes one off."""
        return frozenset(name for name, rule in self.fields.items() if rule is FieldRule.ALWAYS)

    def message_id(self, part: str) -> str:
        """The id under which one of the recipient's texts is translated."""
        return f"recipient.{self.id}.{part}"

    def texts(self) -> Mapping[str, str]:
        """Every text of this recipient, message id to English."""
        texts = {"name": self.name, "unit": self.unit, "risk": self.risk_line}
        texts |= {f"purpose.{number}": purpose for number, purpose in enumerate(self.purposes, start=1)}
        texts |= {"prompt": self.prompt} if self.prompt else {}
        texts |= {f"words.{key}": english for key, english in self.words.items()}
        rows = self.rows
        if self.plain is not None:
            texts |= {f"plain.{key}": english for key, english in self.plain.words.items()}
            rows += self.plain.rows
        texts |= {f"row.{row.id}": row.label for row in rows}
        texts |= {f"row.{row.id}.text": row.text for row in rows if row.text}
        return {self.message_id(part): english for part, english in texts.items()}
