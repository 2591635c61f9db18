from __future__ import annotations

import gc
import weakref
from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from intake.actions.vault.office import Office
from tests.ui.accessible_names import nameless
from tests.ui.clipping import clipped
from tests.ui.referral_desk import desk_screen, settle, to_the_end, to_the_form, to_the_page
from tests.ui.referral_fakes import FakeVerbs
from ui.screens.referral.screen import ReferralScreen
from ui.screens.referral.signature_pad import SignaturePad
from ui.style.appearance import apply_appearance
from ui.style.tokens import DARK, LIGHT


def stay(screen: ReferralScreen) -> None:
    screen.choose.cards.radio_of("police_special_victims").click()


def draw(screen: ReferralScreen) -> None:
    to_the_form(screen).press("Drawn on this screen")


def save(screen: ReferralScreen) -> None:
    to_the_end(screen).press("Choose a folder and save")


def refuse(screen: ReferralScreen) -> None:
    to_the_form(screen).press("Record this permission")


STEPS: dict[str, Callable[[ReferralScreen], object]] = {
    "place": stay,
    "page": to_the_page,
    "form": to_the_form,
    "drawn": draw,
    "missing": refuse,
    "end": to_the_end,
    "folder": save,
}
steps = pytest.mark.parametrize("step", STEPS.values(), ids=list(STEPS))


@steps
@pytest.mark.parametrize(("size", "scale"), [((1300, 860), 1.0), ((928, 700), 1.0), ((880, 700), 2.0)])
def test_nothing_is_cut_off_and_everything_has_a_name(
    qtbot: QtBot, qapp: QApplication, step: Callable[[ReferralScreen], object], size: tuple[int, int], scale: float
) -> None:
    apply_appearance(qapp, LIGHT, scale)
    screen = desk_screen(qtbot, FakeVerbs(warnings=("Three lines together could tell who it is.",)), size)
    step(screen)
    settle()
    assert clipped(screen) == []
    assert nameless(screen) == []
    assert screen.width() == size[0], "the screen asks for more room than there is"


@steps
def test_it_can_be_read_from_right_to_left(
    qtbot: QtBot, qapp: QApplication, step: Callable[[ReferralScreen], object]
) -> None:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    screen = desk_screen(qtbot)
    step(screen)
    settle()
    assert clipped(screen) == []
    assert screen.header.back.x() > screen.width() / 2


@steps
def test_changing_scheme_size_and_language_on_the_way_breaks_nothing(
    qtbot: QtBot, qapp: QApplication, step: Callable[[ReferralScreen], object]
) -> None:
    screen = desk_screen(qtbot)
    step(screen)
    apply_appearance(qapp, DARK, 2.0)
    settle()
    assert clipped(screen) == []
    apply_appearance(qapp, DARK, 1.0)
    QCoreApplication.sendEvent(screen, QEvent(QEvent.Type.LanguageChange))
    settle()
    assert clipped(screen) == []
    assert nameless(screen) == []


def test_the_office_form_fits(qtbot: QtBot, qapp: QApplication) -> None:
    apply_appearance(qapp, DARK, 2.0)
    screen = desk_screen(qtbot, FakeVerbs(office=Office("", "")), (880, 700))
    to_the_page(screen)
    settle()
    assert clipped(screen) == []
    assert nameless(screen) == []


def test_there_is_one_primary_action_on_each_step(qtbot: QtBot) -> None:
    screen = desk_screen(qtbot)
    for step in (to_the_page, to_the_form):
        step(screen)
        primary = [
            widget
            for widget in screen.findChildren(QWidget)
            if widget.property("role") == "primary" and widget.isVisible()
        ]
        assert len(primary) == 1
        screen.presenter.go_back()
        screen.presenter.go_back()
        screen._show()
        screen.choose.ways.tell.setFocus()


