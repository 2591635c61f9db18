"""Of a broken vault everything that can be read is saved, nothing is saved wrongly, and what is lost is counted."""

from __future__ import annotations

from pathlib import Path

import pytest

from intake.clock import FixedClock
from intake.errors import Mishap
from intake.vault.backup.salvage import Salvaged, salvage
from intake.vault.store import VaultStore
from intake.vault.vault_folder import open_vault_folder
from tests.unit.vault.conftest import MOMENT, TINY

from .conftest import CASES

PAGE = 4096
CLOCK = FixedClock(MOMENT)


@pytest.fixture
def closed(vault: VaultStore, folder: Path) -> Path:
    vault.close()
    return folder


def everything(folder: Path, words: bytearray) -> dict[str, dict[str, str]]:
    with open_vault_folder(folder, words) as store:
        store.check_whole()
        return {line.id: store.drafts(line.id) for line in store.cases()}


def lost_of(done: Salvaged, table: str) -> int:
    return next(one.lost for one in done.tables if one.name == table)


def remove(folder: Path) -> None:
    for path in folder.iterdir():
        path.unlink()
    folder.rmdir()


def test_a_whole_vault_is_saved_whole(closed: Path, tmp_path: Path, words: bytearray) -> None:
    before = {path.name: path.read_bytes() for path in closed.iterdir()}
    done = salvage(closed, tmp_path / "new", words, CLOCK, TINY)
    assert done.damaged_pages == ()
    assert done.cases_without_line == 0
    assert all(one.lost == 0 and one.is_lost_exact for one in done.tables)
    assert everything(tmp_path / "new", words) == everything(closed, words)
    assert {path.name: path.read_bytes() for path in closed.iterdir()} == before


def test_with_any_one_page_broken_the_rest_is_saved_and_the_lost_counted(
    closed: Path, tmp_path: Path, words: bytearray
) -> None:
    good = everything(closed, words)
    records, new = closed / "records.db", tmp_path / "new"
    whole = records.read_bytes()
    hopeless = 0
    for page in range(len(whole) // PAGE):
        at = page * PAGE + 200
        records.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        try:
            done = salvage(closed, new, words, CLOCK, TINY)
        except Mishap as mishap:
            assert mishap.code == "vault_damaged"  # noqa: PT017 - the pages that hold the names of the tables
            assert not new.exists()
            hopeless += 1
            continue
        assert done.damaged_pages == (page + 1,)
        saved = everything(new, words)
        missing = 0
        for case_id, drafts in good.items():
            for name, text in drafts.items():
                assert saved.get(case_id, {}).get(name, text) == text
                missing += name not in saved.get(case_id, {})
        assert lost_of(done, "drafts") == missing
        remove(new)
    assert hopeless <= 7


def test_cases_known_only_by_their_answers_come_back_with_a_new_label(
    closed: Path, tmp_path: Path, words: bytearray
) -> None:
    good, new = everything(closed, words), tmp_path / "new"
    records = closed / "records.db"
    whole = records.read_bytes()
    at = 2 * PAGE + 200  # the one page of the table of cases
    records.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
    done = salvage(closed, new, words, CLOCK, TINY)
    assert (lost_of(done, "cases"), done.cases_without_line) == (CASES, CASES)
    assert everything(new, words) == good
    with open_vault_folder(new, words) as store:
        assert all(line.label.startswith("found-") for line in store.cases())


def test_a_third_of_the_pages_broken_still_saves_something(closed: Path, tmp_path: Path, words: bytearray) -> None:
    good = everything(closed, words)
    raw = bytearray((closed / "records.db").read_bytes())
    for page in range(63, len(raw) // PAGE, 3):
        raw[page * PAGE + 9] ^= 1
    (closed / "records.db").write_bytes(raw)
    done = salvage(closed, tmp_path / "new", words, CLOCK, TINY)
    saved = everything(tmp_path / "new", words)
    assert len(done.damaged_pages) > 3
    assert all(good[case_id][name] == text for case_id, drafts in saved.items() for name, text in drafts.items())


@pytest.mark.parametrize("content", [b"", b"a letter", bytes(range(256)) * 48], ids=["empty", "short", "noise"])
def test_where_nothing_can_be_read_no_vault_is_made(
    closed: Path, tmp_path: Path, words: bytearray, content: bytes
) -> None:
    (closed / "records.db").write_bytes(content)
    with pytest.raises(Mishap, match="vault_damaged"):
        salvage(closed, tmp_path / "new", words, CLOCK, TINY)
    assert not (tmp_path / "new").exists()


def test_what_is_refused(closed: Path, tmp_path: Path, words: bytearray) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "letter").write_text("mine")
    for place, code in (
        (closed, "copy_same_place"),
        (closed / "in", "copy_same_place"),
        (tmp_path / "full", "folder_not_empty"),
    ):
        with pytest.raises(Mishap, match=code):
            salvage(closed, place, words, CLOCK, TINY)
    with pytest.raises(Mishap, match="wrong_passphrase"):
        salvage(closed, tmp_path / "new", bytearray(b"another"), CLOCK, TINY)
    with pytest.raises(Mishap, match="folder_missing"):
        salvage(tmp_path / "gone", tmp_path / "new", words, CLOCK, TINY)
