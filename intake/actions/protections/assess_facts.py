"""The verb `assess`: one request of facts, one finding for each instrument of its jurisdiction."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from intake.content import Content
from intake.protections.assess import assess
from intake.protections.facts_json import facts_from_json, name_to_repeat
from intake.protections.to_json import finding_to_json


def assess_line(content: Content, line: object, today: date) -> Mapping[str, object] | str:
    """The answer to one line, or the sentence that says what to mend in it."""
    if not isinstance(line, Mapping):
        return "A request is an object with id, jurisdiction and facts."
    strange = sorted(set(line) - {"id", "jurisdiction", "facts"})
    if strange:
        return f"{name_to_repeat(strange[0]) or 'One name'} is not a part of a request. Use id, jurisdiction and facts."
    jurisdiction = line.get("jurisdiction")
    known = content.protections.jurisdictions
    if not isinstance(jurisdiction, str) or jurisdiction not in known:
        return f"'jurisdiction' must be one of {', '.join(known)}."
    facts = facts_from_json(line.get("facts", {}), content.protections)
    if isinstance(facts, tuple):
        return " ".join(facts)
    findings = assess(content.protections, jurisdiction, facts, today)
    return {
        "id": line.get("id"),
        "findings": [finding_to_json(finding, content.protections) for finding in findings],
    }
