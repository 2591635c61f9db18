"""What the form asks for a policy of an office: plain ticks and lines, nothing that a program could run."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields

from intake.protections.model import Effect, Kind

LONGEST_LINE = 600
"""Characters in one text of the form."""
_LONGEST_LIST = 60


@dataclass(frozen=True, slots=True)
class PromiseTicks:
    """One promise: what the office does, where it stands in the text, and what the person must do for it."""

    effect: str
    locator: str = ""
    needs_report: bool = False
    needs_truth: bool = False


@dataclass(frozen=True, slots=True)
class PolicyForm:
    """All that is filled in; empty where nobody has yet. Days are ISO texts.

    ``place`` is a place that came with the program; with ``new_place`` it is the one that the new one lies in.
    ``crimes_open`` says that the text gives crimes as cases only, so that others are not settled.
    """

    title: str = ""
    office: str = ""
    place: str = "us-ca"
    new_place: str = ""
    kind: str = Kind.PROSECUTOR_POLICY.value
    made_on: str = ""
    ended_on: str = ""
    plain_words: str = ""
    promises: tuple[PromiseTicks, ...] = ()
    roles: tuple[str, ...] = ()
    crimes: tuple[str, ...] = ()
    crimes_open: bool = True
    involvement: tuple[str, ...] = ()
    offences: tuple[str, ...] = ()
    limits: tuple[str, ...] = ()
    what_to_say: tuple[str, ...] = ()
    before_you_rely: tuple[str, ...] = ()
    citation: str = ""
    locator: str = ""
    is_secondary: bool = False
    checked_on: str = ""
    review_due_on: str = ""
    lawyer: str = "none yet"


def form_to_json(form: PolicyForm) -> dict[str, object]:
    """The form as plain values."""
    return asdict(form)


def form_from_json(table: object) -> PolicyForm:
    """The form from what :func:`form_to_json` gave. Raises ValueError for anything else."""
    if not isinstance(table, Mapping):
        raise ValueError("a form is a table")  # noqa: TRY004 - one kind of error for whatever is kept wrongly
    read: dict[str, object] = {}
    for one in fields(PolicyForm):
        value = table.get(one.name, one.default)
        if one.name == "promises":
            read[one.name] = tuple(_promise(promise) for promise in _list(value))
        elif one.type == "bool":
            read[one.name] = value is True
        elif one.type == "str":
            read[one.name] = _text(value)
        else:
            read[one.name] = tuple(_text(item) for item in _list(value))
    return PolicyForm(**read)  # type: ignore[arg-type]  # each was read by the type of its field


def _promise(value: object) -> PromiseTicks:
    if not isinstance(value, Mapping):
        raise ValueError("a promise is a table")  # noqa: TRY004
    effect = Effect(_text(value.get("effect", "")))
    return PromiseTicks(
        effect.value,
        _text(value.get("locator", "")),
        value.get("needs_report") is True,
        value.get("needs_truth") is True,
    )


def _list(value: object) -> list[object]:
    if not isinstance(value, list | tuple) or len(value) > _LONGEST_LIST:
        raise ValueError("a list of at most 60")
    return list(value)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError("a text")  # noqa: TRY004
    return " ".join("".join(sign if sign.isprintable() else " " for sign in value).split())[:LONGEST_LINE]
