"""Recipients as data: what each may be told, and the fixed template of its page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from intake.errors import ContentProblem
from intake.questions.table_reader import TableReader
from intake.referral.fields import FIELDS, SAME_FOR_EVERYBODY, FieldRule
from intake.resource_files import ContentFile, content_files


@dataclass(frozen=True, slots=True)
class RowTemplate:
    """One row that prints for every case: its heading, its fields, and its fixed room.

    ``room`` is the height in lines of type; ``max_facts`` the number of sentences that are said at most.
    """

    id: str
    label: str
    fields: tuple[str, ...]
    max_facts: int
    room: int


@dataclass(frozen=True, slots=True)
class Recipient:
    """One reader of one kind of page. ``unit`` stands on the page, ``risk_line`` is said before signing."""

    id: str
    name: str
    unit: str
    purposes: tuple[str, ...]
    risk_line: str
    rows: tuple[RowTemplate, ...]
    fields: Mapping[str, FieldRule]

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
        texts |= {f"row.{row.id}": row.label for row in self.rows}
        return {self.message_id(part): english for part, english in texts.items()}


def load_recipients(
    root: Path | None = None, folder: str = "recipients"
) -> tuple[dict[str, Recipient], list[ContentProblem]]:
    """Read every recipient below one folder of the resources; all faults are noted."""
    recipients: dict[str, Recipient] = {}
    problems: list[ContentProblem] = []
    for file in content_files(folder, root):
        if isinstance(file, ContentProblem):
            problems.append(file)
            continue
        recipient = _read(file, problems)
        recipients[recipient.id] = recipient
    return recipients, problems


def _read(file: ContentFile, problems: list[ContentProblem]) -> Recipient:
    reader = TableReader(file, file.table, problems)
    fields = _fields(reader)
    recipient = Recipient(
        id=reader.must_text("id"),
        name=reader.must_text("name"),
        unit=reader.must_text("unit"),
        purposes=reader.words("purposes"),
        risk_line=reader.must_text("risk_line"),
        rows=tuple(_row(entry, fields) for entry in reader.tables("rows")),
        fields=fields,
    )
    stem = file.name.rsplit("/", 1)[-1].removesuffix(".toml")
    if recipient.id != stem:
        reader.note("id", f"The id '{recipient.id}' is not the name of the file.", f'Write id = "{stem}".')
    if not recipient.rows:
        reader.note("rows", "This recipient has no rows.", "Add [[rows]] in the order in which they print.")
    if not recipient.purposes:
        reader.note("purposes", "No purpose is offered.", 'Add purposes = ["..."].')
    reader.finish()
    return recipient


def _fields(reader: TableReader) -> dict[str, FieldRule]:
    fields: dict[str, FieldRule] = {}
    for name, rule in reader.table("fields").items():
        if name not in FIELDS:
            reader.note(name, f"'{name}' is not a field.", f"Use one of {', '.join(FIELDS)}.")
        elif rule not in tuple(FieldRule):
            reader.note(name, f"'{name}' says neither always nor if_ticked.", "Leave a field out that is never told.")
        else:
            fields[name] = FieldRule(str(rule))
    return fields


def _row(entry: TableReader, fields: Mapping[str, FieldRule]) -> RowTemplate:
    row = RowTemplate(
        id=entry.must_text("id"),
        label=entry.must_text("label"),
        fields=entry.words("fields"),
        max_facts=_number(entry, "max_facts"),
        room=_number(entry, "room"),
    )
    for name in row.fields:
        if name not in fields:
            entry.note("fields", f"The row '{row.id}' speaks of '{name}', which is never told here.", "Take it out.")
    if not row.fields:
        entry.note("fields", f"The row '{row.id}' speaks of nothing.", "Name its fields.")
    entry.finish()
    return row


def _number(entry: TableReader, key: str) -> int:
    value = entry.value(key)
    if isinstance(value, int) and not isinstance(value, bool) and value > 0:
        return value
    entry.note(key, f"'{key}' takes a whole number above zero.", f"Write {key} = 2, for example.")
    return 1
