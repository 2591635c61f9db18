"""The report on the desk: every verb of the interview, with the session and the case already in hand. No Qt."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol

from intake.actions.interview import keep_draft, moves, record_answer, several
from intake.actions.interview.page import InterviewPage
from intake.actions.interview.record_answer import NotRecorded, Recorded
from intake.actions.interview.several import Change
from intake.actions.protections import assess_case, private_check
from intake.actions.protections.panel import FindingInFull, ProtectionsPanel
from intake.actions.session import OpenVault
from intake.actions.time_limits import time_limits
from intake.actions.time_limits.panel import TimeInFull, TimePanel
from intake.answers.model import AnswerStatus


class Report(Protocol):
    """Each of these runs in the worker and may raise Mishap."""

    def open(self) -> InterviewPage:
        """Where this report was left."""
        ...

    def go_on(self, question_id: str) -> InterviewPage:
        """The question after this one."""
        ...

    def go_back(self, question_id: str) -> InterviewPage:
        """The question before this one; from the end ("") the last one."""
        ...

    def go_to_section(self, section_id: str) -> InterviewPage:
        """A part of the interview."""
        ...

    def go_to_question(self, question_id: str) -> InterviewPage:
        """One question."""
        ...

    def change_several(self, change: Change, question_id: str) -> InterviewPage:
        """One more thing or person, a name for one, or one less; and where the interview then stands."""
        ...

    def look(self, question_id: str) -> InterviewPage:
        """The page of the question that is on the screen ("" at the end), as it would be now."""
        ...

    def record(
        self, question_id: str, status: AnswerStatus, raw: str | tuple[str, ...] | None
    ) -> Recorded | NotRecorded:
        """Take an answer in; durable when this returns Recorded."""
        ...

    def clear(self, question_id: str) -> None:
        """Take an answer back."""
        ...

    def keep_draft(self, question_id: str, text: str) -> None:
        """Keep half-typed text; "" removes it."""
        ...

    def assess(self) -> ProtectionsPanel:
        """What may protect, from the answers so far."""
        ...

    def finding(self, instrument_id: str) -> FindingInFull:
        """One of these in full."""
        ...

    def time_panel(self) -> TimePanel:
        """What is better done soon."""
        ...

    def time_limit(self, limit_id: str) -> TimeInFull:
        """One of these in full."""
        ...

    def meet_time_limit(self, limit_id: str, state: str) -> None:
        """Note how it was met; durable when this returns."""
        ...

    def close_private_check(self) -> None:
        """Forget the answers of the private part that are not saved."""
        ...


@dataclass(frozen=True, slots=True)
class VaultReport:
    """The real one."""

    session: OpenVault = field(repr=False)
    case_id: str

    def open(self) -> InterviewPage:
        """See Report."""
        return moves.open_interview(self.session, self.case_id)

    def go_on(self, question_id: str) -> InterviewPage:
        """See Report."""
        return moves.go_on(self.session, self.case_id, question_id)

    def go_back(self, question_id: str) -> InterviewPage:
        """See Report."""
        return moves.go_back(self.session, self.case_id, question_id)

    def go_to_section(self, section_id: str) -> InterviewPage:
        """See Report."""
        return moves.go_to_section(self.session, self.case_id, section_id)

    def go_to_question(self, question_id: str) -> InterviewPage:
        """See Report."""
        return moves.go_to_question(self.session, self.case_id, question_id)

    def change_several(self, change: Change, question_id: str) -> InterviewPage:
        """See Report."""
        return several.change_several(self.session, self.case_id, change, question_id)

    def look(self, question_id: str) -> InterviewPage:
        """See Report."""
        if not question_id:
            return moves.show_end(self.session, self.case_id)
        return moves.go_to_question(self.session, self.case_id, question_id)

    def record(
        self, question_id: str, status: AnswerStatus, raw: str | tuple[str, ...] | None
    ) -> Recorded | NotRecorded:
        """See Report."""
        return record_answer.record_answer(self.session, self.case_id, question_id, status, raw)

    def clear(self, question_id: str) -> None:
        """See Report."""
        record_answer.clear_answer(self.session, self.case_id, question_id)

    def keep_draft(self, question_id: str, text: str) -> None:
        """See Report."""
        keep_draft.keep_draft(self.session, self.case_id, question_id, text)

    def assess(self) -> ProtectionsPanel:
        """See Report."""
        return assess_case.assess_case(self.session, self.case_id)

    def finding(self, instrument_id: str) -> FindingInFull:
        """See Report."""
        return assess_case.open_finding(self.session, self.case_id, instrument_id)

    def time_panel(self) -> TimePanel:
        """See Report."""
        return time_limits.list_time_limits(self.session, self.case_id)

    def time_limit(self, limit_id: str) -> TimeInFull:
        """See Report."""
        return time_limits.open_time_limit(self.session, self.case_id, limit_id)

    def meet_time_limit(self, limit_id: str, state: str) -> None:
        """See Report."""
        time_limits.meet_time_limit(self.session, self.case_id, limit_id, state)

    def close_private_check(self) -> None:
        """See Report."""
        private_check.close_private_check(self.session, self.case_id)
