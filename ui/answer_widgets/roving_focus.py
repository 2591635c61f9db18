"""One stop for the Tab key in a group of buttons; arrows, digits and letters move inside it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
_HEEDED = (QEvent.Type.FocusIn, QEvent.Type.KeyPress)


class RovingFocus(QObject):
    """Moving never chooses: a passing arrow must not record an answer. Space, Enter and digits choose."""

    enter_on_chosen = Signal()  # Enter on a button that is chosen already

    def __init__(self, buttons: Sequence[QAbstractButton], parent: QWidget, *, has_digits: bool = True) -> None:
        super().__init__(parent)
        self._has_digits = has_digits
        self._buttons = list(buttons)
        self._owner = parent
        self.columns = 1
        for button in self._buttons:
            button.installEventFilter(self)
        self.rest_on(0)

    def settle(self) -> None:
        """After checks were set: Tab comes to the button with the keyboard, else to the first checked, else the first.

        Needed because checking a button in a group makes Qt move its own tab stop there.
        """
        focused = next((n for n, button in enumerate(self._buttons) if button.hasFocus()), None)
        checked = next((n for n, button in enumerate(self._buttons) if button.isChecked()), 0)
        self.rest_on(checked if focused is None else focused)

    def rest_on(self, index: int) -> None:
        """The button at ``index`` is the one that Tab comes to."""
        for number, button in enumerate(self._buttons):
            is_stop = number == index
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_stop else Qt.FocusPolicy.ClickFocus)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Take the keys that move or choose; leave every other to the button."""
        kind = event.type()
        if kind not in _HEEDED or not isinstance(watched, QAbstractButton) or watched not in self._buttons:
            return False
        index = self._buttons.index(watched)
        if kind == QEvent.Type.FocusIn:
            self.rest_on(index)
        if not isinstance(event, QKeyEvent):
            return False
        if event.modifiers() not in (*_PLAIN, Qt.KeyboardModifier.ShiftModifier):
            return False
        return self._moved(event, index) or self._chose(event, index) or self._found(event, index)

    def _moved(self, event: QKeyEvent, index: int) -> bool:
        is_rtl = self._owner.layoutDirection() == Qt.LayoutDirection.RightToLeft
        forward = -1 if is_rtl else 1
        steps = {
            Qt.Key.Key_Right.value: forward,
            Qt.Key.Key_Left.value: -forward,
            Qt.Key.Key_Down.value: self.columns,
            Qt.Key.Key_Up.value: -self.columns,
            Qt.Key.Key_Home.value: -index,
            Qt.Key.Key_End.value: len(self._buttons) - 1 - index,
        }
        if event.key() not in steps:
            return False
        self._go(index + steps[event.key()])
        return True

    def _chose(self, event: QKeyEvent, index: int) -> bool:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._buttons[index].isChecked():
                self.enter_on_chosen.emit()
            else:
                self._buttons[index].click()
            return True
        text = event.text()
        if not self._has_digits or len(text) != 1 or not text.isdecimal() or int(text) == 0:
            return False
        if int(text) <= len(self._buttons) and not event.isAutoRepeat():
            self._go(int(text) - 1)
            self._buttons[int(text) - 1].click()
        return True

    def _found(self, event: QKeyEvent, index: int) -> bool:
        letter = event.text().casefold()
        if len(letter) != 1 or not letter.isalpha():
            return False
        order = [*range(index + 1, len(self._buttons)), *range(index + 1)]
        self._go(next((n for n in order if self._buttons[n].text().casefold().startswith(letter)), index))
        return True

    def _go(self, index: int) -> None:
        if 0 <= index < len(self._buttons):
            self.rest_on(index)
            self._buttons[index].setFocus(Qt.FocusReason.TabFocusReason)
