"""How long Python's collection of garbage holds everybody up once words, rules and lens are read, and once they are kept.

Run: ``PYTHONPATH=. .venv/bin/python tests/benchmarks/bench_collecting.py``. Processor time; medians of nine.
"""

from __future__ import annotations

import gc
import time
from statistics import median

from intake.actions.screening.open_lens import shipped_lens
from intake.content import load_content
from ui.background.collector import keep_for_good

ROUNDS = 9


def collecting_ms() -> float:
    """One full collection, in milliseconds."""
    found = []
    for _ in range(ROUNDS):
        start = time.process_time()
        gc.collect()
        found.append(1000 * (time.process_time() - start))
    return median(found)


def main() -> None:
    """Print the three."""
    content = load_content()
    print(f"words and rules read: {len(gc.get_objects()):7} objects, {collecting_ms():6.1f} ms")  # noqa: T201
    lens = shipped_lens(content)
    print(f"and the lens:         {len(gc.get_objects()):7} objects, {collecting_ms():6.1f} ms")  # noqa: T201
    keep_for_good()
    print(f"all of it kept:       {len(gc.get_objects()):7} objects, {collecting_ms():6.1f} ms")  # noqa: T201
    del lens


if __name__ == "__main__":
    main()
