"""Which of several things that happened, and which person, the next page is about."""

from __future__ import annotations

from dataclasses import dataclass, field

from intake.actions.interview.at_hand import keep_told_of
from intake.actions.interview.called import Called
from intake.actions.interview.page import OptionWords
from intake.actions.session import OpenVault
from intake.cases.told_of import Desk
from intake.errors import Defect


@dataclass(frozen=True, slots=True)
class AboutWhat:
    """What there is to choose from, each with its name, and what is chosen; empty where there is no choice."""

    choices: tuple[OptionWords, ...] = field(default=(), repr=False)
    chosen: str = field(default="", repr=False)

    @property
    def words(self) -> str:
        """What the chosen one is called."""
        return next((one.label for one in self.choices if one.id == self.chosen), "")


def about_what(session: OpenVault, case_id: str) -> AboutWhat:
    """One page is about one thing, and names one person: which sentence belongs to which could not be told apart."""
    called = Called(session, session.store.case(case_id))
    pairs = tuple(called.told_of.pairs())
    if len(pairs) == 1:
        return AboutWhat()
    choices = tuple(OptionWords(_name(pair), called.desk(pair)) for pair in pairs)
    return AboutWhat(choices, _name(called.told_of.desk))


def choose_what(session: OpenVault, case_id: str, chosen: str) -> AboutWhat:
    """Put this on the desk. Durable on return. Raises Defect for what was not offered."""
    told_of = session.told_of(session.store.case(case_id))
    desk = next((pair for pair in told_of.pairs() if _name(pair) == chosen), None)
    if desk is None:
        raise Defect("a page was to be about something that the report does not tell of")
    keep_told_of(session, case_id, told_of.at(desk))
    return about_what(session, case_id)


def _name(desk: Desk) -> str:
    return f"{desk.incident}.{desk.person}"
