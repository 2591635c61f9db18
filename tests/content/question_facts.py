"""Question by question and option by option: the facts that an answer gives, written down a second time.

An empty entry says that the answer tells no instrument anything. A record copies what it does not say itself:
the charge of the place (``TRADE``, ``HELPER``), whether a case has been started (``FILED``) and about which time a
fear is (``ABOUT``). ``EXPECTED`` is what an answer gives by itself, ``BESIDE`` what it gives next to others.
"""

from __future__ import annotations

from collections.abc import Mapping

TRADE, HELPER, FILED, ABOUT = "@fact:trade_offence", "@fact:helper_offence", "@fact:charged", "@fact:fear_time"
MINE = {"reported.who_told": "me"}


def feared(
    offence: str, how_bad: str = "misdemeanor", about: str = "at_or_around_incident", filed: str = FILED
) -> list[dict[str, str]]:
    """One record of something feared."""
    return [{"offence": offence, "class": how_bad, "charged": filed, "related": about}]


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
        "sexual": {"crimes": ["sexual_battery"]},
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
    "happened.sexual_more": {
        "touch": {"crimes": ["sexual_battery"]},
        "more": {"crimes": ["sexual_battery", "sexual_assault"]},
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
        "us-dc": {"incident_place": "us-dc", "trade_offence": "us-dc-prostitution"},
        "us": {"incident_place": "us"},
    },
    "other_person.known": {
        "not_at_all": {"crimes": []},
        "met_before": {"crimes": []},
        "knows_name": {"crimes": []},
        "partner_or_ex": {"crimes": []},
        "family": {"crimes": []},
        "boss_or_landlord": {"crimes": []},
        "officer": {"crimes": []},
        "other": {"crimes": []},
    },
    "other_person.official": {
        "police": {"perpetrator_is_officer": "yes"},
        "guard": {"perpetrator_is_officer": "no"},
        "public_worker": {"perpetrator_is_officer": "no"},
        "no": {"perpetrator_is_officer": "no"},
    },
    "reported.yet": {
        "no": {"reporting_to": []},
        "police": {"reporting_to": []},
        "hospital": {"reporting_to": []},
        "da": {"reporting_to": []},
        "other": {"reporting_to": []},
    },
    "reported.police_where": {
        "sf": {"reporting_to": []},
        "other_police": {"reporting_to": []},
        "sheriff_sf": {"reporting_to": []},
        "not_sure": {"reporting_to": []},
    },
    "reported.other_where": {
        "emergency_line": {"reporting_to": []},
        "prosecutor": {"reporting_to": []},
        "federal": {"reporting_to": []},
        "group": {"reporting_to": []},
        "friend": {"reporting_to": []},
        "not_listed": {"reporting_to": []},
    },
    "reported.when": {"*": {"reported_on": "2026-05"}},
    "reported.called_for_help": {"yes": {"seeking_emergency_help": "yes"}, "no": {"seeking_emergency_help": "no"}},
    "private.show": {"all": {}, "fit": {}},
    "private.trade": {"read": {}, "skip": {}},
    "private.trade_part": {
        "selling": {"involvement": ["selling"], "exposures": feared(TRADE)},
        "buying": {"involvement": ["buying"], "exposures": feared(TRADE)},
        "third_party": {"involvement": ["third_party"], "exposures": feared(HELPER)},
        "trafficked": {"involvement": ["trafficked"], "exposures": feared(TRADE)},
        "none": {"involvement": [], "exposures": []},
    },
    "private.buyer": {"yes": {"perpetrator_is_buyer": "yes"}, "no": {"perpetrator_is_buyer": "no"}, "not_sure": {}},
    "private.not_paid": {"yes": {"crimes": ["refusal_to_pay"]}, "no": {"crimes": []}},
    "private.drugs": {"read": {}, "skip": {}},
    "private.drug_kind": {
        "small_amount": {"exposures": feared("us-ca-drug-possession")},
        "for_sale": {"exposures": feared("us-ca-drug-sale", "felony")},
        "not_sure": {"exposures": feared("us-ca-drug-possession", "unknown")},
        "none": {"exposures": []},
    },
    "private.drug_priors": {
        "yes": {"prior_drug_convictions": "yes"},
        "no": {"prior_drug_convictions": "no"},
        "not_sure": {},
    },
    "private.papers": {
        "read": {"immigration_question": "yes"},
        "skip": {},
        "no_worry": {"immigration_question": "no"},
    },
    "private.warrant_open": {"yes": {"warrants": "yes"}, "no": {"warrants": "no"}, "not_sure": {}},
    "private.old_case": {"yes": {"seeks_record_relief": "yes"}, "no": {"seeks_record_relief": "no"}},
    "private.other_charges": {
        "public_act": {"exposures": []},
        "nuisance": {"exposures": []},
        "loitering": {"exposures": []},
        "living_off": {"exposures": []},
        "theft": {"exposures": feared("theft", "unknown", ABOUT)},
        "other_days": {"exposures": feared(TRADE, about="other", filed="unknown")},
        "other": {"exposures": feared("other", "unknown", ABOUT)},
        "none": {"exposures": []},
    },
    "private.fear_time": {
        "that_time": {"fear_time": "at_or_around_incident"},
        "other_days": {"fear_time": "other"},
        "both": {},
    },
    "private.charged": {"yes": {"charged": "yes"}, "part": {}, "no": {"charged": "no"}, "not_sure": {}},
    "private.untrue": {"yes": {"truthful": "no"}, "no": {"truthful": "yes"}},
    "help.da_report": {
        "yes": {"reporting": "planned", "reporting_to": ["sf_da"], "reporting_place": "us-ca-sf"},
        "no": {"reporting_to": []},
        "later": {"reporting_to": []},
    },
    "help.police": {
        "yes": {"reporting": "planned", "reporting_to": ["sf_pd"], "reporting_place": "us-ca-sf"},
        "no": {"reporting_to": []},
        "later": {"reporting_to": []},
    },
    "help.court": {"yes": {"willing_to_testify": "yes"}, "no": {"willing_to_testify": "no"}, "not_sure": {}},
}