def test_a_screen_that_is_left_is_gone(qtbot: QtBot) -> None:
    screen = desk_screen(qtbot)
    to_the_end(screen)
    screen.leave()
    gone = weakref.ref(screen)
    screen.deleteLater()
    del screen
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
    assert gone() is None


def test_leaving_empties_every_field(qtbot: QtBot) -> None:
    screen = desk_screen(qtbot)
    to_the_form(screen).fill_the_form()
    screen.leave()
    assert screen.permission.form.staff_code.text() == ""
    assert screen.page.page.text.toPlainText() == ""
    assert "Summary" not in screen.page.page.picture.accessibleDescription()


@pytest.fixture
def shown(qtbot: QtBot) -> ReferralScreen:
    screen = desk_screen(qtbot, FakeVerbs(picture=(300, 400, b"\xff\x00\x00" + b"\xff" * (300 * 400 * 3 - 3))))
    to_the_page(screen)
    settle()
    return screen


def test_the_page_grows_shrinks_and_fits(shown: ReferralScreen) -> None:
    view = shown.page.page
    fitting = view.picture.picture_size()
    assert abs(fitting.width() - view.picture.viewport().width()) <= 2
    QTest.keyClick(view.larger, Qt.Key.Key_Space)
    assert view.picture.picture_size().width() > fitting.width()
    QTest.keyClick(view.smaller, Qt.Key.Key_Space)
    QTest.keyClick(view.smaller, Qt.Key.Key_Space)
    assert view.picture.picture_size().width() < fitting.width()
    QTest.keyClick(view.fit, Qt.Key.Key_Space)
    assert view.picture.picture_size() == fitting


def test_the_page_scrolls_by_keyboard(shown: ReferralScreen) -> None:
    view = shown.page.page
    for _ in range(4):
        QTest.keyClick(view.larger, Qt.Key.Key_Space)
    bar = view.picture.verticalScrollBar()
    QTest.keyClick(view.picture, Qt.Key.Key_End)
    assert bar.value() == bar.maximum() > 0
    QTest.keyClick(view.picture, Qt.Key.Key_Home)
    assert bar.value() == 0
    QTest.keyClick(view.picture, Qt.Key.Key_Down)
    assert bar.value() > 0


def test_the_page_can_be_read_as_text(shown: ReferralScreen) -> None:
    view = shown.page.page
    QTest.keyClick(view.as_text, Qt.Key.Key_Space)
    assert view.text.isVisible()
    assert view.text.isReadOnly()
    assert "Summary for referral" in view.text.toPlainText()
    QTest.keyClick(view.as_text, Qt.Key.Key_Space)
    assert view.picture.isVisible()


def test_the_page_is_never_mirrored(qtbot: QtBot, qapp: QApplication) -> None:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    half = bytes((0, 0, 0)) * 20 + bytes((255, 255, 255)) * 20
    screen = desk_screen(qtbot, FakeVerbs(picture=(40, 40, half * 40)))
    to_the_page(screen)
    settle()
    picture: QImage = screen.page.page.picture.viewport().grab().toImage()
    assert QColor(picture.pixel(picture.width() // 4, 20)).lightness() < 60
    assert QColor(picture.pixel(picture.width() * 3 // 4, 20)).lightness() > 200


def test_the_pad_shows_what_was_drawn_in_both_schemes(qtbot: QtBot, qapp: QApplication) -> None:
    for tokens in (LIGHT, DARK):
        apply_appearance(qapp, tokens, 1.0)
        pad = SignaturePad()
        qtbot.addWidget(pad)
        pad.resize(400, 120)
        pad.show()
        settle()
        empty = pad.grab().toImage()
        QTest.mousePress(pad, Qt.MouseButton.LeftButton)
        QTest.mouseMove(pad, pad.rect().center())
        QTest.mouseMove(pad, pad.rect().center() / 2)
        QTest.mouseRelease(pad, Qt.MouseButton.LeftButton)
        assert pad.grab().toImage() != empty
        pad.clear()
        assert pad.grab().toImage() == empty
