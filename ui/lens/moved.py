"""Keeps marks where they belong while somebody types, until the text has been read again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the core of it is loaded by the worker, at the first words
    from intake.actions.screening.box_check import Marked


def moved(marked: Sequence[Marked], before: str, after: str) -> tuple[Marked, ...]:
    """The marks of ``before`` in ``after``: those behind the change move along, one that was all removed goes."""
    start = _same_start(before, after)
    end = _same_end(before[start:], after[start:])
    removed_to, added_to = len(before) - end, len(after) - end
    kept = []
    for one in marked:
        first = _moved_place(one.passage.start, start, removed_to, added_to)
        last = _moved_place(one.passage.end, start, removed_to, added_to)
        if first < last:
            kept.append(replace(one, passage=replace(one.passage, start=first, end=last)))
    return tuple(kept)


def _moved_place(at: int, start: int, removed_to: int, added_to: int) -> int:
    if at <= start:
        return at
    return at + added_to - removed_to if at >= removed_to else min(at, added_to)


def _same_start(one: str, other: str) -> int:
    """How many first letters are the same; by halves, so that a long text costs little."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if one[low:middle] == other[low:middle] else (low, middle - 1)
    return low


def _same_end(one: str, other: str) -> int:
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        same = one[len(one) - middle : len(one) - low] == other[len(other) - middle : len(other) - low]
        low, high = (middle, high) if same else (low, middle - 1)
    return low
