"""A supervisor looks at the words of the lens, tries a sentence, adds words of the office and hands them on."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from intake.actions.screening.local_words import add_local_word, local_words
from intake.actions.screening.pack_shelf import KIND_WORDS
from intake.actions.session import OpenVault
from intake.clock import FixedClock
from intake.screening.judgement.model import CATEGORIES
from intake.screening.packs import LocalWord
from intake.vault.keys import SlotOwner, StaffRole
from intake.vault.memory_vault import create_memory_vault
from tests.shipped import shipped_content
from tests.ui.accessible_names import nameless
from tests.ui.clipping import clipped
from tests.ui.conftest import MOMENT
from ui.app import ForthrightApp
from ui.app_state import AppState
from ui.screen import Wish
from ui.screens.desk.panels.lens_words import LensWordsPanel
from ui.screens.word_packs.screen import WordPacksScreen, build
from ui.style.appearance import apply_appearance
from ui.style.tokens import DARK, LIGHT, Tokens

CONTENT = shipped_content()
STEPS = LocalWord("the zorp steps", "en", "sex-work")
SAID = "The office is near the zorp steps."


@pytest.fixture
def session(state: AppState) -> OpenVault:
    state.session = OpenVault(create_memory_vault(), CONTENT, FixedClock(MOMENT))
    return state.session


def shown(qtbot: QtBot, state: AppState) -> WordPacksScreen:
    screen = build(state, Wish("word_packs"))
    qtbot.addWidget(screen)
    screen.resize(1024, 700)
    screen.show()
    QApplication.processEvents()
    return screen


def press(screen: QWidget, words: str) -> None:
    QApplication.processEvents()
    buttons = [one for one in screen.findChildren(QAbstractButton) if one.isVisible()]
    button = next(one for one in buttons if words in (one.text(), one.accessibleName()))
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)


def test_a_word_is_added_tried_and_taken_back_by_keyboard(qtbot: QtBot, state: AppState, session: OpenVault) -> None:
    screen = shown(qtbot, state)
    QTest.keyClicks(screen.attempt.field.edit, SAID)
    qtbot.waitUntil(lambda: bool(screen.attempt.answer.text()), timeout=20_000)
    before = screen.attempt.answer.text()
    assert "Selling sex" not in before
    QTest.keyClicks(screen.office.phrase.edit, STEPS.phrase)
    press(screen, "Selling sex")
    press(screen, "Put it on the list")
    assert local_words(session).add == (STEPS,)
    assert screen.done.text().startswith("Kept.")
    assert screen.office.phrase.text() == ""
    qtbot.waitUntil(lambda: "(Selling sex)" in screen.attempt.answer.text(), timeout=20_000)
    press(screen, "Take back: “the zorp steps”: Selling sex, English")
    assert local_words(session).add == ()
    screen.leave()
    assert screen.attempt.field.text() == ""


def test_a_phrase_is_left_unmarked_and_a_bad_one_is_refused_kindly(
    qtbot: QtBot, state: AppState, session: OpenVault
) -> None:
    screen = shown(qtbot, state)
    press(screen, "Leave it unmarked")
    assert screen.office.kind.isHidden()
    QTest.keyClicks(screen.office.phrase.edit, "crystal lake")
    press(screen, "Put it on the list")
    assert local_words(session).hide == ("crystal lake",)
    QTest.keyClicks(screen.office.phrase.edit, "(lake")
    press(screen, "Put it on the list")
    assert "Write plain words." in screen.notice.text()
    assert screen.office.phrase.text() == "(lake"  # nothing that was typed is lost


def test_without_a_kind_nothing_is_added(qtbot: QtBot, state: AppState, session: OpenVault) -> None:
    screen = shown(qtbot, state)
    QTest.keyClicks(screen.office.phrase.edit, "zorp")
    press(screen, "Put it on the list")
    assert "Choose one of the kinds." in screen.notice.text()
    assert local_words(session).add == ()


def test_everybody_reads_the_packs_and_only_a_supervisor_changes_words(
    qtbot: QtBot, state: AppState, session: OpenVault
) -> None:
    add_local_word(session, STEPS)
    session.store.opened_by = SlotOwner(StaffRole.ADVOCATE, "B7")
    screen = shown(qtbot, state)
    assert screen.office.form.isHidden()
    assert screen.files.take.isHidden()
    assert not [one for one in screen.office.findChildren(QAbstractButton) if one.text() == "Take back"]
    press(screen, "Spanish")
    pack = screen.shelf.packs()[0]
    assert "21 November 2026" in pack.text()
    assert "entries" in pack.text()
    pack.click()
    assert "Examples that are marked:" in screen.shelf.text.text()
    assert screen.shelf.back.hasFocus()
    press(screen, "Back to the packs")
    assert screen.shelf.text.isHidden()


def test_the_list_is_saved_and_taken_in_and_a_hostile_file_is_refused(
    qtbot: QtBot, state: AppState, session: OpenVault, tmp_path: Path
) -> None:
    add_local_word(session, STEPS)
    screen = shown(qtbot, state)
    screen.files.folder_chosen.emit(tmp_path)
    (file,) = tmp_path.iterdir()
    assert file.name in screen.done.text()
    press(screen, "Take back: “the zorp steps”: Selling sex, English")
    screen.files.file_chosen.emit(file)
    assert screen.done.text() == "Taken in. New here: 1. The file is from 4 May 2026."
    assert local_words(session).add == (STEPS,)
    file.write_text('dated = 2026-05-04\nhide = ["zo*"]\n', encoding="utf-8")
    screen.files.file_chosen.emit(file)
    assert "at least three letters" in screen.notice.text()
    assert local_words(session).add == (STEPS,)


def test_a_list_that_cannot_be_read_says_so_and_offers_a_way_out(
    qtbot: QtBot, state: AppState, session: OpenVault
) -> None:
    session.store.put_setting("lens.local_words", "broken")
    screen = shown(qtbot, state)
    assert "cannot be read" in screen.office.standing.text()
    assert screen.office.form.isHidden()
    press(screen, "Begin with none")
    assert not screen.office.form.isHidden()


def test_every_kind_has_its_words_in_both_languages() -> None:
    assert set(CATEGORIES) <= set(KIND_WORDS)
    spanish = CONTENT.wording("es")
    assert not [name for name, text in KIND_WORDS.items() if not spanish.covers(f"lens.kind.{name}", text)]


def test_the_desk_leads_there(qtbot: QtBot, state: AppState, session: OpenVault) -> None:
    del session
    panel = LensWordsPanel(state)
    qtbot.addWidget(panel)
    panel.retranslate()
    with qtbot.waitSignal(panel.wish) as wish:
        panel.open.click()
    assert wish.args is not None
    assert wish.args[0].name == "word_packs"


@pytest.mark.parametrize(("tokens", "scale"), [(LIGHT, 1.0), (DARK, 2.0)])
@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_every_word_has_room_and_every_widget_a_name(
    request: pytest.FixtureRequest, qapp: ForthrightApp, tokens: Tokens, scale: float, direction: Qt.LayoutDirection
) -> None:
    qapp.setLayoutDirection(direction)
    apply_appearance(qapp, tokens, scale)
    qtbot, state, session = (request.getfixturevalue(one) for one in ("qtbot", "state", "session"))
    add_local_word(session, STEPS)
    screen = shown(qtbot, state)
    screen.attempt.field.edit.setText(SAID)
    screen.attempt.typed.emit(SAID)
    assert clipped(screen) == []
    assert nameless(screen) == []
    screen.shelf.packs()[0].click()
    assert clipped(screen) == []
