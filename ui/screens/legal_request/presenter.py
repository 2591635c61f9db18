"""What the screen of a legal request asks of the core, as jobs for the worker."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from ui.secret_text import wiped

if TYPE_CHECKING:
    from intake.actions.compelled.answer_order import NotYet, OrderAnswered
    from intake.actions.interview.page import OptionWords
    from intake.actions.session import OpenVault
    from intake.releases.legal_request import BroughtBy, LegalRequest, RequestKind


@dataclass(frozen=True, slots=True)
class Seen:
    """The request, if it is noted already, what an order can name, and whether a second person is asked.

    ``about``: of several things that happened, the one that the page would be about.
    """

    request: LegalRequest | None
    items: tuple[OptionWords, ...] = field(repr=False)
    second_asked: bool
    about: str = field(default="", repr=False)


def look(session: OpenVault, case_id: str, request_id: str) -> Seen:
    """What is known."""
    from intake.actions.compelled.answer_order import is_second_asked_for_order, order_items
    from intake.actions.compelled.legal_requests import find_request
    from intake.actions.referral.about_what import about_what

    request = find_request(session, case_id, request_id) if request_id else None
    about = about_what(session, case_id).words
    return Seen(request, order_items(session), is_second_asked_for_order(session), about)


def note(session: OpenVault, case_id: str, kind: RequestKind, brought_by: BroughtBy, came: date, due: date) -> Seen:
    """Note a request, and look again."""
    from intake.actions.compelled.legal_requests import note_request

    return look(session, case_id, note_request(session, case_id, kind, brought_by, came, due).request_id)


def told(
    session: OpenVault, case_id: str, request_id: str, lawyer_on: date | None, person_on: date | None, *, agrees: bool
) -> Seen:
    """Note who was told, and look again."""
    from intake.actions.compelled.legal_requests import note_told

    note_told(session, case_id, request_id, lawyer_on=lawyer_on, person_on=person_on, lawyer_says_answer=agrees)
    return look(session, case_id, request_id)


def words_of_page(session: OpenVault, case_id: str, request_id: str, items: frozenset[str]) -> str | NotYet:
    """What the page would say."""
    from intake.actions.compelled.answer_order import ordered_text

    return ordered_text(session, case_id, request_id, items)


def answer(
    session: OpenVault, case_id: str, request_id: str, items: frozenset[str], folder: Path, second: bytearray | None
) -> OrderAnswered | NotYet:
    """Write the page. The second passphrase, if any, is wiped."""
    from intake.actions.compelled.answer_order import answer_order

    with wiped(second):
        return answer_order(session, case_id, request_id, items, folder, second)
