"""Every policy of the organisation, the ways to begin one, and what cannot be used with its cure."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from intake.actions.own_policies.look import PolicyLine, PolicyList
from intake.protections.own.choices import TEMPLATES
from ui.accessibility import give_name
from ui.day_words import day_words
from ui.languages.core_words import core_words
from ui.shared_widgets.choice_button import WrappingButton
from ui.shared_widgets.flow_layout import FlowLayout
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.roles import Role


class PolicyListPart(QWidget):
    """Emits which policy to open, which template to begin with, or that a file is to be taken in."""

    opened = Signal(str)
    begun = Signal(str)
    file_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._list: PolicyList | None = None
        self._ids: tuple[str, ...] = ()
        self.begin_heading = WrappedLabel("", Role.HEADING)
        self.templates = {template.id: WrappingButton("", Role.SECONDARY) for template in TEMPLATES}
        self.file = WrappingButton("", Role.SECONDARY, "folder")
        self.list_heading = WrappedLabel("", Role.HEADING)
        self.none_yet = WrappedLabel()
        self.problems = WrappedLabel()
        self._buttons = QWidget()
        row = FlowLayout(self._buttons, gap=12)
        self._begin_group, self._open_group = QButtonGroup(self), QButtonGroup(self)
        for number, button in enumerate(self.templates.values()):
            row.addWidget(button)
            self._begin_group.addButton(button, number)
        row.addWidget(self.file)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for part in (self.list_heading, self.none_yet, self.problems):
            column.addWidget(part)
        column.addLayout(self._lines)
        column.addWidget(self.begin_heading)
        column.addWidget(self._buttons)
        self._begin_group.idClicked.connect(self._on_begin)
        self._open_group.idClicked.connect(self._on_open)
        self.file.clicked.connect(self.file_wanted)

    def show_list(self, policies: PolicyList) -> None:
        """Show them all."""
        self._list = policies
        for button in self._open_group.buttons():
            self._open_group.removeButton(button)
            self._lines.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._ids = tuple(line.id for line in policies.lines)
        for number, line in enumerate(policies.lines):
            button = WrappingButton(self._words(line), Role.SECTION, "page")
            self._open_group.addButton(button, number)
            self._lines.addWidget(button)
        for part in (self.begin_heading, self._buttons):
            part.setVisible(policies.may_write)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text in the language of the screen."""
        self.begin_heading.setText(self.tr("Write down a policy"))
        self.file.setText(self.tr("Take one in from a file"))
        for template in TEMPLATES:
            words = core_words(template.words)
            self.templates[template.id].setText(words)
            give_name(self.templates[template.id], words)
        self.list_heading.setText(self.tr("Written down so far"))
        self.none_yet.setText(self.tr("None is written down yet."))
        if self._list is None:
            return
        for line, button in zip(self._list.lines, self._open_group.buttons(), strict=True):
            button.setText(self._words(line))
            give_name(button, button.text())
        self.none_yet.setVisible(not self._list.lines)
        lines = [
            f"{problem.file}, line {problem.line}: {problem.what} {problem.cure}" for problem in self._list.problems
        ]
        if lines:
            lines.insert(0, self.tr("Not in use, because something in it is broken. All else works:"))
        self.problems.setText("\n".join(lines))
        self.problems.setVisible(bool(lines))

    def first(self) -> QWidget | None:
        """The first control."""
        return next(iter(self._open_group.buttons()), next(iter(self.templates.values())))

    def _words(self, line: PolicyLine) -> str:
        if not line.is_active:
            standing = self.tr("a draft")
        elif line.last_day:
            standing = self.tr("in use up to {day}").format(day=line.last_day)
        else:
            standing = self.tr("in use")
        words = self.tr("{title}: {standing}. Added by this organisation on {day}.")
        return words.format(title=line.title, standing=standing, day=day_words(line.added_on))

    @Slot(int)
    def _on_begin(self, number: int) -> None:
        self.begun.emit(TEMPLATES[number].id)

    @Slot(int)
    def _on_open(self, number: int) -> None:
        self.opened.emit(self._ids[number])
