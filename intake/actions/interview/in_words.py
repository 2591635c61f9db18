"""An answer in the words of the language that is shown, for reading back. Nothing of it is kept."""

from __future__ import annotations

from dataclasses import dataclass, field

from intake.answers.model import Answer, AnswerValue, ApproximateDate, Choice, Choices, Row, Rows, Text
from intake.questions.model import Option, Question
from intake.wording.catalogue import Wording

_TYPED = "words"
_LONG = "long_text"


@dataclass(frozen=True, slots=True)
class SaidWords:
    """What was answered, line by line; a day comes as a day, for the screen to say."""

    lines: tuple[str, ...] = field(default=(), repr=False)
    day: ApproximateDate | None = field(default=None, repr=False)
    is_own: bool = False
    """Told in the person's own words."""

    def __bool__(self) -> bool:
        """Whether there is anything to say."""
        return bool(self.lines) or self.day is not None


def in_words(wording: Wording, question: Question, answer: Answer) -> SaidWords:
    """Only a given answer has words; the four others have none. A choice that is not there any more is left out."""
    value: AnswerValue | None = answer.value
    match value:
        case Text():
            return SaidWords((value.text,), is_own=question.kind == _LONG)
        case Choice():
            return SaidWords(_labels(wording, f"option.{question.id}", question.options, (value.option,)))
        case Choices():
            return SaidWords(_labels(wording, f"option.{question.id}", question.options, value.options))
        case ApproximateDate():
            return SaidWords(day=value)
        case Rows():
            lines = tuple(line for line in (_row(wording, question, row) for row in value.rows) if line)
            return SaidWords(lines, is_own=any(name == _TYPED for row in value.rows for name, _ in row))
        case _:
            return SaidWords()


def _row(wording: Wording, question: Question, row: Row) -> str:
    """The words typed, then what was ticked for them; a thing by its name, then what was ticked."""
    typed = [cell for name, cell in row if name == _TYPED]
    ticked: list[str] = []
    columns = {one.id: one for one in question.columns}
    for name, cell in row:
        if name == _TYPED:
            continue
        column = columns.get(name)
        base = f"column.{question.id}.{name}" if column else f"option.{question.id}"
        ticked += _labels(wording, base, column.options if column else question.options, (cell,))
    return " · ".join((*typed, *ticked))


def _labels(wording: Wording, base: str, options: tuple[Option, ...], chosen: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(wording.text(f"{base}.{one.id}", one.label) for one in options if one.id in chosen)
