"""A screen reader has an action of its own for what can be chosen; it counts as much as a click."""

from __future__ import annotations

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from intake.actions.interview.page import OptionWords
from ui.answer_widgets.option_group import OptionGroup
from ui.shared_widgets.choice_button import ChoiceButton
from ui.shared_widgets.form_parts import ChoiceGroup


def toggle(widget: QWidget) -> None:
    actions = QAccessible.queryAccessibleInterface(widget).actionInterface()
    assert "Toggle" in actions.actionNames()
    actions.doAction("Toggle")


def test_a_setting_that_a_reader_chooses_is_told(qtbot: QtBot) -> None:
    group = ChoiceGroup()
    qtbot.addWidget(group)
    group.show_choices("Minutes", (("1", "1 minute"), ("5", "5 minutes")))
    told: list[str] = []
    group.chosen.connect(told.append)
    group.choose("1")
    assert told == [], "what the program shows is nobody's choice"
    toggle(group.findChildren(ChoiceButton)[1])
    assert told == ["5"]
    assert group.value() == "5"


def test_an_answer_that_a_reader_ticks_and_takes_back_is_told(qtbot: QtBot) -> None:
    options = OptionGroup("Taken", (OptionWords("phone", "Phone"), OptionWords("keys", "Keys")), is_single=False)
    qtbot.addWidget(options)
    told: list[str] = []
    options.option_used.connect(told.append)
    options.choose(("keys",))
    for button in options.findChildren(ChoiceButton):
        toggle(button)
    assert told == ["phone", "keys"]
    assert options.chosen() == ("phone",)
