"""``python -m intake vault``: the passphrase through a descriptor, JSON out, one clear line of complaint."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from intake.clock import FixedClock
from intake.vault.vault_folder import create_vault_folder, open_vault_folder
from tests.unit.vault.conftest import MOMENT, TINY

ROOT = Path(__file__).parent.parent.parent
WORDS = "seven quiet herons over the weir, cafe\u0301"
NORMAL = "seven quiet herons over the weir, caf\u00e9".encode()

Verb = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def verb() -> Verb:
    def run(*arguments: object, words: bytes = WORDS.encode() + b"\n") -> subprocess.CompletedProcess[str]:
        read, write = os.pipe()
        os.write(write, words)
        os.close(write)
        command = [sys.executable, "-m", "intake", "vault", *map(str, arguments), "--passphrase-fd", str(read)]
        try:
            return subprocess.run(
                command, cwd=ROOT, pass_fds=(read,), capture_output=True, text=True, check=False, timeout=60
            )
        finally:
            os.close(read)

    return run


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    with create_vault_folder(tmp_path / "vault", bytearray(NORMAL), FixedClock(MOMENT), TINY) as store:
        store.put_draft(store.new_case(MOMENT.date()).id, "words.story", "words " * 2000)
    return tmp_path / "vault"


def answer(done: subprocess.CompletedProcess[str]) -> dict[str, Any]:
    assert (done.returncode, done.stderr) == (0, "")
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def complaint(done: subprocess.CompletedProcess[str], code: int) -> str:
    assert done.returncode == code, done.stderr
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1
    assert "Traceback" not in done.stderr
    return done.stderr


def test_a_vault_is_checked_copied_and_put_back(verb: Verb, vault: Path, tmp_path: Path) -> None:
    stick = tmp_path / "st\nick"
    stick.mkdir()
    assert answer(verb("verify", vault))["cases"] == 1
    made = answer(verb("backup", vault, stick))
    copy = Path(made["copy"])
    assert copy.parent == stick
    assert answer(verb("verify", copy)) == {"whole": True, "fresh": True, "cases": 1, "sha256": made["sha256"]}
    with open_vault_folder(vault, bytearray(NORMAL)) as store:
        assert [line.id for line in store.copies()] == [copy.name]
        store.new_case(MOMENT.date())
        assert [(line.action, line.staff_code) for line in store.log_entries()] == [
            ("opened", "LEAD"),
            ("copy_made", "LEAD"),
        ]
    assert answer(verb("restore", copy, tmp_path / "new")) == {"cases": 1, "kept_aside": None, "cases_only_there": None}
    with open_vault_folder(tmp_path / "new", bytearray(NORMAL)) as store:
        assert [(line.action, line.staff_code) for line in store.log_entries()][-1] == ("restored", "LEAD")
    back = answer(verb("restore", copy, vault))
    assert (back["cases"], back["cases_only_there"]) == (1, 1)
    assert answer(verb("verify", tmp_path / back["kept_aside"]))["cases"] == 2


def test_older_records_put_back_are_told(verb: Verb, vault: Path) -> None:
    older = (vault / "records.db").read_bytes()
    with open_vault_folder(vault, bytearray(NORMAL)) as store:
        store.new_case(MOMENT.date())
    (vault / "records.db").write_bytes(older)
    told = complaint(verb("verify", vault), 2)
    assert "an older state of the vault: 1 saved change is not in it." in told
    assert "Look for a newer copy" in told
    (vault / "changes.head").unlink()
    assert "how far the vault had come is missing or broken" in complaint(verb("verify", vault), 2)


def test_a_broken_vault_is_told_and_saved(verb: Verb, vault: Path, tmp_path: Path) -> None:
    raw = bytearray((vault / "records.db").read_bytes())
    raw[-4000] ^= 1
    (vault / "records.db").write_bytes(raw)
    assert "broken" in complaint(verb("verify", vault), 2)
    told = answer(verb("salvage", vault, tmp_path / "new"))
    assert told["damaged_pages"] == [len(raw) // 4096]
    assert {"table": "cases", "saved": 1, "lost": 0, "lost_is_exact": True} in told["tables"]
    assert answer(verb("verify", tmp_path / "new"))["whole"] is True


def test_what_is_refused_ends_with_three(verb: Verb, vault: Path, tmp_path: Path) -> None:
    complaint(verb("backup", vault, vault), 3)
    other = tmp_path / "other"
    create_vault_folder(other, bytearray(NORMAL), FixedClock(MOMENT), TINY).close()
    assert "another vault" in complaint(verb("restore", vault, other), 3)
    with open_vault_folder(vault, bytearray(NORMAL)):
        assert "open in another window" in complaint(verb("backup", vault, tmp_path), 3)
        assert "open in another window" in complaint(verb("verify", vault), 3)


def test_what_cannot_be_used_ends_with_two(verb: Verb, vault: Path, tmp_path: Path) -> None:
    assert "does not open" in complaint(verb("verify", vault, words=b"another"), 2)
    assert "empty" in complaint(verb("verify", vault, words=b"\n"), 2)
    assert "UTF-8" in complaint(verb("verify", vault, words=b"\xff\xfe"), 2)
    assert "too long" in complaint(verb("verify", vault, words=b"x" * 4097), 2)
    assert "does not open" in complaint(verb("verify", vault, words=b"x" * 4096 + b"\r\n"), 2)
    complaint(verb("verify", tmp_path / "gone"), 2)
    complaint(verb("backup", vault, tmp_path / "gone"), 2)
    assert not (tmp_path / "gone").exists()


def test_the_passphrase_is_asked_for_on_a_terminal_alone_and_never_taken_as_an_argument(vault: Path) -> None:
    command = [sys.executable, "-m", "intake", "vault", "verify", str(vault)]
    done = subprocess.run(
        command, cwd=ROOT, input=WORDS, capture_output=True, text=True, check=False, timeout=60, start_new_session=True
    )
    assert "--passphrase-fd" in complaint(done, 2)
    done = subprocess.run([*command, WORDS], cwd=ROOT, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 2
    for number in ("77", "-1", "2147483648"):
        done = subprocess.run(
            [*command, "--passphrase-fd", number], cwd=ROOT, capture_output=True, text=True, check=False
        )
        complaint(done, 2)
