"""A case in three parts, and the narrow view that leaves out the walled-off one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from intake.answers.model import Answer, AnswerStatus, AnswerValue


class CasePart(StrEnum):
    """Where an answer belongs (design, section 2)."""

    SHAREABLE = "shareable"
    IDENTIFYING = "identifying"
    WALLED_OFF = "walled_off"


@dataclass(frozen=True, slots=True)
class Case:
    """One report. ``label`` is a random short code that says nothing of order or day."""

    id: str
    label: str
    opened_on: date
    answers: Mapping[CasePart, Mapping[str, Answer]] = field(default_factory=dict, repr=False)

    def all_answers(self) -> dict[str, Answer]:
        """Every answer by question id, for the interview and the protections alone."""
        return {name: answer for part in self.answers.values() for name, answer in part.items()}

    def shareable_view(self) -> ShareableView:
        """What the code that builds a summary is given: it holds no walled-off and no identifying answer."""
        return ShareableView(dict(self.answers.get(CasePart.SHAREABLE, {})))


@dataclass(frozen=True, slots=True)
class ShareableView:
    """The shareable facts of a case. There is no way from here to the other two parts."""

    answers: Mapping[str, Answer] = field(default_factory=dict, repr=False)

    def given(self, question_id: str) -> AnswerValue | None:
        """The value given to a question; the four non-answers and silence are all None."""
        answer = self.answers.get(question_id)
        return answer.value if answer and answer.status is AnswerStatus.GIVEN else None
