"""A changed byte anywhere is told as damage in three sentences; it is never a raw error and never a wrong passphrase."""

from __future__ import annotations

from pathlib import Path

import pytest

from intake.answers.model import Answer, AnswerStatus, Text
from intake.cases.model import CasePart
from intake.clock import FixedClock
from intake.errors import Mishap
from intake.vault.database import RECORDS_FILE
from intake.vault.key_file import KEY_FILE
from intake.vault.vault_folder import create_vault_folder, open_vault_folder

from .conftest import MOMENT, OPENING_WORDS, TINY

PAGE = 4096
CIPHERTEXT, IV, SEAL = 100, PAGE - 80 + 3, PAGE - 64 + 10
RECORDS_WORDS = (
    "The records of this vault are broken or missing. Your passphrase is right.",
    "What is left was not touched, and it is still locked.",
    "Put back your last copy, or read out what can still be read. What is here now is kept.",
)
KEY_WORDS = (
    "The key file of this vault is broken or missing. Your passphrase is not the problem.",
    "The records are still here, locked, and were not touched.",
    "Put back your last copy: it brings the key file along. What is here now is kept beside it.",
)


@pytest.fixture
def filled(folder: Path) -> Path:
    """A closed vault with pages of every kind."""
    with create_vault_folder(folder, bytearray(OPENING_WORDS), FixedClock(MOMENT), TINY) as store:
        for _ in range(3):
            case = store.new_case(MOMENT.date())
            for part in CasePart:
                answer = Answer(AnswerStatus.GIVEN, Text("words " * 2000))
                store.put_answer(case.id, f"q.{part}", part, answer, "en", "fp", MOMENT)
    return folder


def read_all(folder: Path) -> None:
    with open_vault_folder(folder, bytearray(OPENING_WORDS)) as store:
        store.check_whole()
        for line in store.cases():
            store.case(line.id)


def damage_told(folder: Path) -> tuple[str, str, str]:
    with pytest.raises(Mishap) as caught:
        read_all(folder)
    mishap = caught.value
    assert mishap.code == "vault_damaged"
    assert mishap.__cause__ is None
    return mishap.what_happened, mishap.what_is_safe, mishap.what_to_do


def test_a_whole_vault_is_told_to_be_whole(filled: Path) -> None:
    read_all(filled)


@pytest.mark.parametrize("place", [CIPHERTEXT, IV, SEAL], ids=["ciphertext", "initial vector", "seal"])
def test_a_flipped_bit_on_any_page_of_the_records_is_damage(filled: Path, place: int) -> None:
    records = filled / RECORDS_FILE
    whole = records.read_bytes()
    assert len(whole) // PAGE > 40
    for page in range(len(whole) // PAGE):
        at = page * PAGE + place
        records.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        assert damage_told(filled) == RECORDS_WORDS, page


@pytest.mark.parametrize("at", [0, 7, 15, 16, 40])
def test_a_flipped_bit_in_the_head_of_the_records_is_damage(filled: Path, at: int) -> None:
    records = filled / RECORDS_FILE
    whole = records.read_bytes()
    records.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
    assert damage_told(filled) == RECORDS_WORDS


@pytest.mark.parametrize("share", [0.0, 0.01, 0.3, 0.5, 0.99])
def test_cut_records_are_damage(filled: Path, share: float) -> None:
    records = filled / RECORDS_FILE
    whole = records.read_bytes()
    records.write_bytes(whole[: int(len(whole) * share)])
    assert damage_told(filled) == RECORDS_WORDS


def test_two_pages_in_each_others_place_are_damage(filled: Path) -> None:
    records = filled / RECORDS_FILE
    whole = bytearray(records.read_bytes())
    whole[4 * PAGE : 5 * PAGE], whole[5 * PAGE : 6 * PAGE] = whole[5 * PAGE : 6 * PAGE], whole[4 * PAGE : 5 * PAGE]
    records.write_bytes(whole)
    assert damage_told(filled) == RECORDS_WORDS


@pytest.mark.parametrize("content", [b"SQLite format 3\0" + bytes(8000), b"a letter", bytes(PAGE)])
def test_records_of_another_program_are_damage(filled: Path, content: bytes) -> None:
    (filled / RECORDS_FILE).write_bytes(content)
    assert damage_told(filled) == RECORDS_WORDS


def test_missing_records_are_damage_and_are_not_made_anew(filled: Path) -> None:
    (filled / RECORDS_FILE).unlink()
    assert damage_told(filled) == RECORDS_WORDS
    assert not (filled / RECORDS_FILE).exists()


def test_a_folder_in_place_of_the_records_is_damage(filled: Path) -> None:
    (filled / RECORDS_FILE).unlink()
    (filled / RECORDS_FILE).mkdir()
    (filled / RECORDS_FILE / "x").write_text("x")
    assert damage_told(filled) == RECORDS_WORDS


def test_records_of_another_vault_are_damage(filled: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    create_vault_folder(other, bytearray(OPENING_WORDS), FixedClock(MOMENT), TINY).close()
    (filled / RECORDS_FILE).write_bytes((other / RECORDS_FILE).read_bytes())
    assert damage_told(filled) == RECORDS_WORDS


def test_a_damaged_or_missing_key_file_is_damage_whatever_the_passphrase(filled: Path) -> None:
    keys = filled / KEY_FILE
    whole = keys.read_bytes()
    keys.write_bytes(whole.replace(b'"passes": 1', b'"passes": 2'))
    assert damage_told(filled) == KEY_WORDS
    keys.unlink()
    assert damage_told(filled) == KEY_WORDS


def test_a_damaged_vault_is_left_as_it_was(filled: Path) -> None:
    records = filled / RECORDS_FILE
    whole = bytearray(records.read_bytes())
    whole[5 * PAGE + 9] ^= 1
    records.write_bytes(whole)
    damage_told(filled)
    assert records.read_bytes() == whole


@pytest.mark.parametrize("place", [5, 40, 60, 3000, 9000])
def test_a_flipped_bit_in_a_journal_left_by_a_crash_never_ends_in_a_raw_error(
    folder: Path, tmp_path: Path, place: int
) -> None:
    crashed = tmp_path / "crashed"
    with create_vault_folder(folder, bytearray(OPENING_WORDS), FixedClock(MOMENT), TINY) as store:
        case = store.new_case(MOMENT.date())
        store.put_draft(case.id, "q", "words " * 500)
        crashed.mkdir(mode=0o700)
        # read while locked: this process opens the records again only after the store is closed
        copies = {path.name: path.read_bytes() for path in folder.iterdir()}
    journal = bytearray(copies[f"{RECORDS_FILE}-wal"])
    assert len(journal) > 9000
    journal[place] ^= 1
    copies[f"{RECORDS_FILE}-wal"] = bytes(journal)
    for name, content in copies.items():
        (crashed / name).write_bytes(content)
    told = ""
    try:
        read_all(crashed)
    except Mishap as mishap:
        told = mishap.code
    assert told in {"", "vault_damaged"}
