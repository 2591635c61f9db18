"""A blank sheet to print: the one thing about recovery words that may become a file."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from intake.actions.keys.blank_sheet import save_blank_sheet
from intake.actions.session import OpenVault
from ui.accessibility import announce
from ui.app_state import AppState
from ui.shared_widgets.choice_button import WrappingButton
from ui.shared_widgets.flow_layout import button_row
from ui.shared_widgets.folder_picker import FolderPicker
from ui.shared_widgets.notice_bar import NoticeBar
from ui.shared_widgets.wrapped_label import SaidOnce, WrappedLabel
from ui.style.roles import Role


class BlankSheet(QWidget):
    """A line that says why the words are not printed, and a button that saves the sheet into a chosen folder."""

    def __init__(self, state: AppState, session: OpenVault) -> None:
        super().__init__()
        self._state, self._session = state, session
        self.hint = WrappedLabel("", Role.HINT)
        self.notice = NoticeBar()
        self.save_button = WrappingButton("", Role.SECONDARY)
        self.done = SaidOnce("", Role.HINT)
        self.picker: FolderPicker | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        for part in (self.hint, self.notice, button_row(self.save_button), self.done):
            self._column.addWidget(part)
        self.done.hide()
        self.save_button.clicked.connect(self._on_save)

    def retranslate(self) -> None:
        """Set every text in the language of the screen."""
        self.hint.setText(
            self.tr(
                "Write the words by hand: a printed word would stay in files of this computer and of the printer. "
                "If you like, print a blank sheet to write on."
            )
        )
        self.save_button.setText(self.tr("Save a blank sheet to print"))
        if self.picker is not None:
            self.picker.set_button_words(self.tr("Save the sheet here"))

    @Slot()
    def _on_save(self) -> None:
        if self.picker is None:
            self.picker = FolderPicker(Path.home())
            self.picker.set_button_words(self.tr("Save the sheet here"))
            self.picker.chosen.connect(self._on_folder)
            self.picker.dismissed.connect(self._close)
            self._column.addWidget(self.picker)
        self.notice.hide_notice()
        self.picker.show()
        self.picker.first_focus().setFocus()

    @Slot()
    def _close(self) -> None:
        if self.picker is not None:
            self.picker.hide()
        self.save_button.setFocus()

    @Slot(object)
    def _on_folder(self, folder: Path) -> None:
        self._close()
        job = partial(save_blank_sheet, self._session, folder)
        self._state.runner.run(job, self, self._on_saved, self.notice.show_error)

    @Slot(object)
    def _on_saved(self, name: str) -> None:
        words = self.tr("Saved as {name}. Print it, then write the words by hand.").format(name=name)
        self.done.setText(words)
        self.done.show()
        announce(self.done, words)
