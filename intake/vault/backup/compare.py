"""What would change if a copy were put back: compared report by report before anything is moved."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from pathlib import Path

from intake.errors import Mishap
from intake.vault.backup import copy_mishaps
from intake.vault.backup.contents import add_row, opened_to_look, tables_of
from intake.vault.backup.copy_store import day_in_name
from intake.vault.backup.restore import places_apart, replaces
from intake.vault.backup.verify import look_for, prove_with
from intake.vault.database import Database
from intake.vault.key_file import read_key_file
from intake.vault.slots.unlocking import unlock, unlock_unsealed

# where somebody left off, and which copies hold what, make no report another one
_NOT_COMPARED = frozenset({"places", "last_case", "copy_cases", "record_tokens", "case_stamps", "doubts"})


class There(StrEnum):
    """What lies in the place for the vault."""

    NOTHING = "nothing"
    SAME_VAULT = "same_vault"
    UNREADABLE = "unreadable"  # broken, or under another passphrase: what it holds cannot be told


@dataclass(frozen=True, slots=True)
class ReportThere:
    """One report that the copy and the vault do not have alike. A day is None where the report is not."""

    label: str
    vault_on: date | None
    copy_on: date | None

    @property
    def is_newer_in_vault(self) -> bool:
        """Whether it was worked on in the vault after the copy was made, as far as days can tell."""
        return self.vault_on is not None and self.copy_on is not None and self.vault_on > self.copy_on


@dataclass(frozen=True, slots=True)
class BeforeRestore:
    """What a proven copy holds, and how the vault differs that it would replace. ``made_on`` is what its name says."""

    case_count: int
    made_on: date | None
    last_touched_on: date | None
    there: There
    only_in_vault: tuple[ReportThere, ...] = field(default=(), repr=False)
    differing: tuple[ReportThere, ...] = field(default=(), repr=False)
    only_in_copy: tuple[ReportThere, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class _Report:
    label: str
    touched_on: date
    fingerprint: str


_Columns = Mapping[str, Sequence[str]]


def compare_before_restore(source: Path, destination: Path, passphrase: bytearray) -> BeforeRestore:
    """Prove a copy and compare it with the vault at ``destination``. Nothing is changed.

    Raises Mishap as ``restore`` does before it moves anything; the passphrase is the copy's, and the caller wipes it.
    """
    source, destination = places_apart(source, destination)
    try:
        look_for(source)
        keys = read_key_file(source)
        with unlock(keys, passphrase)[1] as key:
            proven = prove_with(source, keys, key)
            is_replacing = replaces(destination, keys.vault_id)
            with opened_to_look(source, key) as copy:
                newest = max((one.touched_on for one in _reports(copy, {}).values()), default=None)
                found = BeforeRestore(len(proven.contents.case_ids), day_in_name(source.name), newest, There.NOTHING)
                return _against(found, copy, destination, passphrase) if is_replacing else found
    except Mishap as mishap:
        raise copy_mishaps.of_the_copy(mishap) from None


def _against(found: BeforeRestore, copy: Database, destination: Path, passphrase: bytearray) -> BeforeRestore:
    try:
        keys = read_key_file(destination)
        with unlock_unsealed(keys, passphrase)[1] as key, opened_to_look(destination, key) as vault:
            vault.check_whole()
            shared = _shared(_columns(copy), _columns(vault))
            return _differences(found, _reports(copy, shared), _reports(vault, shared))
    except Mishap:
        return replace(found, there=There.UNREADABLE)


def _differences(found: BeforeRestore, copy: Mapping[str, _Report], vault: Mapping[str, _Report]) -> BeforeRestore:
    only_in_vault = [ReportThere(one.label, one.touched_on, None) for name, one in vault.items() if name not in copy]
    only_in_copy = [ReportThere(one.label, None, one.touched_on) for name, one in copy.items() if name not in vault]
    differing = [
        ReportThere(one.label, one.touched_on, copy[name].touched_on)
        for name, one in vault.items()
        if name in copy and one.fingerprint != copy[name].fingerprint
    ]
    return replace(
        found,
        there=There.SAME_VAULT,
        only_in_vault=tuple(only_in_vault),
        differing=tuple(differing),
        only_in_copy=tuple(only_in_copy),
    )


def _columns(database: Database) -> dict[str, tuple[str, ...]]:
    """Of each table that says something of a report, its columns; ``case_id`` among them."""
    found = {}
    for table in tables_of(database):
        rows = database.rows("SELECT name FROM pragma_table_info(?) ORDER BY name", (table,))
        names = tuple(str(row[0]) for row in rows)
        if "case_id" in names and table not in _NOT_COMPARED:
            found[table] = names
    return found


def _shared(one: _Columns, other: _Columns) -> dict[str, tuple[str, ...]]:
    """What both know, so that a copy of an older version is not another one in every report."""
    return {table: tuple(name for name in one[table] if name in other[table]) for table in one if table in other}


def _reports(database: Database, columns: _Columns) -> dict[str, _Report]:
    lines = database.rows("SELECT id, label, last_touched_on FROM cases ORDER BY label")
    digests: dict[str, list[bytes]] = {str(line[0]): [] for line in lines}
    for table, names in columns.items():
        for row in database.rows(f"SELECT case_id, {', '.join(names)} FROM {table}"):  # noqa: S608 - of the file itself
            digest = hashlib.sha256(table.encode())
            add_row(digest, row)
            digests.setdefault(str(row[0]), []).append(digest.digest())
    return {
        str(identity): _Report(
            str(label),
            date.fromisoformat(str(touched)),
            hashlib.sha256(b"".join(sorted(digests[str(identity)]))).hexdigest(),
        )
        for identity, label, touched in lines
    }
