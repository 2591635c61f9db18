"""Choosing sentences by keyboard on the real core: search, gaps, order, dropping, held lines, and the page behind it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from intake.actions.cases.cases import list_cases
from intake.actions.interview.page import OptionWords
from intake.actions.referral.choose_lines import Gap, lines_of_page
from intake.actions.referral.half_form import kept_form
from intake.actions.referral.own_words import allow_own_words
from intake.actions.screening.open_lens import shipped_lens
from intake.actions.session import OpenVault
from intake.actions.vault.practise import open_practice
from intake.clock import FixedClock
from intake.referral.frames import FrameUse
from intake.screening.lens import Lens
from tests.shipped import shipped_content
from tests.ui.accessible_names import nameless
from tests.ui.clipping import clipped
from tests.ui.referral_desk import MOMENT, Hands, settle
from ui.app import ForthrightApp
from ui.app_state import AppState
from ui.background.job_runner import JobRunner
from ui.screen import Wish
from ui.screens.referral.lines.gap_picker import GapPicker
from ui.screens.referral.lines.panel import LinesPanel
from ui.screens.referral.screen import ReferralScreen, build
from ui.style.appearance import apply_appearance
from ui.style.tokens import DARK, LIGHT, Tokens

PLACE = "hospital_safe"


@pytest.fixture(scope="module")
def lens() -> Lens:
    """Opened once: it takes a second."""
    return shipped_lens(shipped_content())


@pytest.fixture
def session(state: AppState, lens: Lens) -> OpenVault:
    state.session = open_practice(shipped_content(), FixedClock(MOMENT))
    state.session.lens = lens
    allow_own_words(state.session, True)
    return state.session


@pytest.fixture
def case_id(session: OpenVault) -> str:
    return list_cases(session)[0].id


def at_the_page(qtbot: QtBot, state: AppState, case_id: str) -> tuple[ReferralScreen, Hands]:
    screen = build(state, Wish("referral", {"case_id": case_id}))
    qtbot.addWidget(screen)
    screen.resize(1300, 900)
    screen.show()
    screen.activateWindow()
    with qtbot.waitActive(screen):
        pass
    focus = screen.first_focus()
    assert focus is not None
    focus.setFocus(Qt.FocusReason.TabFocusReason)
    hands = Hands(screen)
    hands.press("Hospital exam team")
    hands.press("Show the page")
    settle()
    return screen, hands


def at_the_lines(qtbot: QtBot, state: AppState, case_id: str) -> tuple[ReferralScreen, LinesPanel, Hands]:
    screen, hands = at_the_page(qtbot, state, case_id)
    hands.press("Choose the sentences")
    settle()
    return screen, screen.page.lines, hands


def key(code: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    widget = QApplication.focusWidget()
    assert widget is not None
    QTest.keyClick(widget, code, held)
    settle()


def texts(panel: LinesPanel) -> list[str]:
    return [panel.list.item(row).text() for row in range(panel.list.count())]


def test_a_sentence_is_found_filled_and_put_on_the_page_without_a_mouse(
    qtbot: QtBot, state: AppState, session: OpenVault, case_id: str
) -> None:
    screen, panel, hands = at_the_lines(qtbot, state, case_id)
    before = texts(panel)
    hands.write("Add a sentence", "trouble breathing, pain in the ankle pain")
    panel.add.search.clear()
    hands.write("Add a sentence", "has pain in")
    qtbot.waitUntil(lambda: panel.add.found.count() > 0 and "pain" in panel.add.found.item(0).text())
    key(Qt.Key.Key_Down)
    key(Qt.Key.Key_Return)
    picker = panel.add.pickers[0]
    assert picker.edit.hasFocus()
    QTest.keyClicks(picker.edit, "ba")
    key(Qt.Key.Key_Return)  # takes the first that fits, and stays for one more
    key(Qt.Key.Key_Return)
    assert panel.add.put.hasFocus()
    key(Qt.Key.Key_Space)
    after = texts(panel)
    assert len(after) == len(before) + 1
    assert "pain" in after[-1]
    assert not lines_of_page(session, case_id, PLACE).is_proposed
    assert after[-1] in screen.page.page.text.toPlainText() or "held" in after[-1]


def test_sentences_are_moved_and_dropped_by_key_and_the_page_reads_itself_again(
    qtbot: QtBot, state: AppState, session: OpenVault, case_id: str
) -> None:
    screen, panel, _ = at_the_lines(qtbot, state, case_id)
    assert panel.list.hasFocus()
    first, second = texts(panel)[:2]
    key(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert texts(panel)[:2] == [second, first]
    assert panel.list.currentRow() == 1
    key(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    key(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)  # at the top nothing moves
    assert texts(panel)[:2] == [first, second]
    assert first in screen.page.page.text.toPlainText()
    key(Qt.Key.Key_Delete)
    assert first not in texts(panel)
    assert first not in screen.page.page.text.toPlainText()
    panel.anew.setFocus()
    key(Qt.Key.Key_Space)
    assert lines_of_page(session, case_id, PLACE).is_proposed
    assert first in screen.page.page.text.toPlainText()


def test_a_line_in_own_words_that_the_gate_holds_is_never_on_the_page(
    qtbot: QtBot, state: AppState, case_id: str
) -> None:
    screen, panel, hands = at_the_lines(qtbot, state, case_id)
    hands.write("A line in own words", "He hit me in the face like a zebra")
    qtbot.waitUntil(lambda: panel.own.verdict.text().startswith("Held: "))
    offer = panel.own.offers()[0]
    assert offer.text().startswith("Use: ")
    hands.press("Note this line")
    settle()
    assert texts(panel)[-1] == "He hit me in the face like a zebra.  (held by the gate)"
    assert panel.own.field.text() == ""
    assert panel.own.words.text().startswith("Noted in the list above.")
    assert panel.own.field.edit.hasFocus()
    QTest.keyClicks(panel.own.field.edit, "H")
    assert panel.own.words.isHidden()
    assert "zebra" not in screen.page.page.text.toPlainText()
    assert panel.yes.isHidden()
    screen.leave()
    assert texts(panel) == []
    assert panel.own.field.text() == ""


def test_a_noted_line_stays_in_the_field_until_it_is_kept(qtbot: QtBot, state: AppState, case_id: str) -> None:
    _, panel, hands = at_the_lines(qtbot, state, case_id)
    hands.write("A line in own words", "He hit me")
    qtbot.waitUntil(lambda: bool(panel.own.verdict.text()))
    panel.changed.disconnect()  # as when the disk is full
    hands.press("Note this line")
    assert panel.own.field.text() == "He hit me"
    assert not panel.own.words.text().startswith("Noted")


def test_the_nearest_sentence_opens_in_the_chooser(qtbot: QtBot, state: AppState, case_id: str) -> None:
    _, panel, hands = at_the_lines(qtbot, state, case_id)
    hands.write("A line in own words", "My back has pain like zebras")
    qtbot.waitUntil(lambda: bool(panel.own.offers()))
    settle()  # a button that was made a moment ago cannot have the keyboard yet
    before = len(texts(panel))
    offer = next(one for one in panel.own.offers() if "___" in one.text())
    offer.setFocus()
    key(Qt.Key.Key_Space)
    assert panel.add.pickers
    assert len(texts(panel)) == before


def test_a_line_that_may_leave_is_read_out_and_stands_on_the_page_after_the_yes(
    qtbot: QtBot, state: AppState, session: OpenVault, case_id: str
) -> None:
    screen, panel, hands = at_the_lines(qtbot, state, case_id)
    hands.write("A line in own words", "The person beat the reporter with a belt")
    qtbot.waitUntil(lambda: panel.own.verdict.text().startswith("May leave"), timeout=20_000)
    hands.press("Note this line")
    settle()
    line = "The person beat the reporter with a belt."
    assert texts(panel)[-1] == f"{line}  (off the page until they say yes)"
    assert [row.script.text() for row in panel.yes.rows] == [line]
    assert line not in screen.page.page.text.toPlainText()
    hands.press("They say yes to this line")
    settle()
    assert line in screen.page.page.text.toPlainText()
    assert texts(panel)[-1] == line
    panel.list.setCurrentRow(len(texts(panel)) - 1)
    panel.list.use()
    assert panel.own.field.text() == line
    panel.own.edit_line("The person hit the reporter with a bottle")
    panel.own.note.click()
    settle()
    assert texts(panel)[-1] == "The person hit the reporter with a bottle.  (off the page until they say yes)"
    assert not [one for one in lines_of_page(session, case_id, PLACE).lines if one.has_yes]


def test_a_few_words_are_written_into_a_gap(qtbot: QtBot, state: AppState, session: OpenVault, case_id: str) -> None:
    screen, panel, hands = at_the_lines(qtbot, state, case_id)
    panel.add.fill(screen._verbs.offer("car.plate"), {})
    (picker,) = panel.add.pickers
    assert picker.list.isHidden()
    assert picker.edit.accessibleName() == "The plate of their car, as in 8ABC123"
    QTest.keyClicks(picker.edit, "no plate at all")
    key(Qt.Key.Key_Return)
    hands.press("Put it on the list")
    assert not panel.add._unfilled.isHidden()
    picker.edit.setText("8ABC123")
    hands.press("Put it on the list")
    settle()
    assert texts(panel)[-1] == "The person's vehicle has the plate 8ABC123.  (held: this place is never told that)"
    assert panel.yes.isHidden()
    assert not [one for one in lines_of_page(session, case_id, PLACE).lines if one.has_yes]


def row_of(panel: LinesPanel, *, has_gaps: bool) -> int:
    lines = [one.line for one in panel._lines.lines]
    return next(row for row, one in enumerate(lines) if isinstance(one, FrameUse) and bool(one.slots) is has_gaps)


def test_other_words_open_the_gaps_while_the_vault_belongs_to_the_worker(
    qtbot: QtBot, state: AppState, lens: Lens
) -> None:
    runner = JobRunner()
    state.runner = runner
    opened: list[OpenVault] = []

    def open_in_worker() -> str:
        opened.append(open_practice(shipped_content(), FixedClock(MOMENT)))
        opened[0].lens = lens
        return list_cases(opened[0])[0].id

    ids: list[str] = []
    owner = QObject()
    runner.run(open_in_worker, owner, ids.append, ids.append)  # type: ignore[arg-type]  # a failure shows in the list
    qtbot.waitUntil(lambda: bool(ids))
    state.session = opened[0]
    screen = build(state, Wish("referral", {"case_id": ids[0]}))
    qtbot.addWidget(screen)
    screen.show()
    qtbot.waitUntil(lambda: bool(screen.presenter.recipients))
    screen.choose.cards.radio_of(PLACE).click()
    screen.choose.go_on.click()
    panel = screen.page.lines
    qtbot.waitUntil(lambda: panel.list.count() > 0)
    panel.list.setCurrentRow(row_of(panel, has_gaps=True))
    panel.change.click()
    qtbot.waitUntil(lambda: bool(panel.add.pickers))
    runner.close(opened[0].store.close)
    assert panel.add.pickers[0].value() or panel.add.pickers[0].gap.is_written


def test_enter_on_a_sentence_without_gaps_leaves_it_where_it_is(qtbot: QtBot, state: AppState, case_id: str) -> None:
    screen, panel, hands = at_the_lines(qtbot, state, case_id)
    before = texts(panel)
    panel.list.setCurrentRow(row_of(panel, has_gaps=False))
    key(Qt.Key.Key_Return)
    panel.add.fill(screen._verbs.offer("car.plate"), {})
    panel.add.pickers[0].edit.setText("8ABC123")
    hands.press("Put it on the list")
    settle()
    assert texts(panel)[:-1] == before


def test_a_sentence_whose_gaps_were_opened_and_left_stays_when_another_is_added(
    qtbot: QtBot, state: AppState, case_id: str
) -> None:
    screen, panel, hands = at_the_lines(qtbot, state, case_id)
    before = texts(panel)
    panel.list.setCurrentRow(row_of(panel, has_gaps=True))
    key(Qt.Key.Key_Return)
    hands.press("Another sentence")
    panel.add.fill(screen._verbs.offer("car.plate"), {})
    panel.add.pickers[0].edit.setText("8ABC123")
    hands.press("Put it on the list")
    settle()
    assert texts(panel)[:-1] == before


def test_a_sentence_that_was_moved_while_its_gaps_are_open_is_the_one_that_changes(
    qtbot: QtBot, state: AppState, case_id: str
) -> None:
    _, panel, hands = at_the_lines(qtbot, state, case_id)
    row = row_of(panel, has_gaps=True)
    panel.list.setCurrentRow(row)
    key(Qt.Key.Key_Return)
    changed, others = texts(panel)[row], [text for number, text in enumerate(texts(panel)) if number != row]
    panel.down.click()
    settle()
    assert texts(panel).index(changed) == row + 1
    picker = panel.add.pickers[0]
    for number in range(picker.list.count()):
        picker.list.item(number).setCheckState(Qt.CheckState.Checked)
    hands.press("Put it on the list")
    settle()
    assert [text for text in texts(panel) if text in others] == others
    assert len(texts(panel)) == len(others) + 1


def test_enter_takes_nothing_that_was_found_for_other_words(qtbot: QtBot, state: AppState, case_id: str) -> None:
    _, panel, hands = at_the_lines(qtbot, state, case_id)
    qtbot.waitUntil(lambda: panel.add.found.count() > 0)
    before = texts(panel)
    hands.write("Add a sentence", "p")
    key(Qt.Key.Key_Return)
    assert texts(panel) == before
    assert panel.add._offer is None
    qtbot.waitUntil(lambda: bool(panel.add._offers))
    key(Qt.Key.Key_Down)
    key(Qt.Key.Key_Return)
    assert panel.add._offer is not None or texts(panel) != before


def test_enter_in_the_search_takes_no_sentence_it_only_goes_to_those_found(
    qtbot: QtBot, state: AppState, case_id: str
) -> None:
    _, panel, hands = at_the_lines(qtbot, state, case_id)
    before = texts(panel)
    hands.write("Add a sentence", "I was a bit high")
    qtbot.waitUntil(lambda: bool(panel.add._offers))
    key(Qt.Key.Key_Return)
    assert texts(panel) == before
    assert panel.add._offer is None
    assert panel.add.found.hasFocus()
    key(Qt.Key.Key_Return)
    assert panel.add._offer is not None or texts(panel) != before


GAP = Gap("when", (OptionWords("day", "By day"), OptionWords("night", "At night")), is_many=False)


def picker_of(qtbot: QtBot, gap: Gap) -> GapPicker:
    picker = GapPicker(gap, ())
    qtbot.addWidget(picker)
    picker.show()
    picker.activateWindow()
    with qtbot.waitActive(picker):
        pass
    return picker


def test_a_gap_holds_no_word_until_one_is_chosen(qtbot: QtBot) -> None:
    picker = picker_of(qtbot, GAP)
    picker.edit.setFocus()
    key(Qt.Key.Key_Tab)
    assert picker.list.hasFocus()
    assert picker.value() == ()
    with qtbot.waitSignal(picker.done):
        key(Qt.Key.Key_Return)
    assert picker.value() == ("day",)


@pytest.mark.parametrize("is_many", [True, False])
def test_enter_in_a_list_that_shows_nothing_takes_nothing(qtbot: QtBot, is_many: bool) -> None:
    picker = picker_of(qtbot, replace(GAP, is_many=is_many))
    picker.edit.setFocus()
    QTest.keyClicks(picker.edit, "zebra")
    picker.list.setFocus()
    key(Qt.Key.Key_Return)
    picker.edit.clear()
    picker._on_typed("")
    assert picker.value() == ()


def test_a_form_half_filled_in_comes_back_after_a_lock(
    qtbot: QtBot, state: AppState, session: OpenVault, case_id: str
) -> None:
    screen, hands = at_the_page(qtbot, state, case_id)
    hands.press("No, this is right")
    hands.press("Exam and care")
    hands.press("I read out what could happen")
    hands.write("A person there", "Dr. Blue")
    job = screen.pending_text()
    assert job is not None
    job()
    screen.leave()
    again, hands = at_the_page(qtbot, state, case_id)
    hands.press("No, this is right")
    form = again.permission.form
    assert (form.person.text(), form.purpose.value(), form.risks.is_ticked) == ("Dr. Blue", "1", True)
    assert not form.benefits.is_ticked
    form.empty.setFocus()
    key(Qt.Key.Key_Space)
    assert form.person.text() == ""
    assert kept_form(session, case_id, PLACE) is None
    assert again.pending_text() is None


@pytest.mark.parametrize(("tokens", "scale"), [(LIGHT, 1.0), (DARK, 2.0)])
@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_every_word_has_room_and_every_widget_a_name(
    request: pytest.FixtureRequest,
    qapp: ForthrightApp,
    tokens: Tokens,
    scale: float,
    direction: Qt.LayoutDirection,
) -> None:
    qapp.setLayoutDirection(direction)
    apply_appearance(qapp, tokens, scale)
    qtbot, state, case_id = (request.getfixturevalue(one) for one in ("qtbot", "state", "case_id"))
    screen, panel, _ = at_the_lines(qtbot, state, case_id)
    offer = screen._verbs.offer("injuries.pain")
    panel.add.fill(offer, {})
    panel.add.not_whole()
    QTest.qWait(30)
    assert clipped(panel) == []
    assert nameless(panel) == []
