"""The only code that knows where resources/ lies: beside the checkout or inside the package."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from intake.errors import ContentProblem

MOST_BYTES = 128 * 1024
"""The largest data file that is read, where its reader names no other bound."""
_LONGEST_LINE = 2000
_KEY = re.compile(r"[\w-]+")
_KEY_SET = re.compile(r"([\w-]+)[\"']?\s*=")
_HEADING = re.compile(r"\s*\[+([^=\[\]]*)\]+\s*(?:#.*)?$")


def resources_folder() -> Path:
    """The folder that holds the data files."""
    packaged = Path(__file__).parent / "_resources"
    return packaged if packaged.is_dir() else Path(__file__).parent.parent / "resources"


@dataclass(frozen=True, slots=True)
class ContentFile:
    """One TOML data file: its table, and enough of its text to point at a line."""

    name: str
    table: Mapping[str, object]
    text: str = field(repr=False)
    _lines: dict[str, int] = field(default_factory=dict, repr=False, compare=False)

    def problem(self, key: str, what: str, cure: str) -> ContentProblem:
        """A fault at the first line that sets ``key`` (line 1 when none does)."""
        if not self._lines:
            self._lines.update(_first_lines(self.text))
        return ContentProblem(self.name, self._lines.get(key, 1), what, cure)


def read_content_file(path: Path, root: Path, most: int = MOST_BYTES) -> ContentFile | ContentProblem:
    """Read one TOML file, or say on which line it cannot be read."""
    name = path.relative_to(root).as_posix()
    try:
        if path.stat().st_size > most:
            return _too_large(name, most)
        return read_content_bytes(name, path.read_bytes(), most)
    except OSError as error:
        return ContentProblem(name, 1, f"This file cannot be read: {error.strerror}.", "Put it back in its place.")


def read_content_bytes(name: str, raw: bytes, most: int = MOST_BYTES) -> ContentFile | ContentProblem:
    """Read one TOML file whose bytes are at hand already, or say on which line it cannot be read."""
    import tomllib  # the first window reads no data file

    if len(raw) > most:
        return _too_large(name, most)
    try:
        text = raw.decode("utf-8").replace("\r\n", "\n")
    except UnicodeDecodeError:
        return ContentProblem(name, 1, "This file is not UTF-8 text.", "Save it again as UTF-8.")
    try:
        return _too_long(name, text) or ContentFile(name, tomllib.loads(text), text)
    except RecursionError:
        return ContentProblem(name, _deepest_line(text), "Tables or lists are nested too deeply.", "Make it flatter.")
    except ValueError as error:  # also a number with more digits than any number has
        found = re.search(r"at line (\d+)", str(error))
        line = int(found.group(1)) if found else len(text.splitlines())
        return ContentProblem(
            name, line, f"This is not valid TOML: {error}.", "Mend the line; compare with a neighbouring file."
        )


def _too_large(name: str, most: int) -> ContentProblem:
    what = f"This file is larger than {most // 1024} kB."
    return ContentProblem(name, 1, what, "Split it, or take out what is not needed.")


def _first_lines(text: str) -> Mapping[str, int]:
    """For each key the first line that sets it or heads its table."""
    found = {"": 1}
    for number, line in enumerate(text.splitlines(), start=1):
        heading = _HEADING.match(line)
        for key in _KEY.findall(heading.group(1)) if heading else _KEY_SET.findall(line):
            found.setdefault(key, number)
    return found


def _too_long(name: str, text: str) -> ContentProblem | None:
    """A line so long that reading it could take minutes: a key may have thousands of parts."""
    for number, line in enumerate(text.splitlines(), start=1):
        if len(line) > _LONGEST_LINE:
            what = f"This line has more than {_LONGEST_LINE} characters."
            return ContentProblem(name, number, what, "Break it into several lines.")
    return None


def _deepest_line(text: str) -> int:
    deep, deepest, at = 0, 0, 1
    for number, line in enumerate(text.splitlines(), start=1):
        deep += sum(line.count(mark) for mark in "[{") - sum(line.count(mark) for mark in "]}")
        if deep > deepest:
            deepest, at = deep, number
    return at


def content_files(
    folder: str, root: Path | None = None, most: int = MOST_BYTES
) -> Iterator[ContentFile | ContentProblem]:
    """Every TOML file below ``folder``, in order of path."""
    base = root or resources_folder()
    for path in sorted((base / folder).rglob("*.toml")):
        yield read_content_file(path, base, most)
