"""Choose a folder to write the file into, or a file in it to take in; nothing of it is remembered."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.accessibility import announce, give_name
from ui.shared_widgets.choice_button import WrappingButton
from ui.shared_widgets.flow_layout import FlowLayout
from ui.shared_widgets.folder_picker import FolderPicker
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.roles import Role

_MOST_FILES = 200


def files_in(folder: Path, suffix: str = ".toml") -> tuple[str, ...]:
    """The names of the files in a folder that may be the one."""
    try:
        names = sorted(one.name for one in folder.iterdir() if one.suffix == suffix and one.is_file())
    except OSError:
        return ()
    return tuple(names[:_MOST_FILES])


class FileButtons(QWidget):
    """Plain buttons, one for each file: an arrow key moves among them and takes nothing in."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._question = WrappedLabel("", Role.STRONG)
        self._row = QWidget()
        self._flow = FlowLayout(self._row, gap=8)
        self._buttons: list[WrappingButton] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._question)
        column.addWidget(self._row)

    def show_files(self, question: str, names: tuple[str, ...]) -> None:
        """Offer these files and no others."""
        self._question.setText(question)
        for old in self._buttons:
            self._flow.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._buttons = [WrappingButton(name) for name in names]
        for button, name in zip(self._buttons, names, strict=True):
            give_name(button, name, question)
            button.clicked.connect(partial(self.chosen.emit, name))
            self._flow.addWidget(button)

    def first(self) -> QWidget | None:
        """The first file, for the keyboard."""
        return self._buttons[0] if self._buttons else None


class FilesPart(QWidget):
    """Hidden until a file is to come or go. The name of one that is taken in ends in ``suffix``."""

    file_chosen = Signal(object)  # Path
    folder_chosen = Signal(object)  # Path
    dismissed = Signal()

    def __init__(self, suffix: str = ".toml") -> None:
        super().__init__()
        self._suffix = suffix
        self._is_import = False
        self._folder = Path()
        self._hints = ("", "")
        self.hint = WrappedLabel("", Role.HINT)
        self.files = FileButtons()
        self.none_there = WrappedLabel()
        self.picker: FolderPicker | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        for part in (self.hint, self.files, self.none_there):
            self._column.addWidget(part)
        self.files.chosen.connect(self._on_file)
        self.hide()

    @Slot()
    def ask_for_file(self) -> None:
        """Let somebody choose a file to take in."""
        self._ask(is_import=True)

    @Slot()
    def ask_for_folder(self) -> None:
        """Let somebody choose a folder to write into."""
        self._ask(is_import=False)

    def _ask(self, *, is_import: bool) -> None:
        self._is_import = is_import
        if self.picker is None:
            self.picker = FolderPicker(Path.home())
            self.picker.chosen.connect(self._on_folder)
            self.picker.dismissed.connect(self._on_dismissed)
            self._column.insertWidget(1, self.picker)
        self.files.hide()
        self.none_there.hide()
        self._set_words()
        self.show()
        self.picker.first_focus().setFocus(Qt.FocusReason.TabFocusReason)

    def retranslate(self, into_folder: str, from_file: str) -> None:
        """Set every text in the language of the screen; the two say what is written, and what is taken in."""
        self._hints = (into_folder, from_file)
        self._set_words()

    def _set_words(self) -> None:
        self.none_there.setText(
            self.tr("There is no such file in this folder. Its name ends in {suffix}.").format(suffix=self._suffix)
        )
        hint = self._hints[self._is_import]
        self.hint.setText(hint)
        self.hint.setVisible(bool(hint))
        if self.picker is not None:
            words = self.tr("Look in this folder") if self._is_import else self.tr("Save in this folder")
            self.picker.set_button_words(words)

    @Slot(object)
    def _on_folder(self, folder: Path) -> None:
        if not self._is_import:
            self._on_dismissed()
            self.folder_chosen.emit(folder)
            return
        self._folder = folder
        names = files_in(folder, self._suffix)
        self.files.show_files(self.tr("Which file?"), names)
        self.files.setVisible(bool(names))
        self.none_there.setVisible(not names)
        if not names:
            announce(self, self.none_there.text())

    @Slot(str)
    def _on_file(self, name: str) -> None:
        self._on_dismissed()
        self.file_chosen.emit(self._folder / name)

    @Slot()
    def _on_dismissed(self) -> None:
        self.hide()
        self.dismissed.emit()
