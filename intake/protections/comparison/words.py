"""The fixed words of the comparison, and every text of it with its message id."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from intake.protections.comparison.model import Comparison

WORDS: Mapping[str, str] = {
    "title": "Comparison of policies",
    "lead": "How some policies stand to a guide and to a model policy. It is about texts alone. No person is in it.",
    "what_words_mean": "What the words mean",
    "at_a_glance": "At a glance",
    "row": "What to look for",
    "row_by_row": "Row by row",
    "policies": "The policies, and how well we know them",
    "questions": "Questions for an office that writes or mends a policy",
    "covered": "Covered",
    "partly": "In part",
    "left_out": "Left out",
    "not_known": "Not known",
    "covered_means": "The text says it.",
    "partly_means": "The text says some of it.",
    "left_out_means": "The text does not say it.",
    "not_known_means": "We have not seen enough of the text to tell.",
    "source": "Source: {citation}.",
    "written_at": "Written at: {locator}.",
    "looked_at": "Looked at: {locator}.",
    "read_on": "Read on {day}.",
    "told_on": "Accounts read on {day}.",
    "closing": "This is research and not legal advice. A policy can change. Ask a lawyer before you rely on it.",
}
"""English by name; the message id is ``comparison.<name>``."""

Message = tuple[str, str]


def messages(comparison: Comparison) -> Iterator[Message]:
    """Every text with its message id, each pair once."""
    yield from dict.fromkeys(_all(comparison))


def _all(comparison: Comparison) -> Iterator[Message]:
    for name, english in WORDS.items():
        yield f"comparison.{name}", english
    for group in comparison.groups:
        yield f"comparison.group.{group.id}", group.title
        for row in group.rows:
            yield f"comparison.row.{row.id}.title", row.title
            yield f"comparison.row.{row.id}.words", row.words
            yield "comparison.locator", row.locator
    for policy in comparison.policies:
        yield f"comparison.policy.{policy.id}.name", policy.name
        yield f"comparison.policy.{policy.id}.short_name", policy.short_name
        yield f"comparison.policy.{policy.id}.caution", policy.caution
        for where in policy.locators.values():
            yield "comparison.locator", where
        for cell in policy.cells.values():
            yield "comparison.reason", cell.reason
    for theme in comparison.themes:
        yield f"comparison.theme.{theme.id}", theme.title
        for question in theme.questions:
            yield "comparison.question", question
