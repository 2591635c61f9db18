"""What a question of the office asks for that could harm, in the language of the screen: calm, and no bar to it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from intake.actions.office_questions.asks import AskedFor

tr = QCoreApplication.translate


def asked_words(asked: Sequence[AskedFor], *, is_saved: bool) -> str:
    """What it touches and why that matters, and what becomes of an answer; empty where nothing could harm."""
    if not asked:
        return ""
    kept = (
        tr(
            "AskedFor",
            "No answer to it ever leaves. But it stays here, and a court can ask for what is written down. Leave the "
            "question out if no help hangs on it. You may keep it.",
        )
        if is_saved
        else tr(
            "AskedFor",
            "No answer to it ever leaves, and none is saved. But a person may fear the question itself. Leave it out "
            "if no help hangs on it. You may keep it.",
        )
    )
    named = [f"\u00b7 {one.touches}. {one.why}" for one in asked]
    return "\n".join((tr("AskedFor", "This may ask for what could harm the person:"), *named, kept))
