"""When the last look stops a page and people find that it means nothing: a reason, and the person's yes."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.shared_widgets.choice_button import WrappingButton
from ui.shared_widgets.flow_layout import FlowLayout
from ui.shared_widgets.form_parts import Field, TickLine
from ui.shared_widgets.wrapped_label import WrappedLabel


class FalseAlarmForm(QWidget):
    """The button works only once both are there. The reason stays in the report; the log notes only that it was so."""

    save_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self._intro = WrappedLabel()
        self.reason = Field()
        self.agreed = TickLine()
        self.save = WrappingButton("")
        foot = QWidget()
        FlowLayout(foot).addWidget(self.save)
        for part in (self._intro, self.reason, self.agreed, foot):
            column.addWidget(part)
        self.reason.edit.textChanged.connect(self._on_changed)
        self.agreed.box.toggled.connect(self._on_changed)
        self.save.clicked.connect(self.save_wanted)
        self.retranslate()
        self._on_changed()

    def clear(self) -> None:
        """Forget the reason and the yes."""
        self.reason.edit.clear()
        self.agreed.clear()

    def retranslate(self) -> None:
        """Set the words in the language of the screen."""
        self._intro.setText(
            self.tr("Is this a false alarm? Look at the page together first. In doubt, change the page instead.")
        )
        self.reason.show_label(self.tr("Why nothing leaks here"))
        self.agreed.show_words(self.tr("The person has looked at it and says yes"))
        self.save.setText(self.tr("Save it all the same"))

    @Slot()
    def _on_changed(self) -> None:
        self.save.setEnabled(bool(self.reason.text()) and self.agreed.is_ticked)
