"""The words by which a sentence of somebody's own may still be read as one of the frames, one file a language.

A language without frames of its own says with ``reads`` whose they are: its words then stand for words of those frames.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from intake.errors import BrokenContent, ContentProblem
from intake.questions.table_reader import TableReader
from intake.resource_files import ContentFile, read_content_file, resources_folder
from intake.screening.folding import Folding
from intake.screening.gate.cutting import Listed, as_listed
from intake.screening.gate.together import Together
from intake.screening.patterns import NotAPhrase, Part, Parts, read_phrase

_LEAST_STEM = 3
_SHELF = "gate"
_MOST_BYTES = 384 * 1024
"""The largest of these files: a language that is not stemmed lists every form."""
_GROUPS = (
    "small",
    "person",
    "pronouns",
    "reporter",
    "reporter_may",
    "deeds",
    "suffers",
    "by",
    "articles",
    "before_object",
    "after_object",
    "has",
    "wounds",
    "struck",
    "limbs",
    "never",
    "names",
    "months",
    "before_dates",
    "either",
    "not_first_person",
    "speaking",
    "done_to",
    "beside",
    "particles",
)
"""Lists of single words, each under the name of its field."""


@dataclass(frozen=True, slots=True)
class GateWords:
    """``small`` words say nothing, ``same`` gives the word of a frame for another one, ``allowed`` may stand beside.

    ``person`` and ``reporter`` name the two people; ``pronouns`` stand for one that was named before. The reporter may
    be the one who does what ``reporter_may`` lists without any of the ``deeds``, or who ``suffers`` something ``by``
    the other; ``before_object`` and ``after_object`` show that something is done to the reporter. ``wounds`` that
    the person ``has`` tell of force by the reporter, and so do being ``struck`` and a deed of one of their ``limbs``. A
    line that begins with one of the ``openings`` tells of the event itself, or of who or what came to it. A ``never``
    word holds whatever else is said, and so do words that are ``never_together``, the ``names`` and, where they are no
    date, ``months`` that are written with a capital inside a line, and a deed of one who may be ``either`` of the two.
    ``says`` leads up to what the person said.

    Where a language ``reads`` as another, a ``person`` is one only as a doer, so not behind what stands ``beside``, and
    the reporter is none in a form that is ``done_to``; in such a language a verb may come first (``verb_first``).
    """

    language: str
    reads: str = ""
    verb_first: bool = False
    endings: tuple[str, ...] = ()
    says: str = ""
    small: frozenset[str] = field(default_factory=frozenset, repr=False)
    person: frozenset[str] = field(default_factory=frozenset, repr=False)
    reporter: frozenset[str] = field(default_factory=frozenset, repr=False)
    reporter_may: frozenset[str] = field(default_factory=frozenset, repr=False)
    suffers: frozenset[str] = field(default_factory=frozenset, repr=False)
    by: frozenset[str] = field(default_factory=frozenset, repr=False)
    pronouns: frozenset[str] = field(default_factory=frozenset, repr=False)
    never: frozenset[str] = field(default_factory=frozenset, repr=False)
    deeds: frozenset[str] = field(default_factory=frozenset, repr=False)
    has: frozenset[str] = field(default_factory=frozenset, repr=False)
    wounds: frozenset[str] = field(default_factory=frozenset, repr=False)
    struck: frozenset[str] = field(default_factory=frozenset, repr=False)
    limbs: frozenset[str] = field(default_factory=frozenset, repr=False)
    articles: frozenset[str] = field(default_factory=frozenset, repr=False)
    before_object: frozenset[str] = field(default_factory=frozenset, repr=False)
    after_object: frozenset[str] = field(default_factory=frozenset, repr=False)
    names: frozenset[str] = field(default_factory=frozenset, repr=False)
    months: frozenset[str] = field(default_factory=frozenset, repr=False)
    before_dates: frozenset[str] = field(default_factory=frozenset, repr=False)
    either: frozenset[str] = field(default_factory=frozenset, repr=False)
    never_together: Together = field(default_factory=Together, repr=False, compare=False)
    openings: tuple[str, ...] = field(default=(), repr=False)
    not_first_person: frozenset[str] = field(default_factory=frozenset, repr=False)
    speaking: frozenset[str] = field(default_factory=frozenset, repr=False)
    first_person_endings: tuple[str, ...] = field(default=(), repr=False)
    same: Mapping[str, str] = field(default_factory=dict, repr=False)
    allowed: frozenset[str] = field(default_factory=frozenset, repr=False)
    of_kind: Mapping[str, frozenset[str]] = field(default_factory=dict, repr=False)
    near: Mapping[str, frozenset[str]] = field(default_factory=dict, repr=False)
    done_to: frozenset[str] = field(default_factory=frozenset, repr=False)
    beside: frozenset[str] = field(default_factory=frozenset, repr=False)
    particles: frozenset[str] = field(default_factory=frozenset, repr=False)

    def stem(self, word: str) -> str:
        """A folded word without its ending, and under the name that the frames have for it."""
        if word in self.same:
            return self.same[word]
        bare = self.bare(word)
        return self.same.get(bare, bare)

    def listed(self) -> Listed:
        """Every word that stands on one of the lists, to cut a line into."""
        named = self.small | self.person | self.pronouns | self.reporter | self.done_to
        return Listed(
            named.union(self.never, self.speaking, self.allowed, self.same, *self.of_kind.values()), self.particles
        )

    def bare(self, word: str) -> str:
        """A folded word without its ending; the word itself in a language that lists every form."""
        if self.reads:
            return word
        for ending in self.endings:
            if word.endswith(ending) and len(word) - len(ending) >= _LEAST_STEM:
                word = word.removesuffix(ending)
                break
        return word[:-1] if len(word) > _LEAST_STEM and word[-1] == word[-2] else word


class GateLists:
    """The words of every language, each file read when somebody first asks for its language."""

    def __init__(self, folding: Folding, root: Path | None = None) -> None:
        self.folding = folding
        self._root = root or resources_folder()
        self._files = {path.stem: path for path in sorted((self._root / _SHELF).glob("*.toml"))}
        self._read: dict[str, GateWords] = {}

    def of(self, language: str) -> GateWords | None:
        """The words of a language, or None where there is no file of it. Raises BrokenContent."""
        if language not in self._read and language in self._files:
            words, problems = self._load(language)
            if words is None or problems:
                raise BrokenContent(tuple(problems))
            self._read[language] = words
        return self._read.get(language)

    def problems(self) -> list[ContentProblem]:
        """Every fault of every file."""
        return [problem for language in self._files for problem in self._load(language)[1]]

    def _load(self, language: str) -> tuple[GateWords | None, list[ContentProblem]]:
        file = read_content_file(self._files[language], self._root, _MOST_BYTES)
        if isinstance(file, ContentProblem):
            return None, [file]
        problems: list[ContentProblem] = []
        words = _read(file, self.folding, problems)
        if words.language != language:
            what = f"The language '{words.language}' is not the name of the file."
            problems.append(file.problem("language", what, "Make them the same."))
        return words, problems


def _read(file: ContentFile, folding: Folding, problems: list[ContentProblem]) -> GateWords:
    reader = TableReader(file, file.table, problems)
    reads = reader.text("reads")

    def plain(entry: str) -> list[str]:
        if reads:
            return [as_listed(one).replace("_", " ") for one in entry.split()]
        return folding.fold(entry).text.split()

    def group(key: str) -> frozenset[str]:
        return frozenset(word for entry in reader.words(key) for word in plain(entry))

    endings = tuple(sorted((one for entry in reader.words("endings") for one in entry.split()), key=len, reverse=True))
    bare = GateWords(
        language=reader.must_text("language"),
        reads=reads,
        verb_first=reader.flag("verb_first"),
        endings=endings,
        says=reader.must_text("says"),
    )

    def lists(key: str) -> dict[str, list[str]]:
        table = reader.table(key)
        inner = TableReader(file, table, problems, f"under '{key}'")
        words = {one: [word for text in inner.words(one) for word in plain(text)] for one in table}
        inner.finish()
        return words

    def stems(key: str) -> dict[str, frozenset[str]]:
        stem = bare.bare if reads else done.stem
        return {one: frozenset(map(stem, words)) for one, words in lists(key).items()}

    done = replace(
        bare,
        same=_same(bare, [plain(entry) for entry in reader.words("same")]),
        allowed=frozenset(bare.bare(word) for word in group("allowed")),
        first_person_endings=tuple(one for entry in reader.words("first_person_endings") for one in entry.split()),
        openings=tuple(f"{' '.join(plain(entry))} " for entry in reader.words("openings")),
    )
    groups: dict[str, Any] = {key: group(key) for key in _GROUPS}
    named = {"person": sorted(groups["person"]), "reporter": sorted(groups["reporter"]), **lists("lists")}
    together = _together(reader, folding, named, plain if reads else None)
    done = replace(done, never_together=together, of_kind=stems("of_kind"), near=stems("near"), **groups)
    reader.finish()
    if not (done.small and done.person and done.reporter and done.never and done.pronouns and done.deeds):
        problems.append(file.problem("small", "A list that the gate cannot do without is empty.", "Put the list back."))
    return done


def _together(
    reader: TableReader,
    folding: Folding,
    lists: Mapping[str, Sequence[str]],
    unfolded: Callable[[str], list[str]] | None,
) -> Together:
    """The phrases that hold a line; in a language that is not folded they are only words side by side."""
    parts = Parts()
    readings: list[tuple[Part, ...]] = []
    for entry in reader.words("never_together"):
        if unfolded:
            readings.append(tuple(parts.of((word,)) for word in unfolded(entry)))
            continue
        try:
            readings += read_phrase(folding.fold(entry).text, lists, parts)
        except NotAPhrase as error:
            reader.note("never_together", f"The phrase '{entry}' cannot be read. {error}", "Compare with another one.")
    return Together(readings)


def _same(bare: GateWords, groups: Sequence[Sequence[str]]) -> dict[str, str]:
    """For each word of a group the name that the frames have for it: the first of the group."""
    same: dict[str, str] = {}
    for first, *others in groups:
        for other in others:
            same[other] = same[bare.bare(other)] = bare.bare(first)
    return same
