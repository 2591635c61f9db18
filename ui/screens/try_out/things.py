"""The facts to try: each a question with its values, of which any or none can be pressed."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from intake.actions.interview.page import OptionWords
from intake.actions.protections.try_out import ThingToTry
from ui.answer_widgets.option_group import OptionGroup
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.roles import Role


class TriedThing(QWidget):
    """Pressing a value that holds takes it back; where one excludes the others, the others go."""

    changed = Signal()

    def __init__(self, thing: ThingToTry, values: tuple[str, ...] = ()) -> None:
        super().__init__()
        self.id = thing.id
        self._takes_several = thing.takes_several
        self._values = values
        options = tuple(OptionWords(value, words) for value, words in thing.choices)
        self.group = OptionGroup(thing.label, options, is_single=not thing.takes_several)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(WrappedLabel(thing.label, Role.STRONG))
        column.addWidget(self.group)
        self.group.choose(values)
        self.group.option_used.connect(self._on_used)

    @property
    def values(self) -> tuple[str, ...]:
        """What is taken to be so; empty when nothing is said."""
        return self._values

    def clear(self) -> None:
        """Take it all back, without telling anybody."""
        self._values = ()
        self.group.choose(())

    @Slot(object)
    def _on_used(self, value: str) -> None:
        if value in self._values:
            self._values = tuple(one for one in self._values if one != value)
        else:
            self._values = (*self._values, value) if self._takes_several else (value,)
        self.group.choose(self._values)
        self.changed.emit()
