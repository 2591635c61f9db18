"""Hand the words of this office to another desk as a file, or take in those of another."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.shared_widgets.choice_button import WrappingButton
from ui.shared_widgets.flow_layout import FlowLayout
from ui.shared_widgets.folder_picker import FolderPicker
from ui.shared_widgets.form_parts import ChoiceGroup
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.roles import Role

_MOST_FILES = 200


class WordFilesPart(QWidget):
    """Two buttons; then a folder, and for taking in also a file in it. Nothing of it is remembered."""

    file_chosen = Signal(object)  # Path
    folder_chosen = Signal(object)  # Path

    def __init__(self) -> None:
        super().__init__()
        self._is_import = False
        self._folder = Path()
        self.heading = WrappedLabel("", Role.HEADING)
        self.hint = WrappedLabel("", Role.HINT)
        self.write = WrappingButton("", Role.SECONDARY, "folder")
        self.take = WrappingButton("", Role.SECONDARY, "folder")
        self.picker: FolderPicker | None = None
        self.files = ChoiceGroup(Role.NONANSWER)
        self.none_there = WrappedLabel()
        self._buttons = QWidget()
        row = FlowLayout(self._buttons, gap=12)
        row.addWidget(self.write)
        row.addWidget(self.take)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        for part in (self.heading, self.hint, self._buttons, self.files, self.none_there):
            self._column.addWidget(part)
        self.files.hide()
        self.none_there.hide()
        self.write.clicked.connect(self._on_write)
        self.take.clicked.connect(self._on_take)
        self.files.chosen.connect(self._on_file)

    def show_role(self, *, may_change: bool) -> None:
        """Taking in is for supervisors."""
        self.take.setVisible(may_change)

    def retranslate(self) -> None:
        """Set every text in the language of the screen."""
        self.heading.setText(self.tr("As a file"))
        self.hint.setText(self.tr("The file holds these words and a day, and is not locked. No report is in it."))
        self.write.setText(self.tr("Save the words as a file"))
        self.take.setText(self.tr("Take in a file"))
        self.none_there.setText(self.tr("There is no such file in this folder. Its name ends in .toml."))
        if self.picker is not None:
            words = self.tr("Look in this folder") if self._is_import else self.tr("Save in this folder")
            self.picker.set_button_words(words)

    def _ask(self, *, is_import: bool) -> None:
        self._is_import = is_import
        if self.picker is None:
            self.picker = FolderPicker(Path.home())
            self.picker.chosen.connect(self._on_folder)
            self.picker.dismissed.connect(self._on_dismissed)
            self._column.insertWidget(3, self.picker)
        self.files.hide()
        self.none_there.hide()
        self.retranslate()
        self._buttons.hide()
        self.picker.show()
        self.picker.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot()
    def _on_write(self) -> None:
        self._ask(is_import=False)

    @Slot()
    def _on_take(self) -> None:
        self._ask(is_import=True)

    @Slot(object)
    def _on_folder(self, folder: Path) -> None:
        if not self._is_import:
            self._on_dismissed()
            self.folder_chosen.emit(folder)
            return
        self._folder = folder
        names = _files_in(folder)
        self.files.choose("")
        self.files.show_choices(self.tr("Which file?"), tuple((name, name) for name in names))
        self.files.setVisible(bool(names))
        self.none_there.setVisible(not names)

    @Slot(str)
    def _on_file(self, name: str) -> None:
        self._on_dismissed()
        self.file_chosen.emit(self._folder / name)

    @Slot()
    def _on_dismissed(self) -> None:
        if self.picker is not None:
            self.picker.hide()
        self.files.hide()
        self.none_there.hide()
        self._buttons.show()


def _files_in(folder: Path) -> tuple[str, ...]:
    try:
        names = sorted(one.name for one in folder.iterdir() if one.suffix == ".toml" and one.is_file())
    except OSError:
        return ()
    return tuple(names[:_MOST_FILES])
