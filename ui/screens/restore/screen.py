"""Put a copy back: choose it, see what would change, and only then let it take the place of the vault."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from ui.accessibility import announce
from ui.app_state import AppState
from ui.screen import Screen, Wish
from ui.screens.restore.found_card import FoundCard
from ui.screens.restore.presenter import look, place_in, put_back
from ui.secret_text import wipe
from ui.shared_widgets.choice_button import WrappingButton
from ui.shared_widgets.flow_layout import button_row
from ui.shared_widgets.folder_picker import breakable
from ui.shared_widgets.notice_bar import NoticeBar
from ui.shared_widgets.place_chooser import PlaceChooser
from ui.shared_widgets.scroll_column import centred_column
from ui.shared_widgets.secret_field import SecretField
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.roles import Role

if TYPE_CHECKING:
    from intake.actions.copies.put_back import BeforeRestore, Restored


def build(state: AppState, wish: Wish) -> RestoreScreen:
    """The screen, for the vault that the unlock screen was about to open."""
    return RestoreScreen(state, Path(str(wish.args.get("folder", state.vault_folder))))


class RestoreScreen(Screen):
    """Nothing is moved before the copy was proven and what would change was shown."""

    def __init__(self, state: AppState, folder: Path) -> None:
        super().__init__(state)
        self._held = bytearray()  # from looking to putting back, so that it is typed once
        self.title = WrappedLabel("", Role.TITLE)
        self.explanation = WrappedLabel()
        self.notice = NoticeBar()
        self.copy = PlaceChooser()
        self.place = PlaceChooser(folder)
        self.passphrase = SecretField("")
        self.look_button = WrappingButton("", Role.PRIMARY)
        self.found = FoundCard()
        self.put_button = WrappingButton("", Role.PRIMARY)
        self.done = WrappedLabel("", Role.STRONG)
        self.open_button = WrappingButton("", Role.PRIMARY)
        self.back_button = WrappingButton("", Role.SECONDARY)
        self._build()
        self._connect()
        self.retranslate()

    def first_focus(self) -> QWidget:
        """The copy comes first."""
        return self.copy.button

    def leave(self) -> None:
        """Nothing typed stays."""
        self.passphrase.clear()
        wipe(self._held)
        self.found.clear()

    @Slot(object)
    def show_error(self, error: Exception) -> None:
        """Say what stopped it. Nothing was put back; begin anew from the passphrase."""
        self._begin_anew()
        self.notice.show_error(error)
        self._scroll.ensureWidgetVisible(self.notice)

    def retranslate(self) -> None:
        """Set every text in the language of the screen."""
        self.title.setText(self.tr("Put back a copy"))
        self.explanation.setText(
            self.tr(
                "Choose the copy and type its passphrase. The copy is checked, and you see what would change. "
                "Nothing changes before you say so."
            )
        )
        self.copy.show_words(
            self.tr("The copy"),
            self.tr("None chosen yet. It is a folder whose name starts with copy and a day."),
            self.tr("Choose the copy"),
            self.tr("Use the copy in this folder"),
        )
        self.place.show_words(
            self.tr("Where the vault goes"),
            "",
            self.tr("Choose another place"),
            self.tr("Put the vault here"),
        )
        self.passphrase.set_label(self.tr("The passphrase of the copy"))
        self.look_button.setText(self.tr("Look at the copy"))
        self.put_button.setText(self.tr("Put it back"))
        self.open_button.setText(self.tr("Open the vault"))
        self.back_button.setText(self.tr("Back"))

    def _build(self) -> None:
        self._scroll = centred_column(self)
        foot = button_row(self.look_button, self.put_button, self.open_button, self.back_button)
        parts = (self.title, self.explanation, self.notice, self.copy, self.place, self.passphrase, self.found)
        for part in (*parts, self.done, foot):
            self._scroll.add(part)
        self._scroll.column.addStretch(1)
        for later in (self.put_button, self.open_button, self.done):
            later.hide()

    def _connect(self) -> None:
        self.copy.chosen.connect(self._on_copy_chosen)
        self.place.chosen.connect(self._on_place_chosen)
        self.passphrase.submitted.connect(self._on_look)
        self.look_button.clicked.connect(self._on_look)
        self.put_button.clicked.connect(self._on_put_back)
        self.open_button.clicked.connect(self._on_back)
        self.back_button.clicked.connect(self._on_back)

    def _begin_anew(self) -> None:
        wipe(self._held)
        self.found.clear()
        self._set_busy("")
        for part in (self.passphrase, self.look_button):
            part.show()
        self.put_button.hide()

    def _set_busy(self, words: str) -> None:
        for part in (self.copy, self.place, self.passphrase, self.look_button, self.put_button, self.back_button):
            part.setEnabled(not words)
        self.done.setText(words)
        self.done.setVisible(bool(words))
        if words:
            self.notice.hide_notice()
            announce(self, words)

    @Slot(object)
    def _on_copy_chosen(self, folder: Path) -> None:
        del folder
        self._begin_anew()
        self.notice.hide_notice()

    @Slot(object)
    def _on_place_chosen(self, folder: Path) -> None:
        self._begin_anew()
        self.place.show_folder(place_in(folder))

    @Slot()
    def _on_look(self) -> None:
        copy, place = self.copy.folder, self.place.folder
        if copy is None or place is None:
            self.notice.show_words(self.tr("Choose the copy first."))
            self.copy.button.setFocus()
        elif self.passphrase.is_empty():
            self.notice.show_words(self.tr("Type the passphrase first."))
            self.passphrase.edit.setFocus()
        else:
            wipe(self._held)
            self._held = self.passphrase.take()
            self._set_busy(self.tr("Checking the copy"))
            job = partial(look, copy, place, bytearray(self._held))
            self.state.runner.run(job, self, self._on_looked, self.show_error)

    @Slot(object)
    def _on_looked(self, found: BeforeRestore) -> None:
        self._set_busy("")
        self.found.show_found(found)
        for part in (self.passphrase, self.look_button):
            part.hide()
        self.put_button.show()
        self.put_button.setFocus()
        announce(self, self.found.text())
        self._scroll.ensureWidgetVisible(self.put_button)

    @Slot()
    def _on_put_back(self) -> None:
        copy, place = self.copy.folder, self.place.folder
        if copy is not None and place is not None:
            self._set_busy(self.tr("Putting the copy back and opening it"))
            job = partial(put_back, copy, place, bytearray(self._held), self.state.clock)
            self.state.runner.run(job, self, self._on_put, self.show_error, is_write=True)

    @Slot(object)
    def _on_put(self, done: Restored) -> None:
        self._begin_anew()
        words = self.tr("The copy is in its place and was opened there. Reports: {count}.")
        words = words.format(count=done.case_count)
        if done.kept_aside:
            aside = self.tr("The vault that was there is kept in {folder}").format(
                folder=breakable(Path(done.kept_aside))
            )
            words = f"{words} {aside}"
        if self.place.folder is not None:
            self.state.vault_folder = self.place.folder
        for part in (self.copy, self.place, self.passphrase, self.look_button, self.back_button):
            part.hide()
        self.done.setText(words)
        for shown in (self.done, self.open_button):
            shown.show()
        self.open_button.setFocus()
        announce(self, words)

    @Slot()
    def _on_back(self) -> None:
        self.go_to.emit(Wish("unlock"))
