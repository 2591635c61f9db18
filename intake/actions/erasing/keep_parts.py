"""Keep some parts of a report and erase the others."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from intake.actions.erasing.before_erasing import BeforeErasing, before_erasing
from intake.actions.erasing.what_cannot_be_reached import CannotBeReached
from intake.actions.keys.two_people import GuardedAct, is_second_asked, need_second_person
from intake.actions.languages.case_language import PAPER as LANGUAGE
from intake.actions.session import OpenVault
from intake.actions.time_limits.time_limits import KEPT_AS
from intake.errors import Mishap

TIME_MATTERS = "time_limit"
"""The part that no section holds: what was noted of things better done soon."""
NOT_ASKED_ANY_MORE = ""
"""Answers of an older version, whose part is gone."""

_ALWAYS_KEPT = frozenset({"setup", "limits", "leaving"})
"""How this visit goes, what was agreed before the first question, and what becomes of it."""


@dataclass(frozen=True, slots=True)
class PartLine:
    """A part in which something is stored. The two parts above have no title in the data."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class BeforeKeeping:
    """The parts to choose from, in the order of the interview, and what should be known before the others go."""

    parts: tuple[PartLine, ...]
    before: BeforeErasing


def before_keeping_parts(session: OpenVault, case_id: str) -> BeforeKeeping:
    """Look, and change nothing. Raises Mishap when the report cannot be read."""
    wording = session.content.wording(session.language)
    there = {_part(session, name) for name in _names(session, case_id)} - _ALWAYS_KEPT
    sections = [one for one in session.content.questions.sections if one.id in there]
    lines = [PartLine(one.id, wording.text(f"section.{one.id}.title", one.title)) for one in sections]
    lines += [PartLine(one, "") for one in (TIME_MATTERS, NOT_ASKED_ANY_MORE) if one in there]
    before = before_erasing(session, case_id)
    # erasing parts is guarded as erasing words is, not as erasing the report
    second = is_second_asked(session, GuardedAct.ERASE_WORDS)
    return BeforeKeeping(
        tuple(lines),
        BeforeErasing(before.case_label, before.held_since, before.hold_ended, before.out_of_reach, second),
    )


def keep_parts(
    session: OpenVault, case_id: str, kept: Collection[str], second: bytearray | None = None
) -> CannotBeReached:
    """Erase every answer and draft outside these parts, in the vault and in memory; say what could not be reached.

    What was agreed and what becomes of the report stays. Pages begun go with the answers they may repeat.
    Raises Mishap legal_hold, second_needed and its like, erase_unfinished, or trouble with the disk.
    """
    staying = _ALWAYS_KEPT.union(kept)
    going = [name for name in _names(session, case_id) if _part(session, name) not in staying]
    left = before_erasing(session, case_id).out_of_reach
    need_second_person(session, GuardedAct.ERASE_WORDS, second)
    try:
        session.store.erase_answers(case_id, going, frozenset({LANGUAGE}), session.clock.today(), session.staff_code)
    except Mishap as mishap:
        if mishap.code == "erase_unfinished":
            _forget(session, case_id, going)
        raise
    _forget(session, case_id, going)
    return left


def _names(session: OpenVault, case_id: str) -> tuple[str, ...]:
    """Every name under which something is told in this report."""
    told: Iterable[str] = (
        *session.store.case(case_id).all_answers(),
        *session.store.drafts(case_id),
        *session.memory.get(case_id, {}),
        *session.memory_drafts.get(case_id, {}),
    )
    return tuple(dict.fromkeys(told))


def _part(session: OpenVault, name: str) -> str:
    if name.startswith(KEPT_AS):
        return TIME_MATTERS
    section = name.partition(".")[0]
    known = any(one.id == section for one in session.content.questions.sections)
    return section if known else NOT_ASKED_ANY_MORE


def _forget(session: OpenVault, case_id: str, going: Iterable[str]) -> None:
    for name in going:
        session.memory.get(case_id, {}).pop(name, None)
        session.memory_drafts.get(case_id, {}).pop(name, None)
    for key in [key for key in session.unsigned_releases if key[0] == case_id]:
        del session.unsigned_releases[key]
