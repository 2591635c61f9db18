"""Choose a folder without leaving a trace: Qt's own dialog keeps a list of recent folders on disk, this keeps none."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QStandardPaths, QStorageInfo, QStringListModel, Qt, Signal, Slot
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QVBoxLayout, QWidget

from ui.accessibility import announce, give_name
from ui.shared_widgets.choice_button import WrappingButton
from ui.shared_widgets.flow_layout import FlowLayout
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.roles import Role, set_role

_MOST_FOLDERS = 2000  # more than this nobody looks through


def folders_in(folder: Path) -> list[str]:
    """The names of the folders inside, hidden ones left out; empty when it cannot be read."""
    try:
        names = [entry.name for entry in folder.iterdir() if not entry.name.startswith(".") and entry.is_dir()]
    except OSError:
        return []
    return sorted(names, key=str.casefold)[:_MOST_FOLDERS]


def breakable(folder: Path) -> str:
    """The path with places where a line may end."""
    return str(folder).replace("/", "/\u200b").replace("\\", "\\\u200b")


def sticks_and_discs() -> list[Path]:
    """Where removable things are mounted, as far as the system says."""
    roots = [Path(volume.rootPath()) for volume in QStorageInfo.mountedVolumes() if volume.isReady()]
    return [root for root in roots if any(part in ("media", "mnt", "Volumes") for part in root.parts)]


class FolderPicker(QFrame):
    """Stands inside a screen, so that hiding the screen hides it as well."""

    chosen = Signal(object)  # Path
    dismissed = Signal()

    def __init__(self, start: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, Role.CARD)
        self._folder = start
        self._choose_words = ""
        self._here = WrappedLabel("", Role.STRONG)
        self._names = QStringListModel(self)
        self._list = QListView()
        self._list.setModel(self._names)
        self._list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._list.setMinimumHeight(160)
        set_role(self._list, Role.READING)
        self._up = WrappingButton("", Role.QUIET)
        self._home = WrappingButton("", Role.QUIET)
        self._stick = WrappingButton("", Role.QUIET)
        self._choose = WrappingButton("", Role.PRIMARY)
        self._dismiss = WrappingButton("", Role.SECONDARY)
        self._build()
        self._connect()
        self.retranslate()
        self.go(start)

    @property
    def folder(self) -> Path:
        """The folder that is open now."""
        return self._folder

    def first_focus(self) -> QWidget:
        """The folders: where the keyboard begins."""
        return self._list

    def set_button_words(self, words: str) -> None:
        """Say on the main button what choosing does here."""
        self._choose_words = words
        self.retranslate()

    def go(self, folder: Path) -> None:
        """Open a folder, or the nearest one above it that exists."""
        while not folder.is_dir() and folder != folder.parent:
            folder = folder.parent
        self._folder = folder
        self._names.setStringList(folders_in(folder))
        self._here.setText(breakable(folder))
        self._up.setEnabled(folder != folder.parent)
        announce(self, str(folder))

    def retranslate(self) -> None:
        """Set every text in the language of the screen."""
        self._up.setText(self.tr("Up"))
        self._home.setText(self.tr("Home folder"))
        self._stick.setText(self.tr("USB stick"))
        self._choose.setText(self._choose_words or self.tr("Use this folder"))
        self._dismiss.setText(self.tr("Back"))
        give_name(self._list, self.tr("Folders"), self.tr("Enter opens a folder."))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        places = QWidget()
        row = FlowLayout(places)
        for button in (self._up, self._home, self._stick):
            row.addWidget(button)
        self._stick.setVisible(bool(sticks_and_discs()))
        ends = QWidget()
        last_row = FlowLayout(ends)
        last_row.addWidget(self._choose)
        last_row.addWidget(self._dismiss)
        for widget in (self._here, places, self._list, ends):
            column.addWidget(widget)

    def _connect(self) -> None:
        self._list.activated.connect(self._on_list_activated)
        self._up.clicked.connect(self._on_up_clicked)
        self._home.clicked.connect(self._on_home_clicked)
        self._stick.clicked.connect(self._on_stick_clicked)
        self._choose.clicked.connect(self._on_choose_clicked)
        self._dismiss.clicked.connect(self.dismissed)

    @Slot(object)
    def _on_list_activated(self, index: object) -> None:
        name = self._list.currentIndex().data(Qt.ItemDataRole.DisplayRole)
        if index is not None and name:
            self.go(self._folder / str(name))

    @Slot()
    def _on_up_clicked(self) -> None:
        self.go(self._folder.parent)

    @Slot()
    def _on_home_clicked(self) -> None:
        self.go(Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.HomeLocation)))

    @Slot()
    def _on_stick_clicked(self) -> None:
        sticks = sticks_and_discs()
        if sticks:
            self.go(sticks[0])

    @Slot()
    def _on_choose_clicked(self) -> None:
        self.chosen.emit(self._folder)
