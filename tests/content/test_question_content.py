"""The shipped questions: sound, and in words that a person who is tired or afraid can follow."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from intake.questions.kinds import discover
from intake.questions.load import load_questions
from intake.questions.model import Audience, Fate, Question, Section
from intake.resource_files import resources_folder
from tests.content.reading_grade import reading_grade

TOP_GRADE = 7.0
QUESTIONS, PROBLEMS = load_questions()
FOR_THE_PERSON = [one for one in QUESTIONS.questions if one.audience is Audience.PERSON]
LABELLING = ("victim", "prostitut", "illegal", "criminal", "offender", "addict", "refuse")
"""Words that no text shown to the person may hold: they label, or they judge."""


def by_id(question: Question) -> str:
    return question.id


def sentences(question: Question) -> Iterator[str]:
    yield from (question.prompt, question.why_we_ask, question.help, question.script)
    yield from (option.label for option in question.options)


def test_the_question_files_hold_no_fault() -> None:
    assert [str(problem) for problem in PROBLEMS] == []


def test_every_file_became_a_section_or_a_question() -> None:
    files = list((resources_folder() / "questions").rglob("*.toml"))
    assert len(files) == len(QUESTIONS.sections) + len(QUESTIONS.questions) > 0


def test_every_section_has_questions_and_a_letter_of_its_own() -> None:
    assert all(QUESTIONS.of_section(section.id) for section in QUESTIONS.sections)
    letters = [section.letter for section in QUESTIONS.sections]
    assert len(set(letters)) == len(letters)


def test_the_gates_come_first_and_consent_stands_in_the_last_of_them() -> None:
    gates = [section.gate for section in QUESTIONS.sections]
    assert gates == sorted(gates, reverse=True)
    last_gate = QUESTIONS.sections[gates.count(True) - 1]
    assert QUESTIONS.question("limits.go_on").section == last_gate.id


@pytest.mark.parametrize("question", FOR_THE_PERSON, ids=by_id)
def test_a_question_to_the_person_reads_at_grade_seven_or_lower(question: Question) -> None:
    assert reading_grade(f"{question.prompt} {question.help}".strip()) <= TOP_GRADE
    assert reading_grade(question.why_we_ask) <= TOP_GRADE
    assert reading_grade(question.script) <= TOP_GRADE


@pytest.mark.parametrize("section", QUESTIONS.sections, ids=lambda section: section.id)
def test_a_section_reads_at_grade_seven_or_lower(section: Section) -> None:
    assert reading_grade(section.title) <= TOP_GRADE
    assert reading_grade(section.note) <= TOP_GRADE


@pytest.mark.parametrize("question", QUESTIONS.questions, ids=by_id)
def test_a_text_does_not_label_raise_its_voice_or_say_refused(question: Question) -> None:
    said = " ".join(sentences(question)).lower()
    assert "!" not in said
    if question.audience is Audience.PERSON:
        assert [word for word in LABELLING if word in said] == []


@pytest.mark.parametrize("question", QUESTIONS.questions, ids=by_id)
def test_only_what_may_leave_names_who_may_receive_it(question: Question) -> None:
    assert not question.recipients or question.fate is Fate.WITH_PERMISSION


def test_every_kind_of_answer_is_asked_for_by_some_question() -> None:
    assert {question.kind for question in QUESTIONS.questions} == set(discover())
