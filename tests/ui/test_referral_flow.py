from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot

from intake.actions.interview.page import OptionWords
from intake.actions.referral.about_what import AboutWhat
from intake.actions.referral.sign_release import DrawnSignature, InkSignature
from intake.actions.vault.office import Office
from intake.clock import FixedClock
from intake.errors import Mishap
from intake.referral.frames import FrameUse
from tests.ui.held_runner import HeldRunner
from tests.ui.referral_desk import MOMENT, Hands, desk_screen, settle, to_the_end, to_the_form, to_the_page
from tests.ui.referral_fakes import STAYS, FakeVerbs
from ui.app_state import AppState
from ui.background.job_runner import JobRunner
from ui.screens.referral.presenter import Step
from ui.screens.referral.screen import ReferralScreen
from ui.shared_widgets.form_parts import DropDown


def test_the_whole_way_goes_by_keyboard_alone(qtbot: QtBot, tmp_path: Path) -> None:
    verbs = FakeVerbs()
    screen = desk_screen(qtbot, verbs)
    hands = to_the_page(screen)
    hands.press("Take off: Signs since then")
    hands.press("Put on: Direct contact")
    hands.press("No, this is right")
    hands.press("7 days")
    hands.fill_the_form()
    hands.press("Record this permission")
    hands.press("Choose a folder and save")
    assert screen.saving.picker is not None
    screen.saving.picker.go(tmp_path)
    hands.press("Save in this folder")
    assert verbs.saved == [("r1", tmp_path)]
    assert "Summary 7K2MQ4XD.pdf" in screen.saving.card.text()
    form = verbs.forms[0]
    assert (form.days, form.method, form.signer_role, form.alternatives) == (7, "hand", "self", ("self",))
    assert "injuries" not in form.items
    assert "contact_direct" in form.items
    assert form.signature == InkSignature("Cabinet 2")
    hands.press("Take back permission")
    assert verbs.releases[0].state == "revoked"
    with qtbot.waitSignal(screen.go_to) as wish:
        hands.press("To the report")
    assert wish.args is not None
    assert (wish.args[0].name, wish.args[0].args) == ("interview", {"case_id": "case-1"})


def test_the_safer_ways_come_first_and_need_no_page(qtbot: QtBot) -> None:
    verbs = FakeVerbs()
    screen = desk_screen(qtbot, verbs)
    assert QApplication.focusWidget() is screen.choose.ways.tell
    QTest.keyClick(screen.choose.ways.tell, Qt.Key.Key_Space)
    assert "nothing leaves" in screen.choose.ways.answer()
    QTest.keyClick(screen.choose.ways.call, Qt.Key.Key_Space)
    assert "no name" in screen.choose.ways.answer()
    assert verbs.requests == []


def test_arrow_keys_move_among_the_places_and_each_tells_its_risk(qtbot: QtBot) -> None:
    screen = desk_screen(qtbot)
    settle()
    first = screen.choose.cards.radio_of("da_victim_services")
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Space)
    QTest.keyClick(first, Qt.Key.Key_Down)
    assert screen.choose.cards.value() not in ("", "da_victim_services")
    assert "police" in screen.choose.cards.radio_of("hospital_safe").accessibleDescription()


def test_going_on_without_a_place_says_so_and_goes_to_the_places(qtbot: QtBot) -> None:
    verbs = FakeVerbs()
    screen = desk_screen(qtbot, verbs)
    QTest.keyClick(screen.choose.go_on, Qt.Key.Key_Space)
    assert screen.presenter.step is Step.CHOOSE
    assert QApplication.focusWidget() is screen.choose.cards.first()
    assert verbs.requests == []


def test_the_page_stands_beside_what_stays(qtbot: QtBot) -> None:
    screen = desk_screen(qtbot)
    to_the_page(screen)
    assert QApplication.focusWidget() is screen.page.page.picture
    assert "Summary for referral" in screen.page.page.picture.accessibleDescription()
    words = screen.page.stays.findChildren(type(screen.choose._who))
    assert all(any(thing in label.text().replace("\N{NO-BREAK SPACE}", " ") for label in words) for thing in STAYS)


def test_change_it_leads_to_the_first_line_that_can_come_off(qtbot: QtBot) -> None:
    screen = desk_screen(qtbot)
    hands = to_the_page(screen)
    hands.press("Change it")
    widget = QApplication.focusWidget()
    assert widget is not None
    assert widget.accessibleName() == "Take off: Hours since the event"


def test_the_keyboard_stays_on_a_line_that_was_taken_off(qtbot: QtBot) -> None:
    screen = desk_screen(qtbot)
    hands = to_the_page(screen)
    hands.press("Take off: Signs since then")
    widget = QApplication.focusWidget()
    assert widget is not None
    assert widget.accessibleName() == "Put on: Signs since then"
    assert "Hoarse" not in screen.page.page.text.toPlainText()


