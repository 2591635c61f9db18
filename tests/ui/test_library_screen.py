"""The library by keyboard, by ear, at 200 %, from right to left; and the page for a person as a file."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from intake.clock import FixedClock
from intake.export.pdf_pages import page_texts
from tests.shipped import shipped_content
from tests.ui.accessible_names import nameless
from tests.ui.clipping import clipped
from ui.app import ForthrightApp
from ui.app_state import AppState
from ui.screen import Wish
from ui.screens.library.screen import LibraryScreen, build
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.appearance import apply_appearance
from ui.style.tokens import DARK, LIGHT, Tokens

CONTENT = shipped_content()
DA = "us-ca-sf-da-safety"


def shown(qtbot: QtBot, state: AppState, **arguments: object) -> LibraryScreen:
    state.content = CONTENT
    screen = build(state, Wish("library", arguments))
    qtbot.addWidget(screen)
    screen.resize(1024, 700)
    screen.show()
    return screen


@pytest.fixture
def screen(qtbot: QtBot, state: AppState) -> LibraryScreen:
    return shown(qtbot, state)


def said(screen: LibraryScreen) -> str:
    QApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return "\n".join(label.text() for label in screen.page.findChildren(WrappedLabel) if not label.isHidden())


def test_it_needs_no_open_vault_and_shows_every_instrument_with_the_models_last(screen: LibraryScreen) -> None:
    assert screen.state.session is None
    assert sorted(screen.shelves.names()) == sorted(one.id for one in CONTENT.protections.instruments)
    assert screen.shelves.names()[-2:] == ("model-fjp-2025", "model-ghjp")
    assert screen.first_focus() is screen.search


def test_words_leave_what_has_all_of_them_and_nothing_is_said_so(screen: LibraryScreen) -> None:
    QTest.keyClicks(screen.search, "condoms proof")
    assert screen.shelves.names() == ("us-ca-evid-782.1",)
    assert screen.found.text() == "1 of 19"
    QTest.keyClicks(screen.search, " zebra")
    assert screen.found.text() == "Nothing has all of these words. Try fewer."


def test_a_card_opens_by_key_and_escape_returns_to_its_line(qtbot: QtBot, state: AppState) -> None:
    state.clock = FixedClock(datetime(2026, 12, 1, 12, tzinfo=UTC))  # between the last check and the next
    screen = shown(qtbot, state)
    QTest.keyClicks(screen.search, "memo without a date")
    QApplication.processEvents()
    screen.shelves.focus_on(DA)
    button = QApplication.focusWidget()
    assert button is not None
    QTest.keyClick(button, Qt.Key.Key_Space)
    words = said(screen)
    instrument = CONTENT.protections.instrument(DA)
    for sentence in (instrument.plain_words, *instrument.what_to_say, *instrument.before_you_rely):
        assert sentence in words
    for sentence in ("Due to be gone over again by February 21, 2027.", "No lawyer has looked at this yet.", "memo"):
        assert sentence in words
    assert QApplication.focusWidget() is screen.page.reading
    QTest.keyClick(screen.page.reading, Qt.Key.Key_Escape)
    assert screen.stack.currentIndex() == 0
    line = QApplication.focusWidget()
    assert line is not None
    assert line.accessibleName() == instrument.title


def test_another_language_says_the_whole_card_in_it(screen: LibraryScreen) -> None:
    screen.shelves.wanted.emit(DA)
    screen.languages.choose("es")
    screen.languages.chosen.emit("es")
    words = said(screen)
    assert "Hasta dónde llega" in words
    assert "Where it stops" not in words


def test_the_page_for_the_person_is_saved_in_the_language_of_the_card(screen: LibraryScreen, tmp_path: Path) -> None:
    screen.shelves.wanted.emit("us-ca-pc-647.3")
    screen.languages.choose("es")
    screen.languages.chosen.emit("es")
    screen.page.save.folder_chosen.emit(tmp_path)
    (file,) = tmp_path.iterdir()
    assert re.fullmatch(r"Card-[a-z2-9]{8}\.pdf", file.name)
    assert "No hemos leído las palabras exactas." in " ".join(page_texts(file.read_bytes()))
    assert screen.page.save.done.text().startswith(f"Saved: {file.name}")
    assert "safe to carry" in screen.page.save.hint.text()


def test_a_folder_that_is_gone_is_said_on_the_card(screen: LibraryScreen, tmp_path: Path) -> None:
    screen.shelves.wanted.emit(DA)
    screen.page.save.folder_chosen.emit(tmp_path / "gone")
    assert "The chosen folder is not there." in screen.page.notice.text()


def test_a_model_offers_no_page_and_says_why(screen: LibraryScreen) -> None:
    screen.shelves.wanted.emit("model-ghjp")
    assert not screen.page.save.isVisible()
    assert "no page of it to hand out" in screen.page.none.text()
    assert screen.page.kind.text() == "A model or a guide, not law"


def test_a_review_past_due_stands_in_the_list_and_on_the_card(qtbot: QtBot, state: AppState) -> None:
    state.clock = FixedClock(datetime(2028, 1, 1, 12, tzinfo=UTC))
    screen = shown(qtbot, state, instrument=DA)
    assert "Should have been gone over again by February 21, 2027." in said(screen)


def test_from_a_report_one_lands_on_the_card_and_finds_the_way_back(qtbot: QtBot, state: AppState) -> None:
    screen = shown(qtbot, state, instrument=DA, case_id="case-1")
    assert screen.first_focus() is screen.page.reading
    screen.page.back.click()
    wishes: list[Wish] = []
    screen.go_to.connect(wishes.append)
    screen.report.click()
    assert wishes == [Wish("interview", {"case_id": "case-1"})]


def test_policies_and_trying_out_are_reached_from_here(screen: LibraryScreen) -> None:
    wishes: list[Wish] = []
    screen.go_to.connect(wishes.append)
    screen.policies.click()
    screen.try_out.click()
    assert [wish.name for wish in wishes] == ["policies", "try_out"]


@pytest.mark.parametrize("instrument", ["", DA, "model-ghjp"])
@pytest.mark.parametrize(
    ("tokens", "scale", "is_rtl"), [(LIGHT, 1.0, False), (DARK, 1.0, True), (LIGHT, 2.0, False), (DARK, 2.0, True)]
)
def test_every_word_has_room_and_can_be_heard(
    qtbot: QtBot, state: AppState, qapp: ForthrightApp, instrument: str, tokens: Tokens, scale: float, is_rtl: bool
) -> None:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft if is_rtl else Qt.LayoutDirection.LeftToRight)
    apply_appearance(qapp, tokens, scale)
    screen = shown(qtbot, state, instrument=instrument, case_id="case-1")
    screen.languages.choose("es")
    screen.languages.chosen.emit("es")
    assert clipped(screen) == []
    assert nameless(screen) == []
