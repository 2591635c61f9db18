"""Who gets a page, the page, its lines, the permission; and the words that the lens knows."""

from __future__ import annotations

from dataclasses import replace

from pictures.camera import Photographer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea, QWidget

from intake.actions.cases.cases import list_cases
from intake.actions.referral.choose_lines import lines_of_page
from intake.actions.referral.own_words import allow_own_words
from intake.actions.screening.local_words import add_local_word
from intake.screening.packs import LocalWord
from ui.screens.referral.lines.panel import LinesPanel
from ui.screens.word_packs.screen import WordPacksScreen


def referral(camera: Photographer, tail: str) -> None:
    """Who gets it, the page, the permission."""
    case = camera.robbed()
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
    session = camera.session
    allow_own_words(session, True)
    panel = camera.window.findChild(LinesPanel)
    case = list_cases(session)[0].id
    if not isinstance(panel, LinesPanel):
        raise SystemExit("there are no lines")
    panel.show_lines(replace(lines_of_page(session, case, "da_victim_services"), own_words_allowed=True))
    camera.press("Choose the sentences")
    panel.own.edit_line("He hit me in the face after the booking")
    QTest.qWait(400)
    into_sight(panel.own)
    camera.shoot(f"own-line{tail}")
    panel.own.clear()
    camera.press("Sentences: close")


def into_sight(part: QWidget) -> None:
    """Scroll whatever it lies in until its lower end is seen."""
    around = part.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(part)
        around = around.parentWidget()


def words(camera: Photographer, tail: str) -> None:
    """The packs, a sentence that was tried, and a word of the office."""
    session = camera.session
    add_local_word(session, LocalWord("the old pier", "en", "sex-work"))
    screen = camera.go("word_packs")
    if not isinstance(screen, WordPacksScreen):
        raise SystemExit("there are no words")
    screen.attempt.field.edit.setText("We met at the old pier.")
    screen.attempt.typed.emit("We met at the old pier.")
    camera.shoot(f"words{tail}")
