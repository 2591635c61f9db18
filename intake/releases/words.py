"""What every permission says, and the choices in its form; read from one data file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from intake.errors import ContentProblem
from intake.releases.model import Method, SignerRole
from intake.resource_files import ContentFile, read_content_file, resources_folder

_FILE = "release_words.toml"
_SENTENCES = ("never_released", "redisclosure", "not_required", "right_to_revoke", "final_question")
_CHOICES: Mapping[str, tuple[str, ...] | None] = {
    "methods": tuple(Method),
    "alternatives": None,
    "signers": tuple(SignerRole),
}


@dataclass(frozen=True, slots=True)
class ReleaseTexts:
    """English sentences and choices; the message id of each is ``release.<key>`` or ``release.<group>.<id>``."""

    sentences: Mapping[str, str] = field(default_factory=dict)
    choices: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


def load_release_texts(root: Path | None = None) -> tuple[ReleaseTexts, list[ContentProblem]]:
    """Read the file; every missing sentence or choice is a problem."""
    base = root or resources_folder()
    file = read_content_file(base / _FILE, base)
    if isinstance(file, ContentProblem):
        return ReleaseTexts(), [file]
    problems = [
        file.problem(name, f"'{name}' is not known here.", "Take it out.")
        for name in file.table
        if name not in (*_SENTENCES, *_CHOICES)
    ]
    sentences = {name: _text(file, file.table, name, problems) for name in _SENTENCES}
    return ReleaseTexts(sentences, {group: _group(file, group, problems) for group in _CHOICES}), problems


def _group(file: ContentFile, group: str, problems: list[ContentProblem]) -> dict[str, str]:
    table = file.table.get(group)
    if not isinstance(table, Mapping) or not table:
        problems.append(file.problem(group, f"The choices '{group}' are missing.", f"Add a table [{group}]."))
        return {}
    wanted = _CHOICES[group] or tuple(table)
    problems.extend(
        file.problem(name, f"'{name}' is no choice of '{group}'.", f"Use {', '.join(wanted)}.")
        for name in table
        if name not in wanted
    )
    return {str(name): _text(file, table, str(name), problems) for name in wanted}


def _text(file: ContentFile, table: Mapping[str, object], name: str, problems: list[ContentProblem]) -> str:
    text = table.get(name)
    if isinstance(text, str) and text.strip():
        return text
    problems.append(file.problem(name, f"The words of '{name}' are missing.", f'Add {name} = "...".'))
    return ""
