"""What is put back is proven first; what was there before stays, whole, until and after the change."""

from __future__ import annotations

import errno
import os
import shutil
from contextlib import nullcontext
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from intake.clock import FixedClock
from intake.errors import Mishap
from intake.vault.backup import restore as restoring
from intake.vault.backup import swap
from intake.vault.backup.restore import Restored, restore
from intake.vault.freshness.head_file import Head, HeadFile
from intake.vault.places.left_behind import being_built, site_for
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
        monkeypatch.setattr(HeadFile, "read", lambda *_: Head(is_there=True))
        monkeypatch.setattr(restoring, "being_built", nullcontext)  # a place without such locks holds nothing up either
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


def copies_out_of_reach(folder: Path, words: bytearray, case_id: str) -> dict[str, date]:
    with open_vault_folder(folder, words) as store:
        store.erase_case(case_id, TODAY)
        return {one.place: one.on for one in store.out_of_reach(case_id).copies}


def test_a_vault_that_was_put_back_knows_its_own_copy_and_the_vault_kept_aside(
    copy: Path, grown: Path, place: Path, words: bytearray
) -> None:
    with open_vault_folder(grown, words) as store:
        later = store.make_copy(place, TODAY + timedelta(days=1))
        old, new = store.cases()[-1].id, store.cases()[0].id
    done = restore(copy, grown, words, TODAY + timedelta(days=2))
    assert done.kept_aside is not None
    aside = grown.with_name(done.kept_aside)
    with open_vault_folder(grown, words) as store:
        assert {line.id for line in store.copies() if line.sha256} == {copy.name, later.id}
        assert store.check_copy(copy, TODAY)[0] == TODAY
    with open_vault_folder(aside, words) as store:
        assert {line.id for line in store.cases()} >= {old, new}
    assert copies_out_of_reach(grown, words, old) == {
        str(place): later.made_on,
        str(aside): TODAY + timedelta(days=2),
    }
    with open_vault_folder(grown, words) as store:
        assert len(store.out_of_reach(old).copies) == 3
        assert {one.place for one in store.out_of_reach(new).copies} == {str(place), str(aside)}


def test_a_vault_in_a_new_place_knows_the_copy_it_came_from(copy: Path, tmp_path: Path, words: bytearray) -> None:
    restore(copy, tmp_path / "new", words, TODAY)
    with open_vault_folder(tmp_path / "new", words) as store:
        case_id = store.cases()[0].id
    assert copies_out_of_reach(tmp_path / "new", words, case_id) == {str(copy.parent): TODAY}


def test_a_broken_vault_kept_aside_may_hold_whatever_the_copy_does(copy: Path, grown: Path, words: bytearray) -> None:
    (grown / "records.db").write_bytes(os.urandom(20_000))
    done = restore(copy, grown, words, TODAY)
    with open_vault_folder(grown, words) as store:
        case_id = store.cases()[0].id
    assert str(grown.with_name(done.kept_aside or "")) in copies_out_of_reach(grown, words, case_id)


def test_a_copy_made_by_hand_is_named_by_its_folder_and_its_name_may_come_again(
    vault: VaultStore, folder: Path, place: Path, tmp_path: Path, words: bytearray
) -> None:
    vault.close()
    by_hand = place / "vault"
    shutil.copytree(folder, by_hand)
    restore(by_hand, folder, words, TODAY)
    with open_vault_folder(folder, words) as store:
        case_id = store.cases()[0].id
        assert {one.place for one in store.out_of_reach(case_id).copies} >= {str(by_hand)}
    shutil.rmtree(by_hand)
    shutil.copytree(folder, by_hand)
    with open_vault_folder(folder, words) as store:
        store.check_copy(by_hand, TODAY)


def left_behind(copy: Path, beside: Path) -> Path:
    """As after a kill: everything is there under the name that it was built under."""
    site = site_for(beside)
    shutil.copytree(copy, site)
    return site


@pytest.mark.parametrize("comes_by", ["opening", "putting back"])
def test_what_a_killed_putting_back_left_is_taken_away_by_whoever_comes_by(
    copy: Path, folder: Path, words: bytearray, comes_by: str
) -> None:
    site = left_behind(copy, folder)
    if comes_by == "opening":
        open_vault_folder(folder, words).close()
    else:
        restore(copy, folder, words, TODAY)
    assert not site.exists()
    assert case_count(folder, words) == CASES


def test_what_somebody_is_building_and_what_is_not_ours_is_not_taken_away(
    copy: Path, folder: Path, tmp_path: Path, words: bytearray
) -> None:
    live, named, linked = left_behind(copy, folder), folder.with_name(".vault.mine"), site_for(folder)
    shutil.copytree(copy, named)
    linked.symlink_to(named)
    other = site_for(folder)
    create_vault_folder(other, words, FixedClock(MOMENT), TINY).close()
    theirs = left_behind(copy, folder)
    (theirs / "letter.txt").write_text("mine")
    between = folder.with_name(f".vault.between-{'0' * 8}")
    shutil.copytree(copy, between)
    with being_built(live):
        open_vault_folder(folder, words).close()
        restore(copy, folder, words, TODAY)
        assert all((path / "records.db").exists() for path in (live, named, linked, other, between))
    assert bytes_of(theirs) == {"letter.txt": b"mine"}
    open_vault_folder(folder, words).close()
    assert not live.exists()
