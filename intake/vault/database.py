"""One open records file: the settings it must run under, transactions, and what its errors mean."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Protocol, Self

from intake.errors import Defect, Mishap
from intake.vault import mishaps, sqlcipher
from intake.vault.database_errors import meaning
from intake.vault.keys import DataKey, wipe
from intake.vault.sqlcipher import Connection, Row, SqlValue

RECORDS_FILE = "records.db"
_NO_FILE = Path()
LOG_LABEL = b"forthright.v1.log of actions"
CHAIN_LABEL = b"forthright.v1.chain of changes"

# In this order. The log is silenced and the key given before any of them; the first that touches the file is
# journal_mode, and by then it is certain that no other process may share it and that nothing spills to disk.
_SETTINGS = (
    "PRAGMA cipher_page_size = 4096",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA locking_mode = EXCLUSIVE",
    "PRAGMA foreign_keys = ON",
    "PRAGMA secure_delete = ON",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
)
# Only to read, as a copy is read: the place may be one that takes no writing.
_SETTINGS_TO_READ = (
    "PRAGMA cipher_page_size = 4096",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
)
# Only for a file that is still empty: on a full one this would write before anybody asked for it.
_SETTINGS_OF_A_NEW_FILE = ("PRAGMA auto_vacuum = INCREMENTAL",)
_PRAGMAS_IN_USE = frozenset(
    {
        "user_version",
        "wal_checkpoint",
        "incremental_vacuum",
        "quick_check",
        "integrity_check",
        "cipher_integrity_check",
        "foreign_key_check",
        "table_info",
        "index_list",
        "index_info",
    }
)
_DENIED_ACTIONS = frozenset({sqlcipher.ATTACH, sqlcipher.DETACH})
_DENIED_FUNCTIONS = frozenset({"load_extension", "sqlcipher_export"})


class Watch(Protocol):
    """Who is told of every commit."""

    def before_commit(self) -> None:
        """The transaction is about to end; what is written now is a part of it."""
        ...

    def after_commit(self) -> None:
        """It is on the disk. Must not fail."""
        ...

    def closing(self) -> None:
        """The file is about to be let go. Must not fail."""
        ...


class Database:
    """The records file, held by this process alone from opening to closing. One thread.

    ``key`` is ours until ``close`` wipes it: a copy is written and read with it, and the file opened anew after damage.
    """

    def __init__(self, connection: Connection, path: Path, key: DataKey) -> None:
        self._connection = connection
        self._path = path
        self.key = key.another()
        self._writing = False
        self._is_in_transaction = False
        self._is_stuck = self._opens_anew = False
        self.log_key = key.subkey(LOG_LABEL)
        self.chain_key = key.subkey(CHAIN_LABEL)
        self.watch: Watch | None = None

    @classmethod
    def open(cls, path: Path, key: DataKey) -> Self:
        """Open a file that exists (an empty one becomes a new database) and take its lock.

        Raises Mishap: vault_in_use, vault_damaged, vault_read_only, disk_full, folder_missing.
        """
        try:
            connection = sqlcipher.connect(path)
            is_new = path.stat().st_size == 0
        except sqlcipher.Error as error:
            raise meaning(error, path, writing=False) from None
        except OSError as error:
            raise mishaps.from_os_error(error, writing=False) from None
        return cls._ready(connection, path, key, is_new=is_new)

    @classmethod
    def open_to_read(cls, path: Path, key: DataKey) -> Self:
        """Open a closed file that has no journal, without writing a byte. Raises Mishap as ``open`` does."""
        try:
            connection = sqlcipher.connect_to_read(path)
        except sqlcipher.Error as error:
            raise meaning(error, path, writing=False) from None
        database = cls(connection, path, key)
        try:
            with database._translated():
                database._give_key()
                for setting in _SETTINGS_TO_READ:
                    connection.execute(setting).fetchall()
                connection.set_authorizer(_authorize)
                connection.execute("SELECT count(*) FROM sqlite_master").fetchall()
        except BaseException:
            database.close()
            raise
        return database

    @classmethod
    def in_memory(cls, key: DataKey) -> Self:
        """Open an empty database that never touches a disk, for practice."""
        return cls._ready(sqlcipher.connect_memory(), _NO_FILE, key, is_new=True)

    @property
    def is_in_memory(self) -> bool:
        """Whether nothing of it ever touches a disk."""
        return self._path == _NO_FILE

    @classmethod
    def _ready(cls, connection: Connection, path: Path, key: DataKey, *, is_new: bool) -> Self:
        database = cls(connection, path, key)
        try:
            database._make_ready(is_new=is_new)
        except BaseException:
            database.close()
            raise
        database._opens_anew = path != _NO_FILE
        return database

    def _make_ready(self, *, is_new: bool) -> None:
        self._writing = is_new
        with self._translated():
            self._give_key()
            for setting in (*_SETTINGS_OF_A_NEW_FILE, *_SETTINGS) if is_new else _SETTINGS:
                self._connection.execute(setting).fetchall()
            self._connection.set_authorizer(_authorize)
            self._connection.execute("SELECT count(*) FROM sqlite_master").fetchall()
        with self.transaction():
            pass  # a write lock taken and given back: a read-only place shows itself now, not at the first answer

    def _give_key(self) -> None:
        self._connection.execute("PRAGMA cipher_log_level = NONE")
        form = self.key.sqlcipher_form()
        try:
            self._connection.set_key(form)
        finally:
            wipe(form)

    def rows(self, sql: str, parameters: Sequence[SqlValue] = ()) -> list[Row]:
        """Run one statement and return its rows. Raises Mishap for trouble on the disk, Defect for ours."""
        self._get_going()
        try:
            with self._translated():
                found = self._connection.execute(sql, parameters).fetchall()
            _refuse_zeros(found)
        except Mishap as mishap:
            if mishap.code == "vault_damaged":
                self._is_stuck = True
                self._open_anew()
            raise
        return found

    def row(self, sql: str, parameters: Sequence[SqlValue] = ()) -> Row | None:
        """The first row of a statement, or None."""
        found = self.rows(sql, parameters)
        return found[0] if found else None

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All of the block or none of it; durable on disk when the block has ended without an error.

        Inside another transaction the block is a part of that one: an error must leave the outer block too.
        """
        if self._is_in_transaction:
            yield
            return
        _refuse_gone(self._path)
        self._get_going()
        self._writing = self._is_in_transaction = True
        try:
            self.rows("BEGIN IMMEDIATE")
            try:
                yield
                if self.watch is not None:
                    self.watch.before_commit()
                self.rows("COMMIT")
            except BaseException:
                self._roll_back()
                raise
            if self.watch is not None:
                self.watch.after_commit()
        finally:
            self._writing = self._is_in_transaction = False
            self._open_anew()

    def _open_anew(self) -> None:
        """After one broken page SQLCipher gives out no other page either, until the file is opened again."""
        if not self._is_stuck or self._is_in_transaction or not self._opens_anew:
            return
        self._is_stuck = self._opens_anew = False  # not again while it is being opened
        try:
            self._connection.close()
            self._connection = sqlcipher.connect(self._path)
            self._make_ready(is_new=False)
        except (Mishap, Defect, sqlcipher.Error):
            self._is_stuck = True  # the disk no longer answers; the next use tries once more
        self._opens_anew = True

    def _get_going(self) -> None:
        self._open_anew()
        if self._is_stuck and not self._is_in_transaction:
            raise mishaps.disk_trouble()

    def _roll_back(self) -> None:
        try:
            # SQLite itself has rolled back already after the graver errors
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
        except sqlcipher.Error:
            # the first error is the one to tell; what was not committed is undone at the next opening
            return

    def rewrite(self) -> None:
        """Write every page anew from the rows there are, empty the journal, give back the room.

        secure_delete alone is not enough: where SQLite moves a row to another page it may leave the old bytes in
        the gap of the page it came from (measured: the id or words of one erased case in ten). Needs room on the
        disk for one more copy of the records, and as much memory.
        """
        self._get_going()
        connection, self._writing = self._connection, True
        connection.set_authorizer(_authorize_rewriting)
        try:
            self.rows("PRAGMA wal_checkpoint(TRUNCATE)")
            self.rows("VACUUM")
            self.rows("PRAGMA wal_checkpoint(TRUNCATE)")
        finally:
            with suppress(sqlcipher.Error):  # after damage this one is closed, and another has taken its place
                connection.set_authorizer(_authorize)
            self._writing = False

    def empty_journal(self) -> None:
        """Move everything from the journal into the file."""
        self.rows("PRAGMA wal_checkpoint(TRUNCATE)")

    def check_whole(self) -> None:
        """Read every page and check its seal and structure (about 10 s per GB). Raises Mishap vault_damaged."""
        self.rows("PRAGMA wal_checkpoint(TRUNCATE)")
        if (
            (self._path != _NO_FILE and self.rows("PRAGMA cipher_integrity_check"))
            or self.rows("PRAGMA quick_check") != [("ok",)]
            or self.rows("PRAGMA foreign_key_check")
        ):
            raise mishaps.records_damaged()

    def copy_to(self, target: Path, key: DataKey) -> None:
        """Write an encrypted copy, under the same key, into an existing empty file. Raises Mishap."""
        copy = Database.open(target, key)
        try:
            copy._writing = True  # noqa: SLF001 - another of our own kind
            with copy._translated():  # noqa: SLF001
                self._connection.backup(copy._connection)  # noqa: SLF001
            copy.rows("PRAGMA wal_checkpoint(TRUNCATE)")  # told here; closing would keep trouble to itself
        finally:
            copy.close()

    def close(self) -> None:
        """Empty the journal and let go of the file. A second call does nothing."""
        watch, self.watch = self.watch, None
        if watch is not None:
            watch.closing()
        self.key.wipe()
        wipe(self.log_key)
        wipe(self.chain_key)
        try:
            self._connection.close()
        except sqlcipher.Error as error:
            raise meaning(error, self._path, writing=True) from None

    @contextmanager
    def _translated(self) -> Iterator[None]:
        try:
            yield
        except sqlcipher.Error as error:
            raise meaning(error, self._path, writing=self._writing) from None


