"""Read the examples of an instrument, and see that every promise has one of each kind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain

from intake.conditions.facts import Facts, FactValue
from intake.errors import ContentProblem
from intake.protections.data_files.shared_conditions import Vocabulary
from intake.protections.data_files.table_reader import TableReader
from intake.protections.facts_json import read_facts
from intake.protections.model import Example, Instrument, Outcome
from intake.resource_files import ContentFile


def read_examples(reader: TableReader, vocabulary: Vocabulary) -> tuple[Example, ...]:
    """The ``[[examples]]`` of a file. One may build on an earlier one by ``like`` and ``without``."""
    read: dict[str, Mapping[str, object]] = {}
    examples = []
    for table in reader.each("examples"):
        name = table.text("name")
        if name in read:
            table.complain("examples", f"Two examples are called '{name}'.", "Give one of them another name.")
        raw = _raw_facts(table, read)
        read[name] = raw
        examples.append(_example(name, table, raw, vocabulary))
        table.finish()
    return tuple(examples)


def example_faults(instrument: Instrument, file: ContentFile) -> Iterator[ContentProblem]:
    """What the examples forget: a kind of outcome for a promise, or a rule that does not exist."""
    promises = {rule.id for rule in instrument.promises}
    for example in instrument.examples:
        for rule_id in sorted({*example.rules, *example.narrowed} - promises):
            what = f"The example '{example.name}' speaks of a promise '{rule_id}' that is not here."
            yield file.problem("examples", what, "Mend the id of the rule.")
    for rule in instrument.promises:
        seen = {example.rules[rule.id] for example in instrument.examples if rule.id in example.rules}
        kinds = {"yes": rule.at_best, "no": Outcome.DOES_NOT_APPLY, "cannot-tell": Outcome.NEEDS_INFO}
        for kind, outcome in kinds.items():
            if outcome not in seen:
                what = f"The promise '{rule.id}' has no {kind} example ({outcome})."
                yield file.problem("examples", what, "Add one under [[examples]].")


def _raw_facts(table: TableReader, earlier: Mapping[str, Mapping[str, object]]) -> Mapping[str, object]:
    facts = table.value("facts")
    if facts is not None and not isinstance(facts, Mapping):
        table.complain("facts", "'facts' is not a table.", 'Write facts = { role = ["victim"] }.')
    own = {str(key): value for key, value in facts.items()} if isinstance(facts, Mapping) else {}
    like = table.optional_text("like")
    if like and like not in earlier:
        table.complain("like", f"There is no earlier example '{like}'.", "Mend the name, or move this one down.")
    base = dict(earlier.get(like, {})) | own
    for name in table.texts("without"):
        if base.pop(name, None) is None:
            table.complain("without", f"There is no fact '{name}' to leave out.", "Mend the name.")
    return base


def _example(name: str, table: TableReader, raw: Mapping[str, object], vocabulary: Vocabulary) -> Example:
    facts = read_facts(raw, vocabulary.facts, vocabulary.jurisdictions)
    values: Mapping[str, FactValue] = {}
    if isinstance(facts, Facts):
        values = facts.values
    else:
        for what in facts:
            table.complain("examples", f"In the example '{name}': {what}", "Mend the fact.")
    mention, silent_on, narrowed = table.texts("mention"), table.texts("silent_on"), _narrowed(table)
    for tag in sorted({*mention, *silent_on, *chain.from_iterable(narrowed.values())} - vocabulary.limits):
        table.complain("examples", f"In the example '{name}': there is no limit '{tag}'.", "Mend the tag.")
    today = table.optional_date("today")
    return Example(
        name=name,
        facts=values,
        rules=_outcomes(name, table),
        outcome=table.optional_choice("outcome", Outcome),
        mention=mention,
        silent_on=silent_on,
        narrowed=narrowed,
        missing=table.texts("missing"),
        today=today.earliest if today else None,
    )


def _narrowed(table: TableReader) -> Mapping[str, tuple[str, ...]]:
    if table.value("narrowed") is None:
        return {}
    inner = table.inner("narrowed")
    return {rule_id: inner.texts(rule_id) for rule_id in inner.names}


def _outcomes(name: str, table: TableReader) -> Mapping[str, Outcome]:
    found = {}
    for rule_id, word in table.words("rules").items():
        if word in tuple(Outcome):
            found[rule_id] = Outcome(word)
        else:
            table.complain(
                "examples",
                f"In the example '{name}': '{word}' is no outcome.",
                f"Use one of: {', '.join(Outcome)}.",
            )
    return found
