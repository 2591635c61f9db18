"""Take the pictures in docs/screens: every screen on invented reports, both colour schemes, small and large.

Run under a virtual screen: ``make screens``. The pictures are for people to judge; no test compares pixels.
"""

from __future__ import annotations

import shutil
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QScrollArea, QWidget

from intake.actions.cases.cases import list_cases, start_case
from intake.actions.cases.resume import leave_case
from intake.actions.copies.copies import make_copy
from intake.actions.interview.moves import go_to_question
from intake.actions.interview.record_answer import record_answer
from intake.actions.keys.recovery import make_recovery_words, rehearse_recovery
from intake.actions.office_questions.change import hide, put_back_all
from intake.actions.office_questions.own import OwnDraft, save_own
from intake.actions.referral.choose_lines import lines_of_page
from intake.actions.referral.own_words import allow_own_words
from intake.actions.screening.box_check import BoxCheck, open_box_check
from intake.actions.screening.local_words import add_local_word
from intake.actions.session import OpenVault
from intake.actions.vault.office import Office, save_office
from intake.actions.vault.practise import open_practice
from intake.answers.model import AnswerStatus
from intake.clock import FixedClock
from intake.content import load_content
from intake.questions.office.model import Words
from intake.screening.packs import LocalWord
from intake.vault.keys import PRACTICE_COST
from intake.vault.vault_folder import create_vault_folder, open_vault_folder, remove_vault_folder
from ui.answer_widgets.guarded_edits import GuardedText
from ui.app import ForthrightApp
from ui.app_state import AppState
from ui.background.job_runner import ImmediateRunner
from ui.lens.wording_check import WordingCheck
from ui.main_window import MainWindow
from ui.screen import Wish
from ui.screens.desk.screen import DeskScreen
from ui.screens.interview.view import InterviewView
from ui.screens.library.screen import LibraryScreen
from ui.screens.questions.screen import QuestionsScreen
from ui.screens.referral.lines.panel import LinesPanel
from ui.screens.restore.screen import RestoreScreen
from ui.screens.salvage.screen import SalvageScreen
from ui.screens.word_packs.screen import WordPacksScreen
from ui.style.appearance import apply_appearance
from ui.style.tokens import DARK, LIGHT, Tokens

MOMENT = datetime(2026, 11, 21, 10, 0, tzinfo=UTC)
FOLDER = Path(__file__).parent.parent / "docs" / "screens"
LATER = datetime(2026, 12, 3, 10, 0, tzinfo=UTC)
PLACES = Path("/tmp/forthright-pictures")  # noqa: S108 - stands in the pictures; invented reports only
WORDS, PAGE = "of no use to anybody at all", 4096
USUAL, SMALL = (1400, 900), (1024, 700)


class Photographer:
    """One window on the training vault, and a camera."""

    def __init__(self, app: ForthrightApp) -> None:
        self._app = app
        self.state = AppState(ImmediateRunner(), FixedClock(MOMENT), Path("vault"), content=load_content())
        self.state.wording_check = WordingCheck(ImmediateRunner(), self._open_check, lambda: "en")
        self.window = MainWindow(self.state)
        self.window.show()

    def _open_check(self) -> BoxCheck:
        return open_box_check(self.state.content_at_hand())

    def look(self, tokens: Tokens, size: tuple[int, int] = USUAL, scale: float = 1.0) -> None:
        """Dress the window for the next pictures."""
        apply_appearance(self._app, tokens, scale)
        self.window.resize(*size)
        self.rest()

    def rest(self) -> None:
        """Let every layout come to rest."""
        for _ in range(12):
            QApplication.processEvents()
            QTest.qWait(10)

    def shoot(self, name: str) -> None:
        """Keep the window as a picture."""
        self.rest()
        self.window.grab().save(str(FOLDER / f"{name}.png"))
        sys.stdout.write(f"{name}\n")

    def go(self, name: str, **arguments: object) -> QWidget:
        """Open a screen."""
        self.window.navigator.go_to(Wish(name, arguments))
        self.rest()
        screen = self.window.navigator.screen
        if screen is None:
            raise SystemExit(f"there is no screen {name}")
        return screen

    def press(self, words: str) -> None:
        """Press the visible button that starts with these words."""
        for button in self.window.findChildren(QWidget):
            text = getattr(button, "text", None)
            if not callable(text) or not hasattr(button, "click") or not button.isVisible():
                continue
            if str(text()).startswith(words) or button.accessibleName().startswith(words):
                button.click()
                self.rest()
                return
        raise SystemExit(f"no button says {words}")


