"""Come back in with recovery words and set a new passphrase."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from ui.app_state import AppState
from ui.screen import Screen, Wish
from ui.screens.recover.presenter import form_of, suggest
from ui.shared_widgets.choice_button import WrappingButton
from ui.shared_widgets.flow_layout import button_row
from ui.shared_widgets.form_parts import Field
from ui.shared_widgets.new_passphrase import NewPassphrase
from ui.shared_widgets.notice_bar import NoticeBar
from ui.shared_widgets.paper_field import PaperField
from ui.shared_widgets.scroll_column import centred_column
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.roles import Role
from ui.ways_in import recover_job

if TYPE_CHECKING:
    from intake.actions.keys.recovery import RecoveryForm


def build(state: AppState, wish: Wish) -> RecoverScreen:
    """The screen, for the vault that the unlock screen was about to open."""
    return RecoverScreen(state, Path(str(wish.args.get("folder", state.vault_folder))))


class RecoverScreen(Screen):
    """Nothing is changed before the words have opened the vault."""

    def __init__(self, state: AppState, folder: Path) -> None:
        super().__init__(state)
        self._folder = folder
        self.title = WrappedLabel("", Role.TITLE)
        self.explanation = WrappedLabel()
        self.notice = NoticeBar()
        self.one, self.two = PaperField(), PaperField()
        self.code = Field()
        self.code_hint = WrappedLabel("", Role.HINT)
        self.new = NewPassphrase()
        self.open_button = WrappingButton("", Role.PRIMARY)
        self.back_button = WrappingButton("", Role.SECONDARY)
        self._build()
        self.open_button.clicked.connect(self._on_open_clicked)
        self.back_button.clicked.connect(self._on_back_clicked)
        self.new.submitted.connect(self._on_open_clicked)
        self.new.suggestion_wanted.connect(self._on_suggestion_wanted)
        self.retranslate()
        state.runner.run(partial(form_of, folder), self, self._on_form_known, self.show_error)

    def first_focus(self) -> QWidget:
        """The words come first."""
        return self.one.edit

    def leave(self) -> None:
        """Nothing typed stays."""
        for part in (self.one, self.two, self.new, self.code.edit):
            part.clear()

    @Slot(object)
    def show_error(self, error: Exception) -> None:
        """Say why the words did not open the vault; they stay, so that one word can be mended."""
        self._set_busy(False)
        self.notice.show_error(error)
        self._scroll.ensureWidgetVisible(self.notice)

    def retranslate(self) -> None:
        """Set every text in the language of the screen."""
        self.title.setText(self.tr("Use recovery words"))
        self.explanation.setText(
            self.tr(
                "Type the words from the paper, then a new passphrase. "
                "The first four letters of each word are enough. Nothing changes before the words have worked."
            )
        )
        self.one.show_label(self.tr("The words of the paper"))
        self.two.show_label(self.tr("The words of another paper"))
        self.code.show_label(self.tr("Your staff code"))
        self.code_hint.setText(self.tr("The new passphrase takes the place of the one you lost."))
        self.new.name_fields(self.tr("New passphrase"), self.tr("The same passphrase again"))
        self.open_button.setText(self.tr("Open the vault"))
        self.back_button.setText(self.tr("Back"))

    def _build(self) -> None:
        self._scroll = centred_column(self)
        foot = button_row(self.open_button, self.back_button)
        parts = (self.title, self.explanation, self.notice, self.one, self.two, self.code, self.code_hint, self.new)
        for part in (*parts, foot):
            self._scroll.add(part)
        self._scroll.column.addStretch(1)
        self.two.hide()

    def _set_busy(self, is_busy: bool) -> None:
        for part in (self.one, self.two, self.code, self.new, self.open_button, self.back_button):
            part.setEnabled(not is_busy)
        self.open_button.setText(self.tr("Opening") if is_busy else self.tr("Open the vault"))

    @Slot(object)
    def _on_form_known(self, form: RecoveryForm) -> None:
        self.two.setVisible(form.papers > 1)
        if not self.code.text():
            self.code.edit.setText(form.code)

    @Slot()
    def _on_suggestion_wanted(self) -> None:
        self.state.runner.run(suggest, self, self.new.show_suggestion, self.show_error)

    @Slot()
    def _on_open_clicked(self) -> None:
        problem = "" if self.one.text().strip() else self.tr("Type the words from the paper first.")
        problem = problem or self.new.problem()
        if problem:
            self.notice.show_words(problem)
            self._scroll.ensureWidgetVisible(self.notice)
            return
        self.notice.hide_notice()
        self._set_busy(True)
        typed = (self.one.text(), self.two.text())
        self.vault_wanted.emit(recover_job(self.state, self._folder, typed, self.code.text(), self.new.take()))

    @Slot()
    def _on_back_clicked(self) -> None:
        self.go_to.emit(Wish("unlock"))
