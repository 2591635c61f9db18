"""The permissions of this report: to whom, until when, how they stand, and how to take one back."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from intake.actions.referral.sign_release import ReleaseLine
from ui.accessibility import give_name
from ui.permission_words import EXPIRED, VALID, permission_words
from ui.shared_widgets.choice_button import WrappingButton
from ui.shared_widgets.flow_layout import FlowLayout
from ui.shared_widgets.icon import Icon
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.roles import Role, set_role


class ReleaseRow(QFrame):
    """One permission."""

    taken_back = Signal(str)
    happened = Signal(str)

    def __init__(self, line: ReleaseLine, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line = line
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 8, 0, 8)
        row.setSpacing(12)
        icon, colour = {VALID: ("full", "holds"), EXPIRED: ("clock", "ink_soft")}.get(line.state, ("none", "ink_soft"))
        row.addWidget(Icon(icon, 20, colour), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(4)
        self._name = WrappedLabel(line.recipient_name, Role.STRONG)
        self._state = WrappedLabel("", Role.HINT)
        words.addWidget(self._name)
        words.addWidget(self._state)
        row.addLayout(words, 1)
        self.button = WrappingButton("")
        self.button.clicked.connect(self._on_clicked)
        holder = QWidget(self)
        self.over = WrappingButton("")
        self.over.clicked.connect(self._on_over)
        buttons = FlowLayout(holder)
        buttons.addWidget(self.button)
        buttons.addWidget(self.over)
        self.over.setVisible(bool(line.event_expiry))
        words.addWidget(holder)
        holder.setVisible(line.state == VALID)
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words in the language of the screen."""
        words = permission_words(self._line)
        if self._line.about:
            words = self.tr("About: {thing}").format(thing=self._line.about) + f". {words}"
        self._state.setText(words)
        self.over.setText(self.tr("This has happened"))
        give_name(
            self.over, self.tr("This has happened: {event}").format(event=self._line.event_expiry), self._state.text()
        )
        self.button.setText(self.tr("Take back permission"))
        spoken = self.tr("Take back permission: {place}").format(place=self._line.recipient_name)
        give_name(self.button, spoken, self._state.text())

    @Slot()
    def _on_clicked(self) -> None:
        self.taken_back.emit(self._line.id)

    @Slot()
    def _on_over(self) -> None:
        self.happened.emit(self._line.id)


class ReleasesList(QWidget):
    """All permissions, or a sentence that there is none yet."""

    taken_back = Signal(str)
    happened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._title = WrappedLabel("", Role.HEADING)
        self._none = WrappedLabel("", Role.HINT)
        self._column.addWidget(self._title)
        self._column.addWidget(self._none)
        self._lines: tuple[ReleaseLine, ...] = ()
        self._rows: list[ReleaseRow] = []
        self._rules: list[QFrame] = []
        self.retranslate()

    def show_releases(self, lines: tuple[ReleaseLine, ...], then_focus: QWidget) -> None:
        """Show the permissions as they stand now; the keyboard goes on to ``then_focus`` when its row is made anew."""
        self._none.setVisible(not lines)
        if lines == self._lines:
            return
        if any(row.button.hasFocus() or row.over.hasFocus() for row in self._rows):
            then_focus.setFocus(Qt.FocusReason.OtherFocusReason)
        for old in (*self._rows, *self._rules):
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._lines, self._rows, self._rules = lines, [], []
        for line in lines:
            if self._rows:
                self._rules.append(QFrame())
                set_role(self._rules[-1], Role.LINE)
                self._column.addWidget(self._rules[-1])
            row = ReleaseRow(line)
            row.taken_back.connect(self.taken_back)
            row.happened.connect(self.happened)
            self._rows.append(row)
            self._column.addWidget(row)

    def retranslate(self) -> None:
        """Set the words in the language of the screen."""
        self._title.setText(self.tr("Permissions in this report"))
        self._none.setText(self.tr("None yet. Each one you record shows here, and can be taken back here."))
        for row in self._rows:
            row.retranslate()