def main() -> None:
    """Walk through the program and take every picture."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    app = ForthrightApp(sys.argv[:1])
    camera = Photographer(app)
    camera.look(LIGHT)
    before_unlocking(camera)
    camera.window.keeper.open_with(lambda: open_practice(load_content(), FixedClock(MOMENT)))
    for tokens, tail in ((LIGHT, ""), (DARK, "-dark")):
        camera.look(tokens)
        camera.go("today")
        camera.shoot(f"today{tail}")
        interview(camera, tail)
        referral(camera, tail)
        words(camera, tail)
        questions(camera, tail)
        library(camera, tail)
        marks(camera, tail)
    in_spanish(camera)
    camera.look(LIGHT, SMALL)
    interview(camera, "-small")
    camera.look(LIGHT, USUAL, 2.0)
    interview(camera, "-large-text")
    marks(camera, "-large-text")
    questions(camera, "-large-text")
    library(camera, "-large-text")
    camera.window.keeper.lock()
    camera.state.practice_at_rest = None
    for tokens, tail, scale in ((LIGHT, "", 1.0), (DARK, "-dark", 1.0), (LIGHT, "-large-text", 2.0)):
        camera.look(tokens, USUAL, scale)
        with_a_vault(camera, tail)


def before_unlocking(camera: Photographer) -> None:
    """First run, locked, and the three ways in which unlocking can fail."""
    camera.go("unlock")
    camera.shoot("first-run")
    camera.go("create_vault")
    camera.shoot("create-vault")
    folder = Path("build/vault-for-pictures").absolute()
    folder.parent.mkdir(exist_ok=True)
    remove_vault_folder(folder)
    create_vault_folder(folder, bytearray(b"of no use to anybody"), camera.state.clock, PRACTICE_COST).close()
    camera.state.vault_folder = folder
    camera.go("unlock")
    QTest.qWait(400)
    camera.shoot("unlock")
    for field in camera.window.findChildren(QLineEdit):
        if field.isVisible():
            QTest.keyClicks(field, "not this one")
    camera.press("Open")
    camera.shoot("unlock-wrong")
    remove_vault_folder(folder)


def interview(camera: Photographer, tail: str) -> None:
    """A question with its cards, the private check, and a part that is still locked."""
    session = camera.state.session
    if session is None:
        raise SystemExit("the training vault is closed")
    case = next(line.id for line in list_cases(session) if _was_robbed(camera, line.id))
    for question, said in (("private.trade", "read"), ("private.trade_part", ("selling",)), ("private.untrue", "no")):
        record_answer(session, case, question, AnswerStatus.GIVEN, said)
    record_answer(session, case, "private.charged", AnswerStatus.GIVEN, "no")
    go_to_question(session, case, "happened.how_taken")
    camera.go("interview", case_id=case)
    camera.shoot(f"interview{tail}")
    go_to_question(session, case, "private.trade_part")
    camera.go("today")
    for question, said in (("private.trade", "read"), ("private.trade_part", ("selling",)), ("private.untrue", "no")):
        record_answer(session, case, question, AnswerStatus.GIVEN, said)
    record_answer(session, case, "private.charged", AnswerStatus.GIVEN, "no")
    go_to_question(session, case, "private.trade_part")
    camera.go("interview", case_id=case)
    camera.shoot(f"private-check{tail}")


def marks(camera: Photographer, tail: str) -> None:
    """A box with marks, and the card of one of them."""
    session = camera.state.session
    if session is None:
        raise SystemExit("the training vault is closed")
    case = next(line.id for line in list_cases(session) if _was_robbed(camera, line.id))
    go_to_question(session, case, "wishes.not_wanted")
    camera.go("interview", case_id=case)
    box = camera.window.findChild(InterviewView).middle.card.field()
    if not isinstance(box, GuardedText):
        raise SystemExit("there is no box to write in")
    box.insertPlainText("Please do not call my sister. I was high when he came. He must not learn where I sleep.")
    QTest.qWait(300)
    camera.shoot(f"marks{tail}")
    camera.press("Look at")
    camera.shoot(f"marks-card{tail}")
    box.clear()


def referral(camera: Photographer, tail: str) -> None:
    """Who gets it, the page, the permission."""
    session = camera.state.session
    if session is None:
        raise SystemExit("the training vault is closed")
    case = next(line.id for line in list_cases(session) if _was_robbed(camera, line.id))
    camera.go("referral", case_id=case)
    camera.press("District Attorney victim services")
    camera.shoot(f"recipients{tail}")
    camera.press("Show the page")
    camera.shoot(f"referral{tail}")
    own_line(camera, tail)
    camera.press("No, this is right")
    camera.shoot(f"permission{tail}")


def own_line(camera: Photographer, tail: str) -> None:
    """A line that the gate holds, beside its nearest sentences; and the words that the lens knows."""
    session = camera.state.session
    if session is None:
        raise SystemExit("the training vault is closed")
    allow_own_words(session, True)
    panel = camera.window.findChild(LinesPanel)
    case = list_cases(session)[0].id
    if not isinstance(panel, LinesPanel):
        raise SystemExit("there are no lines")
    panel.show_lines(replace(lines_of_page(session, case, "da_victim_services"), own_words_allowed=True))
    camera.press("Choose the sentences")
    panel.own.edit_line("He hit me in the face after the booking")
    QTest.qWait(400)
    camera.shoot(f"own-line{tail}")
    panel.own.clear()
    camera.press("Sentences: close")


def words(camera: Photographer, tail: str) -> None:
    """The packs, a sentence that was tried, and a word of the office."""
    session = camera.state.session
    if session is None:
        raise SystemExit("the training vault is closed")
    add_local_word(session, LocalWord("the old pier", "en", "sex-work"))
    screen = camera.go("word_packs")
    if not isinstance(screen, WordPacksScreen):
        raise SystemExit("there are no words")
    screen.attempt.field.edit.setText("We met at the old pier.")
    screen.attempt.typed.emit("We met at the old pier.")
    camera.shoot(f"words{tail}")


def questions(camera: Photographer, tail: str) -> None:
    """All parts, one part with an own question, its order, and words that need a change."""
    session = camera.state.session
    if session is None:
        raise SystemExit("the training vault is closed")
    put_back_all(session)
    hide(session, "help.pets")
    bus = Words("Do you need a bus pass?", "We have some here.", "They lie in the top drawer.")
    save_own(session, OwnDraft("help", "single_choice", {"en": bus}, {"en": ("Yes", "No")}))
    screen = camera.go("questions")
    if not isinstance(screen, QuestionsScreen):
        raise SystemExit("there are no questions")
    camera.shoot(f"questions{tail}")
    camera.press("R   Help you want")
    camera.press("Change the order")
    camera.shoot(f"questions-order{tail}")
    camera.press("Done with the order")
    camera.press("Are there pets to bring?")
    screen.question.form.prompt.edit.setText("Why did you not tell the authorities about your companion animals?")
    camera.press("Keep these words")
    camera.shoot(f"questions-words{tail}")
    put_back_all(session)


def library(camera: Photographer, tail: str) -> None:
    """A finding in full, all cards to try out, the library, a card in Spanish with its page to save, the policies."""
    session = camera.state.session
    if session is None:
        raise SystemExit("the training vault is closed")
    case = next(line.id for line in list_cases(session) if _was_robbed(camera, line.id))
    camera.go("interview", case_id=case)
    camera.window.findChild(InterviewView).panel.opened.emit("us-ca-sf-da-safety")
    camera.shoot(f"finding{tail}")
    camera.go("try_out", case_id=case)
    camera.shoot(f"try-out{tail}")
    screen = camera.go("library", instrument="us-ca-pc-647.3")
    if not isinstance(screen, LibraryScreen):
        raise SystemExit("there is no library")
    camera.press("Español")
    camera.shoot(f"library-card{tail}")
    bar = screen.page.reading.verticalScrollBar()
    bar.setValue(bar.maximum())
    camera.shoot(f"library-page-for-the-person{tail}")
    camera.press("Back to the library")
    camera.shoot(f"library{tail}")
    camera.go("policies")
    camera.shoot(f"policies{tail}")


def in_spanish(camera: Photographer) -> None:
    """The screens that most people see most, turned to Spanish in mid-question, and the list of languages."""
    session, languages = camera.state.session, camera.state.languages
    if session is None:
        raise SystemExit("the training vault is closed")
    case = next(line.id for line in list_cases(session) if _was_robbed(camera, line.id))
    go_to_question(session, case, "happened.how_taken")
    for tokens, tail, scale in ((LIGHT, "", 1.0), (DARK, "-dark", 1.0), (LIGHT, "-large-text", 2.0)):
        camera.look(tokens, USUAL, scale)
        camera.go("interview", case_id=case)
        languages.speak_in_report("es", case, session)
        camera.shoot(f"interview-es{tail}")
        camera.go("referral", case_id=case)
        camera.shoot(f"recipients-es{tail}")
        languages.speak_at_desk("es", session)
        camera.go("today")
        camera.shoot(f"today-es{tail}")
        languages.speak_at_desk("en", session)
    languages.speak_in_report("en", case, session)
    camera.look(LIGHT)


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


def _was_robbed(camera: Photographer, case_id: str) -> bool:
    session = camera.state.session
    return session is not None and "happened.how_taken" in session.store.case(case_id).all_answers()


if __name__ == "__main__":
    main()
