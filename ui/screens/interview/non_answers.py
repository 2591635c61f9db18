"""The four equal answers. None is larger, earlier or louder than another."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QGroupBox, QWidget

from intake.answers.model import AnswerStatus
from ui.accessibility import give_name
from ui.answer_widgets.roving_focus import RovingFocus
from ui.shared_widgets.choice_button import ChoiceButton
from ui.shared_widgets.flow_layout import FlowLayout
from ui.style.roles import Role, set_role

_ORDER = (AnswerStatus.NOT_KNOWN, AnswerStatus.DECLINED, AnswerStatus.SKIPPED, AnswerStatus.LATER)


class NonAnswers(QGroupBox):
    """Pressing the chosen one again takes it back."""

    chosen = Signal(object)  # AnswerStatus
    taken_back = Signal()
    go_on_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        set_role(self, Role.PLAIN)
        self._buttons = [ChoiceButton("", Role.NONANSWER) for _ in _ORDER]
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        row = FlowLayout(self, gap=6)
        for number, button in enumerate(self._buttons):
            button.setAutoExclusive(True)  # inside a group only a word for a screen reader
            self._group.addButton(button, number)
            row.addWidget(button)
        self._roving = RovingFocus(self._buttons, self)
        self._roving.columns = len(self._buttons)
        self._group.idClicked.connect(self._on_clicked)
        self._roving.enter_on_chosen.connect(self.go_on_wanted)
        self.retranslate()

    def show_status(self, status: AnswerStatus | None) -> None:
        """Check the one that was given, if any. Emits nothing."""
        for button, one in zip(self._buttons, _ORDER, strict=True):
            button.setChecked(one is status)
        self._roving.settle()

    def status(self) -> AnswerStatus | None:
        """The one that is checked."""
        return next((one for button, one in zip(self._buttons, _ORDER, strict=True) if button.isChecked()), None)

    def first_focus(self) -> QWidget:
        """The one given, else the first."""
        return next((button for button in self._buttons if button.isChecked()), self._buttons[0])

    def stops(self) -> list[QWidget]:
        """All four: the arrows move among them, Tab comes to one."""
        return list(self._buttons)

    def retranslate(self) -> None:
        """Set every text anew."""
        give_name(self, self.tr("Or, just as good"))
        words = (
            self.tr("I don’t know"),  # noqa: RUF001 - an apostrophe as printed
            self.tr("I’d rather not say"),  # noqa: RUF001 - an apostrophe as printed
            self.tr("Skip"),
            self.tr("Come back later"),
        )
        for button, text in zip(self._buttons, words, strict=True):
            button.setText(text)
            give_name(button, text)

    @Slot(int)
    def _on_clicked(self, number: int) -> None:
        if self._buttons[number].isChecked():
            self.chosen.emit(_ORDER[number])
        else:
            self.taken_back.emit()
