"""The office's changes as the vault keeps them, laid over the questions when it opens and after every change."""

from __future__ import annotations

from intake.actions.session import OpenVault
from intake.content import Content
from intake.errors import Mishap
from intake.questions.office.apply import Applied, apply_changes
from intake.questions.office.document import ChangesFile, read_changes
from intake.questions.office.model import OfficeChanges

SETTING = "questions.changes"
"""Where they lie in the vault."""


def as_asked_here(session: OpenVault, content: Content) -> Content:
    """The content with the office's questions. Changes that cannot be read change nothing; their screen says so."""
    kept = session.store.setting(SETTING)
    found = _read(kept)
    if not kept or found.problems:
        return content
    applied = apply_changes(content.questions, found.changes)
    return content.as_asked_here(applied.questions, applied.texts, kept)


def office_changes(session: OpenVault) -> OfficeChanges:
    """What is kept. Raises Mishap ``office_questions_unread``."""
    found = _read(session.store.setting(SETTING))
    if found.problems:
        raise Mishap(
            "office_questions_unread",
            "The changes that this office made to the questions cannot be read.",
            "The questions are asked as they came with the program. Every answer is still here.",
            "Open the questions on the desk and begin with none. Then they can be taken in from a file.",
        )
    return found.changes


def kept_on(session: OpenVault) -> ChangesFile:
    """What is kept, with its day and its faults."""
    return _read(session.store.setting(SETTING))


def applied(session: OpenVault, changes: OfficeChanges) -> Applied:
    """What changes come to over what came with the program."""
    return apply_changes(session.shipped.questions, changes)


def _read(kept: str | None) -> ChangesFile:
    return read_changes("questions", kept.encode()) if kept else ChangesFile(OfficeChanges())
