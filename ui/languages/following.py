"""Each screen is made in its own language: those that the person may look at in that of their report."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from ui.screen import Wish

if TYPE_CHECKING:
    from intake.actions.session import OpenVault
    from ui.app_state import AppState

WITH_THE_PERSON = frozenset({"interview", "referral", "library", "try_out", "ledger", "timeline"})
"""Screens that speak the language of a report when they are opened for one."""


class LanguageFollower(QObject):
    """Turns the language before a screen is made, and once more when the one kept for its report was read."""

    def __init__(self, state: AppState, parent: QObject) -> None:
        super().__init__(parent)
        self._state = state
        self._case_id = ""
        self._is_preparing = False

    def prepare(self, wish: Wish) -> None:
        """Call it before the screen of this wish is made."""
        languages, session = self._state.languages, self._state.session
        named = str(wish.args.get("case_id", "")) if wish.name in WITH_THE_PERSON else ""
        self._case_id = named
        if named and session is not None and not languages.of_report(named):
            job = partial(_read, session, named, languages.desk)
            self._is_preparing = True
            self._state.runner.run(job, self, self._on_read, self._on_not_read)
            self._is_preparing = False
        languages.prepare((languages.of_report(named) if named else "") or languages.desk, session)

    @Slot(object)
    def _on_read(self, read: tuple[str, str]) -> None:
        case_id, code = read
        languages, session = self._state.languages, self._state.session
        if session is None:
            return
        if not languages.of_report(case_id):  # nobody chose another one meanwhile
            languages.note_report(case_id, code)
        if self._is_preparing:
            return
        if case_id == self._case_id:
            languages.speak(languages.of_report(case_id), session)
        else:
            session.language = languages.shown

    @Slot(object)
    def _on_not_read(self, error: Exception) -> None:
        """The screen itself meets the same trouble and says it."""
        del error


def _read(session: OpenVault, case_id: str, desk: str) -> tuple[str, str]:
    """Runs before the screen's own reading, so that it is done in the language of the report."""
    from intake.actions.languages.case_language import read_case_language

    code = read_case_language(session, case_id) or desk
    session.language = code
    return case_id, code
