"""Erasing several reports on the screen: chosen by keyboard, looked at, counted, stopped by a hold."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from intake.actions.session import OpenVault
from intake.clock import FixedClock
from intake.errors import Defect
from intake.releases.model import Release, Signature, SignatureKind
from intake.vault.erasing import refusals
from intake.vault.keys import SlotOwner, StaffRole
from intake.vault.memory_vault import create_memory_vault
from tests.content.reading_grade import reading_grade
from tests.shipped import shipped_content
from tests.ui.accessible_names import nameless
from tests.ui.clipping import clipped
from tests.ui.conftest import MOMENT
from ui.app import ForthrightApp
from ui.app_state import AppState
from ui.lists.cases_model import DAYS_ROLE
from ui.main_window import MainWindow
from ui.screen import Wish
from ui.screens.erase_several.screen import EraseSeveralScreen, build
from ui.screens.today.screen import build as build_today
from ui.style.appearance import apply_appearance
from ui.style.tokens import DARK, LIGHT

DAY = MOMENT.date()


@pytest.fixture
def full(state: AppState) -> OpenVault:
    state.session = OpenVault(create_memory_vault(), shipped_content(), FixedClock(MOMENT))
    for _ in range(4):
        state.session.store.new_case(DAY)
    return state.session


def shown(qtbot: QtBot, state: AppState) -> EraseSeveralScreen:
    screen = build(state, Wish("erase_several"))
    qtbot.addWidget(screen)
    screen.resize(900, 700)
    screen.show()
    screen.activateWindow()
    return screen


def choose(screen: EraseSeveralScreen, count: int) -> None:
    """Tick the first rows as a person does: Space, arrow down."""
    screen.chooser.list.setFocus()
    for _ in range(count):
        QTest.keyClick(screen.chooser.list, Qt.Key.Key_Space)
        QTest.keyClick(screen.chooser.list, Qt.Key.Key_Down)
    QTest.keyClick(screen.chooser.next, Qt.Key.Key_Space)


def labels(session: OpenVault) -> list[str]:
    return [line.label for line in session.store.cases()]


def test_two_of_four_go_by_keyboard_alone(qtbot: QtBot, state: AppState, full: OpenVault) -> None:
    screen = shown(qtbot, state)
    before = labels(full)
    assert screen.first_focus() is screen.back
    assert not screen.chooser.next.isEnabled()
    choose(screen, 2)
    assert not screen.chooser.isVisible()
    assert "said: 2." in screen.review.goes.text()
    assert [line.split(":")[0] for line in screen.review.reports.text().splitlines()] == [
        f"· {one}" for one in before[:2]
    ]
    assert "A copy that somebody made by hand" in screen.review.left.text()
    for typed, works in (("", False), ("4", False), ("2 2", False), ("2", True), ("\u0662", True)):
        screen.review.typed.edit.setText(typed)
        assert screen.review.erase.isEnabled() is works, typed
    QTest.keyClick(screen.review.erase, Qt.Key.Key_Space)
    assert labels(full) == before[2:]
    assert screen.done.text().startswith("They are erased.")
    assert not screen.review.isVisible()
    assert screen.back.text() == "Back to Today"
    with qtbot.waitSignal(screen.go_to) as signal:
        QTest.keyClick(screen.back, Qt.Key.Key_Space)
    assert signal.args == [Wish("today")]


def test_space_chooses_and_takes_back_and_so_does_a_press_anywhere_on_the_row(
    qtbot: QtBot, state: AppState, full: OpenVault
) -> None:
    screen = shown(qtbot, state)
    chooser = screen.chooser
    row = chooser.list.visualRect(chooser.model.index(0, 0))
    for presses in range(1, 4):
        if presses == 2:
            QTest.mouseClick(chooser.list.viewport(), Qt.MouseButton.LeftButton, pos=row.center())
        elif presses == 3:
            box = row.topLeft() + chooser.list.rect().topLeft()
            box.setX(row.left() + 26)
            box.setY(row.center().y())
            QTest.mouseClick(chooser.list.viewport(), Qt.MouseButton.LeftButton, pos=box)
        else:
            QTest.keyClick(chooser.list, Qt.Key.Key_Space)
        assert len(chooser.model.chosen) == presses % 2
        assert chooser.count.text() == f"Chosen: {presses % 2} of 4"


def test_a_screen_reader_hears_whether_a_row_is_chosen(qtbot: QtBot, state: AppState, full: OpenVault) -> None:
    screen = shown(qtbot, state)
    chooser = screen.chooser
    interface = QAccessible.queryAccessibleInterface(chooser.list)
    row = interface.child(0)
    assert row.text(QAccessible.Text.Name).endswith("Not chosen.")
    assert not row.state().checked
    QTest.keyClick(chooser.list, Qt.Key.Key_Space)
    assert row.text(QAccessible.Text.Name).endswith("Chosen.")
    assert "Not" not in row.text(QAccessible.Text.Name)
    assert row.state().checked


def test_what_is_known_is_said_for_each_report(qtbot: QtBot, state: AppState, full: OpenVault) -> None:
    case = full.store.cases()[0]
    ink = Signature(SignatureKind.INK, place_kept="binder")
    full.store.put_release(Release(release_id="r", case_id=case.id, recipient="hospital_safe", signature=ink))
    full.store.put_export(case.id, "r", "ab", DAY)
    screen = shown(qtbot, state)
    choose(screen, 2)
    one, two = screen.review.reports.text().splitlines()
    assert one == f"· {case.label}: pages saved: 1; signed papers: 1"
    assert two.endswith("nothing of it has left, as far as we know")


def test_a_report_on_hold_is_named_and_others_can_be_chosen(qtbot: QtBot, state: AppState, full: OpenVault) -> None:
    case = full.store.cases()[1]
    full.store.put_hold(case.id, DAY)
    screen = shown(qtbot, state)
    held_rows = [screen.chooser.model.index(row, 0) for row in range(4)]
    said = [str(one.data(DAYS_ROLE)) for one in held_rows if one.data() == case.label]
    assert said[0].startswith("On hold since"), "it is said before anything is chosen"
    choose(screen, 2)
    assert f"On hold: {case.label}." in screen.review.held.text()
    for part in (screen.review.typed, screen.review.erase):
        assert not part.isVisible()
    QTest.keyClick(screen.review.others, Qt.Key.Key_Space)
    assert screen.chooser.isVisible()
    assert len(screen.chooser.model.chosen) == 2
    screen.chooser.model.toggle(screen.chooser.model.index(1, 0))
    QTest.keyClick(screen.chooser.next, Qt.Key.Key_Space)
    assert screen.review.erase.isVisible()
    assert not screen.review.held.isVisible()


def test_a_hold_set_meanwhile_is_said_and_nothing_goes(qtbot: QtBot, state: AppState, full: OpenVault) -> None:
    screen = shown(qtbot, state)
    choose(screen, 3)
    held = full.store.cases()[2]
    full.store.put_hold(held.id, DAY)
    QTest.keyClicks(screen.review.typed.edit, "3")
    QTest.keyClick(screen.review.erase, Qt.Key.Key_Space)
    assert f"On hold: {held.label}. So nothing was erased." in screen.notice.text()
    assert len(full.store.cases()) == 4
    assert screen.review.isEnabled()


def test_traces_that_could_not_be_written_over_are_said(qtbot: QtBot, state: AppState, full: OpenVault) -> None:
    screen = shown(qtbot, state)
    choose(screen, 2)
    screen.show_error(refusals.unfinished())
    assert "lock and unlock" in screen.notice.text()
    assert not screen.review.isVisible()
    assert not screen.done.isVisible()


def test_leaving_forgets_what_was_chosen_and_typed(qtbot: QtBot, state: AppState, full: OpenVault) -> None:
    screen = shown(qtbot, state)
    choose(screen, 2)
    QTest.keyClicks(screen.review.typed.edit, "2")
    screen.leave()
    assert screen.chooser.model.rowCount() == 0
    assert screen.chooser.model.chosen == ()
    assert (screen.review.typed.text(), screen.review.reports.text(), screen.review.left.text()) == ("", "", "")


def test_without_a_vault_it_is_our_mistake(state: AppState) -> None:
    with pytest.raises(Defect):
        build(state, Wish("erase_several"))


@pytest.mark.parametrize(
    ("role", "count", "is_offered"),
    [(StaffRole.SUPERVISOR, 2, True), (StaffRole.SUPERVISOR, 1, False), (StaffRole.ADVOCATE, 2, False)],
)
def test_home_leads_there_where_a_supervisor_has_several(
    qtbot: QtBot, state: AppState, role: StaffRole, count: int, is_offered: bool
) -> None:
    state.session = OpenVault(create_memory_vault(), shipped_content(), FixedClock(MOMENT))
    state.session.store.opened_by = SlotOwner(role, "K2")
    for _ in range(count):
        state.session.store.new_case(DAY)
    screen = build_today(state, Wish("today"))
    qtbot.addWidget(screen)
    screen.show()
    assert screen.actions_of_list.erase_several.isVisible() is is_offered
    if is_offered:
        with qtbot.waitSignal(screen.go_to) as signal:
            QTest.keyClick(screen.actions_of_list.erase_several, Qt.Key.Key_Space)
        assert signal.args == [Wish("erase_several")]


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("held", [False, True])
def test_every_word_has_room_is_plain_and_every_control_has_a_name(
    request: pytest.FixtureRequest, qapp: ForthrightApp, scale: float, direction: Qt.LayoutDirection, held: bool
) -> None:
    qapp.setLayoutDirection(direction)
    apply_appearance(qapp, DARK if scale > 1 else LIGHT, scale)
    qtbot, state, full = (request.getfixturevalue(name) for name in ("qtbot", "state", "full"))
    if held:
        full.store.put_hold(full.store.cases()[0].id, DAY)
    window = MainWindow(state)
    qtbot.addWidget(window, before_close_func=lambda w: w.hide())
    window.resize(1024, 700)
    window.show()
    for name in ("today", "erase_several"):
        window.navigator.go_to(Wish(name))
        QTest.qWait(30)
        assert nameless(window) == []
        assert clipped(window) == []
    screen = window.navigator.screen
    assert isinstance(screen, EraseSeveralScreen)
    choose(screen, 2)
    screen.review.second.ask(not held)
    screen.notice.show_error(refusals.these_are_held(["K-12", "B-33"]))
    QTest.qWait(30)
    assert nameless(window) == []
    assert clipped(window) == []
    for label in screen.findChildren(QLabel):
        assert reading_grade(label.text()) <= 7, label.text()
