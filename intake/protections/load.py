"""Load every instrument with the words it needs, and every fault of every file at once."""

from __future__ import annotations

from pathlib import Path

from intake.errors import ContentProblem
from intake.protections.data_files.instrument_file import read_instrument
from intake.protections.data_files.shared_conditions import Vocabulary
from intake.protections.data_files.words import load_facts, load_jurisdictions, load_limits
from intake.protections.model import Instrument, Protections
from intake.resource_files import content_files


def load_protections(root: Path | None = None) -> tuple[Protections, list[ContentProblem]]:
    """Read all data files of the protections; what is faulty is left out and named in the problems."""
    problems: list[ContentProblem] = []
    facts = load_facts(root, problems)
    limits = load_limits(root, problems)
    jurisdictions = load_jurisdictions(root, problems)
    vocabulary = Vocabulary(facts, jurisdictions, frozenset(limits))
    instruments: dict[str, Instrument] = {}
    for file in content_files("instruments", root):
        if isinstance(file, ContentProblem):
            problems.append(file)
            continue
        instrument = read_instrument(file, vocabulary, problems)
        if instrument.id in instruments:
            what = f"The id '{instrument.id}' is taken by {instruments[instrument.id].file}."
            problems.append(file.problem("id", what, "Give this one another id."))
        instruments[instrument.id] = instrument
    return Protections(tuple(instruments.values()), jurisdictions, limits, facts), problems
