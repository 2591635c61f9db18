"""The words of one organisation as a file: the same TOML as a word pack, with a date; and as text in its vault."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import date

from intake.errors import ContentProblem
from intake.questions.table_reader import TableReader
from intake.resource_files import ContentFile, read_content_bytes
from intake.screening.judgement.model import CATEGORIES
from intake.screening.local.phrases import (
    LONGEST_PHRASE,
    MOST_ADDED,
    MOST_HIDDEN,
    PhraseFault,
    fault_of_added,
    fault_of_phrase,
    tidy,
)
from intake.screening.packs import LocalWord, LocalWords, WordPacks

_MOST_FAULTS = 12
_CURES = {
    PhraseFault.TOO_LONG: f"Keep it to {LONGEST_PHRASE} letters.",
    PhraseFault.NO_WORDS: "Write at least one word.",
    PhraseFault.BRACKETS: "Close each bracket; .. stands between two words.",
    PhraseFault.SHORT_STEM: "Write at least three letters before a star.",
    PhraseFault.EVERYDAY: "It stands in most sentences. Add the word that tells.",
    PhraseFault.TOO_MANY: "It can be read in too many ways. Write it as several.",
    PhraseFault.CATEGORY: f"Use one of {', '.join(CATEGORIES)}.",
    PhraseFault.LANGUAGE: "Use the code of a language that has packs, such as en or es.",
}


@dataclass(frozen=True, slots=True)
class LocalFile:
    """What a file comes to: its words and its day, or every reason why it cannot be used."""

    words: LocalWords
    dated: date | None = None
    problems: tuple[ContentProblem, ...] = field(default=(), repr=False)


def write_local(words: LocalWords, dated: date) -> str:
    """The file. Somebody can read and change it, and another desk can take it in."""
    lines = ["# Words of one office for the lens. No report is in here.", f"dated = {dated.isoformat()}"]
    lines += [f"hide = [{''.join(f'{chr(10)}  {_quoted(phrase)},' for phrase in words.hide)}", "]"]
    for word in words.add:
        lines += ["", "[[add]]", f"phrase = {_quoted(word.phrase)}"]
        lines += [f"language = {_quoted(word.language)}", f"category = {_quoted(word.category)}"]
    return "\n".join(lines) + "\n"


def read_local(name: str, raw: bytes, packs: WordPacks) -> LocalFile:
    """Read one file under the name by which its faults are told. Nothing in it can stop the program."""
    file = read_content_bytes(name, raw)
    if isinstance(file, ContentProblem):
        return LocalFile(LocalWords(), problems=(file,))
    problems: list[ContentProblem] = []
    reader = TableReader(file, file.table, problems)
    dated = reader.value("dated")
    if type(dated) is not date:
        reader.note("dated", "It is not said how old these words are.", "Write dated = 2026-11-21, without quotes.")
    hide = tuple(map(tidy, reader.words("hide")))
    add = tuple(_word(entry) for entry in reader.tables("add"))
    reader.finish()
    problems += _too_many(file, len(add), len(hide))
    for key, faults in (
        ("add", [fault_of_added(packs, word) for word in add[: MOST_ADDED + 1]]),
        ("hide", [fault_of_phrase(packs, phrase) for phrase in hide[: MOST_HIDDEN + 1]]),
    ):
        for number, fault in enumerate(faults, start=1):
            if fault is not None:
                what = f"Number {number} of '{key}' cannot be looked for."
                problems.append(file.problem(key, what, _CURES[fault]))
    if problems:
        return LocalFile(LocalWords(), problems=tuple(problems[:_MOST_FAULTS]))
    return LocalFile(LocalWords(add, hide), dated if type(dated) is date else None)


def _word(entry: TableReader) -> LocalWord:
    word = LocalWord(tidy(entry.must_text("phrase")), entry.must_text("language"), entry.must_text("category"))
    entry.finish()
    return word


def _too_many(file: ContentFile, added: int, hidden: int) -> list[ContentProblem]:
    cure = "Split the file, or take out what nobody needs."
    over = (("add", added, MOST_ADDED), ("hide", hidden, MOST_HIDDEN))
    return [
        file.problem(key, f"There are more than {most} phrases under '{key}'.", cure)
        for key, count, most in over
        if count > most
    ]


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
