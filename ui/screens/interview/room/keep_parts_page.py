"""Keep some parts: which stay is chosen, then what goes is named once more, and only a yes erases it."""

from __future__ import annotations

from enum import Enum, auto
from itertools import pairwise

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from intake.actions.erasing.keep_parts import BeforeKeeping
from intake.actions.erasing.what_cannot_be_reached import CannotBeReached
from ui.accessibility import announce, give_name
from ui.background.at_rest import AtRest
from ui.screens.interview.room.parts_to_keep import PartsToKeep
from ui.shared_widgets.choice_button import WrappingButton
from ui.shared_widgets.flow_layout import button_row
from ui.shared_widgets.notice_bar import NoticeBar
from ui.shared_widgets.out_of_reach_list import OutOfReachList
from ui.shared_widgets.scroll_column import ScrollColumn
from ui.shared_widgets.second_person import SecondPerson
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.roles import Role, set_role


class _Step(Enum):
    CHOOSING = auto()
    ASKING = auto()
    DONE = auto()


class KeepPartsPage(QFrame):
    """Two steps, so that one press never erases."""

    close_wanted = Signal()
    erase_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        set_role(self, Role.PLAIN)
        self._shown: BeforeKeeping | None = None
        self._step = _Step.CHOOSING
        self.title = WrappedLabel("", Role.TITLE)
        self.words = WrappedLabel()
        self.notice = NoticeBar()
        self.parts = PartsToKeep()
        self.left = OutOfReachList()
        self.second = SecondPerson()
        self.back = WrappingButton("", Role.SECONDARY)
        self.go_on = WrappingButton("", Role.SECONDARY)
        self.choose_again = WrappingButton("", Role.SECONDARY)
        self.erase = WrappingButton("", Role.DESTROY)
        self._build()
        self._rest = AtRest(self.second, self._last)
        self.back.clicked.connect(self.close_wanted)
        self.go_on.clicked.connect(self._on_go_on)
        self.choose_again.clicked.connect(self._on_choose_again)
        self.erase.clicked.connect(self._on_erase)
        self.parts.changed.connect(self._show)
        self.retranslate()

    def ask(self, shown: BeforeKeeping) -> None:
        """The parts to choose from."""
        self.empty()
        self._shown = shown
        self.left.show_left(shown.before.out_of_reach)
        self.parts.show_parts(shown.parts, frozenset(part.id for part in shown.parts))
        self._show()

    def reword(self, shown: BeforeKeeping) -> None:
        """The same parts in another language."""
        self._shown = shown
        self.parts.reword(shown.parts)
        self._show()

    def show_done(self, left: CannotBeReached) -> None:
        """The others are gone."""
        self._rest.end()
        self._step = _Step.DONE
        self.left.show_left(left)
        self._show()
        self.back.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, self.words.text())

    def show_trouble(self, error: Exception) -> None:
        """Say why nothing, or not all, went."""
        self._rest.end()
        self.notice.show_error(error)
        self._step = _Step.DONE if getattr(error, "code", "") == "erase_unfinished" else self._step
        self._show()
        self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def first_focus(self) -> QWidget:
        """The parts; when it is asked, the way that erases nothing."""
        if self._step is _Step.CHOOSING and self._may_choose:
            return self.parts.first_focus()
        return self.choose_again if self._step is _Step.ASKING else self.back

    def stops(self) -> list[QWidget]:
        """Everything the Tab key comes to, from top to bottom."""
        inside = [part for one in (self.notice, self.parts, self.second) for part in one.findChildren(QWidget)]
        fields = [one for one in inside if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
        return [*fields, self.choose_again, self.erase, self.go_on, self.back]

    def empty(self) -> None:
        """Forget what was listed and typed."""
        self._rest.end()
        self._shown = None
        self._step = _Step.CHOOSING
        self.notice.hide_notice()
        self.left.clear()
        self.parts.show_parts((), frozenset())
        self._show()

    def retranslate(self) -> None:
        """Set every text of ours anew; the parts come again in the other language."""
        self.go_on.setText(self.tr("Go on"))
        self.choose_again.setText(self.tr("No, choose again"))
        self.erase.setText(self.tr("Yes, erase these parts for good"))
        self.back.setText(self.tr("Back to the question"))
        for button in (self.go_on, self.choose_again, self.erase, self.back):
            give_name(button, button.text())
        self.parts.retranslate()
        self.left.retranslate()
        self.second.retranslate()
        self._say()

    @property
    def _is_held(self) -> bool:
        return self._shown is not None and self._shown.before.held_since is not None

    @property
    def _may_choose(self) -> bool:
        return self._shown is not None and bool(self._shown.parts) and not self._is_held

    def _build(self) -> None:
        reading = ScrollColumn(characters=80)
        self._last = QWidget()
        last = QVBoxLayout(self._last)
        last.setContentsMargins(0, 0, 0, 0)
        last.setSpacing(32)
        for button in (self.choose_again, self.erase):
            last.addWidget(button_row(button))
        for part in (self.title, self.notice, self.words, self.parts, self.left, self.second, self._last):
            reading.add(part)
        reading.column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 24, 32, 24)
        column.setSpacing(16)
        column.addWidget(reading, 1)
        column.addWidget(button_row(self.go_on, self.back))

    @Slot()
    def _show(self) -> None:
        is_choosing, is_asking = self._step is _Step.CHOOSING, self._step is _Step.ASKING
        self.parts.setVisible(is_choosing and self._may_choose)
        self.go_on.setVisible(is_choosing and self._may_choose)
        self.go_on.setEnabled(bool(self.parts.going()))
        self._last.setVisible(is_asking)
        self.back.setVisible(not is_asking)
        self.left.setVisible(not is_choosing)
        self.second.ask(self._shown is not None and self._shown.before.second_asked and is_asking)
        for one, following in pairwise(self.stops()):
            QWidget.setTabOrder(one, following)
        self._say()

    def _say(self) -> None:
        title = self.tr("Keep some parts")
        if self._step is _Step.DONE:
            title = self.tr("Erased")
            words = self.tr("These parts are erased. The others are here, locked.")
        elif self._step is _Step.ASKING:
            title = self.tr("Erase these parts?")
            words = self.tr(
                "These parts go for good, with all that was half typed, and with pages that were begun: {parts}. "
                "There is no way back."
            ).format(parts=self.parts.going())
        elif self._is_held:
            words = self.tr(
                "A court or a lawyer asked for this report. Until they say it is over, nothing of it can be erased."
            )
        elif not self._may_choose:
            words = self.tr("There is nothing here yet that could go.")
        else:
            words = self.tr(
                "The parts that are chosen stay. Press each part that should go. "
                "Before anything goes, you are asked once more."
            )
        self.title.setText(title)
        self.words.setText(words)

    @Slot()
    def _on_go_on(self) -> None:
        self._step = _Step.ASKING
        self._show()
        self.choose_again.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, self.words.text())

    @Slot()
    def _on_choose_again(self) -> None:
        self._step = _Step.CHOOSING
        self.notice.hide_notice()
        self._show()
        self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_erase(self) -> None:
        self.notice.hide_notice()
        self.words.setText(self.tr("Erasing. With many reports this takes a while."))
        announce(self.words, self.words.text())
        self._rest.begin()
        self.erase_wanted.emit()
