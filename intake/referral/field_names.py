"""What the rows of the field matrix are called on the screen."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from intake.errors import ContentProblem
from intake.referral.fields import FIELDS
from intake.resource_files import read_content_file, resources_folder

_FILE = "field_names.toml"


def load_field_names(root: Path | None = None) -> tuple[Mapping[str, str], list[ContentProblem]]:
    """Every field with its English name (message id ``field.<id>``); a field without one is a problem."""
    base = root or resources_folder()
    file = read_content_file(base / _FILE, base)
    if isinstance(file, ContentProblem):
        return {}, [file]
    names = {name: text for name, text in file.table.items() if isinstance(text, str)}
    missing = [
        file.problem(name, f"The field '{name}' has no name.", f'Add {name} = "...".')
        for name in FIELDS
        if name not in names
    ]
    strange = [
        file.problem(name, f"'{name}' is not a field.", f"Use one of {', '.join(FIELDS)}.")
        for name in file.table
        if name not in FIELDS
    ]
    return names, [*missing, *strange]
