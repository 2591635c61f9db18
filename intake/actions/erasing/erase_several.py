"""Erase several reports that were chosen, in one go."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from intake.actions.erasing.before_erasing import BeforeErasing, before_erasing
from intake.actions.erasing.forgetting import forgetting
from intake.actions.erasing.typed_count import is_count
from intake.actions.erasing.what_cannot_be_reached import CannotBeReached, together
from intake.actions.keys.supervisor import require_supervisor
from intake.actions.keys.two_people import GuardedAct, is_second_asked, need_second_person
from intake.actions.session import OpenVault
from intake.vault.erasing import refusals


@dataclass(frozen=True, slots=True)
class BeforeErasingSeveral:
    """What should be known of each report, what stays of all of them, and whether it takes a second person."""

    reports: tuple[BeforeErasing, ...]
    out_of_reach: CannotBeReached
    second_asked: bool

    @property
    def held(self) -> tuple[str, ...]:
        """The labels of those on hold, which stop it."""
        return tuple(report.case_label for report in self.reports if report.held_since)


def before_erasing_several(session: OpenVault, case_ids: Sequence[str]) -> BeforeErasingSeveral:
    """Look at those of the chosen reports that are there, and change nothing."""
    reports = tuple(before_erasing(session, case_id) for case_id in _there(session, case_ids))
    left = together(report.out_of_reach for report in reports)
    return BeforeErasingSeveral(reports, left, is_second_asked(session, GuardedAct.ERASE_SEVERAL))


def erase_several(
    session: OpenVault, case_ids: Sequence[str], typed_count: str, second: bytearray | None = None
) -> CannotBeReached:
    """Erase all of these reports or none, in the vault and in memory, and say what could not be reached.

    Raises Mishap supervisor_needed, wrong_count unless it was typed how many they are, legal_hold with the labels of
    those on hold, second_needed and its like, erase_unfinished, or trouble with the disk.
    """
    require_supervisor(session)
    before = before_erasing_several(session, case_ids)
    if not is_count(typed_count, len(before.reports)):
        raise refusals.wrong_count()
    if before.held:
        raise refusals.these_are_held(before.held)
    need_second_person(session, GuardedAct.ERASE_SEVERAL, second)
    going = _there(session, case_ids)
    with forgetting(session, going):
        session.store.erase_several(going, session.clock.today(), session.staff_code)
    return before.out_of_reach


def _there(session: OpenVault, case_ids: Sequence[str]) -> tuple[str, ...]:
    chosen = frozenset(case_ids)
    return tuple(line.id for line in session.store.cases() if line.id in chosen)
