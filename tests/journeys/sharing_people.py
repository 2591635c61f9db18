"""An invented report that is ready to be shared, and a hand that signs for it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from intake.actions.referral.preview import PagePreview, preview_page
from intake.actions.referral.sign_release import InkSignature, NotSigned, ReleaseForm, ReleaseLine, sign_release
from intake.actions.session import OpenVault
from intake.clock import FixedClock

TODAY = date(2026, 11, 21)
HOSPITAL = "hospital_safe"


def moment(day: date) -> FixedClock:
    """A clock that stands at an hour of this day."""
    return FixedClock(datetime(day.year, day.month, day.day, 18, tzinfo=UTC))


def seen_page(session: OpenVault, case_id: str, recipient_id: str, days: int = 15) -> PagePreview:
    """The page as it is shown before anybody signs."""
    return preview_page(session, case_id, recipient_id, None, "code", days, "en")


def form_for(page: PagePreview, event: str = "", **changes: object) -> ReleaseForm:
    """A form in which everything is done, for exactly this page."""
    form = ReleaseForm(
        recipient_id=page.recipient_id,
        recipient_person="",
        purpose="Exam and care",
        items=frozenset(name for row in page.rows if row.is_on for name in row.field_ids),
        name_choice="code",
        page_hash=page.page_hash,
        method="hand_carried",
        two_way=False,
        benefits_explained=True,
        risks_explained=True,
        alternatives=("tell_them_yourself",),
        days=15,
        event_expiry=event,
        language_of_form="en",
        interpreter_used=False,
        capacity_confirmed=True,
        signer_role="self",
        signer_did_not_harm=True,
        signature=InkSignature("Cabinet 2"),
        staff_code="K7",
        staff_role="advocate",
        copy_choice="card",
    )
    return replace(form, **changes)  # type: ignore[arg-type]


def sign(session: OpenVault, case_id: str, recipient_id: str, event: str = "") -> ReleaseLine:
    """Sign for the page as it is now."""
    signed = sign_release(session, case_id, form_for(seen_page(session, case_id, recipient_id), event))
    assert not isinstance(signed, NotSigned), signed.reasons
    return signed
