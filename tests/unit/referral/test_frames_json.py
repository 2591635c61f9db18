"""The verb that lists the frames: what can be said, to whom, in which languages."""

from __future__ import annotations

import json

from intake.referral.frames_json import frames_to_json
from tests.unit.referral.pages import content, wording


def test_every_frame_is_one_record_in_every_language() -> None:
    lines = frames_to_json(content(), [wording("en"), wording("es")])
    assert [line["id"] for line in lines] == sorted(content().frames)
    by_id = {str(line["id"]): line for line in lines}
    assert by_id["acts.moved"] == {
        "id": "acts.moved",
        "recipients": ["da_victim_services", "police_special_victims", "reporter_copy"],
        "slots": {"way": {"kind": "closed", "values": ["by_car", "on_foot"]}},
        "text": {
            "en": "The person moved the reporter to another place {way}.",
            "es": "La otra persona llevó a quien reporta a otro lugar {way}.",
        },
    }
    assert by_id["when.day"]["slots"] == {"day": {"kind": "open", "values": [], "takes": "iso_date_day"}}
    assert json.loads(json.dumps(lines)) == lines


def test_every_closed_slot_lists_its_values() -> None:
    for line in frames_to_json(content(), [wording("en")]):
        slots = line["slots"]
        assert isinstance(slots, dict)
        assert all(slot["values"] for slot in slots.values() if slot["kind"] == "closed")
