"""What is put back is proven first; what was there before stays, whole, until and after the change."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import Any

import pytest

from intake.clock import FixedClock
from intake.errors import Mishap
from intake.vault.backup import restore as restoring
from intake.vault.backup import swap
from intake.vault.backup.restore import Restored, restore
from intake.vault.freshness.head_file import HeadFile
from intake.vault.store import VaultStore
from intake.vault.vault_folder import create_vault_folder, open_vault_folder
from tests.unit.vault.conftest import MOMENT, TINY

from .conftest import CASES, TODAY
from .test_make import fail_nth


def bytes_of(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def case_count(folder: Path, words: bytearray) -> int:
    with open_vault_folder(folder, words) as store:
        store.check_whole()
        return len(store.cases())


def refused(copy: Path, place: Path, words: bytearray) -> str:
    with pytest.raises(Mishap) as caught:
        restore(copy, place, words, TODAY)
    return caught.value.code


@pytest.fixture
def grown(copy: Path, folder: Path, words: bytearray) -> Path:
    """The vault after the copy was made: one more case."""
    with open_vault_folder(folder, words) as store:
        store.new_case(MOMENT.date())
    return folder


@pytest.mark.parametrize("is_there", [False, True])
def test_a_copy_comes_back_in_a_new_or_empty_folder(
    copy: Path, tmp_path: Path, words: bytearray, is_there: bool
) -> None:
    place = tmp_path / "new\nplace"
    if is_there:
        place.mkdir()
    before = bytes_of(copy)
    assert restore(copy, place, words, TODAY) == Restored(CASES)
    assert case_count(place, words) == CASES
    assert bytes_of(copy) == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["new\nplace", "stick", "vault"]


def test_the_vault_that_was_there_is_kept_beside_it_under_its_day(copy: Path, grown: Path, words: bytearray) -> None:
    done = restore(copy, grown, words, TODAY)
    assert (done.case_count, done.cases_only_there) == (CASES, 1)
    assert done.kept_aside is not None
    assert done.kept_aside.startswith("vault-before-2026-11-21-")
    assert case_count(grown, words) == CASES
    assert case_count(grown.with_name(done.kept_aside), words) == CASES + 1


def test_a_broken_vault_can_be_replaced_by_its_copy(copy: Path, grown: Path, words: bytearray) -> None:
    (grown / "records.db").write_bytes(os.urandom(20_000))
    done = restore(copy, grown, words, TODAY)
    assert (done.case_count, done.cases_only_there) == (CASES, None)
    assert case_count(grown, words) == CASES


def test_a_copy_of_another_vault_replaces_nothing(copy: Path, tmp_path: Path, words: bytearray) -> None:
    other = tmp_path / "other"
    create_vault_folder(other, words, FixedClock(MOMENT), TINY).close()
    before = bytes_of(other)
    assert refused(copy, other, words) == "copy_of_other_vault"
    assert bytes_of(other) == before


def test_a_vault_that_is_open_is_not_replaced(copy: Path, folder: Path, words: bytearray) -> None:
    with open_vault_folder(folder, words):
        assert refused(copy, folder, words) == "vault_in_use"


def test_a_folder_with_something_else_is_not_touched(copy: Path, tmp_path: Path, words: bytearray) -> None:
    place = tmp_path / "letters"
    place.mkdir()
    (place / "letter.txt").write_text("mine")
    assert refused(copy, place, words) == "folder_not_empty"
    assert refused(copy, place / "letter.txt", words) == "folder_not_empty"
    assert bytes_of(place) == {"letter.txt": b"mine"}


def test_a_copy_is_not_put_into_itself(copy: Path, words: bytearray) -> None:
    for place in (copy, copy / "in", copy.parent):
        assert refused(copy, place, words) == "copy_same_place"


def test_a_broken_copy_moves_nothing(copy: Path, grown: Path, tmp_path: Path, words: bytearray) -> None:
    raw = bytearray((copy / "records.db").read_bytes())
    raw[-700] ^= 4
    (copy / "records.db").write_bytes(raw)
    before = bytes_of(grown)
    assert refused(copy, grown, words) == "copy_damaged"
    assert refused(copy, tmp_path / "new", words) == "copy_damaged"
    assert bytes_of(grown) == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["stick", "vault"]


def test_a_vault_that_does_not_open_after_the_change_is_changed_back(
    copy: Path, grown: Path, tmp_path: Path, words: bytearray, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: Any) -> None:
        raise Mishap("vault_damaged", "A.", "B.", "C.")

    monkeypatch.setattr(restoring, "_open_once", broken)
    assert refused(copy, grown, words) == "vault_damaged"
    assert case_count(grown, words) == CASES + 1
    assert sorted(path.name for path in tmp_path.iterdir()) == ["stick", "vault"]


@pytest.mark.parametrize("at_once", [True, False], ids=["one step", "three steps"])
@pytest.mark.parametrize("name", ["open", "fsync", "rename", "mkdir", "close"])
def test_every_call_that_fails_leaves_the_old_vault(
    copy: Path, grown: Path, tmp_path: Path, words: bytearray, monkeypatch: pytest.MonkeyPatch, name: str, at_once: bool
) -> None:
    for nth in range(1, 100):
        if not at_once:
            monkeypatch.setattr(swap, "_exchanged", lambda *_: False)
        for note in ("put", "make", "settle"):  # what is noted beside the records holds nothing up, by design
            monkeypatch.setattr(HeadFile, note, lambda *_: None)
        calls = fail_nth(monkeypatch, name, nth, errno.EIO)
        try:
            restore(copy, grown, words, TODAY)
        except Mishap:
            monkeypatch.undo()
            assert sorted(path.name for path in tmp_path.iterdir()) == ["stick", "vault"], (name, nth)
            assert case_count(grown, words) == CASES + 1
            continue
        finally:
            monkeypatch.undo()
        assert calls() < nth
        break
    assert case_count(grown, words) == CASES


def test_folders_change_places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    for path in (first, second):
        path.mkdir()
        (path / path.name).write_text(path.name)
    swap.swap_folders(first, second)
    assert [path.name for path in first.iterdir()] == ["second"]
    monkeypatch.setattr(swap, "_exchanged", lambda *_: False)
    swap.swap_folders(first, second)
    assert [path.name for path in first.iterdir()] == ["first"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["first", "second"]


def test_a_copy_of_an_open_vault_is_whole(vault: VaultStore, place: Path, tmp_path: Path, words: bytearray) -> None:
    with vault:
        made = vault.make_copy(place, TODAY)
        restore(place / made.id, tmp_path / "new", words, TODAY)
        assert case_count(tmp_path / "new", words) == CASES
