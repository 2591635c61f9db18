"""What is wrong with the language files. None of it stops the program: English stands in for the one message."""

from __future__ import annotations

from pathlib import Path

from intake.errors import ContentProblem
from intake.resource_files import resources_folder
from intake.wording.font_letters import letters_of_fonts
from intake.wording.po_file import Message, PoFile, places_of, read_po

SCREENS = "screens."


def language_faults(root: Path | None = None) -> tuple[ContentProblem, ...]:
    """Every fault of every language file, by file and line."""
    base = root or resources_folder()
    fonts = base / "fonts" if (base / "fonts").is_dir() else resources_folder() / "fonts"
    letters = letters_of_fonts(fonts)
    found: list[ContentProblem] = []
    for path in sorted((base / "i18n").glob("*.po")):
        name = f"i18n/{path.name}"
        file = read_po(path.read_bytes(), name)
        found += file.problems
        found += _wrong_language(file, name, path.stem.removeprefix(SCREENS))
        for message in file.messages:
            found += _message_faults(message, name, letters)
    return tuple(found)


def _wrong_language(file: PoFile, name: str, code: str) -> list[ContentProblem]:
    says = file.header.get("Language", "")
    if says == code or not file.messages:
        return []
    what = f"The head of this file says it is '{says}', its name says '{code}'."
    return [ContentProblem(name, 1, what, f'Write "Language: {code}\\n" in the head.')]


def _message_faults(message: Message, name: str, letters: frozenset[int]) -> list[ContentProblem]:
    found = []
    if not message.context:
        found.append(
            ContentProblem(name, message.line, "This message has no msgctxt, so it is used nowhere.", "Add its id.")
        )
    if message.text and not message.has_all_places:
        places = " ".join(sorted(places_of(message.english))) or "no {places}"
        what = f"'{message.context}' does not have the same {{places}} as its English, so English is shown."
        found.append(ContentProblem(name, message.line, what, f"Write exactly: {places}."))
    missing = sorted({letter for letter in message.text if ord(letter) not in letters and letter.isprintable()})
    if missing:
        what = f"No font that is shipped has {' '.join(missing[:8])} of '{message.context}'."
        cure = "Add a font with this script under fonts/, or write it with other letters."
        found.append(ContentProblem(name, message.line, what, cure))
    return found
