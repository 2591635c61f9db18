"""Hold the frames against the interview: what they look at exists, and may be shared at all."""

from __future__ import annotations

from collections.abc import Iterator

from intake.cases.model import CasePart
from intake.conditions.model import AllOf, AnyOf, Condition, Includes, Is, Not
from intake.errors import ContentProblem
from intake.questions.model import Question, Questions
from intake.referral.choosing.whose_words import TO_WHOM
from intake.referral.content import ReferralContent
from intake.referral.frames import Frame, SayRule

LOOK = "Look at the file of the question."


def frames_against_questions(content: ReferralContent, questions: Questions) -> list[ContentProblem]:
    """Every frame that looks at a question or an option that is not there, or at one that never leaves."""
    known = {question.id: question for question in questions.questions}
    asked = known.get(TO_WHOM)
    answers = {option.id for option in asked.options} if asked is not None else set()
    return [
        ContentProblem(_file(frame), 1, f"The frame '{frame.id}' names '{who}', no answer of '{TO_WHOM}'.", LOOK)
        for frame in content.frames.values()
        for who in frame.told_by
        if who not in answers
    ] + [
        ContentProblem(_file(frame), 1, what, LOOK)
        for frame in content.frames.values()
        for rule in frame.say
        for what in _faults(frame, rule, known)
    ]


def _file(frame: Frame) -> str:
    return f"frames/{frame.id.replace('.', '/')}.toml"


def _faults(frame: Frame, rule: SayRule, known: dict[str, Question]) -> Iterator[str]:
    looked_at = [(source.question, tuple(source.renamed)) for source in rule.slots.values()]
    looked_at += list(_compared(rule.when))
    for question_id, options in looked_at:
        question = known.get(question_id)
        if question is None:
            yield f"The frame '{frame.id}' looks at '{question_id}', and there is no such question."
            continue
        if question.part is not CasePart.SHAREABLE:
            yield f"The frame '{frame.id}' looks at '{question_id}', which never leaves."
        offered = {option.id for option in question.options}
        for option in options:
            if option not in offered:
                yield f"The frame '{frame.id}' looks at '{option}', which is no option of '{question_id}'."


def _compared(condition: Condition | None) -> Iterator[tuple[str, tuple[str, ...]]]:
    match condition:
        case None:
            return
        case AllOf() | AnyOf():
            for part in condition.parts:
                yield from _compared(part)
        case Not():
            yield from _compared(condition.part)
        case Is() | Includes():
            yield condition.subject, condition.values
        case _:
            yield condition.subject, ()
