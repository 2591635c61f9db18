"""The permission itself, in short groups. What is missing is said by the core, not guessed here."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from intake.actions.referral.half_form import HalfForm
from intake.actions.referral.recipients import RecipientLine
from intake.actions.referral.release_words import ReleaseWords
from intake.wording.catalogue import languages
from ui.accessibility import give_name
from ui.day_words import day_words
from ui.languages.languages import spoken
from ui.screens.referral.chosen_page import DAY_CHOICES
from ui.screens.referral.presenter import FormValues, Presenter
from ui.screens.referral.signature_pad import SignatureBox
from ui.shared_widgets.choice_button import WrappingButton
from ui.shared_widgets.flow_layout import FlowLayout
from ui.shared_widgets.form_parts import ChoiceGroup, DropDown, Field, Group, TickLine
from ui.shared_widgets.language_words import language_words
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.roles import Role

_GROUP_GAP = 36  # px; inside a group it is 12


class PermissionForm(QWidget):
    """Keeps what was written until the place changes; a page that changed only loses its signature."""

    days_chosen = Signal(int)
    grown = Signal()  # there are parts that were not there before
    thrown_away = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 16, 8)
        self._column.setSpacing(_GROUP_GAP)
        self._place_id = ""
        self._make_parts()
        self._groups = self._make_groups()
        for group in self._groups:
            self._column.addWidget(group)
        self._column.addStretch(1)
        self.days.chosen.connect(self._on_days)
        self.retranslate()

    def show_state(self, presenter: Presenter, recipient: RecipientLine, words: ReleaseWords) -> None:
        """Show the choices of this place and the last day as it stands on the page."""
        if recipient.id != self._place_id:
            self.clear()
            self._place_id = recipient.id
        self.purpose.show_choices("", tuple((choice.id, choice.label) for choice in recipient.purpose_choices))
        if len(recipient.purpose_choices) == 1:
            self.purpose.choose(recipient.purpose_choices[0].id)
        self.method.show_choices("", tuple((choice.id, choice.label) for choice in words.method_choices))
        self.signer.show_choices("", tuple((choice.id, choice.label) for choice in words.signer_choices))
        self._show_alternatives(tuple((choice.id, choice.label) for choice in words.alternative_choices))
        self.days.choose(str(presenter.days))
        last_day = day_words(presenter.last_day)
        self._last_day.setText(self.tr("Last day: {day}. The page says so too.").format(day=last_day))

    def values(self) -> FormValues:
        """Everything that stands in the form."""
        return FormValues(
            purpose=self.purpose.value(),
            recipient_person=self.person.text(),
            method=self.method.value(),
            two_way=self.two_way.is_ticked,
            benefits_explained=self.benefits.is_ticked,
            risks_explained=self.risks.is_ticked,
            alternatives=tuple(name for name, tick in self.alternatives.items() if tick.is_ticked),
            event_expiry=self.until_event.text(),
            language_of_form=str(self.language.currentData()),
            interpreter_used=self.interpreter.is_ticked,
            capacity_confirmed=self.capacity.is_ticked,
            signer_role=self.signer.value(),
            signer_did_not_harm=self.did_not_harm.is_ticked,
            signature=self.signature.value(),
            staff_code=self.staff_code.text(),
            staff_role=self.staff_role.text(),
            copy_choice=self.copy.value(),
        )

    def half(self, items: tuple[str, ...] | None, name_choice: str, days: int) -> HalfForm:
        """What is worth keeping while the form is not signed; never the signature."""
        values = self.values()
        return HalfForm(
            purpose=values.purpose,
            recipient_person=values.recipient_person,
            method=values.method,
            alternatives=values.alternatives,
            event_expiry=values.event_expiry,
            language_of_form=values.language_of_form,
            signer_role=values.signer_role,
            copy_choice=values.copy_choice,
            staff_code=values.staff_code,
            staff_role=values.staff_role,
            ticked=tuple(name for name, tick in self._ticks().items() if tick.is_ticked),
            items=items,
            name_choice=name_choice,
            days=days,
        )

    def fill(self, half: HalfForm) -> None:
        """Put back what was kept."""
        self.purpose.choose(half.purpose)
        self.method.choose(half.method)
        self.signer.choose(half.signer_role)
        self.copy.choose(half.copy_choice)
        for name, tick in (*self._ticks().items(), *self.alternatives.items()):
            tick.box.setChecked(name in half.ticked or name in half.alternatives)
        self.person.edit.setText(half.recipient_person)
        self.until_event.edit.setText(half.event_expiry)
        self.staff_code.edit.setText(half.staff_code)
        self.staff_role.edit.setText(half.staff_role)
        self.language.setCurrentIndex(max(self.language.findData(half.language_of_form), 0))

    def first_focus(self) -> QWidget | None:
        """The first choice of the first group."""
        return self.purpose.first()

    def clear(self) -> None:
        """Empty every field and take every tick away."""
        for choice in (self.purpose, self.method, self.signer, self.copy):
            choice.choose("")
        for tick in (*self._ticks().values(), *self.alternatives.values()):
            tick.clear()
        for field in (self.person, self.until_event, self.staff_code, self.staff_role):
            field.edit.clear()
        self.language.setCurrentIndex(max(self.language.findData(spoken()), 0))
        self.signature.clear()

    def retranslate(self) -> None:
        """Set the words in the language of the screen."""
        headings = (
            self.tr("What is it for?"),
            self.tr("How does it get there?"),
            self.tr("What was talked about"),
            self.tr("How long may they use it?"),
            self.tr("Who is signing?"),
            self.tr("Staff at this desk"),
            self.tr("Signature"),
            self.tr("A copy for the person"),
        )
        for group, heading in zip(self._groups, headings, strict=True):
            group.show_heading(heading)
        self._name_ticks()
        self._name_fields()
        days = tuple((str(count), self._days_words(count)) for count in DAY_CHOICES)
        self.days.show_choices("", days)
        self.signature.retranslate()
        self.copy.show_choices(self.tr("Do they want one? Is it safe to keep?"), self._copies())
        self.empty.setText(self.tr("Empty this form"))
        give_name(self.empty, self.empty.text(), self.tr("Nothing of it is kept then."))

    def _ticks(self) -> dict[str, TickLine]:
        return {
            "two_way": self.two_way,
            "benefits": self.benefits,
            "risks": self.risks,
            "interpreter": self.interpreter,
            "capacity": self.capacity,
            "did_not_harm": self.did_not_harm,
        }

    def _make_parts(self) -> None:
        self.purpose, self.method, self.days, self.signer, self.copy = (ChoiceGroup() for _ in range(5))
        self.person, self.until_event, self.staff_code, self.staff_role = (Field() for _ in range(4))
        self.two_way, self.risks, self.benefits = (TickLine() for _ in range(3))
        self.did_not_harm, self.capacity, self.interpreter = (TickLine() for _ in range(3))
        self.alternatives: dict[str, TickLine] = {}
        self._other_ways = QWidget()
        self._ways = QVBoxLayout(self._other_ways)
        self._ways.setContentsMargins(0, 0, 0, 0)
        self._ways.setSpacing(4)
        self._ways_label = WrappedLabel("", Role.STRONG)
        self._ways.addWidget(self._ways_label)
        self._last_day = WrappedLabel("", Role.HINT)
        self.empty = WrappingButton("", Role.QUIET)
        self.empty.clicked.connect(self._on_empty)
        self._language_label = WrappedLabel("", Role.STRONG)
        self.language = DropDown()
        for code in languages():
            self.language.addItem(language_words(code), code)
        self._language_label.setBuddy(self.language)
        self.signature = SignatureBox()

    def _make_groups(self) -> tuple[Group, ...]:
        return (
            Group(self.purpose, self.person),
            Group(self.method, self.two_way),
            Group(self.risks, self.benefits, self._other_ways),
            Group(self.days, self._last_day, self.until_event),
            Group(self.signer, self.did_not_harm, self.capacity, self.interpreter, self._language_label, self.language),
            Group(self.staff_code, self.staff_role),
            Group(self.signature),
            Group(self.copy, self._empty_row()),
        )

    def _show_alternatives(self, choices: tuple[tuple[str, str], ...]) -> None:
        if tuple(self.alternatives) != tuple(name for name, _ in choices):
            for tick in self.alternatives.values():
                self._ways.removeWidget(tick)
                tick.hide()
                tick.deleteLater()
            self.alternatives = {name: TickLine() for name, _ in choices}
            for tick in self.alternatives.values():
                self._ways.addWidget(tick)
            self.grown.emit()
        for name, words in choices:
            self.alternatives[name].show_words(words)

    def _name_ticks(self) -> None:
        self.two_way.show_words(self.tr("They may also talk with us about this"))
        self.risks.show_words(self.tr("I read out what could happen"))
        self.benefits.show_words(self.tr("We talked about what good it may do"))
        self.did_not_harm.show_words(self.tr("The one who signs is not the one who caused harm"))
        self.capacity.show_words(self.tr("They are clear-headed, not rushed, and nobody is steering them"))
        self.interpreter.show_words(self.tr("An interpreter helped"))
        self._ways_label.setText(self.tr("Other ways we talked about"))

    def _name_fields(self) -> None:
        self.person.show_label(self.tr("A person there, if you know one"))
        self.until_event.show_label(self.tr("Or until this has happened, if that is sooner"))
        self.staff_code.show_label(self.tr("Your staff code, not your name"))
        self.staff_role.show_label(self.tr("Your role"))
        self._language_label.setText(self.tr("Language of this form"))
        give_name(self.language, self._language_label.text())

    def _copies(self) -> tuple[tuple[str, str], ...]:
        return (
            ("none", self.tr("No copy")),
            ("card", self.tr("A card with phone numbers only")),
            ("full", self.tr("A full copy")),
        )

    def _empty_row(self) -> QWidget:
        row = QWidget()
        FlowLayout(row).addWidget(self.empty)
        return row

    def _days_words(self, count: int) -> str:
        return self.tr("1 day") if count == 1 else self.tr("{count} days").format(count=count)

    @Slot(str)
    def _on_days(self, days: str) -> None:
        self.days_chosen.emit(int(days))

    @Slot()
    def _on_empty(self) -> None:
        self.clear()
        self.thrown_away.emit()
