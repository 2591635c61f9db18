"""On the real screens: one button makes a copy, a lost vault comes back from it, a broken one is read out."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from intake.actions.interview.record_answer import record_answer
from intake.actions.session import OpenVault
from intake.answers.model import AnswerStatus
from intake.clock import FixedClock
from intake.content import Content
from intake.errors import Mishap
from intake.vault import key_file, mishaps
from intake.vault.vault_folder import open_vault_folder
from tests.content.reading_grade import reading_grade
from tests.journeys.conftest import MOMENT, PASSPHRASE, QUICK
from ui.app import ForthrightApp
from ui.app_state import AppState
from ui.background.job_runner import ImmediateRunner
from ui.main_window import MainWindow
from ui.screen import Wish
from ui.screens.desk.panels.copies import CopiesPanel
from ui.screens.desk.screen import DeskScreen
from ui.screens.interview.screen import InterviewScreen
from ui.screens.restore.screen import RestoreScreen
from ui.screens.salvage.screen import SalvageScreen
from ui.screens.today.screen import TodayScreen
from ui.screens.unlock.screen import UnlockScreen

PAGE = 4096
QUESTION = "wishes.not_wanted"
TOP_GRADE = 7.0


@pytest.fixture(scope="session")
def qapp_cls() -> type[ForthrightApp]:
    return ForthrightApp


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keys that cost nothing; the screens themselves know no cost."""
    monkeypatch.setattr("intake.actions.vault.unlock_vault.DEFAULT_COST", QUICK)
    monkeypatch.setattr("intake.vault.backup.salvage.salvage.__defaults__", (QUICK,))


@dataclass
class Desk:
    """The program as a person meets it: one window, pressed and read."""

    window: MainWindow
    state: AppState = field(repr=False)

    def see(self, kind: type[QWidget]) -> QWidget:
        screen = self.window.navigator.screen
        QTest.qWait(5)
        screen = self.window.navigator.screen
        assert isinstance(screen, kind), screen
        return screen

    def press(self, words: str) -> None:
        for button in self.window.findChildren(QWidget):
            text = getattr(button, "text", None)
            if callable(text) and hasattr(button, "click") and button.isVisible() and str(text()) == words:
                button.click()
                QTest.qWait(5)
                return
        raise AssertionError(f"no button says {words}")

    def said(self) -> str:
        """Every word on the screen, as one line."""
        QTest.qWait(5)
        found = [label.text() for label in self.window.findChildren(QLabel) if label.isVisible()]
        return " ".join(found).replace("\u200b", "")

    def unlock(self, passphrase: str = PASSPHRASE) -> None:
        screen = self.see(UnlockScreen)
        assert isinstance(screen, UnlockScreen)
        screen._show_whether_there(True)
        screen.passphrase.set_text(passphrase)
        screen.open_button.click()
        QTest.qWait(5)

    def go(self, name: str, **arguments: object) -> None:
        self.window.navigator.go_to(Wish(name, arguments))
        QTest.qWait(5)

    def copies(self) -> CopiesPanel:
        screen = self.see(DeskScreen)
        assert isinstance(screen, DeskScreen)
        return next(panel for panel in screen.panels if isinstance(panel, CopiesPanel))

    def hide(self) -> None:
        self.window.keeper.lock()
        QTest.qWait(5)


@pytest.fixture
def labels(vault_folder: Path, content: Content, clock: FixedClock) -> list[str]:
    """Three reports with something said in each."""
    return [add_report(vault_folder, content, clock) for _ in range(3)]


@pytest.fixture
def desk(qtbot: QtBot, qapp: ForthrightApp, vault_folder: Path, content: Content, labels: list[str]) -> Iterator[Desk]:
    state = AppState(ImmediateRunner(), FixedClock(MOMENT), vault_folder, content=content)
    window = MainWindow(state)
    qtbot.addWidget(window)
    window.show()
    window.navigator.go_to(Wish("unlock"))
    yield Desk(window, state)
    window.keeper.lock()
    window.navigator.leave_screen()


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    made = tmp_path / "stick"
    made.mkdir()
    return made


@pytest.fixture
def copy(desk: Desk, stick: Path) -> Path:
    """Made from the desk and locked again."""
    desk.unlock()
    desk.go("desk")
    desk.press("Choose a place and make a copy")
    picker = desk.copies().picker
    assert picker is not None
    picker.go(stick)
    desk.press("Put the copy here")
    assert "The copy was opened and is good. Reports in it: 3." in desk.said()
    desk.hide()
    return next(stick.iterdir())


