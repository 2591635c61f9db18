"""The person's own page: in their language, read through first, then saved where they want it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from intake.actions.referral.save_summary import Refused, Saved
from intake.wording.catalogue import languages
from ui.accessibility import announce
from ui.shared_widgets.card import Card
from ui.shared_widgets.choice_button import WrappingButton
from ui.shared_widgets.flow_layout import FlowLayout
from ui.shared_widgets.folder_picker import FolderPicker, breakable
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
        self.see = WrappingButton("", Role.SECONDARY)
        self.save = WrappingButton("", Role.PRIMARY)
        self.said = WrappedLabel("", Role.SCRIPT)
        self.outcome = WrappedLabel("", Role.STRONG)
        self.picker: FolderPicker | None = None
        self._buttons = QWidget()
        row = FlowLayout(self._buttons, gap=12)
        row.addWidget(self.see)
        row.addWidget(self.save)
        for part in (self._heading, self._why, self.language, self.said, self.outcome, self._buttons):
            self.column.addWidget(part)
        for part in (self.said, self.outcome, self.save):
            part.hide()
        self.see.clicked.connect(self.words_wanted)
        self.save.clicked.connect(self._on_save)
        self.language.chosen.connect(self._on_language)
        self.retranslate()
        self.language.choose(languages()[0])

    def show_words(self, text: str) -> None:
        """Show what the page says; now it can be saved."""
        self.said.setText(text)
        self.said.show()
        self.save.show()
        self.outcome.hide()
        announce(self, text)

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
        self.said.clear()
        for part in (self.said, self.save, self.outcome):
            part.hide()

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
        self.see.setText(self.tr("See the words"))
        self.save.setText(self.tr("Choose a folder and save"))

    @Slot(str)
    def _on_language(self, code: str) -> None:
        del code
        self.forget()

    @Slot()
    def _on_save(self) -> None:
        if self.picker is None:
            self.picker = FolderPicker(Path.home())
            self.picker.set_button_words(self.tr("Save in this folder"))
            self.picker.chosen.connect(self._on_folder)
            self.picker.dismissed.connect(self._on_dismissed)
            self.column.addWidget(self.picker)
        self._buttons.hide()
        self.picker.show()
        self.picker.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot(object)
    def _on_folder(self, folder: Path) -> None:
        self._on_dismissed()
        self.folder_chosen.emit(folder)

    @Slot()
    def _on_dismissed(self) -> None:
        if self.picker is not None:
            self.picker.hide()
        self._buttons.show()
        self.see.setFocus(Qt.FocusReason.OtherFocusReason)
