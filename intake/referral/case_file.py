"""Read what CASE.json holds. What never leaves is kept apart here; no code that composes a page is given it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

import msgspec

from intake.answers.model import Answer, AnswerStatus, Choices, Text
from intake.cases.model import Case, CasePart
from intake.cases.told_of import MOST
from intake.clock import Clock
from intake.errors import Mishap
from intake.questions.answer_kind import AnswerKind, NotUnderstood
from intake.questions.model import Question, Questions
from intake.questions.occasions import address, number_of
from intake.referral.documents import AnswerDocument, EvidenceDocument, FrameDocument
from intake.referral.frames import FrameUse, Line, OwnWords

NAME_QUESTION, NUMBER_QUESTION = "comfort.name", "reported.number"
"""The two typed answers that a release may name."""

_EVIDENCE = "evidence.kinds"

Form = TypeVar("Form")


@dataclass(frozen=True, slots=True)
class CaseFile:
    """A case as read from a file: shareable and identifying answers, and the lines chosen for the page.

    ``kept_apart`` is everything that was told, for the last look at the finished file and for nothing else.
    """

    case: Case = field(repr=False)
    jurisdiction: str = field(default="", repr=False)
    fact_list: tuple[Line, ...] | None = field(default=None, repr=False)
    kept_apart: Mapping[str, Answer] = field(default_factory=dict, repr=False)

    def report_number(self, number: int = 1) -> str:
        """The identifying answer that a release may name, of the thing with this number; or nothing."""
        answer = self.case.answers.get(CasePart.IDENTIFYING, {}).get(address(NUMBER_QUESTION, number))
        return answer.value.text.strip() if answer and isinstance(answer.value, Text) else ""


def read_case(document: object, questions: Questions, kinds: Mapping[str, AnswerKind], clock: Clock) -> CaseFile:
    """Read the parsed JSON. Raises Mishap ``unusable_case_file``: it names the place and never what stands there."""
    table = _formed(document, dict[str, object], "the whole file")
    given = _formed(table.get("answers") or {}, dict[str, object], "answers")
    parts: dict[CasePart, dict[str, Answer]] = {CasePart.SHAREABLE: {}, CasePart.IDENTIFYING: {}}
    if len(set(map(number_of, given))) > MOST:
        raise _unusable("answers", "This tells of more things or people than one report can.")
    for name in given:
        question = _asked(name, questions)
        if question is not None and question.part in parts:
            parts[question.part][name] = _answer(given[name], question, kinds[question.kind], clock)
    _add_evidence(table.get("evidence"), questions.questions, parts[CasePart.SHAREABLE])
    case = Case(_text(table.get("id")), "", clock.today(), parts)
    lines = read_lines(table.get("fact_list"))
    typed = {name: _strings(answer) for name, answer in {**given, "": (table.get("evidence"), lines)}.items()}
    kept_apart = {name: Answer(AnswerStatus.GIVEN, Text(text)) for name, text in typed.items() if text}
    return CaseFile(case, _text(table.get("jurisdiction")), lines, {**kept_apart, **case.all_answers()})


def read_lines(listed: object) -> tuple[Line, ...] | None:
    """The lines of a ``fact_list``; None when there are none. Raises Mishap ``unusable_case_file``."""
    entries = _formed(listed or [], list[FrameDocument | str], "fact_list")
    if not entries:
        return None
    return tuple(OwnWords(entry) if isinstance(entry, str) else _use(entry) for entry in entries)


def write_lines(lines: Iterable[Line]) -> list[object]:
    """The lines as a ``fact_list``; what ``read_lines`` reads."""
    return [
        line.text
        if isinstance(line, OwnWords)
        else {"frame": line.frame_id, "slots": {name: list(values) for name, values in line.slots.items()}}
        for line in lines
    ]


def _asked(name: str, questions: Questions) -> Question | None:
    try:
        return questions.question(name)
    except KeyError:
        return None


def _answer(given: object, question: Question, kind: AnswerKind, clock: Clock) -> Answer:
    document = _formed(given, AnswerDocument, f"answers, {question.id}")
    status = AnswerStatus(document.status)
    if status is not AnswerStatus.GIVEN:
        return Answer(status)
    value = kind.parse(document.value, question, clock)
    if isinstance(value, NotUnderstood):
        raise _unusable(f"answers, {question.id}", f"This is not an answer to a {question.kind} question.")
    return Answer(status, value)


def _add_evidence(evidence: object, questions: Iterable[Question], answers: dict[str, Answer]) -> None:
    """Things on the evidence list count as ticked under the question on kinds of evidence."""
    listed = {one.kind for one in _formed(evidence or [], list[EvidenceDocument], "evidence")}
    question = next((one for one in questions if one.id == _EVIDENCE), None)
    if not listed or question is None:
        return
    answer = answers.get(_EVIDENCE)
    ticked = answer.value.options if answer and isinstance(answer.value, Choices) else ()
    kinds = tuple(option.id for option in question.options if option.id in {*ticked, *listed})
    if kinds:
        answers[_EVIDENCE] = Answer(AnswerStatus.GIVEN, Choices(kinds))


def _use(entry: FrameDocument) -> FrameUse:
    slots = {name: (value,) if isinstance(value, str) else tuple(value) for name, value in entry.slots.items()}
    return FrameUse(entry.frame, slots)


def _strings(value: object) -> str:
    """Every text inside, whatever its form and however deep; only the status of an answer is a word of ours."""
    found, left = [], [value]
    while left:
        one = left.pop()
        if isinstance(one, Mapping):
            left += [part for name, part in one.items() if name != "status"][::-1]
        elif isinstance(one, list | tuple):
            left += one[::-1]
        else:
            found.append(one.text if isinstance(one, OwnWords) else _text(one))
    return " ".join(filter(None, found))


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _formed(value: object, form: type[Form], place: str) -> Form:
    try:
        return msgspec.convert(value, form)
    except (msgspec.ValidationError, UnicodeError, RecursionError):
        # the error quotes what it met, so it goes no further; half of a pair of signs is no text at all
        raise _unusable(place, "This has another form than it should.") from None


def _unusable(place: str, what: str) -> Mishap:
    return Mishap(
        "unusable_case_file",
        f"The case file cannot be used, at {place}: {what}",
        "Nothing was written.",
        "Mend that place; the form is in resources/schemas/case.schema.json.",
    )
