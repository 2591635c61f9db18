"""Reads a .po file message by message: what is broken is named with its line and left out, the rest is used."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from intake.errors import ContentProblem

_WORD = re.compile(r'(msgctxt|msgid_plural|msgid|msgstr(?:\[\d+\])?)\s*(".*)?$')
_QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)"\s*$')
_ESCAPE = re.compile(r"\\(.)")
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", '"': '"', "\\": "\\"}
_PLACEHOLDER = re.compile(r"\{[A-Za-z_][A-Za-z0-9_]*\}")
_MEND = 'Write it as  msgctxt "..."  msgid "..."  msgstr "...", each on lines of its own.'


@dataclass(frozen=True, slots=True)
class Message:
    """One text: the id it has in the program, its English, and what it is in the language of the file."""

    context: str
    english: str
    text: str
    line: int
    is_fuzzy: bool = False
    notes: tuple[str, ...] = ()

    @property
    def is_usable(self) -> bool:
        """Translated, looked at, and with every place of the English sentence."""
        return bool(self.context and self.text) and not self.is_fuzzy and self.has_all_places

    @property
    def has_all_places(self) -> bool:
        """Whether the same {places} stand in both, and no brace is left over."""
        return places_of(self.english) == places_of(self.text) and _rest(self.english) == _rest(self.text)


@dataclass(frozen=True, slots=True)
class PoFile:
    """What could be read, what the file says of itself, and what could not be read."""

    messages: tuple[Message, ...]
    header: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[ContentProblem, ...] = ()

    @property
    def is_reviewed(self) -> bool:
        """Whether a native speaker has read all of it."""
        return self.header.get("X-Reviewed-By-Native-Speaker", "").lower() == "yes"

    def texts(self) -> dict[tuple[str, str], str]:
        """Every usable text by id and English."""
        return {(one.context, one.english): one.text for one in self.messages if one.is_usable}


def places_of(text: str) -> frozenset[str]:
    """The {places} in a text that the program fills in."""
    return frozenset(_PLACEHOLDER.findall(text))


def _rest(text: str) -> str:
    return "".join(letter for letter in _PLACEHOLDER.sub("", text) if letter in "{}")


def read_po(raw: bytes, name: str) -> PoFile:
    """Never raises: a file that is no text at all is one problem and no message."""
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        cure = "Save the file as UTF-8. Until then English is shown."
        return PoFile((), {}, (ContentProblem(name, line, "This is not UTF-8 text.", cure),))
    reader = _Reader(name)
    for number, words in enumerate(text.splitlines(), 1):
        reader.take(number, words.strip())
    reader.finish()
    header = _header(one.text for one in reader.messages if not one.english and not one.context)
    messages = tuple(one for one in reader.messages if one.english)
    return PoFile(messages, header, (*reader.problems, *_twice(messages, name)))


class _Reader:
    """Holds the message that is being read."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._parts: dict[str, str] = {}
        self._start = 0
        self._part = ""
        self._is_broken = False
        self._is_fuzzy = False
        self._notes: list[str] = []
        self.messages: list[Message] = []
        self.problems: list[ContentProblem] = []

    def take(self, number: int, line: str) -> None:
        """One line of the file."""
        if not line:
            self.finish()
        elif line.startswith("#"):
            self._comment(line)
        elif line.startswith('"'):
            self._add(number, line)
        else:
            self._keyword(number, line)

    def finish(self) -> None:
        """The message ends here."""
        if self._parts and not self._is_broken:
            if "msgid" in self._parts and "msgstr" in self._parts:
                self.messages.append(
                    Message(
                        self._parts.get("msgctxt", ""),
                        self._parts["msgid"],
                        self._parts["msgstr"],
                        self._start,
                        self._is_fuzzy,
                        tuple(self._notes),
                    )
                )
            else:
                self._problem(self._start, "This message lacks its msgid or its msgstr.", _MEND)
        self._parts, self._part, self._notes = {}, "", []
        self._is_broken = self._is_fuzzy = False

    def _comment(self, line: str) -> None:
        if "msgstr" in self._parts:
            self.finish()
        if line.startswith("#,"):
            self._is_fuzzy = "fuzzy" in line
        elif line.startswith("#."):
            self._notes.append(line[2:].strip())

    def _keyword(self, number: int, line: str) -> None:
        found = _WORD.match(line)
        if found is None:
            self._problem(number, f"This line starts with nothing known: {line[:30]}", _MEND)
            self._is_broken = True
            return
        part = found.group(1)
        if part in self._parts or (part != "msgstr" and "msgstr" in self._parts):
            self.finish()
        if part not in ("msgctxt", "msgid", "msgstr"):
            self._problem(number, f"'{part}' is not read here.", "Write one message for one, and one for many.")
            self._is_broken = True
        self._start = self._start if self._parts else number
        self._part = part
        self._parts[part] = ""
        self._add(number, found.group(2) or '""')

    def _add(self, number: int, line: str) -> None:
        quoted = _QUOTED.match(line)
        if quoted is None or not self._part:
            self._problem(number, "The quotes of this line do not close, or it belongs to nothing.", _MEND)
            self._is_broken = True
            return
        text = quoted.group(1)
        self._parts[self._part] += _ESCAPE.sub(_unescaped, text) if "\\" in text else text

    def _problem(self, number: int, what: str, cure: str) -> None:
        self.problems.append(ContentProblem(self._name, number, what, cure))


def _unescaped(found: re.Match[str]) -> str:
    return _ESCAPES.get(found.group(1), found.group(1))


def _header(texts: Iterable[str]) -> dict[str, str]:
    pairs = (line.partition(":") for text in texts for line in text.splitlines())
    return {name.strip(): value.strip() for name, colon, value in pairs if colon}


def _twice(messages: tuple[Message, ...], name: str) -> list[ContentProblem]:
    first: dict[tuple[str, str], int] = {}
    found = []
    for one in messages:
        before = first.setdefault((one.context, one.english), one.line)
        if before != one.line:
            what = f"'{one.context}' stands here for the second time; the first is in line {before}."
            found.append(ContentProblem(name, one.line, what, "Keep one of the two."))
    return found
