"""What an office changes in the interview."""

from __future__ import annotations

from pictures.camera import Photographer
from PySide6.QtTest import QTest

from intake.actions.office_questions.change import hide, put_back_all
from intake.actions.office_questions.own import OwnDraft, save_own
from intake.questions.office.model import Words
from ui.screens.questions.screen import QuestionsScreen


def office_questions(camera: Photographer, tail: str) -> None:
    """All parts, one part with an own question, its order, and words that need a change."""
    session = camera.session
    put_back_all(session)
    hide(session, "help.pets")
    bus = Words("Do you need a bus pass?", "We have some here.", "They lie in the top drawer.")
    save_own(session, OwnDraft("help", "single_choice", {"en": bus}, {"en": ("Yes", "No")}))
    screen = questions_screen(camera)
    camera.shoot(f"questions{tail}")
    camera.press("R   Help you want")
    camera.press("Change the order")
    camera.shoot(f"questions-order{tail}")
    camera.press("Done with the order")
    camera.press("Are there pets to bring?")
    screen.question.form.prompt.edit.setText("Why did you not tell the authorities about your companion animals?")
    camera.press("Keep these words")
    camera.shoot(f"questions-words{tail}")
    screen = questions_screen(camera)
    camera.press("R   Help you want")
    camera.press("Add a question of your own")
    QTest.keyClicks(screen.question.form.prompt.edit, "Do you have papers or a visa?")
    QTest.qWait(1500)  # what is asked is looked up a moment after the last key
    camera.shoot(f"questions-asks{tail}")
    put_back_all(session)


def questions_screen(camera: Photographer) -> QuestionsScreen:
    """All parts."""
    screen = camera.go("questions")
    if not isinstance(screen, QuestionsScreen):
        raise SystemExit("there are no questions")
    return screen
