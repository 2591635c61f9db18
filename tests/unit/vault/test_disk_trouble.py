"""A full disk, a place that takes no writing, a stick that is pulled: told plainly, and nothing saved is lost."""

from __future__ import annotations

import contextlib
import ctypes
import errno
import os
import resource
import shutil
import signal
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from intake.cases.model import Case
from intake.clock import FixedClock
from intake.errors import Defect, Mishap
from intake.vault import database_errors, mishaps, sqlcipher
from intake.vault.private_folder import keep_private, make_private_file, make_private_folder, write_private_file
from intake.vault.store import VaultStore
from intake.vault.vault_folder import create_vault_folder, holds_vault, open_vault_folder

from .conftest import MOMENT, TINY

LONG = "words " * 200_000
FULL_WORDS = (
    "The disk is full or did not take the last change.",
    "All that was saved before is still there. The last change was not saved.",
    "Make room on the disk, then save once more.",
)


def words_of(mishap: Mishap) -> tuple[str, str, str]:
    return mishap.what_happened, mishap.what_is_safe, mishap.what_to_do


@pytest.fixture
def modes_count() -> Iterator[None]:
    """Let file modes bind this process too: the superuser lays down the right to override them for a while."""
    if os.geteuid() != 0:
        yield
        return
    libc = ctypes.CDLL(None, use_errno=True)
    header = (ctypes.c_uint32 * 2)(0x20080522, 0)
    before, lowered = (ctypes.c_uint32 * 6)(), (ctypes.c_uint32 * 6)()
    if libc.capget(header, before) != 0:
        pytest.skip("the rights of this process cannot be read")
    lowered[:] = list(before)
    lowered[0] &= ~0b110
    if libc.capset(header, lowered) != 0:
        pytest.skip("the rights of this process cannot be lowered")
    try:
        yield
    finally:
        libc.capset(header, before)


def test_a_full_disk_is_told_and_the_answers_before_it_stay(vault: VaultStore, case: Case) -> None:
    vault.put_draft(case.id, "before", "kept")
    connection = vault._database._connection
    connection.set_authorizer(None)
    connection.execute("PRAGMA max_page_count = 60").fetchall()
    with pytest.raises(Mishap) as caught:
        vault.put_draft(case.id, "q", LONG)
    assert caught.value.code == "disk_full"
    assert words_of(caught.value) == FULL_WORDS
    assert vault.drafts(case.id) == {"before": "kept"}
    connection.execute("PRAGMA max_page_count = 100000").fetchall()
    vault.put_draft(case.id, "q", LONG)
    vault.check_whole()


def test_a_disk_that_takes_no_more_bytes_is_told_and_nothing_is_lost(folder: Path, words: bytearray) -> None:
    program = (
        "import pathlib, resource, sys\n"
        "from intake.errors import Mishap\n"
        "from intake.vault.vault_folder import open_vault_folder\n"
        "store = open_vault_folder(pathlib.Path(sys.argv[1]), bytearray(sys.stdin.buffer.read()))\n"
        "case = store.cases()[0]\n"
        "store.put_draft(case.id, 'before', 'kept')\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, 300_000))\n"
        "try:\n"
        "    store.put_draft(case.id, 'q', 'words ' * 200_000)\n"
        "except Mishap as mishap:\n"
        "    print(mishap.code)\n"
        "store.put_draft(case.id, 'after', 'small enough')\n"
        "store.close()\n"
    )
    with create_vault_folder(folder, words, FixedClock(MOMENT), TINY) as store:
        case = store.new_case(MOMENT.date())
    done = subprocess.run(
        [sys.executable, "-c", program, str(folder)], input=bytes(words), capture_output=True, check=True
    )
    assert (done.stdout, done.stderr) == (b"disk_full\n", b"")
    with open_vault_folder(folder, words) as store:
        assert store.drafts(case.id) == {"after": "small enough", "before": "kept"}
        store.check_whole()


@pytest.mark.parametrize("limit", [0, 100, 4096, 20_000, 70_000])
def test_a_vault_that_does_not_fit_is_not_made_at_all(folder: Path, words: bytearray, limit: int) -> None:
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    earlier = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, before[1]))
    try:
        with pytest.raises(Mishap) as caught:
            create_vault_folder(folder, words, FixedClock(MOMENT), TINY)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, earlier)
    assert caught.value.code == "disk_full"
    assert list(folder.parent.iterdir()) == []


