"""A supervisor hides, rewords, moves and adds questions by keyboard; everybody else looks."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from intake.actions.cases.cases import start_case
from intake.actions.interview.record_answer import record_answer
from intake.actions.office_questions.change import hide, reword
from intake.actions.office_questions.laid_over import SETTING, office_changes
from intake.actions.office_questions.own import OwnDraft, save_own
from intake.actions.session import OpenVault
from intake.answers.model import AnswerStatus
from intake.questions.model import Fate
from intake.questions.office.model import OfficeChanges, Words
from intake.vault.keys import SlotOwner, StaffRole
from tests.ui.accessible_names import nameless
from tests.ui.clipping import clipped
from tests.ui.held_runner import HeldRunner
from ui.app import ForthrightApp
from ui.app_state import AppState
from ui.screen import Wish
from ui.screens.desk.panels.questions import QuestionsPanel
from ui.screens.interview.screen import InterviewScreen
from ui.screens.interview.screen import build as build_interview
from ui.screens.questions.screen import QuestionsScreen, build
from ui.screens.questions.words_form import WordsForm
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.appearance import apply_appearance
from ui.style.tokens import DARK, LIGHT, Tokens

BUS = Words("Do you need a bus pass?", "We have some here.", "They lie in the top drawer.")
BREAK = "comfort.break_sign"


def shown(qtbot: QtBot, state: AppState) -> QuestionsScreen:
    screen = build(state, Wish("questions"))
    qtbot.addWidget(screen)
    screen.resize(1024, 700)
    screen.show()
    QApplication.processEvents()
    return screen


def own_question_begun(qtbot: QtBot, state: AppState) -> tuple[QuestionsScreen, WordsForm]:
    screen = shown(qtbot, state)
    press(screen, "R   Help you want")
    press(screen, "Add a question of your own")
    return screen, screen.question.form


def press(screen: QWidget, words: str, about: str = "") -> None:
    QApplication.processEvents()
    buttons = [one for one in screen.findChildren(QAbstractButton) if one.isVisible()]
    button = next(one for one in buttons if one.text().startswith(words) and about in one.accessibleDescription())
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    QApplication.processEvents()


def seen(screen: QWidget) -> str:
    return "\n".join(one.text() for one in screen.findChildren(WrappedLabel) if one.isVisible())


def own(session: OpenVault) -> str:
    return save_own(session, OwnDraft("help", "single_choice", {"en": BUS}, {"en": ("Yes", "No")}))


def test_a_question_is_hidden_and_asked_again_by_keyboard(qtbot: QtBot, state: AppState, session: OpenVault) -> None:
    screen = shown(qtbot, state)
    press(screen, "H   What happened")
    press(screen, "Which of these fit what happened?")
    assert "Nobody asks these without it:" in seen(screen)
    press(screen, "Hide this question")
    assert office_changes(session).hidden == {"happened.kinds"}
    assert screen.done.text().startswith("Kept.")
    press(screen, "Ask it again")
    assert office_changes(session) == OfficeChanges()
    press(screen, "Back to the part")
    assert screen.part.isVisible()
    focus = screen.focusWidget()
    assert isinstance(focus, QAbstractButton)
    assert focus.text().startswith("Which of these fit what happened?")  # where one came from
    press(screen, "Hide this part")
    assert "This part is hidden. What was answered in it is kept." in seen(screen)
    press(screen, "Back to all parts")
    assert "H   What happened · hidden" in [one.text() for one in screen.parts.findChildren(QAbstractButton)]


def test_what_is_always_asked_says_why_and_offers_no_hiding(qtbot: QtBot, state: AppState, session: OpenVault) -> None:
    del session
    screen = shown(qtbot, state)
    press(screen, "C   What we keep")
    assert "This part cannot be hidden: some of it is always asked." in seen(screen)
    assert not screen.part.hide_part.isVisible()
    assert not screen.part.add.isVisible()
    press(screen, "Do you want to go on?")
    assert "Always asked: without this yes no other part opens." in seen(screen)
    assert not screen.question.hide_it.isVisible()


def test_words_are_checked_while_they_are_typed_and_hurtful_ones_are_not_kept(
    qtbot: QtBot, state: AppState, session: OpenVault
) -> None:
    screen = shown(qtbot, state)
    screen.work.see_question(BREAK)
    line = screen.question.form.prompt.edit
    line.selectAll()
    QTest.keyClicks(line, "Why did you stop!")
    qtbot.waitUntil(lambda: "This can sound like blame: why did you." in seen(screen), timeout=5000)
    press(screen, "Keep these words")
    assert "Some of these words cannot be said like this." in screen.notice.text()
    assert line.text() == "Why did you stop!"
    assert office_changes(session) == OfficeChanges()
    press(screen, "Back to the part")
    assert "What you wrote here is not kept yet." in screen.notice.text()
    line.selectAll()
    QTest.keyClicks(line, "How will you show me that you need a break?")
    press(screen, "Keep these words")
    assert office_changes(session).reworded[BREAK].words["en"].prompt == "How will you show me that you need a break?"
    assert "As it came with the program:" in seen(screen)
    press(screen, "Put it back as it came")
    assert office_changes(session) == OfficeChanges()


def test_each_language_has_its_own_words(qtbot: QtBot, state: AppState, session: OpenVault) -> None:
    screen = shown(qtbot, state)
    screen.work.see_question(BREAK)
    press(screen, "Español")
    line = screen.question.form.prompt.edit
    line.selectAll()
    line.insert("¿Cómo me dice que quiere una pausa?")
    press(screen, "English")
    assert "pausa" not in line.text()
    press(screen, "Keep these words")
    assert set(office_changes(session).reworded[BREAK].words) == {"es"}


def test_questions_are_moved_and_the_keyboard_stays_with_the_one_that_moves(
    qtbot: QtBot, state: AppState, session: OpenVault
) -> None:
    screen = shown(qtbot, state)
    press(screen, "D   How you want to do this")
    press(screen, "Change the order")
    second = session.content.questions.of_section("comfort")[1]
    press(screen, "Earlier", about=second.prompt)
    assert session.content.questions.of_section("comfort")[0].id == second.id
    focus = screen.focusWidget()
    assert focus is not None
    assert focus.accessibleDescription() == second.prompt
    press(screen, "Done with the order")
    press(screen, "Put this part back as it came")
    assert office_changes(session) == OfficeChanges()


def test_an_own_question_is_written_with_its_choices_and_asked(
    qtbot: QtBot, state: AppState, session: OpenVault
) -> None:
    screen, form = own_question_begun(qtbot, state)
    QTest.keyClicks(form.prompt.edit, BUS.prompt)
    press(screen, "Add this question")
    assert "Write something here." in seen(screen)
    QTest.keyClicks(form.why.edit, BUS.why)
    press(screen, "It is not saved")
    for number, words in enumerate(("Yes", "No", "Not today")):
        QTest.keyClicks(form.choices.fields[number].edit, words)
    assert form.choices.fields[3].isVisible()
    press(screen, "Add this question")
    (made,) = office_changes(session).own
    assert [one.labels["en"] for one in made.choices] == ["Yes", "No", "Not today"]
    assert session.content.questions.question(made.id).fate is Fate.NOT_SAVED
    assert "No page ever holds an answer." in seen(screen)
    press(screen, "Ask this question no more")
    assert office_changes(session).own == ()
    assert screen.part.isVisible()


def test_it_is_told_what_an_own_question_asks_for_and_it_may_be_kept(
    qtbot: QtBot, state: AppState, session: OpenVault
) -> None:
    screen, form = own_question_begun(qtbot, state)
    QTest.keyClicks(form.prompt.edit, "Do you need a ride?")
    qtbot.waitUntil(lambda: "Write something here." in seen(screen), timeout=5000)
    assert not form.asks.isVisible()
    form.prompt.edit.selectAll()
    QTest.keyClicks(form.prompt.edit, "Do you have papers?")
    QTest.keyClicks(form.why.edit, "We know a good school.")
    qtbot.waitUntil(form.asks.isVisible, timeout=5000)
    assert "Papers, or where somebody comes from. It can be used in a case about papers" in form.asks.text()
    assert "No answer to it ever leaves. But it stays here" in form.asks.text()
    press(screen, "It is not saved")
    qtbot.waitUntil(lambda: "none is saved" in form.asks.text(), timeout=5000)
    for number, words in enumerate(("Yes", "No")):
        QTest.keyClicks(form.choices.fields[number].edit, words)
    press(screen, "Add this question")
    (made,) = office_changes(session).own
    assert made.words["en"].prompt == "Do you have papers?"
    qtbot.waitUntil(form.asks.isVisible, timeout=5000)  # who opens it later is told as well
    press(screen, "Espa\u00f1ol")
    assert not form.asks.isVisible()
    QTest.keyClicks(form.prompt.edit, "Toma usted drogas?")
    qtbot.waitUntil(form.asks.isVisible, timeout=5000)
    assert "Using or having drugs." in form.asks.text()


def test_others_look_and_find_nothing_to_press(qtbot: QtBot, state: AppState, session: OpenVault) -> None:
    own(session)
    session.store.opened_by = SlotOwner(StaffRole.ADVOCATE, "B7")
    screen = shown(qtbot, state)
    assert not screen.parts.take.isVisible()
    assert not screen.parts.put_back.isVisible()
    press(screen, "R   Help you want")
    assert "A supervisor can change these questions." in seen(screen)
    press(screen, "Do you need a bus pass? · yours")
    assert not screen.question.keep.isVisible()
    assert screen.question.form.prompt.edit.text() == BUS.prompt
    assert not screen.question.form.prompt.edit.isEnabled()


def test_the_changes_are_saved_taken_in_and_put_back(
    qtbot: QtBot, state: AppState, session: OpenVault, tmp_path: Path
) -> None:
    own(session)
    hide(session, "vehicle")
    screen = shown(qtbot, state)
    assert "Last changed on 4 May 2026." in seen(screen)
    screen.parts.folder_chosen.emit(tmp_path)
    (file,) = tmp_path.iterdir()
    assert file.name in screen.done.text()
    press(screen, "Put all of it back...")
    assert screen.focusWidget() is screen.parts.leave  # the harmless one
    press(screen, "Yes, put all of it back")
    assert office_changes(session) == OfficeChanges()
    screen.parts.file_chosen.emit(file)
    assert screen.done.text() == "Taken in: 1 hidden, 0 in other words, 1 of their own. From 4 May 2026."
    raw = file.read_text(encoding="utf-8")
    file.write_text(raw.replace(BUS.prompt, "Do you have papers?"), encoding="utf-8")
    screen.parts.file_chosen.emit(file)
    assert screen.done.text().endswith("May ask for what could harm the person: 1. Open each to read why.")
    file.write_text('{"kind": "recipe"}', encoding="utf-8")
    screen.parts.file_chosen.emit(file)
    assert "This file holds no changes of the interview." in screen.notice.text()
    assert office_changes(session).hidden == {"vehicle"}


def test_the_faults_of_a_file_are_told_in_the_language_of_the_desk(
    qtbot: QtBot, state: AppState, session: OpenVault, tmp_path: Path
) -> None:
    file = tmp_path / "questions.json"
    file.write_text('{"kind": "interview-changes", "version": 1, "dated": "2026-05-04", "hidden": ["../x"]}')
    session.language = "es"
    screen = shown(qtbot, state)
    screen.parts.file_chosen.emit(file)
    assert "En 'hidden[0]' esto tiene otra forma de la que debe" in screen.notice.text()
    assert "another form" not in screen.notice.text()


def test_changes_that_cannot_be_read_are_told_on_the_desk_and_here(
    qtbot: QtBot, state: AppState, session: OpenVault
) -> None:
    session.store.put_setting(SETTING, "broken")
    panel = QuestionsPanel(state)
    qtbot.addWidget(panel)
    panel.retranslate()
    assert panel.standing.text() == "The changes of this office cannot be read."
    with qtbot.waitSignal(panel.wish) as wish:
        panel.open.click()
    assert wish.args is not None
    assert wish.args[0].name == "questions"
    screen = shown(qtbot, state)
    press(screen, "Begin with none")
    assert "Nothing is changed here" in seen(screen)


def test_the_review_shows_answers_to_questions_that_are_no_longer_asked(
    qtbot: QtBot, state: AppState, session: OpenVault
) -> None:
    case_id = start_case(session).id
    record_answer(session, case_id, "limits.go_on", AnswerStatus.GIVEN, "yes")
    record_answer(session, case_id, "wishes.not_wanted", AnswerStatus.GIVEN, "no calls at night")
    hide(session, "wishes.not_wanted")
    screen = build_interview(state, Wish("interview", {"case_id": case_id}))
    qtbot.addWidget(screen, before_close_func=InterviewScreen.leave)
    screen.show()
    screen.view.map._look_over.click()
    QApplication.processEvents()
    page = screen.view.room.look_over
    assert "Answers to questions that are no longer asked" in seen(page)
    assert "no calls at night" in seen(page)
    press(page, "Take it back")
    press(page, "Take it back for good")
    assert "wishes.not_wanted" not in session.store.case(case_id).all_answers()


@pytest.mark.parametrize(("tokens", "scale"), [(LIGHT, 1.0), (DARK, 2.0)])
@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_every_word_has_room_and_every_widget_a_name(
    request: pytest.FixtureRequest, qapp: ForthrightApp, tokens: Tokens, scale: float, direction: Qt.LayoutDirection
) -> None:
    qapp.setLayoutDirection(direction)
    apply_appearance(qapp, tokens, scale)
    qtbot, state, session = (request.getfixturevalue(one) for one in ("qtbot", "state", "session"))
    reword(session, BREAK, "en", BUS)
    question_id = own(session)
    screen = shown(qtbot, state)
    for look in (
        screen.work.see_parts,
        lambda: screen.work.see_part("help"),
        screen.part.order.click,
        lambda: screen.work.see_question(BREAK),
        lambda: screen.work.see_question(question_id),
    ):
        look()
        assert clipped(screen) == []
        assert nameless(screen) == []


def test_one_question_is_added_however_often_it_is_pressed(qtbot: QtBot, state: AppState, session: OpenVault) -> None:
    screen, form = own_question_begun(qtbot, state)
    press(screen, "A few words")
    QTest.keyClicks(form.prompt.edit, BUS.prompt)
    QTest.keyClicks(form.why.edit, BUS.why)
    state.runner = screen.work._runner = busy = HeldRunner()
    for _ in range(2):
        press(screen, "Add this question")
    busy.do_all()
    assert len(office_changes(session).own) == 1
    assert screen.question.isEnabled()


def test_what_is_found_late_in_one_language_leaves_the_keyboard_in_the_other(
    qtbot: QtBot, state: AppState, session: OpenVault
) -> None:
    screen, form = own_question_begun(qtbot, state)
    QTest.keyClicks(form.prompt.edit, "Do you hav")
    state.runner = screen.work._runner = busy = HeldRunner()
    form._on_rested()
    press(screen, "Español")
    QTest.keyClicks(form.prompt.edit, "Necesita")
    busy.do_all()
    QTest.keyClicks(form.prompt.edit, " algo")
    assert form.prompt.text() == "Necesita algo"
    assert form.changed()["en"].words.prompt == "Do you hav"
