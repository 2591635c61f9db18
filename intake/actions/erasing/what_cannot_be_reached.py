"""What erasing cannot reach, in plain words: pages that left, papers, copies of the vault."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from intake.actions.session import OpenVault


@dataclass(frozen=True, slots=True)
class PagesOut:
    """The pages that went to one kind of recipient, and the days."""

    recipient_name: str
    count: int
    days: tuple[date, ...]


@dataclass(frozen=True, slots=True)
class CopyLine:
    """One copy of the vault that still holds what is to be erased."""

    place: str = field(repr=False)
    made_on: date


@dataclass(frozen=True, slots=True)
class CannotBeReached:
    """Everything that stays where it is; ``papers`` are permissions that were signed in ink."""

    pages: tuple[PagesOut, ...]
    papers: int
    copies: tuple[CopyLine, ...]


def what_cannot_be_reached(session: OpenVault, case_id: str | None) -> CannotBeReached:
    """What stays elsewhere of one report, or for None of all of them."""
    left = session.store.out_of_reach(case_id)
    days: dict[str, list[date]] = {}
    for page in left.pages:
        days.setdefault(_name(session, page.recipient), []).append(page.on)
    return CannotBeReached(
        tuple(PagesOut(name, len(on), tuple(sorted(set(on)))) for name, on in days.items()),
        left.papers,
        tuple(CopyLine(copy.place, copy.on) for copy in left.copies),
    )


def together(parts: Iterable[CannotBeReached]) -> CannotBeReached:
    """What stays elsewhere of several reports: pages and papers added up, each copy once."""
    pages: dict[str, list[PagesOut]] = {}
    papers = 0
    copies: dict[CopyLine, None] = {}
    for part in parts:
        papers += part.papers
        copies.update(dict.fromkeys(part.copies))
        for one in part.pages:
            pages.setdefault(one.recipient_name, []).append(one)
    return CannotBeReached(
        tuple(
            PagesOut(name, sum(one.count for one in out), tuple(sorted({day for one in out for day in one.days})))
            for name, out in pages.items()
        ),
        papers,
        tuple(copies),
    )


def _name(session: OpenVault, recipient_id: str) -> str:
    content = session.content.referral
    recipient = content.recipients.get(recipient_id) or content.orders.get(recipient_id)
    if recipient is None:
        return recipient_id
    return session.content.wording(session.language).text(recipient.message_id("name"), recipient.name)