Said = Mapping[str, str | tuple[str, ...]]
BESIDE: Mapping[str, tuple[str, Said, Mapping[str, Mapping[str, object]]]] = {
    "told by the reporter": (
        "reported.yet",
        MINE,
        {
            "no": {"reporting_to": []},
            "police": {"reporting": "made", "reporting_to": []},
            "hospital": {"reporting_to": ["hospital"]},
            "da": {"reporting": "made", "reporting_to": ["sf_da"], "reporting_place": "us-ca-sf"},
            "other": {"reporting_to": []},
        },
    ),
    "told by both": (
        "reported.yet",
        {"reported.who_told": "both"},
        {
            "no": {"reporting_to": []},
            "police": {"reporting": "made", "reporting_to": []},
            "hospital": {"reporting_to": ["hospital"]},
            "da": {"reporting": "made", "reporting_to": ["sf_da"], "reporting_place": "us-ca-sf"},
            "other": {"reporting_to": []},
        },
    ),
    "told by somebody else": (
        "reported.yet",
        {"reported.who_told": "someone_else"},
        {name: {"reporting_to": []} for name in ("no", "police", "hospital", "da", "other")},
    ),
    "told to police by the reporter": (
        "reported.police_where",
        MINE,
        {
            "sf": {"reporting": "made", "reporting_to": ["sf_pd"], "reporting_place": "us-ca-sf"},
            "other_police": {"reporting": "made", "reporting_to": ["other_police"]},
            "sheriff_sf": {"reporting": "made", "reporting_to": ["sf_sheriff"], "reporting_place": "us-ca-sf"},
            "not_sure": {"reporting": "made", "reporting_to": []},
        },
    ),
    "told to police by somebody else": (
        "reported.police_where",
        {"reported.who_told": "someone_else"},
        {name: {"reporting_to": []} for name in ("sf", "other_police", "sheriff_sf", "not_sure")},
    ),
    "told to others by the reporter": (
        "reported.other_where",
        MINE,
        {
            "emergency_line": {"reporting": "made", "reporting_to": ["emergency_call"]},
            "prosecutor": {"reporting": "made", "reporting_to": ["other_prosecutor"]},
            "federal": {"reporting": "made", "reporting_to": ["federal"]},
            "group": {"reporting_to": ["community_organisation"]},
            "friend": {"reporting_to": []},
            "not_listed": {"reporting_to": []},
        },
    ),
    "told to others by somebody else": (
        "reported.other_where",
        {"reported.who_told": "someone_else"},
        {
            name: {"reporting_to": []}
            for name in ("emergency_line", "prosecutor", "federal", "group", "friend", "not_listed")
        },
    ),
    "hit, by someone known": (
        "other_person.known",
        {"happened.who": "to_me", "happened.kinds": ("hit",)},
        {"partner_or_ex": {"crimes": ["assault", "domestic_violence"]}, "family": {}, "not_at_all": {}},
    ),
    "robbed, by someone known": (
        "other_person.known",
        {"happened.who": "to_me", "happened.kinds": ("robbed",)},
        {"partner_or_ex": {}, "not_at_all": {}},
    ),
    "saw another person hit": (
        "other_person.known",
        {"happened.who": "saw_it", "happened.kinds": ("hit",)},
        {"partner_or_ex": {}, "not_at_all": {}},
    ),
    "hit, and saw another hit": (
        "other_person.known",
        {"happened.who": "both", "happened.kinds": ("hit",)},
        {"partner_or_ex": {}, "not_at_all": {}},
    ),
    "feared in California": (
        "private.other_charges",
        {"when_where.city": "us-ca"},
        {
            "public_act": {"exposures": feared("us-ca-pc-647a", about=ABOUT)},
            "nuisance": {"exposures": feared("us-ca-pc-372", about=ABOUT)},
            "loitering": {"exposures": feared("us-ca-pc-653.22", about=ABOUT)},
            "living_off": {"exposures": feared("us-ca-pc-266h", "felony", ABOUT)},
            "theft": {"exposures": feared("theft", "unknown", ABOUT)},
            "other_days": {"exposures": feared("us-ca-pc-647b", about="other", filed="unknown")},
            "other": {"exposures": feared("other", "unknown", ABOUT)},
            "none": {"exposures": []},
        },
    ),
    "feared in another state": (
        "private.other_charges",
        {"when_where.city": "us-wa"},
        {
            **{
                name: {"exposures": feared("other", "unknown", ABOUT)}
                for name in ("public_act", "nuisance", "loitering", "living_off", "other")
            },
            "theft": {"exposures": feared("theft", "unknown", ABOUT)},
            "other_days": {"exposures": feared("us-wa-prostitution", about="other", filed="unknown")},
            "none": {"exposures": []},
        },
    ),
}
"""A question, answers beside it, and what its options give then. An option that is not named gives what is there."""

NOBODY_ASKS: frozenset[str] = frozenset()
"""Facts that instruments read and no question gives: they stay unknown at the desk, and never turn into an answer."""

NEVER_SAID = {"crimes": {"property_damage"}}
"""Values that other programs may hand in and no question gives: no instrument turns on them, so nobody is asked."""
