"""Copies of the vault: make one with one button, see those that were made, check one again."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QWidget

from intake.actions.copies.copies import Checked, Copies, Copy, list_copies, make_copy
from intake.errors import Defect
from ui.accessibility import announce
from ui.app_state import AppState
from ui.background.at_rest import AtRest
from ui.day_words import day_words
from ui.screens.desk.copies.check_part import CheckPart
from ui.screens.desk.copies.made_list import MadeList, breakable_name
from ui.screens.desk.panel import DeskPanel
from ui.shared_widgets.choice_button import WrappingButton
from ui.shared_widgets.flow_layout import FlowLayout
from ui.shared_widgets.folder_picker import FolderPicker, breakable
from ui.shared_widgets.wrapped_label import SaidOnce, WrappedLabel
from ui.style.roles import Role

ORDER = 30


def build(state: AppState) -> CopiesPanel:
    """The panel."""
    return CopiesPanel(state)


class CopiesPanel(DeskPanel):
    """One button for a copy in the place of the last one, a folder to choose, checking, and the list."""

    def __init__(self, state: AppState) -> None:
        super().__init__(state)
        if state.session is None:
            raise Defect("the panel of copies needs an open vault")
        self._session = state.session
        self._copies = Copies((), is_due=False)
        self.picker: FolderPicker | None = None
        self.reminder = WrappedLabel("", Role.STRONG)
        self.why = WrappedLabel()
        self.goes_to = WrappedLabel()
        self.make = WrappingButton("", Role.SECONDARY)
        self.elsewhere = WrappingButton("", Role.QUIET)
        self.check = WrappingButton("", Role.QUIET)
        self.done = SaidOnce("", Role.STRONG)
        self.checking = CheckPart(state, state.session)
        self.list = MadeList()
        self.put_back = WrappedLabel("", Role.HINT)
        self._buttons = QWidget()
        self._rest = AtRest(self.make, self.elsewhere, self.check, self.checking)
        self._build()
        self._look()

    def leave(self) -> None:
        """Nothing typed stays."""
        self.checking.forget()

    def retranslate(self) -> None:
        """Set every text in the language of the screen."""
        self.heading.setText(self.tr("Copies of the vault"))
        self.why.setText(
            self.tr(
                "A copy opens with the passphrases that open the vault today. Keep it away from this computer, such as "
                "on a stick in a safe. Each copy is opened and compared before it counts."
            )
        )
        self.elsewhere.setText(self.tr("Choose another place"))
        self.check.setText(self.tr("Check a copy"))
        self.put_back.setText(
            self.tr(
                "If the vault is lost: start the program, press Other ways in, then Put back a copy. You see first "
                "what would change."
            )
        )
        if self.picker is not None:
            self.picker.set_button_words(self.tr("Put the copy here"))
        self.checking.retranslate()
        self._show_copies()

    def _build(self) -> None:
        row = FlowLayout(self._buttons, gap=12)
        for button in (self.make, self.elsewhere, self.check):
            row.addWidget(button)
        parts = (self.reminder, self.why, self.goes_to, self._buttons, self.checking, self.done)
        for part in (*parts, self.list, self.put_back):
            self.column.addWidget(part)
        self.done.hide()
        self.make.clicked.connect(self._on_make)
        self.elsewhere.clicked.connect(self._on_elsewhere)
        self.check.clicked.connect(self._on_check)
        self.checking.began.connect(self._on_check_began)
        self.checking.put_away.connect(self._buttons.show)
        self.checking.checked.connect(self._on_checked)
        self.checking.failed.connect(self.show_error)
        self.checking.nothing_typed.connect(self._on_nothing_typed)

    def _look(self) -> None:
        self.state.runner.run(partial(list_copies, self._session), self, self._on_listed, self.show_error)

    def _set_busy(self, words: str) -> None:
        if words:
            self.notice.hide_notice()
            self._rest.begin()
        else:
            self._rest.end()
        self.done.setText(words)
        self.done.setVisible(bool(words))

    def _show_copies(self) -> None:
        made, place = self._copies.made, self._copies.last_place
        newest = day_words(made[0].made_on) if made else ""
        words = self.tr("There is no copy yet. If this computer breaks, all is lost.")
        if made and self._copies.is_due:
            words = self.tr("The last copy is from {day}. It is time for a new one.").format(day=newest)
        elif made:
            words = self.tr("The last copy is from {day}.").format(day=newest)
        self.reminder.setText(words)
        self.make.setText(self.tr("Make a copy now") if place else self.tr("Choose a place and make a copy"))
        self.goes_to.setText(self.tr("It goes to {place}").format(place=breakable(place)) if place else "")
        for part in (self.goes_to, self.elsewhere):
            part.setVisible(place is not None)
        self.list.show_copies(self._copies)

    def _make_in(self, folder: Path) -> None:
        self.checking.forget()
        self._set_busy(self.tr("Making the copy and opening it"))
        job = partial(make_copy, self._session, folder)
        self.state.runner.run(job, self, self._on_made, self.show_error, is_write=True)

    def _say(self, words: str) -> None:
        self._set_busy("")
        self.done.setText(words)
        self.done.show()
        announce(self.done, words)
        self._look()

    @Slot(object)
    def show_error(self, error: Exception) -> None:
        """Say what stopped it; the next try may begin."""
        self._set_busy("")
        super().show_error(error)

    @Slot()
    def _on_make(self) -> None:
        place = self._copies.last_place
        if place is None:
            self._on_elsewhere()
        else:
            self._make_in(place)

    @Slot()
    def _on_elsewhere(self) -> None:
        self.notice.hide_notice()
        self.done.hide()
        self.checking.forget()
        if self.picker is None:
            self.picker = FolderPicker(self._copies.last_place or Path.home())
            self.picker.set_button_words(self.tr("Put the copy here"))
            self.picker.chosen.connect(self._on_folder)
            self.picker.dismissed.connect(self._on_dismissed)
            self.column.insertWidget(self.column.indexOf(self._buttons), self.picker)
        self._buttons.hide()
        self.picker.show()
        self.picker.first_focus().setFocus(Qt.FocusReason.TabFocusReason)

    @Slot()
    def _on_dismissed(self) -> None:
        if self.picker is not None:
            self.picker.hide()
        self._buttons.show()
        self.make.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _on_folder(self, folder: Path) -> None:
        self._on_dismissed()
        self._make_in(folder)

    @Slot(object)
    def _on_made(self, copy: Copy) -> None:
        words = self.tr("The copy was opened and is good. Reports in it: {count}. Its folder: {name}")
        self._say(words.format(count=copy.case_count, name=breakable_name(copy.id)))

    @Slot()
    def _on_check(self) -> None:
        self.notice.hide_notice()
        self.done.hide()
        self._buttons.hide()
        self.checking.choose()

    @Slot()
    def _on_check_began(self) -> None:
        self._set_busy(self.tr("Checking the copy"))

    @Slot()
    def _on_nothing_typed(self) -> None:
        self.notice.show_words(self.tr("Type the passphrase first."))

    @Slot(object)
    def _on_checked(self, checked: Checked) -> None:
        words = self.tr("This copy is good. Reports in it: {count}.").format(count=checked.case_count)
        if checked.made_on is None:
            words = f"{words} {self.tr('It is not in the list below, so its age is not known.')}"
        self._say(words)

    @Slot(object)
    def _on_listed(self, copies: Copies) -> None:
        self._copies = copies
        self._show_copies()
