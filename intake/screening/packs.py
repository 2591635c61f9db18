"""Reads the word packs: what to look for, in which language, for which harm, and how sure anybody is of it.

A pack is dated, because slang perishes, and says who has read it. Packs of one language and category add up.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from intake.errors import ContentProblem
from intake.questions.table_reader import TableReader
from intake.resource_files import ContentFile, content_files, read_content_file, resources_folder
from intake.screening.details.finding import Details, load_details
from intake.screening.folding import Folding
from intake.screening.judgement.model import CATEGORIES
from intake.screening.languages import Language
from intake.screening.patterns import NotAPhrase, Part, Parts, read_phrase

SHELVES = ("word_packs",)
"""Where the words lie that mark a report; the languages lie there too."""

_LANGUAGE_FILE, _LETTERS_FILE = "language.toml", "letters.toml"


@dataclass(frozen=True, slots=True)
class Pack:
    """Words of one harm in one language.

    ``always`` marks unless the other person is plainly the one (with ``whoever``: even then); ``own`` only when the
    reporter does it or has it; ``false_friends`` are longer phrases in which the same words are harmless.
    """

    file: str
    language: str
    category: str
    dated: date
    reviewer: str
    whoever: bool = False
    always: tuple[str, ...] = field(default=(), repr=False)
    own: tuple[str, ...] = field(default=(), repr=False)
    false_friends: tuple[str, ...] = field(default=(), repr=False)
    lists: Mapping[str, tuple[str, ...]] = field(default_factory=dict, repr=False)
    marked: tuple[str, ...] = field(default=(), repr=False)
    left: tuple[str, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class LocalWord:
    """A word that one organisation adds, in one language, for one harm."""

    phrase: str = field(repr=False)
    language: str
    category: str


@dataclass(frozen=True, slots=True)
class LocalWords:
    """What one organisation changes: words it adds, and phrases of ours that it does not want marked."""

    add: tuple[LocalWord, ...] = ()
    hide: tuple[str, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class WordPacks:
    """Every language that is read, every pack, how letters are folded, and what finds names, numbers and addresses."""

    languages: Mapping[str, Language] = field(default_factory=dict, repr=False)
    packs: tuple[Pack, ...] = field(default=(), repr=False)
    folding: Folding = field(default_factory=Folding, repr=False)
    details: Details = field(default_factory=Details, repr=False)

    _parts: Parts = field(default_factory=Parts, repr=False, compare=False)
    _read: dict[tuple[str, str], list[tuple[Part, ...]]] = field(default_factory=dict, repr=False, compare=False)
    _lists: dict[str, Mapping[str, Sequence[str]]] = field(default_factory=dict, repr=False, compare=False)

    def readings(self, pack: Pack, phrase: str) -> list[tuple[Part, ...]]:
        """Every reading of one phrase of a pack; each is read once. Raises NotAPhrase."""
        found = self._read.get((pack.file, phrase))
        if found is None:
            folded = self.folded(phrase)
            found = self._read[pack.file, phrase] = read_phrase(
                folded, self._lists_of(pack) if "<" in folded else {}, self._parts
            )
        return found

    def of_an_office(self, phrase: str) -> list[tuple[Part, ...]]:
        """Every reading of a phrase of an organisation's own, which is not kept here. Raises NotAPhrase."""
        return read_phrase(self.folded(phrase), {}, Parts())

    def _lists_of(self, pack: Pack) -> Mapping[str, Sequence[str]]:
        found = self._lists.get(pack.file)
        if found is None:
            found = {name: [self.folded(word) for word in words] for name, words in pack.lists.items()}
            self._lists[pack.file] = found
        return found

    def folded(self, phrase: str) -> str:
        """A phrase in the letters in which texts are searched."""
        return self.folding.fold(phrase).text


def load_word_packs(
    root: Path | None = None, shelves: Sequence[str] = SHELVES, *, with_details: bool = True
) -> tuple[WordPacks, list[ContentProblem]]:
    """Read everything below ``resources/word_packs`` and other shelves; all faults are noted.

    ``with_details``: also what finds names, numbers and addresses, which no words for asking need.
    """
    problems: list[ContentProblem] = []
    folding = _read_letters(root, problems)
    languages: dict[str, Language] = {}
    files: list[ContentFile] = []
    for file in (file for shelf in shelves for file in content_files(shelf, root)):
        if isinstance(file, ContentProblem):
            problems.append(file)
        elif file.name.endswith("/" + _LANGUAGE_FILE):
            language = _language(file, folding, problems)
            languages[language.code] = language
        elif not file.name.endswith("/" + _LETTERS_FILE):
            files.append(file)
    packs = WordPacks(
        languages,
        tuple(_pack(file, problems) for file in files),
        folding,
        load_details(root, problems) if with_details else Details(),
    )
    for pack, file in zip(packs.packs, files, strict=True):
        _check(pack, file, packs, problems)
    return packs, problems


