"""What every kind of answer can do. One kind is one file in ``intake/questions/kinds``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from intake.answers.model import AnswerValue
from intake.clock import Clock
from intake.questions.model import Question


@dataclass(frozen=True, slots=True)
class NotUnderstood:
    """A gentle sentence for the screen. It never holds what was typed, and nothing typed is lost."""

    message_id: str
    english: str


class AnswerKind(Protocol):
    """Turns what a screen or a file hands over into a typed answer, and back."""

    @property
    def id(self) -> str:
        """The name of the file and the ``kind`` of a question."""
        ...

    @property
    def value_type(self) -> type[AnswerValue]:
        """The type that ``parse`` returns."""
        ...

    @property
    def takes_options(self) -> bool:
        """Whether a question of this kind lists options."""
        ...

    @property
    def messages(self) -> tuple[NotUnderstood, ...]:
        """Every sentence that ``parse`` may return, for translators."""
        ...

    def parse(self, raw: object, question: Question, clock: Clock, /) -> AnswerValue | NotUnderstood:
        """Read what was given: a string, or for several choices a tuple or list of strings. Never raises."""
        ...

    def to_json(self, value: AnswerValue) -> str | list[str]:
        """The form that ``parse`` reads back to the same value. Raises Defect for a value of another kind."""
        ...
