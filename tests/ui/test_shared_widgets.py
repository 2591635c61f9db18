from __future__ import annotations

import os
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QFont, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from intake.errors import Mishap
from intake.questions.model import Fate
from intake.resource_files import resources_folder
from tests.ui.accessible_names import nameless
from tests.ui.clipping import clipped
from ui.accessibility import announce, give_name
from ui.shared_widgets.card import Card
from ui.shared_widgets.choice_button import ChoiceButton, WrappingButton
from ui.shared_widgets.fate_tag import FateTag
from ui.shared_widgets.flow_layout import FlowLayout
from ui.shared_widgets.folder_picker import FolderPicker, breakable, folders_in
from ui.shared_widgets.form_parts import DropDown
from ui.shared_widgets.icon import Icon, line_icon
from ui.shared_widgets.notice_bar import NoticeBar
from ui.shared_widgets.scroll_column import ScrollColumn
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.appearance import apply_appearance
from ui.style.laid_out_once import laid_out_once
from ui.style.roles import Role
from ui.style.tokens import DARK

LONG = "A long sentence that has to break into several lines because no narrow column could ever hold all of it."


def in_column(qtbot: QtBot, *widgets: QWidget, width: int = 260) -> QWidget:
    window = QWidget()
    column = QVBoxLayout(window)
    for widget in widgets:
        column.addWidget(widget)
    column.addStretch(1)
    qtbot.addWidget(window)
    window.resize(width, 500)
    window.show()
    qtbot.waitExposed(window)
    QTest.qWait(10)
    return window


def test_the_finder_of_cut_off_words_finds_them(qtbot: QtBot) -> None:
    label, button = QLabel("words that need more room than this"), WrappingButton(LONG)
    window = in_column(qtbot, label, button)
    label.setFixedWidth(30)
    button.setFixedHeight(20)
    QTest.qWait(10)
    assert len(clipped(window)) == 2


def test_the_finder_of_nameless_widgets_finds_them(qtbot: QtBot) -> None:
    button = WrappingButton("")
    window = in_column(qtbot, button)
    assert len(nameless(window)) == 1
    give_name(button, "Open", "the vault")
    assert nameless(window) == []


@pytest.mark.parametrize("role", [Role.BODY, Role.SCRIPT, Role.TITLE])
def test_a_label_takes_the_room_its_words_need_and_gives_it_back(qtbot: QtBot, role: Role) -> None:
    label = WrappedLabel(LONG, role)
    window = in_column(qtbot, label)
    assert clipped(window) == []
    tall = label.height()
    label.setText("Short")
    QTest.qWait(10)
    assert label.height() < tall
    assert clipped(window) == []


def test_what_a_person_said_is_never_read_as_markup(qtbot: QtBot) -> None:
    label = WrappedLabel("<b>bold</b> & <img src='x'>")
    qtbot.addWidget(label)
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert label.focusPolicy() == Qt.FocusPolicy.NoFocus


def test_words_read_aloud_keep_their_rule_on_the_side_where_reading_starts(qtbot: QtBot) -> None:
    label = WrappedLabel("Read this aloud", Role.SCRIPT)
    window = in_column(qtbot, label)
    assert label.property("rtl") is False
    window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert label.property("rtl") is True


@pytest.mark.parametrize("role", [Role.OPTION, Role.NONANSWER, Role.PRIMARY, Role.QUIET, Role.SECTION])
def test_a_button_breaks_its_words_and_stays_a_button(qtbot: QtBot, role: Role) -> None:
    button = ChoiceButton(LONG, role)
    window = in_column(qtbot, button)
    assert clipped(window) == []
    assert button.height() > 60
    interface = QAccessible.queryAccessibleInterface(button)
    assert interface.text(QAccessible.Text.Name) == LONG
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert button.isChecked()


