"""Killed at any moment, twenty times (``FORTHRIGHT_KILLS`` for more): every answer that was acknowledged is there, and each is old or new."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import threading
from pathlib import Path

from intake.answers.model import Text
from intake.clock import FixedClock
from intake.vault.vault_folder import create_vault_folder, open_vault_folder

from .conftest import MOMENT, OPENING_WORDS, TINY

ROUNDS = int(os.environ.get("FORTHRIGHT_KILLS", "20"))
LONGEST_S = 0.06
STARTING_S = 30
ROUNDS_A_CASE = 50  # a report grows with every kill, and each time all of it is read


def write_until_killed(folder: Path, case_id: str, start: int, after_s: float) -> list[int]:
    """The numbers that the child acknowledged before it was killed."""
    command = [sys.executable, "-m", "tests.unit.vault.writing_child", str(folder), case_id, str(start)]
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
    return [int(line) for line in lines if line.endswith(b"\n")]


def test_kills_lose_no_acknowledged_answer(folder: Path) -> None:
    chance = random.Random(20260504)  # noqa: S311 - a seed makes the moments repeatable
    create_vault_folder(folder, bytearray(OPENING_WORDS), FixedClock(MOMENT), TINY).close()
    case_id, start = "", 0
    acknowledged: list[int] = []
    for turn in range(ROUNDS):
        if turn % ROUNDS_A_CASE == 0:
            with open_vault_folder(folder, bytearray(OPENING_WORDS)) as store:
                case_id = store.new_case(MOMENT.date()).id
            start, acknowledged = 0, []
        told = write_until_killed(folder, case_id, start, chance.uniform(0, LONGEST_S))
        assert told
        acknowledged += told
        with open_vault_folder(folder, bytearray(OPENING_WORDS)) as store:
            assert store.doubts() == ()  # what lies outside the records may lag; it is never an alarm
            answers = store.case(case_id).all_answers()
        there = {name: answer.value for name, answer in answers.items()}
        assert {f"q.{number}" for number in acknowledged} <= there.keys()
        for name, value in there.items():
            assert isinstance(value, Text)
            number = int(value.text.split()[0])
            assert value.text == f"{number} " + "words " * (number * 37 % 3000)
            assert number in ({told[-1], told[-1] + 1} if name == "again" else {int(name[2:])})
        start = told[-1] + 2
    with open_vault_folder(folder, bytearray(OPENING_WORDS)) as store:
        store.check_whole()
        assert store.check_freshness() == ()
