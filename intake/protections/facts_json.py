"""Facts as other programs hand them in: read strictly, and complained of in plain words."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping

from intake.answers.approximate_date import approximate_date
from intake.conditions.facts import Facts, FactValue, Record
from intake.protections.model import FactKind, FactWords, Jurisdiction, Protections

_ANY_ID = re.compile(r"[a-z0-9.-]+", re.ASCII)
_PLAIN_WORD = re.compile(r"[a-z_]{1,40}", re.ASCII)


class _Unusable(ValueError):
    """One value that cannot be used; the message is the complaint."""


def facts_from_json(table: object, protections: Protections) -> Facts | tuple[str, ...]:
    """The facts of one request, or every complaint about them. What is absent stays unknown."""
    return read_facts(table, protections.facts, protections.jurisdictions)


def read_facts(
    table: object, facts: Mapping[str, FactWords], jurisdictions: Mapping[str, Jurisdiction]
) -> Facts | tuple[str, ...]:
    """As :func:`facts_from_json`, with the vocabulary given apart."""
    if not isinstance(table, Mapping):
        return ("'facts' is a table of facts by name.",)
    values: dict[str, FactValue] = {}
    complaints = []
    for name, value in table.items():
        words = facts.get(str(name))
        if words is None:
            complaints.append(f"{_unknown_name(str(name))}{_meant(str(name), facts)}")
            continue
        try:
            values[words.name] = _value(words, value, jurisdictions)
        except _Unusable as fault:
            complaints.append(str(fault))
    return tuple(complaints) if complaints else Facts(values)


def _value(words: FactWords, value: object, jurisdictions: Mapping[str, Jurisdiction]) -> FactValue:
    match words.kind:
        case FactKind.SEVERAL:
            items = _list(words.name, value, "words")
            return tuple(dict.fromkeys(_one_of(words.name, item, words.values) for item in items))
        case FactKind.RECORDS:
            return tuple(_record(words, item) for item in _list(words.name, value, "tables"))
        case FactKind.PLACE:
            return _one_of(words.name, value, jurisdictions)
        case FactKind.DATE:
            return _date(words.name, value)
        case FactKind.ONE | FactKind.YES_NO:
            return _one_of(words.name, value, words.values)


def _list(name: str, value: object, of_what: str) -> list[object]:
    if not isinstance(value, list):
        raise _Unusable(f"'{name}' takes a list of {of_what}, such as [] when there are none.")
    return value


def _one_of(name: str, value: object, allowed: Iterable[str]) -> str:
    known = tuple(allowed)
    if isinstance(value, str) and value in known:
        return value
    if not isinstance(value, str):
        raise _Unusable(f"'{name}' takes one of these words in quotes: {', '.join(known)}.")
    raise _Unusable(f"'{name}' has no such value.{_meant(value, known)} It takes: {', '.join(known)}.")


def _date(name: str, value: object) -> str:
    when = approximate_date(value) if isinstance(value, str) else None
    if when is None:
        raise _Unusable(f"'{name}' takes a day, month or year that exists, such as 2024-05-31, 2024-05 or 2024.")
    return when.iso


def _record(words: FactWords, item: object) -> Record:
    if not isinstance(item, Mapping):
        raise _Unusable(f"'{words.name}' takes a list of tables, each with: {', '.join(words.fields)}.")
    record = {}
    for field, value in item.items():
        if field not in words.fields:
            meant = _meant(str(field), words.fields)
            raise _Unusable(
                f"A record of '{words.name}' has a field unknown here.{meant} It takes: {', '.join(words.fields)}."
            )
        record[str(field)] = _field(f"{words.name}.{field}", value, words.fields[field])
    first = next(iter(words.fields))
    if first not in record:
        raise _Unusable(f"A record of '{words.name}' has no '{first}'.")
    return record


def _field(name: str, value: object, allowed: tuple[str, ...]) -> str:
    if allowed:
        return _one_of(name, value, allowed)
    if isinstance(value, str) and _ANY_ID.fullmatch(value):
        return value
    raise _Unusable(f"'{name}' takes an id of small letters, digits, dots and hyphens.")


def name_to_repeat(name: str) -> str:
    """A name as a complaint may repeat it: a plain word alone, for what stands there may be an answer out of place."""
    return f"'{name}'" if _PLAIN_WORD.fullmatch(name) else ""


def _unknown_name(name: str) -> str:
    repeated = name_to_repeat(name)
    return f"There is no fact called {repeated}." if repeated else "One fact has a name unknown here."


def _meant(word: str, known: Iterable[str]) -> str:
    close = difflib.get_close_matches(word, tuple(known), n=1)
    return f" Did you mean '{close[0]}'?" if close else ""
