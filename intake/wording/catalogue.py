"""Look up a message by its id. English stands in the data files; another language is one .po file.

The message id is the gettext context, the English text is the msgid, so a translator sees both and a
changed English sentence falls back to English until somebody translates it anew.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from intake.resource_files import resources_folder
from intake.wording.po_file import PoFile, read_po

ENGLISH = "en"


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of one language. English holds none: its texts are the source."""

    language: str = ENGLISH
    texts: Mapping[tuple[str, str], str] = field(default_factory=dict, repr=False)
    is_reviewed: bool = True  # by a native speaker, all of it

    def text(self, message_id: str, english: str) -> str:
        """The text in this language, or the English one when nobody has translated it."""
        return self.texts.get((message_id, english), english)

    def covers(self, message_id: str, english: str) -> bool:
        """Whether this language has its own text (English always has)."""
        return self.language == ENGLISH or (message_id, english) in self.texts


def languages(root: Path | None = None) -> tuple[str, ...]:
    """English, then every language that has a file, in order of code."""
    folder = (root or resources_folder()) / "i18n"
    return (ENGLISH, *sorted(path.stem for path in folder.glob("*.po") if "." not in path.stem))


def load_wording(language: str, root: Path | None = None) -> Wording:
    """Read one language. Raises FileNotFoundError for a language that is not shipped.

    A message that cannot be used is left out, so that its English is shown; `check-content` names it.
    """
    if language == ENGLISH:
        return Wording()
    file = _read(f"{language}.po", root)
    return Wording(language, file.texts(), file.is_reviewed)


def load_screen_words(language: str, root: Path | None = None) -> Wording:
    """What the screens say by themselves, in one language. Empty, hence English, while there is no such file."""
    if language == ENGLISH:
        return Wording()
    try:
        file = _read(f"screens.{language}.po", root)
    except OSError:
        return Wording(language, is_reviewed=False)
    return Wording(language, file.texts(), file.is_reviewed)


def _read(name: str, root: Path | None) -> PoFile:
    path = (root or resources_folder()) / "i18n" / name
    return read_po(path.read_bytes(), f"i18n/{name}")