def _refuse_gone(path: Path) -> None:
    """A file that was deleted while open takes every change and loses it. Raises Mishap."""
    try:
        if path == _NO_FILE or path.exists():
            return
        raise mishaps.records_damaged() if path.parent.exists() else mishaps.folder_missing()
    except OSError as error:
        raise mishaps.from_os_error(error, writing=True) from None


def _refuse_zeros(found: list[Row]) -> None:
    if any(isinstance(value, str) and "\0" in value for row in found for value in row):
        # SQLCipher hands out zeros for the broken last page of a long text, and says so only at the next reading;
        # no text that we write holds a zero (JSON escapes it, the rest is checked before it is kept)
        raise mishaps.records_damaged()


def _authorize(action: int, first: str | None, second: str | None, _base: str | None, _source: str | None) -> int:
    """Deny what could write outside the encrypted file or change how it is kept."""
    if action in _DENIED_ACTIONS:
        return sqlcipher.DENY
    if action == sqlcipher.FUNCTION and second in _DENIED_FUNCTIONS:
        return sqlcipher.DENY
    if action == sqlcipher.PRAGMA and first not in _PRAGMAS_IN_USE:
        return sqlcipher.DENY
    return sqlcipher.ALLOW


def _authorize_rewriting(
    action: int, first: str | None, second: str | None, base: str | None, source: str | None
) -> int:
    """As above, but for the nameless database in memory through which VACUUM builds the pages."""
    if action == sqlcipher.ATTACH and first == "":
        return sqlcipher.ALLOW
    return _authorize(action, first, second, base, source)
