"""The last days of reports: asked in the interview, told at home, erased by a person."""

from __future__ import annotations

from pictures.camera import LATER, MOMENT, Photographer

from intake.actions.interview.moves import go_to_question
from intake.actions.interview.record_answer import record_answer
from intake.answers.model import AnswerStatus
from intake.clock import FixedClock


def keeping(camera: Photographer, tail: str) -> None:
    """The day asked for; then, on a later day, what home says of it, before and after the first press."""
    session, case = camera.session, camera.robbed()
    for question, said in (("leaving.keep", "keep_until"), ("leaving.keep_until", "2026-12-01")):
        record_answer(session, case, question, AnswerStatus.GIVEN, said)
    go_to_question(session, case, "leaving.keep_until")
    camera.go("interview", case_id=case)
    camera.shoot(f"keep-until{tail}")
    session.clock = camera.state.clock = FixedClock(LATER)
    camera.go("today")
    camera.shoot(f"today-to-erase{tail}")
    camera.press(f"Erase {session.store.case(case).label}")
    camera.shoot(f"today-to-erase-asks{tail}")
    session.clock = camera.state.clock = FixedClock(MOMENT)
