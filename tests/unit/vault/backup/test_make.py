"""A copy is called one only after it was opened and found equal; on any fault nothing is left and nothing is lost."""

from __future__ import annotations

import errno
import hashlib
import os
import resource
import signal
import stat
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from intake.clock import FixedClock
from intake.errors import Mishap
from intake.vault.backup import make
from intake.vault.backup.contents import contents_of
from intake.vault.backup.copy_store import CopyLine
from intake.vault.backup.verify import verify_backup
from intake.vault.memory_vault import create_memory_vault
from intake.vault.private_folder import copy_private_file
from intake.vault.store import VaultStore
from intake.vault.vault_folder import create_vault_folder, open_vault_folder
from tests.unit.vault.conftest import MOMENT, OPENING_WORDS, TINY

from .conftest import CASES, MARKER, TODAY


@pytest.fixture
def open_vault(vault: VaultStore) -> Iterator[VaultStore]:
    with vault:
        yield vault


def files_below(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*"))


def test_a_copy_holds_all_and_is_listed_with_its_place(open_vault: VaultStore, place: Path, words: bytearray) -> None:
    made = open_vault.make_copy(place, TODAY)
    assert made.id.startswith("copy-2026-11-21-")
    assert [path.name for path in place.iterdir()] == [made.id]
    assert sorted(path.name for path in (place / made.id).iterdir()) == ["changes.head", "key_slots.json", "records.db"]
    records = place / made.id / "records.db"
    assert made.sha256 == hashlib.sha256(records.read_bytes()).hexdigest()
    assert open_vault.copies() == (CopyLine(made.id, str(place), TODAY, TODAY, made.sha256, CASES),)
    for path in [place / made.id, *(place / made.id).iterdir()]:
        assert stat.S_IMODE(path.stat().st_mode) & 0o077 == 0
    proven = verify_backup(place / made.id, words)
    assert set(proven.contents.case_ids) == {line.id for line in open_vault.cases()}
    assert proven.sha256 == made.sha256


def test_a_copy_opens_as_a_vault_with_the_same_words(copy: Path, words: bytearray) -> None:
    with open_vault_folder(copy, words) as store:
        assert len(store.cases()) == CASES
        assert all(store.draft(line.id, "words.short") == MARKER for line in store.cases())


def test_no_plain_word_is_in_a_copy(copy: Path) -> None:
    for path in files_below(copy):
        raw = path.read_bytes()
        for word in (MARKER.encode(), MARKER.encode("utf-16-le"), OPENING_WORDS, b"cases", b"SQLite"):
            assert word not in raw
        assert MARKER not in str(path)


def test_an_erased_case_is_still_known_to_lie_in_the_copy(
    open_vault: VaultStore, place: Path, words: bytearray
) -> None:
    case_id = open_vault.cases()[0].id
    made = open_vault.make_copy(place, TODAY)
    open_vault.erase_case(case_id, TODAY)
    later = open_vault.make_copy(place, TODAY)
    assert {line.id: line.erased_count for line in open_vault.copies()} == {made.id: 1, later.id: 0}
    assert verify_backup(place / later.id, words).contents.case_ids == tuple(
        sorted(line.id for line in open_vault.cases())
    )


def test_a_copy_of_a_vault_with_a_full_journal_holds_the_last_change(
    open_vault: VaultStore, place: Path, words: bytearray
) -> None:
    case_id = open_vault.cases()[0].id
    open_vault.put_draft(case_id, "words.last", "the very last")
    made = open_vault.make_copy(place, TODAY)
    with open_vault_folder(place / made.id, words) as store:
        assert store.draft(case_id, "words.last") == "the very last"


def test_a_key_file_changed_behind_our_back_makes_no_copy(
    open_vault: VaultStore, folder: Path, place: Path, tmp_path: Path, words: bytearray
) -> None:
    create_vault_folder(tmp_path / "other", words, FixedClock(MOMENT), TINY).close()
    (folder / "key_slots.json").write_bytes((tmp_path / "other" / "key_slots.json").read_bytes())
    assert refused(open_vault, place) == "header_changed"
    assert list(place.iterdir()) == []


def test_what_opens_the_vault_opens_the_copy_because_the_key_files_are_the_same(
    open_vault: VaultStore, folder: Path, place: Path
) -> None:
    made = open_vault.make_copy(place, TODAY)
    assert (place / made.id / "key_slots.json").read_bytes() == (folder / "key_slots.json").read_bytes()


def test_a_key_file_that_reads_back_differently_throws_the_copy_away(
    open_vault: VaultStore, place: Path, tmp_path: Path, words: bytearray, monkeypatch: pytest.MonkeyPatch
) -> None:
    create_vault_folder(tmp_path / "other", words, FixedClock(MOMENT), TINY).close()
    monkeypatch.setattr(
        make, "copy_private_file", lambda _, there: copy_private_file(tmp_path / "other" / "key_slots.json", there)
    )
    assert refused(open_vault, place) == "copy_not_proven"
    assert list(place.iterdir()) == []


@pytest.mark.parametrize("inside", ["", "below"])
def test_the_vault_itself_is_no_place_for_a_copy(
    open_vault: VaultStore, folder: Path, tmp_path: Path, words: bytearray, inside: str
) -> None:
    (folder / "below").mkdir()
    link = tmp_path / "link"
    link.symlink_to(folder, target_is_directory=True)
    assert refused(open_vault, folder / inside) == "copy_place_in_vault"
    assert refused(open_vault, link / inside) == "copy_place_in_vault"


def test_a_place_that_is_not_there_or_a_file_makes_no_copy(
    open_vault: VaultStore, tmp_path: Path, words: bytearray
) -> None:
    assert refused(open_vault, tmp_path / "gone") == "copy_place_gone"
    assert not (tmp_path / "gone").exists()
    (tmp_path / "file").write_bytes(b"x")
    assert refused(open_vault, tmp_path / "file") == "copy_place_gone"


def test_a_newline_and_odd_letters_in_the_path_do_no_harm(
    open_vault: VaultStore, tmp_path: Path, words: bytearray
) -> None:
    odd = tmp_path / "one\ntwo ?mode=memory#% \u0632\u0648\u064a"
    odd.mkdir()
    made = open_vault.make_copy(odd, TODAY)
    assert open_vault.copies()[0].place == str(odd)
    assert open_vault.check_copy(odd / made.id, TODAY)[:2] == (TODAY, CASES)


def test_practice_has_no_copies(place: Path, words: bytearray) -> None:
    with create_memory_vault() as store:
        assert refused(store, place) == "practice_has_no_copies"


def test_a_copy_that_reads_back_differently_is_thrown_away(
    open_vault: VaultStore, place: Path, words: bytearray, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(make, "sync_file", flip)
    assert refused(open_vault, place) == "copy_not_proven"
    assert list(place.iterdir()) == []
    assert open_vault.copies() == ()


def test_a_change_that_is_missing_in_the_copy_throws_it_away(
    open_vault: VaultStore, place: Path, words: bytearray, monkeypatch: pytest.MonkeyPatch
) -> None:
    found: list[Any] = []

    def stale(database: Any) -> Any:
        if not found:
            found.append(contents_of(database))
            open_vault.put_setting("later", "change")
        return found[0]

    monkeypatch.setattr(make, "contents_of", stale)
    assert refused(open_vault, place) == "copy_not_proven"
    assert list(place.iterdir()) == []


def test_what_a_crash_left_is_taken_away_and_other_things_are_not(
    open_vault: VaultStore, place: Path, folder: Path, tmp_path: Path, words: bytearray
) -> None:
    other = tmp_path / "other"
    create_vault_folder(other, words, FixedClock(MOMENT), TINY).close()
    for name, keys in ((".part-11111111", folder), (".part-22222222", other)):
        (place / name).mkdir()
        (place / name / "key_slots.json").write_bytes((keys / "key_slots.json").read_bytes())
        (place / name / "records.db").write_bytes(b"begun")
    (place / ".part-33333333").mkdir()
    (place / "letter.txt").write_text("mine")
    made = open_vault.make_copy(place, TODAY)
    assert {path.name for path in place.iterdir()} == {made.id, ".part-22222222", "letter.txt"}


@pytest.mark.parametrize("name", ["open", "fsync", "rename", "replace", "mkdir", "close", "posix_fadvise"])
@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS, errno.EIO, errno.ENOENT])
def test_every_call_that_fails_leaves_no_copy_and_the_vault_as_it_was(
    open_vault: VaultStore, place: Path, words: bytearray, monkeypatch: pytest.MonkeyPatch, name: str, number: int
) -> None:
    open_vault._chain._head._path = None  # what the open vault notes beside itself holds nothing up, by design
    before = contents_of(open_vault._database)
    for nth in range(1, 100):
        calls = fail_nth(monkeypatch, name, nth, number)
        try:
            made = open_vault.make_copy(place, TODAY)
        except Mishap as mishap:
            assert mishap.code.startswith(("copy_", "disk_", "folder_", "no_access", "vault_read_only"))  # noqa: PT017 - the last turn succeeds
            monkeypatch.undo()
            assert list(place.iterdir()) == [], (name, nth)
            assert contents_of(open_vault._database) == before
            continue
        finally:
            monkeypatch.undo()
        assert calls() < nth
        assert [path.name for path in place.iterdir()] == [made.id]
        break
    open_vault.check_whole()


