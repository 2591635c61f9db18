"""A vault on disk with two cases in it, and the ways to put older things back."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from intake.clock import FixedClock
from intake.vault.freshness.standing import DoubtKind
from intake.vault.store import VaultStore
from intake.vault.vault_folder import create_vault_folder, open_vault_folder
from tests.unit.vault.conftest import MOMENT, OPENING_WORDS, TINY

PAGE = 4096


@pytest.fixture
def witnesses(tmp_path: Path) -> Path:
    return tmp_path / "state" / "forthright"


@pytest.fixture
def made(folder: Path, witnesses: Path, put_text: Callable[..., None]) -> Path:
    """A closed vault: two cases, three answers each."""
    with create_vault_folder(folder, bytearray(OPENING_WORDS), FixedClock(MOMENT), TINY, witnesses) as store:
        for _ in range(2):
            case = store.new_case(MOMENT.date())
            for question in ("a.one", "a.two", "a.three"):
                put_text(store, case.id, question, f"first words {question}")
    return folder


@pytest.fixture
def opened(made: Path, witnesses: Path) -> Callable[[], VaultStore]:
    """Open the vault on the computer that remembers it."""
    return lambda: open_vault_folder(made, bytearray(OPENING_WORDS), witnesses=witnesses)


def kinds(store: VaultStore) -> set[DoubtKind]:
    return {one.kind for one in store.doubts()}


def changed(store: VaultStore, put_text: Callable[..., None], count: int = 3) -> None:
    """Some changes to the first case."""
    case_id = store.cases()[0].id
    for number in range(count):
        put_text(store, case_id, "a.one", f"newer words {number}")


def kept(folder: Path) -> Path:
    """A copy of the whole folder by hand."""
    aside = folder.with_name("aside")
    shutil.copytree(folder, aside)
    return aside


def put_back(aside: Path, folder: Path, *names: str) -> None:
    """Put files of the copy back, or the whole folder."""
    for name in names or [path.name for path in aside.iterdir()]:
        shutil.copyfile(aside / name, folder / name)
