"""How a permission stands, in a sentence in the language of the screen."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from intake.actions.referral.sign_release import ReleaseLine
from ui.day_words import day_words

VALID, EXPIRED, OVER = "valid", "expired", "over"


def permission_words(release: ReleaseLine) -> str:
    """Until when it holds, or how it ended, and when it was signed."""
    translate = QCoreApplication.translate
    pattern = {
        VALID: translate("PermissionWords", "In force until {last_day}. Signed {signed}."),
        EXPIRED: translate("PermissionWords", "Ended {last_day}. Signed {signed}."),
        OVER: translate("PermissionWords", "Ended, for this has happened: {event}. Signed {signed}."),
    }.get(release.state, translate("PermissionWords", "Taken back. Signed {signed}."))
    event = release.event_expiry
    words = pattern.format(last_day=day_words(release.expires_on), signed=day_words(release.signed_on), event=event)
    if release.state == VALID and event:
        words += " " + translate("PermissionWords", "Or until this has happened: {event}.").format(event=event)
    return words
