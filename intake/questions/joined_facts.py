"""The facts of one thing that happened, where several people did it: never more than holds whoever did it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from intake.answers.model import Answer
from intake.cases.told_of import Desk, ToldOf
from intake.conditions.facts import Facts, FactValue
from intake.questions.facts import UNKNOWN, facts_from_answers
from intake.questions.flow import applicable
from intake.questions.model import Questions
from intake.questions.occasions import address_on, seen_from


def facts_of_incident(questions: Questions, told_of: ToldOf, answers: Mapping[str, Answer], incident: int) -> Facts:
    """What is known of it. ``answers`` stand under their addresses. Another incident adds nothing to it."""
    return joined(
        [
            facts_from_answers(questions, seen_from(Desk(incident, person), answers, questions.questions))
            for person in told_of.done_by[incident]
        ]
    )


def joined(of_each: Sequence[Facts]) -> Facts:
    """A single fact holds where all say the same; lists are put together, and wait for what any of them waits for."""
    first, *others = of_each
    if not others:
        return first
    names = dict.fromkeys(name for facts in of_each for name in facts.values)
    return Facts({name: _value([facts.values.get(name) for facts in of_each]) for name in names}, *_open(of_each))


def still_asked(questions: Questions, told_of: ToldOf, answers: Mapping[str, Answer]) -> frozenset[str]:
    """The addresses of all answers that count for anything that is told of."""
    counted: set[str] = set()
    for desk in told_of.pairs():
        seen = applicable(questions, seen_from(desk, answers, questions.questions))
        counted |= {address_on(desk, one) for one in questions.questions if one.id in seen}
    return frozenset(counted)


def _value(values: Sequence[FactValue | None]) -> FactValue:
    lists = [value for value in values if isinstance(value, tuple)]
    if lists:
        records = [item for value in lists for item in value if not isinstance(item, str)]
        if records:
            return tuple(item for number, item in enumerate(records) if item not in records[:number])
        return tuple(dict.fromkeys(item for value in lists for item in value if isinstance(item, str)))
    first = values[0]
    return first if isinstance(first, str) and all(value == first for value in values) else UNKNOWN


def _open(of_each: Sequence[Facts]) -> tuple[frozenset[str], dict[str, frozenset[str]]]:
    """Which lists may still grow, and by which words where that can be said of everybody."""
    lists = {name for facts in of_each for name, value in facts.values.items() if isinstance(value, tuple)}
    unfinished = {name for name in lists if any(name not in facts.values for facts in of_each)}
    unfinished |= {name for facts in of_each for name in facts.unfinished}
    may_gain: dict[str, frozenset[str]] = {}
    for name in unfinished:
        waiting = [facts.may_gain.get(name) for facts in of_each if name in facts.unfinished]
        is_told = all(name in facts.values or name in facts.unfinished for facts in of_each)
        if is_told and all(words is not None for words in waiting):
            may_gain[name] = frozenset(word for words in waiting if words is not None for word in words)
    return frozenset(unfinished), may_gain
