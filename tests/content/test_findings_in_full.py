"""A finding in full, word for word, for six worked cases in both languages: nothing is said that nobody meant to say.

If the words are meant, run again with FORTHRIGHT_REWRITE=1.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from intake.actions.protections.panel import Desk, FindingInFull
from intake.conditions.facts import Facts
from intake.protections.facts_json import facts_from_json
from tests.content.worked_cases import WorkedCase, worked_cases
from tests.shipped import shipped_content

CONTENT = shipped_content()
TODAY = date(2026, 11, 21)
SNAPSHOTS = Path(__file__).parent / "snapshots"
REWRITE = os.environ.get("FORTHRIGHT_REWRITE") == "1"
CHOSEN = {
    "sf-da": ("sf_da_promises.toml", "us-ca-sf-da-safety"),
    "sf-police": ("sf_police.toml", "us-ca-sf-pd-2017"),
    "arrest": ("california_arrest_and_proof.toml", "us-ca-pc-647.3"),
    "defence": ("california_defences_and_records.toml", "us-ca-pc-236.24"),
    "papers": ("papers_and_status.toml", "us-8-usc-1367"),
    "washington": ("washington_and_dc.toml", "us-wa-rcw-9a.88.200"),
}


def the_case(file: str, instrument: str) -> WorkedCase:
    return next(
        case
        for case in worked_cases()
        if case.file == file and any(expected.instrument == instrument for expected in case.expected)
    )


def found(name: str, language: str) -> FindingInFull:
    file, instrument = CHOSEN[name]
    facts = facts_from_json(the_case(file, instrument).facts, CONTENT.protections)
    assert isinstance(facts, Facts)
    return Desk(CONTENT.protections, CONTENT.wording(language), TODAY).in_full(instrument, facts)


def words(finding: FindingInFull) -> Iterator[str]:
    """As the screen shows it, from top to bottom."""
    card, page = finding.card, finding.page
    yield f"# {page.title}"
    yield f"[{card.shape}] {card.headline}"
    yield from (card.plain_words, finding.who_promised, *(f"- {line}" for line in card.because))
    for rule in finding.rules:
        yield f"## {rule.title}"
        yield f"[{rule.shape}] {rule.headline}"
        yield rule.effect
        yield from (f"{one.word}: {one.sentence}" for one in rule.conditions)
        yield from (*rule.because, rule.narrowed_line)
    yield f"## {page.headings['stops']}"
    for limit in finding.limits:
        yield f"- {limit.sentence} {limit.source_line}".rstrip()
    yield from card.notes
    yield f"## {page.headings['say']}"
    yield from page.what_to_say
    yield f"## {page.headings['first']}"
    yield from page.before_you_rely
    yield f"## {page.headings['source']}"
    yield from (page.source_line, page.dates_line, page.verification_sentence, page.checked_line, page.checked_how)
    yield from (page.read_line, page.reviewed_line, page.lawyer_line, page.due_line)


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("name", CHOSEN)
def test_a_finding_says_what_it_said_before(name: str, language: str) -> None:
    path = SNAPSHOTS / f"{name}.{language}.txt"
    said = "\n".join(line for line in words(found(name, language)) if line) + "\n"
    if REWRITE:
        path.write_text(said, encoding="utf-8")
    assert said == path.read_text(encoding="utf-8"), "if the words are meant, run again with FORTHRIGHT_REWRITE=1"


@pytest.mark.parametrize("name", CHOSEN)
def test_nothing_english_is_left_in_a_spanish_finding_but_names_and_places_of_texts(name: str) -> None:
    english, spanish = (set(words(found(name, language))) for language in ("en", "es"))
    shared = {line for line in english & spanish if line}
    assert shared == set()


def test_every_condition_is_told_with_its_state_and_what_decided_is_among_them() -> None:
    finding = found("sf-da", "en")
    for rule in finding.rules:
        assert rule.conditions
        assert {one.state for one in rule.conditions} <= {"met", "not_met", "not_known"}
        if rule.shape in ("full", "half"):
            assert {one.state for one in rule.conditions} == {"met"}
