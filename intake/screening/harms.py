"""What each kind of mark touches and why it matters, and the neutral words that may be true in its place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from intake.errors import ContentProblem
from intake.questions.table_reader import TableReader
from intake.resource_files import ContentFile, content_files
from intake.screening.judgement.model import CATEGORIES
from intake.screening.spans import UNREAD

_DOER_FILE = "/doer.toml"
_KINDS = frozenset(CATEGORIES) | {UNREAD}


@dataclass(frozen=True, slots=True)
class NeutralWords:
    """Words that may stand in place of a passage, ``when`` they are true; somebody has to say so each time."""

    id: str
    words: str = field(repr=False)
    when: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Harm:
    """One kind of mark. ``who_decides``: the same words do no harm when they are about the other person.

    ``is_deed``: it is something that somebody does, so one asks who did it; else one asks whom it is about.

    ``asked_by`` names the questions whose very answer this is: there it is not marked.
    """

    category: str
    touches: str = field(repr=False)
    why: str = field(repr=False)
    first: str = field(default="", repr=False)
    who_decides: bool = False
    is_deed: bool = False
    asked_by: frozenset[str] = field(default=frozenset(), repr=False)
    wordings: tuple[NeutralWords, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class Harms:
    """Every kind of mark, and the words that say that the other person did it, or is meant."""

    kinds: Mapping[str, Harm] = field(default_factory=dict, repr=False)
    doer_named: str = field(default="", repr=False)
    other_meant: str = field(default="", repr=False)


def load_harms(root: Path | None = None) -> tuple[Harms, list[ContentProblem]]:
    """Read everything below ``resources/harms``; all faults are noted."""
    problems: list[ContentProblem] = []
    kinds: dict[str, Harm] = {}
    named = meant = ""
    for file in content_files("harms", root):
        if isinstance(file, ContentProblem):
            problems.append(file)
        elif file.name.endswith(_DOER_FILE):
            reader = TableReader(file, file.table, problems)
            named, meant = reader.must_text("named"), reader.must_text("meant")
            reader.finish()
        else:
            harm = _harm(file, problems)
            kinds[harm.category] = harm
    problems += [
        ContentProblem(
            f"harms/{kind}.toml", 1, f"Nobody says what '{kind}' touches.", "Add the file, like its siblings."
        )
        for kind in sorted(_KINDS - kinds.keys())
    ]
    if not named and not problems:
        problems.append(
            ContentProblem("harms/doer.toml", 1, "The words for the doer are missing.", "Put the file back.")
        )
    return Harms(kinds, named, meant), problems


def _harm(file: ContentFile, problems: list[ContentProblem]) -> Harm:
    reader = TableReader(file, file.table, problems)
    harm = Harm(
        reader.must_text("category"),
        reader.must_text("touches"),
        reader.must_text("why"),
        reader.text("first"),
        reader.flag("who_decides"),
        reader.flag("is_deed"),
        frozenset(reader.words("asked_by")),
        tuple(_neutral_words(inner) for inner in reader.tables("wordings")),
    )
    reader.finish()
    if harm.category not in _KINDS:
        reader.note("category", f"'{harm.category}' is no kind of mark.", f"Use one of {', '.join(sorted(_KINDS))}.")
    elif file.name != f"harms/{harm.category}.toml":
        reader.note("category", f"'{harm.category}' is not the name of the file.", "Make them the same.")
    ids = [one.id for one in harm.wordings]
    for twice in sorted({one for one in ids if ids.count(one) > 1}):
        reader.note("wordings", f"Two wordings are called '{twice}'.", "Give one of them another id.")
    return harm


def _neutral_words(reader: TableReader) -> NeutralWords:
    words = NeutralWords(reader.must_text("id"), reader.must_text("words"), reader.must_text("when"))
    reader.finish()
    return words
