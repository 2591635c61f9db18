"""The page for a court: the frames that any recipient may be told, under words that speak of an order.

Like every page it is composed from the shareable part of a case alone; what is walled off cannot be reached from here.
"""

from __future__ import annotations

from dataclasses import replace

from intake.referral.content import ReferralContent

COURT_ORDER = "court_order"


def content_for_orders(content: ReferralContent) -> ReferralContent:
    """The same frames and lists with one reader, the court."""
    frames = {
        name: replace(frame, recipients=(COURT_ORDER,)) if frame.recipients else frame
        for name, frame in content.frames.items()
    }
    return replace(content, frames=frames, recipients=content.orders)


def fields_of_orders(content: ReferralContent) -> frozenset[str]:
    """What an order can name at all."""
    return frozenset(content.orders[COURT_ORDER].fields)
