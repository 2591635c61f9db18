"""The last step: save the page into a folder, see what became of it, and keep the permissions in hand."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from intake.actions.referral.save_summary import HowToSave, Refused, Saved
from ui.accessibility import give_name
from ui.day_words import day_words
from ui.permission_words import VALID
from ui.screens.referral.columns import Columns, GrowingScroll
from ui.screens.referral.page_view import SmallPage
from ui.screens.referral.presenter import Presenter
from ui.screens.referral.releases_list import ReleasesList
from ui.screens.referral.saving.false_alarm_form import FalseAlarmForm
from ui.screens.referral.saving.format_choice import FormatChoice
from ui.screens.referral.saving.saved_card import SavedCard
from ui.shared_widgets.choice_button import WrappingButton
from ui.shared_widgets.flow_layout import FlowLayout
from ui.shared_widgets.folder_picker import FolderPicker
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.roles import Role


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
        self._print = WrappedLabel("", Role.HINT)
        self.formats = FormatChoice()
        self.alarm = FalseAlarmForm()
        self._folder: Path | None = None
        self._is_false_alarm = False
        self._may_pass = False
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
        self.card.show_outcome(presenter.outcome, presenter.words)
        self.small.show_page(presenter.page.preview if presenter.page and presenter.release else None)
        if release is None:
            return
        may_save = release.state == VALID
        self.formats.show_formats(presenter.formats, presenter.partner_keys.get(release.recipient_id, ""))
        stopped = presenter.outcome if isinstance(presenter.outcome, Refused) else None
        self._may_pass = may_save and stopped is not None and stopped.may_be_false
        self.alarm.setVisible(self._may_pass)
        if not self._may_pass:
            self.alarm.clear()
        self._is_saved = isinstance(presenter.outcome, Saved)
        pattern = self.tr("Permission recorded. In force until {day}.")
        if not may_save:
            pattern = self.tr("The permission is not in force. Nothing more can be saved with it.")
        day = day_words(release.expires_on)
        self._state_words.setText(pattern.format(day=day))
        self.save.setEnabled(may_save or self._is_saved)
        self.again.setVisible(self._is_saved and may_save)
        for part in (self._how, self._print):
            part.setVisible(may_save and not self._is_saved)
        give_name(self.small, self.tr("The page, in small"))
        self.retranslate()

    def first_focus(self) -> QWidget:
        """The one primary button."""
        return self.save

    def how(self) -> HowToSave:
        """The format and its key; and, once, why an alarm is passed by."""
        is_alarm, self._is_false_alarm = self._is_false_alarm, False
        return HowToSave(
            self.formats.value() or HowToSave().format_name,
            self.formats.public_key(),
            self.alarm.reason.text() if is_alarm else "",
            person_agreed=is_alarm and self.alarm.agreed.is_ticked,
        )

    def clear(self) -> None:
        """Forget the folder, the key, the reason and the words of a locked file."""
        self._folder = None
        self.alarm.clear()
        self.formats.clear()
        self.card.clear()

    def retranslate(self) -> None:
        """Set the words in the language of the screen."""
        words = self.tr("Choose a folder and save")
        self.save.setText(self.tr("To the report") if self._is_saved else words)
        self._how.setText(self.tr("Choose where the page goes: a stick, or the folder you print from."))
        self._print.setText(
            self.tr(
                "To print, save the page, print that file, then delete it. A print queue or a printer may keep a copy."
            )
        )
        self.formats.retranslate()
        self.alarm.retranslate()
        self.change.setText(self.tr("Change the page"))
        self.again.setText(self.tr("Save in another folder"))
        self.card.retranslate()
        self.releases.retranslate()

    def _connect(self) -> None:
        self.save.clicked.connect(self._on_save)
        self.again.clicked.connect(self._on_again)
        self.change.clicked.connect(self._on_change)
        self.alarm.save_wanted.connect(self._on_false_alarm)
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
        for part in (self._state_words, self.formats, self._how, self._print, self.card, self.alarm, self._buttons):
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
        for part in (self.card, self.alarm, self._buttons, self.small):
            part.hide()
        self.picker.show()
        self.picker.first_focus().setFocus(Qt.FocusReason.TabFocusReason)

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
        self._folder = folder
        self.folder_chosen.emit(folder)

    @Slot()
    def _on_dismissed(self) -> None:
        self._close_picker()
        self.card.setVisible(self.card.has_outcome)
        self.alarm.setVisible(self._may_pass)

    @Slot()
    def _on_false_alarm(self) -> None:
        if self._folder is not None:
            self._is_false_alarm = True
            self.folder_chosen.emit(self._folder)

    @Slot()
    def _on_change(self) -> None:
        self.change_wanted.emit()
