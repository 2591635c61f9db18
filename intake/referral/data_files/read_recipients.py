"""Read the recipients and hold their rows against their fields; every fault is noted."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from intake.errors import ContentProblem
from intake.questions.table_reader import TableReader
from intake.referral.fields import FIELDS, RECIPIENT_IDS, FieldRule
from intake.referral.page_words import OWN
from intake.referral.recipients import HEAD, PlainPage, Recipient, RowTemplate
from intake.resource_files import ContentFile, content_files


def load_recipients(
    root: Path | None = None, folder: str = "recipients"
) -> tuple[dict[str, Recipient], list[ContentProblem]]:
    """Read every recipient below one folder of the resources, in order of the matrix; all faults are noted."""
    recipients: dict[str, Recipient] = {}
    problems: list[ContentProblem] = []
    for file in content_files(folder, root):
        if isinstance(file, ContentProblem):
            problems.append(file)
            continue
        recipient = _read(file, problems)
        recipients[recipient.id] = recipient
    in_order = {name: recipients[name] for name in RECIPIENT_IDS if name in recipients}
    return in_order | recipients, problems


def _read(file: ContentFile, problems: list[ContentProblem]) -> Recipient:
    reader = TableReader(file, file.table, problems)
    fields = _fields(reader)
    plain = reader.tables("plain")
    recipient = Recipient(
        id=reader.must_text("id"),
        name=reader.must_text("name"),
        unit=reader.must_text("unit"),
        purposes=reader.words("purposes"),
        risk_line=reader.must_text("risk_line"),
        rows=_rows(reader, fields),
        fields=fields,
        head=_head(reader),
        words=_words(reader),
        prompt=reader.must_text("prompt") if reader.has("prompt") else "",
        police_unit=reader.must_text("police_unit") if reader.has("police_unit") else "",
        for_the_person=reader.flag("for_the_person"),
        plain=_plain(plain[0], fields) if plain else None,
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


def _plain(entry: TableReader, fields: Mapping[str, FieldRule]) -> PlainPage:
    plain = PlainPage(_head(entry), _words(entry), _rows(entry, fields))
    entry.finish()
    return plain


def _head(reader: TableReader) -> tuple[str, ...]:
    head = reader.words("head") if reader.has("head") else HEAD
    for key in head:
        if key not in HEAD:
            reader.note("head", f"'{key}' is no line at the top of a page.", f"Use some of {', '.join(HEAD)}.")
    return tuple(key for key in HEAD if key in head)


def _words(reader: TableReader) -> dict[str, str]:
    words = {str(key): str(text) for key, text in reader.table("words").items()}
    for key in words:
        if key not in OWN:
            reader.note(key, f"'{key}' is no constant of a page.", f"Use some of {', '.join(OWN)}.")
    return words


def _rows(reader: TableReader, fields: Mapping[str, FieldRule]) -> tuple[RowTemplate, ...]:
    return tuple(_row(entry, fields) for entry in reader.tables("rows"))


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
        fields=entry.words("fields") if entry.has("fields") else (),
        max_facts=_number(entry, "max_facts"),
        room=_number(entry, "room"),
        text=entry.must_text("text") if entry.has("text") else "",
    )
    for name in row.fields:
        if name not in fields:
            entry.note("fields", f"The row '{row.id}' speaks of '{name}', which is never told here.", "Take it out.")
    if not row.fields and not row.text:
        entry.note("fields", f"The row '{row.id}' speaks of nothing.", "Name its fields, or give it a text.")
    entry.finish()
    return row


def _number(entry: TableReader, key: str) -> int:
    value = entry.value(key)
    if isinstance(value, int) and not isinstance(value, bool) and value > 0:
        return value
    entry.note(key, f"'{key}' takes a whole number above zero.", f"Write {key} = 2, for example.")
    return 1
