"""The parts that the records fall into, each with one digest: a case with all that hangs on it, or an office table."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType

from intake.vault.database import Database
from intake.vault.keyed_hash import keyed_hash
from intake.vault.sqlcipher import Row

# by which column a row belongs to its case
CASE_TABLES = MappingProxyType(
    {
        "cases": "id",
        "shareable_answers": "case_id",
        "identifying_answers": "case_id",
        "walled_off_answers": "case_id",
        "drafts": "case_id",
        "places": "case_id",
        "releases": "case_id",
        "exports": "case_id",
        "legal_holds": "case_id",
        "record_tokens": "case_id",
        "case_stamps": "case_id",
    }
)
OFFICE_TABLES = (
    "last_case",
    "settings",
    "copies",
    "copy_cases",
    "copy_states",
    "tombstones",
    "erasing_unfinished",
    "audit_ends",
    "doubts",
)
# what the chain itself consists of; audit_entries has a chain of its own, whose ends are an office table
CHAIN_TABLES = frozenset(
    {
        "this_device",
        "touched",
        "case_stamps",
        "office_stamps",
        "tree_leaves",
        "tree_nodes",
        "links",
        "chain_start",
        "former_keys",
        "copy_states",
        "doubts",
    }
)
_CASE, _TABLE = "case:", "table:"


def case_scope(case_id: str) -> str:
    """The scope of a case."""
    return _CASE + case_id


def case_of(scope: str) -> str | None:
    """The id of the case that a scope is of; None for an office table."""
    return scope.removeprefix(_CASE) if scope.startswith(_CASE) else None


def office_scopes() -> tuple[str, ...]:
    """The scopes of the tables that belong to no case."""
    return tuple(_TABLE + table for table in OFFICE_TABLES)


def all_scopes(database: Database) -> frozenset[str]:
    """Every scope that may have rows."""
    cases = database.rows("SELECT id FROM cases")
    return frozenset({*office_scopes(), *(case_scope(str(row[0])) for row in cases)})


def digest_of(database: Database, scope: str) -> str | None:
    """The keyed digest of all rows of a scope; None where there are none."""
    tables = [(table, sorted(rows)) for table, rows in _tables(database, scope) if rows]
    return keyed_hash(database.chain_key, [scope, *tables]) if tables else None


def _tables(database: Database, scope: str) -> Iterator[tuple[str, list[Row]]]:
    """The first columns of every table are its key, so that rows are never compared beyond it."""
    case_id = case_of(scope)
    if case_id is not None:
        for table, column in CASE_TABLES.items():
            yield table, database.rows(f"SELECT * FROM {table} WHERE {column} = ?", (case_id,))  # noqa: S608 - ours
        return
    table = scope.removeprefix(_TABLE)
    yield table, database.rows(f"SELECT * FROM {table}")  # noqa: S608 - a table of ours
    yield "office_stamps", database.rows("SELECT * FROM office_stamps WHERE thing = ?", (table,))
