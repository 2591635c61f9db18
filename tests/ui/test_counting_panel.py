"""The tally: with a yes it adds one and forgets; without one it says why not. No report is anywhere near."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from intake.actions.cases.cases import start_case
from intake.actions.counting.count import SETTING, count
from intake.actions.counting.totals import told_totals
from intake.actions.session import OpenVault
from intake.errors import Mishap
from intake.vault.keys import SlotOwner, StaffRole
from intake.vault.memory_vault import create_memory_vault
from tests.shipped import shipped_content
from tests.ui.accessible_names import nameless
from tests.ui.clipping import clipped
from tests.ui.held_runner import HeldRunner
from ui.app_state import AppState
from ui.screens.desk.panels.counting import CountingPanel, build


@pytest.fixture
def session(state: AppState) -> Iterator[OpenVault]:
    opened = OpenVault(create_memory_vault(), shipped_content(), state.clock)
    state.session = opened
    yield opened
    opened.store.close()


@pytest.fixture
def panel(qtbot: QtBot, state: AppState, session: OpenVault) -> CountingPanel:
    panel = build(state)
    qtbot.addWidget(panel)
    panel.retranslate()
    panel.resize(820, 900)
    panel.show()
    return panel


def press(panel: CountingPanel, part: str) -> None:
    QTest.mouseClick(panel.parts[part], Qt.MouseButton.LeftButton)


def test_a_part_opens_with_its_questions_and_can_be_heard(panel: CountingPanel) -> None:
    press(panel, "people")
    assert nameless(panel) == []
    assert clipped(panel) == []


def test_without_a_yes_nothing_is_counted_and_the_ticks_stay(panel: CountingPanel, session: OpenVault) -> None:
    press(panel, "later")
    panel.form._answers["later.again"].put_back("yes")
    QTest.mouseClick(panel.form.add, Qt.MouseButton.LeftButton)
    assert panel.notice.isVisible()
    assert session.store.setting(SETTING) is None
    assert panel.form.given() == {"later.again": "yes"}


def test_with_a_yes_it_counts_and_forgets(panel: CountingPanel, session: OpenVault) -> None:
    press(panel, "later")
    panel.form._answers["later.again"].put_back("yes")
    panel.form._answers["later.what_came"].put_back(("none",))
    panel.form.said_yes.box.setChecked(True)
    QTest.mouseClick(panel.form.add, Qt.MouseButton.LeftButton)
    assert panel.form.isHidden()
    assert panel.form.given() == {}
    assert not panel.form.said_yes.is_ticked
    assert session.store.setting(SETTING) == (
        f'{{"{session.clock.today().year}": {{"later.again": {{"": 1, "yes": 1}}, '
        '"later.what_came": {"": 1, "none": 1}}}'
    )
    assert panel.counted.text().startswith("Counted and forgotten.")


def test_what_is_counted_holds_neither_a_report_nor_a_day(session: OpenVault) -> None:
    case = start_case(session)
    count(session, {"later.again": "no", "people.age": "18_24"}, said_yes=True)
    kept = session.store.setting(SETTING) or ""
    today = session.clock.today()
    for told in (case.id, case.label, f"{today:%Y-%m}", today.isoformat()):
        assert told not in kept
    assert session.store.case(case.id).all_answers() == {}


def test_an_empty_sheet_says_so(session: OpenVault) -> None:
    with pytest.raises(Mishap) as raised:
        count(session, {}, said_yes=True)
    assert raised.value.what_happened == "No answer is marked yet."
    assert raised.value.what_is_safe == "Nothing was counted."


def filled(year: int) -> str:
    cells = {"": 70, "yes": 20, "no": 45, "not_sure": 5}
    return json.dumps({str(year): {"later.again": cells, "pooled.asked_papers": {"": 70, "yes": 35, "no": 35}}})


def test_a_supervisor_sees_the_totals_of_a_year_that_is_over(panel: CountingPanel, session: OpenVault) -> None:
    session.store.put_setting(SETTING, filled(session.clock.today().year - 1))
    panel.look_again()
    told = panel.totals.text()
    assert "Would you report again? About 70 people." in told
    assert "No: about 45" in told
    assert told.count("not told") == 2
    assert "papers" not in told
    assert clipped(panel) == []


def test_nothing_is_told_of_a_running_year(panel: CountingPanel, session: OpenVault) -> None:
    session.store.put_setting(SETTING, filled(session.clock.today().year))
    panel.look_again()
    assert panel.totals.text().startswith("Nothing yet.")


def test_totals_are_for_supervisors(qtbot: QtBot, state: AppState, session: OpenVault) -> None:
    session.store.opened_by = SlotOwner(StaffRole.ADVOCATE, "B7")
    panel = build(state)
    qtbot.addWidget(panel)
    panel.retranslate()
    panel.show()
    assert panel.totals.isHidden()
    assert panel.totals_heading.isHidden()
    with pytest.raises(Mishap):
        told_totals(session)


def test_it_is_counted_once_however_often_it_is_pressed(
    panel: CountingPanel, state: AppState, session: OpenVault
) -> None:
    press(panel, "later")
    panel.form._answers["later.again"].put_back("yes")
    panel.form.said_yes.box.setChecked(True)
    state.runner = busy = HeldRunner()
    panel.form.add.setFocus()
    for _ in range(2):
        QTest.keyClick(panel.form.add, Qt.Key.Key_Return)
    busy.do_all()
    assert (
        session.store.setting(SETTING) == f'{{"{session.clock.today().year}": {{"later.again": {{"": 1, "yes": 1}}}}}}'
    )
    assert panel.window().focusWidget() is panel.parts["later"]


def test_what_could_not_be_counted_can_be_counted_again(panel: CountingPanel, state: AppState) -> None:
    press(panel, "later")
    state.runner = busy = HeldRunner()
    panel.form.add.setFocus()
    QTest.keyClick(panel.form.add, Qt.Key.Key_Return)
    assert not panel.form.close_button.hasFocus()
    busy.do_all()
    assert panel.notice.isVisible()
    assert panel.form.add.isEnabled()
    assert panel.window().focusWidget() is panel.form.add
