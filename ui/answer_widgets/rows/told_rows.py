"""Lines that were told, as the one text in which a widget hands them over. No Qt."""

from __future__ import annotations

import json

from intake.answers.model import Answer, Rows
from ui.answer_widgets.raw_answer import HalfTyped, Raw

Told = list[dict[str, str]]


def rows_shown(answer: Answer | None, draft: str | None) -> Told:
    """The half-typed lines if there are any, else the lines recorded."""
    if draft:
        return rows_in(draft)
    value = answer.value if answer else None
    return value.as_list() if isinstance(value, Rows) else []


def rows_in(raw: Raw) -> Told:
    """The lines of an entry; none for what is no list of lines."""
    text = raw.text if isinstance(raw, HalfTyped) else raw
    if not isinstance(text, str):
        return []
    try:
        listed = json.loads(text)
    except (ValueError, RecursionError):
        return []
    rows = listed if isinstance(listed, list) else []
    return [{str(name): str(told) for name, told in row.items()} for row in rows if isinstance(row, dict)]


def rows_told(rows: Told) -> Raw:
    """The entry for lines that have no words to be empty."""
    return json.dumps(rows, ensure_ascii=False) if rows else None


def rows_out(rows: Told) -> Raw:
    """The entry, or None when no line has words."""
    told = [row for row in rows if row.get("words", "").strip()]
    return json.dumps(told, ensure_ascii=False) if told else None
