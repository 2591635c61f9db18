"""The permission: what it must say, who may sign, how it is taken back."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from intake.actions.interview.called import Called
from intake.actions.referral.half_form import throw_form_away
from intake.actions.referral.one_page import (
    desk_of,
    name_or_code,
    prepare,
    prepared_by,
    refusal_words,
    release_id_to_be,
    view_of,
)
from intake.actions.session import OpenVault
from intake.cases.told_of import Desk
from intake.errors import Defect
from intake.export.save_summary import Refused, age_group_of
from intake.releases.check import check_clock, check_items, check_release
from intake.releases.model import PRESET_DAYS, CopyChoice, Method, Release, Signature, SignatureKind, SignerRole
from intake.releases.refusal import Refusal
from intake.vault.audit.entry import Action


@dataclass(frozen=True, slots=True)
class InkSignature:
    """Signed on the printed form; where the paper is kept."""

    place_kept: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class DrawnSignature:
    """Drawn on the screen, stroke by stroke."""

    strokes: tuple[tuple[tuple[int, int], ...], ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class ReleaseForm:
    """What stands in the form when it is signed. ``page_hash`` is that of the page the person saw."""

    recipient_id: str
    recipient_person: str = field(repr=False)
    purpose: str = field(repr=False)
    items: frozenset[str] = field(repr=False)
    name_choice: str
    page_hash: str = field(repr=False)
    method: str
    two_way: bool
    benefits_explained: bool
    risks_explained: bool
    alternatives: tuple[str, ...]
    days: int
    event_expiry: str = field(repr=False)
    language_of_form: str
    interpreter_used: bool
    capacity_confirmed: bool
    signer_role: str
    signer_did_not_harm: bool
    signature: InkSignature | DrawnSignature = field(repr=False)
    staff_code: str = field(repr=False)
    staff_role: str = field(repr=False)
    page_language: str = "en"
    copy_choice: str = ""


@dataclass(frozen=True, slots=True)
class ReleaseLine:
    """One permission in the list of a case; ``state`` is valid, expired, revoked or over.

    ``event_expiry``: what ends it sooner than its last day, in the words of the form; it is over once that happened.
    ``about`` names the thing, and the person, that the page is about, where the report tells of several.
    """

    id: str
    recipient_id: str
    recipient_name: str
    signed_on: date
    expires_on: date
    state: str
    event_expiry: str = field(default="", repr=False)
    about: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class NotSigned:
    """Nothing was recorded; what is missing, each as a thing to do."""

    reasons: tuple[str, ...]


def sign_release(session: OpenVault, case_id: str, form: ReleaseForm) -> ReleaseLine | NotSigned:
    """Record the permission for exactly the page that was seen, or say what is missing."""
    if form.days not in PRESET_DAYS:
        raise Defect("a period is one of those offered")
    release = _release(session, case_id, form)
    prepared = prepare(session, case_id, release, form.page_language)
    if isinstance(prepared, Refused):
        return NotSigned(refusal_words(session, prepared.refusals))
    refusals = check_release(
        release,
        form.recipient_id,
        session.clock.today(),
        age_group_of(view_of(session, case_id, desk_of(session, case_id))),
        frozenset({prepared.page_hash}),
    )
    refusals += (
        *check_clock(session.clock.today(), session.store.last_known_day()),
        *check_items(release, session.content.referral.recipients[form.recipient_id].fields),
        *_left_out(form),
    )
    if refusals:
        return NotSigned(refusal_words(session, refusals))
    with session.store.together():
        session.store.put_release(release)
        throw_form_away(session, case_id, form.recipient_id)
        _log(session, Action.RELEASE_SIGNED, case_id)
    del session.unsigned_releases[(case_id, form.recipient_id)]
    return _line(session, release)


def list_releases(session: OpenVault, case_id: str) -> tuple[ReleaseLine, ...]:
    """Every permission of a case, in the order in which they were signed."""
    return tuple(_line(session, release) for release in session.store.releases(case_id))


def revoke_release(session: OpenVault, case_id: str, release_id: str, how: str) -> ReleaseLine:
    """Take a permission back at once; no further page leaves under it. A second time changes nothing."""
    release = find_release(session, case_id, release_id)
    if release.revoked_on is None:
        release = replace(release, revoked_on=session.clock.today(), revoked_how=how)
        with session.store.together():
            session.store.put_release(release)
            _log(session, Action.RELEASE_REVOKED, case_id)
    return _line(session, release)


def event_has_happened(session: OpenVault, case_id: str, release_id: str) -> ReleaseLine:
    """End a permission because what its form names has happened. Raises Defect where the form names nothing."""
    release = find_release(session, case_id, release_id)
    if not release.event_expiry:
        raise Defect("this release names no event")
    if not release.event_happened:
        release = replace(release, event_happened=True)
        with session.store.together():
            session.store.put_release(release)
            _log(session, Action.RELEASE_ENDED, case_id)
    return _line(session, release)


def find_release(session: OpenVault, case_id: str, release_id: str) -> Release:
    """One permission of a case. Raises Defect for an unknown one."""
    for release in session.store.releases(case_id):
        if release.release_id == release_id:
            return release
    raise Defect("there is no such release")


def _log(session: OpenVault, action: Action, case_id: str) -> None:
    session.store.write_log(action, session.clock.today(), staff_code=session.staff_code, case_id=case_id)


def _left_out(form: ReleaseForm) -> tuple[Refusal, ...]:
    """What only the desk can know to be missing; the rest is judged by the release itself."""
    refusals = []
    if not form.purpose.strip():
        refusals.append(Refusal("purpose", "Choose what the page is for."))
    if not form.alternatives:
        refusals.append(Refusal("alternatives", "Talk about the other ways first, then note which ones you spoke of."))
    if isinstance(form.signature, InkSignature) and not form.signature.place_kept.strip():
        refusals.append(Refusal("place_kept", "Note where the signed paper is kept."))
    return tuple(refusals)


def _release(session: OpenVault, case_id: str, form: ReleaseForm) -> Release:
    today = session.clock.today()
    recipient = session.content.referral.recipients[form.recipient_id]
    desk = desk_of(session, case_id)
    return Release(
        release_id=release_id_to_be(session, case_id, form.recipient_id),
        case_id=case_id,
        discloser_org=prepared_by(session),
        person_name_or_code=name_or_code(session, case_id, form.recipient_id, form.name_choice),
        recipient=recipient.id,
        recipient_org=recipient.name,
        recipient_unit=recipient.unit,
        recipient_person=form.recipient_person,
        purpose=form.purpose,
        items_released=tuple(sorted(form.items)),
        items_never_released=session.content.release_texts.sentences["never_released"],
        method=Method(form.method) if form.method else None,
        two_way=form.two_way,
        benefits_explained=form.benefits_explained,
        risks_explained=form.risks_explained,
        risks_words=recipient.risk_line,
        alternatives_discussed=form.alternatives,
        redisclosure_warning=True,
        not_required_for_service=True,
        right_to_revoke_how="spoken or written, at this office",
        starts_on=today,
        expires_on=today + timedelta(days=form.days),
        event_expiry=form.event_expiry,
        language_of_form=form.language_of_form,
        interpreter_used=form.interpreter_used,
        capacity_check=form.capacity_confirmed,
        signer_role=SignerRole(form.signer_role) if form.signer_role else None,
        signer_did_not_harm=form.signer_did_not_harm,
        signature=_signature(form),
        copy_choice=CopyChoice(form.copy_choice) if form.copy_choice else None,
        signed_on=today,
        staff_code=form.staff_code,
        staff_role=form.staff_role,
        copy_hash_local=form.page_hash,
        page_language=form.page_language,
        about_incident=desk.incident,
        about_person=desk.person,
    )


def _signature(form: ReleaseForm) -> Signature:
    if isinstance(form.signature, InkSignature):
        return Signature(SignatureKind.INK, place_kept=form.signature.place_kept)
    return Signature(SignatureKind.DRAWN, strokes=form.signature.strokes)


def _line(session: OpenVault, release: Release) -> ReleaseLine:
    today = session.clock.today()
    if release.signed_on is None or release.expires_on is None:
        raise Defect("a kept release has its dates")
    recipient = session.content.referral.recipients.get(release.recipient)
    wording = session.content.wording(session.language)
    name = wording.text(recipient.message_id("name"), recipient.name) if recipient else release.recipient_org
    return ReleaseLine(
        release.release_id,
        release.recipient,
        name,
        release.signed_on,
        release.expires_on,
        _state(release, today),
        release.event_expiry,
        _about(session, release),
    )


def _about(session: OpenVault, release: Release) -> str:
    called = Called(session, session.store.case(release.case_id))
    return called.desk(Desk(release.about_incident, release.about_person))


def _state(release: Release, today: date) -> str:
    if release.revoked_on:
        return "revoked"
    if release.event_happened:
        return "over"
    return "valid" if release.expires_on and release.expires_on >= today else "expired"
