"""What every released version wrote can be opened and read, and ends up with the tables of a new vault."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from intake.clock import FixedClock
from intake.vault.keys import KdfCost
from intake.vault.migrations import MIGRATIONS
from intake.vault.release_store import ExportLine
from intake.vault.store import VaultStore
from intake.vault.vault_folder import create_vault_folder, open_vault_folder

from .make_frozen_vault import ANSWERS, CASE, MOMENT, OPENING_WORDS, RELEASE, VAULTS

FROZEN = sorted(path.name for path in VAULTS.iterdir() if path.is_dir())


@pytest.fixture(params=FROZEN)
def thawed(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A copy to open; the frozen one is never touched."""
    folder = tmp_path / "vault"
    folder.mkdir(mode=0o700)
    for path in (VAULTS / request.param).iterdir():
        (folder / path.name).write_bytes(path.read_bytes())
    return folder


def tables(store: VaultStore) -> list[tuple[object, ...]]:
    return [
        (kind, name, " ".join(str(sql).split()))
        for kind, name, sql in store._database.rows("SELECT type, name, sql FROM sqlite_master ORDER BY type, name")
    ]


def test_every_step_has_a_frozen_vault() -> None:
    assert [f"schema_{major}_{minor}" for major, minor in (step.VERSION for step in MIGRATIONS)] == FROZEN


def test_a_frozen_vault_opens_and_holds_all_it_held(thawed: Path) -> None:
    with open_vault_folder(thawed, bytearray(OPENING_WORDS)) as store:
        read = store.case(CASE.id)
        assert (read.label, read.opened_on) == (CASE.label, CASE.opened_on)
        assert read.answers == ANSWERS
        assert store.drafts(CASE.id) == {"words.story": "begun and not"}
        assert store.place(CASE.id) == "words.story"
        assert store.last_case() == CASE.id
        assert store.releases(CASE.id) == (RELEASE,)
        assert store.exports(CASE.id) == (ExportLine(RELEASE.release_id, "ab" * 32, date(2026, 5, 5)),)
        assert store.setting("language") == "es"
        assert store.verify_log().is_whole
        store.check_whole()


def test_a_frozen_vault_ends_up_with_the_tables_of_a_new_one(thawed: Path, tmp_path: Path) -> None:
    with (
        open_vault_folder(thawed, bytearray(OPENING_WORDS)) as old,
        create_vault_folder(tmp_path / "new", bytearray(OPENING_WORDS), FixedClock(MOMENT), KdfCost(8, 1, 1)) as new,
    ):
        assert tables(old) == tables(new)
        assert old._database.rows("PRAGMA user_version") == new._database.rows("PRAGMA user_version")
