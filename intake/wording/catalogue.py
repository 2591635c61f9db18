"""Look up a message by its id. English stands in the data files; another language is one .po file.

The message id is the gettext context, the English text is the msgid, so a translator sees both and a
changed English sentence falls back to English until somebody translates it anew.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from intake.resource_files import resources_folder

ENGLISH = "en"


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of one language. English holds none: its texts are the source."""

    language: str = ENGLISH
    texts: Mapping[tuple[str, str], str] = field(default_factory=dict, repr=False)

    def text(self, message_id: str, english: str) -> str:
        """The text in this language, or the English one when nobody has translated it."""
        return self.texts.get((message_id, english), english)

    def covers(self, message_id: str, english: str) -> bool:
        """Whether this language has its own text (English always has)."""
        return self.language == ENGLISH or (message_id, english) in self.texts


def languages(root: Path | None = None) -> tuple[str, ...]:
    """English, then every language that has a file, in order of code."""
    folder = (root or resources_folder()) / "i18n"
    return (ENGLISH, *sorted(path.stem for path in folder.glob("*.po")))


def load_wording(language: str, root: Path | None = None) -> Wording:
    """Read one language. Raises FileNotFoundError for a language that is not shipped."""
    if language == ENGLISH:
        return Wording()
    from babel.messages.pofile import read_po

    path = (root or resources_folder()) / "i18n" / f"{language}.po"
    with path.open("rb") as file:
        catalogue = read_po(file, locale=language)
    texts = {
        (message.context, str(message.id)): str(message.string)
        for message in catalogue
        if message.context and message.id and message.string and not message.fuzzy
    }
    return Wording(language, texts)
