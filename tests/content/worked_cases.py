"""Worked cases as their files state them: an invented person, the facts, and what the text of the law makes of them.

The expectations were written from the texts, not from what the program says. An outcome given as a list means that
the text decides no further than that.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from intake.conditions.facts import Facts
from intake.protections.findings import Finding
from intake.protections.model import Outcome

FOLDER = Path(__file__).parent / "scenarios"
CASE_KEYS = {"name", "jurisdiction", "like", "facts", "without", "expect", "never", "instruments_absent"}
EXPECT_KEYS = {
    "instrument",
    "outcome",
    "rules",
    "rules_not_judged",
    "mention",
    "not_mention",
    "missing",
    "verification",
    "confirm_first",
    "why",
}


@dataclass(frozen=True)
class Expected:
    """What one instrument must come to; ``why`` names the row of the law that says so."""

    instrument: str
    why: str
    outcomes: frozenset[Outcome] = frozenset(Outcome)
    rules: Mapping[str, frozenset[Outcome]] = field(default_factory=dict)
    rules_not_judged: tuple[str, ...] = ()
    mention: tuple[str, ...] = ()
    not_mention: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    verification: frozenset[str] = frozenset()
    confirm_first: bool | None = None


@dataclass(frozen=True)
class WorkedCase:
    """One invented person, and every instrument of which something is expected."""

    name: str
    file: str
    jurisdiction: str
    facts: Mapping[str, object]
    expected: tuple[Expected, ...]
    never: frozenset[Outcome] = frozenset()
    instruments_absent: tuple[str, ...] = ()


def worked_cases() -> list[WorkedCase]:
    """Every case of every file, in order."""
    return [case for path in sorted(FOLDER.glob("*.toml")) for case in _cases(path)]


def differences(expected: Expected, finding: Finding) -> Iterator[str]:
    """Everything in which a finding is otherwise than the text of the law has it."""
    if finding.outcome not in expected.outcomes:
        yield f"comes to {finding.outcome}, not {_words(expected.outcomes)}"
    judged = {rule.rule: rule.outcome for rule in finding.rules}
    for rule, outcomes in expected.rules.items():
        if judged.get(rule) not in outcomes:
            yield f"rule {rule} comes to {judged.get(rule)}, not {_words(outcomes)}"
    yield from (f"rule {rule} is judged" for rule in expected.rules_not_judged if rule in judged)
    yield from (f"does not mention {tag}" for tag in expected.mention if tag not in finding.mention)
    yield from (f"mentions {tag}" for tag in expected.not_mention if tag in finding.mention)
    missing = {name for rule in finding.rules for name in rule.missing}
    yield from (f"does not ask for {name}" for name in expected.missing if name not in missing)
    if expected.verification and finding.verification not in expected.verification:
        yield f"is {finding.verification}, not {' or '.join(sorted(expected.verification))}"
    if expected.confirm_first not in (None, finding.confirm_first):
        yield f"confirm_first is {finding.confirm_first}"


def every_fact(case: WorkedCase, facts: Facts | tuple[str, ...]) -> Facts:
    """The facts of a case, which must be readable."""
    assert isinstance(facts, Facts), (case.name, facts)
    return facts


def _cases(path: Path) -> Iterator[WorkedCase]:
    told: dict[str, Mapping[str, Any]] = {}
    for table in tomllib.loads(path.read_text(encoding="utf-8"))["cases"]:
        assert set(table) <= CASE_KEYS, (table["name"], set(table) - CASE_KEYS)
        earlier = told[table["like"]] if "like" in table else {}
        facts = dict(earlier.get("facts", {})) | table.get("facts", {})
        for name in table.get("without", []):
            del facts[name]
        place = table.get("jurisdiction", earlier.get("jurisdiction"))
        told[table["name"]] = {"facts": facts, "jurisdiction": place}
        yield WorkedCase(
            table["name"],
            path.name,
            place,
            facts,
            tuple(_expected(one) for one in table["expect"]),
            _outcomes(table.get("never", [])),
            tuple(table.get("instruments_absent", [])),
        )


def _expected(table: Mapping[str, Any]) -> Expected:
    assert set(table) <= EXPECT_KEYS, set(table) - EXPECT_KEYS
    checked = table.get("verification", [])
    return Expected(
        instrument=table["instrument"],
        why=table["why"],
        outcomes=_outcomes(table.get("outcome", list(Outcome))),
        rules={rule: _outcomes(words) for rule, words in table.get("rules", {}).items()},
        rules_not_judged=tuple(table.get("rules_not_judged", [])),
        mention=tuple(table.get("mention", [])),
        not_mention=tuple(table.get("not_mention", [])),
        missing=tuple(table.get("missing", [])),
        verification=frozenset([checked] if isinstance(checked, str) else checked),
        confirm_first=table.get("confirm_first"),
    )


def _outcomes(words: str | list[str]) -> frozenset[Outcome]:
    return frozenset(Outcome(word) for word in ([words] if isinstance(words, str) else words))


def _words(outcomes: frozenset[Outcome]) -> str:
    return " or ".join(outcome for outcome in Outcome if outcome in outcomes)
