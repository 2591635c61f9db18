"""Somebody who answers everything: each question as fully as it can be, so that no part stays shut."""

from __future__ import annotations

import json

from intake.content import Content
from intake.questions.model import Question
from tests.journeys.people import GATES, Person

ONLY_WITHOUT = frozenset(
    {
        "evidence.where",
        "evidence.private",
        "limits.youth_rule",
        "happened.for_someone",
        "body.theirs_hurts",
        "danger.theirs_again",
        "danger.theirs_kill",
        "danger.theirs_places",
        "reported.called_for_help",
    }
)
"""Asked only where another answer was not given, of somebody below 18, or of somebody who speaks for another."""

OPENING: dict[str, str | tuple[str, ...]] = {
    **GATES,
    "setup.note_level": "statement_prep",
    "setup.visit": "full",
    "limits.notes": "longer",
    "account.start": "written",
    "account.long_notes": "yes",
    "happened.who": "to_me",
    "other_person.official": "no",
    "other_person.known": "met_before",
    "when_where.day": "2026-11-02",
    "reported.when": "2026-11-03",
    "reported.number": "230 123 456",
    "vehicle.plate": "7ABC123",
    "vehicle.number": "415 555 0188",
    "help.deadline": "2026-12-04",
    "leaving.next_day": "2026-12-01",
    "leaving.keep_until": "2027-06-30",
    "private.show": "fit",
    "comfort.name": "Oakley",
}


def answers_to_everything(content: Content, recipient_id: str) -> Person:
    """Every question with an answer; what is typed where it stays here carries a word of its own."""
    says = {
        one.id: OPENING.get(one.id) or _said(one, f"Quillmark{number}")
        for number, one in enumerate(content.questions.questions)
        if one.id not in ONLY_WITHOUT
    }
    return Person(name="everything", recipient=recipient_id, says=says, stays=("Quillmark",))


def _said(question: Question, word: str) -> str | tuple[str, ...]:
    first = [one.id for one in question.options]
    if question.kind in ("multiple_choice", "body_map"):
        alone = {"none", "nobody", "no", "not_sure"}
        return tuple(one for one in first if one not in alone)
    lines = {
        "pieces": [{"words": word, "tag": one} for one in first],
        "senses": [{"sense": one, "words": word} for one in first],
        "log": [{"day": "2026-11", "way": one, "words": word} for one in first],
        "things": [{"what": one, **{column.id: column.options[0].id for column in question.columns}} for one in first],
    }
    if question.kind in lines:
        return json.dumps(lines[question.kind])
    return first[0] if first else word
