"""Save what a screen shows as a file: one button, our own folder picker, and what became of it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Slot

from ui.accessibility import announce
from ui.saving.folder_in_place import FolderInPlace
from ui.shared_widgets.choice_button import WrappingButton
from ui.shared_widgets.folder_picker import breakable
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.roles import Role


class SavePart(FolderInPlace):
    """Emits the folder; the screen does the writing."""

    def __init__(self) -> None:
        save = WrappingButton("", Role.PRIMARY, "page")
        super().__init__((save,), save)
        self.save = save
        self.done = WrappedLabel("", Role.STRONG)
        self.hint = WrappedLabel("", Role.HINT)
        self._column.setSpacing(12)
        for part in (self.done, self.hint):
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
        self.name_picker()

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
        self.ask_for_folder()
