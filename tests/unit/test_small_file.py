"""A file that is taken in is read as far as is wanted, and never waited for."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from intake.actions.small_file import read_small_file
from intake.errors import Mishap


def read(path: Path) -> bytes:
    return read_small_file(path, "The words have not changed.", 8, "some_file_unread")


def test_no_more_is_read_than_tells_that_it_is_too_large(tmp_path: Path) -> None:
    (tmp_path / "small").write_bytes(b"12345678")
    (tmp_path / "large").write_bytes(b"1" * 1000)
    assert read(tmp_path / "small") == b"12345678"
    assert len(read(tmp_path / "large")) == 9


def test_what_cannot_be_read_or_might_never_end_is_told_with_what_is_safe(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path / "gone", tmp_path / "pipe", tmp_path, Path("/dev/zero")):
        with pytest.raises(Mishap) as told:
            read(path)
        assert told.value.code == "some_file_unread"
        assert told.value.sentences == (
            "This file cannot be read.",
            "The words have not changed.",
            "Check that the disk or stick is still in place, or choose another file.",
        )
        assert str(path) not in "".join(told.value.sentences)