@pytest.mark.parametrize("limit", [0, 100, 1000, 4096, 8192, 20_000, 50_000, 100_000, 150_000])
def test_a_place_without_room_makes_no_copy(open_vault: VaultStore, place: Path, words: bytearray, limit: int) -> None:
    before, earlier = resource.getrlimit(resource.RLIMIT_FSIZE), signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, before[1]))
    try:
        code = refused(open_vault, place)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, earlier)
    assert code == "copy_place_full"
    assert list(place.iterdir()) == []
    assert open_vault.copies() == ()
    assert open_vault.make_copy(place, TODAY).case_count == CASES


def refused(store: VaultStore, place: Path) -> str:
    with pytest.raises(Mishap) as caught:
        store.make_copy(place, TODAY)
    mishap = caught.value
    assert all(one.endswith(".") for one in (mishap.what_happened, mishap.what_is_safe, mishap.what_to_do))
    return mishap.code


def fail_nth(monkeypatch: pytest.MonkeyPatch, name: str, nth: int, number: int) -> Callable[[], int]:
    """Let the nth call of a function of the system fail, and count all calls."""
    real, count = getattr(os, name), [0]

    def failing(*arguments: Any, **named: Any) -> Any:
        count[0] += 1
        if count[0] == nth:
            if name == "close":
                real(*arguments, **named)
            raise OSError(number, "failed for the test")
        return real(*arguments, **named)

    monkeypatch.setattr(os, name, failing)
    return lambda: count[0]


