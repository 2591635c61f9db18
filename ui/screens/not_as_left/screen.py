"""What was found, what is safe, what to do: lock and look for a newer copy, or go on with what is there."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from intake.errors import Defect
from ui.accessibility import announce
from ui.app_state import AppState
from ui.screen import Screen, Wish
from ui.screens.not_as_left.presenter import go_on, look
from ui.shared_widgets.choice_button import WrappingButton
from ui.shared_widgets.flow_layout import FlowLayout
from ui.shared_widgets.notice_bar import NoticeBar
from ui.shared_widgets.scroll_column import ScrollColumn
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.roles import Role

if TYPE_CHECKING:
    from intake.actions.vault.freshness import Finding


def build(state: AppState, wish: Wish) -> NotAsLeftScreen:
    """The screen of the open vault."""
    del wish
    return NotAsLeftScreen(state)


class NotAsLeftScreen(Screen):
    """Calm, and before everything else: nothing is lost by reading it twice."""

    def __init__(self, state: AppState) -> None:
        super().__init__(state)
        if state.session is None:
            raise Defect("this screen needs an open vault")
        self._session = state.session
        self._findings: tuple[Finding, ...] = ()
        self.title = WrappedLabel("", Role.TITLE)
        self.found = WrappedLabel("", Role.STRONG)
        self.safe = WrappedLabel()
        self.to_do = WrappedLabel()
        self.notice = NoticeBar()
        self.lock = WrappingButton("", Role.PRIMARY)
        self.copies = WrappingButton("", Role.SECONDARY)
        self.go_on = WrappingButton("", Role.SECONDARY)
        self.after = WrappedLabel("", Role.HINT)
        self._build()
        self.lock.clicked.connect(self.hide_wanted)
        self.copies.clicked.connect(self._on_copies)
        self.go_on.clicked.connect(self._on_go_on)
        self.retranslate()
        state.runner.run(partial(look, self._session), self, self._on_looked, self.show_error)

    def first_focus(self) -> QWidget:
        """Enter by mistake changes nothing."""
        return self.lock

    def leave(self) -> None:
        """Forget which reports it was about."""
        self._findings = ()
        self.found.setText("")

    @Slot(object)
    def show_error(self, error: Exception) -> None:
        """Say what went wrong; everything is as it was."""
        self.go_on.setEnabled(True)
        self.notice.show_error(error)

    def retranslate(self) -> None:
        """Set every text in the language of the screen."""
        self.title.setText(self.tr("This vault is not as it was left"))
        self.found.setText("\n".join(self._words(one) for one in self._findings))
        self.safe.setText(
            self.tr("All that is in this folder is still there. You can open and read it. Nothing was changed.")
        )
        self.to_do.setText(
            self.tr(
                "It may be that an older copy was put here, or that the disk lost the last changes. Before you write "
                "in it, lock the vault and look for a newer copy: on another computer, on a stick, at a colleague's. "
                "Check the copies you have."
            )
        )
        self.lock.setText(self.tr("Lock and look for a newer copy"))
        self.copies.setText(self.tr("Check copies"))
        self.go_on.setText(self.tr("Go on with this one"))
        self.after.setText(
            self.tr("If you go on, the log says so, and this is not shown again. What is missing does not come back.")
        )

    def _build(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(48, 48, 48, 24)
        scroll = ScrollColumn()
        whole.addWidget(scroll)
        buttons = QWidget()
        row = FlowLayout(buttons, 12)
        for button in (self.lock, self.copies, self.go_on):
            row.addWidget(button)
        for part in (self.title, self.notice, self.found, self.safe, self.to_do, buttons, self.after):
            scroll.add(part)
        scroll.column.addStretch(1)

    def _words(self, one: Finding) -> str:
        report = self.tr("Report {label}").format(label=one.label) if one.label else self.tr("A report")
        return {
            "older": self._older_words(one.count),
            "forked": self.tr("It was changed in two places. Each place holds changes that the other does not have."),
            "records_changed": self.tr("A part of the office records is not as it was last saved."),
            "report_changed": self.tr("{report} is in part not as it was last saved.").format(report=report),
            "report_missing": self.tr("The list of reports is not as it was last saved. A report may be missing."),
            "log_changed": self.tr("The log is not whole. The desk says where."),
            "mark_gone": self.tr("The small file that says how far this vault had come is missing or broken."),
            "mark_not_written": self.tr("The small file that says how far this vault had come cannot be written."),
        }[one.what]

    def _older_words(self, count: int) -> str:
        if not count:
            return self.tr("It is an older state. Some changes that were saved are not in it.")
        if count == 1:
            return self.tr("It is an older state. 1 change that was saved is not in it.")
        return self.tr("It is an older state. {count} changes that were saved are not in it.").format(count=count)

    @Slot(object)
    def _on_looked(self, findings: tuple[Finding, ...]) -> None:
        self._findings = findings
        self.retranslate()
        announce(self.found, f"{self.title.text()} {self.found.text()}")

    @Slot()
    def _on_copies(self) -> None:
        self.go_to.emit(Wish("desk"))

    @Slot()
    def _on_go_on(self) -> None:
        self.go_on.setEnabled(False)
        self.state.runner.run(partial(go_on, self._session), self, self._on_gone_on, self.show_error, is_write=True)

    @Slot(object)
    def _on_gone_on(self, result: object) -> None:
        del result
        self.go_to.emit(Wish("today"))