def test_a_missing_office_is_asked_for_in_place(qtbot: QtBot) -> None:
    verbs = FakeVerbs(office=Office("", ""))
    screen = desk_screen(qtbot, verbs)
    hands = to_the_page(screen)
    assert QApplication.focusWidget() is screen.office.name.edit
    hands.write("Name of the office", "Harbor Program")
    hands.write("Phone of the office", "415 555 0134")
    verbs.mishap = Mishap("office_name", "This name cannot stand on a page.", "Nothing changed.", "Use another.")
    hands.press("Keep and show the page")
    assert "cannot stand" in screen.notice.text()
    assert screen.office.name.text() == "Harbor Program"
    hands.press("Keep and show the page")
    assert verbs.office == Office("Harbor Program", "415 555 0134")
    assert screen.page.isVisible()
    assert screen.notice.isHidden()


def test_what_is_missing_is_said_and_the_form_keeps_its_words(qtbot: QtBot) -> None:
    verbs = FakeVerbs()
    screen = desk_screen(qtbot, verbs)
    hands = to_the_form(screen)
    hands.write("A person there", "Nurse Kim")
    hands.press("Record this permission")
    assert "signed paper is kept" in screen.notice.text()
    hands.write("Where is the signed paper kept?", "Cabinet 2")
    hands.press("Record this permission")
    assert "Choose how the page gets there." in screen.notice.text()
    assert screen.permission.form.person.text() == "Nurse Kim"
    assert verbs.forms == []


def test_a_mishap_while_signing_loses_nothing(qtbot: QtBot) -> None:
    verbs = FakeVerbs()
    screen = desk_screen(qtbot, verbs)
    hands = to_the_form(screen)
    hands.fill_the_form()
    verbs.mishap = Mishap("disk_full", "The disk is full.", "Everything up to now is kept.", "Make room.")
    hands.press("Record this permission")
    assert "The disk is full." in screen.notice.text()
    hands.press("Record this permission")
    assert len(verbs.forms) == 1


def test_a_change_after_signing_asks_for_a_new_signature(qtbot: QtBot) -> None:
    verbs = FakeVerbs()
    screen = desk_screen(qtbot, verbs)
    hands = to_the_end(screen)
    hands.press("Change the page")
    assert "signed" in screen.notice.text()
    hands.press("Take off: Asks for")
    assert "signed anew" in screen.notice.text()
    hands.press("No, this is right")
    assert screen.permission.form.signature.value() == InkSignature("")
    assert screen.permission.form.staff_code.text() == "K7"


def test_days_changed_on_the_form_change_the_page_and_need_a_fresh_signature(qtbot: QtBot) -> None:
    verbs = FakeVerbs()
    screen = desk_screen(qtbot, verbs)
    hands = to_the_form(screen)
    hands.fill_the_form()
    first = screen.permission.form.days.first()
    assert first is not None
    first.setFocus()
    hands.press("30 days")
    assert verbs.requests[-1].days == 30
    assert screen.presenter.step is Step.PERMISSION
    assert screen.permission.form.signature.value() == InkSignature("")


