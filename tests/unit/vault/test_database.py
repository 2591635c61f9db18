"""The file under the stores when the library itself fails: the first trouble is told, once, in our words."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from threading import Thread

import pytest

from intake.errors import Defect, Mishap
from intake.vault import database_errors, sqlcipher, vault_folder
from intake.vault.database import Database
from intake.vault.keys import DataKey
from intake.vault.migrate import remove_copies
from intake.vault.private_folder import keep_private, make_private_file, sync_folder
from intake.vault.vault_folder import remove_vault_folder


def failure(code: int) -> Exception:
    error = sqlcipher.Error("SECRET-MARKER")
    error.sqlite_errorcode = code  # type: ignore[attr-defined]  # as the library sets it
    return error


class FailingConnection:
    """A connection on which one statement fails in a chosen way, and undoing fails as well."""

    in_transaction = True

    def __init__(self, failing: str, code: int) -> None:
        self.failing = failing
        self.code = code
        self.said: list[str] = []

    def execute(self, sql: str, _parameters: object = ()) -> FailingConnection:
        self.said.append(sql)
        if sql in {self.failing, "ROLLBACK"}:
            raise failure(self.code)
        return self

    def fetchall(self) -> list[sqlcipher.Row]:
        return []

    def set_key(self, _key: bytearray) -> None:
        self.said.append("key")

    def set_authorizer(self, _authorizer: object) -> None:
        self.said.append("authorizer")

    def backup(self, _target: object) -> None:
        raise failure(self.code)

    def close(self) -> None:
        raise failure(self.code)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "records.db"
    path.write_bytes(b"x")
    return path


def test_when_undoing_fails_too_the_first_trouble_is_told(file: Path) -> None:
    connection = FailingConnection("COMMIT", sqlcipher.FULL)
    opened = Database(connection, file, DataKey.fresh())

    def write() -> None:
        with opened.transaction():
            opened.rows("DELETE FROM cases")

    with pytest.raises(Mishap, match="disk_full") as caught:
        write()
    assert connection.said == ["BEGIN IMMEDIATE", "DELETE FROM cases", "COMMIT", "ROLLBACK"]
    assert caught.value.__suppress_context__


def test_a_close_that_fails_is_told(file: Path) -> None:
    with pytest.raises(Mishap, match="disk_full"):
        Database(FailingConnection("", sqlcipher.IOERR), file, DataKey.fresh()).close()


def test_the_log_is_silenced_before_the_key_and_the_key_comes_before_the_settings(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    connection = FailingConnection("", sqlcipher.FULL)
    monkeypatch.setattr(sqlcipher, "connect", lambda _: connection)
    Database.open(file, DataKey.fresh())
    assert connection.said[:3] == ["PRAGMA cipher_log_level = NONE", "key", "PRAGMA cipher_page_size = 4096"]
    assert connection.said.index("PRAGMA locking_mode = EXCLUSIVE") < connection.said.index("PRAGMA journal_mode = WAL")
    assert connection.said.index("PRAGMA temp_store = MEMORY") < connection.said.index("PRAGMA journal_mode = WAL")
    assert "PRAGMA auto_vacuum = INCREMENTAL" not in connection.said


def test_records_that_go_missing_under_the_hand_are_told(tmp_path: Path) -> None:
    with pytest.raises(Mishap, match="vault_damaged"):
        Database.open(tmp_path / "records.db", DataKey.fresh())
    with pytest.raises(Mishap, match="folder_missing"):
        Database.open(tmp_path / "gone" / "records.db", DataKey.fresh())


def test_a_place_that_cannot_be_looked_at_is_told(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "x")

    monkeypatch.setattr(sqlcipher, "connect", lambda _: FailingConnection("", 0))
    monkeypatch.setattr(Path, "stat", refuse)
    with pytest.raises(Mishap, match="no_access"):
        Database.open(file, DataKey.fresh())
    meaning = database_errors.meaning(failure(sqlcipher.IOERR), file, writing=True)
    assert isinstance(meaning, Mishap)
    assert meaning.code == "vault_read_only"
    assert not vault_folder._has_content(file)
    with pytest.raises(Mishap, match="not_private"):
        keep_private(file)


def test_a_store_is_for_the_thread_that_opened_it(tmp_path: Path) -> None:
    make_private_file(tmp_path / "records.db")
    opened = Database.open(tmp_path / "records.db", DataKey.fresh())
    caught: list[Exception] = []

    def use() -> None:
        try:
            opened.rows("SELECT 1")
        except Defect as defect:
            caught.append(defect)

    thread = Thread(target=use)
    thread.start()
    thread.join()
    opened.close()
    assert len(caught) == 1


@pytest.mark.parametrize(("number", "code"), [(errno.EIO, "disk_trouble"), (errno.EROFS, "vault_read_only")])
def test_trouble_with_the_files_beside_the_records_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, code: str
) -> None:
    tmp_path.chmod(0o755)
    copy = tmp_path / "records.db.before-2000"
    copy.write_bytes(b"x")

    def refuse(*_: object, **__: object) -> None:
        raise OSError(number, "x")

    monkeypatch.setattr(Path, "unlink", refuse)
    monkeypatch.setattr(Path, "chmod", refuse)
    monkeypatch.setattr(os, "open", refuse)
    for verb in (remove_copies, remove_vault_folder, keep_private, lambda place: make_private_file(place / "new")):
        with pytest.raises(Mishap, match=code):
            verb(tmp_path)


def test_nothing_is_removed_from_what_is_no_folder(file: Path) -> None:
    with pytest.raises(Mishap, match="not_a_vault"):
        remove_vault_folder(file)
    assert file.exists()


@pytest.mark.parametrize(("number", "code"), [(errno.ENOTEMPTY, "folder_not_empty"), (errno.EBUSY, "disk_trouble")])
def test_a_place_that_is_taken_while_the_vault_is_built_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, code: str
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(number, "x")

    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(Mishap, match=code):
        vault_folder.move_into_place(tmp_path, tmp_path.parent / "elsewhere")


def test_where_modes_mean_nothing_none_is_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tmp_path.chmod(0o755)
    with monkeypatch.context() as patch:
        patch.setattr(os, "name", "nt")
        keep_private(tmp_path)
        sync_folder(tmp_path)
    assert tmp_path.stat().st_mode & 0o777 == 0o755


def test_the_key_of_an_open_file_is_its_own_and_is_wiped_when_it_closes(file: Path) -> None:
    with DataKey(bytearray(range(32))) as given:
        opened = Database.open(file, given)
    held = opened.key.material()
    assert held == bytearray(range(32))
    opened.close()
    assert held == bytearray(32)


def test_after_a_broken_page_the_other_pages_are_still_given_out(file: Path) -> None:
    with DataKey(bytearray(range(32))) as key:
        opened = Database.open(file, key)
        opened.rows("CREATE TABLE one (said TEXT)")
        opened.rows("CREATE TABLE two (said TEXT)")
        opened.rows("INSERT INTO one VALUES ('first')")
        opened.rows("INSERT INTO two VALUES ('second')")
        opened.close()
        pages = len(file.read_bytes()) // 4096
        whole = file.read_bytes()
        given, told = set(), 0
        for page in range(1, pages):
            at = page * 4096 + 100
            file.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
            opened = Database.open(file, key)
            for sql in ("SELECT said FROM one", "SELECT said FROM two"):
                try:
                    given.add((page, str(opened.rows(sql)[0][0])))
                except Mishap as mishap:
                    assert mishap.code == "vault_damaged"  # noqa: PT017 - one table of two
                    told += 1
            opened.close()
    assert told == 2
    assert {said for _, said in given} == {"first", "second"}
    assert len({page for page, _ in given}) == pages - 1