def _read_letters(root: Path | None, problems: list[ContentProblem]) -> Folding:
    base = root or resources_folder()
    file = read_content_file(base / "word_packs" / _LETTERS_FILE, base)
    if isinstance(file, ContentProblem):
        problems.append(file)
        return Folding()
    reader = TableReader(file, file.table, problems)
    look_alikes = {ord(one): entry[0] for entry in reader.words("look_alikes") for one in entry[1:].split()}
    variants = {ord(pair[0]): pair[1] for entry in reader.words("one_character") for pair in entry.split()}
    reader.finish()
    if not look_alikes or not variants:
        problems.append(file.problem("look_alikes", "A list of letters is empty.", "Put the list back."))
    return Folding(look_alikes, variants)


def _language(file: ContentFile, folding: Folding, problems: list[ContentProblem]) -> Language:
    reader = TableReader(file, file.table, problems)

    def in_order(key: str) -> tuple[str, ...]:
        return tuple(word.replace("'", "") for entry in reader.words(key) for word in folding.fold(entry).text.split())

    def words(key: str) -> frozenset[str]:
        return frozenset(in_order(key))

    language = Language(
        reader.must_text("code"),
        reader.must_text("script"),
        words("common"),
        words("own"),
        words("other"),
        words("whom"),
        words("denies"),
        words("belongs"),
        frozenset("".join(reader.words("only_here"))),
        in_order("often"),
    )
    reader.finish()
    if language.code != _folder(file):
        reader.note("code", f"The code '{language.code}' is not the name of the folder.", "Make them the same.")
    return language


def _pack(file: ContentFile, problems: list[ContentProblem]) -> Pack:
    reader = TableReader(file, file.table, problems)
    dated = reader.value("dated")
    if type(dated) is not date:
        reader.note("dated", "It is not said how old these words are.", "Write dated = 2026-11-21, without quotes.")
        dated = date.min
    lists = {name: tuple(map(str, words)) for name, words in reader.table("lists").items() if isinstance(words, list)}
    examples = reader.table("examples")
    inner = TableReader(file, examples, problems, "under 'examples'")
    pack = Pack(
        file=file.name,
        language=reader.must_text("language"),
        category=reader.must_text("category"),
        dated=dated,
        reviewer=reader.must_text("reviewer"),
        whoever=reader.flag("whoever"),
        always=reader.words("always"),
        own=reader.words("own"),
        false_friends=reader.words("false_friends"),
        lists=lists,
        marked=inner.words("marked"),
        left=inner.words("left"),
    )
    inner.finish()
    reader.finish()
    return pack


def _folder(file: ContentFile) -> str:
    return file.name.split("/")[-2]


def _check(pack: Pack, file: ContentFile, packs: WordPacks, problems: list[ContentProblem]) -> None:
    def note(key: str, what: str, cure: str) -> None:
        problems.append(file.problem(key, what, cure))

    if pack.category not in CATEGORIES:
        note("category", f"'{pack.category}' is no kind of harm.", f"Use one of {', '.join(CATEGORIES)}.")
    if pack.language != _folder(file):
        note("language", f"'{pack.language}' is not the name of the folder.", "Make them the same.")
    if pack.language not in packs.languages:
        note(
            "language",
            f"Nothing is known of the language '{pack.language}'.",
            f"Add {_LANGUAGE_FILE} beside this file.",
        )
    if not pack.always and not pack.own:
        note("always", "The pack holds no words.", 'Add always = ["..."] or own = ["..."].')
    if not pack.marked or not pack.left:
        note("examples", "A pack shows what it marks and what it leaves.", "Add 'marked' and 'left' under [examples].")
    for key, phrases in (("always", pack.always), ("own", pack.own), ("false_friends", pack.false_friends)):
        for phrase in phrases:
            try:
                packs.readings(pack, phrase)
            except NotAPhrase as error:
                note(key, f"The phrase '{phrase}' cannot be read. {error}", "Compare with a neighbouring phrase.")
