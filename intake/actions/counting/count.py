"""Questions that are only counted: put them, add the answers to the totals, forget them."""

from __future__ import annotations

from collections.abc import Mapping

from intake.actions.interview.page import AskedQuestion, OptionWords
from intake.actions.session import OpenVault
from intake.answers.model import AnswerValue
from intake.errors import Mishap
from intake.questions.counting.totals import totals_from_json
from intake.questions.kinds import NotUnderstood, discover

SETTING = "counted"
"""The name under which the totals lie among the settings of the vault, with no word of any report."""


def counted_sections(session: OpenVault) -> tuple[tuple[str, str, str], ...]:
    """Id, title and note of each part, in the language of the desk."""
    wording = session.content.wording(session.language)
    return tuple(
        (one.id, wording.text(f"section.{one.id}.title", one.title), wording.text(f"section.{one.id}.note", one.note))
        for one in session.content.counted.sections
    )


def counted_questions(session: OpenVault, section_id: str) -> tuple[AskedQuestion, ...]:
    """The questions of one part, as they are put."""
    wording = session.content.wording(session.language)
    return tuple(
        AskedQuestion(
            id=one.id,
            catalogue=one.catalogue,
            section_id=one.section,
            section_title="",
            kind=one.kind,
            prompt=wording.text(f"question.{one.id}.prompt", one.prompt),
            why_we_ask=wording.text(f"question.{one.id}.why", one.why_we_ask),
            help="",
            script="",
            audience=one.audience.value,
            fate=one.fate,
            options=tuple(
                OptionWords(option.id, wording.text(f"option.{one.id}.{option.id}", option.label))
                for option in one.options
            ),
        )
        for one in session.content.counted.of_section(section_id)
    )


def count(session: OpenVault, raw: Mapping[str, str | tuple[str, ...]], *, said_yes: bool) -> None:
    """Add one person's answers to the totals of this year, and keep nothing else.

    Raises Mishap ``count_needs_a_yes`` and ``nothing_to_count``; then nothing was added.
    """
    if not said_yes:
        raise Mishap(
            "count_needs_a_yes",
            "It is not marked that the person said yes to being counted.",
            "Nothing was counted.",
            "Ask: may we count this, with no name? Without a yes, nothing is counted.",
        )
    answers = _read(session, raw)
    if not answers:
        raise Mishap(
            "nothing_to_count", "No answer is marked yet.", "Nothing was counted.", "Mark an answer, or leave it be."
        )
    totals = totals_from_json(session.store.setting(SETTING))
    session.store.put_setting(SETTING, totals.with_one_more(session.newest_day.year, answers).to_json())


def _read(session: OpenVault, raw: Mapping[str, str | tuple[str, ...]]) -> dict[str, AnswerValue]:
    kinds = discover()
    answers: dict[str, AnswerValue] = {}
    for name, given in raw.items():
        question = session.content.counted.question(name)
        value = kinds[question.kind].parse(given, question, session.clock)
        if not isinstance(value, NotUnderstood):
            answers[name] = value
    return answers
