"""One ``section.toml`` becomes a Section."""

from __future__ import annotations

from intake.errors import ContentProblem
from intake.questions.model import Section
from intake.questions.table_reader import TableReader
from intake.resource_files import ContentFile


def read_section(file: ContentFile, section_id: str, problems: list[ContentProblem]) -> Section:
    """The section of the folder ``section_id``; its faults are added to ``problems``."""
    reader = TableReader(file, file.table, problems)
    written = reader.must_text("id")
    if written not in ("", section_id):
        reader.note("id", f"The id '{written}' does not match the folder.", f'Write id = "{section_id}".')
    section = Section(
        id=section_id,
        letter=reader.must_text("letter"),
        title=reader.must_text("title"),
        note=reader.text("note"),
        after=reader.text("after"),
        gate=reader.flag("gate"),
        private=reader.flag("private"),
    )
    reader.finish()
    return section
