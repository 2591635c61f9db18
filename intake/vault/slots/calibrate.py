"""How dear a guess can be on this machine: about a second for the rightful owner, never below the floor."""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable
from time import perf_counter

from intake.errors import Mishap
from intake.vault.keys import DEFAULT_COST, DataKey, KdfCost, wrap_key

TARGET_S = 1.0
_MOST_MEMORY_KIB = 1024 * 1024
_MOST_PASSES = 8
_PART_OF_MEMORY = 8


def calibrate_cost(target_s: float = TARGET_S, measure: Callable[[KdfCost], float] | None = None) -> KdfCost:
    """The cost whose derivation takes about ``target_s`` here; ``DEFAULT_COST`` at least.

    More memory first (that is what a graphics card lacks), up to an eighth of the machine's; then more passes.
    """
    floor = DEFAULT_COST
    took = (measure or seconds_for)(floor)
    room = max(floor.memory_kib, min(_MOST_MEMORY_KIB, _memory_kib() // _PART_OF_MEMORY))
    times = target_s / took if took > 0 else 1.0
    memory = floor.memory_kib
    while memory * 2 <= room and memory * 2 / floor.memory_kib <= times:
        memory *= 2
    passes = int(floor.passes * times * floor.memory_kib / memory)
    return KdfCost(memory, max(floor.passes, min(passes, _MOST_PASSES)), floor.lanes)


def seconds_for(cost: KdfCost) -> float:
    """How long one derivation takes now; 0 where there is no memory for it."""
    started = perf_counter()
    try:
        with DataKey.fresh() as key:
            wrap_key(key, bytearray(secrets.token_bytes(16)), cost, "calibration")
    except Mishap:
        return 0.0
    return perf_counter() - started


def _memory_kib() -> int:
    try:
        return int(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") // 1024)
    except (AttributeError, ValueError, OSError):
        return 0
