"""Takes the answer to the one question on the screen to the vault. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from intake.actions.interview.page import AskedQuestion
from intake.answers.model import AnswerStatus
from intake.errors import Mishap
from ui.answer_widgets.raw_answer import Raw
from ui.screens.interview.flow.answer_keeper import AnswerKeeper, Stored, keep_as_typed, store
from ui.screens.interview.flow.ports import Face, Work
from ui.screens.interview.flow.report import Report


class Recording:
    """A choice is stored at once, words when the keys rest. ``after`` is called with every result: True when stored."""

    def __init__(self, report: Report, face: Face, work: Work, after: Callable[[bool], None]) -> None:
        self._report = report
        self._face = face
        self._work = work
        self._after = after
        self._set_aside: Raw = None
        self._set_aside_was_typed = False
        self.keeper = AnswerKeeper()

    def begin(self, question: AskedQuestion | None) -> None:
        """Another question is on the screen, with the answer it had."""
        self._work.stop_waiting()
        self._set_aside = None
        self.keeper.begin(question)
        self._face.show_saving(self.keeper.saving)

    def answer_changed(self, raw: Raw, *, is_typed: bool) -> None:
        """The person chose, typed, or emptied the field."""
        self._set_aside = None
        self._change(AnswerStatus.GIVEN if raw is not None else None, raw, is_typed=is_typed)
        if is_typed:
            self._work.store_soon()
        else:
            self.store_now()

    def met_otherwise(self, status: AnswerStatus, raw: Raw, *, is_typed: bool) -> None:
        """One of the four equal answers. What stood in the widget (``raw``) can come back while the question stays."""
        if raw is not None:
            self._set_aside, self._set_aside_was_typed = raw, is_typed
        self._face.show_raw(None)
        self._change(status, None, is_typed=False)
        self.store_now()

    def met_otherwise_undone(self) -> None:
        """The same one of the four once more: what stood there before comes back."""
        raw, self._set_aside = self._set_aside, None
        self._face.show_raw(raw)
        self._change(AnswerStatus.GIVEN if raw is not None else None, raw, is_typed=self._set_aside_was_typed)
        self.store_now()

    def store_now(self) -> None:
        """Send what is pending to the vault."""
        self._work.stop_waiting()
        if self.keeper.is_pending and not self.keeper.is_on_its_way:
            job = partial(store, self._report, self.keeper.send())
            self._work.run(job, self._on_stored, self._on_not_stored, is_write=True)

    def last_job(self) -> Callable[[], None] | None:
        """What is not stored yet, as a job for the worker; None when everything is."""
        if not self.keeper.is_pending:
            return None
        return partial(keep_as_typed, self._report, self.keeper.pending())

    def _change(self, status: AnswerStatus | None, raw: Raw, *, is_typed: bool) -> None:
        self.keeper.change(status, raw, is_typed=is_typed)
        self._face.show_status(status)
        self._face.show_saving(self.keeper.saving)
        self._face.show_advice("")

    def _on_stored(self, stored: Stored) -> None:
        is_current = self.keeper.came_back(stored)
        self._face.show_trouble(None)
        self._face.show_saving(self.keeper.saving)
        if is_current and stored.advice:
            self._face.show_advice(stored.advice)
        self._after(True)

    def _on_not_stored(self, error: Exception) -> None:
        is_current = self.keeper.is_on_its_way
        self.keeper.failed()
        if is_current and isinstance(error, Mishap) and error.code == "legal_hold":
            self._set_aside = None
            self._face.show_raw(self.keeper.put_back())  # else no other question could be come to
            self._face.show_status(self.keeper.status)
        self._face.show_saving(self.keeper.saving)
        self._face.show_trouble(error)
        self._after(False)
