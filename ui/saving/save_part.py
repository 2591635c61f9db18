"""Save what a screen shows as a file: one button, our own folder picker, and what became of it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.accessibility import announce
from ui.shared_widgets.choice_button import WrappingButton
from ui.shared_widgets.flow_layout import FlowLayout
from ui.shared_widgets.folder_picker import FolderPicker, breakable
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.roles import Role


class SavePart(QWidget):
    """Emits the folder; the screen does the writing."""

    folder_chosen = Signal(object)  # Path

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.picker: FolderPicker | None = None
        self.save = WrappingButton("", Role.PRIMARY, "page")
        self.done = WrappedLabel("", Role.STRONG)
        self.hint = WrappedLabel("", Role.HINT)
        self._buttons = QWidget()
        FlowLayout(self._buttons, gap=12).addWidget(self.save)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        for part in (self._buttons, self.done, self.hint):
            self._column.addWidget(part)
        self.done.hide()
        self.save.clicked.connect(self._on_save)

    def show_hint(self, words: str) -> None:
        """Say what the file holds and what it does not, and set every other word anew."""
        self.hint.setText(words)
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words in the language of the screen."""
        self.save.setText(self.tr("Save as PDF"))
        if self.picker is not None:
            self.picker.set_button_words(self.tr("Save in this folder"))

    def show_saved(self, file_name: str, folder: Path) -> None:
        """Say where it is."""
        words = self.tr("Saved: {file}, in {folder}")
        self.done.setText(words.format(file=file_name, folder=breakable(folder)))
        self.done.show()
        announce(self.done, self.done.text())

    def forget_saved(self) -> None:
        """What was saved is not what is shown any more."""
        self.done.hide()

    @Slot()
    def _on_save(self) -> None:
        self.done.hide()
        if self.picker is None:
            self.picker = FolderPicker(Path.home())
            self.picker.chosen.connect(self._on_folder)
            self.picker.dismissed.connect(self._on_dismissed)
            self._column.insertWidget(0, self.picker)
        self.retranslate()
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
        self.save.setFocus(Qt.FocusReason.OtherFocusReason)
