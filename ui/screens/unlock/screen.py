"""The unlock screen. Neutral: it says nothing of what is kept behind it."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from intake.errors import Mishap
from ui.accessibility import announce
from ui.app_state import AppState
from ui.languages.language_button import DeskLanguageButton
from ui.screen import Screen, Wish
from ui.screens.unlock.copy_ways import CopyWays
from ui.shared_widgets.choice_button import WrappingButton
from ui.shared_widgets.flow_layout import FlowLayout
from ui.shared_widgets.mark import Mark
from ui.shared_widgets.notice_bar import NoticeBar
from ui.shared_widgets.scroll_column import ScrollColumn
from ui.shared_widgets.secret_field import SecretField
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.roles import Role
from ui.ways_in import PRACTICE_PASSPHRASE, has_vault, practice_job, return_to_practice_job, unlock_job

if TYPE_CHECKING:
    from ui.shared_widgets.folder_picker import FolderPicker

_LOOK_AFTER_MS = 200  # the core is loaded for it, once the window is on the screen
_TELLS_LAYOUT = ("windows", "cocoa")  # platforms where Qt knows which keyboard layout is on


def build(state: AppState, wish: Wish) -> UnlockScreen:
    """The screen, for the vault in the usual place."""
    del wish
    return UnlockScreen(state)


class UnlockScreen(Screen):
    """Passphrase, Open, and other ways in."""

    def __init__(self, state: AppState) -> None:
        super().__init__(state)
        self._folder = state.vault_folder
        self.notice = NoticeBar()
        self.explanation = WrappedLabel()
        self.passphrase = SecretField("")
        self.open_button = WrappingButton("", Role.PRIMARY)
        self.first_vault = WrappingButton("", Role.PRIMARY)
        self.other_ways = WrappingButton("", Role.QUIET, "chevron-right")
        self.other_ways.setCheckable(True)
        self.another_vault = WrappingButton("", Role.QUIET, "folder")
        self.new_vault = WrappingButton("", Role.QUIET, "plus")
        self.recover = WrappingButton("", Role.QUIET, "key")
        self.practise = WrappingButton("", Role.QUIET, "practice")
        self.copy_ways = CopyWays()
        self.end_practice = WrappingButton("", Role.SECONDARY)
        self.keyboard_hint = WrappedLabel("", Role.HINT)
        self.picker: FolderPicker | None = None
        self.language = DeskLanguageButton(state.languages)
        self._build()
        self.passphrase.submitted.connect(self._on_open_clicked)
        self.open_button.clicked.connect(self._on_open_clicked)
        self.other_ways.toggled.connect(self._on_other_ways_toggled)
        self.another_vault.clicked.connect(self._on_another_vault_clicked)
        self.new_vault.clicked.connect(self._on_new_vault_clicked)
        self.first_vault.clicked.connect(self._on_new_vault_clicked)
        self.recover.clicked.connect(self._on_recover_clicked)
        self.practise.clicked.connect(self._on_practise_clicked)
        self.end_practice.clicked.connect(self._on_end_practice_clicked)
        self.copy_ways.wanted.connect(self._on_copy_way)
        self.retranslate()
        if state.practice_at_rest is None:
            self._show_whether_there(self._folder.is_dir())
        else:
            self._show_practice_at_rest()
        QTimer.singleShot(_LOOK_AFTER_MS, self._look_for_vault)

    def first_focus(self) -> QWidget:
        """The field, so that one can type at once; where there is no vault yet, the way to make one."""
        return self.passphrase.edit if self._is_there else self.first_vault

    def leave(self) -> None:
        """Nothing typed stays."""
        self.passphrase.clear()

    @Slot(object)
    def show_error(self, error: Exception) -> None:
        """Say why the vault did not open, and let the person try again."""
        self._set_busy(False)
        self.notice.show_error(error)
        if isinstance(error, Mishap) and error.code == "vault_damaged":
            self.copy_ways.show()  # the way back
        self.first_focus().setFocus()

    def retranslate(self) -> None:
        """Set every text in the language of the screen."""
        self.passphrase.set_label(self.tr("Passphrase"))
        if self.picker is not None:
            self.picker.set_button_words(self.tr("Open the vault in this folder"))
        none_yet = self.tr("There is no vault on this computer yet. Make one, or practise first.")
        practising = self.tr("You are practising. Here the passphrase is: {words}").format(words=PRACTICE_PASSPHRASE)
        self.explanation.setText(none_yet if self.state.practice_at_rest is None else practising)
        self.open_button.setText(self.tr("Open"))
        self.other_ways.setText(self.tr("Other ways in"))
        self.another_vault.setText(self.tr("Open a vault in another folder"))
        self.new_vault.setText(self.tr("Make a new vault"))
        self.first_vault.setText(self.tr("Make a vault"))
        self.end_practice.setText(self.tr("End practice"))
        self.recover.setText(self.tr("Use recovery words"))
        self.copy_ways.retranslate()
        self.practise.setText(self.tr("Practise with invented people"))
        if QGuiApplication.platformName() in _TELLS_LAYOUT:
            layout = QGuiApplication.inputMethod().locale().nativeLanguageName()
            self.keyboard_hint.setText(self.tr("Keyboard: {layout}").format(layout=layout))
        self.keyboard_hint.setVisible(bool(self.keyboard_hint.text()))

    def _build(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 24, 24, 24)
        self._scroll = ScrollColumn(is_centred=True, characters=44)
        whole.addWidget(self._scroll)
        column = self._scroll.column
        column.addStretch(2)
        column.addWidget(Mark(), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(8)
        column.addWidget(self.notice)
        column.addWidget(self.explanation)
        column.addWidget(self.passphrase)
        column.addWidget(self.keyboard_hint)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.open_button)
        row.addWidget(self.first_vault)
        row.addWidget(self.end_practice)
        row.addWidget(self.other_ways)
        row.addStretch(1)
        column.addLayout(row)
        self._ways = QWidget()
        ways = FlowLayout(self._ways, 4)
        for way in (self.recover, self.another_vault, self.new_vault, self.practise):
            ways.addWidget(way)
        column.addWidget(self.copy_ways)
        column.addWidget(self._ways)
        column.addStretch(3)
        column.addWidget(self.language, 0, Qt.AlignmentFlag.AlignHCenter)
        for widget in (self.copy_ways, self._ways, self.explanation, self.first_vault, self.end_practice):
            widget.hide()

    def _set_busy(self, is_busy: bool) -> None:
        for widget in (self.passphrase, self.open_button, self.other_ways, self.copy_ways, self._ways):
            widget.setEnabled(not is_busy)
        self.open_button.setText(self.tr("Opening") if is_busy else self.tr("Open"))
        if is_busy:
            announce(self, self.tr("Opening"))

    @Slot()
    def _look_for_vault(self) -> None:
        folder = self._folder
        self.state.runner.run(partial(has_vault, folder), self, self._on_vault_looked_for, self.show_error)

    @Slot(object)
    def _on_vault_looked_for(self, is_there: bool) -> None:
        if is_there != self._is_there and self.state.practice_at_rest is None:
            self._show_whether_there(is_there)

    def _show_practice_at_rest(self) -> None:
        self._is_there = True
        self.explanation.show()
        self.end_practice.show()
        self.other_ways.hide()

    @Slot()
    def _on_end_practice_clicked(self) -> None:
        self.state.practice_at_rest = None
        self.passphrase.clear()
        self.notice.hide_notice()
        self.end_practice.hide()
        self.other_ways.show()
        self.retranslate()
        self._show_whether_there(self._folder.is_dir())
        self._look_for_vault()

    def _show_whether_there(self, is_there: bool) -> None:
        self._is_there = is_there
        for first_time in (self.explanation, self.first_vault):
            first_time.setVisible(not is_there)
        for usual in (self.passphrase, self.open_button, self.new_vault, self.recover, self.copy_ways.read_out):
            usual.setVisible(is_there)
        self.other_ways.setChecked(not is_there)  # the first time, practising must be in sight
        self.first_focus().setFocus()

    @Slot()
    def _on_open_clicked(self) -> None:
        if self.passphrase.is_empty():
            self.notice.show_words(self.tr("Type the passphrase first."))
            self.passphrase.edit.setFocus()
            return
        self.notice.hide_notice()
        self._set_busy(True)
        typed = self.passphrase.take()
        if self.state.practice_at_rest is not None:
            self.vault_wanted.emit(return_to_practice_job(self.state, typed))
        else:
            self.vault_wanted.emit(unlock_job(self.state, self._folder, typed))

    @Slot(bool)
    def _on_other_ways_toggled(self, is_open: bool) -> None:
        self._ways.setVisible(is_open)
        self.copy_ways.setVisible(is_open)
        self.other_ways.set_icon_name("chevron-down" if is_open else "chevron-right")

    @Slot()
    def _on_another_vault_clicked(self) -> None:
        if self.picker is None:
            from ui.shared_widgets.folder_picker import FolderPicker

            self.picker = FolderPicker(Path.home())
            self.picker.set_button_words(self.tr("Open the vault in this folder"))
            self.picker.chosen.connect(self._on_folder_chosen)
            self.picker.dismissed.connect(self.picker.hide)
            self.picker.dismissed.connect(self.another_vault.setFocus)
            column = self._scroll.column
            column.insertWidget(column.indexOf(self._ways) + 1, self.picker)
        self.picker.show()
        self.picker.first_focus().setFocus()

    @Slot(object)
    def _on_folder_chosen(self, folder: Path) -> None:
        self._folder = folder
        if self.picker is not None:
            self.picker.hide()
        self.notice.hide_notice()
        self._look_for_vault()

    @Slot()
    def _on_new_vault_clicked(self) -> None:
        self.go_to.emit(Wish("create_vault"))

    @Slot()
    def _on_recover_clicked(self) -> None:
        self.go_to.emit(Wish("recover", {"folder": str(self._folder)}))

    @Slot(str)
    def _on_copy_way(self, name: str) -> None:
        self.go_to.emit(Wish(name, {"folder": str(self._folder)}))

    @Slot()
    def _on_practise_clicked(self) -> None:
        self._set_busy(True)
        self.vault_wanted.emit(practice_job(self.state))
