"""A vault with something in every kind of page, and a place for copies."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from intake.clock import FixedClock
from intake.vault.store import VaultStore
from intake.vault.vault_folder import create_vault_folder
from tests.unit.vault.conftest import MOMENT, OPENING_WORDS, TINY

TODAY = date(2026, 11, 21)
MARKER = "quicksilver-lantern"
CASES = 12


@pytest.fixture
def words() -> bytearray:
    return bytearray(OPENING_WORDS)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "vault"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    made = tmp_path / "stick"
    made.mkdir()
    return made


@pytest.fixture
def vault(folder: Path, words: bytearray) -> VaultStore:
    store = create_vault_folder(folder, words, FixedClock(MOMENT), TINY)
    fill(store)
    return store


@pytest.fixture
def copy(vault: VaultStore, place: Path, words: bytearray) -> Path:
    """A proven copy of a vault that is closed now."""
    with vault:
        return place / vault.make_copy(place, TODAY).id


def fill(store: VaultStore) -> None:
    for _ in range(CASES):
        case = store.new_case(MOMENT.date())
        store.put_draft(case.id, "words.story", f"{MARKER} " * 300)
        store.put_draft(case.id, "words.short", MARKER)
        store.put_place(case.id, "words.story")
