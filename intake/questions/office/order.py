"""The questions of one part in the order of the office, as far as each still comes behind what it hangs on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from intake.conditions.evaluate import subjects
from intake.questions.model import Question
from intake.questions.office.model import always_asked


def in_office_order(
    shipped: Sequence[Question], wanted: Sequence[str], awaited: frozenset[str] = frozenset()
) -> tuple[Question, ...]:
    """The same questions. One that nobody placed stands behind its shipped neighbour; gates keep their order.

    ``awaited``: behind these come questions that are put off until the person said yes, so the gates come first.
    """
    by_id = {one.id: one for one in shipped}
    ids = [name for name in dict.fromkeys(wanted) if name in by_id]
    before = ""
    for name in by_id:
        if name not in ids:
            ids.insert(ids.index(before) + 1 if before else 0, name)
        before = name
    return tuple(by_id[name] for name in _possible(ids, _needs(shipped, awaited)))


def moved(
    shipped: Sequence[Question], now: Sequence[str], question_id: str, step: int, awaited: frozenset[str] = frozenset()
) -> tuple[str, ...] | None:
    """The order with one question a place earlier (-1) or later (1); None where it cannot go."""
    order = list(now)
    place = order.index(question_id)
    if not 0 <= place + step < len(order):
        return None
    order[place], order[place + step] = order[place + step], order[place]
    got = tuple(one.id for one in in_office_order(shipped, order, awaited))
    return got if got == tuple(order) else None


def _needs(questions: Sequence[Question], awaited: frozenset[str]) -> Mapping[str, set[str]]:
    """Which questions of the same part must come before each."""
    here = {one.id for one in questions}
    gates = [one.id for one in questions if always_asked(one)]
    needs: dict[str, set[str]] = {}
    for one in questions:
        looked_at = subjects(one.ask_when) if one.ask_when is not None else frozenset[str]()
        needs[one.id] = ({*looked_at, one.begins_with} & here) - {one.id}
        if one.id in gates:
            needs[one.id] |= set(gates[: gates.index(one.id)])
        elif one.id in awaited:
            needs[one.id] |= set(gates)
    return needs


def _possible(ids: Sequence[str], needs: Mapping[str, set[str]]) -> list[str]:
    """Each id as early as the order wants and its needs let it."""
    left, done = list(ids), list[str]()
    while left:
        ready = next((name for name in left if needs[name] <= set(done)), left[0])
        left.remove(ready)
        done.append(ready)
    return done
