"""What stands beside the question or in its place: time, things, days, large words, a break, looking it over."""

from __future__ import annotations

from pictures.camera import Photographer

from intake.actions.interview.moves import go_to_question
from intake.actions.interview.record_answer import record_answer
from intake.answers.model import AnswerStatus
from ui.screens.interview.screen import InterviewScreen
from ui.screens.interview.view import InterviewView


def room(camera: Photographer, tail: str) -> None:
    """Each page of the room on the same report."""
    case = camera.robbed()
    view = _at(camera, case, "evidence.things")
    camera.shoot(f"list-of-things{tail}")
    view.panel.time.opened.emit("video")
    camera.shoot(f"time-matters-in-full{tail}")
    view.close_extra()
    view = _at(camera, case, "happened.how_taken")
    middle, pages = view.middle, view.room
    middle.header.reading_wanted.emit()
    camera.shoot(f"large-words{tail}")
    pages.put_away()
    middle.header.break_wanted.emit()
    camera.shoot(f"break{tail}")
    pages.put_away()
    middle.header.stop_wanted.emit()
    camera.shoot(f"stop-here{tail}")
    pages.put_away()
    view.map.look_over_wanted.emit()
    camera.shoot(f"look-it-over{tail}")
    pages.look_over.keep_parts_wanted.emit()
    camera.shoot(f"keep-parts{tail}")
    pages.put_away()
    camera.go("timeline", case_id=case)
    camera.shoot(f"timeline{tail}")
    camera.go("ledger", case_id=case)
    camera.shoot(f"who-has-what{tail}")
    _where_to_start(camera, tail)


def _at(camera: Photographer, case: str, question: str) -> InterviewView:
    go_to_question(camera.session, case, question)
    screen = camera.go("interview", case_id=case)
    if not isinstance(screen, InterviewScreen):
        raise SystemExit("there is no interview")
    return screen.view


def _where_to_start(camera: Photographer, tail: str) -> None:
    """A fresh report right after the limits, as it is offered once; it is erased again."""
    session = camera.session
    case = session.store.new_case(session.clock.today()).id
    for question in session.content.questions.of_section("limits"):
        record_answer(session, case, question.id, AnswerStatus.SKIPPED, None)
    record_answer(session, case, "limits.go_on", AnswerStatus.GIVEN, "yes")
    view = _at(camera, case, [one.id for one in session.content.questions.of_section("limits")][-1])
    view.middle.footer.go_on_wanted.emit()
    camera.shoot(f"where-to-start{tail}")
    camera.go("today")
    session.store.erase_case(case, session.clock.today())
