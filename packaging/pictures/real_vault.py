"""The desk and each of its panels, erasing, and the ways back when a vault is lost or broken."""

from __future__ import annotations

import shutil
from datetime import datetime
from pathlib import Path

from pictures.camera import LATER, MOMENT, Photographer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QScrollArea

from intake.actions.cases.cases import list_cases, start_case
from intake.actions.cases.resume import leave_case
from intake.actions.copies.copies import make_copy
from intake.actions.interview.record_answer import record_answer
from intake.actions.keys.recovery import make_recovery_words, rehearse_recovery
from intake.actions.session import OpenVault
from intake.actions.vault.office import Office, save_office
from intake.answers.model import AnswerStatus
from intake.clock import FixedClock
from intake.content import load_content
from intake.vault.keys import PRACTICE_COST
from intake.vault.vault_folder import create_vault_folder, open_vault_folder
from ui.screens.desk.screen import DeskScreen
from ui.screens.interview.view import InterviewView
from ui.screens.restore.screen import RestoreScreen
from ui.screens.salvage.screen import SalvageScreen

PLACES = Path("/tmp/forthright-pictures")  # noqa: S108 - stands in the pictures; invented reports only
WORDS, PAGE = "of no use to anybody at all", 4096


def with_a_vault(camera: Photographer, tail: str) -> None:
    """The desk and each of its panels, erasing, and the ways back when a vault is lost or broken."""
    shutil.rmtree(PLACES, ignore_errors=True)
    folder, stick = PLACES / "vault", PLACES / "stick"
    stick.mkdir(parents=True)
    cases = _make_vault(folder, stick)
    camera.state.vault_folder = folder
    camera.window.keeper.open_with(lambda: _opened(folder, LATER))
    camera.go("today")
    camera.shoot(f"today-copy-due{tail}")
    desk(camera, tail)
    camera.go("erase", case_id=cases[0])
    camera.shoot(f"erase{tail}")
    camera.window.keeper.lock()
    camera.go("recover")
    camera.shoot(f"recover{tail}")
    restore(camera, next(stick.iterdir()), tail)
    broken(camera, folder, tail)
    shutil.rmtree(PLACES)


def desk(camera: Photographer, tail: str) -> None:
    """Each panel scrolled to the top."""
    screen = camera.go("desk")
    scroll = screen.findChild(QScrollArea)
    if not isinstance(screen, DeskScreen) or scroll is None:
        raise SystemExit("the desk does not scroll")
    camera.shoot(f"desk{tail}")
    for panel in screen.panels:
        scroll.verticalScrollBar().setValue(panel.y() - 16)
        camera.shoot(f"desk-{type(panel).__module__.rsplit('.', 1)[1]}{tail}")


def restore(camera: Photographer, copy: Path, tail: str) -> None:
    """Before anything is chosen, and what would change."""
    screen = camera.go("restore")
    if not isinstance(screen, RestoreScreen):
        raise SystemExit("there is no restoring")
    camera.shoot(f"restore{tail}")
    screen.copy.show_folder(copy)
    screen.passphrase.set_text(WORDS)
    camera.press("Look at the copy")
    camera.shoot(f"restore-before{tail}")
    camera.press("Put it back")
    camera.shoot(f"restore-done{tail}")


def broken(camera: Photographer, folder: Path, tail: str) -> None:
    """A report that a broken page took, a vault that does not open, and reading out the rest."""
    records = folder / "records.db"
    whole = records.read_bytes()
    last = len(whole) - PAGE + 200
    records.write_bytes(whole[:last] + bytes([whole[last] ^ 1]) + whole[last + 1 :])
    camera.window.keeper.open_with(lambda: _opened(folder, MOMENT))
    session = camera.state.session
    if session is None:
        raise SystemExit("the broken vault did not open")
    for line in list_cases(session):
        camera.go("interview", case_id=line.id)
        if camera.window.findChild(InterviewView).middle.notice.isVisible():
            break
    camera.shoot(f"damaged-report{tail}")
    camera.window.keeper.lock()
    screen = camera.go("salvage")
    if not isinstance(screen, SalvageScreen):
        raise SystemExit("there is no reading out")
    camera.shoot(f"salvage{tail}")
    screen.passphrase.set_text(WORDS)
    camera.press("Read it out")
    camera.shoot(f"salvage-done{tail}")
    camera.state.vault_folder = folder
    records.write_bytes(b"x" * len(whole))
    camera.go("unlock")
    QTest.qWait(400)
    for field in camera.window.findChildren(QLineEdit):
        if field.isVisible():
            field.setText(WORDS)
    camera.press("Open")
    camera.shoot(f"damaged-vault{tail}")


def _make_vault(folder: Path, stick: Path) -> list[str]:
    """Four invented reports, a copy, and after it a new, a changed and an erased report."""
    create_vault_folder(folder, bytearray(WORDS.encode()), FixedClock(MOMENT), PRACTICE_COST).close()
    session = _opened(folder, MOMENT)
    (paper,) = make_recovery_words(session, bytearray(WORDS.encode()), as_shares=False)
    rehearse_recovery(session, [" ".join(paper)])  # without them no first report is begun
    save_office(session, Office("Harbor Program", "415 555 0134"))
    cases = [start_case(session).id for _ in range(4)]
    for case in cases:
        record_answer(session, case, "limits.go_on", AnswerStatus.GIVEN, "yes")
        record_answer(session, case, "wishes.not_wanted", AnswerStatus.GIVEN, "some words " * 900)
    leave_case(session)
    make_copy(session, stick)
    session.clock = FixedClock(LATER)
    record_answer(session, cases[1], "wishes.not_wanted", AnswerStatus.GIVEN, "other words")
    start_case(session)
    session.store.erase_case(cases[3], LATER.date())
    leave_case(session)
    session.store.close()
    return cases


def _opened(folder: Path, moment: datetime) -> OpenVault:
    return OpenVault(open_vault_folder(folder, bytearray(WORDS.encode())), load_content(), FixedClock(moment))
