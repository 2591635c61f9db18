"""Note that somebody asks for a report by law, and who was told. From then on nothing of the report is erased."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import msgspec

from intake.actions.session import OpenVault
from intake.errors import Defect, Mishap
from intake.releases.legal_request import BroughtBy, LegalRequest, RequestKind
from intake.releases.model import new_release_id
from intake.vault.audit.entry import Action

_NAME = "legal:"


def legal_requests(session: OpenVault, case_id: str) -> tuple[LegalRequest, ...]:
    """The requests for one report, in the order in which they were noted."""
    papers = session.store.lasting_papers(case_id)
    return tuple(msgspec.convert(body, LegalRequest) for name, body in papers.items() if name.startswith(_NAME))


def find_request(session: OpenVault, case_id: str, request_id: str) -> LegalRequest:
    """One request. Raises Defect for an unknown one."""
    for request in legal_requests(session, case_id):
        if request.request_id == request_id:
            return request
    raise Defect("there is no such request")


def note_request(
    session: OpenVault, case_id: str, kind: RequestKind, brought_by: BroughtBy, received_on: date, answer_due: date
) -> LegalRequest:
    """Note a request and put the report on hold. Raises Mishap ``request_days`` when the days cannot be right."""
    if received_on > session.clock.today() or answer_due < received_on:
        raise _wrong_days()
    request = LegalRequest(
        request_id=new_release_id(), kind=kind, brought_by=brought_by, received_on=received_on, answer_due=answer_due
    )
    keep_request(session, case_id, request, Action.LEGAL_REQUEST)
    return request


def note_told(
    session: OpenVault,
    case_id: str,
    request_id: str,
    *,
    lawyer_on: date | None,
    person_on: date | None,
    lawyer_says_answer: bool,
) -> LegalRequest:
    """Note who was told, and when. Raises Mishap ``request_days`` for a day ahead or before the request came."""
    request = find_request(session, case_id, request_id)
    for day in (lawyer_on, person_on):
        if day is not None and not request.received_on <= day <= session.clock.today():
            raise _wrong_days()
    request = replace(
        request, lawyer_told_on=lawyer_on, person_told_on=person_on, lawyer_says_answer=lawyer_says_answer
    )
    keep_request(session, case_id, request, Action.LEGAL_REQUEST)
    return request


def keep_request(session: OpenVault, case_id: str, request: LegalRequest, action: Action) -> None:
    """Keep a request, the hold and the line of the log, all or none. Durable on return."""
    today = session.clock.today()
    with session.store.together():
        session.store.put_paper(case_id, f"{_NAME}{request.request_id}", msgspec.to_builtins(request), is_lasting=True)
        session.store.put_hold(case_id, today, session.staff_code)
        session.store.write_log(action, today, staff_code=session.staff_code, case_id=case_id)


def _wrong_days() -> Mishap:
    return Mishap(
        "request_days",
        "One of these days cannot be right.",
        "What was noted before has not changed.",
        "The request came today or before. The other days lie on that day or after it, and none of your own is ahead.",
    )
