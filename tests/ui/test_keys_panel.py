"""Keys on the screen, by keyboard: my passphrase, the people, the recovery words, and the way back in."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from intake.actions.keys.recovery import way_back
from intake.actions.keys.staff import list_staff
from intake.actions.session import OpenVault
from intake.errors import Mishap
from intake.vault.keys import KdfCost, SlotOwner, StaffRole
from intake.vault.vault_folder import create_vault_folder, open_vault_folder
from tests.ui.accessible_names import nameless
from tests.ui.clipping import clipped
from ui.app import ForthrightApp
from ui.app_state import AppState
from ui.screen import Wish
from ui.screens.desk.panels.keys import KeysPanel, build
from ui.screens.recover.screen import RecoverScreen
from ui.screens.recover.screen import build as build_recover
from ui.style.appearance import apply_appearance
from ui.style.tokens import DARK, LIGHT, Tokens

TINY = KdfCost(8, 1, 1)
MINE = "seven quiet herons over the weir"
NEWER = "eleven amber lanterns under a bridge"
THEIRS = "nine copper kettles along the shore"


@pytest.fixture(autouse=True)
def tiny_cost(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("change_passphrase", "staff", "recovery"):
        monkeypatch.setattr(f"intake.actions.keys.{module}.calibrate_cost", lambda: TINY)


@pytest.fixture
def on_disk(state: AppState) -> Iterator[OpenVault]:
    store = create_vault_folder(state.vault_folder, bytearray(MINE.encode()), state.clock, TINY)
    session = OpenVault(store, None, state.clock)  # type: ignore[arg-type]  # the panel needs no content
    state.session = session
    yield session
    session.store.close()


@pytest.fixture
def panel(qtbot: QtBot, state: AppState, on_disk: OpenVault) -> KeysPanel:
    return shown(qtbot, build(state))


def shown(qtbot: QtBot, panel: KeysPanel) -> KeysPanel:
    panel.retranslate()
    qtbot.addWidget(panel)
    panel.resize(760, 1600)
    panel.show()
    return panel


def write(field: QWidget, text: str) -> None:
    field.setFocus()
    QTest.keyClicks(field, text)


def press(button: QWidget | None) -> None:
    assert button is not None
    assert button.isVisible()
    QTest.keyClick(button, Qt.Key.Key_Space)


def opens(state: AppState, words: str) -> str:
    try:
        with open_vault_folder(state.vault_folder, bytearray(words.encode())) as store:
            return store.opened_by.code
    except Mishap as mishap:
        return mishap.code


def make_words(panel: KeysPanel, form: int) -> list[str]:
    """Make them as a person does; what was written down from each paper."""
    recovery = panel.recovery
    button = list(recovery.form._buttons.values())[form]
    QTest.keyClick(button, Qt.Key.Key_Space)
    write(recovery.mine.edit, MINE)
    press(recovery.make_button)
    assert not recovery.notice.isVisible(), recovery.notice.text()
    papers = []
    while recovery.words.text():
        papers.append(recovery.words.text())
        press(recovery.written_button)
    return papers


def test_my_passphrase_is_changed_by_keyboard(state: AppState, panel: KeysPanel, on_disk: OpenVault) -> None:
    part = panel.passphrase
    write(part.old.edit, MINE)
    QTest.keyClick(part.old.edit, Qt.Key.Key_Return)
    write(part.new.first.edit, NEWER)
    write(part.new.again.edit, NEWER)
    QTest.keyClick(part.new.again.edit, Qt.Key.Key_Return)
    assert part.done.text().startswith("Changed.")
    QCoreApplication.sendEvent(panel.window(), QEvent(QEvent.Type.LanguageChange))
    assert part.done.text() == "", "what was said goes with its language"
    assert part.old.is_empty()
    assert part.new.first.is_empty()
    on_disk.store.close()
    assert opens(state, NEWER) == "LEAD"
    assert opens(state, MINE) == "wrong_passphrase"


@pytest.mark.parametrize(
    ("old", "new", "again", "said"),
    [
        (MINE, "", "", "Type the new passphrase first"),
        (MINE, NEWER, THEIRS, "not the same"),
        (MINE, "password", "password", "could be guessed"),
        (THEIRS, NEWER, NEWER, "does not open the vault"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_changes(
    state: AppState, panel: KeysPanel, on_disk: OpenVault, old: str, new: str, again: str, said: str
) -> None:
    part = panel.passphrase
    write(part.old.edit, old)
    write(part.new.first.edit, new)
    write(part.new.again.edit, again)
    press(part.change_button)
    assert said in part.notice.text()
    assert part.isEnabled()
    on_disk.store.close()
    assert opens(state, MINE) == "LEAD"


def test_a_suggestion_can_be_read_and_taken(panel: KeysPanel) -> None:
    new = panel.passphrase.new
    press(new.suggest)
    assert len(new.first.text().split()) >= 6
    assert new.problem() == ""


def add_somebody(panel: KeysPanel, code: str) -> None:
    staff = panel.staff
    write(staff.mine.edit, MINE)
    write(staff.code.edit, code)
    press(staff.role.first())
    write(staff.first.first.edit, THEIRS)
    write(staff.first.again.edit, THEIRS)
    press(staff.add_button)


def test_a_supervisor_adds_and_removes_an_advocate(state: AppState, panel: KeysPanel, on_disk: OpenVault) -> None:
    staff = panel.staff
    add_somebody(panel, "b7")
    assert staff.done.text().startswith("Added."), staff.notice.text()
    assert [(line.code, line.role) for line in list_staff(on_disk)] == [
        ("B7", StaffRole.ADVOCATE),
        ("LEAD", StaffRole.SUPERVISOR),
    ]
    on_disk.store.new_case(state.clock.today())
    press(staff.remove_button)
    assert "your own passphrase" in staff.notice.text()
    write(staff.mine.edit, MINE)
    press(staff.leaver.first())
    press(staff.remove_button)
    assert staff.done.text().startswith("B7 is removed. Copies of this vault")
    assert len(on_disk.store.cases()) == 1
    on_disk.store.close()
    assert opens(state, THEIRS) == "wrong_passphrase"
    assert opens(state, MINE) == "LEAD"


def test_a_name_is_no_code(panel: KeysPanel) -> None:
    add_somebody(panel, "Margarita")
    assert "Take no name" in panel.staff.notice.text()


def test_an_advocate_sees_the_list_and_no_forms(qtbot: QtBot, state: AppState, on_disk: OpenVault) -> None:
    on_disk.store.opened_by = SlotOwner(StaffRole.ADVOCATE, "B7")
    panel = shown(qtbot, build(state))
    assert panel.staff.why_not.isVisible()
    assert not panel.staff.adding.isVisible()
    assert not panel.staff.removing.isVisible()
    assert not panel.recovery.making.isVisible()
    assert panel.passphrase.change_button.isVisible()


def test_practice_says_that_it_has_no_keys(qtbot: QtBot, state: AppState, session: OpenVault) -> None:
    panel = shown(qtbot, build(state))
    assert panel.practice.isVisible()
    assert not panel.passphrase.isVisible()


@pytest.mark.parametrize(("form", "count", "typed"), [(0, 1, (0,)), (1, 3, (2, 0))])
def test_words_are_shown_once_then_tried_then_open_the_vault(
    qtbot: QtBot, state: AppState, panel: KeysPanel, on_disk: OpenVault, form: int, count: int, typed: tuple[int, ...]
) -> None:
    recovery = panel.recovery
    assert "no recovery words yet" in recovery.standing.text()
    papers = make_words(panel, form)
    assert len(papers) == count
    assert "Nobody has tried them" in recovery.standing.text()
    for field, which in zip((recovery.one, recovery.two), typed, strict=False):
        write(field.edit, papers[which])
    press(recovery.try_button)
    assert recovery.done.text().startswith("They work."), recovery.notice.text()
    assert not recovery.reminder.isVisible()
    assert recovery.one.text() == ""
    way = way_back(on_disk)
    assert way is not None
    assert way.rehearsed_on == state.clock.today()
    on_disk.store.close()
    recover(qtbot, state, [papers[which] for which in typed])
    assert opens(state, NEWER) == "LEAD"
    assert opens(state, MINE) == "wrong_passphrase"


def recover(qtbot: QtBot, state: AppState, papers: list[str]) -> None:
    screen = recover_screen(qtbot, state)
    assert screen.two.isVisible() == (len(papers) > 1)
    for field, words in zip((screen.one, screen.two), papers, strict=False):
        write(field.edit, words)
    write(screen.new.first.edit, NEWER)
    write(screen.new.again.edit, NEWER)
    with qtbot.waitSignal(screen.vault_wanted) as signal:
        QTest.keyClick(screen.new.again.edit, Qt.Key.Key_Return)
    assert signal.args is not None
    signal.args[0]().store.close()


def recover_screen(qtbot: QtBot, state: AppState) -> RecoverScreen:
    screen = build_recover(state, Wish("recover", {"folder": str(state.vault_folder)}))
    qtbot.addWidget(screen)
    screen.resize(1024, 900)
    screen.show()
    return screen


def test_a_vault_without_recovery_words_says_so(qtbot: QtBot, state: AppState, on_disk: OpenVault) -> None:
    assert "No recovery words were ever made" in recover_screen(qtbot, state).notice.text()


def test_the_recover_screen_says_what_is_missing_and_forgets(qtbot: QtBot, state: AppState, on_disk: OpenVault) -> None:
    screen = recover_screen(qtbot, state)
    press(screen.open_button)
    assert "Type the words" in screen.notice.text()
    write(screen.one.edit, "academic acid")
    screen.leave()
    assert screen.one.text() == ""
    with qtbot.waitSignal(screen.go_to) as signal:
        press(screen.back_button)
    assert signal.args == [Wish("unlock")]


def test_leaving_forgets_the_words_and_all_that_was_typed(panel: KeysPanel) -> None:
    recovery = panel.recovery
    press(recovery.form.first())
    write(recovery.mine.edit, MINE)
    press(recovery.make_button)
    assert recovery.words.text()
    write(panel.passphrase.old.edit, MINE)
    panel.leave()
    assert recovery.words.text() == ""
    assert recovery._papers == ()
    assert panel.passphrase.old.is_empty()


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
@pytest.mark.parametrize(("tokens", "scale"), [(LIGHT, 1.0), (DARK, 2.0)])
def test_every_part_can_be_heard_and_nothing_is_cut_off(
    request: pytest.FixtureRequest, qapp: ForthrightApp, direction: Qt.LayoutDirection, tokens: Tokens, scale: float
) -> None:
    qapp.setLayoutDirection(direction)
    apply_appearance(qapp, tokens, scale)
    panel: KeysPanel = request.getfixturevalue("panel")
    panel.resize(760, panel.sizeHint().height() + 1600)
    add_somebody(panel, "B7")
    QTest.keyClick(list(panel.recovery.form._buttons.values())[1], Qt.Key.Key_Space)
    write(panel.recovery.mine.edit, MINE)
    press(panel.recovery.make_button)
    panel.notice.show_words("This passphrase does not open the vault.", "Nothing was changed.", "Try again, slowly.")
    QTest.qWait(30)
    assert nameless(panel) == []
    assert clipped(panel) == []


def test_the_keyboard_stays_where_it_was_while_the_keys_are_changed(panel: KeysPanel) -> None:
    part = panel.passphrase
    write(part.old.edit, "nobody knows this one at all")
    write(part.new.first.edit, NEWER)
    write(part.new.again.edit, NEWER)
    part.change_button.setFocus()
    press(part.change_button)
    assert part.notice.isVisible()
    assert panel.window().focusWidget() is part.change_button


def test_the_keyboard_stays_where_it_was_when_somebody_was_added(panel: KeysPanel) -> None:
    add_somebody(panel, "B7")
    assert panel.staff.done.text().startswith("Added.")
    assert panel.window().focusWidget() is panel.staff.first.again.edit


def test_the_choice_of_a_folder_for_the_sheet_takes_the_keyboard_and_gives_it_back(panel: KeysPanel) -> None:
    sheet = panel.recovery.sheet
    sheet.save_button.setFocus()
    press(sheet.save_button)
    assert sheet.picker is not None
    assert panel.window().focusWidget() is sheet.picker.first_focus()
    sheet.picker.dismissed.emit()
    assert panel.window().focusWidget() is sheet.save_button