def add_report(folder: Path, content: Content, clock: FixedClock) -> str:
    with open_vault_folder(folder, bytearray(PASSPHRASE.encode())) as store:
        session = OpenVault(store, content, clock)
        case = store.new_case(clock.today())
        record_answer(session, case.id, "limits.go_on", AnswerStatus.GIVEN, "yes")
        record_answer(session, case.id, QUESTION, AnswerStatus.GIVEN, f"{case.label} said this. " * 400)
        return case.label


def reports_in(folder: Path) -> set[str]:
    with open_vault_folder(folder, bytearray(PASSPHRASE.encode())) as store:
        return {line.label for line in store.cases()}


def choose_copy(desk: Desk, copy: Path, passphrase: str = PASSPHRASE) -> RestoreScreen:
    screen = desk.see(RestoreScreen)
    assert isinstance(screen, RestoreScreen)
    screen.copy.button.click()
    assert screen.copy.picker is not None
    screen.copy.picker.go(copy)
    desk.press("Use the copy in this folder")
    screen.passphrase.set_text(passphrase)
    desk.press("Look at the copy")
    return screen


def test_a_lost_vault_comes_back_from_a_copy_made_with_one_button(
    desk: Desk, copy: Path, stick: Path, vault_folder: Path, tmp_path: Path, labels: list[str]
) -> None:
    desk.unlock()
    desk.go("desk")
    desk.press("Make a copy now")
    assert len(list(stick.iterdir())) == 2
    desk.hide()
    vault_folder.rename(tmp_path / "lost")
    desk.go("unlock")
    QTest.qWait(300)
    desk.press("Put back a copy")
    choose_copy(desk, copy)
    assert "There is no vault in that place, so nothing is replaced." in desk.said()
    assert not vault_folder.exists()
    desk.press("Put it back")
    assert "The copy is in its place and was opened there. Reports: 3." in desk.said()
    desk.press("Open the vault")
    desk.unlock()
    desk.see(TodayScreen)
    desk.hide()
    assert reports_in(vault_folder) == set(labels)


def test_before_a_live_vault_is_replaced_its_newer_reports_are_shown(
    desk: Desk, copy: Path, vault_folder: Path, content: Content, labels: list[str]
) -> None:
    later = FixedClock(MOMENT + timedelta(days=2))
    new = add_report(vault_folder, content, later)
    with open_vault_folder(vault_folder, bytearray(PASSPHRASE.encode())) as store:
        changed, gone = (line for line in store.cases() if line.label in labels[:2])
        record_answer(OpenVault(store, content, later), changed.id, QUESTION, AnswerStatus.GIVEN, "another")
        store.erase_case(gone.id, later.today())
    before = reports_in(vault_folder)
    desk.press("Other ways in")
    desk.press("Put back a copy")
    choose_copy(desk, copy)
    said = desk.said()
    assert "This copy is good. Reports in it: 3. By its name it was made on 21 November 2026." in said
    assert f"Only in the vault, not in the copy: {new} (23 November 2026)" in said
    assert f"Newer in the vault than in the copy: {changed.label} (23 November 2026)" in said
    assert f"Not in the vault now; they come back: {gone.label} (21 November 2026)" in said
    assert "If one of these was erased since the copy was made, erase it again." in said
    assert "The vault that is there now is not thrown away." in said
    assert reports_in(vault_folder) == before  # looking changed nothing
    desk.press("Put it back")
    (aside,) = vault_folder.parent.glob("vault-before-*")
    assert f"The vault that was there is kept in {aside.name}" in desk.said()
    assert reports_in(vault_folder) == set(labels)
    assert reports_in(aside) == before


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        ("damaged", "This copy is broken. Do not count on it. Nothing was put back."),
        ("empty", "There is no copy in this folder. Nothing was put back."),
        ("passphrase", "This passphrase does not open the copy. Nothing was put back."),
        ("open", "The vault or the copy is open in another window. Nothing was put back."),
        ("other", "This is a copy of another vault than the one in that folder. Nothing was put back."),
        ("itself", "The copy and the folder for the vault are the same, or one lies in the other."),
    ],
)
def test_what_stands_in_the_way_of_putting_back_is_named(
    desk: Desk, copy: Path, stick: Path, vault_folder: Path, fault: str, words: str
) -> None:
    from intake.vault.vault_folder import create_vault_folder

    desk.press("Other ways in")
    desk.press("Put back a copy")
    chosen, other = copy, None
    if fault == "damaged":
        break_page(copy, 3)
    elif fault == "empty":
        chosen = stick
    elif fault == "open":
        other = open_vault_folder(vault_folder, bytearray(PASSPHRASE.encode()))
    elif fault == "other":
        chosen = stick / "another"
        create_vault_folder(chosen, bytearray(PASSPHRASE.encode()), FixedClock(MOMENT), QUICK).close()
    elif fault == "itself":
        chosen = vault_folder
    screen = choose_copy(desk, chosen, "not these words" if fault == "passphrase" else PASSPHRASE)
    assert words in desk.said()
    assert not screen.put_button.isVisible()
    assert screen.look_button.isVisible()
    assert not screen.found.isVisible()
    if other is not None:
        other.close()


