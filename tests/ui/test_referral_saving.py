"""The last step: as what, in which language, the words of a locked page, and an alarm that may be false."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from intake.actions.referral.save_summary import HowToSave
from tests.ui.accessible_names import nameless
from tests.ui.clipping import clipped
from tests.ui.referral_desk import Hands, desk_screen, settle, to_the_end, to_the_page
from tests.ui.referral_fakes import FORMATS, WORDS, FakeVerbs
from ui.screens.referral.presenter import Step
from ui.screens.referral.screen import ReferralScreen
from ui.style.appearance import apply_appearance
from ui.style.tokens import LIGHT


def save_as(screen: ReferralScreen, hands: Hands, name: str, folder: Path) -> None:
    hands.press(name)
    hands.press("Choose a folder and save")
    pick(screen, hands, folder)


def pick(screen: ReferralScreen, hands: Hands, folder: Path) -> None:
    assert screen.saving.picker is not None
    screen.saving.picker.go(folder)
    hands.press("Save in this folder")


def test_a_page_is_a_plain_pdf_unless_something_else_is_chosen(qtbot: QtBot, tmp_path: Path) -> None:
    verbs = FakeVerbs()
    screen = desk_screen(qtbot, verbs)
    hands = to_the_end(screen)
    save_as(screen, hands, "Page (PDF)", tmp_path)
    assert verbs.ways == [HowToSave("pdf")]
    assert screen.saving.card.words.text() == ""


def test_each_format_says_what_it_is_for(qtbot: QtBot) -> None:
    screen = desk_screen(qtbot)
    hands = to_the_end(screen)
    hands.press("For a word processor (DOCX)")
    assert "Can be changed" in screen.saving.formats._what_for.text()
    hands.press("Plain text")
    assert "Words only" in screen.saving.formats._what_for.text()


def test_the_words_of_a_locked_page_are_shown_once_and_cannot_be_copied(qtbot: QtBot, tmp_path: Path) -> None:
    verbs = FakeVerbs()
    screen = desk_screen(qtbot, verbs)
    hands = to_the_end(screen)
    save_as(screen, hands, "Locked page (PDF)", tmp_path)
    settle()
    words = screen.saving.card.words
    assert all(word in words.text() for word in WORDS)
    assert words.isVisible()
    assert "otter" in hands.go_to("The words that open it").accessibleDescription()
    for label in words.findChildren(QLabel):
        assert label.textInteractionFlags() == Qt.TextInteractionFlag.NoTextInteraction
    assert "otter" not in QApplication.clipboard().text()
    hands.press("Change the page")
    assert screen.presenter.step is Step.PAGE
    hands.press("No, this is right")
    settle()
    assert words.text() == ""
    assert words.accessibleDescription() == ""


def test_leaving_forgets_the_words_the_key_and_the_reason(qtbot: QtBot, tmp_path: Path) -> None:
    screen = desk_screen(qtbot)
    hands = to_the_end(screen)
    save_as(screen, hands, "Locked page (PDF)", tmp_path)
    screen.leave()
    assert screen.saving.card.words.text() == ""
    assert screen.presenter.words == ()
    assert screen.saving.formats.key.text() == ""


def test_a_partner_key_is_pasted_once_and_offered_again(qtbot: QtBot, tmp_path: Path) -> None:
    verbs = FakeVerbs()
    screen = desk_screen(qtbot, verbs)
    hands = to_the_end(screen)
    hands.press("Locked for one partner (age)")
    assert screen.saving.formats.key.text() == "age1kept"
    hands.go_to("The partner's public key")
    screen.saving.formats.key.edit.selectAll()
    hands.write("The partner's public key", "age1new")
    hands.press("Choose a folder and save")
    pick(screen, hands, tmp_path)
    assert verbs.ways == [HowToSave("age", "age1new")]


def test_an_alarm_is_passed_by_only_with_a_reason_and_the_yes_of_the_person(qtbot: QtBot, tmp_path: Path) -> None:
    verbs = FakeVerbs(refusals=("A name would stand in the file.",), may_be_false=True)
    screen = desk_screen(qtbot, verbs)
    hands = to_the_end(screen)
    save_as(screen, hands, "Page (PDF)", tmp_path)
    assert verbs.saved == []
    alarm = screen.saving.alarm
    assert not alarm.save.isEnabled()
    hands.write("Why nothing leaks here", "It is the name of our own desk.")
    assert not alarm.save.isEnabled()
    hands.press("The person has looked at it and says yes")
    hands.press("Save it all the same")
    assert verbs.saved == [("r1", tmp_path)]
    assert verbs.ways[-1] == HowToSave("pdf", "", "It is the name of our own desk.", person_agreed=True)
    assert "own desk" not in repr(verbs.ways[-1])
    assert alarm.isHidden()
    assert alarm.reason.text() == ""


def test_an_alarm_that_cannot_be_false_offers_no_way_round(qtbot: QtBot, tmp_path: Path) -> None:
    verbs = FakeVerbs(refusals=("Something about papers.",))
    screen = desk_screen(qtbot, verbs)
    hands = to_the_end(screen)
    save_as(screen, hands, "Page (PDF)", tmp_path)
    assert screen.saving.alarm.isHidden()


def test_the_page_is_read_anew_in_the_language_that_was_chosen(qtbot: QtBot) -> None:
    verbs = FakeVerbs()
    screen = desk_screen(qtbot, verbs)
    hands = to_the_page(screen)
    assert verbs.requests[-1].language == "en"
    hands.press("Español")
    assert verbs.requests[-1].language == "es"
    hands.press("No, this is right")
    hands.fill_the_form()
    hands.press("Record this permission")
    assert verbs.forms[-1].page_language == "es"


def test_another_language_after_signing_asks_for_a_new_signature(qtbot: QtBot) -> None:
    screen = desk_screen(qtbot)
    hands = to_the_end(screen)
    hands.press("Change the page")
    hands.press("Español")
    assert screen.presenter.release is None
    assert screen.presenter.must_sign_anew


def test_the_step_says_how_to_print_and_that_a_queue_may_keep_a_copy(qtbot: QtBot) -> None:
    screen = desk_screen(qtbot)
    to_the_end(screen)
    assert "queue" in screen.saving._print.text()
    assert screen.saving._print.isVisible()


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_arrow_keys_reach_every_format_in_order_also_where_they_wrap(
    qtbot: QtBot, qapp: QApplication, direction: Qt.LayoutDirection
) -> None:
    apply_appearance(qapp, LIGHT, 2.0)
    qapp.setLayoutDirection(direction)
    screen = desk_screen(qtbot, size=(880, 700))
    to_the_end(screen)
    group = screen.saving.formats.group
    first = group.first()
    assert first is not None
    first.setFocus()
    is_rtl = direction is Qt.LayoutDirection.RightToLeft
    on, back = (Qt.Key.Key_Left, Qt.Key.Key_Right) if is_rtl else (Qt.Key.Key_Right, Qt.Key.Key_Left)
    for key, order in (
        (on, FORMATS),
        (back, FORMATS[::-1]),
        (Qt.Key.Key_Down, FORMATS),
        (Qt.Key.Key_Up, FORMATS[::-1]),
    ):
        for line in order[1:]:
            focus = QApplication.focusWidget()
            assert focus is not None
            QTest.keyClick(focus, key)
            assert group.value() == line.id


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize(
    ("verbs", "name"),
    [
        (FakeVerbs(), "Locked page (PDF)"),
        (FakeVerbs(refusals=("A name would stand in the file.",), may_be_false=True), "Locked for one partner (age)"),
    ],
    ids=["words", "alarm"],
)
def test_everything_has_a_name_and_nothing_is_cut_off(
    qtbot: QtBot,
    qapp: QApplication,
    tmp_path: Path,
    verbs: FakeVerbs,
    name: str,
    scale: float,
    direction: Qt.LayoutDirection,
) -> None:
    apply_appearance(qapp, LIGHT, scale)
    qapp.setLayoutDirection(direction)
    size = (1300, 860) if scale == 1.0 else (880, 700)
    screen = desk_screen(qtbot, replace(verbs), size)
    save_as(screen, to_the_end(screen), name, tmp_path)
    settle()
    assert nameless(screen) == []
    assert clipped(screen) == []
    assert screen.width() == size[0]
