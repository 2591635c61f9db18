"""Policies side by side: by keyboard, by ear, at 200 %, from right to left, and as a file."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from tests.shipped import shipped_content
from tests.ui.accessible_names import nameless
from tests.ui.clipping import clipped
from ui.app import ForthrightApp
from ui.app_state import AppState
from ui.screen import Wish
from ui.screens.desk.panels.policies import PoliciesPanel
from ui.screens.policies.screen import PoliciesScreen, build
from ui.screens.policies.table import WrappingHeader
from ui.style.appearance import apply_appearance
from ui.style.tokens import DARK, LIGHT, Tokens

CONTENT = shipped_content()


def shown(qtbot: QtBot, state: AppState) -> PoliciesScreen:
    state.content = CONTENT
    screen = build(state, Wish("policies"))
    qtbot.addWidget(screen)
    screen.resize(1024, 700)
    screen.show()
    return screen


@pytest.fixture
def screen(qtbot: QtBot, state: AppState) -> PoliciesScreen:
    return shown(qtbot, state)


def press(screen: PoliciesScreen, words: str) -> None:
    button = next(one for one in screen.findChildren(QAbstractButton) if one.isVisible() and one.text() == words)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def cell_words(screen: PoliciesScreen, row: int, column: int) -> str:
    return str(screen.table.comparison.index(row, column).data())


def test_it_needs_no_open_vault_and_no_report(screen: PoliciesScreen) -> None:
    assert screen.state.session is None
    assert screen.table.comparison.rowCount() == 20
    assert screen.table.comparison.columnCount() == 5


def test_every_cell_says_a_word_and_shows_a_shape(screen: PoliciesScreen) -> None:
    table = screen.table.comparison
    words = {"Covered", "In part", "Left out", "Not known"}
    for row in range(table.rowCount()):
        for column in range(table.columnCount()):
            index = table.index(row, column)
            assert index.data() in words
            assert not index.data(Qt.ItemDataRole.DecorationRole).isNull()


def test_arrow_keys_move_and_the_reason_follows_below(screen: PoliciesScreen) -> None:
    screen.table.setFocus()
    assert screen.reason.text().startswith("What the guide asks for\nBoth sides of the trade\n")
    assert "District Attorney, San Francisco: In part" in screen.reason.text()
    QTest.keyClick(screen.table, Qt.Key.Key_Down)
    QTest.keyClick(screen.table, Qt.Key.Key_Right)
    assert "Small charges" in screen.reason.text()
    assert "Police bulletin, San Francisco: In part" in screen.reason.text()
    assert "As reported" in screen.reason.text()
    assert "Looked at: the paragraph on what the chief told his department." in screen.reason.text()


def test_tab_leaves_the_table(screen: PoliciesScreen) -> None:
    screen.table.setFocus()
    QTest.keyClick(screen.table, Qt.Key.Key_Tab)
    assert screen.save.save.hasFocus()


def test_a_screen_reader_hears_the_headers_and_the_reason(screen: PoliciesScreen) -> None:
    table = QAccessible.queryAccessibleInterface(screen.table)
    assert table is not None
    assert table.text(QAccessible.Text.Name) == "Policies side by side"
    assert table.role() == QAccessible.Role.Table
    parts = [table.child(number) for number in range(table.childCount())]
    names: dict[QAccessible.Role, list[str]] = {}
    for part in parts:
        if part is not None:
            names.setdefault(part.role(), []).append(part.text(QAccessible.Text.Name))
    assert names[QAccessible.Role.ColumnHeader][-1] == "Washington State law"
    assert names[QAccessible.Role.RowHeader][0] == "Both sides of the trade"
    assert any(name.startswith("Exceptions. Washington State law: In part.") for name in names[QAccessible.Role.Cell])
    heard = screen.table.comparison.index(0, 4).data(Qt.ItemDataRole.AccessibleTextRole)
    assert heard.startswith("Both sides of the trade. Washington State law: In part. It bars a charge")
    assert nameless(screen) == []


def test_one_policy_alone_shows_its_reasons_in_the_table(screen: PoliciesScreen) -> None:
    press(screen, "Washington State law")
    assert screen.table.comparison.columnCount() == 2
    assert cell_words(screen, 2, 0) == "Left out"
    assert cell_words(screen, 2, 1) == "It does not speak of massage work."
    assert "San Francisco" not in screen.known.text()
    press(screen, "All of them")
    assert screen.table.comparison.columnCount() == 5


def test_the_keyboard_stays_in_its_row_when_another_policy_is_shown(screen: PoliciesScreen) -> None:
    screen.table.setCurrentIndex(screen.table.comparison.index(7, 3))
    press(screen, "Washington State law")
    assert screen.table.currentIndex().row() == 7


def test_how_well_each_policy_is_known_and_the_questions_are_there(screen: PoliciesScreen) -> None:
    for policy in CONTENT.comparison.policies:
        assert policy.caution in screen.known.text()
    for theme in CONTENT.comparison.themes:
        for question in theme.questions:
            assert question in screen.questions.text()


def test_it_can_be_read_in_spanish(screen: PoliciesScreen) -> None:
    press(screen, "Español")
    assert screen.title.text() == "Comparación de políticas"
    assert cell_words(screen, 0, 2) == "Cubierto"


def test_what_is_shown_is_saved_where_somebody_chose(screen: PoliciesScreen, tmp_path: Path) -> None:
    folder = tmp_path / "stick"
    folder.mkdir()
    QTest.keyClick(screen.save.save, Qt.Key.Key_Return)
    assert screen.save.picker is not None
    screen.save.picker.go(folder)
    press(screen, "Save in this folder")
    (saved,) = folder.iterdir()
    assert saved.name.startswith("Comparison-")
    assert saved.name in screen.save.done.text()
    assert screen.save.save.hasFocus()
    press(screen, "Washington State law")
    assert not screen.save.done.isVisible()


def test_a_folder_that_takes_no_file_is_said_in_the_screen(screen: PoliciesScreen, tmp_path: Path) -> None:
    screen.save.folder_chosen.emit(tmp_path / "gone")
    assert "The chosen folder is not there." in screen.notice.text()


@pytest.mark.parametrize(("tokens", "scale"), [(LIGHT, 1.0), (DARK, 1.5), (LIGHT, 2.0)])
@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_no_word_is_cut_off(
    request: pytest.FixtureRequest, qapp: ForthrightApp, tokens: Tokens, scale: float, direction: Qt.LayoutDirection
) -> None:
    qapp.setLayoutDirection(direction)
    apply_appearance(qapp, tokens, scale)
    screen = shown(request.getfixturevalue("qtbot"), request.getfixturevalue("state"))
    QTest.qWait(30)
    assert clipped(screen) == []
    assert cut_off_in_the_table(screen) == []
    press(screen, "Washington State law")
    QTest.qWait(30)
    assert cut_off_in_the_table(screen) == []


def cut_off_in_the_table(screen: PoliciesScreen) -> list[str]:
    table, found = screen.table, []
    for header in (table.horizontalHeader(), table.verticalHeader()):
        assert isinstance(header, WrappingHeader)
        is_side = header.orientation() == Qt.Orientation.Vertical
        for section in range(header.count()):
            width = header.width() if is_side else header.sectionSize(section)
            height = header.sectionSize(section) if is_side else header.height()
            if header.height_at(section, width) > height or header.longest_word(section) > width:
                found.append(header.words(section))
    for row in range(table.comparison.rowCount()):
        for column in range(table.comparison.columnCount()):
            index = table.comparison.index(row, column)
            hint = table.sizeHintForIndex(index)
            is_reason = table.comparison.has_reasons and column == 1
            if hint.height() > table.rowHeight(row) or (not is_reason and hint.width() > table.columnWidth(column)):
                found.append(str(index.data()))
    return found


def test_text_grows_on_a_table_that_is_already_shown(screen: PoliciesScreen, qapp: ForthrightApp) -> None:
    apply_appearance(qapp, LIGHT, 2.0)
    QTest.qWait(50)
    assert clipped(screen) == []
    assert cut_off_in_the_table(screen) == []


def test_the_desk_leads_there(qtbot: QtBot, state: AppState) -> None:
    panel = PoliciesPanel(state)
    qtbot.addWidget(panel)
    panel.retranslate()
    with qtbot.waitSignal(panel.wish) as caught:
        QTest.mouseClick(panel.open, Qt.MouseButton.LeftButton)
    assert caught.args[0].name == "policies"
