"""Two buttons: see the words, and only then choose a folder and save."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot

from ui.accessibility import announce
from ui.saving.folder_in_place import FolderInPlace
from ui.shared_widgets.choice_button import WrappingButton
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.roles import Role


class SeeThenSave(FolderInPlace):
    """``said`` holds the words of the page; the card that uses this puts it where it likes."""

    words_wanted = Signal()

    def __init__(self) -> None:
        see, save = WrappingButton("", Role.SECONDARY), WrappingButton("", Role.PRIMARY)
        super().__init__((see, save), see)
        self.see, self.save = see, save
        self.said = WrappedLabel("", Role.SCRIPT)
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
        self.name_picker()

    @Slot()
    def _on_save(self) -> None:
        self.ask_for_folder()
