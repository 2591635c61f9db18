"""The neutral name and the phone of this office, asked for once, before the first page is made."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from intake.actions.vault.office import Office
from ui.shared_widgets.choice_button import WrappingButton
from ui.shared_widgets.flow_layout import FlowLayout
from ui.shared_widgets.form_parts import Field
from ui.shared_widgets.scroll_column import ScrollColumn
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.roles import Role


class OfficeForm(QWidget):
    """Two lines and one button."""

    office_given = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        scroll = ScrollColumn()
        self._why = WrappedLabel()
        self.name = Field()
        self.phone = Field()
        self._hint = WrappedLabel("", Role.HINT)
        self.keep = WrappingButton("", Role.PRIMARY)
        foot = QWidget()
        FlowLayout(foot).addWidget(self.keep)
        for part in (self._why, self.name, self._hint, self.phone, foot):
            scroll.add(part)
        scroll.column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)
        self._shown: Office | None = None
        self.keep.clicked.connect(self._on_keep)
        self.name.edit.returnPressed.connect(self._on_keep)
        self.phone.edit.returnPressed.connect(self._on_keep)
        self.retranslate()

    def show_office(self, office: Office | None) -> None:
        """Show what is known already, once; what is being written is left alone."""
        if office is None or office == self._shown:
            return
        self._shown = office
        self.name.edit.setText(office.programme_name)
        self.phone.edit.setText(office.phone)

    def first_focus(self) -> QWidget:
        """The line that is still empty."""
        return self.phone.edit if self.name.text() and not self.phone.text() else self.name.edit

    def clear(self) -> None:
        """Empty both lines."""
        self.name.edit.clear()
        self.phone.edit.clear()

    def retranslate(self) -> None:
        """Set the words in the language of the screen."""
        self._why.setText(
            self.tr("Every page says who wrote it. Choose a name that tells nothing about the people you help.")
        )
        self.name.show_label(self.tr("Name of the office on the page"))
        self._hint.setText(self.tr("A plain name, such as a street or a tree. It is asked for once."))
        self.phone.show_label(self.tr("Phone of the office"))
        self.keep.setText(self.tr("Keep and show the page"))

    @Slot()
    def _on_keep(self) -> None:
        self.office_given.emit(Office(programme_name=self.name.text(), phone=self.phone.text()))
