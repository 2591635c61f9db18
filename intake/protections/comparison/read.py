"""Read the comparison from its files: one for each source of rows, one for each policy, one of questions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from intake.errors import ContentProblem
from intake.protections.comparison.model import Cell, Comparison, Policy, Row, RowGroup, Standing, Theme
from intake.protections.data_files.table_reader import TableReader
from intake.protections.model import Verification
from intake.resource_files import ContentFile, content_files, read_content_file, resources_folder

_FOLDER = "comparison"


def load_comparison(root: Path | None = None) -> tuple[Comparison, list[ContentProblem]]:
    """Every row, policy and question, and every fault of every file at once."""
    problems: list[ContentProblem] = []
    groups = [_group(reader) for reader in _readers(f"{_FOLDER}/rows", root, problems)]
    groups.sort(key=lambda group: group.place)
    rows = tuple(row.id for group in groups for row in group.rows)
    policies = [_policy(reader, rows) for reader in _readers(f"{_FOLDER}/policies", root, problems)]
    policies.sort(key=lambda policy: policy.place)
    return Comparison(tuple(groups), tuple(policies), _themes(root, problems)), problems


def _readers(folder: str, root: Path | None, problems: list[ContentProblem]) -> Iterator[TableReader]:
    for file in content_files(folder, root):
        if isinstance(file, ContentProblem):
            problems.append(file)
        else:
            yield TableReader(file, file.table, problems)


def _group(reader: TableReader) -> RowGroup:
    group = RowGroup(
        _own_name(reader), _place(reader), reader.text("title"), reader.text("citation"), tuple(_rows(reader))
    )
    reader.finish()
    return group


def _rows(reader: TableReader) -> Iterator[Row]:
    for table in reader.each("rows"):
        yield Row(table.text("id"), table.text("title"), table.text("words"), table.text("locator"))
        table.finish()


def _policy(reader: TableReader, rows: tuple[str, ...]) -> Policy:
    locators = reader.words("locators")
    policy = Policy(
        id=_own_name(reader),
        file=reader.file.name,
        place=_place(reader),
        name=reader.text("name"),
        short_name=reader.text("short_name"),
        caution=reader.text("caution"),
        verification=reader.choice("verification", Verification, Verification.UNVERIFIED),
        instruments=reader.texts("instruments"),
        citation=reader.text("citation"),
        read_on=reader.day("read_on"),
        locators=locators,
        cells=_cells(reader, rows, locators),
    )
    reader.finish()
    return policy


def _cells(reader: TableReader, rows: tuple[str, ...], locators: Mapping[str, str]) -> Mapping[str, Cell]:
    cells = {}
    tables = reader.inner("cells")
    for row in rows:
        if tables.value(row) is None:
            tables.complain("cells", f"There is no cell for the row '{row}'.", 'Add it, with standing = "not_known".')
            continue
        table = tables.inner(row)
        where = table.text("locator")
        cells[row] = Cell(
            table.choice("standing", Standing, Standing.NOT_KNOWN), table.text("reason"), locators.get(where, "")
        )
        table.finish()
        if where not in locators:
            table.complain(row, f"There is no locator '{where}' in this file.", "Add it under [locators].")
    tables.finish()
    return cells


def _themes(root: Path | None, problems: list[ContentProblem]) -> tuple[Theme, ...]:
    base = root or resources_folder()
    file = read_content_file(base / _FOLDER / "questions.toml", base)
    if not isinstance(file, ContentFile):
        problems.append(file)
        return ()
    reader = TableReader(file, file.table, problems)
    themes = []
    for table in reader.each("themes"):
        themes.append(Theme(table.text("id"), table.text("title"), table.texts("questions")))
        table.finish()
    reader.finish()
    return tuple(themes)


def _own_name(reader: TableReader) -> str:
    found = reader.text("id")
    if found != Path(reader.file.name).stem:
        reader.complain("id", f"The id '{found}' is not the name of the file.", "Make them the same.")
    return found


def _place(reader: TableReader) -> int:
    found = reader.value("place")
    if isinstance(found, int):
        return found
    reader.complain("place", "'place' is missing or is not a number.", "Say where it stands: place = 1.")
    return 0
