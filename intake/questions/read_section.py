"""One ``section.toml`` becomes a Section."""

from __future__ import annotations

from intake.cases.told_of import Repeats
from intake.errors import ContentProblem
from intake.questions.model import Section, Visit
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
        banners=reader.flag("banners"),
        visit=_visit(reader),
        repeats=read_repeats(reader) or Repeats.ONCE,
        ask_when=reader.condition("ask_when"),
        unlocks_when=reader.condition("unlocks_when"),
    )
    reader.finish()
    return section


def _visit(reader: TableReader) -> Visit:
    written = reader.text("visit") or Visit.FULL
    if written in tuple(Visit):
        return Visit(written)
    reader.note("visit", f"There is no visit '{written}'.", f"Use one of {', '.join(Visit)}, or leave it out.")
    return Visit.FULL


def read_repeats(reader: TableReader) -> Repeats | None:
    """For what a part or a question is asked anew; None where it does not say."""
    written = reader.text("repeats")
    if not written or written in tuple(Repeats):
        return Repeats(written) if written else None
    reader.note("repeats", f"Nothing repeats for each '{written}'.", f"Use one of {', '.join(Repeats)}.")
    return None
