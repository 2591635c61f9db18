"""Of a broken vault everything that can be read is saved, nothing is saved wrongly, and what is lost is counted."""

from __future__ import annotations

import shutil
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from intake.clock import FixedClock
from intake.errors import Mishap
from intake.vault.audit.entry import Action, Fault, LogCheck
from intake.vault.backup import salvage as salvaging
from intake.vault.backup.broken_records import BrokenRecords, ReadTable
from intake.vault.backup.salvage import Salvaged, salvage
from intake.vault.backup.verify import prove
from intake.vault.store import VaultStore
from intake.vault.vault_folder import open_vault_folder
from tests.unit.vault.conftest import MOMENT, TINY

from .conftest import CASES, forge, take_the_seal

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
    break_the_cases(closed)
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


def break_the_cases(folder: Path) -> None:
    raw = bytearray((folder / "records.db").read_bytes())
    raw[2 * PAGE + 200] ^= 1  # the one page of the table of cases
    (folder / "records.db").write_bytes(raw)


def test_what_was_saved_once_can_be_saved_a_second_time(
    closed: Path, tmp_path: Path, words: bytearray, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = BrokenRecords.read

    def without_the_last_case(broken: BrokenRecords, table: str, columns: tuple[str, ...]) -> ReadTable:
        found = read(broken, table, columns)
        return replace(found, rows=found.rows[:-1]) if table == "cases" else found

    good = everything(closed, words)
    break_the_cases(closed)
    salvage(closed, tmp_path / "once", words, CLOCK, TINY)
    monkeypatch.setattr(BrokenRecords, "read", without_the_last_case)
    done = salvage(tmp_path / "once", tmp_path / "twice", words, CLOCK, TINY)
    assert done.cases_without_line == 1
    assert everything(tmp_path / "twice", words) == good
    with open_vault_folder(tmp_path / "twice", words) as store:
        assert len({line.label for line in store.cases()}) == CASES


def test_a_log_that_was_whole_is_whole_in_the_new_vault(closed: Path, tmp_path: Path, words: bytearray) -> None:
    with open_vault_folder(closed, words) as store:
        for action in (Action.OPENED, Action.EXPORTED, Action.COPY_MADE):
            store.write_log(action, MOMENT.date(), staff_code="LEAD")
        lines = store.log_entries()
    salvage(closed, tmp_path / "new", words, CLOCK, TINY)
    assert prove(tmp_path / "new", words).state.doubts == ()
    with open_vault_folder(tmp_path / "new", words) as store:
        assert store.verify_log() == LogCheck()
        assert store.log_entries() == lines
        store.write_log(Action.OPENED, MOMENT.date())
        assert store.verify_log() == LogCheck()


@pytest.mark.parametrize(
    ("sql", "fault"),
    [
        ("UPDATE audit_entries SET staff_code = 'B7' WHERE seq = 2", Fault.CHANGED),
        ("DELETE FROM audit_entries WHERE seq = 2", Fault.MISSING),
        ("DELETE FROM audit_entries WHERE seq = 3", Fault.CUT_OFF),
        ("DELETE FROM audit_entries", Fault.CUT_OFF),
    ],
)
def test_what_was_wrong_with_a_log_keeps_showing_in_the_new_vault(
    closed: Path, tmp_path: Path, words: bytearray, sql: str, fault: Fault
) -> None:
    with open_vault_folder(closed, words) as store:
        for action in (Action.OPENED, Action.EXPORTED, Action.COPY_MADE):
            store.write_log(action, MOMENT.date(), staff_code="LEAD")
        store._database.rows(sql)
        before = store.verify_log()
        assert before.fault is fault
    salvage(closed, tmp_path / "new", words, CLOCK, TINY)
    with open_vault_folder(tmp_path / "new", words) as store:
        assert store.verify_log() == before


def test_a_changed_key_file_does_not_stop_the_saving(closed: Path, tmp_path: Path, words: bytearray) -> None:
    good = everything(closed, words)
    forge(closed, take_the_seal)
    salvage(closed, tmp_path / "new", words, CLOCK, TINY)
    assert everything(tmp_path / "new", words) == good


def test_cut_short_it_leaves_no_vault_and_the_next_time_takes_away_what_it_left(
    closed: Path, tmp_path: Path, words: bytearray, monkeypatch: pytest.MonkeyPatch
) -> None:
    new = tmp_path / "new"
    with monkeypatch.context() as killed:
        killed.setattr(salvaging._Saver, "_save", lambda *_: sys.exit())
        killed.setattr(salvaging, "remove_vault_folder", lambda *_: None)
        with pytest.raises(SystemExit):
            salvage(closed, new, words, CLOCK, TINY)
    assert not new.exists()
    assert len(list(tmp_path.iterdir())) == 2
    salvage(closed, new, words, CLOCK, TINY)
    assert everything(new, words) == everything(closed, words)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["new", "vault"]


def test_a_journal_is_taken_in_and_the_broken_vault_stays_as_it_is(
    vault: VaultStore, folder: Path, tmp_path: Path, words: bytearray
) -> None:
    case_id = vault.cases()[0].id
    vault.empty_journal()
    vault.put_draft(case_id, "words.short", "written last of all")
    broken = tmp_path / "broken"
    shutil.copytree(folder, broken)
    vault.close()
    raw = bytearray((broken / "records.db").read_bytes())
    raw[-700] ^= 4
    (broken / "records.db").write_bytes(raw)
    before = {path.name: path.read_bytes() for path in broken.iterdir()}
    assert before["records.db-wal"]
    salvage(broken, tmp_path / "new", words, CLOCK, TINY)
    assert {path.name: path.read_bytes() for path in broken.iterdir()} == before
    assert everything(tmp_path / "new", words)[case_id]["words.short"] == "written last of all"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["broken", "new", "vault"]


def test_what_a_newer_version_wrote_is_not_saved_in_part(closed: Path, tmp_path: Path, words: bytearray) -> None:
    with open_vault_folder(closed, words) as store:
        store._database.rows("PRAGMA user_version = 99000")
    with pytest.raises(Mishap, match="vault_newer"):
        salvage(closed, tmp_path / "new", words, CLOCK, TINY)
    assert not (tmp_path / "new").exists()


def test_records_behind_a_link_are_not_opened(closed: Path, tmp_path: Path, words: bytearray) -> None:
    shutil.move(closed / "records.db", tmp_path / "moved.db")
    (closed / "records.db").symlink_to(tmp_path / "moved.db")
    with pytest.raises(Mishap, match="not_a_vault"):
        salvage(closed, tmp_path / "new", words, CLOCK, TINY)
