"""What stands on the page, line by line, each with the button that takes it off or puts it on."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from intake.actions.interview.page import OptionWords
from intake.actions.referral.preview import PageRow
from ui.accessibility import announce, give_name
from ui.screens.referral.chosen_page import CODE, NAME, RowState
from ui.shared_widgets.choice_button import WrappingButton
from ui.shared_widgets.form_parts import Choice, ChoiceGroup
from ui.shared_widgets.icon import Icon
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.roles import Role, set_role


class RowLine(QFrame):
    """One line of the page: a mark, its name, what it says, and one button."""

    toggled = Signal(str)

    def __init__(self, row_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row_id = row_id
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 4, 0, 4)
        line.setSpacing(12)
        self._mark = Icon("check", 20, "shared_ink")
        self._label = WrappedLabel("", Role.BODY)
        self._says = WrappedLabel("", Role.HINT)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._label)
        words.addWidget(self._says)
        self.button = WrappingButton("", Role.QUIET)
        self.button.clicked.connect(self._on_clicked)
        line.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addLayout(words, 1)
        line.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_state(self, state: RowState) -> None:
        """Show the line as it stands."""
        row = state.row
        self._mark.set_icon("check" if state.is_on else "none", "shared_ink" if state.is_on else "ink_soft")
        self._label.setText(row.label)
        set_role(self._label, Role.STRONG if state.is_on else Role.BODY)
        self._says.setText(self._words_for(state))
        self.button.setVisible(row.may_be_taken_off)
        words = self.tr("Take off") if state.is_on else self.tr("Put on")
        self.button.setText(words)
        give_name(self.button, self._spoken(row, is_on=state.is_on), self._says.text())

    def _words_for(self, state: RowState) -> str:
        if not state.is_on:
            return self.tr("Not on the page")
        said = " · ".join(state.row.lines) or self.tr("Nothing to say here yet")
        return said if state.row.may_be_taken_off else self.tr("{said} (always on the page)").format(said=said).strip()

    def _spoken(self, row: PageRow, *, is_on: bool) -> str:
        pattern = self.tr("Take off: {line}") if is_on else self.tr("Put on: {line}")
        return pattern.format(line=row.label)

    @Slot()
    def _on_clicked(self) -> None:
        self.toggled.emit(self._row_id)


class RowsPanel(QWidget):
    """All lines in the order of the page, under the choice of how the person is called on it."""

    row_toggled = Signal(str)
    name_chosen = Signal(str)
    language_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._title = WrappedLabel("", Role.HEADING)
        self._name = ChoiceGroup(Role.NONANSWER)
        self._name.chosen.connect(self._on_name)
        self.language = ChoiceGroup(Role.NONANSWER)
        self.language.chosen.connect(self.language_chosen)
        self._languages: tuple[Choice, ...] = ()
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        column.addWidget(self._title)
        column.addWidget(self._name)
        column.addWidget(self.language)
        column.addLayout(self._list)
        self._lines: dict[str, RowLine] = {}
        self._rules: list[QFrame] = []
        self._rows: tuple[RowState, ...] = ()
        self.retranslate()

    def show_rows(self, rows: tuple[RowState, ...], name_choice: str) -> None:
        """Show the lines; the keyboard stays where it is when the lines are the same."""
        if tuple(self._lines) != tuple(state.row.id for state in rows):
            self._make(rows)
        self._rows = rows
        for state in rows:
            self._lines[state.row.id].show_state(state)
        self._name.choose(name_choice)

    def show_languages(self, languages: tuple[OptionWords, ...], chosen: str) -> None:
        """Offer the languages in which the page can be made."""
        self._languages = tuple((one.id, one.label) for one in languages)
        self.language.setVisible(len(languages) > 1)
        self.retranslate()
        self.language.choose(chosen)

    def first_button(self) -> QWidget | None:
        """The first line that can be changed."""
        lines = (self._lines[state.row.id] for state in self._rows if state.row.may_be_taken_off)
        return next((line.button for line in lines), None)

    def retranslate(self) -> None:
        """Set the words in the language of the screen."""
        self._title.setText(self.tr("On this page"))
        choices = ((CODE, self.tr("A code")), (NAME, self.tr("The name they use")))
        self._name.show_choices(self.tr("What the page calls the person"), choices)
        self.language.show_choices(self.tr("Language of the page"), self._languages)
        for state in self._rows:
            self._lines[state.row.id].show_state(state)

    def _make(self, rows: tuple[RowState, ...]) -> None:
        for old in (*self._lines.values(), *self._rules):
            self._list.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._lines, self._rules = {}, []
        for state in rows:
            if self._lines:
                self._rules.append(QFrame())
                set_role(self._rules[-1], Role.LINE)
                self._list.addWidget(self._rules[-1])
            line = RowLine(state.row.id)
            line.toggled.connect(self._on_toggled)
            self._lines[state.row.id] = line
            self._list.addWidget(line)

    @Slot(str)
    def _on_toggled(self, row_id: str) -> None:
        is_on = next((state.is_on for state in self._rows if state.row.id == row_id), False)
        announce(self, self.tr("Taken off") if is_on else self.tr("Put on"))
        self.row_toggled.emit(row_id)

    @Slot(str)
    def _on_name(self, name_choice: str) -> None:
        self.name_chosen.emit(name_choice)
