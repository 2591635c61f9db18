"""A few words for each sense, every one of them optional. The options of the question are the senses."""

from __future__ import annotations

from intake.answers.model import AnswerValue, Rows
from intake.clock import Clock
from intake.questions.answer_kind import NotUnderstood
from intake.questions.model import Question
from intake.questions.told_rows import NO_ROWS, NOT_ROWS, ROW_MESSAGES, as_text, read_json, read_words, rows_of


class Senses:
    """Takes ``[{"sense": "saw", "words": "..."}]`` as JSON; empty boxes are left out."""

    id = "senses"
    value_type = Rows
    takes_options = True
    messages = ROW_MESSAGES

    def parse(self, raw: object, question: Question, _clock: Clock, /) -> Rows | NotUnderstood:
        """One row for each box with words, in the order of the question."""
        listed = read_json(raw)
        offered = [option.id for option in question.options]
        if not isinstance(listed, list):
            return NOT_ROWS
        told: dict[str, str] = {}
        for box in listed:
            if not isinstance(box, dict) or box.get("sense") not in offered or box.keys() - {"sense", "words"}:
                return NOT_ROWS
            words = read_words(box.get("words", ""))
            if isinstance(words, NotUnderstood):
                return words
            told[box["sense"]] = words
        rows = [(("sense", sense), ("words", told[sense])) for sense in offered if told.get(sense)]
        return Rows(tuple(rows)) if rows else NO_ROWS

    def to_json(self, value: AnswerValue) -> str:
        """The boxes with words."""
        return as_text(rows_of(value))


KIND = Senses()
