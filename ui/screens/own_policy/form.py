"""The form, step by step: who promised what to whom, where it stops, what to say, where it is written."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from intake.content import Content
from intake.protections.explain import Explainer
from intake.protections.library.card import place_words
from intake.protections.model import Kind
from intake.protections.own.choices import CRIMES, INVOLVEMENT, LIMITS, OFFENCES, ROLES
from intake.protections.own.form import PolicyForm
from intake.wording.catalogue import Wording
from ui.languages.core_words import core_words
from ui.screens.own_policy.form_fields import LinesField, TickGroup
from ui.screens.own_policy.promises import PromisesPart
from ui.shared_widgets.form_parts import ChoiceGroup, Field, Group, TickLine
from ui.style.roles import Role


class FormPart(QWidget):
    """Shows one form and hands back what was filled in. ``language`` is that of the desk now."""

    def __init__(self, content: Content, language: Callable[[], str]) -> None:
        super().__init__()
        self._content = content
        self._language = language
        self.title, self.office, self.new_place = Field(), Field(), Field()
        self.place, self.kind = ChoiceGroup(Role.NONANSWER), ChoiceGroup(Role.NONANSWER)
        self.made_on, self.ended_on = Field(), Field()
        self.plain_words = LinesField(2)
        self.promises = PromisesPart()
        self.roles, self.crimes, self.involvement, self.offences = (TickGroup() for _ in range(4))
        self.crimes_open = TickLine()
        self.limits = TickGroup(1)
        self.what_to_say, self.before_you_rely = LinesField(), LinesField()
        self.citation, self.locator, self.lawyer = Field(), Field(), Field()
        self.is_secondary = TickLine()
        self.review_due_on = Field()
        office = (self.title, self.office, self.kind, self.place, self.new_place, self.made_on, self.ended_on)
        written = (self.citation, self.locator, self.is_secondary, self.lawyer, self.review_due_on)
        self.steps = (
            Group(*office, self.plain_words),
            Group(self.promises),
            Group(self.roles, self.crimes, self.crimes_open, self.involvement, self.offences),
            Group(self.limits),
            Group(self.what_to_say, self.before_you_rely),
            Group(*written),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(28)
        for step in self.steps:
            column.addWidget(step)

    def show_form(self, form: PolicyForm) -> None:
        """Fill in what the form holds."""
        for field, text in self._fields(form):
            field.edit.setText(text)
        self.kind.choose(form.kind)
        self.place.choose(form.place)
        self.plain_words.put((form.plain_words,))
        self.promises.choose(form.promises)
        for ticks, names in (
            (self.roles, form.roles),
            (self.crimes, form.crimes),
            (self.involvement, form.involvement),
            (self.offences, form.offences),
            (self.limits, form.limits),
        ):
            ticks.choose(names)
        self.crimes_open.box.setChecked(form.crimes_open)
        self.is_secondary.box.setChecked(form.is_secondary)
        self.what_to_say.put(form.what_to_say)
        self.before_you_rely.put(form.before_you_rely)

    def filled_in(self) -> PolicyForm:
        """What stands in the form now."""
        return PolicyForm(
            title=self.title.text(),
            office=self.office.text(),
            place=self.place.value(),
            new_place=self.new_place.text(),
            kind=self.kind.value(),
            made_on=self.made_on.text(),
            ended_on=self.ended_on.text(),
            plain_words=" ".join(self.plain_words.lines()),
            promises=self.promises.chosen(),
            roles=self.roles.chosen(),
            crimes=self.crimes.chosen(),
            crimes_open=self.crimes_open.is_ticked,
            involvement=self.involvement.chosen(),
            offences=self.offences.chosen(),
            limits=self.limits.chosen(),
            what_to_say=self.what_to_say.lines(),
            before_you_rely=self.before_you_rely.lines(),
            citation=self.citation.text(),
            locator=self.locator.text(),
            is_secondary=self.is_secondary.is_ticked,
            review_due_on=self.review_due_on.text(),
            lawyer=self.lawyer.text(),
        )

    def empty(self) -> None:
        """Forget everything."""
        self.show_form(PolicyForm())

    def retranslate(self) -> None:
        """Set every text in the language of the screen."""
        headings = (
            self.tr("1. Which office, and when"),
            self.tr("2. What it promises"),
            self.tr("3. For whom, and for what"),
            self.tr("4. Where it stops"),
            self.tr("5. What we say"),
            self.tr("6. Where it is written"),
        )
        for step, heading in zip(self.steps, headings, strict=True):
            step.show_heading(heading)
        self._name_office()
        self.promises.retranslate()
        self._name_ticks()
        self._name_words()

    def _fields(self, form: PolicyForm) -> tuple[tuple[Field, str], ...]:
        return (
            (self.title, form.title),
            (self.office, form.office),
            (self.new_place, form.new_place),
            (self.made_on, form.made_on),
            (self.ended_on, form.ended_on),
            (self.citation, form.citation),
            (self.locator, form.locator),
            (self.lawyer, form.lawyer),
            (self.review_due_on, form.review_due_on),
        )

    def _name_office(self) -> None:
        self.title.show_label(self.tr("Name of the policy"))
        self.office.show_label(self.tr("Who made the promise? Such as: the District Attorney of our county"))
        self.kind.show_choices(
            self.tr("Whose policy is it?"),
            (
                (Kind.PROSECUTOR_POLICY.value, self.tr("A prosecutor's")),
                (Kind.POLICE_POLICY.value, self.tr("The police's")),
            ),
        )
        protections, wording = self._content.protections, self._wording()
        places = tuple((place, place_words(place, protections, wording)) for place in protections.jurisdictions)
        self.place.show_choices(self.tr("Where is the office, or what does its county lie in?"), places)
        self.new_place.show_label(self.tr("Name of the county, if it is not among these"))
        self.made_on.show_label(self.tr("When was it made? Such as 2026-05-31, 2026-05 or 2026"))
        self.ended_on.show_label(self.tr("Its last day, if it has ended"))
        self.plain_words.show_label(
            self.tr("What is it, in plain words?"), self.tr("One to three short sentences. People hear them.")
        )

    def _wording(self) -> Wording:
        return self._content.wording(self._language())

    def _name_ticks(self) -> None:
        said = Explainer(self._content.protections, self._wording())
        self.roles.show_ticks(self.tr("Who is covered?"), [(name, said.values("role", (name,))) for name in ROLES])
        crimes = [(name, said.values("crimes", (name,))) for name in CRIMES]
        self.crimes.show_ticks(self.tr("Which crimes does the text name?"), crimes)
        self.crimes_open.show_words(
            self.tr('The text names them as cases, or says "such as". Others are then told as not settled.')
        )
        parts = [(name, said.values("involvement", (name,))) for name in INVOLVEMENT]
        self.involvement.show_ticks(self.tr("Which part in the sex trade is covered?"), parts)
        self.offences.show_ticks(
            self.tr("Which charges does it name?"),
            [(name, core_words(words)) for name, words in OFFENCES.items()],
            self.tr("Leave this empty if it names none. A named charge counts while no case is filed."),
        )
        self.limits.show_ticks(
            self.tr("Which of these limits does it have?"),
            [(limit.tag, said.limit(limit.tag).sentence) for limit in LIMITS],
            self.tr("Take a tick away only where the text says otherwise. Three more limits are always said."),
        )

    def _name_words(self) -> None:
        self.what_to_say.show_label(
            self.tr("What to say to the person"), self.tr("One to four short sentences, each on its own line.")
        )
        self.before_you_rely.show_label(
            self.tr("Before you rely on it"), self.tr("One to five steps for the desk, each on its own line.")
        )
        self.citation.show_label(self.tr("Title and date of the text"))
        self.locator.show_label(self.tr("Which part of it"))
        self.is_secondary.show_words(self.tr("We know it from others who tell of it, such as a news report"))
        self.lawyer.show_label(self.tr("Which lawyer has seen it? If nobody: none yet"))
        self.review_due_on.show_label(self.tr("When is it to be checked again? Within a year, such as 2027-05-31"))
