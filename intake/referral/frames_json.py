"""Every frame as one plain record, for the verb that lists them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from intake.referral.content import ReferralContent
from intake.referral.frames import Slot
from intake.wording.catalogue import Wording


def frames_to_json(content: ReferralContent, wordings: Sequence[Wording]) -> list[dict[str, object]]:
    """One record for each frame: its recipients, its slots, and its text in every language that has one.

    A slot is ``closed`` with its values. Any other is ``open`` and says what it ``takes``: an ISO date of one
    precision or a number of one shape, and nothing that could be typed freely.
    """
    return [
        {
            "id": frame.id,
            "recipients": list(frame.recipients),
            "slots": {name: _slot(slot, content) for name, slot in frame.slots.items()},
            "text": {
                wording.language: wording.text(frame.message_id, frame.text)
                for wording in wordings
                if wording.covers(frame.message_id, frame.text)
            },
        }
        for frame in sorted(content.frames.values(), key=lambda one: one.id)
    ]


def _slot(slot: Slot, content: ReferralContent) -> Mapping[str, object]:
    if slot.precision is not None:
        return {"kind": "open", "values": [], "takes": f"iso_date_{slot.precision}"}
    if slot.typed is not None:
        return {"kind": "open", "values": [], "takes": slot.typed.value}
    return {"kind": "closed", "values": [value.id for value in content.slot_lists[slot.list_id].values]}
