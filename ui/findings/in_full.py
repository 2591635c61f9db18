"""One finding in full: how it stands and why, answer by answer, where it stops, what to say, what to do first."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QFrame, QVBoxLayout, QWidget

from intake.actions.protections.panel import FindingInFull, RuleInFull
from ui.accessibility import give_name
from ui.findings.instrument_lines import say_source, say_what_to_do
from ui.findings.lines import Lines
from ui.findings.looks import LOOKS, STATES
from ui.shared_widgets.choice_button import WrappingButton
from ui.shared_widgets.flow_layout import FlowLayout
from ui.shared_widgets.scroll_column import ScrollColumn
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.facing import facing
from ui.style.roles import Role, set_role


class FindingPage(QFrame):
    """Stands in place of everything else until Esc. The arrow keys scroll."""

    close_wanted = Signal()
    question_wanted = Signal(str)
    library_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        set_role(self, Role.PLAIN)
        self.instrument = ""
        self._finding: FindingInFull | None = None
        self.back = WrappingButton("", Role.SECONDARY)
        self.library = WrappingButton("", Role.SECONDARY, "page")
        self.title = WrappedLabel("", Role.TITLE)
        self.standing = Lines()
        self.links = QButtonGroup(self)
        self._link_place = QVBoxLayout()
        self.words = Lines()
        self.reading = ScrollColumn(characters=90)
        self._build()
        self.back.clicked.connect(self.close_wanted)
        self.library.clicked.connect(self._on_library)
        self.links.idClicked.connect(self._on_link)
        self.retranslate()
        self.hide()

    def show_finding(self, finding: FindingInFull) -> None:
        """Say all of it, from the top."""
        self.empty()
        self._finding, self.instrument = finding, finding.card.instrument
        self._write(finding)
        self.reading.verticalScrollBar().setValue(0)

    def first_focus(self) -> QWidget:
        """The words, so that the arrow keys scroll at once."""
        return self.reading

    def stops(self) -> list[QWidget]:
        """Everything the Tab key comes to, from top to bottom."""
        return [self.back, self.library, self.reading, *self.links.buttons()]

    def empty(self) -> None:
        """Forget the finding: its reasons tell of the answers."""
        self._finding, self.instrument = None, ""
        self.title.setText("")
        for lines in (self.standing, self.words):
            lines.empty()
        for button in self.links.buttons():
            self.links.removeButton(button)
            self._link_place.removeWidget(button)
            button.hide()
            button.deleteLater()

    def retranslate(self) -> None:
        """Set every text anew."""
        self.back.setText(self.tr("Back"))
        give_name(self.back, self.tr("Back to where you were"))
        self.library.setText(self.tr("Open in the library"))
        give_name(self.library, self.library.text(), self.tr("There you can save a page for the person."))
        give_name(self.reading, self.tr("One protection in full"), self.tr("Arrow keys scroll. Escape goes back."))
        if self._finding is not None:
            self.show_finding(self._finding)

    def _build(self) -> None:
        self.reading.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        buttons = QWidget()
        flow = FlowLayout(buttons, gap=12)
        flow.addWidget(self.back)
        flow.addWidget(self.library)
        self._link_place.setSpacing(0)
        for widget in (self.title, self.standing):
            self.reading.add(widget)
        self.reading.column.addLayout(self._link_place)
        self.reading.add(self.words)
        self.reading.column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 24, 32, 16)
        column.setSpacing(12)
        column.addWidget(buttons)
        column.addWidget(self.reading, 1)

    def _write(self, finding: FindingInFull) -> None:
        card, page = finding.card, finding.page
        _, role, colour = LOOKS[card.shape]
        self.title.setText(page.title)
        self.standing.pictured(card.shape, colour, card.headline, role, 22)
        if finding.about:
            self.standing.say(self.tr("About: {thing}").format(thing=finding.about), Role.LABEL)
        self.standing.say(card.plain_words)
        self.standing.say(finding.who_promised, Role.HINT)
        self.standing.each(card.because)
        self._write_links(finding)
        for rule in finding.rules:
            self._write_rule(rule)
        self.words.head(page.headings["stops"], Role.HEADING)
        for limit in finding.limits:
            self.words.each((limit.sentence,), Role.STRONG if limit.narrows else Role.BODY)
            self.words.below(limit.source_line)
        self.words.each(card.notes)
        say_what_to_do(self.words, page)
        say_source(self.words, page)

    def _write_links(self, finding: FindingInFull) -> None:
        if finding.card.settle:
            self.standing.head(finding.words["settled_by"])
        for number, link in enumerate(finding.card.settle):
            button = WrappingButton(link.prompt, Role.SECTION, facing(self, "arrow-right"))
            give_name(button, finding.words["go_to"].replace("{prompt}", link.prompt))
            self.links.addButton(button, number)
            self._link_place.addWidget(button)

    def _write_rule(self, rule: RuleInFull) -> None:
        _, role, colour = LOOKS[rule.shape]
        self.words.head(rule.title, Role.HEADING)
        self.words.pictured(rule.shape, colour, rule.headline, role)
        self.words.say(rule.effect)
        for one in rule.conditions:
            role = Role.HINT if one.state == "met" else Role.BODY  # what is open or missing stands out
            self.words.pictured(*STATES[one.state], f"{one.word}: {one.sentence}", role, 16)
        self.words.each(rule.because)
        self.words.say(rule.narrowed_line)

    @Slot(int)
    def _on_link(self, number: int) -> None:
        if self._finding is not None:
            self.question_wanted.emit(self._finding.card.settle[number].question_id)

    @Slot()
    def _on_library(self) -> None:
        self.library_wanted.emit(self.instrument)
