"""The first step: is a page needed at all, and if so, who gets it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.accessibility import announce
from ui.screens.referral.columns import Columns, GrowingScroll
from ui.screens.referral.presenter import AboutChosen, PlaceChosen, Presenter
from ui.screens.referral.recipient_cards import RecipientCards
from ui.screens.referral.releases_list import ReleasesList
from ui.shared_widgets.choice_button import WrappingButton
from ui.shared_widgets.flow_layout import FlowLayout
from ui.shared_widgets.form_parts import ChoiceGroup
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.roles import Role


class OtherWays(QWidget):
    """The safer ways come first: no page at all."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self._question = WrappedLabel("", Role.SCRIPT)
        self.tell = WrappingButton("")
        self.call = WrappingButton("")
        answers = QWidget()
        row = FlowLayout(answers, gap=8)
        row.addWidget(self.tell)
        row.addWidget(self.call)
        self._then = WrappedLabel()
        self._then.hide()
        column.addWidget(self._question)
        column.addWidget(answers)
        column.addWidget(self._then)
        self.tell.clicked.connect(self._on_tell)
        self.call.clicked.connect(self._on_call)
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words in the language of the screen."""
        self._question.setText(self.tr("Could you tell them yourself, or could we call with no name?"))
        self.tell.setText(self.tr("The person tells them"))
        self.call.setText(self.tr("We call with no name"))

    def answer(self) -> str:
        """What is said about the way chosen, or nothing."""
        return self._then.text()

    @Slot()
    def _on_tell(self) -> None:
        self._say(self.tr("Then no page is needed, and nothing leaves. You can practise together what to say."))

    @Slot()
    def _on_call(self) -> None:
        self._say(self.tr("Then no page is needed. Call from the office phone, with no name and no details."))

    def _say(self, words: str) -> None:
        self._then.setText(words)
        self._then.show()
        announce(self, words)


class ChooseRecipient(QWidget):
    """Safer ways, the places, and the permissions given before."""

    acted = Signal(object)  # Act
    taken_back = Signal(str)
    happened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ways = OtherWays()
        self.cards = RecipientCards()
        self.releases = ReleasesList()
        self.about = ChoiceGroup()
        self._who = WrappedLabel("", Role.HEADING)
        self._aloud = WrappedLabel("", Role.HEADING)
        self._risk = WrappedLabel("", Role.SCRIPT)
        self._risks: dict[str, str] = {}
        self._choose_first = WrappedLabel("", Role.STRONG)
        self.go_on = WrappingButton("", Role.PRIMARY)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Columns(self._places(), self._permissions(), self._foot(), (5, 2)))
        self.go_on.clicked.connect(self._on_go_on)
        self.cards.chosen.connect(self._on_chosen)
        self.about.chosen.connect(self._on_about)
        self.releases.taken_back.connect(self.taken_back)
        self.releases.happened.connect(self.happened)
        self.retranslate()

    def show_state(self, presenter: Presenter) -> None:
        """Show the places and the permissions as they stand."""
        chosen = presenter.recipient.id if presenter.recipient else ""
        self._risks = {line.id: line.risk_line for line in presenter.recipients}
        self.cards.show_recipients(presenter.recipients, chosen)
        self._show_risk()
        about = presenter.about
        question = self.tr("One page is about one thing. Which one?")
        self.about.show_choices(question, tuple((one.id, one.label) for one in about.choices))
        self.about.choose(about.chosen)
        self.about.setVisible(bool(about.choices))
        self.releases.show_releases(presenter.releases, self.go_on)

    def first_focus(self) -> QWidget:
        """The safer way first."""
        return self.cards.first() or self.ways.tell if self.cards.value() else self.ways.tell

    def retranslate(self) -> None:
        """Set the words in the language of the screen."""
        self._who.setText(self.tr("If a page is still needed: who may get it?"))
        self._aloud.setText(self.tr("Read this out"))
        self._choose_first.setText(self.tr("Choose one place first."))
        self.go_on.setText(self.tr("Show the page"))
        self.ways.retranslate()
        self.releases.retranslate()

    def _places(self) -> GrowingScroll:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 8, 8)
        column.setSpacing(16)
        column.addWidget(self.ways)
        column.addSpacing(8)
        column.addWidget(self.about)
        column.addWidget(self._who)
        column.addWidget(self.cards)
        column.addStretch(1)
        return GrowingScroll(content)

    def _permissions(self) -> GrowingScroll:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 8, 8)
        column.setSpacing(16)
        column.addWidget(self._aloud)
        column.addWidget(self._risk)
        column.addSpacing(8)
        column.addWidget(self.releases)
        column.addStretch(1)
        return GrowingScroll(content)

    def _foot(self) -> QWidget:
        foot = QWidget()
        column = QVBoxLayout(foot)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(8)
        self._choose_first.hide()
        column.addWidget(self._choose_first)
        column.addWidget(self.go_on, 0, Qt.AlignmentFlag.AlignLeft)
        return foot

    def _show_risk(self) -> None:
        risk = self._risks.get(self.cards.value(), "")
        self._risk.setText(risk)
        self._risk.setVisible(bool(risk))
        self._aloud.setVisible(bool(risk))

    @Slot()
    def _on_go_on(self) -> None:
        chosen = self.cards.value()
        if chosen:
            self.acted.emit(PlaceChosen(chosen))
            return
        self._choose_first.show()
        announce(self, self._choose_first.text())
        first = self.cards.first()
        if first is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot(str)
    def _on_about(self, chosen: str) -> None:
        self.acted.emit(AboutChosen(chosen))

    @Slot(str)
    def _on_chosen(self, recipient_id: str) -> None:
        self._choose_first.hide()
        self._show_risk()
        announce(self, self._risks.get(recipient_id, ""))
