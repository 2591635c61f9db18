"""The language of the desk, for the person who unlocked; reports keep their own."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QLocale, Slot

from intake.actions.languages.desk_language import save_desk_language
from intake.errors import Defect
from ui.accessibility import announce
from ui.app_state import AppState
from ui.screens.desk.panel import DeskPanel
from ui.shared_widgets.form_parts import ChoiceGroup
from ui.shared_widgets.language_words import language_words
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.letters import can_draw
from ui.style.roles import Role

ORDER = 45


def build(state: AppState) -> LanguagePanel:
    """The panel."""
    return LanguagePanel(state)


class LanguagePanel(DeskPanel):
    """One choice, spoken and kept as soon as it is made."""

    def __init__(self, state: AppState) -> None:
        super().__init__(state)
        if state.session is None:
            raise Defect("the language panel needs an open vault")
        self._session = state.session
        self.what = WrappedLabel()
        self.languages = ChoiceGroup()
        self.unreviewed = WrappedLabel("", Role.HINT)
        self.letterless = WrappedLabel()
        self.kept = WrappedLabel("", Role.HINT)
        for part in (self.what, self.languages, self.unreviewed, self.letterless, self.kept):
            self.column.addWidget(part)
        self.languages.chosen.connect(self._on_chosen)

    def retranslate(self) -> None:
        """Set every text in the language of the screen."""
        languages = self.state.languages
        self.heading.setText(self.tr("Language"))
        self.what.setText(
            self.tr(
                "This is the language of the desk, for you. Each report has its own: change it at the top of the "
                "interview, at any moment."
            )
        )
        choices = tuple((code, language_words(code)) for code in languages.offered())
        self.languages.show_choices(self.tr("The desk speaks"), choices)
        self.languages.choose(languages.desk)
        self.unreviewed.setText(self.tr("These words are not yet reviewed by a native speaker."))
        self.unreviewed.setVisible(not languages.is_reviewed(languages.shown))
        without = [code for code in languages.offered() if not can_draw(language_words(code))]
        self.letterless.setText(
            self.tr(
                "This computer has no font with the letters of {languages}. Words in it would show as empty boxes. "
                "Whoever looks after this computer can install a Noto font for it."
            ).format(languages=", ".join(QLocale.languageToString(QLocale(code).language()) for code in without))
        )
        self.letterless.setVisible(bool(without))
        self.kept.setText("")

    @Slot(str)
    def _on_chosen(self, code: str) -> None:
        self.notice.hide_notice()
        self.state.languages.speak_at_desk(code, self._session)
        job = partial(save_desk_language, self._session, code)
        self.state.runner.run(job, self, self._on_kept, self.show_error, is_write=True)

    @Slot(object)
    def _on_kept(self, result: object) -> None:
        del result
        self.kept.setText(self.tr("Kept."))
        announce(self, self.kept.text())
