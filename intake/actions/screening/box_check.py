"""The check of wording behind every box: the lens, and what is said of each mark. For one worker thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from intake.actions.screening.harm_words import HarmWords, harm_words, text_language
from intake.actions.screening.local_words import read_office_words
from intake.actions.screening.look_over import Marker, Passage, TextReader
from intake.actions.screening.open_lens import office_lens, shipped_packs
from intake.content import Content
from intake.errors import BrokenContent
from intake.screening.harms import Harms, load_harms
from intake.screening.packs import LocalWords
from intake.wording.catalogue import Wording, languages


@dataclass(frozen=True, slots=True)
class Marked:
    """A marked passage and what is said of it."""

    passage: Passage = field(repr=False)
    words: HarmWords = field(repr=False)


@dataclass(frozen=True, slots=True)
class BoxRead:
    """What is marked in a box so far. ``is_complete``: every part of the check took part."""

    marked: tuple[Marked, ...]
    is_whole: bool
    is_complete: bool


@dataclass(frozen=True, slots=True)
class BoxCheck:
    """Reads boxes; the languages are read when first needed."""

    lens: Marker = field(repr=False)
    harms: Harms = field(repr=False)
    wording: Callable[[str], Wording] = field(repr=False)
    shipped: Callable[[], tuple[str, ...]] = field(repr=False)

    def read(self, reader: TextReader, text: str, near: int, desk_language: str) -> BoxRead:
        """Read one more part of what is new in a box."""
        looked = reader.look_over(self.lens, self.harms, text, near, desk_language)
        marked = tuple(Marked(one, self._words(one, desk_language)) for one in looked.passages)
        return BoxRead(marked, looked.is_whole, looked.is_judged)

    def _words(self, passage: Passage, desk_language: str) -> HarmWords:
        spoken = text_language(passage.spoken, self.shipped, desk_language)
        return harm_words(self.harms, passage.category, self.wording(desk_language), self.wording(spoken))


def open_box_check(content: Content, office_words: str = "") -> BoxCheck:
    """The check over the shipped data, with what the office adds and hides, as its vault keeps it.

    Slow. Raises BrokenContent, and Mishap ``local_words_unread``.
    """
    harms, problems = load_harms(content.root)
    if problems:
        raise BrokenContent(tuple(problems))
    shipped = languages(content.root)
    words = read_office_words(office_words, shipped_packs(content)) if office_words else LocalWords()
    return BoxCheck(office_lens(content, words), harms, content.wording, lambda: shipped)
