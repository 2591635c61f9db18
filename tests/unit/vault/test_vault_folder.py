"""Making, opening and removing: a whole vault or nothing, and every wrong place has its own words."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from intake.clock import FixedClock
from intake.errors import Defect, Mishap
from intake.vault import vault_folder
from intake.vault.database import RECORDS_FILE
from intake.vault.freshness.head_file import HEAD_FILE
from intake.vault.key_file import KEY_FILE, read_key_file
from intake.vault.keys import DEFAULT_COST, PRACTICE_COST, KdfCost
from intake.vault.store import VaultStore
from intake.vault.vault_folder import create_vault_folder, holds_vault, open_vault_folder, remove_vault_folder

from .conftest import MOMENT, OPENING_WORDS, TINY

CLOCK = FixedClock(MOMENT)


def mishap_of_opening(folder: Path, words: bytes = OPENING_WORDS) -> Mishap:
    with pytest.raises(Mishap) as caught:
        open_vault_folder(folder, bytearray(words)).close()
    return caught.value


def make(folder: Path) -> None:
    create_vault_folder(folder, bytearray(OPENING_WORDS), CLOCK, TINY).close()


def test_a_new_vault_is_two_private_files_in_a_private_folder(folder: Path, vault: VaultStore) -> None:
    names = {path.name for path in folder.iterdir()}
    assert {HEAD_FILE, KEY_FILE, RECORDS_FILE} <= names <= {HEAD_FILE, KEY_FILE, RECORDS_FILE, f"{RECORDS_FILE}-wal"}
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()} == {0o600}


def test_after_closing_no_journal_stays(folder: Path, vault: VaultStore) -> None:
    vault.new_case(MOMENT.date())
    vault.close()
    assert {path.name for path in folder.iterdir()} == {HEAD_FILE, KEY_FILE, RECORDS_FILE}


def test_missing_folders_above_are_made_private(tmp_path: Path) -> None:
    make(tmp_path / "one" / "two" / "vault")
    assert stat.S_IMODE((tmp_path / "one").stat().st_mode) == 0o700
    assert stat.S_IMODE((tmp_path / "one" / "two").stat().st_mode) == 0o700


def test_an_empty_folder_is_taken_and_nothing_lies_beside_it(folder: Path) -> None:
    folder.mkdir()
    make(folder)
    assert [path.name for path in folder.parent.iterdir()] == [folder.name]
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_a_folder_that_holds_something_is_left_alone(folder: Path) -> None:
    folder.mkdir()
    (folder / "holiday.txt").write_text("keep")
    with pytest.raises(Mishap) as caught:
        make(folder)
    assert caught.value.code == "folder_not_empty"
    assert caught.value.what_to_do == "Choose an empty folder or a new name."
    assert [path.name for path in folder.iterdir()] == ["holiday.txt"]


def test_a_file_in_the_place_is_left_alone(folder: Path) -> None:
    folder.write_text("a letter")
    with pytest.raises(Mishap) as caught:
        make(folder)
    assert caught.value.code == "folder_not_empty"
    assert folder.read_text() == "a letter"


@pytest.mark.parametrize("step", ["write_key_file", "wrap_key", "create_tables", "move_into_place", "sync_folder"])
def test_when_making_fails_at_any_step_nothing_is_left(
    folder: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    def fail(*_: object) -> None:
        raise OSError(28, "no room") if step == "sync_folder" else Defect("planted")

    monkeypatch.setattr(vault_folder, step, fail)
    with pytest.raises(Mishap if step == "sync_folder" else Defect):
        make(folder)
    assert list(folder.parent.iterdir()) == []


def test_an_empty_passphrase_makes_no_vault(folder: Path) -> None:
    with pytest.raises(Defect):
        create_vault_folder(folder, bytearray(), CLOCK, TINY)
    assert list(folder.parent.iterdir()) == []


def test_the_passphrase_of_the_caller_is_not_touched(folder: Path, words: bytearray) -> None:
    create_vault_folder(folder, words, CLOCK, TINY).close()
    open_vault_folder(folder, words).close()
    assert words == OPENING_WORDS


@pytest.mark.parametrize("cost", [TINY, KdfCost(64, 2, 2), PRACTICE_COST])
def test_the_cost_is_stored_with_the_slot_and_used_again(folder: Path, cost: KdfCost) -> None:
    create_vault_folder(folder, bytearray(OPENING_WORDS), CLOCK, cost).close()
    assert read_key_file(folder).slots[0].cost == cost
    open_vault_folder(folder, bytearray(OPENING_WORDS)).close()


def test_the_cost_is_256_mib_unless_told_otherwise(folder: Path) -> None:
    create_vault_folder(folder, bytearray(OPENING_WORDS), CLOCK).close()
    assert read_key_file(folder).slots[0].cost == DEFAULT_COST == KdfCost(262_144, 3, 4)


def test_a_wrong_passphrase_is_told_as_such(folder: Path) -> None:
    make(folder)
    mishap = mishap_of_opening(folder, b"seven quiet herons over the wier")
    assert mishap.code == "wrong_passphrase"
    assert mishap.what_happened == "This passphrase does not open the vault."
    assert mishap.what_is_safe == "Nothing has changed. All that was saved before is still there."
    assert mishap.what_to_do == "Check the caps lock and the keyboard language, then type it once more."


def test_an_empty_passphrase_is_a_wrong_one(folder: Path) -> None:
    make(folder)
    assert mishap_of_opening(folder, b"").code == "wrong_passphrase"


def test_a_missing_folder_an_empty_one_and_a_file_are_told_apart(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "file").write_text("a letter")
    assert mishap_of_opening(tmp_path / "gone").code == "folder_missing"
    assert mishap_of_opening(tmp_path / "empty").code == "no_vault"
    assert mishap_of_opening(tmp_path / "file").code == "not_a_vault"
    assert not holds_vault(tmp_path / "empty")


@pytest.mark.parametrize("content", ['{"name": "some app", "version": 3}', "[1, 2]", "7"])
def test_a_file_of_another_program_is_told_as_such(folder: Path, content: str) -> None:
    folder.mkdir()
    (folder / KEY_FILE).write_text(content)
    mishap = mishap_of_opening(folder)
    assert mishap.code == "not_a_vault"
    assert mishap.what_happened == "What is in this place was not made by this program."


def test_a_folder_in_place_of_the_key_file_is_no_vault(folder: Path) -> None:
    (folder / KEY_FILE).mkdir(parents=True)
    assert mishap_of_opening(folder).code == "not_a_vault"


def test_a_second_store_in_this_process_is_refused(folder: Path, vault: VaultStore) -> None:
    mishap = mishap_of_opening(folder)
    assert mishap.code == "vault_in_use"
    assert mishap.what_to_do == "Close it there, then try again here."
    vault.new_case(MOMENT.date())


def open_in_another_process(folder: Path) -> str:
    program = (
        "import sys, pathlib\n"
        "from intake.errors import Mishap\n"
        "from intake.vault.vault_folder import open_vault_folder\n"
        "try:\n"
        "    open_vault_folder(pathlib.Path(sys.argv[1]), bytearray(sys.stdin.buffer.read())).close()\n"
        "    print('opened')\n"
        "except Mishap as mishap:\n"
        "    print(mishap.code)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(folder)], input=OPENING_WORDS, capture_output=True, check=True
    )
    assert done.stderr == b""
    return done.stdout.decode().strip()


def test_another_process_is_refused_until_the_vault_is_closed(folder: Path, vault: VaultStore) -> None:
    assert open_in_another_process(folder) == "vault_in_use"
    vault.new_case(MOMENT.date())
    assert open_in_another_process(folder) == "vault_in_use"
    mishap_of_opening(folder)
    assert open_in_another_process(folder) == "vault_in_use"
    vault.close()
    assert open_in_another_process(folder) == "opened"


def test_another_process_is_refused_after_a_mere_opening(folder: Path) -> None:
    make(folder)
    with open_vault_folder(folder, bytearray(OPENING_WORDS)):
        assert open_in_another_process(folder) == "vault_in_use"


def test_a_folder_that_others_could_read_is_closed_to_them(folder: Path) -> None:
    make(folder)
    folder.chmod(0o755)
    for path in folder.iterdir():
        path.chmod(0o644)
    open_vault_folder(folder, bytearray(OPENING_WORDS)).close()
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()} == {0o600}


def test_a_folder_that_cannot_be_closed_to_others_is_refused(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make(folder)
    folder.chmod(0o755)
    monkeypatch.setattr(os, "geteuid", lambda: folder.stat().st_uid + 1)
    mishap = mishap_of_opening(folder)
    assert mishap.code == "not_private"
    assert mishap.what_is_safe == "The vault was not opened, and what is in it stays locked."


def test_a_store_that_was_closed_twice_is_closed_and_takes_nothing_more(vault: VaultStore) -> None:
    vault.close()
    vault.close()
    with pytest.raises(Defect):
        vault.cases()


def test_removing_deletes_everything_and_a_second_time_does_nothing(folder: Path) -> None:
    make(folder)
    (folder / f"{RECORDS_FILE}.before-2000").write_bytes(b"copy")
    remove_vault_folder(folder)
    assert not folder.exists()
    remove_vault_folder(folder)


def test_removing_leaves_what_is_not_ours(folder: Path, tmp_path: Path) -> None:
    make(folder)
    (folder / "holiday.txt").write_text("keep")
    remove_vault_folder(folder)
    assert [path.name for path in folder.iterdir()] == ["holiday.txt"]
    with pytest.raises(Mishap, match="not_a_vault"):
        remove_vault_folder(folder)


def test_the_day_of_making_is_kept_inside(vault: VaultStore) -> None:
    assert vault.setting("vault.made_on") == "2026-05-04"
