"""Hand the words of this office to another desk as a file, or take in those of another."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.saving.files_part import FilesPart
from ui.shared_widgets.choice_button import WrappingButton
from ui.shared_widgets.flow_layout import FlowLayout
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.roles import Role


class WordFilesPart(QWidget):
    """Two buttons; then a folder, and for taking in also a file in it."""

    file_chosen = Signal(object)  # Path
    folder_chosen = Signal(object)  # Path

    def __init__(self) -> None:
        super().__init__()
        self.heading = WrappedLabel("", Role.HEADING)
        self.hint = WrappedLabel("", Role.HINT)
        self.write = WrappingButton("", Role.SECONDARY, "folder")
        self.take = WrappingButton("", Role.SECONDARY, "folder")
        self.places = FilesPart()
        self._buttons = QWidget()
        row = FlowLayout(self._buttons, gap=12)
        row.addWidget(self.write)
        row.addWidget(self.take)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for part in (self.heading, self.hint, self._buttons, self.places):
            column.addWidget(part)
        self.write.clicked.connect(self._on_write)
        self.take.clicked.connect(self._on_take)
        self.places.dismissed.connect(self._buttons.show)
        self.places.file_chosen.connect(self.file_chosen)
        self.places.folder_chosen.connect(self.folder_chosen)

    def show_role(self, *, may_change: bool) -> None:
        """Taking in is for supervisors."""
        self.take.setVisible(may_change)

    def retranslate(self) -> None:
        """Set every text in the language of the screen."""
        self.heading.setText(self.tr("As a file"))
        self.hint.setText(self.tr("The file holds these words and a day, and is not locked. No report is in it."))
        self.write.setText(self.tr("Save the words as a file"))
        self.take.setText(self.tr("Take in a file"))
        self.places.retranslate("", "")

    @Slot()
    def _on_write(self) -> None:
        self._buttons.hide()
        self.places.ask_for_folder()

    @Slot()
    def _on_take(self) -> None:
        self._buttons.hide()
        self.places.ask_for_file()
