"""No repr, str, exception text or log line shows what a person said."""

from __future__ import annotations

import dataclasses
import importlib
import pkgutil
from collections.abc import Iterator
from typing import get_type_hints

import pytest

import intake

# these hold content, law or dates from our own data files, never what a person said
CONTENT_ONLY = (
    "intake.conditions.model",
    "intake.questions.model",
    "intake.questions.",
    "intake.protections.",
    "intake.referral.frames",
    "intake.referral.recipients",
    "intake.referral.slot_lists",
    "intake.errors",
    "intake.resource_files",
    "intake.content",
    "intake.clock",
    "intake.wording",
)


def personal_dataclasses() -> Iterator[type]:
    for module in pkgutil.walk_packages(intake.__path__, "intake."):
        if module.name == "intake.__main__" or module.name.startswith(CONTENT_ONLY):
            continue
        for thing in vars(importlib.import_module(module.name)).values():
            if isinstance(thing, type) and dataclasses.is_dataclass(thing) and thing.__module__ == module.name:
                yield thing


@pytest.mark.parametrize("kind", list(personal_dataclasses()), ids=lambda kind: f"{kind.__module__}.{kind.__name__}")
def test_text_a_person_may_have_given_is_not_in_the_repr(kind: type) -> None:
    hints = get_type_hints(kind)
    shown = {one.name for one in dataclasses.fields(kind) if one.repr and hints[one.name] in (str, bytes)}
    harmless = shown & HARMLESS.get(kind.__name__, set()) | {name for name in shown if name in CODES}
    assert shown <= harmless, f"give these repr=False or say here that they are harmless: {sorted(shown - harmless)}"


CODES = {
    "id", "case_id", "question_id", "release_id", "recipient", "recipient_id", "kind", "status", "state", "catalogue",
    "section_id", "letter", "field", "check", "code", "language", "instrument", "rule", "tag", "shape", "outcome",
    "language_of_form", "audience", "frame_id", "suffix", "name_choice", "method", "signer_role",
}  # fmt: skip
HARMLESS: dict[str, set[str]] = {}
