"""Erase a report: what should go, what cannot be reached, its name typed, one last button."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from intake.errors import Defect
from ui.accessibility import announce, give_name
from ui.app_state import AppState
from ui.screen import Screen, Wish
from ui.screens.erase.hold_card import HoldCard
from ui.screens.erase.presenter import WHOLE, WORDS, change_hold, erase, look
from ui.shared_widgets.choice_button import WrappingButton
from ui.shared_widgets.flow_layout import FlowLayout
from ui.shared_widgets.form_parts import ChoiceGroup, Field
from ui.shared_widgets.notice_bar import NoticeBar
from ui.shared_widgets.out_of_reach_list import OutOfReachList
from ui.shared_widgets.scroll_column import ScrollColumn
from ui.shared_widgets.second_person import SecondPerson
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.roles import Role

if TYPE_CHECKING:
    from intake.actions.erasing.before_erasing import BeforeErasing
    from intake.actions.erasing.what_cannot_be_reached import CannotBeReached


def build(state: AppState, wish: Wish) -> EraseScreen:
    """The erase screen of one report."""
    is_from_interview = wish.args.get("from") == "interview"
    return EraseScreen(
        state, str(wish.args["case_id"]), str(wish.args.get("what", "")), is_from_interview=is_from_interview
    )


class EraseScreen(Screen):
    """Nothing is chosen at first, and the last button does nothing until the name of the report is typed."""

    def __init__(self, state: AppState, case_id: str, what: str = "", *, is_from_interview: bool = False) -> None:
        super().__init__(state)
        if state.session is None:
            raise Defect("the erase screen needs an open vault")
        self._session = state.session
        self._case_id = case_id
        self._label = ""
        self._wanted = what
        self._is_from_interview = is_from_interview
        self._is_done = False
        self.title = WrappedLabel("", Role.TITLE)
        self.notice = NoticeBar()
        self.hold = HoldCard()
        self.what = ChoiceGroup()
        self.goes = WrappedLabel()
        self.left = OutOfReachList()
        self.typed = Field()
        self.second = SecondPerson()
        self.back = WrappingButton("", Role.SECONDARY)
        self.erase = WrappingButton("", Role.DESTROY)
        self._build()
        self._connect()
        self.retranslate()
        state.runner.run(partial(look, self._session, case_id), self, self._on_looked, self.show_error)

    def first_focus(self) -> QWidget:
        """The way back: Enter by mistake changes nothing."""
        return self.back

    def leave(self) -> None:
        """Empty the lines and forget what was listed."""
        self.typed.edit.clear()
        self.second.secret.clear()
        self.left.clear()
        self._label = ""

    @Slot(object)
    def show_error(self, error: Exception) -> None:
        """Say what went wrong; where the report is gone all the same, offer the way back alone."""
        self._say_what_goes()
        self.notice.show_error(error)
        if getattr(error, "code", "") == "erase_unfinished":
            self._show_done()
            self.goes.hide()
        self._ready()

    def retranslate(self) -> None:
        """Set every text in the language of the screen."""
        self.title.setText(self.tr("Erase report {label}").format(label=self._label))
        self.back.setText(self.tr("Back to Today") if self._is_done else self.tr("Keep it, go back"))
        words = (WORDS, self.tr("Only the person's own words"))
        self.what.show_choices(self.tr("What should go?"), (words, (WHOLE, self.tr("The whole report"))))
        self.typed.show_label(self.tr("To go on, type the name of the report: {label}").format(label=self._label))
        give_name(self.typed.edit, self.tr("Name of the report"), self._label)
        self.erase.setText(self.tr("Erase for good"))
        self.second.retranslate()
        self.hold.retranslate()
        self.left.retranslate()
        self._say_what_goes()

    def _build(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(48, 32, 48, 24)
        scroll = ScrollColumn()
        whole.addWidget(scroll)
        first, last = QWidget(), QWidget()
        FlowLayout(first, gap=12).addWidget(self.back)
        FlowLayout(last, gap=12).addWidget(self.erase)
        for part in (self.title, first, self.notice, self.hold, self.what, self.goes, self.left):
            scroll.add(part)
        for part in (self.typed, self.second, last):
            scroll.add(part)
        scroll.column.addStretch(1)
        self.erase.setEnabled(False)

    def _connect(self) -> None:
        self.back.clicked.connect(self._on_back)
        self.hold.hold_wanted.connect(self._on_hold_wanted)
        self.what.chosen.connect(self._on_chosen)
        self.typed.edit.textChanged.connect(self._on_typed)
        self.erase.clicked.connect(self._on_erase)

    def _ready(self) -> None:
        """The last button waits for a choice and for the name, and never works against a hold."""
        is_named = bool(self._label) and self.typed.text().casefold() == self._label.casefold()
        self.erase.setEnabled(is_named and bool(self.what.value()) and not self.hold.is_held and not self._is_done)

    def _say_what_goes(self) -> None:
        if self._is_done:
            self.goes.setText(self.tr("It is erased. This vault holds no word of it now."))
            return
        match self.what.value():
            case "words":
                words = self.tr(
                    "All longer texts and all half-typed text go. Choices, days and permissions stay, and so do "
                    "short facts such as a name to use."
                )
            case "whole":
                words = self.tr(
                    "All answers, all text, all permissions and the report itself go. There is no way back."
                )
            case _:
                words = ""
        self.goes.setText(words)
        self.goes.setVisible(bool(words))

    def _show_done(self) -> None:
        self._is_done = True
        for part in (self.hold, self.what, self.typed, self.erase):
            part.hide()
        self.second.ask(False)
        self.typed.edit.clear()
        self.retranslate()

    @Slot(object)
    def _on_looked(self, before: BeforeErasing) -> None:
        self._label = before.case_label
        self.hold.show_hold(before.held_since, before.hold_ended)
        self.left.show_left(before.out_of_reach)
        for part in (self.what, self.typed):
            part.setVisible(not self.hold.is_held)
        self.second.ask(before.second_asked and not self.hold.is_held)
        self.erase.setVisible(not self.hold.is_held)
        self.retranslate()
        if self._wanted:
            self.what.choose(self._wanted)
            self._wanted = ""
            self._say_what_goes()
        self._ready()

    @Slot(bool)
    def _on_hold_wanted(self, is_wanted: bool) -> None:
        self.notice.hide_notice()
        job = partial(change_hold, self._session, self._case_id, is_wanted)
        self.state.runner.run(job, self, self._on_looked, self.show_error, is_write=True)

    @Slot(str)
    def _on_chosen(self, what: str) -> None:
        del what
        self._say_what_goes()
        announce(self.goes, self.goes.text())
        self._ready()

    @Slot(str)
    def _on_typed(self, text: str) -> None:
        del text
        self._ready()

    @Slot()
    def _on_back(self) -> None:
        if self._is_from_interview and not self._is_done:
            self.go_to.emit(Wish("interview", {"case_id": self._case_id}))
        else:
            self.go_to.emit(Wish("today"))

    @Slot()
    def _on_erase(self) -> None:
        self.erase.setEnabled(False)
        self.notice.hide_notice()
        self.goes.setText(self.tr("Erasing. With many reports this takes a while."))
        announce(self.goes, self.goes.text())
        chosen = (self.what.value(), self.typed.text(), self.second.take())
        job = partial(erase, self._session, self._case_id, *chosen)
        self.state.runner.run(job, self, self._on_erased, self.show_error, is_write=True)

    @Slot(object)
    def _on_erased(self, left: CannotBeReached) -> None:
        self._show_done()
        self.left.show_left(left)
        self.goes.show()
        self.back.setFocus()
        announce(self.goes, self.goes.text())