def flip(path: Path) -> None:
    raw = bytearray(path.read_bytes())
    raw[len(raw) // 2] ^= 1
    path.write_bytes(raw)


def test_a_copy_that_bears_the_drawn_name_already_stays_and_another_name_is_drawn(
    open_vault: VaultStore, place: Path, words: bytearray, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn = iter("aaaaaaaabbbb")
    monkeypatch.setattr("intake.vault.backup.make.secrets.choice", lambda _: next(drawn))
    older, newer = (open_vault.make_copy(place, TODAY).id for _ in range(2))
    assert (older[-4:], newer[-4:]) == ("aaaa", "bbbb")
    for name in (older, newer):
        assert open_vault.check_copy(place / name, TODAY)[:2] == (TODAY, CASES)


def test_a_copy_that_cannot_be_settled_takes_no_other_along(
    open_vault: VaultStore, place: Path, words: bytearray, monkeypatch: pytest.MonkeyPatch
) -> None:
    older = open_vault.make_copy(place, TODAY).id

    def refuse(folder: Path) -> None:
        if folder == place:
            raise OSError(errno.EIO, "failed for the test")

    monkeypatch.setattr(make, "sync_folder", refuse)
    assert refused(open_vault, place) == "copy_not_proven"
    assert [path.name for path in place.iterdir()] == [older]
