"""The interview in Spanish: nothing missing, plain enough to hear once, and as gentle as the English."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from intake.questions.kinds import discover
from intake.questions.model import Audience, Question, Section
from intake.wording.catalogue import load_wording
from tests.content.reading_ease_es import reading_ease
from tests.content.test_protections_in_spanish import EASY_ENOUGH, NEVER
from tests.shipped import shipped_content

CONTENT = shipped_content()
SPANISH = load_wording("es")
SECTIONS = (*CONTENT.questions.sections, *CONTENT.counted.sections)
QUESTIONS = (*CONTENT.questions.questions, *CONTENT.counted.questions)
FOR_THE_PERSON = [one for one in QUESTIONS if one.audience is Audience.PERSON]
NEW_KINDS = ("kind.rows.", "kind.coming_date.")
FOR_STAFF = 55.0
"""From here on the scale says "normal", the level of the press: what staff read for themselves."""

Message = tuple[str, str]


def section_messages(section: Section) -> Iterator[Message]:
    yield f"section.{section.id}.title", section.title
    if section.note:
        yield f"section.{section.id}.note", section.note


def heard(question: Question) -> Iterator[Message]:
    """What is read out, or read by the person."""
    yield f"question.{question.id}.prompt", question.prompt
    yield f"question.{question.id}.why", question.why_we_ask
    if question.script:
        yield f"question.{question.id}.script", question.script


def question_messages(question: Question) -> Iterator[Message]:
    yield from heard(question)
    if question.help:
        yield f"question.{question.id}.help", question.help
    for option in question.options:
        yield f"option.{question.id}.{option.id}", option.label


MESSAGES = [message for section in SECTIONS for message in section_messages(section)]
MESSAGES += [message for question in QUESTIONS for message in question_messages(question)]
MESSAGES += [
    (message.message_id, message.english)
    for kind in discover().values()
    for message in kind.messages
    if message.message_id.startswith(NEW_KINDS)
]


def test_every_text_has_its_spanish() -> None:
    assert [pair for pair in MESSAGES if not SPANISH.covers(*pair)] == []


@pytest.mark.parametrize("question", FOR_THE_PERSON, ids=lambda one: one.id)
def test_what_the_person_hears_is_as_easy_as_a_text_for_primary_school(question: Question) -> None:
    for message in heard(question):
        assert reading_ease(SPANISH.text(*message)) >= EASY_ENOUGH, message[0]


@pytest.mark.parametrize("section", SECTIONS, ids=lambda one: one.id)
def test_a_section_is_as_easy(section: Section) -> None:
    for message in section_messages(section):
        assert reading_ease(SPANISH.text(*message)) >= EASY_ENOUGH, message[0]


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda one: one.id)
def test_what_staff_read_is_no_harder_than_a_newspaper(question: Question) -> None:
    if question.help:
        assert reading_ease(SPANISH.text(f"question.{question.id}.help", question.help)) >= FOR_STAFF


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda one: one.id)
def test_no_text_blames_alarms_or_labels(question: Question) -> None:
    for message in question_messages(question):
        said = SPANISH.text(*message)
        assert not NEVER.search(said), said


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda one: one.id)
def test_a_question_stays_a_question_and_keeps_its_numbers(question: Question) -> None:
    for message_id, english in question_messages(question):
        said = SPANISH.text(message_id, english)
        if message_id.startswith("question."):
            assert said.endswith(("?", ".")), said
            assert ("?" in said) == ("?" in english), said
            assert said.count("¿") == said.count("?"), said
            assert len(re.findall(r"\d+", said)) == len(re.findall(r"\d+", english)), said
        assert len(said) <= max(2.2 * len(english), len(english) + 30), said


def test_a_script_has_as_many_lines_as_the_english_one() -> None:
    for question in QUESTIONS:
        for part, text in (("script", question.script), ("help", question.help)):
            if text:
                said = SPANISH.text(f"question.{question.id}.{part}", text)
                assert said.count("\n") == text.strip().count("\n"), question.id


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda one: one.id)
def test_no_two_choices_of_a_question_are_called_alike(question: Question) -> None:
    labels = [SPANISH.text(f"option.{question.id}.{one.id}", one.label) for one in question.options]
    assert len(set(labels)) == len(labels)
