"""The person's own page: in their language, read through first, then saved where they want it."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot

from intake.actions.referral.save_summary import Refused, Saved
from intake.wording.catalogue import languages
from ui.accessibility import announce
from ui.languages.languages import spoken
from ui.saving.see_then_save import SeeThenSave
from ui.shared_widgets.card import Card
from ui.shared_widgets.folder_picker import breakable
from ui.shared_widgets.form_parts import ChoiceGroup
from ui.shared_widgets.language_words import language_words
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.roles import Role


class OwnPageCard(Card):
    """Nothing is saved before somebody has seen the words."""

    words_wanted = Signal()
    folder_chosen = Signal(object)  # Path

    def __init__(self) -> None:
        super().__init__()
        self._heading = WrappedLabel("", Role.HEADING)
        self._why = WrappedLabel()
        self.language = ChoiceGroup()
        self.page = SeeThenSave()
        self.outcome = WrappedLabel("", Role.STRONG)
        for part in (self._heading, self._why, self.language, self.page.said, self.outcome, self.page):
            self.column.addWidget(part)
        self.outcome.hide()
        self.page.words_wanted.connect(self.words_wanted)
        self.page.folder_chosen.connect(self.folder_chosen)
        self.language.chosen.connect(self._on_language)
        self.retranslate()
        self.language.choose(spoken())

    def show_words(self, text: str) -> None:
        """Show what the page says; now it can be saved."""
        self.page.show_words(text)
        self.outcome.hide()

    def show_outcome(self, outcome: Saved | Refused) -> None:
        """Say where it is, or what stops it."""
        if isinstance(outcome, Saved):
            words = self.tr("Saved: {file}, in {folder}. Hand it over, then delete it here.")
            self.outcome.setText(words.format(file=outcome.file_name, folder=breakable(outcome.folder)))
        else:
            self.outcome.setText(self.tr("Not saved.") + " " + " ".join(outcome.reasons))
        self.outcome.show()
        announce(self, self.outcome.text())

    def forget(self) -> None:
        """Something is chosen anew: what was shown no longer counts."""
        self.page.forget_words()
        self.outcome.hide()

    def retranslate(self) -> None:
        """Set every text in the language of the screen."""
        self._heading.setText(self.tr("A page of this for the person"))
        self._why.setText(
            self.tr(
                "One page in plain words, for the person alone. It names no report. Each place stands on it as an "
                "office, unless the person wants it named: tick that above. Ask first if it is safe to keep one."
            )
        )
        choices = tuple((code, language_words(code)) for code in languages())
        self.language.show_choices(self.tr("In which language?"), choices)
        self.page.retranslate(self.tr("See the words"))

    @Slot(str)
    def _on_language(self, code: str) -> None:
        del code
        self.forget()
