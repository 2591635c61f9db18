"""A TOML table becomes a condition, or a problem that says what to mend.

``{ all = [...] }``, ``{ any = [...] }``, ``{ not = {...} }``, or a comparison that names its subject
under ``fact`` (instruments) or ``question`` (questions, frames) and carries exactly one of
``is``, ``is_one_of``, ``includes_any``, ``within``, ``before``, ``on_or_after``, ``some``, ``known``.
Optional beside it: ``unsettled`` (a list), ``because`` (a table of yes, no, cannot_tell, unsettled) and,
beside ``some``, ``but_not`` (fields and the values that they must not have).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from intake.conditions.model import (
    AllOf,
    AnyOf,
    Before,
    Condition,
    Includes,
    Is,
    Known,
    Not,
    OnOrAfter,
    Reasons,
    SomeRecord,
    Within,
)

_BESIDE = {"is": ("unsettled",), "is_one_of": ("unsettled",), "includes_any": ("unsettled",), "some": ("but_not",)}
DEEPEST = 32
"""How deep a condition may be nested: judging it goes as deep."""
_COMPARISONS = ("is", "is_one_of", "includes_any", "within", "before", "on_or_after", "some", "known")


class NotACondition(ValueError):
    """The table cannot be read; the message says which part and what is expected."""


def parse_condition(table: object, deep: int = 0) -> Condition:
    """Read one condition; one that is read already stands for itself, so that several may share it.

    Raises NotACondition with a sentence for the author of the file.
    """
    if isinstance(table, Condition):
        return table
    if deep > DEEPEST:
        raise NotACondition(f"It is nested more than {DEEPEST} deep.")
    if not isinstance(table, Mapping):
        raise NotACondition('A condition is a table such as { fact = "role", includes_any = ["victim"] }.')
    for word, kind in (("all", AllOf), ("any", AnyOf)):
        if word in table:
            _only(table, {word})
            return kind(tuple(parse_condition(part, deep + 1) for part in _list(table[word], word)))
    if "not" in table:
        _only(table, {"not"})
        return Not(parse_condition(table["not"], deep + 1))
    return _comparison(table)


def _comparison(table: Mapping[str, object]) -> Condition:
    subjects = [table[key] for key in ("fact", "question") if key in table]
    words = [word for word in _COMPARISONS if word in table]
    if len(subjects) != 1 or not isinstance(subjects[0], str) or len(words) != 1:
        raise NotACondition(f"A comparison names one fact or question and one of {', '.join(_COMPARISONS)}.")
    _only(table, {"fact", "question", "because", words[0], *_BESIDE.get(words[0], ())})
    return _built(words[0], subjects[0], table[words[0]], table)


def _built(word: str, subject: str, operand: object, table: Mapping[str, object]) -> Condition:
    reasons = _reasons(table.get("because"))
    unsettled = _strings(table.get("unsettled", []), "unsettled")
    match word, operand:
        case "is", str():
            return Is(subject, (operand,), unsettled, reasons)
        case "is_one_of", _:
            return Is(subject, _strings(operand, word), unsettled, reasons)
        case "includes_any", _:
            return Includes(subject, _strings(operand, word), unsettled, reasons)
        case "within", str():
            return Within(subject, operand, reasons)
        case (("before" | "on_or_after"), datetime()):
            pass  # a moment is no day, and the two cannot be compared
        case "before", date():
            return Before(subject, operand, reasons)
        case "on_or_after", date():
            return OnOrAfter(subject, operand, reasons)
        case "some", Mapping():
            return SomeRecord(subject, _fields(operand), reasons, _fields(table.get("but_not", {})))
        case "known", True:
            return Known(subject, reasons)
    raise NotACondition(f"The value of '{word}' is not of the form that it takes.")


def _reasons(table: object) -> Reasons:
    if table is None:
        return Reasons()
    if not isinstance(table, Mapping) or not all(isinstance(text, str) for text in table.values()):
        raise NotACondition("'because' is a table of sentences: yes, no, cannot_tell, unsettled.")
    _only(table, {"yes", "no", "cannot_tell", "unsettled"})
    return Reasons(**table)


def _fields(table: object) -> Mapping[str, tuple[str, ...]]:
    if not isinstance(table, Mapping):
        raise NotACondition("'some' and 'but_not' take a table of fields, each with a list of values.")
    return {name: _strings(values, name) for name, values in table.items()}


def _only(table: Mapping[str, object], allowed: set[str]) -> None:
    strange = sorted(set(table) - allowed)
    if strange:
        raise NotACondition(f"'{strange[0]}' is not a word that a condition knows here.")


def _list(value: object, word: str) -> Sequence[object]:
    if not isinstance(value, list):
        raise NotACondition(f"'{word}' takes a list.")
    return value


def _strings(value: object, word: str) -> tuple[str, ...]:
    items = _list(value, word)
    if not all(isinstance(item, str) for item in items):
        raise NotACondition(f"'{word}' takes a list of words in quotes.")
    return tuple(str(item) for item in items)
