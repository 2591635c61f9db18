"""A vault with something in every kind of page, and a place for copies."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from intake.clock import FixedClock
from intake.vault import key_file
from intake.vault.key_file import KEY_FILE
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


def forge(folder: Path, change: Callable[[dict[str, Any]], None]) -> None:
    """Change the key file as somebody would who knows its checksum and has no key."""
    content = json.loads((folder / KEY_FILE).read_bytes())
    del content["sha256"]
    change(content)
    (folder / KEY_FILE).write_bytes(key_file._rendered({**content, "sha256": key_file._checksum(content)}))


def take_a_colleague(content: dict[str, Any]) -> None:
    content["slots"] = [slot for slot in content["slots"] if slot["staff"] != "B7"]


def take_the_seal(content: dict[str, Any]) -> None:
    del content["seal"]
    content["format"]["minor"] = 0


FORGED: Mapping[str, Callable[[dict[str, Any]], None]] = {"slot": take_a_colleague, "seal": take_the_seal}
