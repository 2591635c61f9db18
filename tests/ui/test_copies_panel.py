"""Copies at the desk: made into a chosen folder, listed, checked again; a broken one is told in the panel."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from intake.actions.copies.copies import Copies, Copy, list_copies
from intake.actions.session import OpenVault
from intake.clock import FixedClock
from intake.vault.backup.copy_store import CopyLine
from intake.vault.keys import SlotOwner, StaffRole
from intake.vault.memory_vault import create_memory_vault
from intake.vault.slots.staff_keys import add_staff, remove_staff
from intake.vault.vault_folder import create_vault_folder
from tests.content.reading_grade import reading_grade
from tests.shipped import shipped_content
from tests.ui.accessible_names import nameless
from tests.ui.clipping import clipped
from tests.ui.conftest import MOMENT
from tests.ui.held_runner import HeldRunner
from tests.unit.vault.conftest import TINY
from ui.app import ForthrightApp
from ui.app_state import AppState
from ui.screens.desk.panels.copies import CopiesPanel, build
from ui.style.appearance import apply_appearance
from ui.style.tokens import LIGHT

WORDS = "seven quiet herons over the weir"
TOP_GRADE = 7.0


@pytest.fixture
def panel(qtbot: QtBot, state: AppState) -> Iterator[CopiesPanel]:
    store = create_vault_folder(state.vault_folder, bytearray(WORDS.encode()), FixedClock(MOMENT), TINY)
    store.new_case(MOMENT.date())
    state.session = OpenVault(store, shipped_content(), FixedClock(MOMENT))
    made = build(state)
    made.retranslate()
    qtbot.addWidget(made)
    made.resize(700, 500)
    made.show()
    yield made
    store.close()


@pytest.fixture
def place(tmp_path: Path) -> Path:
    made = tmp_path / "stick"
    made.mkdir()
    return made


def choose(panel: CopiesPanel, folder: Path, *, is_check: bool = False) -> None:
    elsewhere = panel.elsewhere if panel.elsewhere.isVisible() else panel.make
    QTest.mouseClick(panel.check if is_check else elsewhere, Qt.MouseButton.LeftButton)
    picker = panel.checking.picker if is_check else panel.picker
    assert picker is not None
    picker.go(folder)
    picker._on_choose_clicked()


def shown(panel: CopiesPanel) -> str:
    return " ".join(label.text() for label in panel.findChildren(QLabel) if label.isVisible())


def test_without_a_copy_the_panel_says_so(panel: CopiesPanel) -> None:
    assert panel.reminder.text().startswith("There is no copy yet.")
    assert not panel.list.isVisible()


def test_a_vault_that_was_kept_aside_is_no_copy_to_count_on(panel: CopiesPanel) -> None:
    store, today = panel._session.store, MOMENT.date()
    store.note_copy(CopyLine("kept-1", "/home/vault-before", today, today, "", 1), [store.cases()[0].id])
    copies = list_copies(panel._session)
    assert (copies.made, copies.is_due, copies.last_place) == ((), True, None)


def test_a_copy_is_made_listed_and_checked(panel: CopiesPanel, place: Path) -> None:
    choose(panel, place)
    (copy,) = place.iterdir()
    assert panel.done.text().startswith("The copy was opened and is good. Reports in it: 1.")
    assert panel.checking.passphrase.is_empty()
    assert panel.reminder.text() == "The last copy is from 4 May 2026."
    assert str(place) in shown(panel).replace("\u200b", "")
    assert copy.name in shown(panel).replace("\u200b", "")
    choose(panel, copy, is_check=True)
    assert panel.done.text() == "This copy is good. Reports in it: 1."


def test_a_copy_that_holds_an_erased_report_says_so(panel: CopiesPanel, place: Path) -> None:
    choose(panel, place)
    session = panel.state.session
    assert session is not None
    session.store.erase_case(session.store.cases()[0].id, session.clock.today())
    panel._look()
    QTest.qWait(10)
    assert "Reports erased here that this copy still holds: 1" in shown(panel)


def test_a_broken_copy_is_told_and_the_vault_stays_open(panel: CopiesPanel, place: Path) -> None:
    choose(panel, place)
    (copy,) = place.iterdir()
    raw = bytearray((copy / "records.db").read_bytes())
    raw[9000] ^= 1
    (copy / "records.db").write_bytes(raw)
    choose(panel, copy, is_check=True)
    assert panel.notice.text().startswith("This copy is broken.")
    assert not panel.done.isVisible()
    assert panel.make.isEnabled()


def test_the_next_copy_goes_to_the_same_place_with_one_button_and_no_passphrase(
    panel: CopiesPanel, place: Path
) -> None:
    assert panel.make.text() == "Choose a place and make a copy"
    assert not panel.elsewhere.isVisible()
    choose(panel, place)
    assert panel.make.text() == "Make a copy now"
    assert panel.goes_to.text().replace("\u200b", "") == f"It goes to {place}"
    QTest.mouseClick(panel.make, Qt.MouseButton.LeftButton)
    assert len(list(place.iterdir())) == 2
    assert panel.done.text().startswith("The copy was opened and is good.")
    assert not panel.checking.passphrase.isVisible()


def test_a_place_that_is_gone_is_told_and_another_can_be_chosen(
    panel: CopiesPanel, place: Path, tmp_path: Path
) -> None:
    choose(panel, place)
    place.rename(tmp_path / "pulled")
    QTest.mouseClick(panel.make, Qt.MouseButton.LeftButton)
    assert panel.notice.text().startswith("The place for the copy is not there. Your vault is as it was.")
    assert not panel.done.isVisible()
    choose(panel, tmp_path / "pulled")
    assert panel.done.text().startswith("The copy was opened and is good.")


def test_a_copy_from_before_somebody_left_asks_for_its_passphrase(panel: CopiesPanel, place: Path) -> None:
    session, leaver = panel.state.session, bytearray(b"eleven amber lanterns under a bridge")
    assert session is not None
    owner = SlotOwner(StaffRole.ADVOCATE, "KJ2", MOMENT.date().isoformat())
    add_staff(session.store, bytearray(WORDS.encode()), owner, leaver, TINY)
    choose(panel, place)
    (older,) = place.iterdir()
    session.store = remove_staff(session.store, bytearray(WORDS.encode()), "KJ2")
    choose(panel, older, is_check=True)
    assert panel.notice.text().startswith("This copy was made under other keys")
    assert panel.checking.passphrase.isVisible()
    QTest.mouseClick(panel.checking.open_copy, Qt.MouseButton.LeftButton)
    assert panel.notice.text() == "Type the passphrase first."
    QTest.keyClicks(panel.checking.passphrase.edit, WORDS)
    QTest.mouseClick(panel.checking.open_copy, Qt.MouseButton.LeftButton)
    assert panel.done.text() == "This copy is good. Reports in it: 1."
    assert not panel.checking.passphrase.isVisible()
    QTest.mouseClick(panel.make, Qt.MouseButton.LeftButton)
    newer = next(one for one in place.iterdir() if one != older)
    choose(panel, newer, is_check=True)
    assert panel.done.text() == "This copy is good. Reports in it: 1."
    session.store.close()


def test_what_was_said_goes_with_its_language(panel: CopiesPanel, place: Path) -> None:
    choose(panel, place)
    assert panel.done.text()
    QCoreApplication.sendEvent(panel.window(), QEvent(QEvent.Type.LanguageChange))
    assert panel.done.text() == ""


def test_an_old_copy_is_a_reason_for_a_new_one(panel: CopiesPanel) -> None:
    old = Copy("copy-2026-04-01-abcd", "/media/stick", date(2026, 4, 1), date(2026, 4, 1), 3, "00")
    panel._on_listed(Copies((old,), is_due=True))
    assert panel.reminder.text() == "The last copy is from 1 April 2026. It is time for a new one."


def test_in_practice_there_is_nothing_to_copy(qtbot: QtBot, state: AppState, place: Path) -> None:
    with create_memory_vault() as store:
        state.session = OpenVault(store, shipped_content(), FixedClock(MOMENT), is_practice=True)
        made = build(state)
        made.retranslate()
        qtbot.addWidget(made)
        made.show()
        choose(made, place)
        assert made.notice.text().startswith("In practice there is nothing to copy.")


def test_leaving_empties_the_passphrase(panel: CopiesPanel) -> None:
    QTest.keyClicks(panel.checking.passphrase.edit, WORDS)
    panel.leave()
    assert panel.checking.passphrase.is_empty()


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_nothing_is_cut_off_and_everything_has_a_name(
    qapp: ForthrightApp, panel: CopiesPanel, place: Path, direction: Qt.LayoutDirection, scale: float
) -> None:
    qapp.setLayoutDirection(direction)
    apply_appearance(qapp, LIGHT, scale)
    choose(panel, place)
    QTest.mouseClick(panel.check, Qt.MouseButton.LeftButton)
    panel.checking._ask_passphrase(is_asked=True)
    panel.resize(700, panel.heightForWidth(700) if panel.hasHeightForWidth() else panel.sizeHint().height())
    QTest.qWait(30)
    assert nameless(panel) == []
    assert clipped(panel) == []


def test_the_words_are_plain(panel: CopiesPanel) -> None:
    for label in (panel.reminder, panel.why, panel.put_back, panel.heading):
        assert reading_grade(label.text()) <= TOP_GRADE, label.text()


def test_the_keyboard_waits_while_a_copy_is_made_and_comes_back(
    panel: CopiesPanel, state: AppState, place: Path
) -> None:
    choose(panel, place)
    after = QPushButton("Erase everything")
    panel.column.addWidget(after)
    panel.make.setFocus()
    state.runner = busy = HeldRunner()
    QTest.keyClick(panel.make, Qt.Key.Key_Return)
    assert panel.window().focusWidget() is None
    busy.do_all()
    assert panel.window().focusWidget() is panel.make


def test_the_keyboard_comes_back_when_a_copy_could_not_be_made(
    panel: CopiesPanel, state: AppState, place: Path
) -> None:
    choose(panel, place)
    shutil.rmtree(place)
    panel.make.setFocus()
    state.runner = busy = HeldRunner()
    QTest.keyClick(panel.make, Qt.Key.Key_Return)
    busy.do_all()
    assert panel.notice.isVisible()
    assert panel.window().focusWidget() is panel.make