def test_without_a_copy_or_a_passphrase_nothing_is_looked_for(desk: Desk) -> None:
    desk.press("Other ways in")
    desk.press("Put back a copy")
    desk.press("Look at the copy")
    assert "Choose the copy first." in desk.said()


def test_the_passphrase_typed_for_a_copy_is_gone_when_the_screen_is_left(desk: Desk, copy: Path) -> None:
    desk.press("Other ways in")
    desk.press("Put back a copy")
    screen = choose_copy(desk, copy)
    held = screen._held
    assert bytes(held) == PASSPHRASE.encode()
    desk.press("Back")
    assert not any(held)


def test_a_broken_page_names_its_report_and_the_others_open_and_the_rest_is_read_out(
    desk: Desk, vault_folder: Path, labels: list[str]
) -> None:
    records, before = vault_folder / "records.db", (vault_folder / "records.db").read_bytes()
    hit = damaged_so_that_one_report_is_hit(vault_folder)
    broken = records.read_bytes()
    desk.unlock()
    opened, named = [], []
    session = desk.state.session
    assert session is not None
    for line in session.store.cases():
        desk.go("interview", case_id=line.id)
        desk.see(InterviewScreen)
        if f"Report {line.label} cannot be read whole: a part of the records is broken." in desk.said():
            named.append(line.label)
            assert "The reports in other parts still open, from Today." in desk.said()
        else:
            opened.append(line.label)
    assert named == [hit]
    assert sorted(opened) == sorted(set(labels) - {hit})
    desk.go("today")
    assert desk.window.navigator.screen is not None
    desk.hide()
    left = records.read_bytes()
    assert left != before
    desk.press("Other ways in")
    desk.press("Read out what can be read")
    screen = desk.see(SalvageScreen)
    assert isinstance(screen, SalvageScreen)
    screen.passphrase.set_text(PASSPHRASE)
    desk.press("Read it out")
    said = desk.said()
    assert "Read out. Reports: 3." in said
    assert "Not read. Reports: 0. Answers and notes: 1. Permissions: 0." in said
    assert "The new vault opens with this passphrase alone." in said
    assert records.read_bytes() == left
    assert len(broken) <= len(left)
    desk.press("Open the new vault")
    desk.unlock()
    desk.see(TodayScreen)
    desk.hide()
    assert reports_in(vault_folder.with_name("vault-read-out")) == set(labels)


def test_a_vault_that_does_not_open_leads_to_both_ways_back(desk: Desk, vault_folder: Path) -> None:
    break_page(vault_folder, 0)
    desk.unlock()
    said = desk.said()
    assert "The records of this vault are broken or missing. Your passphrase is right." in said
    assert "Put back your last copy, or read out what can still be read." in said
    desk.press("Read out what can be read")
    screen = desk.see(SalvageScreen)
    assert isinstance(screen, SalvageScreen)
    desk.press("Read it out")
    assert "Type the passphrase first." in desk.said()
    screen.passphrase.set_text(PASSPHRASE)
    desk.press("Read it out")
    assert "Nothing can be read out: the key file or the first page of the records is broken." in desk.said()
    assert "The broken vault was not touched, and no new one was made." in desk.said()
    assert not vault_folder.with_name("vault-read-out").exists()
    desk.press("Back")
    desk.press("Other ways in")
    desk.press("Put back a copy")
    desk.see(RestoreScreen)


def break_page(folder: Path, number: int) -> None:
    raw = bytearray((folder / "records.db").read_bytes())
    raw[number * PAGE + 200] ^= 1
    (folder / "records.db").write_bytes(raw)


