"""A question with its cards, the private check, and a box in which words are marked."""

from __future__ import annotations

from pictures.camera import Photographer
from PySide6.QtTest import QTest

from intake.actions.interview.moves import go_to_question
from intake.actions.interview.record_answer import record_answer
from intake.answers.model import AnswerStatus
from ui.answer_widgets.guarded_edits import GuardedText
from ui.screens.interview.view import InterviewView


def interview(camera: Photographer, tail: str) -> None:
    """A question with its cards, and the private check."""
    session = camera.session
    case = camera.robbed()
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
    session = camera.session
    case = camera.robbed()
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
