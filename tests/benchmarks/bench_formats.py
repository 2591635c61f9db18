"""Measure making, checking and last look for each format of the page, all beside the plain PDF of the same run.

Run ``python tests/benchmarks/bench_formats.py``. The case is full, and has 20,000 typed words to look for.
"""

from __future__ import annotations

import random
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent.parent))

from intake.export.exporter import Exporter, exporters
from intake.export.forbidden_values import ForbiddenValues
from intake.export.last_look import last_look
from tests.unit.referral.pages import TERMS, content, full_view, page_of

ROUNDS = 5
WORDS = "plaza otter linen quarry mango drift"
TOLD = 20_000
BAR_S = 10.0  # seconds for the last look


@dataclass(frozen=True)
class Times:
    """Seconds, each the median of the rounds; and the size of the file in bytes."""

    make: float
    check: float
    look: float
    size: int

    @property
    def whole(self) -> float:
        """From the page to the bytes that may be written."""
        return self.make + self.check + self.look


def median_s(work: Callable[[], object]) -> float:
    """The median over the rounds, after one run that does not count."""
    work()
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def measured(exporter: Exporter, key: str, forbidden: ForbiddenValues) -> Times:
    """One format, sealed where it has a seal."""
    page, seal = page_of(full_view()), exporter.seal
    finished = exporter.render(page)
    leaving = seal.close(finished, key) if seal else finished

    def make() -> object:
        made = exporter.render(page)
        return seal.close(made, key) if seal else made

    def check() -> object:
        doubts = exporter.read_back(finished, page)
        if seal:
            doubts += seal.check(leaving, finished, key, lambda opened: exporter.read_back(opened, page))
        assert doubts == ()
        return doubts

    def look() -> object:
        found = last_look(finished, page, TERMS, forbidden, exporter, content())
        assert found == ()
        return found

    return Times(median_s(make), median_s(check), median_s(look), len(leaving))


def main() -> int:
    """Print the figures; 1 when the last look misses its bar."""
    import pyrage

    letters = random.Random(7)  # noqa: S311 - invented words
    story = " ".join("".join(letters.choices("abcdefghijklmnop", k=8)) for _ in range(TOLD))
    forbidden = ForbiddenValues([(False, story), (True, "Zebedee Quill"), (True, "415 555 9999")], "Rosa", "")
    keys = {"pdf_sealed": WORDS, "age": str(pyrage.x25519.Identity.generate().to_public())}
    times = {name: measured(one, keys.get(name, ""), forbidden) for name, one in exporters().items()}
    plain = times["pdf"].whole
    for name, one in sorted(times.items(), key=lambda entry: entry[1].whole):
        sys.stdout.write(
            f"{name:<11} make {one.make * 1000:6.1f} ms, check {one.check * 1000:6.1f} ms, last look "
            f"{one.look * 1000:6.1f} ms, together {one.whole / plain:.2f} x the PDF, {one.size} bytes\n"
        )
    return 0 if max(one.look for one in times.values()) < BAR_S else 1


if __name__ == "__main__":
    sys.exit(main())
