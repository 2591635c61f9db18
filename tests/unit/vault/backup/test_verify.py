"""A copy that is not whole is never called good, whatever was done to it."""

from __future__ import annotations

import os
import random
from pathlib import Path

import pytest

from intake.errors import Mishap
from intake.vault.backup.compare import compare_before_restore
from intake.vault.backup.restore import restore
from intake.vault.backup.verify import prove, verify_backup
from intake.vault.database import Database
from intake.vault.keys import KEY_BYTES, DataKey, SlotOwner, StaffRole
from intake.vault.slots.staff_keys import add_staff
from intake.vault.store import VaultStore
from intake.vault.vault_folder import open_vault_folder
from tests.unit.vault.conftest import TINY

from .conftest import CASES, FORGED, TODAY, forge

FLIPS = 300
PAGE = 4096


def told(copy: Path, words: bytearray) -> str:
    with pytest.raises(Mishap) as caught:
        verify_backup(copy, words)
    mishap = caught.value
    assert mishap.__cause__ is None
    assert all(one.endswith(".") for one in (mishap.what_happened, mishap.what_is_safe, mishap.what_to_do))
    return mishap.code


def test_checking_changes_nothing_and_leaves_nothing(copy: Path, words: bytearray) -> None:
    before = {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in copy.iterdir()}
    assert len(verify_backup(copy, words).contents.case_ids) == CASES
    assert {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in copy.iterdir()} == before


def test_three_hundred_flipped_bits_and_never_a_good_word(copy: Path, words: bytearray) -> None:
    chance = random.Random(20261121)  # noqa: S311 - a seed makes the flips repeatable
    for turn in range(FLIPS):
        path = copy / ("key_slots.json" if turn % 5 == 0 else "records.db")
        whole = path.read_bytes()
        at = chance.randrange(len(whole))
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 1 << chance.randrange(8)]) + whole[at + 1 :])
        assert told(copy, words) in {"copy_damaged", "not_a_vault"}, (path.name, at)
        path.write_bytes(whole)
    verify_backup(copy, words)


@pytest.mark.parametrize("change", [-PAGE, -1, -5 * PAGE, 1, PAGE])
def test_a_cut_or_lengthened_copy_is_broken(copy: Path, words: bytearray, change: int) -> None:
    records = copy / "records.db"
    whole = records.read_bytes()
    records.write_bytes(whole[:change] if change < 0 else whole + os.urandom(change))
    assert told(copy, words) == "copy_damaged"


@pytest.mark.parametrize("name", ["key_slots.json", "records.db"])
def test_half_a_copy_is_broken(copy: Path, words: bytearray, name: str) -> None:
    (copy / name).unlink()
    assert told(copy, words) == "copy_damaged"


def test_what_is_no_copy_is_said_to_be_none(tmp_path: Path, words: bytearray) -> None:
    assert told(tmp_path, words) == "no_vault"
    assert told(tmp_path / "gone", words) == "folder_missing"
    (tmp_path / "file").write_bytes(b"x")
    assert told(tmp_path / "file", words) == "not_a_vault"


def test_another_passphrase_is_told_apart_from_damage(copy: Path) -> None:
    assert told(copy, bytearray(b"another")) == "wrong_passphrase"


def test_an_open_vault_is_not_checked_from_outside(vault: VaultStore, folder: Path, words: bytearray) -> None:
    vault.put_setting("a", "b")
    command_sees = told  # another process would see the same lock; here it is the same one
    assert (folder / "records.db-wal").exists()
    assert command_sees(folder, words) == "vault_in_use"
    vault.close()
    assert len(prove(folder, words).contents.case_ids) == CASES


