"""The language of one report: chosen in the header at any moment, or offered where the person names theirs."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Signal, Slot
from PySide6.QtWidgets import QFrame, QVBoxLayout

from ui.accessibility import announce, give_name
from ui.answer_widgets.raw_answer import Raw
from ui.app_state import AppState
from ui.screens.interview.screen_work import ScreenWork
from ui.shared_widgets.choice_button import WrappingButton
from ui.shared_widgets.language_words import language_words
from ui.style.roles import Role, set_role

if TYPE_CHECKING:
    from intake.actions.session import OpenVault
    from ui.screens.interview.question_column import QuestionColumn

_WHICH_LANGUAGE = "comfort.language"
"""The question whose answer is a language; where we speak it, going on in it is offered."""


class LanguageOffer(QFrame):
    """One button, said in the language that it offers."""

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        set_role(self, Role.PLAIN)
        self._code = ""
        self.button = WrappingButton("", Role.SECONDARY, "arrow-right")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.button)
        self.button.clicked.connect(self._on_clicked)
        self.retranslate()
        self.hide()

    def offer(self, code: str, words: str) -> None:
        """Show the button for one language; whoever cannot see it hears that it came."""
        is_new = self.isHidden() or code != self._code
        self._code = code
        self.button.setText(words)
        give_name(self.button, words)
        self.show()
        if is_new:
            announce(self.button, words)

    def retranslate(self) -> None:
        """A name for the button while nothing is offered; what is offered stays in its own language."""
        if not self._code:
            give_name(self.button, self.tr("Go on in this language"))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "button"):
            self.retranslate()

    @Slot()
    def _on_clicked(self) -> None:
        self.hide()
        self.wanted.emit(self._code)


class LanguageChoice(QObject):
    """Turns the screen to another language in mid-question, and keeps the choice with the report."""

    def __init__(self, state: AppState, case_id: str, middle: QuestionColumn, work: ScreenWork) -> None:
        super().__init__(work)
        self._state = state
        self._case_id = case_id
        self._middle = middle
        self._work = work
        middle.header.language.chosen.connect(self._on_chosen)
        middle.language_offer.wanted.connect(self._on_chosen)
        state.languages.changed.connect(self._show)
        self._show()

    def consider(self, question_id: str, raw: Raw) -> None:
        """The person may have named a language that we speak."""
        languages = self._state.languages
        offer = self._middle.language_offer
        named = raw if question_id == _WHICH_LANGUAGE and isinstance(raw, str) else ""
        if named not in languages.offered() or named == languages.shown:
            offer.hide()
        else:
            go_on = languages.said_in(named, "LanguageOffer", "Go on in this language")
            offer.offer(named, f"{language_words(named)} · {go_on}")

    @Slot()
    def _show(self) -> None:
        languages = self._state.languages
        self._middle.header.show_languages(languages)
        self._middle.show_reviewed(is_reviewed=languages.is_reviewed(languages.shown))

    @Slot(str)
    def _on_chosen(self, code: str) -> None:
        session = self._state.session
        self._state.languages.speak_in_report(code, self._case_id, session)
        if session is not None:
            job = partial(_keep, session, self._case_id, code)
            self._work.run(job, self._on_kept, self._middle.show_trouble, is_write=True)

    def _on_kept(self, result: object) -> None:
        del result


def _keep(session: OpenVault, case_id: str, code: str) -> None:
    from intake.actions.languages.case_language import keep_case_language

    keep_case_language(session, case_id, code)
