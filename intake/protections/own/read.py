"""Read an instrument that an organisation wrote: the same file as a shipped one, and a stricter measure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta

from intake.errors import ContentProblem
from intake.protections.data_files.instrument_file import read_instrument
from intake.protections.data_files.shared_conditions import Vocabulary
from intake.protections.data_files.table_reader import TableReader
from intake.protections.examples import surprises
from intake.protections.model import (
    MODEL_JURISDICTION,
    CurrencyStatus,
    Instrument,
    Jurisdiction,
    Kind,
    Protections,
    Verification,
)
from intake.resource_files import ContentFile, read_content_bytes

OWN = "own-"
ALWAYS_SAID = ("currency", "discretionary", "binds_one_office")
"""Limits that every policy of an office has, whatever is told."""
LONGEST_REVIEW = timedelta(days=366)
_ID = re.compile(r"own-[a-z0-9]+(-[a-z0-9]+)*", re.ASCII)
_LONGEST_ID = 80
_MOST_RULES, _MOST_EXAMPLES = 40, 200


@dataclass(frozen=True, slots=True)
class OwnFile:
    """What one file comes to. ``instrument`` is None when it cannot be used; then ``problems`` say why.

    ``place`` is the county that it brings along, if it does.
    """

    instrument: Instrument | None
    place: Jurisdiction | None
    problems: tuple[ContentProblem, ...]


def read_own(name: str, raw: bytes, shipped: Protections) -> OwnFile:
    """Read one file under the name by which its faults are told. Nothing in it can stop the program."""
    file = read_content_bytes(name, raw)
    if isinstance(file, ContentProblem):
        return OwnFile(None, None, (file,))
    problems: list[ContentProblem] = []
    place = _place(file, shipped, problems)
    places = dict(shipped.jurisdictions) | ({place.id: place} if place else {})
    instrument = read_instrument(
        _in_its_folder(file), Vocabulary(shipped.facts, places, frozenset(shipped.limits)), problems
    )
    problems.extend(_stricter(instrument, place, file, shipped))
    if not problems:
        problems.extend(_surprising(instrument, file))
    told = tuple(dict.fromkeys(replace(problem, file=name) for problem in problems))
    return OwnFile(None if told else instrument, place, told)


def _in_its_folder(file: ContentFile) -> ContentFile:
    """The file as though it lay where a shipped one of its id and place lies: those two are checked apart."""
    table = {key: value for key, value in file.table.items() if key != "place"}
    return ContentFile(f"{table.get('jurisdiction')}/{table.get('id')}.toml", table, file.text)


def _place(file: ContentFile, shipped: Protections, problems: list[ContentProblem]) -> Jurisdiction | None:
    table = file.table.get("place")
    if table is None:
        return None
    if not isinstance(table, Mapping):
        problems.append(file.problem("place", "'place' is not a table.", "Write it as [place]."))
        return None
    reader = TableReader(file, table, problems)
    place = Jurisdiction(reader.text("id"), reader.text("name"), reader.text("parent"))
    reader.finish()
    if place.parent not in shipped.jurisdictions:
        reader.complain("parent", "The place lies in one that is not known here.", "Use us-ca or us, for example.")
    elif not re.fullmatch(re.escape(place.parent) + r"-own-[a-z0-9]+(-[a-z0-9]+)*", place.id, re.ASCII):
        what = "A place of your own is called after the one that it lies in."
        reader.complain("place", what, f'Write id = "{place.parent}-own-" and a short name.')
    elif len(place.id) <= _LONGEST_ID:
        return place
    else:
        reader.complain("place", f"The id of the place has more than {_LONGEST_ID} signs.", "Make it shorter.")
    return None


def _stricter(
    instrument: Instrument, place: Jurisdiction | None, file: ContentFile, shipped: Protections
) -> Iterator[ContentProblem]:
    if not _ID.fullmatch(instrument.id) or len(instrument.id) > _LONGEST_ID:
        yield file.problem("id", "The id of a rule of your own begins with 'own-'.", 'Write id = "own-a-short-name".')
    if place and instrument.jurisdiction != place.id:
        yield file.problem("jurisdiction", "The file brings a place that it does not use.", "Make the two the same.")
    if MODEL_JURISDICTION in (instrument.jurisdiction, instrument.kind.value):
        what = "A model binds nobody, so an office has none of its own."
        yield file.problem("kind", what, 'Write kind = "prosecutor_policy" and the place of the office.')
    if instrument.verification is Verification.TEXT_READ:
        what = "A file cannot say that its text was read. That is said in the vault, where the text is."
        yield file.problem("verification", what, 'Write verification = "unverified" or "secondary".')
    if instrument.currency.status is CurrencyStatus.CONFIRMED:
        what = "A rule of your own is asked about each time."
        yield file.problem("status", what, 'Write status = "unconfirmed".')
    if instrument.review.due_on - instrument.review.on > LONGEST_REVIEW:
        yield file.problem("due_on", "The next review is more than a year away.", "Choose a day within a year.")
    if instrument.kind is not Kind.STATUTE:
        yield from _missing_limits(instrument, file)
    if len(instrument.rules) > _MOST_RULES or len(instrument.examples) > _MOST_EXAMPLES:
        what = f"There are more than {_MOST_RULES} rules or {_MOST_EXAMPLES} examples."
        yield file.problem("rules", what, "Split the file into two rules of your own.")
    if any(one.id == instrument.id for one in shipped.instruments):
        yield file.problem("id", "This id is one that came with the program.", "Give it another id.")


def _missing_limits(instrument: Instrument, file: ContentFile) -> Iterator[ContentProblem]:
    said = {limit.tag for limit in instrument.limits if limit.when is None}
    for tag in ALWAYS_SAID:
        if tag not in said:
            what = f"A policy always has the limit '{tag}', without a condition."
            yield file.problem("limits", what, f'Add {{ tag = "{tag}" }} to the limits of the file.')


def _surprising(instrument: Instrument, file: ContentFile) -> Iterator[ContentProblem]:
    cure = "Mend the rule or the example; ask the one who read the text which of them is right."
    for example in instrument.examples:
        for surprise in surprises(instrument, example):
            yield file.problem("examples", f"An example comes out otherwise: {surprise}", cure)
