"""Unlocking against the key derivation alone, and one durable answer against the same commit in plain SQLite.

Run: ``PYTHONPATH=. .venv/bin/python tests/benchmarks/bench_vault.py``. Medians of alternating runs on this disk.
Bars: unlock 1.2 times the derivation; an answer durable within 400 ms of the last key (300 ms of rest included).
"""

from __future__ import annotations

import sqlite3
import statistics
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from intake.actions.cases.cases import start_case
from intake.actions.interview.record_answer import record_answer
from intake.actions.session import OpenVault
from intake.answers.model import AnswerStatus
from intake.clock import FixedClock
from intake.content import load_content
from intake.vault.keys import DEFAULT_COST
from intake.vault.vault_folder import create_vault_folder, open_vault_folder, remove_vault_folder
from tests.rehearsed import rehearsed

PASSPHRASE = b"seven quiet lamps beside an old river"
RUNS = 9
ANSWERS = 200
CLOCK = FixedClock(datetime(2026, 11, 21, 18, 0, tzinfo=UTC))


def milliseconds(job: Callable[[], object]) -> float:
    start = time.perf_counter()
    job()
    return (time.perf_counter() - start) * 1000


def derive() -> None:
    Argon2id(
        salt=b"s" * 16,
        length=32,
        iterations=DEFAULT_COST.passes,
        lanes=DEFAULT_COST.lanes,
        memory_cost=DEFAULT_COST.memory_kib,
    ).derive(PASSPHRASE)


def main() -> None:
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "build/bench-vault").absolute()
    folder.parent.mkdir(parents=True, exist_ok=True)
    store = create_vault_folder(folder, bytearray(PASSPHRASE), CLOCK)
    plain = sqlite3.connect(folder.parent / "plain.db", isolation_level=None)
    try:
        answers(OpenVault(rehearsed(store, PASSPHRASE.decode(), CLOCK.today()), load_content(), CLOCK), plain)
        store.close()
        unlocking(folder)
    finally:
        plain.close()
        remove_vault_folder(folder)
        for left in folder.parent.glob("plain.db*"):
            left.unlink()


def answers(session: OpenVault, plain: sqlite3.Connection) -> None:
    case = start_case(session).id
    plain.executescript("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE a (id PRIMARY KEY, v)")

    def answer(number: int) -> None:
        record_answer(session, case, "wishes.not_wanted", AnswerStatus.GIVEN, f"words {number}")

    def commit(number: int) -> None:
        plain.execute("INSERT OR REPLACE INTO a VALUES ('x', ?)", (f"words {number}",))

    pairs = [(milliseconds(partial(answer, n)), milliseconds(partial(commit, n))) for n in range(ANSWERS)]
    ours, bare = (statistics.median(column) for column in zip(*pairs, strict=True))
    slowest = max(pair[0] for pair in pairs)
    sys.stdout.write(f"one durable answer    {ours:7.2f} ms (slowest {slowest:.1f})\n")
    sys.stdout.write(f"plain SQLite commit   {bare:7.2f} ms\nratio                 {ours / bare:7.2f}\n")


def unlocking(folder: Path) -> None:
    def unlock() -> None:
        open_vault_folder(folder, bytearray(PASSPHRASE)).close()

    pairs = [(milliseconds(unlock), milliseconds(derive)) for _ in range(RUNS)]
    ours, bare = (statistics.median(column) for column in zip(*pairs, strict=True))
    sys.stdout.write(f"unlock                {ours:7.0f} ms\nkey derivation alone  {bare:7.0f} ms\n")
    sys.stdout.write(f"ratio                 {ours / bare:7.2f}\n")


if __name__ == "__main__":
    main()
