"""A legal request for a report: who brought it and when, who was told, and what may go on. Its content is not kept."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from intake.releases.refusal import Refusal


class RequestKind(StrEnum):
    """What it says it is."""

    SUBPOENA = "subpoena"
    COURT_ORDER = "court_order"
    SEARCH_WARRANT = "search_warrant"
    LETTER = "letter"


class BroughtBy(StrEnum):
    """From what kind of place it came; no name is kept."""

    COURT = "court"
    PROSECUTOR = "prosecutor"
    POLICE = "police"
    OTHER_LAWYER = "other_lawyer"
    GOVERNMENT = "government"
    SOMEBODY_ELSE = "somebody_else"


@dataclass(frozen=True, slots=True, kw_only=True)
class LegalRequest:
    """One request. ``lawyer_says_answer``: a lawyer of ours has looked at it and says that it must be answered."""

    request_id: str
    kind: RequestKind
    brought_by: BroughtBy
    received_on: date
    answer_due: date
    lawyer_told_on: date | None = None
    person_told_on: date | None = None
    lawyer_says_answer: bool = False
    items: tuple[str, ...] = field(default=(), repr=False)
    answered_on: date | None = None
    sha256: str = ""


def check_legal_request(request: LegalRequest, allowed: Collection[str], today: date) -> tuple[Refusal, ...]:
    """Every reason why no page may be made for this request; empty when one may."""
    return tuple(_reasons(request, allowed, today))


def _reasons(request: LegalRequest, allowed: Collection[str], today: date) -> Iterator[Refusal]:
    if request.answered_on is not None:
        yield Refusal(
            "answered_already", "A page was made for this request. If one more is ordered, note the request anew."
        )
    if request.received_on > today:
        yield Refusal("request_received_on", "The day it came is still ahead. Look at the day again.")
    told = {
        "lawyer_not_told": (request.lawyer_told_on, "Tell your lawyer first, and note the day."),
        "person_not_told": (
            request.person_told_on,
            "Tell the person first, in a safe way, or try every safe way there is. Then note the day.",
        ),
    }
    for check, (on, cure) in told.items():
        if on is None or on < request.received_on or on > today:
            yield Refusal(check, cure)
    if not request.lawyer_says_answer:
        yield Refusal(
            "lawyer_has_not_agreed", "Wait until your lawyer has said that this must be answered, and with what."
        )
    if not request.items:
        yield Refusal("nothing_ordered", "Choose what the order names, and nothing else.")
    elif not set(request.items) <= set(allowed):
        yield Refusal("never_by_order", "Something is chosen that never leaves by this way. Take it off.")
