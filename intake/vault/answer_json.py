"""Answers as tagged JSON, the form in which the vault keeps them."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import date

from intake.answers.model import Answer, AnswerStatus, AnswerValue, ApproximateDate, Choice, Choices, Rows, Text
from intake.errors import Defect
from intake.vault import mishaps


def value_to_json(value: AnswerValue) -> str:
    """The value with the name of its kind. Nothing of a text is changed."""
    match value:
        case Text():
            return json_text({"kind": "text", "text": value.text})
        case Choice():
            return json_text({"kind": "choice", "option": value.option})
        case Choices():
            return json_text({"kind": "choices", "options": list(value.options)})
        case Rows():
            return json_text({"kind": "rows", "rows": [[list(cell) for cell in row] for row in value.rows]})
    span = {"earliest": value.earliest.isoformat(), "latest": value.latest.isoformat()}
    return json_text({"kind": "approximate_date", "iso": value.iso, **span})


def value_from_json(text: str) -> AnswerValue:
    """The value again. Raises Mishap vault_newer for a kind that a later version added, Defect for broken JSON."""
    try:
        table = json.loads(text)
        build = _BUILDERS.get(table["kind"])
        value = build(table) if build else None
    except (ValueError, TypeError, KeyError):
        # from None, and no text: the message must not carry what a person said
        raise Defect("an answer in the vault cannot be read") from None
    if value is None:
        raise mishaps.vault_newer()
    return value


def answer_from(status: str, value: str | None) -> Answer:
    """An answer from its two columns. Raises Mishap vault_newer for a status that a later version added."""
    if status not in set(AnswerStatus):
        raise mishaps.vault_newer()
    return Answer(AnswerStatus(status), None if value is None else value_from_json(value))


def json_text(content: object) -> str:
    """JSON that any database column takes: readable characters as they are, lone halves of a pair escaped."""
    text = json.dumps(content, ensure_ascii=False)
    try:
        text.encode()
    except UnicodeEncodeError:
        return json.dumps(content)
    return text


def _options(table: Mapping[str, object]) -> Choices:
    options = table["options"]
    if not isinstance(options, list):
        raise TypeError
    return Choices(tuple(str(option) for option in options))


def _rows(table: Mapping[str, object]) -> Rows:
    rows = table["rows"]
    if not isinstance(rows, list):
        raise TypeError
    return Rows(tuple(tuple((str(column), str(told)) for column, told in row) for row in rows))


def _approximate_date(table: Mapping[str, object]) -> ApproximateDate:
    earliest, latest = (date.fromisoformat(str(table[name])) for name in ("earliest", "latest"))
    return ApproximateDate(str(table["iso"]), earliest, latest)


_BUILDERS: Mapping[str, Callable[[Mapping[str, object]], AnswerValue]] = {
    "text": lambda table: Text(str(table["text"])),
    "choice": lambda table: Choice(str(table["option"])),
    "choices": _options,
    "approximate_date": _approximate_date,
    "rows": _rows,
}
