"""Steps: all or none, a copy first, newer records refused, and the copy does not outlive its use."""

from __future__ import annotations

import types
from collections.abc import Callable
from pathlib import Path

import pytest

from intake.cases.model import Case
from intake.errors import Defect, Mishap
from intake.vault import migrate as migrating
from intake.vault.database import RECORDS_FILE, Database
from intake.vault.key_file import read_key_file
from intake.vault.keys import DataKey, unwrap_key
from intake.vault.migrate import migrate
from intake.vault.migrations import MIGRATIONS, Migration
from intake.vault.private_folder import make_private_file
from intake.vault.store import VaultStore
from intake.vault.vault_folder import open_vault_folder

from .conftest import OPENING_WORDS

COPY = f"{RECORDS_FILE}.before-2001"
TODAY = MIGRATIONS[-1].VERSION[0] * 1000 + MIGRATIONS[-1].VERSION[1]


def step(version: tuple[int, int], *statements: str) -> Migration:
    return types.SimpleNamespace(VERSION=version, STATEMENTS=statements)


ADDED = step((1, 900), "CREATE TABLE notes (body TEXT NOT NULL) STRICT")
GREATER = step((2, 1), "INSERT INTO notes VALUES ('moved')")


@pytest.fixture
def closed(folder: Path, vault: VaultStore, case: Case) -> Path:
    vault.put_draft(case.id, "q", "kept")
    vault.close()
    return folder


@pytest.fixture
def key(folder: Path, vault: VaultStore) -> DataKey:
    keys = read_key_file(folder)
    opened = unwrap_key(keys.slots[0], bytearray(OPENING_WORDS), keys.vault_id)
    assert opened is not None
    return opened


def open_with(folder: Path, key: DataKey, steps: tuple[Migration, ...]) -> Database:
    database = Database.open(folder / RECORDS_FILE, key)
    try:
        migrate(database, folder, key, steps)
    except BaseException:
        database.close()
        raise
    return database


def test_missing_steps_are_applied_in_order_after_a_copy_was_made(closed: Path, key: DataKey) -> None:
    database = open_with(closed, key, (*MIGRATIONS, ADDED, GREATER))
    assert database.rows("SELECT body FROM notes") == [("moved",)]
    assert database.rows("PRAGMA user_version") == [(2001,)]
    database.close()
    assert (closed / COPY).stat().st_mode & 0o777 == 0o600
    copy = Database.open(closed / COPY, key)
    assert copy.rows("SELECT body FROM drafts") == [('"kept"',)]
    assert copy.rows("PRAGMA user_version") == [(TODAY,)]
    copy.check_whole()
    copy.close()


def test_nothing_is_copied_when_nothing_is_missing(closed: Path, key: DataKey) -> None:
    open_with(closed, key, MIGRATIONS).close()
    assert not list(closed.glob("*before*"))


def test_the_copy_is_gone_after_the_next_opening(closed: Path, key: DataKey) -> None:
    steps = (*MIGRATIONS, ADDED, GREATER)
    open_with(closed, key, steps).close()
    open_with(closed, key, steps).close()
    assert not (closed / COPY).exists()


def test_a_step_that_fails_leaves_the_records_as_they_were(closed: Path, key: DataKey) -> None:
    broken = step((2, 1), "INSERT INTO notes VALUES ('moved')", "INSERT INTO nowhere VALUES (1)")
    with pytest.raises(Defect):
        open_with(closed, key, (*MIGRATIONS, ADDED, broken))
    with open_vault_folder(closed, bytearray(OPENING_WORDS)) as store:
        assert store._database.rows("PRAGMA user_version") == [(TODAY,)]
        assert store._database.rows("SELECT name FROM sqlite_master WHERE name = 'notes'") == []
        assert store.drafts(store.cases()[0].id) == {"q": "kept"}


def test_no_room_for_the_copy_leaves_the_records_as_they_were(
    closed: Path, key: DataKey, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OSError(28, "no room")

    monkeypatch.setattr(migrating, "sync_folder", fail)
    with pytest.raises(Mishap, match="disk_full"):
        open_with(closed, key, (*MIGRATIONS, ADDED))
    open_with(closed, key, MIGRATIONS).close()


def test_a_newer_major_is_refused_in_clear_words_and_left_alone(
    closed: Path, key: DataKey, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_with(closed, key, (*MIGRATIONS, step((2, 0)))).close()
    with pytest.raises(Mishap) as caught:
        open_vault_folder(closed, bytearray(OPENING_WORDS))
    assert caught.value.code == "vault_newer"
    assert caught.value.what_to_do == "Open it with the newer version, or bring this computer up to date."
    open_with(closed, key, (*MIGRATIONS, step((2, 0)))).close()


def test_a_newer_minor_is_opened_and_keeps_its_number(closed: Path, key: DataKey) -> None:
    open_with(closed, key, (*MIGRATIONS, ADDED)).close()
    with open_vault_folder(closed, bytearray(OPENING_WORDS)) as store:
        assert store._database.rows("PRAGMA user_version") == [(1900,)]
        assert len(store.cases()) == 1


def test_records_without_tables_are_damage(closed: Path, key: DataKey) -> None:
    (closed / RECORDS_FILE).unlink()
    make_private_file(closed / RECORDS_FILE)
    Database.open(closed / RECORDS_FILE, key).close()
    with pytest.raises(Mishap, match="vault_damaged"):
        open_vault_folder(closed, bytearray(OPENING_WORDS))


def test_the_steps_ascend_and_say_what_they_need(put_text: Callable[..., None]) -> None:
    versions = [each.VERSION for each in MIGRATIONS]
    assert versions == sorted(set(versions))
    for each in MIGRATIONS:
        source = Path(str(getattr(each, "__file__", ""))).read_text(encoding="utf-8")
        assert "import" not in source
