"""Read the rules and the limits of one instrument."""

from __future__ import annotations

from intake.protections.data_files.shared_conditions import SharedConditions
from intake.protections.data_files.table_reader import TableReader
from intake.protections.model import Limit, Narrows, Outcome, Rule, RuleRole, Stop


def read_rule(reader: TableReader, shared: SharedConditions) -> Rule:
    """One ``[[rules]]`` table."""
    rule = Rule(
        id=reader.text("id"),
        role=reader.optional_choice("role", RuleRole) or RuleRole.PROMISE,
        title=reader.text("title"),
        effect=reader.text("effect"),
        locator=reader.optional_text("locator"),
        headline=reader.flag("headline"),
        at_best=reader.optional_choice("at_best", Outcome) or Outcome.APPLIES,
        applies_when=shared.read(reader, "applies_when", explained=True),
        not_in_force_when=_stops(reader, "not_in_force_when", shared),
        fails_when=_stops(reader, "fails_when", shared),
        cannot_tell_when=_stops(reader, "cannot_tell_when", shared),
        limits=read_limits(reader, shared),
    )
    reader.finish()
    return rule


def read_limits(reader: TableReader, shared: SharedConditions) -> tuple[Limit, ...]:
    """The ``limits`` of an instrument or of a rule."""
    limits = []
    for table in reader.each("limits"):
        limit = Limit(
            tag=table.text("tag"),
            when=shared.read(table, "when"),
            narrows=table.optional_choice("narrows", Narrows),
            mention_when_unsure=table.flag("mention_when_unsure"),
        )
        table.finish()
        if limit.tag not in shared.vocabulary.limits:
            table.complain("limits", f"There is no limit '{limit.tag}'.", "Add its words to limits.toml.")
        limits.append(limit)
    return tuple(limits)


def _stops(reader: TableReader, key: str, shared: SharedConditions) -> tuple[Stop, ...]:
    stops = []
    for table in reader.each(key):
        when = shared.read(table, "when")
        because = table.text("because")
        table.finish()
        if when is None:
            table.complain(key, f"An entry of '{key}' has no condition.", "Add when = { ... }.")
        else:
            stops.append(Stop(when, because))
    return tuple(stops)
