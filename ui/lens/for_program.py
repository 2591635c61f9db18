"""The check of wording of the running program. Made after the first window; it loads nothing until words are typed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from ui.app_state import AppState
from ui.background.collector import keep_for_good
from ui.background.job_runner import JobRunner
from ui.lens.wording_check import WordingCheck

if TYPE_CHECKING:
    from intake.actions.screening.box_check import BoxCheck

_ENGLISH = "en"


def check_for_program(state: AppState) -> WordingCheck:
    """Beside the vault's worker, so that no answer waits for a reading."""
    return WordingCheck(
        JobRunner("lens"), partial(_open, state), partial(_language, state), partial(_office_words, state)
    )


def _open(state: AppState) -> BoxCheck:
    from intake.actions.screening.box_check import open_box_check

    check = open_box_check(state.content_at_hand(), _office_words(state))
    keep_for_good()
    return check


def _language(state: AppState) -> str:
    return state.session.language if state.session is not None else _ENGLISH


def _office_words(state: AppState) -> str:
    return state.session.office_words if state.session is not None else ""
