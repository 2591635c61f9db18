"""All sections and questions from ``resources/questions``, with every fault in the files."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from intake.cases.told_of import Repeats
from intake.conditions.model import AllOf
from intake.errors import ContentProblem
from intake.questions.cross_check import CrossCheck
from intake.questions.kinds import discover
from intake.questions.model import Question, Questions, Section
from intake.questions.office.model import OWN_START
from intake.questions.order import in_order, order_problems
from intake.questions.read_question import read_question
from intake.questions.read_section import read_section
from intake.resource_files import ContentFile, content_files

FOLDER = "questions"
COUNTED = "counted"
"""The folder of questions that are only counted, never kept with a report."""

_PLACE = re.compile(r"[a-z]+/([a-z0-9_]+)/([a-z0-9_]+)\.toml", re.ASCII)
_SECTION_FILE = "section"


@dataclass(slots=True)
class _Found:
    """The files by the id that their place gives them; a file that is not TOML has at least that id."""

    sections: dict[str, ContentFile] = field(default_factory=dict)
    questions: dict[str, ContentFile] = field(default_factory=dict)
    unreadable: set[str] = field(default_factory=set)
    problems: list[ContentProblem] = field(default_factory=list)


def load_questions(root: Path | None = None, folder: str = FOLDER) -> tuple[Questions, list[ContentProblem]]:
    """Read ``<root>/<folder>``: one folder for each section, one file for each question.

    Returns everything in order of the interview, and the faults in order of file and line.
    """
    found = _find(content_files(folder, root), folder)
    problems, kinds = found.problems, discover()
    sections = in_order([read_section(file, name, problems) for name, file in found.sections.items()])
    repeats = {section.id: section.repeats for section in sections}
    read = [
        read_question(file, name, kinds, problems, repeats.get(name.partition(".")[0], Repeats.ONCE))
        for name, file in found.questions.items()
    ]
    problems += order_problems(sections, found.sections, found.unreadable, "the interview")
    questions = _sorted_questions(sections, read, found, folder)
    check = CrossCheck(questions, found.questions, found.unreadable, kinds)
    problems += check.problems()
    for section in sections:
        problems += check.section_problems(section, found.sections[section.id])
    return Questions(sections, _under_their_sections(sections, questions)), sorted(
        problems, key=lambda problem: (problem.file, problem.line)
    )


def _find(files: Iterable[ContentFile | ContentProblem], folder: str) -> _Found:
    found = _Found()
    for file in files:
        name = file.file if isinstance(file, ContentProblem) else file.name
        place = _PLACE.fullmatch(name)
        if place is None:
            cure = f"Move it to {folder}/<section>/<name>.toml, in small letters, digits and underscores."
            found.problems.append(ContentProblem(name, 1, "No section is found by this path.", cure))
            continue
        section_id, stem = place.groups()
        if stem.startswith(OWN_START):
            what = f"A name that starts with '{OWN_START}' is for the questions of an office."
            found.problems.append(ContentProblem(name, 1, what, "Give the file another name."))
        own_id = section_id if stem == _SECTION_FILE else f"{section_id}.{stem}"
        if isinstance(file, ContentProblem):
            found.problems.append(file)
            found.unreadable.add(own_id)
        else:
            (found.sections if stem == _SECTION_FILE else found.questions)[own_id] = file
    return found


def _sorted_questions(
    sections: Iterable[Section], read: Iterable[Question], found: _Found, folder: str
) -> tuple[Question, ...]:
    by_section: dict[str, list[Question]] = {section.id: [] for section in sections}
    for question in read:
        by_section.setdefault(question.section, []).append(question)
    for section_id, questions in by_section.items():
        found.problems += _section_problems(f"{folder}/{section_id}", section_id, questions, found)
    return tuple(question for questions in by_section.values() for question in in_order(questions))


def _under_their_sections(sections: Iterable[Section], questions: Iterable[Question]) -> tuple[Question, ...]:
    """The questions, each asked only while its section is."""
    conditions = {section.id: section.ask_when for section in sections if section.ask_when is not None}
    joined = []
    for question in questions:
        both = [part for part in (conditions.get(question.section), question.ask_when) if part is not None]
        condition = AllOf(tuple(both)) if len(both) > 1 else next(iter(both), None)
        joined.append(replace(question, ask_when=condition))
    return tuple(joined)


def _section_problems(
    place: str, section_id: str, questions: list[Question], found: _Found
) -> Iterator[ContentProblem]:
    if section_id not in found.sections and section_id not in found.unreadable:
        yield ContentProblem(
            f"{place}/{_SECTION_FILE}.toml",
            1,
            f"The folder '{section_id}' has no {_SECTION_FILE}.toml.",
            "Add one with id, letter and title, or move the questions to another folder.",
        )
    yield from order_problems(questions, found.questions, found.unreadable, f"the section '{section_id}'")
