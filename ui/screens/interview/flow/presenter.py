"""The interview without a screen: when the next question may be shown. No Qt.

Every answer is durable before the next question is asked: a move first stores what is pending, waits for the
vault, and is given up when that fails.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from intake.actions.interview.page import InterviewPage
from intake.actions.interview.several import Change, TakeAway
from ui.screens.interview.flow.ports import Face, Work
from ui.screens.interview.flow.recording import Recording
from ui.screens.interview.flow.report import Report
from ui.screens.interview.flow.rewording import Rewording
from ui.screens.interview.flow.short_name import ShortName
from ui.screens.interview.flow.surroundings import Surroundings

Job = Callable[[], object]


class InterviewPresenter:
    """One report, from opening to leaving. ``recording`` takes the answers."""

    def __init__(self, report: Report, face: Face, work: Work) -> None:
        self._report = report
        self._face = face
        self._work = work
        self._surroundings = Surroundings(report, face, work)
        self.time = self._surroundings.time
        self.recording = Recording(report, face, work, self._after_storing)
        self.short_name = ShortName(report)
        self._page: InterviewPage | None = None
        self._wanted: Callable[[], InterviewPage] | None = None
        self._is_hurried = False
        self._reminded_of = ""
        self._is_moving = False
        self._rewording = Rewording(report, face, work, self.recording, self._surroundings)

    def open(self) -> None:
        """Show where the report was left."""
        self._want(self._report.open)

    def go_on(self) -> None:
        """The next question. Words that are no answer yet hold it up once; the second time they go along as typed."""
        if self.question_id:
            self._want(partial(self._report.go_on, self.question_id), is_hurried=False)

    def go_back(self) -> None:
        """The question before."""
        self._want(partial(self._report.go_back, self.question_id))

    def go_to_section(self, section_id: str) -> None:
        """Another part."""
        self._want(partial(self._report.go_to_section, section_id))

    def go_to_question(self, question_id: str) -> None:
        """One question, such as the one that would settle a protection."""
        self._want(partial(self._report.go_to_question, question_id))

    def change_several(self, change: Change) -> None:
        """One more thing or person, a name for one, or all of one taken back."""
        self.short_name.typed(None)
        if isinstance(change, TakeAway):
            self.recording.begin(None)  # else what stands in the field would be stored once more
        self._want(partial(self._report.change_several, change, self.question_id))

    def open_finding(self, instrument_id: str) -> None:
        """One protection in full, as it stands by the answers that are stored."""
        job = partial(self._report.finding, instrument_id)
        self._work.run(job, self._face.show_finding, self._face.show_trouble, is_write=False)

    def show_again(self) -> None:
        """The same question in another language. What was typed or chosen stays as it is on the screen."""
        self._rewording.want(is_moving=self._is_moving)

    def last_job(self) -> Job | None:
        """What must still be done in the worker when the screen is hidden or left; None when nothing."""
        keep = self.recording.last_job()
        name = self.short_name.job(self.question_id)
        steps: list[Job] = [step for step in (keep, name) if step]
        if is_private(self._page):
            steps.append(self._report.close_private_check)
        return partial(_do_all, tuple(steps)) if steps else None

    def forget(self) -> None:
        """Let go of everything."""
        self.recording.begin(None)
        self.short_name.typed(None)
        self._page = self._wanted = None

    @property
    def question_id(self) -> str:
        """The question on the screen; "" at the end."""
        return self._page.question.id if self._page and self._page.question else ""

    def _want(self, move: Callable[[], InterviewPage], *, is_hurried: bool = True) -> None:
        if self._is_moving:
            return
        self._wanted, self._is_hurried = move, is_hurried
        if self._may_move():
            self._move()
        else:
            self.recording.store_now()

    def _may_move(self) -> bool:
        keeper = self.recording.keeper
        if not keeper.is_pending:
            return True
        return keeper.is_judged and (self._is_hurried or self._reminded_of == keeper.mark)

    def _move(self) -> None:
        move, self._wanted = self._wanted, None
        if move is not None:
            self._is_moving = True
            move = self.short_name.before(move, self.question_id)
            self._work.run(move, self._on_page, self._on_not_moved, is_write=True)

    def _after_storing(self, is_stored: bool) -> None:
        if not is_stored:
            self._wanted = None
        elif self._wanted is None:
            self._surroundings.look()
        elif self._may_move():
            self._move()
        elif self.recording.keeper.is_judged:
            self._hold_up()
        else:
            self.recording.store_now()

    def _hold_up(self) -> None:
        keeper = self.recording.keeper
        self._wanted = None
        self._reminded_of = keeper.mark
        self._face.show_advice(keeper.advice, is_reminder=True)
        self._surroundings.look()

    def _on_page(self, page: InterviewPage) -> None:
        self._is_moving = False
        if not self.recording.keeper.is_judged:
            # a last key may have fallen between the storing and the moving: it belongs to the question that is left
            self._run_aside(self.recording.last_job())
        if is_private(self._page) and not is_private(page):
            self._run_aside(self._report.close_private_check)
        self._page = page
        self.short_name.typed(None)
        self._face.show_trouble(None)
        self._face.show_page(page)
        self.recording.begin(page.question)
        self._surroundings.look_from(self.question_id)
        self._rewording.arrive(page)

    def _on_not_moved(self, error: Exception) -> None:
        self._is_moving = False
        self._rewording.arrive(None)
        self._face.show_trouble(error)

    def _run_aside(self, job: Job | None) -> None:
        if job is not None:
            self._work.run(job, _done_aside, self._on_not_moved, is_write=True)


def _done_aside(_result: object) -> None:
    """The surroundings are looked at after it anyway: the worker keeps the order."""


def is_private(page: InterviewPage | None) -> bool:
    """Whether the page is in the part whose answers are gone when it is left."""
    if page is None or page.question is None:
        return False
    return any(one.is_private for one in page.sections if one.id == page.question.section_id)


def _do_all(steps: tuple[Job, ...]) -> None:
    for step in steps:
        step()
