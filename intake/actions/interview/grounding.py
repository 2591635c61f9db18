"""The card for a break. It is read from its own file and knows of no report."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from intake.errors import BrokenContent, ContentProblem
from intake.resource_files import ContentFile, read_content_file, resources_folder
from intake.wording.catalogue import Wording

FILE = "grounding.toml"
_WORDS = ("title", "lead", "end")


@dataclass(frozen=True, slots=True)
class Grounding:
    """The words of the card, in one language."""

    title: str
    lead: str = field(repr=False)
    steps: tuple[str, ...] = field(repr=False)
    end: str = field(repr=False)


def grounding(wording: Wording, root: Path | None = None) -> Grounding:
    """The card in the language of this wording. Raises BrokenContent with every fault of the file."""
    card = _read(root or resources_folder())
    said = {name: wording.text(name, english) for name, english in messages(card)}
    steps = tuple(words for name, words in said.items() if name.startswith("grounding.step."))
    return Grounding(said["grounding.title"], said["grounding.lead"], steps, said["grounding.end"])


def messages(card: Grounding) -> Iterator[tuple[str, str]]:
    """Every text with its message id."""
    yield "grounding.title", card.title
    yield "grounding.lead", card.lead
    yield from ((f"grounding.step.{number}", step) for number, step in enumerate(card.steps, start=1))
    yield "grounding.end", card.end


def _read(root: Path) -> Grounding:
    file = read_content_file(root / FILE, root)
    if isinstance(file, ContentProblem):
        raise BrokenContent((file,))
    problems = tuple(_faults(file))
    if problems:
        raise BrokenContent(problems)
    table = file.table
    steps = table["steps"]
    return Grounding(
        str(table["title"]),
        str(table["lead"]),
        tuple(str(step) for step in steps) if isinstance(steps, list) else (),
        str(table["end"]),
    )


def _faults(file: ContentFile) -> Iterator[ContentProblem]:
    for name in _WORDS:
        words = file.table.get(name)
        if not isinstance(words, str) or not words.strip():
            yield file.problem(name, f"The card for a break has no {name}.", f'Write: {name} = "..."')
    steps = file.table.get("steps")
    if not isinstance(steps, list) or not steps or not all(isinstance(one, str) and one.strip() for one in steps):
        yield file.problem("steps", "The card for a break has no steps.", 'Write: steps = ["...", "..."]')
