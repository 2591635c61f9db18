"""Make a vault: one passphrase, typed twice or taken from a suggestion."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QWidget

from ui.accessibility import announce
from ui.app_state import AppState
from ui.languages.core_words import core_words
from ui.screen import Screen, Wish
from ui.screens.create_vault.presenter import judge, suggest
from ui.shared_widgets.card import Card
from ui.shared_widgets.choice_button import WrappingButton
from ui.shared_widgets.flow_layout import button_row
from ui.shared_widgets.folder_picker import FolderPicker, breakable
from ui.shared_widgets.notice_bar import NoticeBar
from ui.shared_widgets.scroll_column import centred_column
from ui.shared_widgets.secret_field import SecretField
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.roles import Role
from ui.ways_in import create_job

if TYPE_CHECKING:
    from intake.actions.vault.passphrases import Strength

_JUDGE_AFTER_MS = 250  # of rest, so that judging never slows typing
_FOLDER_NAME = "forthright-vault"


def build(state: AppState, wish: Wish) -> CreateVaultScreen:
    """The screen, for a vault in the usual place."""
    del wish
    return CreateVaultScreen(state)


class CreateVaultScreen(Screen):
    """Nothing is made on the disk before *Make the vault* is pressed."""

    def __init__(self, state: AppState) -> None:
        super().__init__(state)
        self._folder = state.vault_folder
        self._suggestion_text = ""
        self.title = WrappedLabel("", Role.TITLE)
        self.explanation = WrappedLabel()
        self.notice = NoticeBar()
        self.suggestion_hint = WrappedLabel("", Role.HINT)
        self.suggestion = WrappedLabel("", Role.HEADING)
        self.use_suggestion = WrappingButton("", Role.SECONDARY)
        self.suggest_another = WrappingButton("", Role.QUIET)
        self.passphrase = SecretField("")
        self.strength_words = WrappedLabel("", Role.HINT)
        self.again = SecretField("")
        self.place = WrappedLabel("", Role.HINT)
        self.another_place = WrappingButton("", Role.QUIET, "folder")
        self.create_button = WrappingButton("", Role.PRIMARY)
        self.back_button = WrappingButton("", Role.SECONDARY)
        self.picker: FolderPicker | None = None
        self._judge_timer = QTimer(self)
        self._judge_timer.setSingleShot(True)
        self._judge_timer.setInterval(_JUDGE_AFTER_MS)
        self._build()
        self._connect()
        self.retranslate()
        state.runner.run(suggest, self, self._on_suggested, self.show_error)
        # judging loads long word lists: now, so that the first typed letters never wait for them
        state.runner.run(partial(judge, ""), self, self._on_judged, self.show_error)

    def first_focus(self) -> QWidget:
        """The first field."""
        return self.passphrase.edit

    def leave(self) -> None:
        """Nothing typed and nothing suggested stays."""
        self._judge_timer.stop()
        self.passphrase.clear()
        self.again.clear()
        self.suggestion.clear()
        self._suggestion_text = ""

    @Slot(object)
    def show_error(self, error: Exception) -> None:
        """Say why the vault could not be made."""
        self._set_busy(False)
        self.notice.show_error(error)
        self._scroll.ensureWidgetVisible(self.notice)

    def retranslate(self) -> None:
        """Set every text in the language of the screen."""
        self.title.setText(self.tr("Make a vault"))
        if self.picker is not None:
            self.picker.set_button_words(self.tr("Make the vault here"))
        self.explanation.setText(
            self.tr(
                "Everything you take down is locked with your passphrase. We cannot reset it. "
                "Write it on paper and keep it in a safe place. The next screen helps you to make a way back in."
            )
        )
        self.suggestion_hint.setText(self.tr("A passphrase you could take:"))
        self.use_suggestion.setText(self.tr("Use this"))
        self.suggest_another.setText(self.tr("Suggest another"))
        self.passphrase.set_label(self.tr("Passphrase"))
        self.again.set_label(self.tr("The same passphrase again"))
        self.another_place.setText(self.tr("Another place"))
        self.create_button.setText(self.tr("Make the vault"))
        self.back_button.setText(self.tr("Back"))
        self._show_place()

    def _build(self) -> None:
        self._scroll = centred_column(self)
        parts: tuple[QWidget, ...] = (
            *(self.title, self.explanation, self.notice, self._suggestion_card()),
            *(self.passphrase, self.strength_words, self.again),
            *(self.place, button_row(self.another_place), button_row(self.create_button, self.back_button)),
        )
        for widget in parts:
            self._scroll.add(widget)
        self._scroll.column.addStretch(1)

    def _suggestion_card(self) -> Card:
        card = Card()
        card.column.addWidget(self.suggestion_hint)
        card.column.addWidget(self.suggestion)
        card.column.addWidget(button_row(self.use_suggestion, self.suggest_another))
        return card

    def _connect(self) -> None:
        self.passphrase.edited.connect(self._judge_timer.start)
        for field in (self.passphrase, self.again):
            field.edited.connect(self.notice.hide_notice)
        self.passphrase.submitted.connect(self.again.edit.setFocus)
        self.again.submitted.connect(self._on_create_clicked)
        self._judge_timer.timeout.connect(self._on_judge_timeout)
        self.use_suggestion.clicked.connect(self._on_use_suggestion_clicked)
        self.suggest_another.clicked.connect(self._on_suggest_another_clicked)
        self.another_place.clicked.connect(self._on_another_place_clicked)
        self.create_button.clicked.connect(self._on_create_clicked)
        self.back_button.clicked.connect(self._on_back_clicked)

    def _show_place(self) -> None:
        self.place.setText(self.tr("It will be kept in this folder: {folder}").format(folder=breakable(self._folder)))

    def _set_busy(self, is_busy: bool) -> None:
        for widget in (self.passphrase, self.again, self.create_button, self.back_button, self.another_place):
            widget.setEnabled(not is_busy)
        self.create_button.setText(self.tr("Making the vault") if is_busy else self.tr("Make the vault"))

    @Slot(object)
    def _on_suggested(self, text: str) -> None:
        self._suggestion_text = text
        self.suggestion.setText(text)

    @Slot()
    def _on_use_suggestion_clicked(self) -> None:
        self.passphrase.set_text(self._suggestion_text)
        self.again.set_text(self._suggestion_text)
        self.create_button.setFocus()

    @Slot()
    def _on_suggest_another_clicked(self) -> None:
        self.state.runner.run(suggest, self, self._on_suggested, self.show_error)

    @Slot()
    def _on_judge_timeout(self) -> None:
        self.state.runner.run(partial(judge, self.passphrase.text()), self, self._on_judged, self.show_error)

    @Slot(object)
    def _on_judged(self, strength: Strength) -> None:
        words = "" if self.passphrase.is_empty() else f"{core_words(strength.words)}. {core_words(strength.advice)}"
        self.strength_words.setText(words)
        announce(self.strength_words, words)

    @Slot()
    def _on_create_clicked(self) -> None:
        if self.passphrase.is_empty():
            self.notice.show_words(self.tr("Type a passphrase first, or use the one above."))
            self.passphrase.edit.setFocus()
        elif not self.passphrase.is_same_as(self.again):
            self.notice.show_words(self.tr("The two passphrases are not the same. Type the second one again."))
            self.again.clear()
            self.again.edit.setFocus()
        else:
            self.notice.hide_notice()
            self._set_busy(True)
            self.again.clear()
            self.vault_wanted.emit(create_job(self.state, self._folder, self.passphrase.take()))

    @Slot()
    def _on_another_place_clicked(self) -> None:
        if self.picker is None:
            self.picker = FolderPicker(Path.home())
            self.picker.set_button_words(self.tr("Make the vault here"))
            self.picker.chosen.connect(self._on_place_chosen)
            self.picker.dismissed.connect(self.picker.hide)
            self.picker.dismissed.connect(self.another_place.setFocus)
            self._scroll.column.insertWidget(self._scroll.column.indexOf(self.place) + 1, self.picker)
        self.picker.show()
        self.picker.first_focus().setFocus()

    @Slot(object)
    def _on_place_chosen(self, folder: Path) -> None:
        self._folder = folder / _FOLDER_NAME
        self._show_place()
        if self.picker is not None:
            self.picker.hide()

    @Slot()
    def _on_back_clicked(self) -> None:
        self.go_to.emit(Wish("unlock"))