@pytest.mark.parametrize("words", ["Food & shelter", "R&D", "&", "a && b"])
def test_an_ampersand_is_a_letter_like_any_other(qtbot: QtBot, words: str) -> None:
    at_once, later = WrappingButton(words), WrappingButton("")
    later.setText(words)
    for button in (at_once, later):
        qtbot.addWidget(button)
        assert button.shortcut().isEmpty()
        assert button.text() == words
        assert QAccessible.queryAccessibleInterface(button).text(QAccessible.Text.Name) == words
    at_once.resize(300, 60)
    with_letter = at_once.grab().toImage()
    at_once.setText(words.replace("&", ""))
    assert at_once.grab().toImage() != with_letter


def test_the_wheel_over_a_list_that_opens_is_left_to_the_page_and_changes_no_choice(qtbot: QtBot) -> None:
    box = DropDown()
    box.addItems(["English", "Español"])
    window = in_column(qtbot, box)
    box.setFocus()
    here = QPointF(box.rect().center())
    wheel = QWheelEvent(
        here,
        QPointF(box.mapToGlobal(here)),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QCoreApplication.sendEvent(box, wheel)
    assert box.currentText() == "English"
    assert not wheel.isAccepted()
    assert window.isVisible()


def test_each_fate_has_its_own_words(qtbot: QtBot) -> None:
    tag = FateTag(Fate.STAYS)
    qtbot.addWidget(tag)
    words = []
    for fate in Fate:
        tag.set_fate(fate)
        words.append(tag.accessibleName())
    assert words == ["only with permission", "stays here", "not saved"]
    QCoreApplication.sendEvent(tag, QEvent(QEvent.Type.LanguageChange))


def test_cards_draw_in_both_directions_and_schemes(qtbot: QtBot, qapp: object) -> None:
    card = Card()
    card.column.addWidget(WrappedLabel("Words"))
    window = in_column(qtbot, card)
    for stripe in ("holds", "stops", "open", None):
        card.set_stripe(stripe)
        for direction in (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft):
            window.setLayoutDirection(direction)
            assert not window.grab().isNull()
    apply_appearance(qapp, DARK, 1.0)  # type: ignore[arg-type]
    assert clipped(window) == []


def test_a_row_wraps_and_mirrors(qtbot: QtBot) -> None:
    row = QWidget()
    flow = FlowLayout(row)
    buttons = [WrappingButton(f"Choice number {number}") for number in range(5)]
    for button in buttons:
        flow.addWidget(button)
    window = in_column(qtbot, row, width=400)
    assert buttons[0].y() < buttons[-1].y()
    assert buttons[0].x() == 0
    window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    QTest.qWait(10)
    assert buttons[0].geometry().right() >= row.width() - 2
    buttons[1].hide()
    QTest.qWait(10)
    assert clipped(window) == []
    assert flow.takeAt(99) is None
    assert flow.itemAt(99) is None
    assert flow.takeAt(0) is not None
    assert flow.count() == 4


def test_a_notice_shows_a_mishap_and_passes_a_defect_on(qtbot: QtBot) -> None:
    bar = NoticeBar()
    qtbot.addWidget(bar)
    assert not bar.isVisible()
    bar.show_error(Mishap("x", "It happened.", "", "Do this."))
    assert bar.text() == "It happened. Do this."
    bar.hide_notice()
    assert not bar.isVisible()
    with pytest.raises(KeyError):
        bar.show_error(KeyError("ours"))


def test_every_icon_can_be_drawn(qtbot: QtBot) -> None:
    names = [path.stem for path in (resources_folder() / "icons").glob("*.svg")]
    assert "permission" in names
    icon = Icon("check")
    qtbot.addWidget(icon)
    for name in names:
        icon.set_icon(name, "accent")
        assert not line_icon(name, "#000000", 16, 4, is_rtl=True).isNull()


def test_a_column_keeps_its_measure(qtbot: QtBot) -> None:
    column = ScrollColumn()
    label = WrappedLabel(LONG * 4)
    column.add(label)
    window = in_column(qtbot, column, width=1600)
    window.resize(1600, 600)
    QTest.qWait(10)
    assert label.width() / label.fontMetrics().averageCharWidth() < 80


def test_announcing_never_fails_without_a_screen_reader(qtbot: QtBot) -> None:
    label = QLabel("x")
    qtbot.addWidget(label)
    announce(label, "saved")


def test_folders_are_walked_by_keyboard_and_one_is_chosen(qtbot: QtBot, tmp_path: Path) -> None:
    for name in ("beta", "Alpha", ".hidden"):
        (tmp_path / name).mkdir()
    (tmp_path / "a file").touch()
    assert folders_in(tmp_path) == ["Alpha", "beta"]
    picker = FolderPicker(tmp_path / "not there")
    window = in_column(qtbot, picker)
    picker.set_button_words("Save here")
    assert picker.folder == tmp_path
    picker._list.setCurrentIndex(picker._names.index(0, 0))
    QTest.keyClick(picker._list, Qt.Key.Key_Return)
    assert picker.folder == tmp_path / "Alpha"
    QTest.keyClick(picker._up, Qt.Key.Key_Space)
    QTest.keyClick(picker._home, Qt.Key.Key_Space)
    picker.go(tmp_path)
    with qtbot.waitSignal(picker.chosen) as signal:
        QTest.keyClick(picker._choose, Qt.Key.Key_Space)
    assert signal.args == [tmp_path]
    with qtbot.waitSignal(picker.dismissed):
        QTest.keyClick(picker._dismiss, Qt.Key.Key_Space)
    picker._stick.click()
    assert window.isVisible()
    QCoreApplication.sendEvent(picker, QEvent(QEvent.Type.LanguageChange))


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may read everything")
def test_a_folder_that_cannot_be_read_is_empty(tmp_path: Path) -> None:
    tmp_path.chmod(0o000)
    assert folders_in(tmp_path) == []
    tmp_path.chmod(0o700)


def test_a_long_path_may_break(tmp_path: Path) -> None:
    assert "\u200b" in breakable(tmp_path)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_presses_a_button_as_space_does(qtbot: QtBot, key: Qt.Key) -> None:
    button = WrappingButton("Make a vault", Role.PRIMARY)
    qtbot.addWidget(button)
    with qtbot.waitSignal(button.clicked):
        QTest.keyClick(button, key)


def test_a_button_takes_the_room_of_the_words_it_has_now(qtbot: QtBot) -> None:
    button = WrappingButton("Short")
    window = in_column(qtbot, button)
    low, narrow = button.heightForWidth(200), button.sizeHint().width()
    button.setText(LONG)
    assert button.heightForWidth(200) > low
    assert button.sizeHint().width() > narrow
    font = button.font()
    font.setPixelSize(40)
    before = button.heightForWidth(200)
    button.setFont(font)
    assert button.heightForWidth(200) >= before
    button.setText("Short")
    button.setFont(QFont())
    assert button.heightForWidth(200) == low
    assert clipped(window) == []


def test_what_is_shown_together_is_laid_out_once_and_then_whole(qtbot: QtBot) -> None:
    labels = [WrappedLabel(LONG) for _ in range(4)]
    holder = QWidget()
    column = QVBoxLayout(holder)
    for label in labels:
        label.hide()
        column.addWidget(label)
    window = in_column(qtbot, holder)
    with laid_out_once(column):
        for label in labels:
            label.show()
        assert {label.y() for label in labels} == {0}
    places = [(label.y(), label.y() + label.height()) for label in labels]
    assert all(end <= start for (_, end), (start, _) in pairwise(places)), places
    assert clipped(window) == []


def test_a_layout_works_again_when_what_it_waited_for_failed(qtbot: QtBot) -> None:
    holder = QWidget()
    column = QVBoxLayout(holder)
    qtbot.addWidget(holder)
    with pytest.raises(ValueError, match="half way"), laid_out_once(column):
        raise ValueError("half way")
    assert column.isEnabled()
