"""The one import of sqlcipher3, which ships no types: what we use of it, written down as protocols."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol, cast

from sqlcipher3 import dbapi2

SqlValue = str | int | float | bytes | None
Row = tuple[SqlValue, ...]
Authorizer = Callable[[int, str | None, str | None, str | None, str | None], int]

Error: type[Exception] = dbapi2.Error

FULL: int = dbapi2.SQLITE_FULL
READONLY: int = dbapi2.SQLITE_READONLY
BUSY: int = dbapi2.SQLITE_BUSY
LOCKED: int = dbapi2.SQLITE_LOCKED
IOERR: int = dbapi2.SQLITE_IOERR
CORRUPT: int = dbapi2.SQLITE_CORRUPT
NOTADB: int = dbapi2.SQLITE_NOTADB
CANTOPEN: int = dbapi2.SQLITE_CANTOPEN
NOMEM: int = dbapi2.SQLITE_NOMEM

# the texts of SQLite itself (sqlite3_errstr)
_CODE_OF_TEXT = {
    "database or disk is full": FULL,
    "attempt to write a readonly database": READONLY,
    "database is locked": BUSY,
    "disk I/O error": IOERR,
    "database disk image is malformed": CORRUPT,
    "file is not a database": NOTADB,
    "unable to open database file": CANTOPEN,
    "out of memory": NOMEM,
}

DENY: int = dbapi2.SQLITE_DENY
ALLOW: int = dbapi2.SQLITE_OK
ATTACH: int = dbapi2.SQLITE_ATTACH
DETACH: int = dbapi2.SQLITE_DETACH
PRAGMA: int = dbapi2.SQLITE_PRAGMA
FUNCTION: int = dbapi2.SQLITE_FUNCTION


class Cursor(Protocol):
    """The rows of one statement."""

    def fetchall(self) -> list[Row]:
        """All rows."""
        ...


class Connection(Protocol):
    """One open database; usable only in the thread that opened it."""

    @property
    def in_transaction(self) -> bool:
        """Whether a transaction is open."""
        ...

    def execute(self, sql: str, parameters: Sequence[SqlValue] = ..., /) -> Cursor:
        """Run one statement."""
        ...

    def set_key(self, key: bytearray, /) -> None:
        """Give the raw key in the form ``x'<64 hex digits>'``; 32 bare bytes would be taken for a passphrase."""
        ...

    def set_authorizer(self, authorizer: Authorizer | None, /) -> None:
        """Ask this function about every step of every statement."""
        ...

    def backup(self, target: Connection, /) -> None:
        """Copy everything into another connection."""
        ...

    def close(self) -> None:
        """Close."""
        ...


def connect(path: Path) -> Connection:
    """Open an existing file, without a key yet, waiting for no lock. Transactions are ours to begin and end."""
    place = f"{path.absolute().as_uri()}?mode=rw"
    return cast("Connection", dbapi2.connect(place, uri=True, isolation_level=None, timeout=0))


def connect_to_read(path: Path) -> Connection:
    """Open a file that nobody writes, without a key yet: nothing is written, no lock taken, no journal looked for."""
    place = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
    return cast("Connection", dbapi2.connect(place, uri=True, isolation_level=None, timeout=0))


def connect_memory() -> Connection:
    """Open a new database that lives in memory alone and is gone when it closes."""
    return cast("Connection", dbapi2.connect(":memory:", isolation_level=None))


def error_code(error: Exception) -> int:
    """The SQLite result code without its extension; 0 where the library gives none.

    The backup call of the library gives a text of SQLite alone.
    """
    code = getattr(error, "sqlite_errorcode", None)
    return code & 0xFF if isinstance(code, int) else _CODE_OF_TEXT.get(str(error), 0)
