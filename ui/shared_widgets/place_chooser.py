"""A folder that is chosen: its name, a button to choose another, and the picker while somebody chooses."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.shared_widgets.choice_button import WrappingButton
from ui.shared_widgets.flow_layout import FlowLayout
from ui.shared_widgets.folder_picker import FolderPicker, breakable
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.roles import Role


class PlaceChooser(QWidget):
    """Says the folder in words; ``folder`` is None until there is one."""

    chosen = Signal(object)  # Path, as it was picked

    def __init__(self, folder: Path | None = None) -> None:
        super().__init__()
        self.folder = folder
        self.picker: FolderPicker | None = None
        self.button = WrappingButton("", Role.SECONDARY, "folder")
        self._label = WrappedLabel("", Role.STRONG)
        self._here = WrappedLabel()
        self._pick_words = self._none_words = ""
        self._row = QWidget()
        FlowLayout(self._row, 12).addWidget(self.button)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        for part in (self._label, self._here, self._row):
            self._column.addWidget(part)
        self.button.clicked.connect(self._on_button)

    def show_words(self, label: str, none_yet: str, button: str, pick: str) -> None:
        """What the folder is for, what stands there while there is none, and the words of the two buttons."""
        self._label.setText(label)
        self.button.setText(button)
        self._none_words, self._pick_words = none_yet, pick
        if self.picker is not None:
            self.picker.set_button_words(pick)
        self.show_folder(self.folder)

    def show_folder(self, folder: Path | None) -> None:
        """Show another folder than was picked, such as one inside it."""
        self.folder = folder
        self._here.setText(breakable(folder) if folder is not None else self._none_words)

    @Slot()
    def _on_button(self) -> None:
        if self.picker is None:
            self.picker = FolderPicker(Path.home())
            self.picker.set_button_words(self._pick_words)
            self.picker.chosen.connect(self._on_picked)
            self.picker.dismissed.connect(self._on_dismissed)
            self._column.addWidget(self.picker)
        self._row.hide()
        self.picker.show()
        self.picker.first_focus().setFocus(Qt.FocusReason.TabFocusReason)

    @Slot(object)
    def _on_picked(self, folder: Path) -> None:
        self.show_folder(folder)
        self._on_dismissed()
        self.chosen.emit(folder)

    @Slot()
    def _on_dismissed(self) -> None:
        if self.picker is not None:
            self.picker.hide()
        self._row.show()
        self.button.setFocus(Qt.FocusReason.OtherFocusReason)
