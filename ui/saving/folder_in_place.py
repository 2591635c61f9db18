"""Buttons, and in their place our own folder picker once one of them asked for a folder."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.shared_widgets.choice_button import WrappingButton
from ui.shared_widgets.flow_layout import FlowLayout
from ui.shared_widgets.folder_picker import FolderPicker


class FolderInPlace(QWidget):
    """The picker is made when it is first wanted. ``first`` has the keyboard again when it goes."""

    folder_chosen = Signal(object)  # Path

    def __init__(self, buttons: tuple[WrappingButton, ...], first: WrappingButton) -> None:
        super().__init__()
        self.picker: FolderPicker | None = None
        self._first = first
        self._buttons = QWidget()
        row = FlowLayout(self._buttons, gap=12)
        for button in buttons:
            row.addWidget(button)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._buttons)

    def name_picker(self) -> None:
        """Set the words of the picker in the language of the screen."""
        if self.picker is not None:
            self.picker.set_button_words(self.tr("Save in this folder"))

    def ask_for_folder(self) -> None:
        """Show the picker in place of the buttons."""
        if self.picker is None:
            self.picker = FolderPicker(Path.home())
            self.picker.chosen.connect(self._on_folder)
            self.picker.dismissed.connect(self._on_dismissed)
            self._column.insertWidget(self._column.indexOf(self._buttons), self.picker)
        self.name_picker()
        self._buttons.hide()
        self.picker.show()
        self.picker.first_focus().setFocus(Qt.FocusReason.TabFocusReason)

    @Slot(object)
    def _on_folder(self, folder: Path) -> None:
        self._on_dismissed()
        self.folder_chosen.emit(folder)

    @Slot()
    def _on_dismissed(self) -> None:
        if self.picker is not None:
            self.picker.hide()
        self._buttons.show()
        self._first.setFocus(Qt.FocusReason.OtherFocusReason)
