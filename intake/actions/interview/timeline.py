"""What was said, by day: built from the answers each time it is looked at, kept nowhere, and asking for no order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from babel.dates import format_date, format_skeleton

from intake.actions.interview.called import Called
from intake.actions.session import OpenVault
from intake.answers.approximate_date import approximate_date
from intake.answers.model import Answer, ApproximateDate, Choice, Choices, Rows
from intake.questions.model import Fate, Question
from intake.questions.occasions import address
from intake.wording.catalogue import Wording

_DAY, _TIME, _KINDS = "when_where.day", "when_where.time", "happened.kinds"
"""The day of what happened stands with the time of day, and under what it was."""

_WHOLE_DAY, _MONTH = len("2026-05-03"), len("2026-05")
_TOLD_IN_ROWS = ("log", "pieces", "senses")


@dataclass(frozen=True, slots=True)
class TimelineLine:
    """One thing that was said. ``day`` is empty where no day was said."""

    question_id: str
    prompt: str
    day: str = field(repr=False)
    title: str = field(repr=False)
    words: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Timeline:
    """What has a day, earliest first, and what has none, in the order of telling."""

    case_label: str
    with_day: tuple[TimelineLine, ...] = field(repr=False)
    without_day: tuple[TimelineLine, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class _Told:
    when: ApproximateDate | None = field(repr=False)
    line: TimelineLine = field(repr=False)


def look_at_timeline(session: OpenVault, case_id: str) -> Timeline:
    """Everything that was said with a day, and the pieces without one, in the language of the screen."""
    case = session.store.case(case_id)
    wording = session.content.wording(session.language)
    told: list[_Told] = []
    called = Called(session, case)
    seen = {desk: session.answers(case, desk) for desk in called.told_of.pairs()}
    for question in session.content.questions.questions:
        for number in called.told_of.numbers(question.repeats):
            answers = seen[called.told_of.desk_for(question.repeats, number)]
            answer = answers.get(question.id)
            if answer is not None and answer.value is not None and question.fate is not Fate.NOT_SAVED:
                which = called.if_several(question.repeats, number)
                lines = _told(question, answer, answers, session, wording)
                told += (_about(one, address(question.id, number), which) for one in lines)
    dated = sorted(
        ((one.when, one.line) for one in told if one.when is not None), key=lambda one: (one[0].earliest, one[0].latest)
    )
    return Timeline(case.label, tuple(line for _, line in dated), tuple(one.line for one in told if one.when is None))


def _about(told: _Told, question_id: str, which: str) -> _Told:
    """The same line for one of several: its own place to go to, and its name with the title."""
    title = f"{told.line.title} · {which}" if which else told.line.title
    return _Told(told.when, replace(told.line, question_id=question_id, title=title))


def _told(
    question: Question, answer: Answer, answers: Mapping[str, Answer], session: OpenVault, wording: Wording
) -> Iterator[_Told]:
    prompt = wording.text(f"question.{question.id}.prompt", question.prompt)
    if isinstance(answer.value, ApproximateDate) and question.kind == "approximate_date":
        happened = question.id == _DAY
        parts = [_words(answer.value, wording), *(_labels(_TIME, answers, session, wording) if happened else ())]
        title = ", ".join(_labels(_KINDS, answers, session, wording)) if happened else ""
        yield _Told(answer.value, TimelineLine(question.id, prompt, ", ".join(parts), title or prompt))
    if isinstance(answer.value, Rows) and question.kind in _TOLD_IN_ROWS:
        for row in answer.value.as_list():
            when = approximate_date(row.get("day", ""))
            name = row.get("way") or row.get("tag") or row.get("sense") or ""
            title = next(iter(_of(question, (name,), wording)), "") or prompt
            day = _words(when, wording) if when else ""
            yield _Told(when, TimelineLine(question.id, prompt, day, title, row.get("words", "")))


def _labels(question_id: str, answers: Mapping[str, Answer], session: OpenVault, wording: Wording) -> tuple[str, ...]:
    answer = answers.get(question_id)
    if answer is None or not isinstance(answer.value, Choice | Choices):
        return ()
    chosen = (answer.value.option,) if isinstance(answer.value, Choice) else answer.value.options
    return _of(session.content.questions.question(question_id), chosen, wording)


def _of(question: Question, chosen: tuple[str, ...], wording: Wording) -> tuple[str, ...]:
    options = (option for option in question.options if option.id in chosen)
    return tuple(wording.text(f"option.{question.id}.{option.id}", option.label) for option in options)


def _words(when: ApproximateDate, wording: Wording) -> str:
    if len(when.iso) >= _WHOLE_DAY:
        return format_date(when.earliest, format="long", locale=wording.language)
    if len(when.iso) >= _MONTH:
        return format_skeleton("yMMMM", when.earliest, locale=wording.language)
    return when.iso
