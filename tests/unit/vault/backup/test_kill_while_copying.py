"""Killed at any moment of making a copy: what bears the name of a copy is good, and the vault is whole."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import threading
from pathlib import Path

from intake.vault.backup.verify import verify_backup
from intake.vault.store import VaultStore
from intake.vault.vault_folder import open_vault_folder
from tests.unit.vault.conftest import OPENING_WORDS

from .conftest import CASES

ROUNDS = int(os.environ.get("FORTHRIGHT_KILLS", "10"))
LONGEST_S = 0.3
STARTING_S = 30


def copy_until_killed(folder: Path, place: Path, after_s: float) -> list[str]:
    command = [sys.executable, "-m", "tests.unit.vault.backup.copying_child", str(folder), str(place)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as child:
        assert child.stdin is not None
        assert child.stdout is not None
        child.stdin.write(OPENING_WORDS + b"\n")
        child.stdin.flush()
        guard = threading.Timer(STARTING_S, child.kill)
        guard.start()
        first = child.stdout.readline()
        guard.cancel()
        killer = threading.Timer(after_s, child.kill)
        killer.start()
        lines = [first, *child.stdout]
        killer.join()
    return [line.decode().strip() for line in lines if line.endswith(b"\n")]


def test_kills_leave_good_copies_and_a_whole_vault(
    vault: VaultStore, folder: Path, place: Path, words: bytearray
) -> None:
    vault.close()
    chance = random.Random(20261121)  # noqa: S311 - a seed makes the moments repeatable
    for _ in range(ROUNDS):
        told = copy_until_killed(folder, place, chance.uniform(0, LONGEST_S))
        named = [path for path in place.iterdir() if path.name.startswith("copy-")]
        assert set(told) <= {path.name for path in named}
        for copy in named:
            assert len(verify_backup(copy, words).contents.case_ids) == CASES
        with open_vault_folder(folder, words) as store:
            store.check_whole()
            assert len(store.cases()) == CASES
            listed = {line.id for line in store.copies()}
            assert set(told) <= listed <= {path.name for path in named}
        assert len([path for path in place.iterdir() if path.name.startswith(".part-")]) <= 1
        for copy in named:
            for path in copy.iterdir():
                path.unlink()
            copy.rmdir()
        with open_vault_folder(folder, words) as store:
            store._database.rows("DELETE FROM copies")
