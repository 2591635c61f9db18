"""How fast free text is screened: by the word packs alone, and with the judge; and what opening the lens costs.

Run: ``PYTHONPATH=. .venv/bin/python tests/benchmarks/bench_screening_speed.py``. Processor time, medians. The texts are
those of ``tests/data/lens``: ordinary ones, in which nothing is marked, and all of them, dense with what is looked for.
Beside them stands one pass of ``re`` that only finds the words. Bars: 2 MB/s by the packs; 60 sentences a second with
the judge.
"""

from __future__ import annotations

import gc
import json
import re
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from intake.actions.screening.open_lens import open_lens
from intake.screening.lens import Lens

RUNS = 7
OPENINGS = 3
JUDGED = 300
TEXTS = Path(__file__).parent.parent / "data" / "lens"
WORD = re.compile(r"\w+")


def texts(lang: str, ordinary: bool) -> str:
    """The texts of one language, one a line; ``ordinary``: those in which nothing is marked."""
    entries = [
        json.loads(line)
        for path in sorted(TEXTS.glob("*.jsonl"))
        for line in path.read_text(encoding="utf-8").splitlines()
    ]
    return "\n".join(one["text"] for one in entries if one["lang"] == lang and not (ordinary and one["spans"]))


def median(work: Callable[[], object], runs: int = RUNS) -> float:
    """The median of the processor seconds of some runs."""
    taken = []
    for _ in range(runs):
        start = time.process_time()
        work()
        taken.append(time.process_time() - start)
    return statistics.median(taken)


def say(name: str, figure: float, unit: str, beside: str = "") -> None:
    sys.stdout.write(f"{name:<44}{figure:9.2f} {unit}{beside}\n")


def say_packs(alone: Lens, lang: str, kind: str, text: str) -> None:
    size = len(text.encode()) / 1e6
    plain = size / median(lambda: WORD.findall(text.lower()))
    figure = size / median(partial(alone.screen, text, lang))
    say(f"packs alone, {lang}, {kind}, {size:.2f} MB", figure, "MB/s", f"   (re finding words: {plain:.1f})")


def main() -> None:
    gc.disable()  # as in the worker of the window
    say("opening the lens, judge included", median(open_lens, OPENINGS), "s")
    lens = open_lens()
    alone = replace(lens, judge=None)
    for lang in ("en", "es"):
        say_packs(alone, lang, "ordinary", texts(lang, ordinary=True))
        say_packs(alone, lang, "all", texts(lang, ordinary=False))
    if lens.judge is None:
        sys.stdout.write("the judge could not be read\n")
        return
    for lang in ("en", "es"):
        text = texts(lang, ordinary=False)
        some = alone.screen(text, lang).sentences[:JUDGED]
        taken = median(partial(lens.screen, text[: some[-1].end], lang), OPENINGS)
        say(f"with the judge, {lang}, {len(some)} sentences", len(some) / taken, "sentences/s")


if __name__ == "__main__":
    main()
