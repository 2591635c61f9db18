"""The last step: save the page into a folder, see what became of it, and keep the permissions in hand."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from intake.actions.referral.save_summary import Refused, Saved
from ui.accessibility import announce, give_name
from ui.screens.referral.columns import Columns, GrowingScroll
from ui.screens.referral.page_view import SmallPage
from ui.screens.referral.presenter import Presenter
from ui.screens.referral.releases_list import VALID, ReleasesList, day_words
from ui.shared_widgets.card import Card
from ui.shared_widgets.choice_button import WrappingButton
from ui.shared_widgets.flow_layout import FlowLayout
from ui.shared_widgets.folder_picker import FolderPicker, breakable
from ui.shared_widgets.icon import Icon
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.roles import Role


class SavedCard(Card):
    """What became of the file: its name and folder, or what stops it and what to do."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(None, parent)
        head = QHBoxLayout()
        head.setSpacing(12)
        self._icon = Icon("check", 24, "holds")
        self._title = WrappedLabel("", Role.HEADING)
        head.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self._title, 1)
        self.column.addLayout(head)
        self._lines: list[WrappedLabel] = []
        self._outcome: Saved | Refused | None = None
        self.hide()

    def show_outcome(self, outcome: Saved | Refused | None) -> None:
        """Show the outcome and say it aloud; None hides the card."""
        self.setVisible(outcome is not None)
        if outcome == self._outcome:
            return
        self._outcome = outcome
        self.retranslate()
        if outcome is not None:
            announce(self, self._title.text())

    @property
    def has_outcome(self) -> bool:
        """Whether there is anything to show."""
        return self._outcome is not None

    def text(self) -> str:
        """Everything it says now."""
        return "\n".join((self._title.text(), *(line.text() for line in self._lines)))

    def retranslate(self) -> None:
        """Set the words in the language of the screen."""
        for line in self._lines:
            self.column.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines = []
        match self._outcome:
            case Saved():
                self._say_saved(self._outcome)
            case Refused():
                self._say_refused(self._outcome)

    def _say_saved(self, saved: Saved) -> None:
        self.set_stripe("holds")
        self._icon.set_icon("check", "holds")
        self._title.setText(self.tr("Saved"))
        pages = self.tr("1 page") if saved.pages == 1 else self.tr("{count} pages").format(count=saved.pages)
        self._add(saved.file_name, Role.STRONG)
        self._add(self.tr("{pages}, in {folder}").format(pages=pages, folder=breakable(saved.folder)), Role.BODY)
        self._add(self.tr("Anyone who opens this folder can read it. Hand it over, then delete it here."), Role.HINT)

    def _say_refused(self, refused: Refused) -> None:
        self.set_stripe("stops")
        self._icon.set_icon("half", "stops")
        self._title.setText(self.tr("Not saved. Nothing has left."))
        for reason in refused.reasons:
            self._add(reason, Role.BODY)

    def _add(self, words: str, role: Role) -> None:
        label = WrappedLabel(words, role)
        self._lines.append(label)
        self.column.addWidget(label)


class SaveStep(QWidget):
    """One primary button: first it saves, afterwards it leads back."""

    folder_chosen = Signal(object)  # Path
    change_wanted = Signal()
    done = Signal()
    taken_back = Signal(str)
    happened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_saved = False
        self.picker: FolderPicker | None = None
        self._state_words = WrappedLabel("", Role.STRONG)
        self._how = WrappedLabel()
        self.card = SavedCard()
        self.small = SmallPage()
        self.releases = ReleasesList()
        self.change = WrappingButton("")
        self.again = WrappingButton("")
        self.save = WrappingButton("", Role.PRIMARY)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Columns(self._file_part(), self._permissions(), QWidget(), (3, 2)))
        self._connect()
        self.retranslate()

    def show_state(self, presenter: Presenter) -> None:
        """Show the permission, the file and all permissions."""
        release = presenter.release
        self.releases.show_releases(presenter.releases, self.change)
        self.card.show_outcome(presenter.outcome)
        self.small.show_page(presenter.page.preview if presenter.page and presenter.release else None)
        if release is None:
            return
        may_save = release.state == VALID
        self._is_saved = isinstance(presenter.outcome, Saved)
        pattern = self.tr("Permission recorded. In force until {day}.")
        if not may_save:
            pattern = self.tr("The permission is not in force. Nothing more can be saved with it.")
        day = day_words(release.expires_on)
        self._state_words.setText(pattern.format(day=day))
        self.save.setEnabled(may_save or self._is_saved)
        self.again.setVisible(self._is_saved and may_save)
        self._how.setVisible(may_save and not self._is_saved)
        give_name(self.small, self.tr("The page, in small"))
        self.retranslate()

    def first_focus(self) -> QWidget:
        """The one primary button."""
        return self.save

    def retranslate(self) -> None:
        """Set the words in the language of the screen."""
        words = self.tr("Choose a folder and save")
        self.save.setText(self.tr("To the report") if self._is_saved else words)
        self._how.setText(self.tr("Choose where the page goes: a stick, or the folder you print from."))
        self.change.setText(self.tr("Change the page"))
        self.again.setText(self.tr("Save in another folder"))
        self.card.retranslate()
        self.releases.retranslate()

    def _connect(self) -> None:
        self.save.clicked.connect(self._on_save)
        self.again.clicked.connect(self._on_again)
        self.change.clicked.connect(self._on_change)
        self.releases.taken_back.connect(self.taken_back)
        self.releases.happened.connect(self.happened)

    def _file_part(self) -> GrowingScroll:
        content = QWidget()
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(0, 0, 8, 8)
        self._column.setSpacing(16)
        self._buttons = QWidget()
        row = FlowLayout(self._buttons, gap=12)
        for button in (self.save, self.again, self.change):
            row.addWidget(button)
        for part in (self._state_words, self._how, self.card, self._buttons):
            self._column.addWidget(part)
        self._column.addSpacing(8)
        self._column.addWidget(self.small)
        self._column.addStretch(1)
        return GrowingScroll(content)

    def _permissions(self) -> GrowingScroll:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 8, 8)
        column.addWidget(self.releases)
        column.addStretch(1)
        return GrowingScroll(content)

    def _choose(self) -> None:
        if self.picker is None:
            self.picker = FolderPicker(Path.home())
            self.picker.chosen.connect(self._on_folder)
            self.picker.dismissed.connect(self._on_dismissed)
            self._column.insertWidget(self._column.indexOf(self._buttons), self.picker)
        self.picker.set_button_words(self.tr("Save in this folder"))
        for part in (self.card, self._buttons, self.small):
            part.hide()
        self.picker.show()
        self.picker.setFocus(Qt.FocusReason.TabFocusReason)

    def _close_picker(self) -> None:
        if self.picker is not None:
            self.picker.hide()
        self._buttons.show()
        self.small.show()
        self.save.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_save(self) -> None:
        if self._is_saved:
            self.done.emit()
        else:
            self._choose()

    @Slot()
    def _on_again(self) -> None:
        self._choose()

    @Slot(object)
    def _on_folder(self, folder: Path) -> None:
        self._close_picker()
        self.folder_chosen.emit(folder)

    @Slot()
    def _on_dismissed(self) -> None:
        self._close_picker()
        self.card.setVisible(self.card.has_outcome)

    @Slot()
    def _on_change(self) -> None:
        self.change_wanted.emit()
