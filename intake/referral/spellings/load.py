"""Read the lists of look-alike letters, signs, digits and words about papers."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from intake.errors import ContentProblem
from intake.questions.table_reader import TableReader
from intake.referral.page_words import NeverWords
from intake.referral.spellings.model import Spellings
from intake.resource_files import read_content_file, resources_folder


def load_spellings(root: Path | None = None) -> tuple[Spellings, list[ContentProblem]]:
    """Read ``resources/templates/spellings.toml``; all faults are noted."""
    base = root or resources_folder()
    file = read_content_file(base / "templates" / "spellings.toml", base)
    if isinstance(file, ContentProblem):
        return Spellings(), [file]
    problems: list[ContentProblem] = []
    reader = TableReader(file, file.table, problems)
    digits = {word: str(value) for value, words in enumerate(reader.words("digits")) for word in words.split()}
    spellings = Spellings(
        _letters(reader.words("look_alikes")),
        _letters(reader.words("signs")),
        digits,
        NeverWords(on_a_page=reader.words("immigration")),
    )
    reader.finish()
    if not spellings.is_whole:
        problems.append(file.problem("digits", "A list of spellings is empty.", "Put the list back."))
    return spellings, problems


def _letters(entries: Iterable[str]) -> dict[int, str]:
    return {ord(other): letter for letter, *others in map(str.split, entries) for other in others}
