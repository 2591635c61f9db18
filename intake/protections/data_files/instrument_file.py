"""Read one instrument from its file. A file that forgets a source, a date or an example is told so."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from intake.errors import ContentProblem
from intake.protections.data_files.example_tables import example_faults, read_examples
from intake.protections.data_files.for_the_desk import read_effects, read_offences, read_review, read_sentences
from intake.protections.data_files.rules import read_limits, read_rule
from intake.protections.data_files.shared_conditions import SharedConditions, Vocabulary
from intake.protections.data_files.table_reader import TableReader
from intake.protections.model import (
    MODEL_JURISDICTION,
    Currency,
    CurrencyStatus,
    DateThatCounts,
    Instrument,
    Kind,
    Rule,
    RuleRole,
    Source,
    Verification,
)
from intake.resource_files import ContentFile


def read_instrument(file: ContentFile, vocabulary: Vocabulary, problems: list[ContentProblem]) -> Instrument:
    """Read ``file``; its faults are added to ``problems``."""
    reader = TableReader(file, file.table, problems)
    tables = reader.value("conditions")
    shared = SharedConditions(tables if isinstance(tables, Mapping) else {}, vocabulary)
    rules = tuple(read_rule(rule, shared) for rule in reader.each("rules"))
    limits = read_limits(reader, shared)
    instrument = Instrument(
        id=reader.text("id"),
        file=file.name,
        title=reader.text("title"),
        short_title=reader.text("short_title"),
        plain_words=reader.text("plain_words"),
        who_promised=reader.text("who_promised"),
        jurisdiction=reader.text("jurisdiction"),
        kind=reader.choice("kind", Kind, Kind.MODEL),
        verification=reader.choice("verification", Verification, Verification.UNVERIFIED),
        source=_source(reader.inner("source")),
        currency=_currency(reader.inner("currency")),
        date_that_counts=reader.choice("date_that_counts", DateThatCounts, DateThatCounts.REPORT),
        rules=rules,
        review=read_review(reader.inner("review")),
        what_to_say=read_sentences(reader, "what_to_say", at_most=4),
        before_you_rely=read_sentences(reader, "before_you_rely", at_most=5),
        effects=read_effects(reader),
        offences_reached=read_offences(reader),
        in_force_from=reader.optional_date("in_force_from"),
        in_force_until=reader.optional_date("in_force_until"),
        limits=limits,
        examples=read_examples(reader, vocabulary),
    )
    reader.finish()
    _check(instrument, reader, vocabulary)
    for name in sorted(set(shared.tables) - shared.used):
        reader.complain(name, f"No rule uses the condition '{name}'.", "Take it out, or mend the name.")
    problems.extend(example_faults(instrument, file))
    return instrument


def _source(reader: TableReader) -> Source:
    source = Source(reader.text("citation"), reader.text("locator"), reader.day("read_on"), reader.text("read_by"))
    reader.finish()
    return source


def _currency(reader: TableReader) -> Currency:
    status = reader.choice("status", CurrencyStatus, CurrencyStatus.UNCONFIRMED)
    currency = Currency(status, reader.day("checked_on"), reader.text("how"))
    reader.finish()
    return currency


def _check(instrument: Instrument, reader: TableReader, vocabulary: Vocabulary) -> None:
    path = PurePosixPath(instrument.file)
    if instrument.id != Path(instrument.file).stem:
        reader.complain("id", f"The id '{instrument.id}' is not the name of the file.", "Make them the same.")
    if instrument.jurisdiction not in (*vocabulary.jurisdictions, MODEL_JURISDICTION):
        reader.complain(
            "jurisdiction", f"There is no jurisdiction '{instrument.jurisdiction}'.", "Add its file or mend the word."
        )
    elif instrument.jurisdiction != path.parent.name:
        reader.complain(
            "jurisdiction", "The jurisdiction is not the name of the folder.", "Move the file, or mend the word."
        )
    start, end = instrument.in_force_from, instrument.in_force_until
    if start and end and end.latest < start.earliest:
        reader.complain("in_force_until", "It ends before it begins.", "Mend in_force_from or in_force_until.")
    ids = [rule.id for rule in instrument.rules]
    for rule_id in sorted({name for name in ids if ids.count(name) > 1}):
        reader.complain("rules", f"Two rules are called '{rule_id}'.", "Give one of them another id.")
    told_only = instrument.kind is Kind.MODEL and not instrument.promises
    if not told_only and not any(rule.headline for rule in instrument.promises):
        reader.complain("rules", "No promise counts for the headline.", "Mark at least one with headline = true.")
    for rule in instrument.rules:
        for what in _strange_for_its_role(rule):
            reader.complain("rules", what, "See the rules of a neighbouring file.")


def _strange_for_its_role(rule: Rule) -> tuple[str, ...]:
    if rule.role is RuleRole.PROMISE:
        return () if rule.applies_when else (f"The promise '{rule.id}' does not say when it applies.",)
    if rule.applies_when or rule.headline:
        return (f"'{rule.id}' is no promise, so it has neither a condition nor a place in the headline.",)
    return ()
