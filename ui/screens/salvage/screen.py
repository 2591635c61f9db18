"""Read out of a broken vault what can still be read. The broken vault is not touched."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from ui.accessibility import announce
from ui.app_state import AppState
from ui.screen import Screen, Wish
from ui.screens.salvage.presenter import read_out, usual_place
from ui.shared_widgets.card import Card
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
    from intake.actions.copies.read_out import Counted, ReadOut


def build(state: AppState, wish: Wish) -> SalvageScreen:
    """The screen, for the vault that did not open."""
    return SalvageScreen(state, Path(str(wish.args.get("folder", state.vault_folder))))


class SalvageScreen(Screen):
    """Where the new vault goes, the passphrase, and afterwards the counts."""

    def __init__(self, state: AppState, folder: Path) -> None:
        super().__init__(state)
        self._folder = folder
        self.title = WrappedLabel("", Role.TITLE)
        self.explanation = WrappedLabel()
        self.broken = WrappedLabel()
        self.notice = NoticeBar()
        self.place = PlaceChooser(usual_place(folder))
        self.passphrase = SecretField("")
        self.result = Card()
        self.saved = WrappedLabel("", Role.STRONG)
        self.lost = WrappedLabel()
        self.next = WrappedLabel()
        self.busy = WrappedLabel("", Role.STRONG)
        self.read_button = WrappingButton("", Role.PRIMARY)
        self.open_button = WrappingButton("", Role.PRIMARY)
        self.back_button = WrappingButton("", Role.SECONDARY)
        self._build()
        self.passphrase.submitted.connect(self._on_read)
        self.read_button.clicked.connect(self._on_read)
        self.open_button.clicked.connect(self._on_back)
        self.back_button.clicked.connect(self._on_back)
        self.place.chosen.connect(self._on_place_chosen)
        self.retranslate()

    def first_focus(self) -> QWidget:
        """The place is chosen already."""
        return self.passphrase.edit

    def leave(self) -> None:
        """Nothing typed stays."""
        self.passphrase.clear()

    @Slot(object)
    def show_error(self, error: Exception) -> None:
        """Say what stopped it. Nothing is left in the new place."""
        self._set_busy("")
        self.notice.show_error(error)
        self._scroll.ensureWidgetVisible(self.notice)

    def retranslate(self) -> None:
        """Set every text in the language of the screen."""
        self.title.setText(self.tr("Read out what can be read"))
        self.explanation.setText(
            self.tr(
                "If a part of the vault is broken, the rest can be written into a new vault. The broken vault is not "
                "touched. If you have a good copy that is not old, put that back instead."
            )
        )
        self.broken.setText(self.tr("The broken vault is in {folder}").format(folder=breakable(self._folder)))
        self.place.show_words(
            self.tr("Where the new vault goes"),
            "",
            self.tr("Choose another place"),
            self.tr("Make the new vault here"),
        )
        self.passphrase.set_label(self.tr("The passphrase of the broken vault"))
        self.read_button.setText(self.tr("Read it out"))
        self.open_button.setText(self.tr("Open the new vault"))
        self.back_button.setText(self.tr("Back"))

    def _build(self) -> None:
        self._scroll = centred_column(self)
        for line in (self.saved, self.lost, self.next):
            self.result.column.addWidget(line)
        foot = button_row(self.read_button, self.open_button, self.back_button)
        parts = (self.title, self.explanation, self.notice, self.broken, self.place, self.passphrase, self.busy)
        for part in (*parts, self.result, foot):
            self._scroll.add(part)
        self._scroll.column.addStretch(1)
        for later in (self.result, self.open_button, self.busy):
            later.hide()

    def _set_busy(self, words: str) -> None:
        for part in (self.place, self.passphrase, self.read_button, self.back_button):
            part.setEnabled(not words)
        self.busy.setText(words)
        self.busy.setVisible(bool(words))
        if words:
            self.notice.hide_notice()
            announce(self, words)

    @Slot(object)
    def _on_place_chosen(self, folder: Path) -> None:
        self.place.show_folder(usual_place(folder / self._folder.name))

    @Slot()
    def _on_read(self) -> None:
        if self.passphrase.is_empty():
            self.notice.show_words(self.tr("Type the passphrase first."))
            self.passphrase.edit.setFocus()
        elif self.place.folder is not None:
            self._set_busy(self.tr("Reading every part of the vault"))
            job = partial(read_out, self._folder, self.place.folder, self.passphrase.take(), self.state.clock)
            self.state.runner.run(job, self, self._on_read_out, self.show_error, is_write=True)

    @Slot(object)
    def _on_read_out(self, done: ReadOut) -> None:
        self._set_busy("")
        for part in (self.place, self.passphrase, self.read_button, self.back_button):
            part.hide()
        self.saved.setText(self._saved_words(done))
        self.lost.setText(self._lost_words(done))
        self.next.setText(
            self.tr(
                "The new vault opens with this passphrase alone. Add the others and make recovery words anew. "
                "Then make a copy."
            )
        )
        if self.place.folder is not None:
            self.state.vault_folder = self.place.folder
        self.result.show()
        self.open_button.show()
        self.open_button.setFocus()
        announce(self, f"{self.saved.text()} {self.lost.text()} {self.next.text()}")

    def _saved_words(self, done: ReadOut) -> str:
        words = self.tr("Read out. Reports: {reports}. Answers and notes: {answers}. Permissions: {permissions}.")
        return words.format(reports=done.reports.saved, answers=done.answers.saved, permissions=done.permissions.saved)

    def _lost_words(self, done: ReadOut) -> str:
        if not done.is_anything_lost:
            return self.tr("Nothing was missed.")
        words = self.tr("Not read. Reports: {reports}. Answers and notes: {answers}. Permissions: {permissions}.")
        lost = words.format(
            reports=self._lost(done.reports), answers=self._lost(done.answers), permissions=self._lost(done.permissions)
        )
        if done.unnamed_reports:
            named = self.tr("Reports that lost their label: {count}. They are now named found-1, found-2 and so on.")
            lost = f"{lost} {named.format(count=done.unnamed_reports)}"
        return lost

    def _lost(self, counted: Counted) -> str:
        return str(counted.lost) if counted.is_exact else self.tr("about {count}").format(count=counted.lost)

    @Slot()
    def _on_back(self) -> None:
        self.go_to.emit(Wish("unlock"))
