"""The people who may open this vault. Only a supervisor sees the forms."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.app_state import AppState
from ui.keys.jobs import KeysOverview, Removed, StaffLine, StaffRole, add, remove, suggest
from ui.keys.part import KeysPart
from ui.languages.core_words import core_words
from ui.shared_widgets.choice_button import WrappingButton
from ui.shared_widgets.flow_layout import button_row
from ui.shared_widgets.form_parts import ChoiceGroup, Field, Group
from ui.shared_widgets.new_passphrase import NewPassphrase
from ui.shared_widgets.second_person import SecondPerson
from ui.shared_widgets.secret_field import SecretField
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.roles import Role


class Staff(KeysPart):
    """The list; below it, for a supervisor, my passphrase and what it is for: add somebody, remove somebody."""

    def __init__(self, state: AppState) -> None:
        super().__init__(state)
        self.lines = QWidget()
        self._lines_column = QVBoxLayout(self.lines)
        self._lines_column.setContentsMargins(0, 0, 0, 0)
        self.why_not = WrappedLabel("", Role.HINT)
        self.mine = SecretField("")
        self.code = Field()
        self.role = ChoiceGroup()
        self.first = NewPassphrase()
        self.add_button = WrappingButton("", Role.SECONDARY)
        self.leaver = ChoiceGroup()
        self.remove_hint = WrappedLabel("", Role.HINT)
        self.second = SecondPerson()
        self.remove_button = WrappingButton("", Role.DESTROY)
        self.adding = Group(self.code, self.role, self.first, button_row(self.add_button), role=Role.STRONG)
        removing = (self.leaver, self.remove_hint, self.second, button_row(self.remove_button))
        self.removing = Group(*removing, role=Role.STRONG)
        for part in (self.lines, self.why_not, self.mine, self.adding, self.removing, self.done):
            self.column.addWidget(part)
        self.first.suggestion_wanted.connect(self._on_suggestion_wanted)
        self.add_button.clicked.connect(self._on_add)
        self.remove_button.clicked.connect(self._on_remove)
        self._overview = KeysOverview()

    def show_overview(self, overview: KeysOverview) -> None:
        """Everybody there is, and who may leave."""
        self._overview = overview
        while self._lines_column.count():
            item = self._lines_column.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for line in overview.staff:
            self._lines_column.addWidget(WrappedLabel(self._words(line)))
        others = tuple((line.code, line.code) for line in overview.staff if not line.is_me)
        self.leaver.show_choices(self.tr("Who has left?"), others)
        for form in (self.mine, self.adding, self.removing):
            form.setVisible(overview.is_supervisor)
        self.second.ask(overview.second_asked)
        self.removing.setVisible(overview.is_supervisor and bool(others))
        self.why_not.setVisible(not overview.is_supervisor)

    def leave(self) -> None:
        """Empty every field."""
        self.mine.clear()
        self.first.clear()
        self.second.secret.clear()
        self.code.edit.clear()

    def retranslate(self) -> None:
        """Set every text in the language of the screen."""
        self.heading.setText(self.tr("Who may open this vault"))
        self.why_not.setText(self.tr("Ask a supervisor when somebody comes or leaves."))
        self.mine.set_label(self.tr("Type your own passphrase, to add or remove somebody"))
        self.adding.show_heading(self.tr("Add somebody"))
        self.code.show_label(self.tr("Their code: two to six letters or digits, no name"))
        self.role.show_choices(
            self.tr("What may they do?"),
            (
                (StaffRole.ADVOCATE.value, self.tr("Advocate: take down reports")),
                (StaffRole.SUPERVISOR.value, self.tr("Supervisor: also add and remove people")),
            ),
        )
        self.first.name_fields(self.tr("Their first passphrase"), self.tr("Their first passphrase again"))
        self.add_button.setText(self.tr("Add this person"))
        self.removing.show_heading(self.tr("Remove somebody"))
        self.remove_hint.setText(
            self.tr("The whole vault gets a new key. This can take a while. Copies made before can still be opened.")
        )
        self.second.retranslate()
        self.remove_button.setText(self.tr("Remove this person"))
        self.show_overview(self._overview)

    def _words(self, line: StaffLine) -> str:
        role = self.tr("supervisor") if line.role is StaffRole.SUPERVISOR else self.tr("advocate")
        mine = self.tr(" (you)") if line.is_me else ""
        return f"{line.code}: {role}{mine}"

    @Slot()
    def _on_suggestion_wanted(self) -> None:
        self.state.runner.run(suggest, self, self.first.show_suggestion, self.show_error)

    @Slot()
    def _on_add(self) -> None:
        problem = self._problem() or self.first.problem()
        if not problem and not self.role.value():
            problem = self.tr("Choose what they may do.")
        if problem:
            self.notice.show_words(problem)
            return
        job = partial(add, self.session, self.mine.take(), self.code.text(), self.role.value(), self.first.take())
        self.run(job, self._on_added)

    @Slot(object)
    def _on_added(self, result: object) -> None:
        del result
        self.code.edit.clear()
        self.role.choose("")
        self.say_done(self.tr("Added. Give them the passphrase in person. They should change it at once."))
        self.changed.emit()

    @Slot()
    def _on_remove(self) -> None:
        problem = self._problem()
        if not problem and not self.leaver.value():
            problem = self.tr("Choose who has left.")
        if problem:
            self.notice.show_words(problem)
            return
        job = partial(remove, self.session, self.mine.take(), self.leaver.value(), self.second.take())
        self.run(job, self._on_removed)

    @Slot(object)
    def _on_removed(self, removed: Removed) -> None:
        self.say_done(
            " ".join((self.tr("{code} is removed.").format(code=removed.code), *map(core_words, removed.warnings)))
        )
        self.changed.emit()

    def _problem(self) -> str:
        return self.tr("Type your own passphrase first.") if self.mine.is_empty() else ""