def damaged_so_that_one_report_is_hit(folder: Path) -> str:
    """Break pages one by one until exactly one report is hit; leaves that page broken."""
    records = folder / "records.db"
    whole = records.read_bytes()
    for page in range(len(whole) // PAGE - 1, 2, -1):
        break_page(folder, page)
        with open_vault_folder(folder, bytearray(PASSPHRASE.encode())) as store:
            hit = []
            for line in store.cases():
                try:
                    store.case(line.id)
                except Exception:  # noqa: BLE001 - whatever it says, this report is hit
                    hit.append(line.label)
            if len(hit) == 1:
                return hit[0]
        records.write_bytes(whole)
    raise AssertionError("no page belongs to one report alone")


def test_every_sentence_of_the_new_screens_is_plain(desk: Desk, copy: Path) -> None:
    desk.press("Other ways in")
    desk.press("Put back a copy")
    choose_copy(desk, copy)
    texts = [label.text() for label in desk.window.findChildren(QLabel) if label.isVisible()]
    desk.go("salvage")
    texts += [label.text() for label in desk.window.findChildren(QLabel) if label.isVisible()]
    for text in texts:
        if "/" not in text and " " in text:
            assert reading_grade(text) <= TOP_GRADE, (reading_grade(text), text)


def test_today_offers_a_copy_when_the_last_one_is_old_and_makes_it_there(desk: Desk, copy: Path, stick: Path) -> None:
    desk.state.clock = FixedClock(MOMENT + timedelta(days=9))
    desk.unlock()
    screen = desk.see(TodayScreen)
    assert isinstance(screen, TodayScreen)
    assert not screen.reminders.recovery.isVisible()  # one thing at a time, and this is one press
    assert f"The last copy is from 21 November 2026. It is time for a new one. It goes to {stick}" in desk.said()
    stick.rename(stick.with_name("pulled"))
    desk.press("Make a copy now")
    assert "The place for the copy is not there. Your vault is as it was. No copy was made." in desk.said()
    stick.with_name("pulled").rename(stick)
    desk.press("Make a copy now")
    assert "The copy was opened and is good. Reports in it: 3." in desk.said()
    assert len(list(stick.iterdir())) == 2


@pytest.mark.parametrize(("days", "is_told"), [(0, False), (-1, False), (-2, True), (-400, True)])
def test_a_clock_set_back_is_said_in_one_calm_line(desk: Desk, days: int, is_told: bool) -> None:
    desk.state.clock = FixedClock(MOMENT + timedelta(days=days))
    desk.unlock()
    desk.see(TodayScreen)
    words = "The clock of this computer may be wrong."
    assert (words in desk.said()) is is_told
    if is_told:
        assert "there is work from 21 November 2026 here" in desk.said()
    assert desk.state.clock.today() == date(2026, 11, 21) + timedelta(days=days)


def test_two_windows_on_one_vault_the_second_says_what_to_do(desk: Desk, vault_folder: Path) -> None:
    with open_vault_folder(vault_folder, bytearray(PASSPHRASE.encode())):
        desk.unlock()
        assert "This vault is open in another window or on another computer." in desk.said()
        assert "Close it there, then try again here." in desk.said()
    desk.unlock()
    desk.see(TodayScreen)


def test_a_folder_that_is_gone_when_it_is_opened_is_told(desk: Desk, vault_folder: Path) -> None:
    vault_folder.rename(vault_folder.with_name("elsewhere"))
    desk.unlock()
    assert "The folder of this vault is not there." in desk.said()
    assert "Plug in the disk or stick that holds it, or choose the folder again." in desk.said()


def test_a_vault_of_a_newer_version_is_told_before_any_passphrase_counts(desk: Desk, vault_folder: Path) -> None:
    keys = json.loads((vault_folder / "key_slots.json").read_text())
    del keys["sha256"]
    keys["format"]["major"] = 2
    whole = key_file._rendered({**keys, "sha256": key_file._checksum(keys)})
    (vault_folder / "key_slots.json").write_bytes(whole)
    desk.unlock("not these words")
    assert "This vault was last used with a newer version of this program." in desk.said()
    assert "Open it with the newer version, or bring this computer up to date." in desk.said()


@pytest.mark.parametrize(
    ("mishap", "words"),
    [
        (mishaps.vault_read_only, "This vault is in a place that can be read but not written."),
        (mishaps.disk_trouble, "The disk that holds this vault does not answer."),
        (mishaps.disk_full, "The disk is full or did not take the last change."),
    ],
)
def test_a_disk_that_takes_nothing_is_told_on_the_unlock_screen(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, mishap: Callable[[], Mishap], words: str
) -> None:
    def fail(*_: object) -> None:
        raise mishap()

    monkeypatch.setattr("intake.vault.vault_folder.Database.open", fail)
    desk.unlock()
    assert words in desk.said()
    screen = desk.see(UnlockScreen)
    assert isinstance(screen, UnlockScreen)
    assert screen.open_button.isEnabled()


def test_a_folder_taken_away_while_open_is_told_on_today_in_a_report_and_at_the_desk(
    desk: Desk, vault_folder: Path, stick: Path
) -> None:
    desk.unlock()
    session = desk.state.session
    assert session is not None
    case = session.store.cases()[0].id
    shutil.rmtree(vault_folder)
    words = "The folder of this vault is not there."
    desk.go("today")
    desk.press("New report")
    assert words in desk.said()
    desk.go("interview", case_id=case)
    assert words in desk.said()
    desk.go("desk")
    desk.press("Choose a place and make a copy")
    picker = desk.copies().picker
    assert picker is not None
    picker.go(stick)
    desk.press("Put the copy here")
    assert words in desk.copies().notice.text()
    assert list(stick.iterdir()) == []