def test_a_read_only_folder_is_told_when_it_is_opened(folder: Path, words: bytearray, modes_count: None) -> None:
    create_vault_folder(folder, words, FixedClock(MOMENT), TINY).close()
    for path in folder.iterdir():
        path.chmod(0o400)
    folder.chmod(0o500)
    try:
        with pytest.raises(Mishap) as caught:
            open_vault_folder(folder, words)
        assert stat.S_IMODE(folder.stat().st_mode) == 0o500
    finally:
        folder.chmod(0o700)
    assert caught.value.code == "vault_read_only"
    assert caught.value.what_happened == "This vault is in a place that can be read but not written."


@pytest.mark.parametrize(("folder_mode", "file_mode"), [(0o500, 0o600), (0o700, 0o400)])
def test_half_read_only_is_read_only_too(
    folder: Path, words: bytearray, modes_count: None, folder_mode: int, file_mode: int
) -> None:
    create_vault_folder(folder, words, FixedClock(MOMENT), TINY).close()
    (folder / "records.db").chmod(file_mode)
    folder.chmod(folder_mode)
    try:
        with pytest.raises(Mishap) as caught:
            open_vault_folder(folder, words).close()
    finally:
        folder.chmod(0o700)
    assert caught.value.code == "vault_read_only"


def test_a_vault_in_a_place_that_takes_no_writing_is_not_made(
    tmp_path: Path, words: bytearray, modes_count: None
) -> None:
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(Mishap) as caught:
            create_vault_folder(tmp_path / "a" / "vault", words, FixedClock(MOMENT), TINY)
    finally:
        tmp_path.chmod(0o700)
    assert caught.value.code == "vault_read_only"
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_may_not_be_entered_is_told(tmp_path: Path, words: bytearray, modes_count: None) -> None:
    folder = tmp_path / "inner" / "vault"
    create_vault_folder(folder, words, FixedClock(MOMENT), TINY).close()
    folder.parent.chmod(0)
    try:
        with pytest.raises(Mishap, match="no_access"):
            open_vault_folder(folder, words)
        with pytest.raises(Mishap, match="no_access"):
            create_vault_folder(folder, words, FixedClock(MOMENT), TINY)
        with pytest.raises(Mishap, match="no_access"):
            holds_vault(folder)
    finally:
        folder.parent.chmod(0o700)


def test_a_key_file_that_may_not_be_read_is_told(folder: Path, words: bytearray, modes_count: None) -> None:
    create_vault_folder(folder, words, FixedClock(MOMENT), TINY).close()
    (folder / "key_slots.json").chmod(0)
    with pytest.raises(Mishap, match="no_access"):
        open_vault_folder(folder, words)


@pytest.mark.parametrize("is_moved", [False, True])
def test_no_change_is_taken_into_a_folder_that_was_taken_away(folder: Path, words: bytearray, is_moved: bool) -> None:
    store = create_vault_folder(folder, words, FixedClock(MOMENT), TINY)
    if is_moved:
        folder.rename(folder.with_name("moved"))
    else:
        shutil.rmtree(folder)
    with pytest.raises(Mishap, match="folder_missing"):
        store.new_case(MOMENT.date())
    with contextlib.suppress(Mishap):
        store.close()


def test_a_folder_taken_away_while_open_is_told(vault: VaultStore, case: Case, folder: Path) -> None:
    shutil.rmtree(folder)
    failed = sqlcipher.Error()
    failed.sqlite_errorcode = sqlcipher.IOERR  # type: ignore[attr-defined]  # as the library sets it
    mishap = database_errors.meaning(failed, folder / "records.db", writing=True)
    assert isinstance(mishap, Mishap)
    assert mishap.code == "folder_missing"
    assert mishap.what_is_safe == "All that was shown as saved is in that folder, wherever it is now."


