"""What the timeline asks of the core, as jobs for the worker."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from intake.actions.interview.page import InterviewPage
    from intake.actions.interview.timeline import Timeline
    from intake.actions.session import OpenVault


def look(session: OpenVault, case_id: str) -> Timeline:
    """What was said, as it stands now."""
    from intake.actions.interview.timeline import look_at_timeline

    return look_at_timeline(session, case_id)


def go_to(session: OpenVault, case_id: str, question_id: str) -> InterviewPage:
    """Keep the place of a question, so that the interview opens there."""
    from intake.actions.interview.moves import go_to_question

    return go_to_question(session, case_id, question_id)
