"""What is asked, what comes next, and which answers still count.

A question is asked when its ``ask_when`` is *yes* over the answers to questions that are themselves asked;
*cannot tell* does not open it. An answer whose question is no longer asked is kept, but it opens nothing and feeds
nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from intake.answers.model import Answer, AnswerValue, ApproximateDate, Choice, Choices, Rows
from intake.conditions.evaluate import Step, evaluate, missing
from intake.conditions.facts import Facts, FactValue
from intake.conditions.model import Truth
from intake.questions.fitting import fitting
from intake.questions.model import Question, Questions, Section, Visit

CONSENT = "limits.go_on"
"""The question whose *yes* unlocks every section that is no gate (catalogue, C6)."""

VISIT = "setup.visit"
"""The question that says how long a visit it is; unanswered, it is a full one."""

_GOES_ON = Choice("yes")
_SHORT = Choice("short")


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
    """Where the interview stands: the questions that may be put now, in order, and the sections that are locked.

    Sections set ``aside`` are for a longer visit: whoever wants one opens it, but the way on leads past it.
    """

    open: tuple[Question, ...]
    locked: frozenset[str]
    aside: frozenset[str] = frozenset()
    answers: Mapping[str, Answer] = field(default_factory=dict, repr=False)
    """The answers to the questions asked."""

    def way(self, section_id: str = "") -> tuple[Question, ...]:
        """What *go on* comes through: this visit's questions, and those of the section that somebody is in."""
        return tuple(one for one in self.open if one.section not in self.aside or one.section == section_id)


def walk(questions: Questions, answers: Mapping[str, Answer]) -> Walk:
    """Settle every question once, each over the answers before it."""
    asked: dict[str, Question] = {}
    may_follow: dict[str, Question] = {}
    kept: dict[str, Answer] = {}
    given: dict[str, FactValue] = {}
    facts = Facts(given)  # sees what is added to it on the way
    judged: dict[int, Step] = {}  # a condition looks at earlier questions alone, so what was judged once stays so
    for question in questions.questions:
        truth, open_subjects = _judge(question, facts, judged)
        if truth is Truth.YES:
            asked[question.id] = question
            told = _of(question, answers)
            kept |= told
            given |= as_facts(told)
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
    return section.gate or _goes_on(questions, walk(questions, answers))


def standing(questions: Questions, answers: Mapping[str, Answer]) -> Standing:
    """Which questions may be put now, and which sections are locked or set aside, from one walk."""
    return _standing(questions, walk(questions, answers))


def _standing(questions: Questions, walked: Walk) -> Standing:
    goes_on = _goes_on(questions, walked)
    locked = frozenset(section.id for section in questions.sections if not (section.gate or goes_on))
    put_off = _put_off(questions, walked.answers)
    ids = {one.id for one in walked.asked}
    asked = [one for one in _in_todays_order(questions, put_off) if one.id in ids]
    may_be_put = (one for one in asked if one.section not in locked and (goes_on or one.id not in put_off))
    return Standing(tuple(may_be_put), locked, _aside(questions, walked), walked.answers)


def open_ids(questions: Questions, answers: Mapping[str, Answer]) -> frozenset[str]:
    """The ids of the questions that may be put now."""
    return frozenset(question.id for question in standing(questions, answers).open)


def next_after(questions: Questions, answers: Mapping[str, Answer], question_id: str) -> Question | None:
    """The next question to put, in this section or a later one; None at the end or at a locked door.

    Raises KeyError for an unknown question.
    """
    order, way = _order_and_way(questions, answers, question_id)
    place = order.index(questions.question(question_id))
    return next((one for one in order[place + 1 :] if one.id in way), None)


def before(questions: Questions, answers: Mapping[str, Answer], question_id: str) -> Question | None:
    """The question before this one, None at the start. Raises KeyError for an unknown question."""
    order, way = _order_and_way(questions, answers, question_id)
    place = order.index(questions.question(question_id))
    return next((one for one in reversed(order[:place]) if one.id in way), None)


def first_of_section(questions: Questions, answers: Mapping[str, Answer], section_id: str) -> Question | None:
    """The first question to put in this section; None when it is locked or has nothing to ask."""
    return next((one for one in standing(questions, answers).open if one.section == section_id), None)


def _order_and_way(
    questions: Questions, answers: Mapping[str, Answer], question_id: str
) -> tuple[list[Question], set[str]]:
    walked = walk(questions, answers)
    way = _standing(questions, walked).way(questions.question(question_id).section)
    put_off = _put_off(questions, walked.answers)
    return _in_todays_order(questions, put_off), {one.id for one in way}


def _put_off(questions: Questions, answers: Mapping[str, Answer]) -> set[str]:
    given = Facts(as_facts(answers))
    return {
        one.id
        for one in questions.questions
        if one.put_off_when is not None and evaluate(one.put_off_when, given).truth is Truth.YES
    }


def _in_todays_order(questions: Questions, put_off: Collection[str]) -> list[Question]:
    """Every question, those put off behind the one that they wait for."""
    waiting: dict[str, list[Question]] = {}
    for one in questions.questions:
        if one.id in put_off:
            waiting.setdefault(one.put_off_behind, []).append(one)
    order: list[Question] = []
    for one in questions.questions:
        order += [] if one.id in put_off else [one]
        order += waiting.get(one.id, [])
    return order


def _aside(questions: Questions, walked: Walk) -> frozenset[str]:
    said = walked.answers.get(VISIT)
    if said is None or said.value != _SHORT:
        return frozenset()
    return frozenset(section.id for section in questions.sections if section.visit is not Visit.SHORT)


def _goes_on(questions: Questions, walked: Walk) -> bool:
    conditions = [section.unlocks_when for section in questions.sections if section.unlocks_when is not None]
    if conditions:
        given = Facts(as_facts(walked.answers))
        return all(evaluate(condition, given).truth is Truth.YES for condition in conditions)
    consent = walked.answers.get(CONSENT)
    return consent is not None and consent.value == _GOES_ON


def _of(question: Question, answers: Mapping[str, Answer]) -> dict[str, Answer]:
    """The answer to this question, if there is one that fits it still."""
    kept = fitting(question, answers[question.id]) if question.id in answers else None
    return {} if kept is None else {question.id: kept}


def as_facts(answers: Mapping[str, Answer]) -> dict[str, FactValue]:
    """The answers that have a value, as a condition over questions reads them."""
    return {name: _plain(answer.value) for name, answer in answers.items() if answer.value is not None}


def _judge(question: Question, given: Facts, judged: dict[int, Step] | None = None) -> tuple[Truth, tuple[str, ...]]:
    """Whether the question is asked, and the subjects that leave this open."""
    if question.ask_when is None:
        return Truth.YES, ()
    step = evaluate(question.ask_when, given, judged)
    return step.truth, missing(step)


def _plain(value: AnswerValue) -> FactValue:
    if isinstance(value, Choice):
        return value.option
    if isinstance(value, Choices):
        return value.options
    if isinstance(value, Rows):
        return tuple(value.as_list())
    return value.iso if isinstance(value, ApproximateDate) else value.text
