"""Stop here: come back another day, or keep nothing. The second asks once, in plain words."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from intake.actions.erasing.before_erasing import BeforeErasing
from ui.accessibility import announce, give_name
from ui.shared_widgets.choice_button import WrappingButton
from ui.shared_widgets.flow_layout import button_row
from ui.shared_widgets.notice_bar import NoticeBar
from ui.shared_widgets.out_of_reach_list import OutOfReachList
from ui.shared_widgets.scroll_column import ScrollColumn
from ui.shared_widgets.second_person import SecondPerson
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.roles import Role, set_role


class StopPage(QFrame):
    """First three ways, as good as each other; then, for keeping nothing, what goes and what stays elsewhere."""

    close_wanted = Signal()
    home_wanted = Signal()
    look_wanted = Signal()
    erase_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        set_role(self, Role.PLAIN)
        self._is_asking = False
        self._is_held = False
        self._is_gone = self._asks_second = False
        self.title = WrappedLabel("", Role.TITLE)
        self.words = WrappedLabel()
        self.notice = NoticeBar()
        self.left = OutOfReachList()
        self.second = SecondPerson()
        self.back = WrappingButton("", Role.SECONDARY)
        self.another_day = WrappingButton("", Role.SECONDARY)
        self.nothing = WrappingButton("", Role.SECONDARY)
        self.keep = WrappingButton("", Role.SECONDARY)
        self.erase = WrappingButton("", Role.DESTROY)
        self._build()
        self.back.clicked.connect(self._on_back)
        self.keep.clicked.connect(self.close_wanted)
        self.another_day.clicked.connect(self.home_wanted)
        self.nothing.clicked.connect(self.look_wanted)
        self.erase.clicked.connect(self._on_erase)
        self.retranslate()
        self._show()

    def begin(self) -> None:
        """The three ways."""
        self.empty()

    def ask(self, before: BeforeErasing) -> None:
        """Say what goes and what stays elsewhere; or that a hold stops it."""
        self._is_asking, self._is_held = True, before.held_since is not None
        self.left.show_left(before.out_of_reach)
        self._asks_second = before.second_asked
        self._show()
        self.first_focus().setFocus(Qt.FocusReason.TabFocusReason)
        announce(self, self.words.text())

    def show_trouble(self, error: Exception, *, is_gone: bool = False) -> None:
        """Nothing was erased; or all is gone and the disk kept traces: then only the way home is left."""
        self.notice.show_error(error)
        self.erase.setEnabled(not is_gone)
        self._is_gone = is_gone
        self._show()
        self.first_focus().setFocus(Qt.FocusReason.TabFocusReason)

    def first_focus(self) -> QWidget:
        """The way that changes nothing."""
        return self.keep if self._is_asking and not self._is_gone and not self._is_held else self.back

    def stops(self) -> list[QWidget]:
        """Everything the Tab key comes to, from top to bottom."""
        inside = [*self.notice.findChildren(QWidget), *self.second.findChildren(QWidget)]
        fields = [one for one in inside if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
        return [*fields, self.another_day, self.nothing, self.keep, self.erase, self.back]

    def empty(self) -> None:
        """Forget what was listed and typed."""
        self._is_asking = self._is_held = self._is_gone = False
        self.notice.hide_notice()
        self.left.clear()
        self._asks_second = False
        self.erase.setEnabled(True)
        self._show()

    def retranslate(self) -> None:
        """Set every text anew."""
        self.back.setText(self.tr("Back to Today") if self._is_gone else self.tr("Back to the question"))
        self.another_day.setText(self.tr("Stop here, come back another day"))
        self.nothing.setText(self.tr("Stop here and keep nothing"))
        self.keep.setText(self.tr("No, keep it"))
        self.erase.setText(self.tr("Erase all of it now"))
        for button in (self.back, self.another_day, self.nothing, self.keep, self.erase):
            give_name(button, button.text())
        self.left.retranslate()
        self.second.retranslate()
        self._say()

    def _build(self) -> None:
        reading = ScrollColumn(characters=80)
        self._ways = QWidget()
        ways = QVBoxLayout(self._ways)
        ways.setContentsMargins(0, 0, 0, 0)
        ways.setSpacing(12)
        for button in (self.another_day, self.nothing):
            ways.addWidget(button_row(button))
        self._last = QWidget()
        last = QVBoxLayout(self._last)
        last.setContentsMargins(0, 0, 0, 0)
        last.setSpacing(32)
        for button in (self.keep, self.erase):
            last.addWidget(button_row(button))
        for part in (self.title, self.notice, self.words, self.left, self._ways, self.second, self._last):
            reading.add(part)
        reading.column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 24, 32, 24)
        column.setSpacing(16)
        column.addWidget(reading, 1)
        column.addWidget(button_row(self.back))
        for one, following in pairwise(self.stops()):
            QWidget.setTabOrder(one, following)

    def _say(self) -> None:
        if self._is_asking and self._is_held:
            self.title.setText(self.tr("It has to be kept for now"))
            self.words.setText(
                self.tr(
                    "A court or a lawyer asked for this report. Until they say it is over, it cannot be erased. "
                    "You can still stop here. Talk to a lawyer about it."
                )
            )
        elif self._is_asking:
            self.title.setText(self.tr("Keep nothing?"))
            self.words.setText(
                self.tr(
                    "All answers, all words, all permissions and the report itself go for good. There is no way back."
                )
            )
        else:
            self.title.setText(self.tr("Stop here?"))
            self.words.setText(
                self.tr(
                    "It is fine to stop at any time. Nobody asks for a reason. "
                    "What was said so far can stay here, locked, or all of it can go."
                )
            )

    def _show(self) -> None:
        self._ways.setVisible(not self._is_asking or self._is_held)
        self.nothing.setVisible(not self._is_asking)
        self._last.setVisible(self._is_asking)
        for button in (self.keep, self.erase):
            button.setVisible(not self._is_gone and not self._is_held)
        self.back.setVisible(not self._is_asking or self._is_held or self._is_gone)
        self.second.ask(self._asks_second and self._is_asking and not self._is_gone and not self._is_held)
        self.back.setText(self.tr("Back to Today") if self._is_gone else self.tr("Back to the question"))
        self.left.setVisible(self._is_asking and not self._is_held)
        self._say()

    @Slot()
    def _on_back(self) -> None:
        (self.home_wanted if self._is_gone else self.close_wanted).emit()

    @Slot()
    def _on_erase(self) -> None:
        self.erase.setEnabled(False)
        self.notice.hide_notice()
        self.words.setText(self.tr("Erasing. With many reports this takes a while."))
        announce(self.words, self.words.text())
        self.erase_wanted.emit()