@pytest.mark.parametrize(
    ("code", "writing", "expected"),
    [
        (sqlcipher.FULL, True, "disk_full"),
        (sqlcipher.READONLY, True, "vault_read_only"),
        (sqlcipher.BUSY, False, "vault_in_use"),
        (sqlcipher.LOCKED, True, "vault_in_use"),
        (sqlcipher.IOERR, True, "disk_full"),
        (sqlcipher.IOERR, False, "disk_trouble"),
        (sqlcipher.IOERR | 3 << 8, True, "disk_full"),
        (sqlcipher.CORRUPT, False, "vault_damaged"),
        (sqlcipher.NOTADB, False, "vault_damaged"),
        (sqlcipher.CANTOPEN, False, "vault_read_only"),
        (sqlcipher.NOMEM, True, "too_little_memory"),
    ],
)
def test_every_code_of_the_library_has_its_mishap(tmp_path: Path, code: int, writing: bool, expected: str) -> None:
    (tmp_path / "records.db").write_bytes(b"x")
    failed = sqlcipher.Error("SECRET-MARKER in the text of the library")
    failed.sqlite_errorcode = code  # type: ignore[attr-defined]  # as the library sets it
    meaning = database_errors.meaning(failed, tmp_path / "records.db", writing=writing)
    assert isinstance(meaning, Mishap)
    assert meaning.code == expected
    assert "SECRET-MARKER" not in f"{meaning!r} {' '.join(words_of(meaning))}"


def test_an_error_that_is_ours_is_a_defect_without_its_text(tmp_path: Path) -> None:
    meaning = database_errors.meaning(sqlcipher.Error("SECRET-MARKER"), tmp_path / "records.db", writing=True)
    assert isinstance(meaning, Defect)
    assert "SECRET-MARKER" not in f"{meaning!r} {meaning}"


@pytest.mark.parametrize(
    ("number", "writing", "expected"),
    [
        (errno.ENOSPC, True, "disk_full"),
        (errno.EDQUOT, True, "disk_full"),
        (errno.EROFS, True, "vault_read_only"),
        (errno.EACCES, False, "no_access"),
        (errno.ENOENT, True, "folder_missing"),
        (errno.EIO, False, "disk_trouble"),
    ],
)
def test_every_error_of_the_file_system_has_its_mishap(number: int, writing: bool, expected: str) -> None:
    assert mishaps.from_os_error(OSError(number, "x", "/home/somebody"), writing=writing).code == expected


def test_every_mishap_says_three_calm_sentences() -> None:
    made = [
        thing()
        for name, thing in vars(mishaps).items()
        if callable(thing) and thing.__module__ == mishaps.__name__ and name != "from_os_error"
    ]
    assert len(made) == 17
    for mishap in made:
        for sentence in words_of(mishap):
            assert sentence.endswith(".")
            assert "!" not in sentence
            assert len(sentence.split()) <= 32


def test_a_file_is_replaced_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "file"
    write_private_file(target, b"old")
    assert stat.S_IMODE(target.stat().st_mode) == 0o600

    def fail(_: int) -> None:
        raise OSError(errno.ENOSPC, "no room")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(Mishap, match="disk_full"):
        write_private_file(target, b"new")
    assert target.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_a_disk_that_dies_while_a_file_is_replaced_is_told_and_not_thrown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "file"
    write_private_file(target, b"old")

    def dead(*_: object, **__: object) -> None:
        raise OSError(errno.EIO, "no answer", str(tmp_path))

    monkeypatch.setattr(os, "fsync", dead)
    monkeypatch.setattr(Path, "unlink", dead)
    with pytest.raises(Mishap) as caught:
        write_private_file(target, b"new")
    assert caught.value.what_happened == "The disk that holds this vault does not answer."
    assert caught.value.__cause__ is None
    assert target.read_bytes() == b"old"


def test_private_folders_stay_private_whatever_the_mask(tmp_path: Path) -> None:
    earlier = os.umask(0)
    try:
        make_private_folder(tmp_path / "a" / "b")
        make_private_file(tmp_path / "a" / "file")
    finally:
        os.umask(earlier)
    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == 0o700
    assert stat.S_IMODE((tmp_path / "a" / "file").stat().st_mode) == 0o600
    with pytest.raises(FileExistsError):
        make_private_file(tmp_path / "a" / "file")
    with pytest.raises(Mishap, match="not_a_vault"):
        make_private_folder(tmp_path / "a" / "file" / "c")
    make_private_folder(tmp_path / "a")


def test_a_mode_that_does_not_hold_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tmp_path.chmod(0o755)
    monkeypatch.setattr(Path, "chmod", lambda *_: None)
    with pytest.raises(Mishap, match="not_private"):
        keep_private(tmp_path)
