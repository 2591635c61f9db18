"""The only code that knows where resources/ lies: beside the checkout or inside the package."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from intake.errors import ContentProblem


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

    def problem(self, key: str, what: str, cure: str) -> ContentProblem:
        """A fault at the first line that sets ``key`` (line 1 when none does)."""
        pattern = re.compile(rf"^\s*(\[+.*\b{re.escape(key)}\b.*\]+|.*\b{re.escape(key)}\s*=)")
        lines = self.text.splitlines()
        line = next((n for n, text in enumerate(lines, start=1) if pattern.match(text)), 1)
        return ContentProblem(self.name, line, what, cure)


def read_content_file(path: Path, root: Path) -> ContentFile | ContentProblem:
    """Read one TOML file, or say on which line it cannot be read."""
    import tomllib  # the first window reads no data file

    name = path.relative_to(root).as_posix()
    try:
        text = path.read_text(encoding="utf-8")
        return ContentFile(name, tomllib.loads(text), text)
    except OSError as error:
        return ContentProblem(name, 1, f"This file cannot be read: {error.strerror}.", "Put it back in its place.")
    except UnicodeDecodeError:
        return ContentProblem(name, 1, "This file is not UTF-8 text.", "Save it again as UTF-8.")
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"at line (\d+)", str(error))
        line = int(found.group(1)) if found else len(text.splitlines())
        return ContentProblem(
            name, line, f"This is not valid TOML: {error}.", "Mend the line; compare with a neighbouring file."
        )


def content_files(folder: str, root: Path | None = None) -> Iterator[ContentFile | ContentProblem]:
    """Every TOML file below ``folder``, in order of path."""
    base = root or resources_folder()
    for path in sorted((base / folder).rglob("*.toml")):
        yield read_content_file(path, base)
