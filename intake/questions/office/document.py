"""The changes of an office as a JSON document: in its vault, and as a file that another desk can take in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import Annotated, Final, Literal

import msgspec
from msgspec import Meta, Struct

from intake.questions.clean_text import clean_text
from intake.questions.office.file_faults import FileFault, FileProblem, file_problem
from intake.questions.office.model import (
    FEWEST_CHOICES,
    KINDS_WITH_CHOICES,
    LONGEST_HELP,
    LONGEST_LABEL,
    LONGEST_PROMPT,
    LONGEST_WHY,
    MOST_CHOICES,
    MOST_OWN,
    OfficeChanges,
    OwnChoice,
    OwnQuestion,
    Rewording,
    Words,
)

MOST_BYTES = 512 * 1024
"""The largest document that is read or kept."""

KIND: Final = "interview-changes"
VERSION: Final = 1
_MOST_IDS = 500

Name = Annotated[str, Meta(pattern=r"^[a-z][a-z0-9_]{0,39}$")]
QuestionName = Annotated[str, Meta(pattern=r"^[a-z][a-z0-9_]{0,39}\.[a-z0-9_]{1,40}$")]
AnyName = Annotated[str, Meta(pattern=r"^[a-z][a-z0-9_]{0,39}(\.[a-z0-9_]{1,40})?$")]
OwnName = Annotated[str, Meta(pattern=r"^[a-z][a-z0-9_]{0,39}\.own_[a-z0-9]{1,30}$")]
Language = Annotated[str, Meta(pattern=r"^[a-z]{2,3}(_[A-Z]{2})?$")]
Label = Annotated[str, Meta(min_length=1, max_length=LONGEST_LABEL)]


class WordsDocument(Struct, forbid_unknown_fields=True):
    """What is said of one question in one language."""

    prompt: Annotated[str, Meta(min_length=1, max_length=LONGEST_PROMPT)]
    why: Annotated[str, Meta(min_length=1, max_length=LONGEST_WHY)]
    help: Annotated[str, Meta(max_length=LONGEST_HELP)] = ""


class RewordingDocument(Struct, forbid_unknown_fields=True):
    """Other words for a shipped question, by language; ``of`` tells which shipped words they stand for."""

    words: Annotated[dict[Language, WordsDocument], Meta(min_length=1, max_length=20)]
    of: Annotated[str, Meta(pattern=r"^[0-9a-f]{0,16}$")] = ""


class ChoiceDocument(Struct, forbid_unknown_fields=True):
    """One choice of an own question, by language."""

    id: Name
    labels: Annotated[dict[Language, Label], Meta(min_length=1, max_length=20)]


class OwnDocument(Struct, forbid_unknown_fields=True):
    """A question of the office."""

    id: OwnName
    kind: Literal["single_choice", "multiple_choice", "short_text", "long_text", "approximate_date"]
    words: Annotated[dict[Language, WordsDocument], Meta(min_length=1, max_length=20)]
    choices: Annotated[list[ChoiceDocument], Meta(max_length=MOST_CHOICES)] = []
    is_saved: bool = True
    is_retired: bool = False


class ChangesDocument(Struct, forbid_unknown_fields=True):
    """All that an office changes in the interview. No report is in it."""

    kind: Literal["interview-changes"]
    version: Literal[1]
    dated: Annotated[str, Meta(pattern=r"^\d{4}-\d{2}-\d{2}$")]
    hidden: Annotated[list[AnyName], Meta(max_length=_MOST_IDS)] = []
    reworded: Annotated[dict[QuestionName, RewordingDocument], Meta(max_length=_MOST_IDS)] = {}
    order: Annotated[
        dict[Name, Annotated[list[QuestionName], Meta(max_length=_MOST_IDS)]], Meta(max_length=_MOST_IDS)
    ] = {}
    own: Annotated[list[OwnDocument], Meta(max_length=MOST_OWN)] = []


class _Head(Struct):
    kind: str = ""
    version: int = 0


@dataclass(frozen=True, slots=True)
class ChangesFile:
    """What a document comes to, or every reason why it cannot be used."""

    changes: OfficeChanges
    dated: date | None = None
    problems: tuple[FileProblem, ...] = field(default=(), repr=False)


def schema_text() -> str:
    """The JSON Schema of the document, for ``resources/schemas``."""
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **msgspec.json.schema(ChangesDocument)}
    return msgspec.json.format(msgspec.json.encode(schema, order="sorted"), indent=2).decode() + "\n"


def write_changes(changes: OfficeChanges, dated: date) -> bytes:
    """The document, so that somebody can read it and another desk can take it in."""
    document = ChangesDocument(
        kind=KIND,
        version=VERSION,
        dated=dated.isoformat(),
        hidden=sorted(changes.hidden),
        reworded={
            name: RewordingDocument(_words_out(one.words), one.of) for name, one in sorted(changes.reworded.items())
        },
        order={name: list(ids) for name, ids in sorted(changes.order.items())},
        own=[
            OwnDocument(
                one.id,
                one.kind,  # type: ignore[arg-type]  # read back, it is judged
                _words_out(one.words),
                [ChoiceDocument(choice.id, dict(choice.labels)) for choice in one.choices],
                one.is_saved,
                one.is_retired,
            )
            for one in changes.own
        ],
    )
    return msgspec.json.format(msgspec.json.encode(document), indent=1) + b"\n"


def read_changes(name: str, raw: bytes) -> ChangesFile:
    """Read one document under the name by which its faults are told. Nothing in it can stop the program."""
    if len(raw) > MOST_BYTES:
        return _faulty(file_problem(name, FileFault.TOO_LARGE, most=str(MOST_BYTES // 1024)))
    foreign = _faulty(file_problem(name, FileFault.FOREIGN))
    try:
        head = msgspec.json.decode(raw, type=_Head)
    except (ValueError, RecursionError):  # no JSON, no text, or another form
        return foreign
    if head.kind != KIND:
        return foreign
    try:
        if head.version > VERSION:
            return _faulty(file_problem(name, FileFault.NEWER))
        document = msgspec.json.decode(raw, type=ChangesDocument)
        dated = date.fromisoformat(document.dated)
    except msgspec.ValidationError as error:
        place = _place(error)
        at_top = file_problem(name, FileFault.FORM_AT_THE_TOP)
        return _faulty(file_problem(name, FileFault.FORM, place=place) if place else at_top)
    except (ValueError, RecursionError):
        return foreign
    problems = tuple(_faults(name, document.own))
    if problems:
        return _faulty(*problems)
    return ChangesFile(_changes(document), dated)


def _faulty(*problems: FileProblem) -> ChangesFile:
    return ChangesFile(OfficeChanges(), problems=problems)


def _place(error: Exception) -> str:
    """Where the fault is, without what stands there; empty at the top."""
    found = re.search(r"at `(?:key in )?\$\.?([^`]*)`", str(error))
    return found.group(1) if found else ""


def _faults(name: str, own: Iterable[OwnDocument]) -> Iterable[FileProblem]:
    seen: set[str] = set()
    for number, one in enumerate(own, start=1):
        said = partial(file_problem, name, number=str(number))
        if one.id in seen:
            yield said(FileFault.SAME_ID)
        seen.add(one.id)
        ids = [choice.id for choice in one.choices]
        if one.kind in KINDS_WITH_CHOICES and len(ids) < FEWEST_CHOICES:
            yield said(FileFault.FEW_CHOICES, fewest=str(FEWEST_CHOICES))
        if one.kind not in KINDS_WITH_CHOICES and ids:
            yield said(FileFault.NO_CHOICE)
        if len(set(ids)) < len(ids):
            yield said(FileFault.SAME_CHOICE)
        if any(set(choice.labels) != set(one.words) for choice in one.choices):
            yield said(FileFault.OTHER_LANGUAGES)


def _changes(document: ChangesDocument) -> OfficeChanges:
    return OfficeChanges(
        hidden=frozenset(document.hidden),
        reworded={name: Rewording(_words_in(one.words), one.of) for name, one in document.reworded.items()},
        order={name: tuple(ids) for name, ids in document.order.items()},
        own=tuple(
            OwnQuestion(
                one.id,
                one.kind,
                _words_in(one.words),
                tuple(
                    OwnChoice(choice.id, {code: tidy(label) for code, label in choice.labels.items()})
                    for choice in one.choices
                ),
                one.is_saved,
                one.is_retired,
            )
            for one in document.own
        ),
    )


def tidy(text: str) -> str:
    """The words without what nobody can see and without space around them."""
    return clean_text(text, len(text) + 1) or ""


def _words_in(words: Mapping[str, WordsDocument]) -> dict[str, Words]:
    return {code: Words(tidy(one.prompt), tidy(one.why), tidy(one.help)) for code, one in words.items()}


def _words_out(words: Mapping[str, Words]) -> dict[str, WordsDocument]:
    return {code: WordsDocument(one.prompt, one.why, one.help) for code, one in sorted(words.items())}
