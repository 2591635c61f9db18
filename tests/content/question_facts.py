"""Question by question and option by option: the facts that an answer gives, written down a second time.

An empty entry says that the answer tells no instrument anything. A record copies what it does not say itself:
the charge of the place (``TRADE``, ``HELPER``) and whether a case has been started (``FILED``).
"""

from __future__ import annotations

from collections.abc import Mapping

TRADE, HELPER, FILED = "@fact:trade_offence", "@fact:helper_offence", "@fact:charged"


def feared(offence: str, how_bad: str = "misdemeanor") -> list[dict[str, str]]:
    """One record of something feared, about this event."""
    return [{"offence": offence, "class": how_bad, "charged": FILED, "related": "at_or_around_incident"}]


EXPECTED: Mapping[str, Mapping[str, Mapping[str, object]]] = {
    "limits.adult": {"yes": {"age_group": "adult"}, "no": {"age_group": "minor"}},
    "wishes.police": {
        "want_to_report": {"reporting": "planned"},
        "not_now": {},
        "never": {"reporting": "none"},
        "facts_first": {},
    },
    "happened.who": {
        "to_me": {"role": ["victim"]},
        "saw_it": {"role": ["witness"]},
        "both": {"role": ["victim", "witness"]},
        "for_someone": {"role": []},
    },
    "happened.kinds": {
        "sexual": {"crimes": ["sexual_assault"]},
        "condom": {"crimes": ["condom_refusal"]},
        "hit": {"crimes": ["assault"]},
        "neck": {"crimes": ["assault_weapon_or_injury"]},
        "weapon": {"crimes": ["assault_weapon_or_injury"]},
        "robbed": {"crimes": []},
        "held": {"crimes": ["false_imprisonment"]},
        "threatened": {"crimes": ["threats"]},
        "followed": {"crimes": ["stalking"]},
        "blackmail": {"crimes": ["blackmail"]},
        "break_in": {"crimes": []},
        "forced_work": {"crimes": ["human_trafficking"]},
        "drugged": {"crimes": ["other_violent"]},
        "filmed": {"crimes": ["image_abuse"]},
        "officer": {"crimes": []},
        "other": {"crimes": ["other_violent"]},
    },
    "happened.how_taken": {
        "force": {"crimes": ["robbery"]},
        "threat": {"crimes": ["robbery"]},
        "grabbed": {"crimes": ["other_violent"]},
        "trick": {"crimes": ["theft"]},
        "asleep": {"crimes": ["theft"]},
    },
    "happened.moved": {
        "by_car": {"crimes": ["false_imprisonment", "kidnapping"]},
        "on_foot": {"crimes": ["false_imprisonment", "kidnapping"]},
        "no": {"crimes": ["false_imprisonment"]},
    },
    "happened.demand": {
        "money": {"crimes": ["blackmail", "extortion"]},
        "sex": {"crimes": ["blackmail", "extortion"]},
        "silence": {"crimes": ["blackmail"]},
        "go_back": {"crimes": ["blackmail"]},
        "not_report": {"crimes": ["blackmail"]},
        "other": {"crimes": ["blackmail"]},
    },
    "happened.entered_place": {
        "home": {"crimes": ["burglary_inhabited"]},
        "room_i_sleep_in": {"crimes": ["burglary_inhabited"]},
        "tent": {"crimes": ["burglary_inhabited"]},
        "other_building": {"crimes": ["burglary"]},
    },
    "when_where.day": {"*": {"incident_on": "2026-05"}},
    "when_where.city": {
        "us-ca-sf": {
            "incident_place": "us-ca-sf",
            "trade_offence": "us-ca-pc-647b",
            "helper_offence": "us-ca-pc-653.23",
        },
        "us-ca-alameda": {
            "incident_place": "us-ca-alameda",
            "trade_offence": "us-ca-pc-647b",
            "helper_offence": "us-ca-pc-653.23",
        },
        "us-ca": {"incident_place": "us-ca", "trade_offence": "us-ca-pc-647b", "helper_offence": "us-ca-pc-653.23"},
        "us-wa": {"incident_place": "us-wa", "trade_offence": "us-wa-prostitution"},
        "us-dc": {"incident_place": "us-dc"},
        "us": {"incident_place": "us"},
    },
    "other_person.official": {
        "police": {"perpetrator_is_officer": "yes"},
        "guard": {"perpetrator_is_officer": "no"},
        "public_worker": {"perpetrator_is_officer": "no"},
        "no": {"perpetrator_is_officer": "no"},
    },
    "reported.yet": {
        "no": {"reporting_to": []},
        "police": {"reporting": "made", "reporting_to": []},
        "hospital": {"reporting_to": ["hospital"]},
        "da": {"reporting": "made", "reporting_to": ["sf_da"], "reporting_place": "us-ca-sf"},
        "other": {"reporting_to": []},
    },
    "reported.police_where": {
        "sf": {"reporting": "made", "reporting_to": ["sf_pd"], "reporting_place": "us-ca-sf"},
        "other_police": {"reporting": "made", "reporting_to": ["other_police"]},
        "sheriff_sf": {"reporting": "made", "reporting_to": ["sf_sheriff"], "reporting_place": "us-ca-sf"},
        "not_sure": {"reporting": "made", "reporting_to": []},
    },
    "private.trade": {"read": {}, "skip": {}},
    "private.trade_part": {
        "selling": {"involvement": ["selling"], "exposures": feared(TRADE)},
        "buying": {"involvement": ["buying"], "exposures": feared(TRADE)},
        "third_party": {"involvement": ["third_party"], "exposures": feared(HELPER)},
        "trafficked": {"involvement": ["trafficked"], "exposures": feared(TRADE)},
    },
    "private.drugs": {"read": {}, "skip": {}},
    "private.drug_kind": {
        "small_amount": {"exposures": feared("us-ca-drug-possession")},
        "for_sale": {"exposures": feared("us-ca-drug-sale", "felony")},
        "not_sure": {"exposures": feared("us-ca-drug-possession", "unknown")},
    },
    "private.drug_priors": {
        "yes": {"prior_drug_convictions": "yes"},
        "no": {"prior_drug_convictions": "no"},
        "not_sure": {},
    },
    "private.charged": {"yes": {"charged": "yes"}, "no": {"charged": "no"}, "not_sure": {}},
    "private.papers": {"read": {"immigration_question": "yes"}, "skip": {}},
    "private.warrant": {"read": {"warrants": "yes"}, "skip": {}},
    "private.untrue": {"yes": {"truthful": "no"}, "no": {"truthful": "yes"}},
    "help.da": {
        "yes": {"reporting": "planned", "reporting_to": ["sf_da"], "reporting_place": "us-ca-sf"},
        "no": {"reporting_to": []},
        "later": {"reporting_to": []},
    },
    "help.police": {
        "yes": {"reporting": "planned", "reporting_to": ["sf_pd"], "reporting_place": "us-ca-sf"},
        "no": {"reporting_to": []},
        "later": {"reporting_to": []},
    },
}

NOBODY_ASKS = {
    "reported_on",
    "perpetrator_is_buyer",
    "willing_to_testify",
    "seeking_emergency_help",
    "seeks_record_relief",
}
"""Facts that instruments read and no question gives: they stay unknown at the desk, and never turn into an answer."""

NEVER_SAID = {
    "crimes": {"sexual_battery", "domestic_violence", "refusal_to_pay", "property_damage"},
    "reporting_to": {"other_prosecutor", "federal", "emergency_call", "community_organisation"},
    "warrants": {"no"},
    "immigration_question": {"no"},
}
"""Values that other programs may hand in and no question gives."""
