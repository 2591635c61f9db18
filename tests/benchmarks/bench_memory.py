"""What wiping memory costs: SQLCipher's own ``cipher_memory_security`` against the allocator settings of ``./run``.

Run: ``PYTHONPATH=. .venv/bin/python tests/benchmarks/bench_memory.py``. Medians of alternating runs, each in a process
of its own: unlock without the derivation, 2,000 answers as the interview stores them, the list of cases 50 times.
"""

from __future__ import annotations

import itertools
import json
import os
import statistics
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

from intake.answers.model import Answer, AnswerStatus, Text
from intake.cases.model import CasePart
from intake.clock import FixedClock
from intake.vault import database
from intake.vault.keys import KdfCost
from intake.vault.vault_folder import create_vault_folder, open_vault_folder, remove_vault_folder

RUNS = int(os.environ.get("FORTHRIGHT_RUNS", "5"))
ANSWERS, LISTS, CASES = 2000, 50, 40
PASSPHRASE = b"seven quiet lamps beside an old river"
MOMENT = datetime(2026, 11, 21, 18, 0, tzinfo=UTC)
TINY = KdfCost(memory_kib=8, passes=1, lanes=1)
ALLOCATOR = {"GLIBC_TUNABLES": "glibc.malloc.tcache_count=0:glibc.malloc.perturb=170", "PYTHONMALLOC": "malloc"}
WAYS: dict[str, tuple[bool, dict[str, str]]] = {
    "neither": (False, {}),
    "allocator settings of ./run": (False, ALLOCATOR),
    "cipher_memory_security": (True, {}),
    "both": (True, ALLOCATOR),
}


def main() -> None:
    if len(sys.argv) > 2:
        print(json.dumps(measured(Path(sys.argv[1]), secure=sys.argv[2] == "secure")))  # noqa: T201
        return
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "build/bench-memory").absolute()
    folder.parent.mkdir(parents=True, exist_ok=True)
    found: dict[str, list[dict[str, float]]] = {way: [] for way in WAYS}
    for _ in range(RUNS):
        for way, (secure, settings) in WAYS.items():
            command = [sys.executable, __file__, str(folder), "secure" if secure else "plain"]
            done = subprocess.run(command, env={**os.environ, **settings}, capture_output=True, text=True, check=True)
            found[way].append(json.loads(done.stdout))
    for way, runs in found.items():
        figures = {what: statistics.median(run[what] for run in runs) for what in runs[0]}
        print(f"{way:30}" + "".join(f"  {what} {figure:8.1f} ms" for what, figure in figures.items()))  # noqa: T201


def measured(folder: Path, *, secure: bool) -> dict[str, float]:
    if secure:
        database._SETTINGS = ("PRAGMA cipher_memory_security = ON", *database._SETTINGS)  # type: ignore[assignment]
    create_vault_folder(folder, bytearray(PASSPHRASE), FixedClock(MOMENT), TINY).close()
    try:
        moments, processor = [time.perf_counter()], time.process_time()
        with open_vault_folder(folder, bytearray(PASSPHRASE)) as store:
            moments.append(time.perf_counter())
            cases = [store.new_case(MOMENT.date()).id for _ in range(CASES)]
            for number in range(ANSWERS):
                given = Answer(AnswerStatus.GIVEN, Text("words of an answer " * 8))
                store.put_answer(
                    cases[number % CASES], f"q.{number}", list(CasePart)[number % 3], given, "en", "fp", MOMENT
                )
            moments.append(time.perf_counter())
            for _ in range(LISTS):
                store.cases()
            moments.append(time.perf_counter())
        used = time.process_time() - processor
    finally:
        remove_vault_folder(folder)
    spent = [(later - earlier) * 1000 for earlier, later in itertools.pairwise(moments)]
    return dict(zip(("unlock", "answers", "lists", "processor"), (*spent, used * 1000), strict=True))


if __name__ == "__main__":
    main()
