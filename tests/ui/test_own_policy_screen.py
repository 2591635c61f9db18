"""A supervisor writes down the policy of an invented county: by keyboard, by ear, at 200 %, from right to left."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from intake.actions.own_policies import kept, look, write
from intake.actions.session import OpenVault
from intake.clock import FixedClock
from intake.errors import Mishap
from intake.protections.model import Verification
from intake.protections.own.choices import TEMPLATES
from intake.protections.own.confirming import examples_in_words
from intake.protections.own.form import PolicyForm
from intake.vault.keys import SlotOwner, StaffRole
from intake.vault.memory_vault import create_memory_vault
from tests.shipped import shipped_content
from tests.ui.accessible_names import nameless
from tests.ui.clipping import clipped
from tests.ui.conftest import MOMENT
from tests.ui.held_runner import HeldRunner
from ui.app import ForthrightApp
from ui.app_state import AppState
from ui.screen import Wish
from ui.screens.desk.panels.own_policies import OwnPoliciesPanel
from ui.screens.own_policy.screen import OwnPolicyScreen, build
from ui.style.appearance import apply_appearance
from ui.style.tokens import DARK, LIGHT, Tokens

CONTENT = shipped_content()
MODEL = "Our office took up the model of Fair and Just Prosecution"


@pytest.fixture
def session(state: AppState) -> OpenVault:
    state.session = OpenVault(create_memory_vault(), CONTENT, FixedClock(MOMENT))
    return state.session


@pytest.fixture
def screen(qtbot: QtBot, state: AppState, session: OpenVault) -> OwnPolicyScreen:
    return shown(qtbot, state)


def shown(qtbot: QtBot, state: AppState, policy_id: str = "") -> OwnPolicyScreen:
    screen = build(state, Wish("own_policy", {"policy_id": policy_id}))
    qtbot.addWidget(screen)
    screen.resize(1024, 700)
    screen.show()
    return screen


def button(screen: QWidget, words: str) -> QAbstractButton:
    QApplication.processEvents()  # new buttons are shown when their layout comes to rest
    return next(one for one in screen.findChildren(QAbstractButton) if one.isVisible() and one.text() == words)


def press(screen: QWidget, words: str) -> None:
    QTest.keyClick(button(screen, words), Qt.Key.Key_Return)


def write_in(field: QWidget, words: str) -> None:
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(field, words)


def fill_in(screen: OwnPolicyScreen) -> None:
    press(screen, MODEL)
    form = screen.editor.form
    write_in(form.office.edit, "The District Attorney of Exampleton")
    write_in(form.new_place.edit, "Exampleton")
    write_in(form.made_on.edit, "2026-01")
    press(screen, "Keep as a draft")


def tick_all_examples(screen: OwnPolicyScreen) -> None:
    for card in screen.editor.examples.cards.values():
        QTest.keyClick(card.tick.box, Qt.Key.Key_Space)
    press(screen, "Keep these ticks")


def test_a_policy_is_written_confirmed_agreed_and_used_by_keyboard_alone(
    screen: OwnPolicyScreen, session: OpenVault
) -> None:
    fill_in(screen)
    use = screen.editor.use
    assert use.lacks.text().startswith("Say of each example if it is right.")
    assert use.card.outcome.text() == "Wording not checked: ask first"
    tick_all_examples(screen)
    press(screen, "I have looked at all of it, and it is right")
    assert use.standing.text() == "A draft. The one who wrote it has said yes. A second person has to look."
    press(screen, "I have looked at all of it, and it is right")
    press(screen, "Use it from now on")
    assert use.standing.text() == "In use. Added by this organisation on 4 May 2026."
    (added,) = [one for one in session.content.protections.instruments if one.added_on]
    assert added.jurisdiction == "us-ca-own-exampleton"
    press(screen, "Back to the list")
    assert screen.list.none_yet.isHidden()
    press(screen, f"{added.title}: in use. Added by this organisation on 4 May 2026.")
    write_in(use.last_day.edit, "2026-12-31")
    press(screen, "Give it this last day")
    assert "In use" in use.standing.text()
    press(screen, "Back to the list")
    assert button(screen, f"{added.title}: in use up to 2026-12-31. Added by this organisation on 4 May 2026.")


def test_the_text_is_pasted_kept_with_its_mark_read_and_unread_when_it_changes(
    screen: OwnPolicyScreen, session: OpenVault
) -> None:
    fill_in(screen)
    part = screen.editor.text
    assert part.standing.text() == "No text is kept yet. The wording counts as not checked."
    assert not part.was_read.isEnabled()
    write_in(part.edit, "The office shall not charge.")
    press(screen, "Keep this text")
    assert part.standing.text() == "Nobody has read this text against our words yet."
    assert part.digest.text().startswith("Kept on 4 May 2026 by LEAD. Its mark: ")
    press(screen, "I have read it, and our words say the same")
    assert part.standing.text() == "Read by LEAD on 4 May 2026."
    assert screen.editor.use.card.outcome.text().startswith("Holds, with ")
    QTest.keyClicks(part.edit, " Or not.")
    assert not part.was_read.isEnabled()
    press(screen, "Keep this text")
    assert part.standing.text() == "Nobody has read this text against our words yet."
    assert screen.editor.use.card.outcome.text() == "Wording not checked: ask first"


def test_a_text_with_a_wide_letter_can_be_read_and_another_of_its_length_cannot(
    screen: OwnPolicyScreen,
) -> None:
    fill_in(screen)
    part = screen.editor.text
    part.edit.setPlainText("The office shall not charge. \U0001d49c")
    press(screen, "Keep this text")
    assert part.was_read.isEnabled()
    part.edit.setPlainText("The office might not charge \U0001d49c.")
    assert not part.was_read.isEnabled()


def test_a_paste_of_ten_megabytes_is_declined_whole_and_plainly(screen: OwnPolicyScreen) -> None:
    fill_in(screen)
    part = screen.editor.text
    write_in(part.edit, "Short")
    large = QMimeData()
    large.setText("x" * 10_000_000)
    part.edit.insertFromMimeData(large)
    assert part.edit.toPlainText() == "Short"
    assert "This text is longer than 1 MB." in part.notice.text()


def test_what_is_half_filled_in_is_kept_when_the_screen_is_left(screen: OwnPolicyScreen, session: OpenVault) -> None:
    assert screen.pending_text() is None
    press(screen, MODEL)
    assert screen.pending_text() is None
    write_in(screen.editor.form.office.edit, "The Sheriff")
    job = screen.pending_text()
    assert job is not None
    screen.leave()
    assert screen.editor.form.office.text() == ""
    job()
    (line,) = look.list_policies(session).lines
    assert line.lacks[0].startswith("Say when it was made")


def test_the_same_is_kept_on_the_way_back_to_the_list(screen: OwnPolicyScreen, session: OpenVault) -> None:
    press(screen, "An empty form")
    write_in(screen.editor.form.title.edit, "Our police")
    press(screen, "Back to the list")
    assert button(screen, "Our police: a draft. Added by this organisation on 4 May 2026.")
    press(screen, "Our police: a draft. Added by this organisation on 4 May 2026.")
    press(screen, "Remove this draft")
    assert look.list_policies(session).lines == ()


def test_hard_words_are_told_kindly_and_stop_nothing(screen: OwnPolicyScreen) -> None:
    press(screen, MODEL)
    hard = "Notwithstanding prosecutorial discretion, individuals are presumptively ineligible for adjudication."
    write_in(screen.editor.form.plain_words.edit, hard)
    press(screen, "Keep as a draft")
    assert screen.done.text() == "Kept. Next: Say which office made the promise."
    assert "Shorter words would help" in screen.editor.use.lacks.text()


def test_a_file_goes_out_and_comes_in_by_our_own_picker(
    screen: OwnPolicyScreen, session: OpenVault, tmp_path: Path
) -> None:
    fill_in(screen)
    press(screen, "Save it as a file")
    assert screen.files.picker is not None
    screen.files.picker.go(tmp_path)
    press(screen, "Save in this folder")
    (path,) = tmp_path.glob("*.toml")
    assert path.name in screen.done.text()
    press(screen, "Remove this draft")
    press(screen, "Take one in from a file")
    press(screen, "Look in this folder")
    press(screen, path.name)
    assert screen.editor.form.isHidden()
    assert screen.editor.use.card.isVisible()
    path.write_text("id = 7\n", encoding="utf-8")
    press(screen, "Back to the list")
    press(screen, "Take one in from a file")
    press(screen, "Look in this folder")
    press(screen, path.name)
    assert "This file cannot be taken in yet." in screen.notice.text()
    assert "Line 1: 'id' is missing or is not a text." in screen.notice.text()


def test_an_advocate_may_look_but_not_write(qtbot: QtBot, state: AppState, session: OpenVault) -> None:
    policy_id = write.save_form(session, shown_form())
    session.store.opened_by = SlotOwner(StaffRole.ADVOCATE, "B7")
    screen = shown(qtbot, state, policy_id)
    assert not screen.editor.form.isEnabled()
    assert screen.editor.keep.isHidden()
    assert screen.editor.text.edit.isReadOnly()
    with pytest.raises(Mishap, match="supervisor_needed"):
        write.save_form(session, shown_form())


def shown_form() -> PolicyForm:
    return replace(
        TEMPLATES[0].form,
        office="The District Attorney",
        new_place="Exampleton",
        made_on="2026-01",
        review_due_on="2026-11-01",
    )


def test_a_broken_policy_is_named_with_its_cure_and_the_list_works(
    qtbot: QtBot, state: AppState, session: OpenVault
) -> None:
    session.store.put_setting("own_policies.list", '[{"id": "own-lost"}]')
    kept.take_in_own_policies(session)
    screen = shown(qtbot, state)
    assert "own-lost, line 1: What is kept of this policy cannot be read." in screen.list.problems.text()
    assert button(screen, MODEL)


def test_every_control_can_be_heard_and_tab_comes_to_each_step(screen: OwnPolicyScreen) -> None:
    fill_in(screen)
    assert nameless(screen) == []
    form = screen.editor.form
    stops = set()
    form.title.edit.setFocus()
    for _ in range(200):
        held = QApplication.focusWidget()
        assert held is not None
        stops.add(held)
        QTest.keyClick(held, Qt.Key.Key_Tab)
    wanted = (form.office.edit, form.plain_words.edit, form.limits.lines["warrant"].box, screen.editor.text.edit)
    assert stops >= set(wanted)
    assert form.crimes.lines["robbery"].box in stops


@pytest.mark.parametrize(("tokens", "scale"), [(LIGHT, 1.0), (DARK, 1.5), (LIGHT, 2.0)])
@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_no_word_is_cut_off(
    request: pytest.FixtureRequest, qapp: ForthrightApp, tokens: Tokens, scale: float, direction: Qt.LayoutDirection
) -> None:
    qapp.setLayoutDirection(direction)
    apply_appearance(qapp, tokens, scale)
    screen: OwnPolicyScreen = request.getfixturevalue("screen")
    QTest.qWait(30)
    assert clipped(screen) == []
    fill_in(screen)
    request.getfixturevalue("qtbot").waitUntil(lambda: clipped(screen) == [])


def test_the_desk_leads_there_and_counts_what_is_due(qtbot: QtBot, state: AppState, session: OpenVault) -> None:
    session.clock = FixedClock(MOMENT.replace(month=12))
    panel = OwnPoliciesPanel(state)
    qtbot.addWidget(panel)
    panel.retranslate()
    assert panel.due.isHidden()
    session.clock = FixedClock(MOMENT.replace(year=2030))
    later = OwnPoliciesPanel(state)
    qtbot.addWidget(later)
    later.retranslate()
    assert (
        later.due.text()
        == f"{len(CONTENT.protections.instruments)} rules are due to be checked again. Their cards say so."
    )
    with qtbot.waitSignal(panel.wish) as caught:
        QTest.keyClick(panel.open, Qt.Key.Key_Return)
    assert caught.args[0].name == "own_policy"


def test_a_text_that_is_read_is_still_to_be_asked_about(screen: OwnPolicyScreen, session: OpenVault) -> None:
    fill_in(screen)
    write_in(screen.editor.text.edit, "The office shall not charge.")
    press(screen, "Keep this text")
    press(screen, "I have read it, and our words say the same")
    policy_id = screen.editor.policy_id
    card = look.view_policy(session, policy_id).card
    assert card is not None
    assert card.confirm_first
    assert card.verification_sentence == "We have read the wording."
    assert Verification.TEXT_READ.value == "text_read"


def test_facts_choices_and_examples_are_said_in_the_language_of_the_desk(
    screen: OwnPolicyScreen, session: OpenVault
) -> None:
    english = {name: line.box.accessibleName() for name, line in screen.editor.form.crimes.lines.items()}
    session.language = "es"
    screen.retranslate()
    form = screen.editor.form
    assert form.crimes.lines["stalking"].box.accessibleName() == CONTENT.wording("es").text(
        "fact.crimes.stalking", CONTENT.protections.facts["crimes"].values["stalking"]
    )
    same = [name for name, line in form.crimes.lines.items() if line.box.accessibleName() == english[name]]
    assert same == []
    limit = CONTENT.protections.limits["discovery"].sentence
    assert form.limits.lines["discovery"].box.accessibleName() != limit


def test_what_was_confirmed_in_one_language_is_confirmed_in_the_other() -> None:
    (instrument, *_) = CONTENT.protections.instruments
    spoken = {code: examples_in_words(instrument, CONTENT.protections, CONTENT.wording(code)) for code in ("en", "es")}
    assert [one.digest for one in spoken["en"]] == [one.digest for one in spoken["es"]]
    assert [one.facts for one in spoken["en"]] != [one.facts for one in spoken["es"]]


@pytest.mark.parametrize("words", ["Keep as a draft", "Back to the list"])
def test_one_draft_is_kept_however_often_it_is_pressed(
    qtbot: QtBot, state: AppState, session: OpenVault, words: str
) -> None:
    state.runner = busy = HeldRunner()
    screen = shown(qtbot, state)
    busy.do_all()
    press(screen, MODEL)
    write_in(screen.editor.form.office.edit, "The District Attorney of Exampleton")
    for _ in range(2):
        press(screen, words)
    busy.do_all()
    assert len(look.list_policies(session).lines) == 1
    assert screen.editor.isEnabled()
