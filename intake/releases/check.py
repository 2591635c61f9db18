"""Does this release allow this page, for this recipient, today? Every missing piece is named.

There is no way past these checks: no role, no setting and no argument switches one off.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date

from intake.releases.model import LONGEST_DAYS, AgeGroup, Release, SignerRole
from intake.releases.refusal import Refusal

_NOT_DONE: dict[str, tuple[str, str]] = {
    "no_items": ("no item is named", "Go through the page together and note what may leave."),
    "method": ("it does not say how the page gets there", "Choose how the page gets there."),
    "benefits": ("what this may bring was not talked through", "Talk it through, then tick it."),
    "risks": ("the risks were not talked through", "Read out the risk for this recipient, then tick it."),
    "capacity": (
        "it is not noted that the person could decide freely",
        "Make sure that nobody presses the person and that they can decide today, then tick it.",
    ),
}


def check_release(
    release: Release, recipient_id: str, today: date, age_group: AgeGroup, page_hashes: frozenset[str] = frozenset()
) -> tuple[Refusal, ...]:
    """Every reason why this release does not allow the page; empty when it does.

    ``page_hashes`` are the fingerprints of the page about to leave. Before there is a page it is empty, and
    whether the page is the signed one is then left open; call again once it is there.
    """
    return (
        *_recipient(release, recipient_id),
        *_signature(release, today),
        *_dates(release, today),
        *_ended(release),
        *_told(release),
        *_signer(release, age_group),
        *_page(release, page_hashes),
    )


def check_clock(today: date, last_known: date | None) -> tuple[Refusal, ...]:
    """Whether today can be true: something was noted on a later day already, so the clock may stand wrong.

    A clock set back would bring an ended release to life again.
    """
    if last_known is None or last_known <= today:
        return ()
    return (
        Refusal(
            "clock_back",
            "The clock of this computer stands on an earlier day than something noted here. Set its day right first.",
        ),
    )


def check_items(release: Release, allowed: Collection[str]) -> tuple[Refusal, ...]:
    """Whether the release names nothing that this recipient is never told."""
    if set(release.items_released) <= set(allowed):
        return ()
    return (
        Refusal(
            "item_not_for_recipient",
            "The release names something that this place is never told. Take it off and sign again.",
        ),
    )


def _recipient(release: Release, recipient_id: str) -> Iterator[Refusal]:
    if not release.release_id:
        yield Refusal("release_id", "The release has no random name of its own. Start the release again.")
    if release.recipient != recipient_id:
        yield Refusal(
            "wrong_recipient", "This release is for somebody else. Sign one release for each place that gets a page."
        )


def _signature(release: Release, today: date) -> Iterator[Refusal]:
    if release.signature is None or not release.signature.is_there:
        yield Refusal("not_signed", "Nobody has signed this release. Print it and sign it, or sign on the screen.")
    if release.signed_on is None:
        yield Refusal("signed_on", "The release does not say on which day it was signed. Note the day.")
    elif release.signed_on > today:
        yield Refusal("signed_on", "The day of the signature is still to come. Look at the day again.")


def _dates(release: Release, today: date) -> Iterator[Refusal]:
    if release.starts_on is None:
        yield Refusal("starts_on", "The release does not say from which day it holds. Note the first day.")
    elif today < release.starts_on:
        yield Refusal("not_yet_started", "This release does not hold yet. Wait for its first day, or sign a new one.")
    if release.expires_on is None:
        yield Refusal("expires_on", "The release does not say when it ends. Note its last day.")
        return
    if today > release.expires_on:
        yield Refusal("expired", "This release has ended. Ask the person whether they want to sign a new one.")
    if release.starts_on is None:
        return
    if (release.expires_on - release.starts_on).days > LONGEST_DAYS:
        yield Refusal("too_long", f"A release holds {LONGEST_DAYS} days at most. Choose an earlier last day.")
    if release.expires_on < release.starts_on:
        yield Refusal("dates_crossed", "The last day lies before the first. Look at both days again.")


def _ended(release: Release) -> Iterator[Refusal]:
    if release.revoked_on is not None or release.revoked_how.strip():
        yield Refusal("revoked", "The person took this release back. Nothing more may leave under it.")
    if release.event_happened:
        yield Refusal("event_happened", "This release ended with the event named in it. Ask about a new one.")


def _told(release: Release) -> Iterator[Refusal]:
    missing = {
        "no_items": not release.items_released,
        "method": release.method is None,
        "benefits": not release.benefits_explained,
        "risks": not release.risks_explained,
        "capacity": not release.capacity_check,
    }
    for check, is_missing in missing.items():
        if is_missing:
            what, cure = _NOT_DONE[check]
            yield Refusal(check, f"This release cannot be used yet: {what}. {cure}")


def _signer(release: Release, age_group: AgeGroup) -> Iterator[Refusal]:
    role = release.signer_role
    if role is None:
        yield Refusal("signer_role", "The release does not say who signed. Note whether it was the person.")
        return
    own_hand = role in (SignerRole.SELF, SignerRole.MINOR_SELF)
    if not _may_sign(role, age_group):
        yield Refusal(
            "signer_may_not_sign",
            "The one who signed may not sign here. An adult signs alone or through a conservator; somebody under 18 "
            "signs as a minor, or a parent or guardian does.",
        )
    if release.signer_did_not_harm is False or (release.signer_did_not_harm is None and not own_hand):
        yield Refusal(
            "signer_attestation",
            "It is not confirmed that the one who signed is not the one who caused harm. Ask, and note the answer.",
        )


def _may_sign(role: SignerRole, age_group: AgeGroup) -> bool:
    if age_group is AgeGroup.MINOR:
        return role in (SignerRole.MINOR_SELF, SignerRole.PARENT_OR_GUARDIAN)
    if age_group is AgeGroup.ADULT:
        return role in (SignerRole.SELF, SignerRole.CONSERVATOR)
    return role is SignerRole.SELF


def _page(release: Release, page_hashes: frozenset[str]) -> Iterator[Refusal]:
    if page_hashes and release.copy_hash_local and release.copy_hash_local not in page_hashes:
        yield Refusal(
            "page_changed",
            "The page has changed since it was signed. Show the person the new page and sign a new release.",
        )
