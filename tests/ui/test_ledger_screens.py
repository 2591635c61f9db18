"""Who has what, and a legal request, by keyboard on the real core."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from intake.actions.cases.cases import list_cases
from intake.actions.compelled.legal_requests import legal_requests, note_request, note_told
from intake.actions.referral.save_summary import save_summary
from intake.actions.session import OpenVault
from intake.actions.vault.practise import open_practice
from intake.clock import FixedClock
from intake.errors import Defect
from intake.releases.legal_request import BroughtBy, RequestKind
from tests.content.reading_grade import reading_grade
from tests.journeys.sharing_people import sign
from tests.shipped import shipped_content
from tests.ui.accessible_names import nameless
from tests.ui.clipping import clipped
from tests.ui.conftest import MOMENT
from tests.ui.held_runner import HeldRunner
from tests.ui.referral_desk import Hands, settle
from ui.app import ForthrightApp
from ui.app_state import AppState
from ui.screen import Screen, Wish
from ui.screens.ledger.screen import LedgerScreen
from ui.screens.ledger.screen import build as build_ledger
from ui.screens.legal_request.day_field import DayField
from ui.screens.legal_request.screen import LegalRequestScreen
from ui.screens.legal_request.screen import build as build_request
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.appearance import apply_appearance
from ui.style.tokens import DARK, LIGHT, Tokens

TODAY = MOMENT.date()


@pytest.fixture
def session(state: AppState) -> OpenVault:
    state.session = open_practice(shipped_content(), FixedClock(MOMENT))
    return state.session


@pytest.fixture
def case_id(session: OpenVault) -> str:
    return list_cases(session)[0].id


def shown(qtbot: QtBot, screen: Screen) -> Hands:
    qtbot.addWidget(screen)
    screen.resize(1000, 800)
    screen.show()
    screen.activateWindow()
    with qtbot.waitActive(screen):
        pass
    focus = screen.first_focus()
    assert focus is not None
    focus.setFocus(Qt.FocusReason.TabFocusReason)
    return Hands(screen)


def ledger(qtbot: QtBot, state: AppState, case_id: str) -> tuple[LedgerScreen, Hands]:
    screen = build_ledger(state, Wish("ledger", {"case_id": case_id}))
    return screen, shown(qtbot, screen)


def request_screen(
    qtbot: QtBot, state: AppState, case_id: str, request_id: str = ""
) -> tuple[LegalRequestScreen, Hands]:
    screen = build_request(state, Wish("legal_request", {"case_id": case_id, "request_id": request_id}))
    return screen, shown(qtbot, screen)


def all_words(root: QWidget) -> list[str]:
    return [label.text() for label in root.findChildren(WrappedLabel) if label.isVisibleTo(root)]


def told(session: OpenVault, case_id: str) -> str:
    request = note_request(session, case_id, RequestKind.COURT_ORDER, BroughtBy.COURT, TODAY, TODAY)
    note_told(session, case_id, request.request_id, lawyer_on=TODAY, person_on=TODAY, lawyer_says_answer=True)
    return request.request_id


def test_a_locked_vault_shows_neither(qapp: ForthrightApp, state: AppState) -> None:
    for build in (build_ledger, build_request):
        with pytest.raises(Defect):
            build(state, Wish("x", {"case_id": "c"}))


def test_a_permission_is_taken_back_where_everything_that_was_shared_is_listed(
    qtbot: QtBot, state: AppState, session: OpenVault, case_id: str, tmp_path: Path
) -> None:
    release = sign(session, case_id, "hospital_safe", event="the exam")
    save_summary(session, case_id, release.id, tmp_path)
    screen, hands = ledger(qtbot, state, case_id)
    words = " ".join(all_words(screen))
    for part in ("Hospital exam team", "In force until 19 May 2026", "the exam", "File saved 4 May 2026"):
        assert part in words
    hands.press("Take back permission: Hospital exam team")
    settle()
    assert "Taken back" in " ".join(all_words(screen))
    assert session.store.releases(case_id)[0].revoked_on == TODAY
    with qtbot.waitSignal(screen.go_to) as signal:
        hands.press("To the report")
    assert signal.args == [Wish("interview", {"case_id": case_id})]
    screen.leave()
    assert "Hospital" not in " ".join(all_words(screen))


def test_the_event_ends_a_permission_here_too(qtbot: QtBot, state: AppState, session: OpenVault, case_id: str) -> None:
    sign(session, case_id, "hospital_safe", event="the exam")
    screen, hands = ledger(qtbot, state, case_id)
    hands.press("This has happened: the exam")
    settle()
    assert "for this has happened: the exam" in " ".join(all_words(screen))
    assert session.store.releases(case_id)[0].event_happened


def test_the_persons_page_is_read_first_and_then_saved(
    qtbot: QtBot, state: AppState, session: OpenVault, case_id: str, tmp_path: Path
) -> None:
    sign(session, case_id, "hospital_safe")
    screen, hands = ledger(qtbot, state, case_id)
    assert screen.own_page.page.save.isHidden()
    hands.press("See the words")
    assert "An office that you chose." in screen.own_page.page.said.text()
    hands.press("Name this place on the person's page")
    assert screen.own_page.page.save.isHidden()  # what was read no longer counts
    hands.press("Español")
    hands.press("See the words")
    assert "Quién tiene una hoja" in screen.own_page.page.said.text()
    hands.press("Choose a folder and save")
    assert screen.own_page.page.picker is not None
    screen.own_page.page.picker.go(tmp_path)
    hands.press("Save in this folder")
    assert screen.own_page.outcome.text().startswith("Saved: Summary-")
    assert [file.suffix for file in tmp_path.iterdir()] == [".pdf"]


def test_a_request_is_noted_both_are_told_and_only_then_a_page_is_made(
    qtbot: QtBot, state: AppState, session: OpenVault, case_id: str, tmp_path: Path
) -> None:
    screen, hands = request_screen(qtbot, state, case_id)
    hands.press("Note it and put the report on hold")
    assert "write both days" in screen.notice.text()
    hands.press("Order of a court")
    hands.press("A court")
    hands.write("The day by which", (TODAY + timedelta(days=7)).isoformat())
    hands.press("Note it and put the report on hold")
    settle()
    assert session.store.hold(case_id) is not None
    assert screen.order.isHidden()
    hands.write("Our lawyer was told on", TODAY.isoformat())
    hands.press("Keep")
    assert screen.order.isHidden()
    hands.write("The person was told on", TODAY.isoformat())
    hands.press("Our lawyer has seen it")
    hands.press("Keep")
    assert not screen.order.isHidden()
    hands.press("What the other person did")
    hands.press("See the page")
    assert "As ordered" in screen.order.page.said.text()
    hands.press("Choose a folder and save")
    assert screen.order.page.picker is not None
    screen.order.page.picker.go(tmp_path)
    hands.press("Save in this folder")
    assert "Give it to your lawyer" in screen.done.text()
    assert legal_requests(session, case_id)[0].answered_on == TODAY
    assert len(list(tmp_path.iterdir())) == 1


def test_a_day_ahead_is_said_and_nothing_is_noted(
    qtbot: QtBot, state: AppState, session: OpenVault, case_id: str
) -> None:
    screen, hands = request_screen(qtbot, state, case_id)
    hands.press("Letter or call")
    hands.press("Police")
    screen.noting.came.edit.setText((TODAY + timedelta(days=1)).isoformat())
    hands.write("The day by which", (TODAY + timedelta(days=7)).isoformat())
    hands.press("Note it and put the report on hold")
    assert "cannot be right" in screen.notice.text()
    assert legal_requests(session, case_id) == ()


def test_a_day_that_cannot_be_read_is_named_and_the_keyboard_goes_there(
    qtbot: QtBot, state: AppState, session: OpenVault, case_id: str
) -> None:
    screen, hands = request_screen(qtbot, state, case_id)
    hands.press("Letter or call")
    hands.press("Police")
    hands.write("The day by which", "next week")
    hands.press("Note it and put the report on hold")
    assert "The day by which it wants an answer, as in 2026-05-31" in screen.notice.text()
    assert screen.focusWidget() is screen.noting.due.edit
    assert legal_requests(session, case_id) == ()
    request_id = told(session, case_id)
    screen, hands = request_screen(qtbot, state, case_id, request_id)
    screen.telling.person.edit.setText("today")
    hands.press("Keep")
    assert "The person was told on" in screen.notice.text()
    assert legal_requests(session, case_id)[0].person_told_on == TODAY


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2026-05-31", date(2026, 5, 31)),
        ("05/31/2026", date(2026, 5, 31)),
        ("5/5/2026", date(2026, 5, 5)),
        ("05/06/2026", None),
        ("31/05/2026", None),
        ("02/30/2026", None),
    ],
)
def test_a_day_is_read_as_courts_write_it_where_it_can_mean_no_other(
    qtbot: QtBot, typed: str, day: date | None
) -> None:
    field = DayField()
    qtbot.addWidget(field)
    field.show_label("The day it came")
    field.edit.setText(typed)
    assert field.day() == day
    assert field.in_doubt() == ("" if day else "The day it came")


def test_the_ledger_leads_to_each_request(qtbot: QtBot, state: AppState, session: OpenVault, case_id: str) -> None:
    request_id = told(session, case_id)
    screen, hands = ledger(qtbot, state, case_id)
    for name, wanted in (("Note a legal request", ""), ("Came 4 May 2026", request_id)):
        with qtbot.waitSignal(screen.go_to) as signal:
            hands.press(name)
        assert signal.args == [Wish("legal_request", {"case_id": case_id, "request_id": wanted})]


@pytest.mark.parametrize(("tokens", "scale"), [(LIGHT, 1.0), (DARK, 2.0)])
@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
@pytest.mark.parametrize("name", ["ledger", "legal_request"])
def test_every_word_has_room_and_every_widget_a_name(
    request: pytest.FixtureRequest,
    qapp: ForthrightApp,
    name: str,
    tokens: Tokens,
    scale: float,
    direction: Qt.LayoutDirection,
) -> None:
    qapp.setLayoutDirection(direction)
    apply_appearance(qapp, tokens, scale)
    qtbot, state, session, case_id = (request.getfixturevalue(one) for one in ("qtbot", "state", "session", "case_id"))
    sign(session, case_id, "hospital_safe", event="the exam")
    request_id = told(session, case_id)
    screen: LedgerScreen | LegalRequestScreen
    if name == "ledger":
        screen, _ = ledger(qtbot, state, case_id)
        screen.own_page.page.see.click()
    else:
        screen, _ = request_screen(qtbot, state, case_id, request_id)
        screen.order.items["acts"].box.setChecked(True)
        screen.order.page.see.click()
    QTest.qWait(30)
    assert clipped(screen) == []
    assert nameless(screen) == []


def test_the_words_are_plain(qtbot: QtBot, state: AppState, session: OpenVault, case_id: str) -> None:
    request_id = told(session, case_id)
    listed, _ = ledger(qtbot, state, case_id)
    asked, _ = request_screen(qtbot, state, case_id, request_id)
    for text in (*all_words(listed), *all_words(asked)):
        if text.count(" ") > 7:
            assert reading_grade(text) <= 7, text


def test_a_request_is_noted_once_however_often_it_is_pressed(
    qtbot: QtBot, state: AppState, session: OpenVault, case_id: str
) -> None:
    screen, hands = request_screen(qtbot, state, case_id)
    hands.press("Letter or call")
    hands.press("Police")
    hands.write("The day by which", (TODAY + timedelta(days=7)).isoformat())
    state.runner = busy = HeldRunner()
    for _ in range(2):
        QTest.keyClick(screen.noting.note, Qt.Key.Key_Return)
    busy.do_all()
    assert len(legal_requests(session, case_id)) == 1
    assert screen.noting.isEnabled()
