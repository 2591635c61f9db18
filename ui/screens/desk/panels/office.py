"""The neutral name and the phone that stand on every page."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Slot

from intake.actions.vault.office import Office, read_office, save_office
from intake.errors import Defect
from ui.accessibility import announce
from ui.app_state import AppState
from ui.screens.desk.panel import DeskPanel
from ui.shared_widgets.choice_button import WrappingButton
from ui.shared_widgets.flow_layout import FlowLayout
from ui.shared_widgets.form_parts import Field
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.roles import Role

ORDER = 10


def build(state: AppState) -> OfficePanel:
    """The panel."""
    return OfficePanel(state)


class OfficePanel(DeskPanel):
    """Two lines, one button, and the word that it was kept."""

    def __init__(self, state: AppState) -> None:
        super().__init__(state)
        if state.session is None:
            raise Defect("the office panel needs an open vault")
        self._session = state.session
        self.why = WrappedLabel()
        self.name = Field()
        self.phone = Field()
        self.keep = WrappingButton("", Role.SECONDARY)
        self.kept = WrappedLabel("", Role.HINT)
        for part in (self.why, self.name, self.phone):
            self.column.addWidget(part)
        foot = FlowLayout(gap=12)
        foot.addWidget(self.keep)
        foot.addWidget(self.kept)
        self.column.addLayout(foot)
        self.keep.clicked.connect(self._on_keep)
        state.runner.run(partial(read_office, self._session), self, self._on_read, self.show_error)

    def leave(self) -> None:
        """Empty both lines."""
        self.name.edit.clear()
        self.phone.edit.clear()

    def retranslate(self) -> None:
        """Set every text in the language of the screen."""
        self.heading.setText(self.tr("The office on every page"))
        self.why.setText(
            self.tr("Every page says who wrote it. Choose a name that tells nothing about the people you help.")
        )
        self.name.show_label(self.tr("Name of the office on the page"))
        self.phone.show_label(self.tr("Phone of the office"))
        self.keep.setText(self.tr("Keep"))
        self.kept.setText("")

    @Slot()
    def _on_keep(self) -> None:
        self.kept.setText("")
        self.notice.hide_notice()
        job = partial(save_office, self._session, Office(self.name.text(), self.phone.text()))
        self.state.runner.run(job, self, self._on_kept, self.show_error, is_write=True)

    @Slot(object)
    def _on_read(self, office: Office) -> None:
        self.name.edit.setText(office.programme_name)
        self.phone.edit.setText(office.phone)

    @Slot(object)
    def _on_kept(self, result: object) -> None:
        del result
        self.kept.setText(self.tr("Kept. New pages will say this."))
        announce(self.kept, self.kept.text())
