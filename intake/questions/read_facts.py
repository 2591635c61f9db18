"""The ``[[facts]]`` of a question become fact rules."""

from __future__ import annotations

from collections.abc import Mapping

from intake.conditions.facts import FactValue
from intake.questions.model import FactRule
from intake.questions.table_reader import TableReader

_CURE = 'Write "value", ["value", ...] or [{ name = "value" }, ...].'


def read_facts(question: TableReader) -> tuple[FactRule, ...]:
    """Every rule of the question; what cannot be read is noted and left out."""
    return tuple(_rule(reader) for reader in question.tables("facts"))


def _rule(reader: TableReader) -> FactRule:
    fact = reader.must_text("fact")
    if not (reader.has("gives") or reader.has("waits_for")):
        reader.note("fact", f"The rule for '{fact}' says nothing.", "Add gives = { ... } or waits_for = { ... }.")
    rule = FactRule(fact, _gives(reader), _waits_for(reader), reader.condition("when"))
    reader.finish()
    return rule


def _gives(reader: TableReader) -> Mapping[str, FactValue]:
    read: dict[str, FactValue] = {}
    for option, written in reader.table("gives").items():
        value = _fact_value(written)
        if value is None:
            reader.note("gives", f"What '{option}' gives cannot be read.", _CURE)
        else:
            read[option] = value
    return read


def _fact_value(written: object) -> FactValue | None:
    if isinstance(written, str):
        return written
    if not isinstance(written, list):
        return None
    if all(isinstance(item, str) for item in written):
        return tuple(written)
    if all(isinstance(item, dict) and _holds_words(item) for item in written):
        return tuple(written)
    return None


def _holds_words(record: Mapping[str, object]) -> bool:
    return bool(record) and all(isinstance(value, str) for value in record.values())


def _waits_for(reader: TableReader) -> Mapping[str, str]:
    read = {}
    for option, question_id in reader.table("waits_for").items():
        if isinstance(question_id, str):
            read[option] = question_id
        else:
            cure = f'Write waits_for = {{ {option} = "section.question" }}.'
            reader.note("waits_for", f"'{option}' waits for something that is not a question id.", cure)
    return read
