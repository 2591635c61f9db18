"""A file is there whole, private and under a name that says nothing; or it is not there at all."""

from __future__ import annotations

import errno
import os
import re
import stat
from pathlib import Path
from typing import Any

import pytest

from intake.errors import Defect, Mishap
from intake.export.write_safely import noted_or_gone, write_safely


def test_a_file_is_private_whole_and_named_neutrally(tmp_path: Path) -> None:
    written = write_safely(tmp_path, b"page", ".pdf")
    assert written.read_bytes() == b"page"
    assert stat.S_IMODE(written.stat().st_mode) == 0o600
    assert re.fullmatch(r"Summary-[a-z2-9]{8}\.pdf", written.name)
    assert list(tmp_path.iterdir()) == [written]
    assert write_safely(tmp_path, b"page", ".pdf") != written


def test_a_folder_that_is_not_there_is_said_so(tmp_path: Path) -> None:
    for folder in (tmp_path / "gone", write_safely(tmp_path, b"x", ".pdf")):
        with pytest.raises(Mishap, match="folder_missing"):
            write_safely(folder, b"page", ".pdf")


def failing(error: int) -> Any:
    def fail(*_args: object, **_kwargs: object) -> None:
        raise OSError(error, os.strerror(error))

    return fail


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (errno.ENOSPC, "disk_full"),
        (errno.EDQUOT, "disk_full"),
        (errno.EROFS, "folder_read_only"),
        (errno.EACCES, "folder_read_only"),
        (errno.EIO, "write_failed"),
    ],
)
@pytest.mark.parametrize("call", ["fsync", "open"])
def test_trouble_with_the_disk_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, error: int, code: str
) -> None:
    monkeypatch.setattr(os, call, failing(error))
    with pytest.raises(Mishap) as caught:
        write_safely(tmp_path, b"page", ".pdf")
    monkeypatch.undo()
    assert caught.value.code == code
    assert str(tmp_path) not in caught.value.what_happened + caught.value.what_to_do
    assert list(tmp_path.iterdir()) == []


def test_a_rename_that_fails_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "rename", failing(errno.EIO))
    with pytest.raises(Mishap, match="write_failed"):
        write_safely(tmp_path, b"page", ".pdf")
    assert list(tmp_path.iterdir()) == []


def test_what_comes_back_must_be_what_was_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "read_bytes", lambda _self: b"pagE")
    with pytest.raises(Mishap, match="write_failed"):
        write_safely(tmp_path, b"page", ".pdf")
    assert list(tmp_path.iterdir()) == []


def test_a_name_that_is_taken_is_never_written_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("intake.export.write_safely.secrets.choice", lambda letters: letters[0])
    first = write_safely(tmp_path, b"first", ".pdf")
    with pytest.raises(Mishap, match="write_failed"):
        write_safely(tmp_path, b"second", ".pdf")
    assert first.read_bytes() == b"first"


def test_a_stick_that_cannot_sync_its_folder_is_no_trouble(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[int] = []
    real = os.fsync

    def second_fails(handle: int) -> None:
        calls.append(handle)
        if len(calls) > 1:
            raise OSError(errno.EINVAL, "no")
        real(handle)

    monkeypatch.setattr(os, "fsync", second_fails)
    assert write_safely(tmp_path, b"page", ".pdf").exists()


def test_a_folder_that_cannot_be_synced_for_another_reason_takes_the_file_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[int] = []

    def second_fails(handle: int) -> None:
        calls.append(handle)
        if len(calls) > 1:
            raise OSError(errno.EIO, "no")

    monkeypatch.setattr(os, "fsync", second_fails)
    with pytest.raises(Mishap, match="write_failed"):
        write_safely(tmp_path, b"page", ".pdf")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("error", [errno.EACCES, errno.EPERM])
def test_a_folder_inside_a_closed_one_is_said_in_the_usual_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: int
) -> None:
    monkeypatch.setattr(Path, "is_dir", failing(error))
    with pytest.raises(Mishap, match="folder_read_only"):
        write_safely(tmp_path, b"page", ".pdf")


def test_a_folder_with_a_name_that_no_disk_takes_is_said_in_the_usual_words(tmp_path: Path) -> None:
    with pytest.raises(Mishap, match="folder_missing") as told:
        write_safely(tmp_path / ("a" * 300), b"page", ".pdf")
    assert told.value.__suppress_context__, "the error of the system names the place"


def test_a_page_stays_once_it_is_noted(tmp_path: Path) -> None:
    written = write_safely(tmp_path, b"page", ".pdf")
    with noted_or_gone(written):
        pass
    assert written.exists()


@pytest.mark.parametrize("error", [Mishap("disk_full", "", "", ""), Defect("no"), KeyboardInterrupt()])
def test_a_page_that_could_not_be_noted_goes_again_and_the_error_goes_on(tmp_path: Path, error: BaseException) -> None:
    written = write_safely(tmp_path, b"page", ".pdf")
    with pytest.raises(type(error)) as caught, noted_or_gone(written):
        raise error
    assert caught.value is error
    assert list(tmp_path.iterdir()) == []


def test_a_page_that_can_neither_be_noted_nor_taken_away_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written = write_safely(tmp_path, b"page", ".pdf")
    monkeypatch.setattr(Path, "unlink", failing(errno.EIO))
    with pytest.raises(Mishap, match="page_not_noted") as told, noted_or_gone(written):
        raise Mishap("disk_full", "", "", "")
    assert written.name in told.value.what_to_do
    assert str(tmp_path) not in told.value.what_to_do
