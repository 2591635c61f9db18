"""What the office promises: each promise a tick, and under it what the person must do for it and where it stands."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from intake.protections.own.choices import EFFECTS
from intake.protections.own.form import PromiseTicks
from ui.accessibility import give_name
from ui.languages.core_words import core_words
from ui.shared_widgets.form_parts import Field, TickLine
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.roles import Role

_INSET = 32  # px


class PromisePart(QWidget):
    """One promise; the rest of it shows once it is ticked."""

    def __init__(self) -> None:
        super().__init__()
        self.tick = TickLine()
        self.needs_report = TickLine()
        self.needs_truth = TickLine()
        self.locator = Field()
        self._more = QWidget()
        inner = QVBoxLayout(self._more)
        inner.setContentsMargins(_INSET, 0, _INSET, 8)
        for part in (self.needs_report, self.needs_truth, self.locator):
            inner.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.tick)
        column.addWidget(self._more)
        self._more.hide()
        self.tick.box.toggled.connect(self._on_toggled)

    @Slot(bool)
    def _on_toggled(self, is_ticked: bool) -> None:
        self._more.setVisible(is_ticked)


class PromisesPart(QWidget):
    """Every promise that can be ticked."""

    def __init__(self) -> None:
        super().__init__()
        self._question = WrappedLabel("", Role.STRONG)
        self.parts = {effect.value: PromisePart() for effect in EFFECTS}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._question)
        for part in self.parts.values():
            column.addWidget(part)

    def retranslate(self) -> None:
        """Set every text in the language of the screen."""
        self._question.setText(self.tr("What does the office promise?"))
        for effect, words in EFFECTS.items():
            part = self.parts[effect.value]
            part.tick.show_words(core_words(words.tick))
            part.needs_report.show_words(self.tr("Only for people who report"))
            part.needs_truth.show_words(self.tr("Only for a true account"))
            part.locator.show_label(self.tr("Where in the text is this? Such as: page 2, first line"))
            for line in (part.needs_report.box, part.needs_truth.box, part.locator.edit):
                give_name(line, line.accessibleName(), core_words(words.tick))

    def choose(self, promises: Iterable[PromiseTicks]) -> None:
        """Show these promises."""
        ticked = {promise.effect: promise for promise in promises}
        for effect, part in self.parts.items():
            promise = ticked.get(effect, PromiseTicks(effect))
            part.tick.box.setChecked(effect in ticked)
            part.needs_report.box.setChecked(promise.needs_report)
            part.needs_truth.box.setChecked(promise.needs_truth)
            part.locator.edit.setText(promise.locator)

    def chosen(self) -> tuple[PromiseTicks, ...]:
        """What is ticked."""
        return tuple(
            PromiseTicks(effect, part.locator.text(), part.needs_report.is_ticked, part.needs_truth.is_ticked)
            for effect, part in self.parts.items()
            if part.tick.is_ticked
        )
