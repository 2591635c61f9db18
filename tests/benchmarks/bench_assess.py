"""Measure the findings of one case in processor time, beside a plain loop, so that it means the same on any machine.

Run ``python tests/benchmarks/bench_assess.py``. The bar is 5 ms for one case.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent.parent))

from intake.conditions.facts import Facts
from intake.protections.assess import assess
from intake.protections.cards import finding_card
from intake.protections.load import load_protections
from intake.wording.catalogue import Wording

BAR_MS = 5.0
ROUNDS, REPEATS = 15, 50
TODAY = date(2026, 11, 21)


def plain_loop() -> int:
    """The yardstick: 10,000 look-ups and additions."""
    table = {number: number for number in range(100)}
    return sum(table[number % 100] for number in range(10_000))


def median_ms(work: Callable[[], object]) -> float:
    """The median over the rounds of the processor time for one run, in milliseconds; a busy machine does not count."""
    work()
    times = []
    for _ in range(ROUNDS):
        start = time.process_time()
        for _ in range(REPEATS):
            work()
        times.append((time.process_time() - start) / REPEATS * 1000)
    return statistics.median(times)


def main() -> int:
    """Print the figures; 1 when the bar is missed."""
    protections, problems = load_protections()
    facts = Facts(next(one for one in protections.instruments if one.id == "us-ca-sf-da-safety").examples[0].facts)

    def findings() -> object:
        return assess(protections, "us-ca-sf", facts, TODAY)

    def cards() -> object:
        return [
            finding_card(finding, protections, Wording()) for finding in assess(protections, "us-ca-sf", facts, TODAY)
        ]

    judged, shown, yardstick = median_ms(findings), median_ms(cards), median_ms(plain_loop)
    lines = (
        f"instruments judged: {len(assess(protections, 'us-ca-sf', facts, TODAY))}, faults in the files: {len(problems)}",
        f"findings of one case: {judged:.3f} ms (bar {BAR_MS} ms), {judged / yardstick:.2f} x the plain loop",
        f"findings and cards:   {shown:.3f} ms, {shown / yardstick:.2f} x the plain loop",
    )
    sys.stdout.write("\n".join(lines) + "\n")
    return 0 if judged < BAR_MS else 1


if __name__ == "__main__":
    sys.exit(main())
