"""Copies of the vault: make one, see those that were made, check one again."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QDate, QLocale, Qt, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from intake.actions.copies.copies import Checked, Copies, Copy, check_copy, list_copies, make_copy
from intake.errors import Defect
from ui.accessibility import announce
from ui.app_state import AppState
from ui.screens.desk.panel import DeskPanel
from ui.shared_widgets.choice_button import WrappingButton
from ui.shared_widgets.flow_layout import FlowLayout
from ui.shared_widgets.folder_picker import FolderPicker, breakable
from ui.shared_widgets.secret_field import SecretField
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.roles import Role

ORDER = 30
_MOST_SHOWN = 5


def build(state: AppState) -> CopiesPanel:
    """The panel."""
    return CopiesPanel(state)


def day_words(day: date) -> str:
    """A day with its month as a word."""
    return QLocale("en").toString(QDate(day.year, day.month, day.day), "d MMMM yyyy")


class CopiesPanel(DeskPanel):
    """The passphrase, two buttons, a folder to choose, and the list."""

    def __init__(self, state: AppState) -> None:
        super().__init__(state)
        if state.session is None:
            raise Defect("the panel of copies needs an open vault")
        self._session = state.session
        self._is_check = False
        self._copies = Copies((), is_due=False)
        self.picker: FolderPicker | None = None
        self.reminder = WrappedLabel("", Role.STRONG)
        self.why = WrappedLabel()
        self.passphrase = SecretField("")
        self.make = WrappingButton("", Role.SECONDARY)
        self.check = WrappingButton("", Role.QUIET)
        self.done = WrappedLabel("", Role.STRONG)
        self.list_heading = WrappedLabel("", Role.STRONG)
        self.put_back = WrappedLabel("", Role.HINT)
        self._buttons = QWidget()
        self._lines = QWidget()
        self._build()
        self._look()

    def leave(self) -> None:
        """Nothing typed stays."""
        self.passphrase.clear()

    def retranslate(self) -> None:
        """Set every text in the language of the screen."""
        self.heading.setText(self.tr("Copies of the vault"))
        self.why.setText(
            self.tr(
                "A copy is locked with the same passphrase. Keep it away from this computer, such as on a stick in a "
                "safe. Each copy is opened and compared before it counts."
            )
        )
        self.passphrase.set_label(self.tr("Your passphrase, to make or check a copy"))
        self.make.setText(self.tr("Make a copy"))
        self.check.setText(self.tr("Check a copy"))
        self.list_heading.setText(self.tr("Copies made"))
        self.put_back.setText(
            self.tr("If the vault is lost, the person who looks after your computers can put a copy back.")
        )
        self._name_picker()
        self._show_copies()

    def _build(self) -> None:
        row = FlowLayout(self._buttons, gap=12)
        row.addWidget(self.make)
        row.addWidget(self.check)
        lines = QVBoxLayout(self._lines)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(8)
        parts = (self.reminder, self.why, self.passphrase, self._buttons, self.done)
        for part in (*parts, self.list_heading, self._lines, self.put_back):
            self.column.addWidget(part)
        self.done.hide()
        self.make.clicked.connect(self._on_make)
        self.check.clicked.connect(self._on_check)

    def _look(self) -> None:
        self.state.runner.run(partial(list_copies, self._session), self, self._on_listed, self.show_error)

    def _choose(self, *, is_check: bool) -> None:
        self.notice.hide_notice()
        self.done.hide()
        if self.passphrase.is_empty():
            self.notice.show_words(self.tr("Type your passphrase first."))
            self.passphrase.edit.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._is_check = is_check
        if self.picker is None:
            self.picker = FolderPicker(Path.home())
            self.picker.chosen.connect(self._on_folder)
            self.picker.dismissed.connect(self._on_dismissed)
            self.column.insertWidget(self.column.indexOf(self._buttons), self.picker)
        self._name_picker()
        self._buttons.hide()
        self.picker.show()
        self.picker.setFocus(Qt.FocusReason.TabFocusReason)

    def _name_picker(self) -> None:
        if self.picker is not None:
            words = self.tr("Check the copy in this folder") if self._is_check else self.tr("Put the copy here")
            self.picker.set_button_words(words)

    def _set_busy(self, words: str) -> None:
        self.done.setText(words)
        self.done.setVisible(bool(words))
        for part in (self.passphrase, self.make, self.check):
            part.setEnabled(not words)

    def _show_copies(self) -> None:
        made = self._copies.made
        newest = day_words(made[0].made_on) if made else ""
        words = self.tr("There is no copy yet. If this computer breaks, all is lost.")
        if made and self._copies.is_due:
            words = self.tr("The last copy is from {day}. It is time for a new one.").format(day=newest)
        elif made:
            words = self.tr("The last copy is from {day}.").format(day=newest)
        self.reminder.setText(words)
        self.list_heading.setVisible(bool(made))
        layout = self._lines.layout()
        while layout is not None and (item := layout.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        for copy in made[:_MOST_SHOWN]:
            if layout is not None:
                layout.addWidget(WrappedLabel(self._words_of(copy)))
        self._lines.setVisible(bool(made))

    def _words_of(self, copy: Copy) -> str:
        words = self.tr("{name}, made on {day}, reports: {count}, found good on {checked}. In {place}")
        said = words.format(
            name=copy.id.replace("-", "-\u200b"),
            day=day_words(copy.made_on),
            count=copy.case_count,
            checked=day_words(copy.checked_on),
            place=breakable(Path(copy.place)),
        )
        if copy.erased_count:
            erased = self.tr("Reports erased here that this copy still holds: {count}")
            said = f"{said}\n{erased.format(count=copy.erased_count)}"
        return said

    def _close_picker(self) -> None:
        if self.picker is not None:
            self.picker.hide()
        self._buttons.show()

    @Slot(object)
    def show_error(self, error: Exception) -> None:
        """Say what stopped it; the next try may begin."""
        self._set_busy("")
        super().show_error(error)

    @Slot()
    def _on_make(self) -> None:
        self._choose(is_check=False)

    @Slot()
    def _on_check(self) -> None:
        self._choose(is_check=True)

    @Slot()
    def _on_dismissed(self) -> None:
        self._close_picker()
        self.make.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _on_folder(self, folder: Path) -> None:
        self._close_picker()
        typed = self.passphrase.take()
        if self._is_check:
            self._set_busy(self.tr("Checking the copy"))
            job = partial(check_copy, self._session, folder, typed)
            self.state.runner.run(job, self, self._on_checked, self.show_error, is_write=True)
            return
        self._set_busy(self.tr("Making the copy and opening it"))
        made = partial(make_copy, self._session, folder, typed)
        self.state.runner.run(made, self, self._on_made, self.show_error, is_write=True)

    @Slot(object)
    def _on_made(self, copy: Copy) -> None:
        self._set_busy("")
        words = self.tr("The copy was opened and is good. Reports in it: {count}. Its folder: {name}")
        self._say(words.format(count=copy.case_count, name=copy.id.replace("-", "-\u200b")))

    @Slot(object)
    def _on_checked(self, checked: Checked) -> None:
        self._set_busy("")
        words = self.tr("This copy is good. Reports in it: {count}.").format(count=checked.case_count)
        if checked.made_on is None:
            words = f"{words} {self.tr('It is not in the list below, so its age is not known.')}"
        self._say(words)

    def _say(self, words: str) -> None:
        self.done.setText(words)
        self.done.show()
        announce(self.done, words)
        self._look()

    @Slot(object)
    def _on_listed(self, copies: Copies) -> None:
        self._copies = copies
        self._show_copies()
