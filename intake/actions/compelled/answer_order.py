"""Make the page that an order names: only those items, only after the lawyer and the person were told."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path

from intake.actions.compelled.legal_requests import find_request, keep_request
from intake.actions.interview.page import OptionWords
from intake.actions.keys.two_people import GuardedAct, is_second_asked, need_second_person
from intake.actions.referral.one_page import (
    desk_of,
    exporter,
    forbidden_of,
    given_text,
    net_of,
    prepared_by,
    refusal_words,
    report_number,
    view_of,
    views_elsewhere,
)
from intake.actions.session import OpenVault
from intake.export.save_summary import Prepared, Refused, Summary, prepare_summary
from intake.export.write_safely import noted_or_gone, write_safely
from intake.referral.case_file import NAME_QUESTION
from intake.referral.fields import NAME_TO_USE, SAME_FOR_EVERYBODY
from intake.referral.ordered.ordered_page import COURT_ORDER, content_for_orders, fields_of_orders
from intake.referral.ref_code import ref_code
from intake.releases.check import check_clock
from intake.releases.legal_request import LegalRequest, check_legal_request
from intake.releases.model import Release
from intake.vault.audit.entry import Action

ORDER_LANGUAGE = "en"


@dataclass(frozen=True, slots=True)
class OrderAnswered:
    """The file that was written."""

    file_name: str
    folder: Path = field(repr=False)
    request: LegalRequest


@dataclass(frozen=True, slots=True)
class NotYet:
    """Nothing was written; each reason as a thing to do."""

    reasons: tuple[str, ...]


def order_items(session: OpenVault) -> tuple[OptionWords, ...]:
    """What an order can name, in the language of the desk; nothing that is walled off is among it."""
    names, desk = session.content.field_names, session.content.wording(session.language)
    allowed = fields_of_orders(session.content.referral) - SAME_FOR_EVERYBODY
    return tuple(OptionWords(name, desk.text(f"field.{name}", names[name])) for name in names if name in allowed)


def is_second_asked_for_order(session: OpenVault) -> bool:
    """Whether the office wants two people for this."""
    return is_second_asked(session, GuardedAct.ANSWER_ORDER)


def ordered_text(session: OpenVault, case_id: str, request_id: str, items: frozenset[str]) -> str | NotYet:
    """The words of the page as it would leave, for the screen."""
    prepared = _prepare(session, case_id, find_request(session, case_id, request_id), items)
    if isinstance(prepared, Refused):
        return NotYet(refusal_words(session, prepared.refusals))
    return "\n".join(prepared.page.texts())


def answer_order(
    session: OpenVault,
    case_id: str,
    request_id: str,
    items: frozenset[str],
    folder: Path,
    second: bytearray | None = None,
) -> OrderAnswered | NotYet:
    """Write the page and note that it left. Raises Mishap when a second person is needed or the disk will not take it.

    No permission is asked for here and none is made; in return both must have been told, and nothing else leaves.
    """
    today = session.clock.today()
    request = replace(find_request(session, case_id, request_id), items=tuple(sorted(items)))
    refusals = (
        *check_clock(today, session.store.last_known_day()),
        *check_legal_request(request, fields_of_orders(session.content.referral), today),
    )
    if refusals:
        return NotYet(refusal_words(session, refusals))
    prepared = _prepare(session, case_id, request, items)
    if isinstance(prepared, Refused):
        return NotYet(refusal_words(session, prepared.refusals))
    if prepared.alarms:
        return NotYet(refusal_words(session, prepared.alarms))
    need_second_person(session, GuardedAct.ANSWER_ORDER, second)
    file = write_safely(folder, prepared.finished, exporter().suffix)
    request = replace(request, answered_on=today, sha256=prepared.sha256)
    with noted_or_gone(file):
        keep_request(session, case_id, request, Action.ORDER_ANSWERED)
    return OrderAnswered(file.name, file.parent, request)


def _prepare(session: OpenVault, case_id: str, request: LegalRequest, items: frozenset[str]) -> Prepared | Refused:
    content = session.content
    named = NAME_TO_USE in items
    terms = Release(  # nobody signs this: it only carries what stands at the top of the page
        release_id=request.request_id,
        discloser_org=prepared_by(session),
        person_name_or_code=(given_text(session, case_id, NAME_QUESTION) if named else "")
        or ref_code(request.request_id),
        recipient=COURT_ORDER,
        items_released=tuple(sorted(items)),
        expires_on=request.answer_due,
    )
    desk = desk_of(session, case_id)
    summary = Summary(
        view_of(session, case_id, desk),
        COURT_ORDER,
        terms,
        report_number(session, case_id, desk),
        forbidden=forbidden_of(session, case_id, (), desk),
        is_practice=session.is_practice,
        net=net_of(session),
        elsewhere=views_elsewhere(session, case_id, desk),
    )
    orders = content_for_orders(content.referral)
    return prepare_summary(summary, orders, content.wording(ORDER_LANGUAGE), exporter(), session.clock.today())
