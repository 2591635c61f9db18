"""Read the conditions of one instrument: shared ones by name, and every fact and value checked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count

from intake.conditions.model import AllOf, AnyOf, Condition, Includes, Is, Known, Not, SomeRecord
from intake.conditions.parse import DEEPEST, NotACondition, parse_condition
from intake.protections.data_files.condition_checks import faults, leaves
from intake.protections.data_files.table_reader import TableReader
from intake.protections.model import FactWords, Jurisdiction

_MOST_PARTS = 5000


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What conditions and examples may name."""

    facts: Mapping[str, FactWords]
    jurisdictions: Mapping[str, Jurisdiction]
    limits: frozenset[str]


@dataclass(frozen=True, slots=True)
class SharedConditions:
    """The ``[conditions.NAME]`` tables of a file, which rules call by ``{ use = "NAME" }``."""

    tables: Mapping[str, object]
    vocabulary: Vocabulary
    used: set[str] = field(default_factory=set)
    parsed: dict[str, Condition] = field(default_factory=dict)
    parts: Iterator[int] = field(default_factory=count)

    def read(self, reader: TableReader, key: str, *, explained: bool = False) -> Condition | None:
        """The condition under ``key``, or None when there is none or it is faulty.

        ``explained`` asks for a sentence for every way in which a comparison can come out.
        """
        table = reader.value(key)
        if table is None:
            return None
        try:
            condition = parse_condition(self._unfolded(table, ()))
            self._check_size(condition)
        except NotACondition as fault:
            reader.complain(key, f"'{key}' is not a condition: {fault}", "Compare it with a neighbouring file.")
            return None
        for what in faults(condition, self.vocabulary.facts, self.vocabulary.jurisdictions):
            reader.complain(key, what, "Mend the spelling, or add the word to facts.toml.")
        if explained:
            if not any(True for _ in leaves(condition)):
                reader.complain(key, f"'{key}' asks for nothing, so it would hold for everyone.", "Name a fact.")
            for what in _unexplained(condition):
                reader.complain(key, what, "Add the sentence under 'because'.")
        return condition

    def _unfolded(self, table: object, within: tuple[str, ...]) -> object:
        if len(within) > 3 * DEEPEST:  # one level of nesting is at most a name, a table and a list
            raise NotACondition(f"it is nested more than {DEEPEST} deep.")
        if isinstance(table, list):
            return [self._unfolded(part, (*within, "")) for part in table]
        if not isinstance(table, Mapping):
            return table
        name = table.get("use")
        if isinstance(name, str):
            return self._called(name, table, within)
        return {
            word: self._unfolded(part, (*within, "")) if word in {"all", "any", "not"} else part
            for word, part in table.items()
        }

    def _called(self, name: str, table: Mapping[str, object], within: tuple[str, ...]) -> Condition:
        if len(table) > 1:
            raise NotACondition(f'beside use = "{name}" there is room for nothing else.')
        if name in within:
            raise NotACondition(f"the condition '{name}' uses itself.")
        if name not in self.tables:
            raise NotACondition(f"there is no [conditions.{name}] in this file.")
        self.used.add(name)
        # all who call it share one condition, so that it is judged once for a case
        if name not in self.parsed:
            self.parsed[name] = parse_condition(self._unfolded(self.tables[name], (*within, name)))
        return self.parsed[name]

    def _check_size(self, condition: Condition) -> None:
        """See that judging it is soon done: shared conditions may unfold to far more than is written."""
        waiting = [(condition, 0)]
        while waiting:
            one, deep = waiting.pop()
            if deep > DEEPEST:
                raise NotACondition(f"it is nested more than {DEEPEST} deep.")
            if next(self.parts) > _MOST_PARTS:
                raise NotACondition(f"the conditions of this file unfold to more than {_MOST_PARTS} parts.")
            inner = one.parts if isinstance(one, AllOf | AnyOf) else (one.part,) if isinstance(one, Not) else ()
            waiting += [(part, deep + 1) for part in inner]


def _unexplained(condition: Condition) -> Iterator[str]:
    for leaf in leaves(condition):
        if isinstance(leaf, Known):
            continue
        said = leaf.reasons
        # a comparison that lists no values can fail or stay open, and is never met
        never_met = isinstance(leaf, Is | Includes) and not leaf.values
        for outcome, text in (("yes", said.yes), ("no", said.no), ("cannot_tell", said.cannot_tell)):
            if not text and not (never_met and outcome == "yes"):
                yield f"The comparison of '{leaf.subject}' has no sentence for '{outcome}'."
            if "{values}" in text and (outcome == "cannot_tell" or isinstance(leaf, SomeRecord)):
                yield f"The sentence for '{outcome}' of '{leaf.subject}' has no values to show in {{values}}."
        if getattr(leaf, "unsettled", ()) and not said.unsettled:
            yield f"The comparison of '{leaf.subject}' has no sentence for 'unsettled'."
