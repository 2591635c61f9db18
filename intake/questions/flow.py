"""What is asked, what comes next, and which answers still count.

A question is asked when its ``ask_when`` is *yes* over the answers to questions that are themselves asked;
*cannot tell* does not open it. An answer whose question is no longer asked is kept, but it opens nothing and feeds
nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from intake.answers.model import Answer, AnswerValue, ApproximateDate, Choice, Choices
from intake.conditions.evaluate import evaluate, missing
from intake.conditions.facts import Facts, FactValue
from intake.conditions.model import Truth
from intake.questions.model import Question, Questions, Section

CONSENT = "limits.go_on"
"""The question whose *yes* unlocks every section that is no gate (catalogue, C6)."""

_GOES_ON = Choice("yes")


@dataclass(frozen=True, slots=True)
class Walk:
    """One walk through the interview with the answers there are, in order of the interview."""

    asked: tuple[Question, ...]
    may_follow: tuple[Question, ...]
    """Not asked yet, but an answer that is still open could bring them up."""
    answers: Mapping[str, Answer] = field(repr=False)
    """The answers to the questions asked."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the interview stands: the questions that may be put now, in order, and the sections that are locked."""

    open: tuple[Question, ...]
    locked: frozenset[str]


def walk(questions: Questions, answers: Mapping[str, Answer]) -> Walk:
    """Settle every question once, each over the answers before it."""
    asked: dict[str, Question] = {}
    may_follow: dict[str, Question] = {}
    kept: dict[str, Answer] = {}
    given: dict[str, FactValue] = {}
    for question in questions.questions:
        truth, open_subjects = _judge(question, Facts(given))
        if truth is Truth.YES:
            asked[question.id] = question
            kept |= _of(question, answers)
            given |= as_facts(_of(question, answers))
        elif any(name in asked or name in may_follow for name in open_subjects):
            may_follow[question.id] = question
    return Walk(tuple(asked.values()), tuple(may_follow.values()), kept)


def is_asked(question: Question, answers: Mapping[str, Answer]) -> bool:
    """Whether these answers open the question. Give it ``applicable`` answers: the others may open nothing."""
    return _judge(question, Facts(as_facts(answers)))[0] is Truth.YES


def asked_questions(questions: Questions, answers: Mapping[str, Answer]) -> tuple[Question, ...]:
    """Every question that the answers open, whether or not its section is unlocked yet."""
    return walk(questions, answers).asked


def applicable(questions: Questions, answers: Mapping[str, Answer]) -> dict[str, Answer]:
    """The answers whose question is still asked; the others feed nothing."""
    return dict(walk(questions, answers).answers)


def is_unlocked(section: Section, questions: Questions, answers: Mapping[str, Answer]) -> bool:
    """Gate sections always are; the others once the person has said that they want to go on."""
    return section.gate or _goes_on(walk(questions, answers))


def standing(questions: Questions, answers: Mapping[str, Answer]) -> Standing:
    """Which questions may be put now, and which sections are locked, from one walk."""
    walked = walk(questions, answers)
    goes_on = _goes_on(walked)
    locked = frozenset(section.id for section in questions.sections if not (section.gate or goes_on))
    return Standing(tuple(question for question in walked.asked if question.section not in locked), locked)


def open_ids(questions: Questions, answers: Mapping[str, Answer]) -> frozenset[str]:
    """The ids of the questions that may be put now."""
    return frozenset(question.id for question in standing(questions, answers).open)


def next_after(questions: Questions, answers: Mapping[str, Answer], question_id: str) -> Question | None:
    """The next question to put, in this section or a later one; None at the end or at a locked door.

    Raises KeyError for an unknown question.
    """
    place = _place(questions, question_id)
    return _first_open(questions, answers, questions.questions[place + 1 :])


def before(questions: Questions, answers: Mapping[str, Answer], question_id: str) -> Question | None:
    """The question before this one, None at the start. Raises KeyError for an unknown question."""
    place = _place(questions, question_id)
    return _first_open(questions, answers, reversed(questions.questions[:place]))


def first_of_section(questions: Questions, answers: Mapping[str, Answer], section_id: str) -> Question | None:
    """The first question to put in this section; None when it is locked or has nothing to ask."""
    return _first_open(questions, answers, questions.of_section(section_id))


def _first_open(questions: Questions, answers: Mapping[str, Answer], candidates: Iterable[Question]) -> Question | None:
    may_be_put = {question.id for question in standing(questions, answers).open}
    return next((question for question in candidates if question.id in may_be_put), None)


def _goes_on(walked: Walk) -> bool:
    consent = walked.answers.get(CONSENT)
    return consent is not None and consent.value == _GOES_ON


def _place(questions: Questions, question_id: str) -> int:
    return questions.questions.index(questions.question(question_id))


def _of(question: Question, answers: Mapping[str, Answer]) -> dict[str, Answer]:
    return {question.id: answers[question.id]} if question.id in answers else {}


def as_facts(answers: Mapping[str, Answer]) -> dict[str, FactValue]:
    """The answers that have a value, as a condition over questions reads them."""
    return {name: _plain(answer.value) for name, answer in answers.items() if answer.value is not None}


def _judge(question: Question, given: Facts) -> tuple[Truth, tuple[str, ...]]:
    """Whether the question is asked, and the subjects that leave this open."""
    if question.ask_when is None:
        return Truth.YES, ()
    step = evaluate(question.ask_when, given)
    return step.truth, missing(step)


def _plain(value: AnswerValue) -> FactValue:
    if isinstance(value, Choice):
        return value.option
    if isinstance(value, Choices):
        return value.options
    return value.iso if isinstance(value, ApproximateDate) else value.text
