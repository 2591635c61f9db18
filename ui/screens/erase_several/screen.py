"""Erase several reports: choose them, see what goes and what cannot be reached, type how many, one last button."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from intake.errors import Defect
from ui.accessibility import announce
from ui.app_state import AppState
from ui.screen import Screen, Wish
from ui.screens.erase_several.chooser import Chooser
from ui.screens.erase_several.presenter import erase, look, reports
from ui.screens.erase_several.review import Review
from ui.shared_widgets.choice_button import WrappingButton
from ui.shared_widgets.flow_layout import FlowLayout
from ui.shared_widgets.notice_bar import NoticeBar
from ui.shared_widgets.out_of_reach_list import OutOfReachList
from ui.shared_widgets.scroll_column import ScrollColumn
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.roles import Role

if TYPE_CHECKING:
    from intake.actions.cases.cases import CaseLine
    from intake.actions.erasing.erase_several import BeforeErasingSeveral
    from intake.actions.erasing.what_cannot_be_reached import CannotBeReached


def build(state: AppState, wish: Wish) -> EraseSeveralScreen:
    """The screen; nothing is chosen yet."""
    del wish
    return EraseSeveralScreen(state)


class EraseSeveralScreen(Screen):
    """Two steps, one of them seen at a time, and then the word that it is done."""

    def __init__(self, state: AppState) -> None:
        super().__init__(state)
        if state.session is None:
            raise Defect("erasing needs an open vault")
        self._session = state.session
        self._is_done = False
        self.title = WrappedLabel("", Role.TITLE)
        self.back = WrappingButton("", Role.SECONDARY)
        self.notice = NoticeBar()
        self.chooser = Chooser(state.clock.today())
        self.review = Review()
        self.done = WrappedLabel()
        self.left = OutOfReachList()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(48, 32, 48, 24)
        self._scroll = ScrollColumn()
        whole.addWidget(self._scroll)
        first = QWidget()
        FlowLayout(first, gap=12).addWidget(self.back)
        for part in (self.title, first, self.notice, self.chooser, self.review, self.done, self.left):
            self._scroll.add(part)
        self._scroll.column.addStretch(1)
        self._connect()
        self._choose()
        self.retranslate()
        state.runner.run(partial(reports, self._session), self, self._on_listed, self.show_error)

    def first_focus(self) -> QWidget:
        """The way back: Enter by mistake changes nothing."""
        return self.back

    def leave(self) -> None:
        """Forget what was chosen, typed and listed."""
        self.chooser.show_reports(())
        self.review.forget()
        self.left.clear()

    @Slot(object)
    def show_error(self, error: Exception) -> None:
        """Say what went wrong; where the reports are gone all the same, offer the way back alone."""
        self.done.hide()
        self.review.setEnabled(True)
        self.notice.show_error(error)
        code = str(getattr(error, "code", ""))
        if code == "erase_unfinished":
            self._show_done()
            self.done.hide()
            return
        if code.startswith("second_"):
            self.review.second.secret.edit.setFocus()
        self._scroll.ensureWidgetVisible(self.notice)

    def retranslate(self) -> None:
        """Set every text in the language of the screen."""
        self.title.setText(self.tr("Erase several reports"))
        self.back.setText(self.tr("Back to Today") if self._is_done else self.tr("Keep them, go back"))
        for part in (self.chooser, self.review, self.left):
            part.retranslate()

    def _connect(self) -> None:
        self.back.clicked.connect(self._on_back)
        self.chooser.go_on.connect(self._on_go_on)
        self.review.others_wanted.connect(self._on_others_wanted)
        self.review.erase_wanted.connect(self._on_erase)

    def _choose(self) -> None:
        for part in (self.review, self.done, self.left):
            part.hide()
        self.chooser.show()

    def _show_done(self) -> None:
        self._is_done = True
        self.chooser.show_reports(())
        self.review.forget()
        for part in (self.chooser, self.review):
            part.hide()
        self.retranslate()
        self.back.setFocus()

    @Slot(object)
    def _on_listed(self, lines: tuple[CaseLine, ...]) -> None:
        self.chooser.show_reports(lines)

    @Slot()
    def _on_back(self) -> None:
        self.go_to.emit(Wish("today"))

    @Slot()
    def _on_go_on(self) -> None:
        self.notice.hide_notice()
        job = partial(look, self._session, self.chooser.model.chosen)
        self.state.runner.run(job, self, self._on_looked, self.show_error)

    @Slot(object)
    def _on_looked(self, before: BeforeErasingSeveral) -> None:
        self.review.show_before(before)
        self.chooser.hide()
        self.review.show()
        self.review.others.setFocus()
        announce(self.review.goes, self.review.held.text() if before.held else self.review.goes.text())

    @Slot()
    def _on_others_wanted(self) -> None:
        self.notice.hide_notice()
        self.review.forget()
        self._choose()
        self.chooser.list.setFocus()

    @Slot()
    def _on_erase(self) -> None:
        self.notice.hide_notice()
        self.review.setEnabled(False)
        self.done.setText(self.tr("Erasing. With many reports this takes a while."))
        self.done.show()
        announce(self.done, self.done.text())
        review = self.review
        job = partial(erase, self._session, self.chooser.model.chosen, review.typed.text(), review.second.take())
        self.state.runner.run(job, self, self._on_erased, self.show_error, is_write=True)

    @Slot(object)
    def _on_erased(self, left: CannotBeReached) -> None:
        self._show_done()
        self.done.setText(self.tr("They are erased. This vault holds no word of them now."))
        self.done.show()
        self.left.show_left(left)
        self.left.show()
        announce(self.done, self.done.text())
