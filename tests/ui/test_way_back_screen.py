"""The way back in on the screen: why, the words, slips of the pen, leaving half way, and what is left behind."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from intake.actions.keys.recovery import make_recovery_words, needs_way_back
from intake.actions.session import OpenVault
from intake.clock import FixedClock
from intake.vault.keys import KdfCost, SlotOwner, StaffRole
from intake.vault.vault_folder import create_vault_folder
from tests.rehearsed import rehearsed
from tests.shipped import shipped_content
from tests.ui.accessible_names import nameless
from tests.ui.clipping import clipped
from tests.ui.conftest import MOMENT
from ui.app import ForthrightApp
from ui.app_state import AppState
from ui.main_window import MainWindow
from ui.screen import Wish
from ui.screens.today.presenter import Reminder, reminder
from ui.screens.way_back.screen import WayBackScreen, build
from ui.style.appearance import apply_appearance
from ui.style.tokens import DARK, LIGHT, Tokens

TINY = KdfCost(8, 1, 1)
MINE = "seven quiet herons over the weir"
ONE, SHARES = 0, 1


@pytest.fixture
def on_disk(state: AppState) -> Iterator[OpenVault]:
    store = create_vault_folder(state.vault_folder, bytearray(MINE.encode()), state.clock, TINY)
    session = OpenVault(store, shipped_content(), state.clock)
    state.session = session
    yield session
    session.store.close()


@pytest.fixture
def screen(qtbot: QtBot, state: AppState, on_disk: OpenVault) -> WayBackScreen:
    return shown(qtbot, state)


def shown(qtbot: QtBot, state: AppState) -> WayBackScreen:
    screen = build(state, Wish("way_back"))
    qtbot.addWidget(screen)
    screen.resize(1024, 1400)
    screen.show()
    return screen


def press(button: QWidget | None) -> None:
    assert button is not None
    assert button.isVisible()
    QTest.keyClick(button, Qt.Key.Key_Space)


def start_making(screen: WayBackScreen, form: int) -> None:
    recovery = screen.recovery
    press(list(recovery.form._buttons.values())[form])
    QTest.keyClicks(recovery.mine.edit, MINE)
    press(recovery.make_button)
    assert recovery.notice.isHidden(), recovery.notice.text()


def written_down(screen: WayBackScreen, form: int) -> list[str]:
    """Make the words as a person does; what stands on each paper afterwards."""
    start_making(screen, form)
    papers = []
    while screen.recovery.words.text():
        papers.append(screen.recovery.words.text())
        press(screen.recovery.written_button)
    return papers


def try_words(screen: WayBackScreen, one: str, two: str = "") -> str:
    """What the screen says of them."""
    screen.recovery.one.edit.setPlainText(one)
    screen.recovery.two.edit.setPlainText(two)
    press(screen.recovery.try_button)
    notice = screen.recovery.notice
    return screen.recovery.done.text() if notice.isHidden() else notice.text()


def everything_said(screen: QWidget) -> str:
    """All that a person sees or hears."""
    words = [label.text() for label in screen.findChildren(QLabel)]
    for widget in screen.findChildren(QWidget):
        words += [widget.accessibleName(), widget.accessibleDescription(), widget.toolTip()]
    return " ".join(words)


def test_the_way_back_says_why_and_can_be_left(qtbot: QtBot, screen: WayBackScreen) -> None:
    assert screen.explanation.text().startswith("A passphrase can be lost, and nobody can reset it.")
    with qtbot.waitSignal(screen.go_to) as signal:
        press(screen.later)
    assert signal.args == [Wish("today")]


def test_the_words_are_numbered_and_heard_and_never_copied(screen: WayBackScreen) -> None:
    QApplication.clipboard().setText("before")
    start_making(screen, ONE)
    words = screen.recovery.words
    labels = words.findChildren(QLabel)
    assert [label.text().split(".")[0] for label in labels] == [str(number) for number in range(1, 21)]
    assert words.accessibleDescription() == words.text()
    QTest.keyClick(words, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(words, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == "before"
    assert not any(label.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse for label in labels)


@pytest.mark.parametrize(("form", "count"), [(ONE, 1), (SHARES, 3)])
def test_once_tried_the_screen_leads_home(
    qtbot: QtBot, screen: WayBackScreen, on_disk: OpenVault, form: int, count: int
) -> None:
    papers = written_down(screen, form)
    assert len(papers) == count
    assert screen.later.isVisible()
    assert try_words(screen, *papers[-2:]).startswith("They work.")
    assert not needs_way_back(on_disk)
    assert not screen.later.isVisible()
    with qtbot.waitSignal(screen.go_to) as signal:
        press(screen.go_on)
    assert signal.args == [Wish("today")]


def other_words(state: AppState) -> str:
    with create_vault_folder(state.vault_folder.with_name("other"), bytearray(MINE.encode()), state.clock, TINY) as one:
        ((*words,),) = make_recovery_words(
            OpenVault(one, None, state.clock),  # type: ignore[arg-type]  # keys need no content
            bytearray(MINE.encode()),
            as_shares=False,
        )
        return " ".join(words)


def test_a_slip_of_the_pen_is_named_by_its_place(state: AppState, screen: WayBackScreen) -> None:
    (paper,) = written_down(screen, ONE)
    plain = [numbered.split("\u00a0")[1] for numbered in paper.split("   ")]
    assert "Word 3 of paper 1 is not a recovery word." in try_words(screen, " ".join([*plain[:2], "xyzzy", *plain[3:]]))
    swapped = [plain[1], plain[0], *plain[2:]]
    assert "two words changed places" in try_words(screen, " ".join(swapped))
    assert "Paper 1 has 20 words. You typed 19." in try_words(screen, " ".join(plain[:19]))
    assert "belong to another vault" in try_words(screen, other_words(state))
    assert "Paper 1 has 20 words. You typed 0." in try_words(screen, "\u202e\u0643\u0644\u0645\u0627\u062a\u202c")
    assert screen.later.isVisible()
    assert try_words(screen, f"\u200f{paper}\u200f".upper()).startswith("They work.")


def test_shares_that_cannot_work_are_told_apart(screen: WayBackScreen) -> None:
    papers = written_down(screen, SHARES)
    assert "You typed the same paper twice." in try_words(screen, papers[0], papers[0])
    assert "One more paper is needed." in try_words(screen, papers[0])
    later = written_down(screen, SHARES)
    assert "do not belong together" in try_words(screen, papers[0], later[1])
    assert "older paper that has been replaced" in try_words(screen, papers[0], papers[1])
    assert "try the third paper with one of these" in try_words(screen, later[0], later[2])


def test_ten_megabytes_pasted_are_cut_and_answered(screen: WayBackScreen) -> None:
    written_down(screen, ONE)
    much = QMimeData()
    much.setText("academic " * 1_200_000)
    screen.recovery.one.edit.insertFromMimeData(much)
    assert len(screen.recovery.one.text()) <= 100_000
    press(screen.recovery.try_button)
    assert "Paper 1 has 20 words." in screen.recovery.notice.text()


def test_left_half_way_the_words_are_gone_and_new_ones_take_their_place(
    qtbot: QtBot, state: AppState, screen: WayBackScreen
) -> None:
    start_making(screen, ONE)
    lost = screen.recovery.words.text()
    screen.leave()
    assert screen.recovery.words.text() == ""
    again = shown(qtbot, state)
    assert "Nobody has tried them yet" in again.recovery.standing.text()
    assert "Those nobody tried stop working then." in again.recovery.replacing.text()
    (newer,) = written_down(again, ONE)
    assert "older paper that has been replaced" in try_words(again, lost)
    assert try_words(again, newer).startswith("They work.")


def test_older_words_that_work_do_not_count_for_the_newest(qtbot: QtBot, state: AppState, on_disk: OpenVault) -> None:
    screen = shown(qtbot, state)
    (older,) = written_down(screen, ONE)
    try_words(screen, older)
    on_disk.clock = FixedClock(MOMENT.replace(year=2027))
    screen = shown(qtbot, state)
    assert "keep working until the new ones have been tried" in screen.recovery.replacing.text()
    written_down(screen, ONE)
    assert "still open the vault" in screen.recovery.replacing.text()
    assert try_words(screen, older).startswith("These are older words.")
    assert screen.later.isVisible()


def test_a_blank_sheet_is_saved_where_somebody_chose(screen: WayBackScreen, tmp_path: Path) -> None:
    sheet = screen.recovery.sheet
    press(sheet.save_button)
    assert sheet.picker is not None
    sheet.picker.chosen.emit(tmp_path / "gone")
    assert sheet.notice.text().startswith("The chosen folder is not there.")
    press(sheet.save_button)
    sheet.picker.go(tmp_path)
    press(sheet.picker._choose)
    (saved,) = tmp_path.glob("Sheet-*.pdf")
    assert saved.name in sheet.done.text()
    assert sheet.notice.isHidden()
    assert not sheet.picker.isVisible()
    QCoreApplication.sendEvent(sheet.window(), QEvent(QEvent.Type.LanguageChange))
    assert sheet.done.text() == "", "what was said goes with its language"


def test_home_reminds_everybody_every_three_months(screen: WayBackScreen, on_disk: OpenVault) -> None:
    assert reminder(on_disk) is Reminder.MAKE
    on_disk.store.opened_by = SlotOwner(StaffRole.ADVOCATE, "B7")
    assert reminder(on_disk) is Reminder.ASK_FOR_THEM
    on_disk.store.opened_by = SlotOwner(StaffRole.SUPERVISOR, "LEAD")
    (paper,) = written_down(screen, ONE)
    assert reminder(on_disk) is Reminder.TRY
    try_words(screen, paper)
    seen = {}
    for role in (StaffRole.SUPERVISOR, StaffRole.ADVOCATE):
        on_disk.store.opened_by = SlotOwner(role, "B7")
        for days in (0, 90, 91, -1):
            on_disk.clock = FixedClock(MOMENT + timedelta(days=days))
            seen[role, days] = reminder(on_disk)
    on_time, late = Reminder.NOTHING, Reminder.TRY_AGAIN
    assert list(seen.values()) == [on_time, on_time, late, late] * 2


def test_an_advocate_is_told_whom_to_ask(qtbot: QtBot, state: AppState, on_disk: OpenVault) -> None:
    on_disk.store.opened_by = SlotOwner(StaffRole.ADVOCATE, "B7")
    screen = shown(qtbot, state)
    assert screen.ask.isVisible()
    assert not screen.recovery.making.isVisible()


def test_locking_while_the_words_show_leaves_none_of_them(qtbot: QtBot, state: AppState, on_disk: OpenVault) -> None:
    window = MainWindow(state)
    qtbot.addWidget(window, before_close_func=lambda w: w.hide())
    window.show()
    window.navigator.go_to(Wish("way_back"))
    screen = window.navigator.screen
    assert isinstance(screen, WayBackScreen)
    start_making(screen, SHARES)
    words = [numbered.split("\u00a0")[1] for numbered in screen.recovery.words.text().split("   ")]
    assert words[4] in everything_said(window)
    window.keeper.lock()
    said = everything_said(window)
    assert not [word for word in words if f"\u00a0{word}" in said]
    assert screen.recovery._papers == ()


def test_opening_an_empty_vault_leads_a_supervisor_here_and_a_rehearsed_one_home(qtbot: QtBot, state: AppState) -> None:
    window = MainWindow(state)
    qtbot.addWidget(window, before_close_func=lambda w: w.hide())
    window.show()
    content = shipped_content()
    for name, place in (("bare", "way_back"), ("tried", "today")):
        folder = state.vault_folder.with_name(name)
        store = create_vault_folder(folder, bytearray(MINE.encode()), state.clock, TINY)
        if name == "tried":
            rehearsed(store, MINE, state.clock.today())
        session = OpenVault(store, content, state.clock)
        window.keeper.open_with(lambda session=session: session)  # type: ignore[misc]
        assert window.navigator.wish == Wish(place)
        window.keeper.lock()


@pytest.mark.parametrize(("tokens", "scale"), [(LIGHT, 1.0), (DARK, 2.0)])
@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_every_word_has_room_and_a_name(
    request: pytest.FixtureRequest,
    qapp: ForthrightApp,
    tokens: Tokens,
    scale: float,
    direction: Qt.LayoutDirection,
) -> None:
    qapp.setLayoutDirection(direction)
    apply_appearance(qapp, tokens, scale)
    screen: WayBackScreen = request.getfixturevalue("screen")
    screen.resize(820, 700)
    press(screen.recovery.sheet.save_button)
    QTest.qWait(30)
    assert (nameless(screen), clipped(screen)) == ([], [])
    start_making(screen, SHARES)
    QTest.qWait(30)
    assert (nameless(screen), clipped(screen)) == ([], [])
