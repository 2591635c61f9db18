"""Two buttons: see the words, and only then choose a folder and save."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.accessibility import announce
from ui.shared_widgets.choice_button import WrappingButton
from ui.shared_widgets.flow_layout import FlowLayout
from ui.shared_widgets.folder_picker import FolderPicker
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.roles import Role


class SeeThenSave(QWidget):
    """``said`` holds the words of the page; the card that uses this puts it where it likes."""

    words_wanted = Signal()
    folder_chosen = Signal(object)  # Path

    def __init__(self) -> None:
        super().__init__()
        self.see = WrappingButton("", Role.SECONDARY)
        self.save = WrappingButton("", Role.PRIMARY)
        self.said = WrappedLabel("", Role.SCRIPT)
        self.picker: FolderPicker | None = None
        self._buttons = QWidget()
        row = FlowLayout(self._buttons, gap=12)
        row.addWidget(self.see)
        row.addWidget(self.save)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._buttons)
        self.see.clicked.connect(self.words_wanted)
        self.save.clicked.connect(self._on_save)
        self.forget_words()

    def show_words(self, text: str) -> None:
        """Show what the page says; now it can be saved."""
        self.said.setText(text)
        self.said.show()
        self.save.show()
        announce(self, text)

    @Slot()
    def forget_words(self) -> None:
        """Something is chosen anew: what was shown no longer counts."""
        self.said.clear()
        self.said.hide()
        self.save.hide()

    def retranslate(self, see: str) -> None:
        """Set the words of the buttons."""
        self.see.setText(see)
        self.save.setText(self.tr("Choose a folder and save"))
        if self.picker is not None:
            self.picker.set_button_words(self.tr("Save in this folder"))

    @Slot()
    def _on_save(self) -> None:
        if self.picker is None:
            self.picker = FolderPicker(Path.home())
            self.picker.set_button_words(self.tr("Save in this folder"))
            self.picker.chosen.connect(self._on_folder)
            self.picker.dismissed.connect(self._on_dismissed)
            self._column.addWidget(self.picker)
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
