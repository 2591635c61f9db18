"""Check a copy again. A passphrase is asked for only where the copy is under other keys than the open vault."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from intake.actions.copies.copies import Checked, check_copy
from intake.actions.session import OpenVault
from intake.errors import Mishap
from ui.app_state import AppState
from ui.shared_widgets.choice_button import WrappingButton
from ui.shared_widgets.folder_picker import FolderPicker
from ui.shared_widgets.secret_field import SecretField
from ui.style.roles import Role


class CheckPart(QWidget):
    """A folder to choose and, if need be, a passphrase; the button that begins it stands in the panel."""

    began = Signal()
    put_away = Signal()
    checked = Signal(object)  # Checked
    failed = Signal(object)  # Exception
    nothing_typed = Signal()

    def __init__(self, state: AppState, session: OpenVault) -> None:
        super().__init__()
        self._state = state
        self._session = session
        self._copy = Path()
        self.picker: FolderPicker | None = None
        self.passphrase = SecretField("")
        self.open_copy = WrappingButton("", Role.SECONDARY)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.passphrase)
        self._column.addWidget(self.open_copy, 0, Qt.AlignmentFlag.AlignLeading)
        self.open_copy.clicked.connect(self._on_open_copy)
        self.passphrase.submitted.connect(self._on_open_copy)
        self.forget()

    def choose(self) -> None:
        """Let the person choose the folder of a copy."""
        self._ask_passphrase(is_asked=False)
        if self.picker is None:
            self.picker = FolderPicker(Path.home())
            self.picker.chosen.connect(self._on_folder)
            self.picker.dismissed.connect(self._on_dismissed)
            self._column.insertWidget(0, self.picker)
            self.retranslate()
        self.picker.show()
        self.show()
        self.picker.first_focus().setFocus(Qt.FocusReason.TabFocusReason)

    def forget(self) -> None:
        """Nothing typed stays, and nothing is asked."""
        self._ask_passphrase(is_asked=False)
        self.hide()

    def retranslate(self) -> None:
        """Set every text in the language of the screen."""
        self.passphrase.set_label(self.tr("The passphrase of this copy"))
        self.open_copy.setText(self.tr("Check it with this passphrase"))
        if self.picker is not None:
            self.picker.set_button_words(self.tr("Check the copy in this folder"))

    def _ask_passphrase(self, *, is_asked: bool) -> None:
        self.passphrase.clear()
        for part in (self.passphrase, self.open_copy):
            part.setVisible(is_asked)

    def _check(self, typed: bytearray | None) -> None:
        self.began.emit()
        job = partial(check_copy, self._session, self._copy, typed)
        self._state.runner.run(job, self, self._on_checked, self._on_failed, is_write=True)

    @Slot(object)
    def _on_folder(self, folder: Path) -> None:
        self._copy = folder
        self._on_dismissed()
        self._check(None)

    @Slot()
    def _on_dismissed(self) -> None:
        if self.picker is not None:
            self.picker.hide()
        self.put_away.emit()

    @Slot()
    def _on_open_copy(self) -> None:
        if self.passphrase.is_empty():
            self.nothing_typed.emit()
            self.passphrase.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._check(self.passphrase.take())

    @Slot(object)
    def _on_checked(self, checked: Checked) -> None:
        self.forget()
        self.checked.emit(checked)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self.failed.emit(error)
        if isinstance(error, Mishap) and error.code == "copy_needs_passphrase":
            self._ask_passphrase(is_asked=True)
            self.show()
            self.passphrase.edit.setFocus(Qt.FocusReason.OtherFocusReason)
