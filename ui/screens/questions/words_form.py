"""The words of one question in each language, what came with the program beside them, and what to change in them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from intake.questions.office.model import LONGEST_PROMPT, LONGEST_WHY, Words
from intake.questions.office.plain_words import Part, WordFault
from ui.accessibility import announce, give_name
from ui.answer_widgets.guarded_edits import GuardedText
from ui.screens.questions.choices_field import ChoicesField
from ui.screens.questions.fault_words import faults_of
from ui.screens.questions.rows import column_of
from ui.shared_widgets.form_parts import ChoiceGroup, Field
from ui.shared_widgets.language_words import language_words
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.roles import Role

_REST_MS = 350  # from the last key


@dataclass(frozen=True, slots=True)
class Said:
    """What the form holds of one language."""

    words: Words = field(default_factory=Words)
    labels: tuple[str, ...] = field(default=(), repr=False)


class WordsForm(QWidget):
    """One language at a time; what was typed in the others is kept while the form is open."""

    typed = Signal(str, object)  # language, Said: once the keys rest

    def __init__(self) -> None:
        super().__init__()
        self._shown: dict[str, Said] = {}
        self._now: dict[str, Said] = {}
        self._shipped: Mapping[str, Words] = {}
        self._language = ""
        self.is_own = False  # then it is told what is asked, as soon as it stands here
        self.language = ChoiceGroup(Role.NONANSWER)
        self.prompt, self.why = Field(), Field()
        self.help_label, self.help = WrappedLabel("", Role.STRONG), GuardedText()
        self.choices = ChoicesField()
        self.faults = {part: WrappedLabel("", Role.CLOCK) for part in Part}
        for label in self.faults.values():
            label.setContentsMargins(12, 8, 12, 8)
            label.hide()
        self.asks = WrappedLabel("", Role.CLOCK)
        self.asks.setContentsMargins(12, 8, 12, 8)
        self.asks.hide()
        self.shipped = WrappedLabel("", Role.HINT)
        column_of(
            self,
            self.language,
            self.prompt,
            self.faults[Part.PROMPT],
            self.asks,
            self.why,
            self.faults[Part.WHY],
            self.help_label,
            self.help,
            self.faults[Part.HELP],
            self.choices,
            self.faults[Part.LABEL],
            self.shipped,
        )
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._connect()

    def show_said(
        self, said: Mapping[str, Said], languages: tuple[str, ...], language: str, shipped: Mapping[str, Words]
    ) -> None:
        """Show what is said now, in one of the languages."""
        self._shown = {code: said.get(code, Said()) for code in languages}
        self._now, self._shipped, self._language = dict(self._shown), shipped, ""
        self.retranslate()
        self.language.choose(language)
        self._turn_to(language)

    @property
    def shown_language(self) -> str:
        """The language of the words that stand here now."""
        return self._language

    def changed(self) -> dict[str, Said]:
        """The languages in which something was typed, with all that stands there."""
        self._take()
        return {code: said for code, said in self._now.items() if said != self._shown.get(code)}

    def filled_in(self) -> dict[str, Said]:
        """Every language in which anything stands."""
        self._take()
        return {code: said for code, said in self._now.items() if said != Said()}

    def show_choices(self, *, are_wanted: bool) -> None:
        """Ask for choices, or for none."""
        self.choices.setVisible(are_wanted)

    def show_faults(self, language: str, faults: tuple[WordFault, ...]) -> None:
        """Say beside each line what to change."""
        if language != self._language:
            self.language.choose(language)
            self._turn_to(language)
        for part, label in self.faults.items():
            words = faults_of(part, faults)
            if words and words != label.text():
                announce(label, words)
            label.setText(words)
            label.setVisible(bool(words))

    def show_asked(self, words: str) -> None:
        """Say below the lines what the question asks for; nothing where it asks for nothing that could harm."""
        if words and words != self.asks.text():
            announce(self.asks, words)
        self.asks.setText(words)
        self.asks.setVisible(bool(words))

    @Slot()
    def look_again(self) -> None:
        """Have what stands here looked at as if it had just been typed."""
        if self.prompt.text():
            self._rest.start()

    def empty(self) -> None:
        """Forget what was typed."""
        self._rest.stop()
        self._shown, self._now, self._language = {}, {}, ""
        self._put(Said())

    def retranslate(self) -> None:
        """Set every text in the language of the screen."""
        codes = tuple((code, language_words(code)) for code in self._now)
        self.language.show_choices(self.tr("In which language?"), codes)
        self.prompt.show_label(self.tr("The question"))
        self.why.show_label(self.tr("Why we ask"))
        self.help_label.setText(self.tr("A hint for staff (may be empty)"))
        give_name(self.help, self.help_label.text())
        self.choices.retranslate()
        self._say_shipped()

    def _connect(self) -> None:
        for line, longest in ((self.prompt, LONGEST_PROMPT), (self.why, LONGEST_WHY)):
            line.edit.setMaxLength(longest)
            line.edit.textEdited.connect(self._on_edited)
        self.help_label.setBuddy(self.help)
        self.help.textChanged.connect(self._on_edited)
        self.help.setTabChangesFocus(True)
        self.choices.edited.connect(self._on_edited)
        self.language.chosen.connect(self._turn_to)
        self._rest.timeout.connect(self._on_rested)

    def _take(self) -> None:
        if self._language:
            words = Words(self.prompt.text(), self.why.text(), self.help.toPlainText().strip())
            self._now[self._language] = Said(words, self.choices.labels())

    def _put(self, said: Said) -> None:
        for line, words in ((self.prompt, said.words.prompt), (self.why, said.words.why)):
            line.edit.setText(words)
            line.edit.setCursorPosition(0)
        was_blocked = self.help.blockSignals(True)
        self.help.setPlainText(said.words.help)
        self.help.blockSignals(was_blocked)
        self.choices.put(said.labels)
        for label in (*self.faults.values(), self.asks):
            label.hide()
        self.asks.setText("")

    def _say_shipped(self) -> None:
        shipped = self._shipped.get(self._language)
        self.shipped.setVisible(shipped is not None)
        if shipped is not None:
            words = "\n".join(part for part in (shipped.prompt, shipped.why, shipped.help) if part)
            self.shipped.setText(f"{self.tr('As it came with the program:')}\n{words}")

    @Slot(str)
    def _turn_to(self, language: str) -> None:
        self._take()
        self._language = language
        self._put(self._now.get(language, Said()))
        self._say_shipped()
        if self.is_own:
            self.look_again()

    @Slot()
    def _on_edited(self) -> None:
        self._rest.start()

    @Slot()
    def _on_rested(self) -> None:
        self._take()
        if self._language:
            self.typed.emit(self._language, self._now[self._language])