def test_a_page_of_an_older_copy_put_into_a_newer_one_is_seen_by_the_list(
    vault: VaultStore, place: Path, words: bytearray
) -> None:
    with vault:
        line = vault.cases()[0]
        vault.put_draft(line.id, "words.short", "the old words are here")
        old = place / vault.make_copy(place, TODAY).id
        vault.put_draft(line.id, "words.short", "the new words are here")
        new = place / vault.make_copy(place, TODAY).id
        older, newer = (one / "records.db" for one in (old, new))
        pages = [
            at
            for at in range(0, len(older.read_bytes()), PAGE)
            if older.read_bytes()[at : at + PAGE] != newer.read_bytes()[at : at + PAGE]
        ]
        assert pages
        vault.check_copy(new, TODAY)
        for at in pages:
            whole = newer.read_bytes()
            newer.write_bytes(whole[:at] + older.read_bytes()[at : at + PAGE] + whole[at + PAGE :])
            with pytest.raises(Mishap, match="copy_"):
                vault.check_copy(new, TODAY)
            newer.write_bytes(whole)
        vault.check_copy(new, TODAY)


def test_a_copy_made_by_hand_is_checked_without_a_day(
    vault: VaultStore, folder: Path, place: Path, words: bytearray
) -> None:
    vault.close()
    by_hand = place / "my copy"
    by_hand.mkdir()
    for path in folder.iterdir():
        (by_hand / path.name).write_bytes(path.read_bytes())
    with open_vault_folder(folder, words) as store:
        assert store.check_copy(by_hand, TODAY)[:2] == (None, CASES)


def test_a_read_only_place_can_be_checked(copy: Path, words: bytearray) -> None:
    for path in copy.iterdir():
        path.chmod(0o400)
    copy.chmod(0o500)
    try:
        assert len(verify_backup(copy, words).contents.case_ids) == CASES
    finally:
        copy.chmod(0o700)


def test_the_broken_last_page_of_a_long_text_is_never_read_as_zeros(
    vault: VaultStore, folder: Path, words: bytearray
) -> None:
    vault.close()
    records = folder / "records.db"
    whole = records.read_bytes()
    refused = 0
    for page in range(3, len(whole) // PAGE):
        at = page * PAGE + 100
        records.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        try:
            with open_vault_folder(folder, words) as store:
                for line in store.cases():
                    assert store.draft(line.id, "words.story") in {None, "quicksilver-lantern " * 300}
        except Mishap as mishap:
            assert mishap.code == "vault_damaged"  # noqa: PT017 - some pages are not touched by this reading
            refused += 1
    assert refused >= CASES


def test_a_wrong_key_reads_nothing(copy: Path) -> None:
    with pytest.raises(Mishap, match="vault_damaged"):
        Database.open_to_read(copy / "records.db", DataKey(bytearray(KEY_BYTES)))


@pytest.mark.parametrize("forged", FORGED)
def test_a_copy_whose_key_file_somebody_changed_is_not_called_whole(
    vault: VaultStore, folder: Path, place: Path, tmp_path: Path, words: bytearray, forged: str
) -> None:
    add_staff(vault, words, SlotOwner(StaffRole.ADVOCATE, "B7"), bytearray(b"nine copper kettles"), TINY)
    copy = place / vault.make_copy(place, TODAY).id
    forge(copy, FORGED[forged])
    assert told(copy, words) == "copy_differs"
    with pytest.raises(Mishap, match="copy_differs"):
        vault.check_copy(copy, TODAY, words)
    with pytest.raises(Mishap, match="copy_differs"):
        compare_before_restore(copy, tmp_path / "new", words)
    with pytest.raises(Mishap, match="copy_differs"):
        restore(copy, tmp_path / "new", words, TODAY)
    assert not (tmp_path / "new").exists()
    vault.close()
    forge(folder, FORGED[forged])
    with pytest.raises(Mishap, match="header_changed"):
        prove(folder, words)


def test_a_copy_that_a_newer_version_wrote_is_told_as_such(copy: Path, words: bytearray) -> None:
    with open_vault_folder(copy, words) as store:
        store._database.rows("PRAGMA user_version = 99000")
    assert told(copy, words) == "vault_newer"
