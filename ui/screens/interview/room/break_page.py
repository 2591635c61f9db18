"""A break: a calm, almost empty page. Nothing of the report is on it; the desk still locks by itself."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QLocale, Qt, QTime, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from intake.actions.interview.grounding import Grounding
from ui.accessibility import give_name
from ui.shared_widgets.choice_button import WrappingButton
from ui.shared_widgets.flow_layout import button_row
from ui.shared_widgets.scroll_column import ScrollColumn
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.large_words import large_size, make_large
from ui.style.roles import Role, set_role

_ABOUT = 5  # minutes


class BreakPage(QFrame):
    """Blank but for the way on; the card comes when it is asked for."""

    close_wanted = Signal()
    hide_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        set_role(self, Role.PLAIN)
        self.title = WrappedLabel("", Role.TITLE)
        self.lead = WrappedLabel()
        self.steps = QWidget()
        self._step_column = QVBoxLayout(self.steps)
        self.end = WrappedLabel()
        self._words = QWidget()
        self.blank = WrappingButton("", Role.SECONDARY)
        self.since = WrappedLabel("", Role.HINT)
        self._began = QTime()
        self.go_on = WrappingButton("", Role.SECONDARY)
        self.lock = WrappingButton("", Role.SECONDARY)
        self.reading = ScrollColumn(is_centred=True, characters=110)
        self._build()
        self.blank.clicked.connect(self._on_blank)
        self.go_on.clicked.connect(self.close_wanted)
        self.lock.clicked.connect(self.hide_wanted)
        self.retranslate()

    def begin(self, now: datetime) -> None:
        """For staff at the edge of the page: that there is a break, and about since when. No clock runs."""
        minutes = round((now.hour * 60 + now.minute) / _ABOUT) * _ABOUT
        self._began = QTime(0, 0).addSecs(minutes * 60)
        self._say_since()

    def show_card(self, card: Grounding) -> None:
        """The words for calming down."""
        self._clear()
        self.title.setText(card.title)
        self.lead.setText(card.lead)
        self.end.setText(card.end)
        for step in card.steps:
            label = WrappedLabel(step)
            self._step_column.addWidget(label)
            label.show()
        self._words.show()
        self.blank.show()
        self._fit()

    def first_focus(self) -> QWidget:
        """The way on, for when both are ready."""
        return self.go_on

    def stops(self) -> list[QWidget]:
        """Everything the Tab key comes to, from top to bottom."""
        return [self.blank, self.go_on, self.lock]

    def empty(self) -> None:
        """Take the words away."""
        self._clear()
        self._began = QTime()
        for label in (self.title, self.lead, self.end, self.since):
            label.setText("")

    def retranslate(self) -> None:
        """Set every text of ours anew; the card comes again in the other language."""
        self.blank.setText(self.tr("Only a blank page"))
        self.go_on.setText(self.tr("Go on when you are ready"))
        self.lock.setText(self.tr("Hide and lock"))
        for button in (self.blank, self.go_on, self.lock):
            give_name(button, button.text())
        self._say_since()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """The words grow with the window."""
        super().resizeEvent(event)
        self._fit()

    def _build(self) -> None:
        self._step_column.setContentsMargins(0, 0, 0, 0)
        self._step_column.setSpacing(16)
        self.reading.column.addStretch(1)
        words = QVBoxLayout(self._words)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(24)
        for part in (self.title, self.lead, self.steps, self.end):
            words.addWidget(part)
        self.reading.add(self._words)
        self.reading.column.addStretch(2)
        column = QVBoxLayout(self)
        column.setContentsMargins(48, 32, 48, 24)
        column.setSpacing(16)
        column.addWidget(self.reading, 1)
        column.addWidget(self.since)
        column.addWidget(button_row(self.blank, self.go_on, self.lock))

    def _clear(self) -> None:
        while (item := self._step_column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _say_since(self) -> None:
        if self._began.isValid():
            words = self.tr("A break, since about {time}: afterwards you are back at the same question.")
            time = QLocale().toString(self._began, QLocale.FormatType.ShortFormat)
            self.since.setText(words.format(time=time))

    def _fit(self) -> None:
        make_large(self.reading, large_size(self.size()))

    def _on_blank(self) -> None:
        self._words.hide()
        self.blank.hide()
        self.go_on.setFocus(Qt.FocusReason.TabFocusReason)
