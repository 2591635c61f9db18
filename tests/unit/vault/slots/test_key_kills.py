"""Killed in the middle of changing or removing: the vault opens with the old passphrase or the new one, never neither."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from intake.clock import FixedClock
from intake.errors import Mishap
from intake.vault.database import RECORDS_FILE
from intake.vault.freshness.head_file import HEAD_FILE
from intake.vault.key_file import KEY_FILE
from intake.vault.vault_folder import create_vault_folder, open_vault_folder
from tests.unit.vault.conftest import MOMENT, TINY

from .changing_child import ONE, THEIRS, TWO

KILLS = max(int(os.environ.get("FORTHRIGHT_KILLS", "30")), 30)
LONGEST_S = 0.15
STARTING_S = 30


def run_until_killed(folder: Path, what: str, words: bytes, after_s: float) -> int:
    """How many changes the child told as done before it was killed."""
    command = [sys.executable, "-m", "tests.unit.vault.slots.changing_child", str(folder), what, words.decode()]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as child:
        assert child.stdout is not None
        guard = threading.Timer(STARTING_S, child.kill)
        guard.start()
        assert child.stdout.readline() == b"open\n"
        guard.cancel()
        killer = threading.Timer(after_s, child.kill)
        killer.start()
        done = len(child.stdout.readlines())
        killer.join()
    return done


def those_that_open(folder: Path, cases: int) -> list[bytes]:
    found = []
    for words in (ONE, TWO, THEIRS):
        with suppress_wrong_passphrase(), open_vault_folder(folder, bytearray(words)) as store:
            assert len(store.cases()) == cases
            store.check_whole()
            assert store.doubts() == ()
            assert store.check_freshness() == ()
            found.append(words)
    return found


@contextmanager
def suppress_wrong_passphrase() -> Iterator[None]:
    try:
        yield
    except Mishap as mishap:
        if mishap.code != "wrong_passphrase":
            raise


@pytest.mark.parametrize("what", ["change", "remove"])
def test_a_kill_leaves_the_old_keys_or_the_new_ones(tmp_path: Path, what: str) -> None:
    chance = random.Random(20261121)  # noqa: S311 - a seed makes the moments repeatable
    folder = tmp_path / "vault"
    with create_vault_folder(folder, bytearray(ONE), FixedClock(MOMENT), TINY) as store:
        for _ in range(3):
            store.new_case(MOMENT.date())
    words, done = ONE, 0
    for _ in range(KILLS):
        done += run_until_killed(folder, what, words, chance.uniform(0, LONGEST_S))
        opening = those_that_open(folder, 3)
        assert len([one for one in opening if one in (ONE, TWO)]) == 1
        words = next(one for one in opening if one in (ONE, TWO))
        assert {path.name for path in folder.iterdir()} == {HEAD_FILE, KEY_FILE, RECORDS_FILE}
    assert done > 0
