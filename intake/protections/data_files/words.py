"""Read the words that instruments share: facts, limits and jurisdictions."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from intake.errors import ContentProblem
from intake.protections.data_files.table_reader import TableReader
from intake.protections.model import FactKind, FactWords, Jurisdiction, LimitSource, LimitWords, Verification
from intake.resource_files import ContentFile, content_files, read_content_file, resources_folder

YES_NO_UNKNOWN = ("yes", "no", "unknown")


def load_limits(root: Path | None, problems: list[ContentProblem]) -> dict[str, LimitWords]:
    """Every limit tag with its words, in the order of the file, which is the order in which they are said."""
    limits = {}
    for tag, reader in _entries("limits.toml", root, problems):
        limits[tag] = LimitWords(tag, reader.text("short"), reader.text("sentence"), _limit_source(reader))
        reader.finish()
    return limits


def load_facts(root: Path | None, problems: list[ContentProblem]) -> dict[str, FactWords]:
    """Every fact that conditions may ask for."""
    facts = {}
    for name, reader in _entries("facts.toml", root, problems):
        facts[name] = _fact(name, reader)
        reader.finish()
    return facts


def load_jurisdictions(root: Path | None, problems: list[ContentProblem]) -> dict[str, Jurisdiction]:
    """Every place that has rules of its own, by id; one file each."""
    found: dict[str, tuple[ContentFile, Jurisdiction]] = {}
    for file in content_files("jurisdictions", root):
        if isinstance(file, ContentProblem):
            problems.append(file)
            continue
        reader = TableReader(file, file.table, problems)
        place = Jurisdiction(reader.text("id"), reader.text("name"), reader.optional_text("parent"))
        reader.finish()
        if place.id != Path(file.name).stem:
            reader.complain("id", f"The id '{place.id}' is not the name of the file.", "Make them the same.")
        found[place.id] = (file, place)
    places = {place_id: place for place_id, (_, place) in found.items()}
    for file, place in found.values():
        problems.extend(_lost_parent(file, place, places))
    return places


def _lost_parent(file: ContentFile, place: Jurisdiction, places: Mapping[str, Jurisdiction]) -> list[ContentProblem]:
    seen, at = {place.id}, place.parent
    while at:
        if at not in places:
            return [file.problem("parent", f"There is no jurisdiction '{at}'.", "Add its file or mend the spelling.")]
        if at in seen:
            return [file.problem("parent", f"'{place.id}' lies in itself by way of '{at}'.", "Mend the parent.")]
        seen.add(at)
        at = places[at].parent
    return []


def _limit_source(reader: TableReader) -> LimitSource | None:
    if reader.value("source") is None:
        return None
    inner = reader.inner("source")
    checked = inner.choice("verification", Verification, Verification.UNVERIFIED)
    source = LimitSource(inner.text("citation"), inner.text("locator"), checked)
    inner.finish()
    return source


def _fact(name: str, reader: TableReader) -> FactWords:
    kind = reader.choice("kind", FactKind, FactKind.ONE)
    values = reader.words("values")
    if kind is FactKind.YES_NO:
        values = dict.fromkeys(YES_NO_UNKNOWN, "") | dict(values)
    fields: Mapping[str, tuple[str, ...]] = {}
    if kind is FactKind.RECORDS:
        inner = reader.inner("fields")
        fields = {key: inner.texts(key) for key in _keys(reader.value("fields"))}
    return FactWords(name, kind, reader.text("asks_for"), values, fields, reader.optional_text("nothing"))


def _keys(table: object) -> tuple[str, ...]:
    return tuple(str(key) for key in table) if isinstance(table, Mapping) else ()


def _entries(name: str, root: Path | None, problems: list[ContentProblem]) -> list[tuple[str, TableReader]]:
    base = root or resources_folder()
    file = read_content_file(base / name, base)
    if isinstance(file, ContentProblem):
        problems.append(file)
        return []
    entries = []
    for key, table in file.table.items():
        if isinstance(table, Mapping):
            entries.append((key, TableReader(file, table, problems)))
        else:
            problems.append(file.problem(key, f"'{key}' is not a table.", f"Write it as [{key}]."))
    return entries
