"""The small parts that forms are made of: one choice among several, a tick, one line to write, a group of them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QCheckBox, QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from ui.accessibility import give_name
from ui.answer_widgets.guarded_edits import GuardedLine
from ui.lens.wording_check import WordingCheck
from ui.shared_widgets.choice_button import ChoiceButton
from ui.shared_widgets.flow_layout import FlowLayout
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.roles import Role

Choice = tuple[str, str]  # id, words
_LONGEST = 32_767  # letters in one line, as Qt has it


class ChoiceGroup(QWidget):
    """A question and its choices side by side; exactly one can be chosen. Arrow keys move among them."""

    chosen = Signal(str)

    def __init__(self, role: Role = Role.OPTION, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._role = role
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._question = WrappedLabel("", Role.STRONG)
        self._row = QWidget()
        self._flow = FlowLayout(self._row, gap=8)
        column.addWidget(self._question)
        column.addWidget(self._row)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, ChoiceButton] = {}
        self._group.buttonClicked.connect(self._on_clicked)

    def show_choices(self, question: str, choices: tuple[Choice, ...]) -> None:
        """Put the question and its choices; a choice made before stays when it is still there."""
        self._question.setText(question)
        self._question.setVisible(bool(question))
        before = self.value()
        if tuple(self._buttons) != tuple(name for name, _ in choices):
            self._make(choices)
        for name, words in choices:
            self._buttons[name].setText(words)
            give_name(self._buttons[name], words, question)
        self.choose(before)

    def choose(self, name: str) -> None:
        """Mark one choice ("" for none) without telling anybody."""
        if name in self._buttons:
            self._buttons[name].setChecked(True)
            return
        self._group.setExclusive(False)
        for button in self._buttons.values():
            button.setChecked(False)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # Qt took Tab away from all but the checked one
        self._group.setExclusive(True)

    def value(self) -> str:
        """The id chosen, or "" for none yet."""
        return next((name for name, button in self._buttons.items() if button.isChecked()), "")

    def first(self) -> QWidget | None:
        """The first choice, for the keyboard."""
        return next(iter(self._buttons.values()), None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Arrow keys go through the choices in order: Qt's own go by place and miss some when the rows wrap."""
        buttons = list(self._buttons.values())
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress or watched not in buttons:
            return super().eventFilter(watched, event)
        forward = -1 if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else 1
        steps = {
            Qt.Key.Key_Right.value: forward,
            Qt.Key.Key_Left.value: -forward,
            Qt.Key.Key_Down.value: 1,
            Qt.Key.Key_Up.value: -1,
        }
        step = steps.get(event.key(), 0)
        place = next(number for number, button in enumerate(buttons) if button is watched) + step
        if step and 0 <= place < len(buttons):
            buttons[place].setFocus(Qt.FocusReason.TabFocusReason)
            buttons[place].click()
        return step != 0

    def _make(self, choices: tuple[Choice, ...]) -> None:
        for button in self._buttons.values():
            self._group.removeButton(button)
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = {}
        for name, words in choices:
            button = ChoiceButton(words, self._role)
            button.installEventFilter(self)
            button.setAutoExclusive(True)  # the group decides; this tells those who hear it that one is chosen
            self._buttons[name] = button
            self._group.addButton(button)
            self._flow.addWidget(button)

    @Slot(QAbstractButton)
    def _on_clicked(self, button: QAbstractButton) -> None:
        del button
        self.chosen.emit(self.value())


class DropDown(QComboBox):
    """One choice of a list that opens. Does not turn with the wheel: scrolling past must not change what was chosen."""

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Leave the wheel to the page."""
        event.ignore()


class TickLine(QWidget):
    """A tick whose sentence wraps. The sentence can be clicked as well."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.box = QCheckBox()
        self._words = WrappedLabel()
        row.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1, Qt.AlignmentFlag.AlignVCenter)

    def show_words(self, words: str) -> None:
        """Say what the tick means."""
        self._words.setText(words)
        give_name(self.box, words)

    @property
    def is_ticked(self) -> bool:
        """Whether it is ticked."""
        return self.box.isChecked()

    def clear(self) -> None:
        """Take the tick away."""
        self.box.setChecked(False)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """A click on the sentence is a click on the box."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.box.click()
        super().mouseReleaseEvent(event)


class Field(QWidget):
    """One line to write, under its label."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._label = WrappedLabel("", Role.STRONG)
        self.edit = GuardedLine(_LONGEST)
        self._label.setBuddy(self.edit)
        column.addWidget(self._label)
        column.addWidget(self.edit)
        self._column = column

    def watch_with(self, check: WordingCheck, place: str) -> None:
        """Mark what could harm the person, where people write freely; ``place`` names the field and its case."""
        from ui.lens.box_watch import BoxWatch  # not before a field is watched: the first windows watch none
        from ui.lens.boxes import LineBox

        self._column.addWidget(BoxWatch(LineBox(self.edit), check, place, "", self))

    def show_label(self, words: str) -> None:
        """Say what belongs here."""
        self._label.setText(words)
        give_name(self.edit, words)

    def text(self) -> str:
        """What was written, without space around it."""
        return self.edit.text().strip()


class Group(QWidget):
    """A heading and the few parts that belong to one thought."""

    def __init__(self, *parts: QWidget, role: Role = Role.HEADING) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self._heading = WrappedLabel("", role)
        for part in (self._heading, *parts):
            column.addWidget(part)

    def show_heading(self, words: str) -> None:
        """Say what the group is about."""
        self._heading.setText(words)
