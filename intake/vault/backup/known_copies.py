"""What a vault that was put back must know of: its own source, the vault kept aside, and the copies that one knew.

A copy is noted only after it was made, so it never knows of itself. Erasing lists what is noted.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from intake.errors import Mishap
from intake.vault.backup.contents import opened_to_look, read_through, tables_of
from intake.vault.backup.copy_store import CopyLine, CopyStore, day_in_name
from intake.vault.backup.verify import Proven
from intake.vault.key_file import read_key_file
from intake.vault.slots.unlocking import unlock_unsealed
from intake.vault.store import VaultStore


@dataclass(frozen=True, slots=True)
class Noted:
    """One copy and the cases in it."""

    line: CopyLine
    case_ids: tuple[str, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Replaced:
    """A vault that is about to be replaced: its cases, and the copies that it knows."""

    case_ids: tuple[str, ...] = field(repr=False)
    copies: tuple[Noted, ...] = ()


def read_replaced(folder: Path, passphrase: bytearray) -> Replaced | None:
    """What lies there; None where it is broken or this passphrase does not open it."""
    try:
        with unlock_unsealed(read_key_file(folder), passphrase)[1] as key:
            case_ids = read_through(folder, key).case_ids
            with opened_to_look(folder, key) as records:
                if "copies" not in tables_of(records):
                    return Replaced(case_ids)
                copies = CopyStore(records)
                return Replaced(case_ids, tuple(Noted(line, copies.case_ids(line.id)) for line in copies.lines()))
    except Mishap:
        return None


def of_source(source: Path, proven: Proven, today: date) -> Noted:
    """The copy that was put back, in the form in which it was listed when it was made."""
    case_ids, made_on = proven.contents.case_ids, day_in_name(source.name)
    if made_on is None:
        return _unlisted(source, case_ids, today)
    return Noted(CopyLine(source.name, str(source.parent), made_on, today, proven.sha256, len(case_ids)), case_ids)


def of_aside(aside: Path, replaced: Replaced | None, proven: Proven, today: date) -> Noted:
    """The vault that is kept aside. Where nobody can tell what it holds, it may hold all that the copy does."""
    return _unlisted(aside, proven.contents.case_ids if replaced is None else replaced.case_ids, today)


def note_all(store: VaultStore, copies: Iterable[Noted]) -> None:
    """Note them in a vault, but for those that it knows by their names."""
    known = {line.id for line in store.copies()}
    for copy in copies:
        if copy.line.id not in known:
            known.add(copy.line.id)
            store.note_copy(copy.line, copy.case_ids)


def _unlisted(folder: Path, case_ids: tuple[str, ...], today: date) -> Noted:
    """A folder that this program did not name as a copy, so that its own name may come again elsewhere."""
    return Noted(CopyLine(f"kept-{secrets.token_hex(8)}", str(folder), today, today, "", len(case_ids)), case_ids)
