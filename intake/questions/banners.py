"""What staff should know about privacy in the room, by role and program: short lines, each with where it is written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from intake.answers.model import Answer
from intake.conditions.evaluate import evaluate, subjects
from intake.conditions.facts import Facts
from intake.conditions.model import Condition, Truth
from intake.errors import ContentProblem
from intake.questions.flow import as_facts
from intake.questions.model import Questions
from intake.questions.table_reader import TableReader
from intake.resource_files import ContentFile, content_files

FOLDER = "banners"
CHECKED: Mapping[str, str] = {
    "text_read": "We have read the text.",
    "secondary": "Seen in a copy or a summary. Ask a lawyer.",
    "unverified": "From memory, not checked. Ask a lawyer.",
}
"""How well a source was checked, in words (message id ``banner.checked.<key>``)."""


class BannerGroup(StrEnum):
    """Of the lines on the role the first that holds is shown; of those on the program each one."""

    ROLE = "role"
    PROGRAM = "program"


@dataclass(frozen=True, slots=True)
class Source:
    """Where something is written, and how well that was checked: a key of ``CHECKED``."""

    citation: str
    locator: str
    verification: str


@dataclass(frozen=True, slots=True)
class Banner:
    """One line: what is so, what to do, where it is written."""

    id: str
    order: int
    group: BannerGroup
    when: Condition | None
    text: str
    do: str
    sources: tuple[Source, ...]


def banners_for(banners: tuple[Banner, ...], answers: Mapping[str, Answer]) -> tuple[Banner, ...]:
    """The lines that hold for these answers; none while the role is open."""
    given = Facts(as_facts(answers))
    hold = [one for one in banners if one.when is not None and evaluate(one.when, given).truth is Truth.YES]
    role = next((one for one in hold if one.group is BannerGroup.ROLE), None)
    return (*(() if role is None else (role,)), *(one for one in hold if one.group is BannerGroup.PROGRAM))


def load_banners(questions: Questions, root: Path | None = None) -> tuple[tuple[Banner, ...], list[ContentProblem]]:
    """Read ``<root>/banners``; a condition may only look at questions that there are."""
    problems: list[ContentProblem] = []
    found: list[Banner] = []
    for file in content_files(FOLDER, root):
        if isinstance(file, ContentProblem):
            problems.append(file)
        else:
            banner = _read(file, problems)
            problems += _unknown(banner, file, questions)
            found.append(banner)
    return tuple(sorted(found, key=lambda one: (one.group, one.order, one.id))), problems


def _read(file: ContentFile, problems: list[ContentProblem]) -> Banner:
    reader = TableReader(file, file.table, problems)
    order, group = reader.value("order"), reader.must_text("group")
    if not isinstance(order, int):
        reader.note("order", "'order' takes a number.", "Write order = 10.")
    if group not in tuple(BannerGroup):
        reader.note("group", f"There is no group '{group}'.", f"Use one of {', '.join(BannerGroup)}.")
    banner = Banner(
        id=reader.must_text("id"),
        order=order if isinstance(order, int) else 0,
        group=BannerGroup(group) if group in tuple(BannerGroup) else BannerGroup.PROGRAM,
        when=reader.condition("when"),
        text=reader.must_text("text"),
        do=reader.must_text("do"),
        sources=tuple(_source(table) for table in reader.tables("sources")),
    )
    if banner.when is None:
        reader.note("when", "'when' is missing here.", 'Write when = { question = "setup.role", is = "..." }.')
    reader.finish()
    return banner


def _source(reader: TableReader) -> Source:
    source = Source(reader.must_text("citation"), reader.must_text("locator"), reader.must_text("verification"))
    if source.verification not in CHECKED:
        what = f"'{source.verification}' does not say how well it was checked."
        reader.note("verification", what, f"Use one of {', '.join(CHECKED)}.")
    reader.finish()
    return source


def _unknown(banner: Banner, file: ContentFile, questions: Questions) -> Iterator[ContentProblem]:
    known = {question.id for question in questions.questions}
    for name in sorted(subjects(banner.when) - known if banner.when is not None else ()):
        what = f"'when' names '{name}', and there is no such question."
        yield file.problem("when", what, 'Name a question by its id, such as "setup.role".')
