"""The rule of two people: what it asks, for what, and the one button that turns it on or off."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from intake.actions.keys.supervisor import is_supervisor
from intake.actions.keys.two_people import GuardedAct, has_second_person, is_rule_on, is_second_asked, turn_rule
from intake.actions.session import OpenVault
from intake.errors import Defect
from ui.accessibility import announce
from ui.app_state import AppState
from ui.background.at_rest import AtRest
from ui.screens.desk.panel import DeskPanel
from ui.secret_text import wiped
from ui.shared_widgets.choice_button import WrappingButton
from ui.shared_widgets.flow_layout import FlowLayout
from ui.shared_widgets.secret_field import SecretField
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.roles import Role

ORDER = 25


def build(state: AppState) -> TwoPeoplePanel:
    """The panel."""
    return TwoPeoplePanel(state)


@dataclass(frozen=True, slots=True)
class Rule:
    """How the rule stands. Alone there is nobody to ask, and so nothing to turn on."""

    is_on: bool = False
    is_alone: bool = True
    second_asked: bool = False


class TwoPeoplePanel(DeskPanel):
    """For supervisors; nobody else sees it."""

    def __init__(self, state: AppState) -> None:
        super().__init__(state)
        if state.session is None:
            raise Defect("the panel of two people needs an open vault")
        self._session = state.session
        self._rule = Rule()
        self._rest = AtRest(self)
        self.what = WrappedLabel()
        self.acts = WrappedLabel()
        self.limit = WrappedLabel()
        self.standing = WrappedLabel("", Role.STRONG)
        self.second = SecretField("")
        self.turn = WrappingButton("", Role.SECONDARY)
        foot = QWidget()
        FlowLayout(foot, gap=12).addWidget(self.turn)
        for part in (self.what, self.acts, self.limit, self.standing, self.second, foot):
            self.column.addWidget(part)
        self.turn.clicked.connect(self._on_turn)
        if not is_supervisor(self._session):  # never shown here: it would be a window of its own
            self.hide()
        self.look_again()

    def look_again(self) -> None:
        """Somebody may have come or left."""
        self.state.runner.run(partial(_look, self._session), self, self._on_seen, self.show_error)

    def leave(self) -> None:
        """Empty the field."""
        self.second.clear()

    def retranslate(self) -> None:
        """Set every text in the language of the screen."""
        rule = self._rule
        self.heading.setText(self.tr("Two people for what cannot be undone"))
        self.what.setText(
            self.tr(
                "With this rule, some things need a second person. They come to this screen and type their own "
                "passphrase. These are:"
            )
        )
        self.acts.setText("\n".join(self.tr("· {act}").format(act=self.words(act)) for act in GuardedAct))
        self.limit.setText(
            self.tr(
                "The rule guards against haste and against one person alone. It is no lock: a supervisor can still "
                "add people. The log shows that, and who agreed. If the second person has left, add a new one first."
            )
        )
        standing = self.tr("The rule is on.") if rule.is_on else self.tr("The rule is off.")
        if self.state.is_practice:
            standing = self.tr("In practice there is one person only.")
        elif rule.is_alone:
            standing += " " + self.tr("Only you have a passphrase here. Add a second person under Keys first.")
        self.standing.setText(standing)
        self.second.set_label(self.tr("To change this, the passphrase of the second person"))
        self.second.setVisible(rule.second_asked and not rule.is_alone)
        self.turn.setText(self.tr("Turn the rule off") if rule.is_on else self.tr("Turn the rule on"))
        self.turn.setVisible(rule.is_on or not rule.is_alone)

    def words(self, act: GuardedAct) -> str:
        """A guarded act as the list says it."""
        return {
            GuardedAct.ERASE_EVERYTHING: self.tr("erase everything"),
            GuardedAct.ERASE_SEVERAL: self.tr("erase several reports"),
            GuardedAct.ERASE_REPORT: self.tr("erase one report"),
            GuardedAct.ERASE_WORDS: self.tr("erase the words of a report"),
            GuardedAct.REMOVE_STAFF: self.tr("remove somebody from the vault"),
            GuardedAct.ANSWER_ORDER: self.tr("save the page that a court ordered"),
            GuardedAct.TURN_RULE_ON: self.tr("turn this rule on"),
            GuardedAct.TURN_RULE_OFF: self.tr("turn this rule off"),
        }[act]

    @Slot()
    def _on_turn(self) -> None:
        self.notice.hide_notice()
        self._rest.begin()
        job = partial(_turn, self._session, not self._rule.is_on, self.second.take())
        self.state.runner.run(job, self, self._on_turned, self.show_error, is_write=True)

    @Slot(object)
    def _on_seen(self, rule: Rule) -> None:
        self._rest.end()
        self._rule = rule
        self.retranslate()

    @Slot(object)
    def _on_turned(self, rule: Rule) -> None:
        self._on_seen(rule)
        self.turn.setFocus()
        announce(self.standing, self.standing.text())
        self.changed.emit()

    @Slot(object)
    def show_error(self, error: Exception) -> None:
        """Say it in the panel; the button works again."""
        self._rest.end()
        super().show_error(error)


def _look(session: OpenVault) -> Rule:
    is_on = is_rule_on(session)
    act = GuardedAct.TURN_RULE_OFF if is_on else GuardedAct.TURN_RULE_ON
    return Rule(is_on, not has_second_person(session), is_second_asked(session, act))


def _turn(session: OpenVault, is_wanted: bool, second: bytearray) -> Rule:
    with wiped(second):
        turn_rule(session, is_wanted, second)
    return _look(session)