def test_a_signature_can_be_drawn_and_cleared(qtbot: QtBot) -> None:
    verbs = FakeVerbs()
    screen = desk_screen(qtbot, verbs)
    hands = to_the_form(screen)
    hands.press("Drawn on this screen")
    pad = screen.permission.form.signature.pad
    for _ in range(2):
        QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
        for x in range(20, 120, 10):
            QTest.mouseMove(pad, QPoint(x, x // 2))
        QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=QPoint(120, 60))
    value = screen.permission.form.signature.value()
    assert isinstance(value, DrawnSignature)
    assert len(value.strokes) == 2
    assert all(0 <= x <= 1000 for stroke in value.strokes for x, _ in stroke)
    assert "(" not in repr(value).removeprefix("DrawnSignature(")
    hands.press("Clear and sign again")
    assert screen.permission.form.signature.value() == DrawnSignature(())


def test_a_page_that_was_not_saved_says_what_to_do(qtbot: QtBot, tmp_path: Path) -> None:
    verbs = FakeVerbs(refusals=("Take the line about the place off.", "Sign anew."))
    screen = desk_screen(qtbot, verbs)
    hands = to_the_end(screen)
    hands.press("Choose a folder and save")
    assert screen.saving.picker is not None
    screen.saving.picker.go(tmp_path)
    hands.press("Save in this folder")
    words = screen.saving.card.text()
    assert words.startswith("Not saved. Nothing has left.")
    assert all(refusal in words for refusal in verbs.refusals)
    hands.press("Change the page")
    assert screen.presenter.step is Step.PAGE


def test_choosing_a_folder_can_be_left(qtbot: QtBot) -> None:
    verbs = FakeVerbs()
    screen = desk_screen(qtbot, verbs)
    hands = to_the_end(screen)
    hands.press("Choose a folder and save")
    picker = screen.saving.picker
    assert picker is not None
    hands.go_to("Up")
    QTest.keyClick(picker._dismiss, Qt.Key.Key_Space)
    assert picker.isHidden()
    assert verbs.saved == []
    assert screen.saving.save.isVisible()


def test_a_permission_taken_back_stops_saving(qtbot: QtBot) -> None:
    verbs = FakeVerbs()
    screen = desk_screen(qtbot, verbs)
    hands = to_the_end(screen)
    hands.press("Take back permission")
    assert verbs.releases[0].state == "revoked"
    assert not screen.saving.save.isEnabled()


def test_the_keyboard_goes_on_when_a_permission_is_taken_back(qtbot: QtBot) -> None:
    screen = desk_screen(qtbot)
    to_the_end(screen).press("Take back permission")
    assert QApplication.focusWidget() is screen.saving.change


def test_every_list_that_opens_on_the_form_leaves_the_wheel_to_the_page(qtbot: QtBot) -> None:
    boxes = desk_screen(qtbot).findChildren(QComboBox)
    assert boxes
    assert all(isinstance(box, DropDown) for box in boxes)


def test_two_quick_presses_record_one_permission(qtbot: QtBot, tmp_path: Path) -> None:
    runner, verbs = JobRunner(), FakeVerbs()
    screen = ReferralScreen(AppState(runner, FixedClock(MOMENT), tmp_path), verbs, "case-1")
    qtbot.addWidget(screen)
    screen.show()
    qtbot.waitUntil(lambda: bool(screen.presenter.recipients))
    screen.choose.cards.radio_of("hospital_safe").click()
    screen.choose.go_on.click()
    qtbot.waitUntil(screen.page.question.right.isEnabled)
    screen.page.question.right.click()
    form = screen.permission.form
    form.method.choose("hand")
    form.risks.box.click()
    form.signature.place_kept.setText("Cabinet 2")
    screen.permission.sign.click()
    screen.permission.sign.click()
    qtbot.waitUntil(lambda: screen.presenter.release is not None)
    runner.close()
    assert len(verbs.forms) == 1


TWO_THINGS = AboutWhat((OptionWords("1.1", "On May 2"), OptionWords("2.2", "On April 9")), "1.1")


def test_after_choosing_what_the_page_is_about_it_is_signed_and_saved(qtbot: QtBot, tmp_path: Path) -> None:
    verbs = FakeVerbs(about=TWO_THINGS)
    screen = desk_screen(qtbot, verbs)
    Hands(screen).press("On April 9")
    assert screen.presenter.about.chosen == "2.2"
    to_the_end(screen)
    assert len(verbs.forms) == 1
    assert screen.presenter.step is Step.SAVE
    screen.saving.folder_chosen.emit(tmp_path)
    assert verbs.saved == [("r1", tmp_path)]


def test_when_what_the_page_is_about_could_not_be_kept_all_else_goes_on(qtbot: QtBot) -> None:
    verbs = FakeVerbs(about=TWO_THINGS)
    screen = desk_screen(qtbot, verbs)
    verbs.mishap = Mishap("disk_full", "The disk is full.", "Everything up to now is kept.", "Make room.")
    Hands(screen).press("On April 9")
    assert "The disk is full." in screen.notice.text()
    to_the_end(screen)
    assert len(verbs.forms) == 1


def test_a_page_that_comes_while_a_permission_is_recorded_lets_no_second_one_through(qtbot: QtBot) -> None:
    runner, verbs = HeldRunner(), FakeVerbs()
    screen = ReferralScreen(AppState(runner, FixedClock(MOMENT), Path("vault")), verbs, "case-1")
    qtbot.addWidget(screen)
    screen._ask(partial(verbs.keep_office, Office("One", "1")), is_write=True)
    screen._on_news(verbs.look_up())
    screen._on_failed(Mishap("disk_full", "The disk is full.", "Everything up to now is kept.", "Make room."))
    screen._ask(partial(verbs.keep_office, Office("Two", "2")), is_write=True)
    runner.do_all()
    assert verbs.office == Office("One", "1")


def test_a_page_about_another_thing_has_the_sentences_of_that_one(qtbot: QtBot) -> None:
    verbs = FakeVerbs(about=TWO_THINGS)
    verbs.keep_lines("hospital_safe", (FrameUse("of_the_first", {}),))
    screen = desk_screen(qtbot, verbs)
    to_the_page(screen)
    assert "of_the_first" in screen.page.lines.list.item(0).text()
    Hands(screen).press("Back")
    verbs.keep_lines("hospital_safe", (FrameUse("of_the_second", {}),))
    Hands(screen).press("On April 9")
    to_the_page(screen)
    assert "of_the_second" in screen.page.lines.list.item(0).text()


def test_anything_but_a_mishap_is_raised_for_the_calm_screen(qtbot: QtBot) -> None:
    screen = desk_screen(qtbot)
    with pytest.raises(ValueError, match="ours"):
        screen._on_failed(ValueError("ours"))


def test_back_leads_step_by_step_to_the_report(qtbot: QtBot) -> None:
    screen = desk_screen(qtbot)
    hands = to_the_form(screen)
    for step in (Step.PAGE, Step.CHOOSE):
        hands.press("Back")
        assert screen.presenter.step is step
    assert screen.choose.cards.value() == "hospital_safe"
    with qtbot.waitSignal(screen.go_to) as wish:
        hands.press("To the report")
    assert wish.args is not None
    assert wish.args[0].name == "interview"
