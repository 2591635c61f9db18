"""What a person is told when something is not as this program left it."""

from __future__ import annotations

from intake.errors import Mishap


def case_changed() -> Mishap:
    """The rows of one case are not those that its last change left."""
    return Mishap(
        "case_changed",
        "A part of this report is not as it was last saved. It may be an older state of it.",
        "Nothing was changed. What is there can still be read, and the other reports are not touched by this.",
        "To see what is there, open the report once more. Look for a newer copy of the vault before you write in it.",
    )


def not_fresh(findings: str) -> Mishap:
    """A check of a whole vault found something; ``findings`` says what, in whole sentences."""
    return Mishap(
        "not_fresh",
        findings,
        "Nothing was changed. What is there can still be opened and read.",
        "Look for a newer copy before you write in this one, and check the copies you have.",
    )
