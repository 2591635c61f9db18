"""One thing of a list: what it is, a few choices side by side, and what helps to keep it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from intake.actions.interview.page import ColumnWords, OptionWords
from ui.accessibility import give_name
from ui.answer_widgets.rows.answer_row import AnswerRow
from ui.findings.marked_label import MarkedLabel
from ui.shared_widgets.form_parts import ChoiceGroup
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.roles import Role


class ThingRow(AnswerRow):
    """Every choice may stay open, and each can be taken back by choosing another."""

    def __init__(self, what: OptionWords, columns: tuple[ColumnWords, ...]) -> None:
        super().__init__()
        self.what = what
        self._columns = columns
        self._groups = {column.id: ChoiceGroup(Role.NONANSWER) for column in columns}
        self._tips = {
            (column.id, option.id): MarkedLabel(option.tip, Role.HINT, "info", "ink_soft")
            for column in columns
            for option in column.options
            if option.tip
        }
        self._build()
        give_name(self.remove, self.tr("Take off: {thing}").format(thing=what.label))
        self._show_tips()

    def show_told(self, told: dict[str, str]) -> None:
        """Show the choices without a signal."""
        for name, group in self._groups.items():
            group.choose(told.get(name, ""))
        self._show_tips()

    def told(self) -> dict[str, str]:
        """The kind of thing and the choices as they stand."""
        return {"what": self.what.id, **{name: group.value() for name, group in self._groups.items()}}

    @property
    def is_empty(self) -> bool:
        """Never: which kind of thing it is was told."""
        return False

    def first_focus(self) -> QWidget:
        """The first choice."""
        return self.stops()[0]

    def stops(self) -> list[QWidget]:
        """What the Tab key comes to, in order."""
        buttons = [
            button
            for group in self._groups.values()
            for button in group.findChildren(QWidget)
            if button.focusPolicy() != Qt.FocusPolicy.NoFocus
        ]
        return [*buttons, self.remove]

    def _build(self) -> None:
        self.column.setContentsMargins(16, 12, 16, 16)
        self.column.setSpacing(10)
        head = QHBoxLayout()
        head.addWidget(WrappedLabel(self.what.label, Role.HEADING), 1)
        head.addWidget(self.remove)
        self.column.addLayout(head)
        if self.what.tip:
            self.column.addWidget(MarkedLabel(self.what.tip, Role.HINT, "info", "ink_soft"))
        for column in self._columns:
            group = self._groups[column.id]
            group.show_choices(column.label, tuple((one.id, one.label) for one in column.options))
            group.setAccessibleName(f"{self.what.label}. {column.label}")
            group.chosen.connect(self._on_chosen)
            self.column.addWidget(group)
            for (name, _), tip in self._tips.items():
                if name == column.id:
                    self.column.addWidget(tip)

    def _show_tips(self) -> None:
        said: set[str] = set()
        for (name, option), tip in self._tips.items():
            tip.setVisible(self._groups[name].value() == option and tip.text() not in said)
            said |= {tip.text()} if tip.isVisible() else set()

    @Slot()
    def _on_chosen(self) -> None:
        self._show_tips()
        self.changed.emit()
