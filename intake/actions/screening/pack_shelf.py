"""The words that the lens knows, to be looked at by everybody: pack by pack, with their day, their reader, examples."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from babel import Locale

from intake.actions.interview.page import OptionWords
from intake.actions.keys.supervisor import is_supervisor
from intake.actions.screening.desk_lens import desk_lens
from intake.actions.screening.local_words import local_words
from intake.actions.screening.open_lens import shipped_packs
from intake.actions.session import OpenVault
from intake.errors import Mishap
from intake.screening.packs import LocalWords, Pack
from intake.screening.spans import UNREAD

LONGEST_TRIED = 2000
"""Letters of a text that is tried out."""

KIND_WORDS: Mapping[str, str] = {
    "sex-work": "Selling sex",
    "drugs": "Own drug use",
    "third-party": "Working with or for others",
    "immigration": "Papers and borders",
    "immigration-threat": "Threats about papers",
    "record": "Arrests and courts",
    "false-id": "A false or borrowed name",
    "trespass": "Being where one may not be",
    "weapon": "Carrying a weapon",
    "force-or-theft": "Hitting back or taking",
    "licence": "Licences and driving",
    "benefits": "Benefits, tax and rent",
    "hiv": "HIV and hepatitis",
    "children": "Children and pregnancy",
    "health": "Health and gender",
    "identifying": "Who the person is",
    UNREAD: "A language that the lens does not know",
}
"""What each kind of harm touches, in English; the message ids are ``lens.kind.<name>``."""


@dataclass(frozen=True, slots=True)
class PackLine:
    """One pack on the shelf."""

    id: str
    language: str
    title: str
    dated: date
    reviewer: str = field(repr=False)
    count: int


@dataclass(frozen=True, slots=True)
class PackShelf:
    """Every pack, the languages that have any, what the office changed (None: it cannot be read), who may change it."""

    languages: tuple[OptionWords, ...]
    kinds: tuple[OptionWords, ...]
    packs: tuple[PackLine, ...]
    local: LocalWords | None
    may_change: bool


@dataclass(frozen=True, slots=True)
class PackPage:
    """One pack opened: what it looks for, what it leaves, and examples of both."""

    line: PackLine
    always: tuple[str, ...] = field(repr=False)
    own: tuple[str, ...] = field(repr=False)
    left: tuple[str, ...] = field(repr=False)
    marked_examples: tuple[str, ...] = field(repr=False)
    left_examples: tuple[str, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class TriedText:
    """What would be marked in a text: each passage and what it touches."""

    text: str = field(repr=False)
    marks: tuple[tuple[str, str], ...] = field(default=(), repr=False)


def pack_shelf(session: OpenVault) -> PackShelf:
    """Everything that the screen shows. Raises BrokenContent when a pack is broken."""
    packs = shipped_packs(session.shipped)
    try:
        local = local_words(session)
    except Mishap:
        local = None
    kinds = tuple(OptionWords(name, kind_words(session, name)) for name in KIND_WORDS if name != UNREAD)
    languages = tuple(OptionWords(code, _language(session, code)) for code in _in_order(packs.packs))
    lines = tuple(_line(session, pack) for pack in packs.packs)
    return PackShelf(languages, kinds, lines, local, is_supervisor(session))


def open_pack(session: OpenVault, pack_id: str) -> PackPage:
    """One pack. Raises KeyError for an unknown one."""
    pack = {one.file: one for one in shipped_packs(session.shipped).packs}[pack_id]
    return PackPage(_line(session, pack), pack.always, pack.own, pack.false_friends, pack.marked, pack.left)


def try_text(session: OpenVault, text: str) -> TriedText:
    """What the lens would mark, with the words of this office. Nothing of it is kept. Raises as ``desk_lens`` does."""
    text = text[:LONGEST_TRIED]
    spans = desk_lens(session).screen(text).spans
    return TriedText(text, tuple((text[span.start : span.end], kind_words(session, span.category)) for span in spans))


def kind_words(session: OpenVault, category: str) -> str:
    """What a kind of harm touches, in the language of the desk."""
    return session.content.wording(session.language).text(f"lens.kind.{category}", KIND_WORDS[category])


def _line(session: OpenVault, pack: Pack) -> PackLine:
    count = len(pack.always) + len(pack.own)
    return PackLine(pack.file, pack.language, kind_words(session, pack.category), pack.dated, pack.reviewer, count)


def _in_order(packs: tuple[Pack, ...]) -> list[str]:
    found = dict.fromkeys(pack.language for pack in packs)
    return sorted(found, key=lambda code: (code not in {"en", "es"}, code))


def _language(session: OpenVault, code: str) -> str:
    name = str(Locale.parse(session.language).languages.get(code.replace("-", "_"), code))
    return name[:1].upper() + name[1:]
