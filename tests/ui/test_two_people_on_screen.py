"""Two people at one desk, by keyboard: the rule, the log and the figures as each of them sees them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import partial
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from intake.actions.keys import staff
from intake.actions.keys.two_people import GuardedAct, is_rule_on, turn_rule
from intake.actions.session import OpenVault
from intake.actions.vault.practise import open_practice
from intake.clock import FixedClock
from intake.releases.model import Release
from intake.vault.keys import KdfCost, SlotOwner, StaffRole
from intake.vault.vault_folder import create_vault_folder
from tests.content.reading_grade import reading_grade
from tests.shipped import shipped_content
from tests.ui.accessible_names import nameless
from tests.ui.clipping import clipped
from tests.ui.conftest import MOMENT
from ui.app import ForthrightApp
from ui.app_state import AppState
from ui.background.job_runner import ImmediateRunner
from ui.main_window import MainWindow
from ui.screen import Wish
from ui.screens.desk.panels.how_much import HowMuchPanel
from ui.screens.desk.panels.keys import KeysPanel
from ui.screens.desk.panels.log import LogPanel
from ui.screens.desk.panels.two_people import TwoPeoplePanel
from ui.screens.desk.screen import DeskScreen, build
from ui.screens.erase.screen import build as build_erase
from ui.shared_widgets.second_person import SecondPerson
from ui.style.appearance import apply_appearance
from ui.style.tokens import DARK, LIGHT

Panel = TypeVar("Panel", bound=QWidget)
TINY = KdfCost(8, 1, 1)
LEAD = "seven quiet herons over the weir"
COLLEAGUE = "nine copper kettles along the shore"
DAY = MOMENT.date()


@pytest.fixture
def alone(state: AppState, monkeypatch: pytest.MonkeyPatch) -> Iterator[OpenVault]:
    monkeypatch.setattr("intake.actions.keys.staff.calibrate_cost", lambda: TINY)
    store = create_vault_folder(state.vault_folder, bytearray(LEAD.encode()), state.clock, TINY)
    state.session = OpenVault(store, shipped_content(), FixedClock(MOMENT))
    for _ in range(3):
        store.new_case(DAY)
    yield state.session
    state.session.store.close()


@pytest.fixture
def lead(alone: OpenVault) -> OpenVault:
    add(alone)
    return alone


@pytest.fixture
def guarded(lead: OpenVault) -> OpenVault:
    turn_rule(lead, True, bytearray(COLLEAGUE.encode()))
    return lead


def add(session: OpenVault) -> None:
    first = bytearray(COLLEAGUE.encode())
    staff.add_staff(session, bytearray(LEAD.encode()), "B7", StaffRole.ADVOCATE, first)


KEPT: list[DeskScreen] = []


@pytest.fixture(autouse=True)
def keep_screens() -> Iterator[None]:
    """A panel does not keep its screen alive."""
    yield
    KEPT.clear()


def desk(qtbot: QtBot, state: AppState) -> DeskScreen:
    screen = build(state, Wish("desk"))
    KEPT.append(screen)
    qtbot.addWidget(screen)
    screen.resize(1024, 700)
    screen.show()
    return screen


def one(screen: DeskScreen, kind: type[Panel]) -> Panel:
    return next(panel for panel in screen.panels if isinstance(panel, kind))


def press(button: QWidget) -> None:
    assert button.isVisible()
    QTest.keyClick(button, Qt.Key.Key_Space)


def write(field: QWidget, words: str) -> None:
    assert field.isVisible()
    QTest.keyClicks(field, words)


def test_a_supervisor_turns_the_rule_on_and_off_with_a_colleague(
    qtbot: QtBot, state: AppState, lead: OpenVault
) -> None:
    panel = one(desk(qtbot, state), TwoPeoplePanel)
    assert panel.standing.text() == "The rule is off."
    for wanted in (True, False):
        write(panel.second.edit, COLLEAGUE)
        press(panel.turn)
        assert is_rule_on(lead) is wanted
        assert panel.second.is_empty()
    assert panel.standing.text() == "The rule is off."


@pytest.mark.parametrize(
    ("typed", "said"), [("", "takes two people"), (LEAD, "your own passphrase"), ("rain on tin", "opens nothing here")]
)
def test_who_is_no_second_person_is_told_and_can_try_again(
    qtbot: QtBot, state: AppState, lead: OpenVault, typed: str, said: str
) -> None:
    panel = one(desk(qtbot, state), TwoPeoplePanel)
    write(panel.second.edit, typed)
    panel.turn.setFocus()
    press(panel.turn)
    assert said in panel.notice.text()
    assert panel.isEnabled()
    assert panel.window().focusWidget() is panel.turn
    assert panel.second.is_empty()
    assert not is_rule_on(lead)


def test_alone_there_is_nothing_to_turn_on_until_somebody_comes(
    qtbot: QtBot, state: AppState, alone: OpenVault
) -> None:
    screen = desk(qtbot, state)
    panel = one(screen, TwoPeoplePanel)
    assert "Add a second person" in panel.standing.text()
    assert not panel.turn.isVisible()
    assert not panel.second.isVisible()
    keys = one(screen, KeysPanel).staff
    write(keys.mine.edit, LEAD)
    write(keys.code.edit, "B7")
    press(keys.role.first() or keys)
    write(keys.first.first.edit, COLLEAGUE)
    write(keys.first.again.edit, COLLEAGUE)
    press(keys.add_button)
    assert panel.standing.text() == "The rule is off."
    assert panel.turn.isVisible()
    assert "The staff changed, by LEAD" in one(screen, LogPanel).lines.text()


def test_turning_it_on_asks_for_a_second_person_in_every_form_of_the_desk(
    qtbot: QtBot, state: AppState, lead: OpenVault
) -> None:
    screen = desk(qtbot, state)
    panel, keys = one(screen, TwoPeoplePanel), one(screen, KeysPanel).staff
    assert not keys.second.isVisible()
    write(panel.second.edit, COLLEAGUE)
    press(panel.turn)
    assert keys.second.isVisible()
    log = one(screen, LogPanel)
    assert "A second person agreed, by B7" in log.lines.text()
    assert "The rule of two people was changed, by LEAD" in log.lines.text()


class WaitingRunner(ImmediateRunner):
    """Keeps every job: nothing of it is done while a button is pressed."""

    def __init__(self) -> None:
        super().__init__()
        self.jobs: list[Callable[[], object]] = []

    def run(self, job: Callable[[], object], *others: object, **more: object) -> None:
        del others, more
        self.jobs.append(job)


def test_the_passphrase_is_tried_by_the_worker_and_wiped_there(qtbot: QtBot, state: AppState, lead: OpenVault) -> None:
    panel = one(desk(qtbot, state), TwoPeoplePanel)
    state.runner = WaitingRunner()
    write(panel.second.edit, COLLEAGUE)
    press(panel.turn)
    (job,) = state.runner.jobs
    assert isinstance(job, partial)
    assert not is_rule_on(lead)
    assert not panel.isEnabled()
    typed = job.args[-1]
    assert typed == bytearray(COLLEAGUE.encode())
    job()
    assert is_rule_on(lead)
    assert typed == bytearray()


def test_practice_has_one_person_only(qtbot: QtBot, state: AppState) -> None:
    state.session = open_practice(shipped_content(), FixedClock(MOMENT))
    panel = one(desk(qtbot, state), TwoPeoplePanel)
    assert "one person only" in panel.standing.text()
    assert not panel.turn.isVisible()


def test_every_guarded_act_stands_in_the_list(qtbot: QtBot, state: AppState, lead: OpenVault) -> None:
    panel = one(desk(qtbot, state), TwoPeoplePanel)
    assert len(panel.acts.text().splitlines()) == len(GuardedAct)


def test_somebody_is_removed_only_with_a_second_person(qtbot: QtBot, state: AppState, guarded: OpenVault) -> None:
    keys = one(desk(qtbot, state), KeysPanel).staff
    write(keys.mine.edit, LEAD)
    press(keys.leaver.first() or keys)
    press(keys.remove_button)
    assert "takes two people" in keys.notice.text()
    write(keys.mine.edit, LEAD)
    write(keys.second.secret.edit, COLLEAGUE)
    press(keys.remove_button)
    assert keys.done.text().startswith("B7 is removed"), keys.notice.text()
    assert keys.second.secret.is_empty()


def test_everything_goes_only_with_a_second_person_and_the_number_stays_typed(
    qtbot: QtBot, state: AppState, guarded: OpenVault
) -> None:
    screen = desk(qtbot, state)
    shown = one(screen, LogPanel).everything
    press(shown.open)
    write(shown.typed.edit, "3")
    write(shown.second.secret.edit, LEAD)
    press(shown.erase)
    assert "your own passphrase" in one(screen, LogPanel).notice.text()
    assert len(guarded.store.cases()) == 3
    write(shown.second.secret.edit, COLLEAGUE)
    press(shown.erase)
    assert guarded.store.cases() == ()
    assert not shown.second.isVisible()
    assert "Reports: 0" in one(screen, HowMuchPanel).count.text()


def test_one_report_goes_only_with_a_second_person(qtbot: QtBot, state: AppState, guarded: OpenVault) -> None:
    line = guarded.store.cases()[0]
    screen = build_erase(state, Wish("erase", {"case_id": line.id}))
    qtbot.addWidget(screen)
    screen.resize(900, 700)
    screen.show()
    press(screen.what._buttons["whole"])
    write(screen.typed.edit, line.label)
    press(screen.erase)
    assert "takes two people" in screen.notice.text()
    write(screen.second.secret.edit, COLLEAGUE)
    press(screen.erase)
    assert len(guarded.store.cases()) == 2
    assert not screen.second.isVisible()


def test_an_advocate_sees_one_line_instead_of_the_log_and_neither_figures_nor_rule(
    qtbot: QtBot, state: AppState, lead: OpenVault
) -> None:
    lead.store.opened_by = SlotOwner(StaffRole.ADVOCATE, "B7")
    screen = desk(qtbot, state)
    log = one(screen, LogPanel)
    assert "A supervisor can read it." in log.why.text()
    for part in (log.whole, log.lines, log.older, log.everything, one(screen, HowMuchPanel)):
        assert not part.isVisible()
    assert not one(screen, TwoPeoplePanel).isVisible()
    assert (log.lines.text(), one(screen, HowMuchPanel).permissions.text()) == ("", "")
    assert nameless(screen) == []


def test_a_supervisor_sees_how_much_there_is_and_what_left(qtbot: QtBot, state: AppState, lead: OpenVault) -> None:
    case = lead.store.cases()[0]
    for number in range(12):
        ends = DAY + timedelta(days=15)
        lead.store.put_release(
            Release(release_id=f"r{number}", case_id=case.id, recipient="hospital_safe", expires_on=ends)
        )
    lead.store.put_export(case.id, "r0", "ab", DAY)
    panel = one(desk(qtbot, state), HowMuchPanel)
    assert panel.count.text() == "Reports: 3"
    assert panel.months.text() == "· Opened in May 2026: 3"
    assert panel.states.text() == "· No permission yet: 2\n· With a page that was saved: 1"
    lines = panel.permissions.text().splitlines()
    assert len(lines) == 10
    assert lines[0].startswith(f"· {case.label}, for Hospital")
    assert lines[0].endswith("Pages saved: 1.")
    press(panel.more)
    assert len(panel.permissions.text().splitlines()) == 12
    panel.leave()
    assert panel.permissions.text() == ""


def test_nobody_is_asked_where_the_rule_is_off(qtbot: QtBot) -> None:
    part = SecondPerson()
    qtbot.addWidget(part)
    assert part.take() is None
    part.ask(True)
    part.secret.set_text("words")
    assert part.take() == bytearray(b"words")
    assert part.take() == bytearray()


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_every_word_has_room_is_plain_and_every_control_has_a_name(
    request: pytest.FixtureRequest, qapp: ForthrightApp, scale: float, direction: Qt.LayoutDirection
) -> None:
    qapp.setLayoutDirection(direction)
    apply_appearance(qapp, DARK if scale > 1 else LIGHT, scale)
    qtbot, state, _ = (request.getfixturevalue(name) for name in ("qtbot", "state", "guarded"))
    window = MainWindow(state)
    qtbot.addWidget(window, before_close_func=lambda w: w.hide())
    window.resize(1024, 700)
    window.show()
    window.navigator.go_to(Wish("desk"))
    screen = window.navigator.screen
    assert isinstance(screen, DeskScreen)
    QTest.qWait(30)
    press(one(screen, LogPanel).everything.open)
    QTest.qWait(30)
    assert nameless(window) == []
    assert clipped(window) == []
    for panel in (one(screen, TwoPeoplePanel), one(screen, HowMuchPanel)):
        for label in panel.findChildren(QLabel):
            for line in label.text().splitlines():
                assert line.startswith("·") or reading_grade(line) <= 7, line
