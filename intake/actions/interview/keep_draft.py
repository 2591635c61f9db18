"""Keep the half-typed sentence, so that a lock in mid-word loses nothing."""

from __future__ import annotations

from intake.actions.interview.at_hand import question_of
from intake.actions.session import OpenVault
from intake.questions.model import Fate

LONGEST_DRAFT = 100_000
"""Characters; what is longer than any answer may be is cut, and the field on screen still holds it."""


def keep_draft(session: OpenVault, case_id: str, question_id: str, text: str) -> None:
    """Keep text that is not yet an answer; empty text removes it. A question that is not saved stays in memory."""
    kept = text[:LONGEST_DRAFT]
    if question_of(session, case_id, question_id).fate is Fate.NOT_SAVED:
        drafts = session.memory_drafts.setdefault(case_id, {})
        drafts[question_id] = kept
        if not kept:
            del drafts[question_id]
        return
    session.store.put_draft(case_id, question_id, kept)
