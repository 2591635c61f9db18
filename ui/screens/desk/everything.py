"""Erase every report: said in full, counted by the person who does it, one last button."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from intake.actions.erasing.erase_everything import count_reports, erase_everything
from intake.actions.erasing.typed_count import is_count
from intake.actions.erasing.what_cannot_be_reached import CannotBeReached, what_cannot_be_reached
from intake.actions.keys.two_people import GuardedAct, is_second_asked
from intake.actions.session import OpenVault
from ui.accessibility import announce
from ui.app_state import AppState
from ui.background.at_rest import AtRest
from ui.secret_text import wiped
from ui.shared_widgets.choice_button import WrappingButton
from ui.shared_widgets.flow_layout import FlowLayout
from ui.shared_widgets.form_parts import Field, TickLine
from ui.shared_widgets.out_of_reach_list import OutOfReachList
from ui.shared_widgets.second_person import SecondPerson
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.roles import Role


class EraseEverything(QWidget):
    """Folded away until it is wanted."""

    erased = Signal()
    failed = Signal(object)

    def __init__(self, state: AppState, session: OpenVault) -> None:
        super().__init__()
        self._state, self._session = state, session
        self._count = 0
        self.open = WrappingButton("", Role.QUIET)
        self.words = WrappedLabel()
        self.left = OutOfReachList()
        self.settings_too = TickLine()
        self.typed = Field()
        self.second = SecondPerson()
        self.erase = WrappingButton("", Role.DESTROY)
        self.done = WrappedLabel()
        self._rest = AtRest(self, self.open)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        first, last = QWidget(), QWidget()
        FlowLayout(first, gap=12).addWidget(self.open)
        FlowLayout(last, gap=12).addWidget(self.erase)
        self._folded = (self.words, self.left, self.settings_too, self.typed, self.second, last)
        for part in (first, *self._folded, self.done):
            column.addWidget(part)
        self._fold()
        self.done.hide()
        self.open.clicked.connect(self._on_open)
        self.typed.edit.textChanged.connect(self._on_typed)
        self.erase.clicked.connect(self._on_erase)

    def leave(self) -> None:
        """Empty the line and fold away."""
        self._fold()

    def retranslate(self) -> None:
        """Set every text in the language of the screen."""
        self.open.setText(self.tr("Erase everything..."))
        self.words.setText(
            self.tr("Reports that go: {count}. All permissions go too. The log stays. There is no way back.").format(
                count=self._count
            )
        )
        self.settings_too.show_words(self.tr("The name of the office and the other settings go too."))
        self.typed.show_label(self.tr("To go on, type how many reports there are"))
        self.erase.setText(self.tr("Erase all reports for good"))
        self.done.setText(self.tr("All reports are erased."))
        self.second.retranslate()
        self.left.retranslate()

    def _fold(self) -> None:
        for part in self._folded:
            part.hide()
        self.typed.edit.clear()
        self.settings_too.clear()
        self.left.clear()
        self.second.ask(False)
        self.erase.setEnabled(False)

    @Slot()
    def _on_open(self) -> None:
        if self.words.isVisibleTo(self):
            self._fold()
            return
        self.done.hide()
        self._state.runner.run(partial(_look, self._session), self, self._on_looked, self._on_failed)

    @Slot(object)
    def _on_looked(self, looked: tuple[int, CannotBeReached, bool]) -> None:
        self._count, left, second_asked = looked
        self.left.show_left(left)
        for part in self._folded:
            part.show()
        self.second.ask(second_asked)
        self.retranslate()
        self.typed.edit.setFocus()

    @Slot(str)
    def _on_typed(self, text: str) -> None:
        self.erase.setEnabled(is_count(text, self._count))

    @Slot()
    def _on_erase(self) -> None:
        self._rest.begin()
        job = partial(_erase, self._session, self.typed.text(), self.second.take(), self.settings_too.is_ticked)
        self._state.runner.run(job, self, self._on_erased, self._on_failed, is_write=True)

    @Slot(object)
    def _on_erased(self, left: CannotBeReached) -> None:
        self._fold()
        self._rest.end()
        self.left.show_left(left)
        self.left.show()
        self.done.show()
        announce(self.done, self.done.text())
        self.erased.emit()

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        if str(getattr(error, "code", "")).startswith("second_"):
            self._rest.end()  # what was typed stands; only the second passphrase is typed anew
            self.second.secret.edit.setFocus()
        else:
            self._fold()
            self._rest.end()
        self.failed.emit(error)


def _look(session: OpenVault) -> tuple[int, CannotBeReached, bool]:
    is_asked = is_second_asked(session, GuardedAct.ERASE_EVERYTHING)
    return count_reports(session), what_cannot_be_reached(session, None), is_asked


def _erase(session: OpenVault, typed: str, second: bytearray | None, with_settings: bool) -> CannotBeReached:
    with wiped(second):
        return erase_everything(session, typed, second, with_settings=with_settings)
