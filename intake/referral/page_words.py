"""The words that stand on every page, and the words that stand on none."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from intake.errors import ContentProblem
from intake.plain_letters import plain_letters
from intake.questions.table_reader import TableReader
from intake.resource_files import read_content_file, resources_folder
from intake.wording.catalogue import Wording

NEEDED = (
    "title",
    "for",
    "ref",
    "prepared_by",
    "permission_ends",
    "about",
    "asking",
    "closing",
    "default",
    "contact",
    "report_number",
    "practice_title",
    "practice_closing",
)
"""Every text that the page is built with."""

OWN = tuple(key for key in NEEDED if key not in ("ref", "report_number", "practice_title", "practice_closing"))
"""The constants that a recipient may word in its own way."""

SHEET = (
    "sheet_title",
    "sheet_what",
    "sheet_paper",
    "sheet_of_three",
    "sheet_day",
    "sheet_write",
    "sheet_use",
    "sheet_keep",
    "sheet_replace",
)
"""Every text of the blank sheet for recovery words, which names neither this program nor an office."""


LEDGER = (
    "ledger_title",
    "ledger_made_on",
    "ledger_about",
    "ledger_asking",
    "ledger_closing",
    "ledger_an_office",
    "ledger_a_court",
    "ledger_until",
    "ledger_ended",
    "ledger_taken_back",
    "ledger_saved",
    "ledger_not_saved",
    "ledger_nothing",
    "ledger_older",
    "ledger_earlier",
    "ledger_kept",
    "ledger_kept_until",
)
"""What stands on the person's own page of who has what."""


@dataclass(frozen=True, slots=True)
class PageWords:
    """The English constants by key."""

    english: Mapping[str, str] = field(default_factory=dict, repr=False)

    def text(self, key: str, wording: Wording) -> str:
        """One constant in the language of the page. Raises KeyError for a key that is not one."""
        return wording.text(message_id(key), self.english[key])


def message_id(key: str) -> str:
    """The id under which a constant is translated."""
    return f"page.{key}"


def load_page_words(root: Path | None = None) -> tuple[PageWords, list[ContentProblem]]:
    """Read ``resources/templates/page_words.toml``; all faults are noted."""
    base = root or resources_folder()
    file = read_content_file(base / "templates" / "page_words.toml", base)
    if isinstance(file, ContentProblem):
        return PageWords(), [file]
    problems: list[ContentProblem] = []
    reader = TableReader(file, file.table, problems)
    words = {key: reader.must_text(key) for key in (*NEEDED, *SHEET, *LEDGER)}
    reader.finish()
    return PageWords(words), problems


@dataclass(frozen=True, slots=True)
class NeverWords:
    """Words that never stand on a page, and words that no name on it may hold; whole words, in any shipped language.

    An entry that ends in ``*`` covers every word that begins so; accents and case make no
    difference.
    """

    on_a_page: tuple[str, ...] = field(default=(), repr=False)
    in_a_name: tuple[str, ...] = field(default=(), repr=False)
    allowed_phrases: tuple[str, ...] = field(default=(), repr=False)

    def on_page(self, text: str) -> bool:
        """Whether a text holds a word that never stands on a page."""
        plain = plain_letters(text)
        for phrase in self.allowed_phrases:
            plain = plain.replace(plain_letters(phrase), " ")
        return _holds(plain, self.on_a_page)

    def in_name(self, text: str) -> bool:
        """Whether a name, of a person or of a program, holds a word that would tell too much."""
        plain = plain_letters(text)
        return _holds(plain, self.on_a_page) or _holds(plain, self.in_a_name)


def load_never_words(root: Path | None = None) -> tuple[NeverWords, list[ContentProblem]]:
    """Read ``resources/templates/never_words.toml``; all faults are noted."""
    base = root or resources_folder()
    file = read_content_file(base / "templates" / "never_words.toml", base)
    if isinstance(file, ContentProblem):
        return NeverWords(), [file]
    problems: list[ContentProblem] = []
    reader = TableReader(file, file.table, problems)
    words = NeverWords(reader.words("on_a_page"), reader.words("in_a_name"), reader.words("allowed_phrases"))
    reader.finish()
    if not words.on_a_page or not words.in_a_name:
        problems.append(file.problem("on_a_page", "A list of words is empty.", "Put the words back."))
    return words, problems


def _holds(plain: str, entries: tuple[str, ...]) -> bool:
    return any(re.search(_pattern(entry), plain) for entry in entries)


def _pattern(entry: str) -> str:
    stem = re.escape(plain_letters(entry.removesuffix("*"))).replace(r"\ ", r"\s+")
    return rf"(?<!\w){stem}" + (r"\w*" if entry.endswith("*") else r"(?!\w)")
