"""Ten of the twelve as data: what each says, in the order in which they come to it, and what they should meet."""

from __future__ import annotations

import json
from dataclasses import dataclass

from tests.journeys.people import Person

TRAINED = "The law may keep these talks private, if your program and your training meet its terms."


@dataclass(frozen=True)
class Journey:
    """One person and what they meet. A card that is in none of the three lists could still go either way.

    ``banner``: what staff should know about privacy, from part B on. ``soon``: what is better done soon, the most
    pressing first. ``page``: sentences on the page. ``reader`` and ``purpose``: what is pressed to get there.
    """

    person: Person
    reader: str
    purpose: str
    soon: tuple[str, ...]
    page: tuple[str, ...]
    holds: tuple[str, ...] = ()
    lawyer: tuple[str, ...] = ("us-ca-pc-236.23", "us-ca-pc-236.24", "us-8-usc-1367")
    outside: tuple[str, ...] = ("us-ca-sb-1322",)
    banner: str = TRAINED
    signer: str = "self"
    signer_words: str = "The person"


def told(*lines: dict[str, str]) -> str:
    """Several short lines, as a list is handed over."""
    return json.dumps(lines, ensure_ascii=False)


NADIA = Person(
    name="nadia, robbed",
    recipient="da_victim_services",
    says={
        "comfort.name": "Nadia",
        "wishes.not_wanted": "Ferrante who owns the flat must not hear of this",
        "account.start": "pieces",
        "account.pieces": told({"words": "He waited beside the bakery on Shotwell", "tag": "sure"}),
        "happened.who": "to_me",
        "happened.kinds": ("weapon", "robbed"),
        "happened.weapon": "knife",
        "happened.taken": ("money", "phone"),
        "happened.how_taken": "threat",
        "when_where.day": "2026-11-20",
        "when_where.city": "us-ca-sf",
        "when_where.district": "soma",
        "when_where.cameras": "yes",
        "other_person.known": "not_at_all",
        "reported.yet": ("no",),
        "help.da": "yes",
        "help.da_kind": ("court_support",),
        "help.da_report": "yes",
        "private.trade": "read",
        "private.trade_part": ("selling",),
        "private.other_charges": ("none",),
        "private.charged": "no",
        "private.untrue": "no",
    },
    ticks=frozenset({"place", "how_known"}),
    stays=("Shotwell", "Ferrante", "bakery", "selling"),
)

INES = Person(
    name="ines, stalked online",
    recipient="legal_help",
    says={
        "safety.someone_waiting": "yes",
        "comfort.name": "Ines",
        "happened.who": "to_me",
        "happened.kinds": ("threatened", "followed", "filmed"),
        "happened.how_often": "still_going_on",
        "happened.threats": ("tell_private", "post_pictures"),
        "happened.demand": ("go_back",),
        "happened.following": ("called", "messaged"),
        "happened.follow_log": told(
            {"day": "2026-11", "way": "messaged", "words": "forty messages about the pictures"},
            {"day": "2026-11-19", "way": "called", "words": "hung up when Oksana answered"},
        ),
        "happened.filmed": ("said_would",),
        "when_where.city": "us-ca-sf",
        "when_where.kind": "online",
        "other_person.known": "partner_or_ex",
        "vehicle.reached_by": ("account",),
        "vehicle.messages": "both_show",
        "evidence.kinds": ("messages",),
        "evidence.things": told({"what": "messages", "where": "with_me", "soon": "hours", "private": "yes"}),
        "evidence.how_soon": "hours",
        "danger.again": "yes",
        "danger.worse": "yes",
        "danger.tracking": "not_sure",
        "help.lawyer": "yes",
        "help.deadline": "2026-12-04",
    },
    ticks=frozenset({"how_known"}),
    stays=("pictures", "Oksana", "forty", "partner"),
)

DARA = Person(
    name="dara, trafficked",
    recipient="shelter",
    says={
        "safety.safe_now": "no",
        "safety.someone_waiting": "yes",
        "comfort.name": "Dara",
        "comfort.language": "th",
        "contact.ok": "no",
        "happened.who": "to_me",
        "happened.kinds": ("held", "forced_work"),
        "happened.how_often": "still_going_on",
        "happened.held": ("took_phone", "threat"),
        "happened.controlled": ("money", "papers", "where_i_go"),
        "when_where.city": "us-ca-sf",
        "other_person.known": "boss_or_landlord",
        "danger.again": "yes",
        "danger.knows_where": ("live", "work"),
        "help.stay": "yes",
        "help.household": "two",
        "help.pets": ("cat",),
        "private.trade": "read",
        "private.trade_part": ("selling", "trafficked"),
        "private.papers": "read",
        "private.charged": "no",
        "private.untrue": "no",
    },
    declines=("other_person.name", "when_where.day"),
    stays=("Thailand", "papers", "San Francisco", "boss"),
)

ALMA = Person(
    name="alma, harmed by an officer",
    recipient="police_oversight",
    says={
        "setup.role": "peer_worker",
        "happened.who": "to_me",
        "happened.kinds": ("threatened", "officer"),
        "happened.threats": ("call_agency",),
        "happened.demand": ("money",),
        "when_where.day": "2026-11",
        "when_where.city": "us-ca-sf",
        "other_person.known": "officer",
        "other_person.official": "police",
        "other_person.unit": "mission_station",
        "help.officer": "yes",
        "private.trade": "read",
        "private.trade_part": ("selling",),
        "private.charged": "no",
        "private.untrue": "no",
    },
    declines=("comfort.name",),
    ticks=frozenset({"how_known"}),
    stays=("selling",),
    name_choice="code",
)

JUN = Person(
    name="jun, sixteen",
    recipient="therapist",
    says={
        "setup.role": "clinician",
        "limits.adult": "no",
        "limits.youth_rule": "followed",
        "comfort.name": "Jun",
        "happened.who": "to_me",
        "happened.kinds": ("hit", "neck"),
        "when_where.city": "us-ca-sf",
        "other_person.known": "family",
        "help.talk": "yes",
        "private.trade": "read",
        "private.trade_part": ("selling",),
    },
    stays=("family", "selling", "San Francisco"),
)

OTTO = Person(
    name="otto, who saw it",
    recipient="police_special_victims",
    says={
        "setup.role": "lawyer",
        "comfort.name": "Otto",
        "happened.who": "saw_it",
        "happened.kinds": ("hit", "weapon"),
        "happened.weapon": "blunt_object",
        "when_where.day": "2026-11-19",
        "when_where.city": "us-ca-sf",
        "other_person.known": "not_at_all",
        "other_person.marks": ("scar", "glasses"),
        "vehicle.kind": "van",
        "vehicle.color": "white",
        "help.police": "yes",
        "private.drugs": "read",
        "private.drug_kind": "small_amount",
        "private.drug_priors": "no",
        "private.charged": "no",
        "private.untrue": "no",
    },
    ticks=frozenset({"place"}),
    stays=("drug",),
)

FAYE = Person(
    name="faye, for a friend who said yes",
    recipient="victim_compensation",
    says={
        "happened.who": "for_someone",
        "happened.for_someone": "with_consent",
        "happened.kinds": ("robbed", "hit"),
        "happened.how_taken": "force",
        "when_where.day": "2026-11-18",
        "when_where.city": "us-ca-sf",
        "other_person.known": "met_before",
        "reported.yet": ("police",),
        "reported.who_told": "someone_else",
        "reported.number": "261 118 204",
        "body.theirs_hurts": ("face", "hands"),
        "danger.theirs_again": "yes",
        "danger.theirs_kill": "yes",
        "danger.theirs_places": ("live", "work"),
        "help.costs": ("medical", "lock"),
    },
    declines=("comfort.name",),
    stays=("friend", "kill", "lives"),
    name_choice="code",
)

LUZ = Person(
    name="luz, in Spanish only",
    recipient="hospital_safe",
    says={
        "comfort.name": "Luz",
        "comfort.language": "es",
        "safety.how_recent": "one_day",
        "wishes.not_wanted": "Que nadie del mercado se entere de esto",
        "happened.who": "to_me",
        "happened.kinds": ("sexual",),
        "happened.no_choice": ("force", "froze"),
        "happened.touched": ("arms", "hips"),
        "when_where.city": "us-ca-sf",
        "other_person.known": "met_before",
        "body.since": ("changed",),
        "body.exam": "yes",
        "body.advocate": "yes",
    },
    stays=("mercado", "entere", "San Francisco"),
)

THEO = Person(
    name="theo, an advocate who is blind",
    recipient="community_alert",
    says={
        "happened.who": "to_me",
        "happened.kinds": ("hit", "threatened"),
        "happened.threats": ("hurt_me",),
        "when_where.day": "2026-11-20",
        "when_where.city": "us-ca-sf",
        "other_person.voice": "low and slow",
        "vehicle.kind": "car",
        "vehicle.color": "red",
        "help.warn": "yes",
    },
    ticks=frozenset({"place"}),
    stays=("advocate",),
)

REMY = Person(
    name="remy, interrupted three times",
    recipient="da_victim_services",
    says={
        "comfort.name": "Remy",
        "wishes.not_wanted": "My brother Casimir must hear nothing of it",
        "happened.who": "to_me",
        "happened.kinds": ("hit",),
        "happened.touched": ("face", "arms"),
        "when_where.city": "us-ca-sf",
        "help.da": "yes",
    },
    stays=("Casimir", "brother"),
)


JOURNEYS = (
    Journey(
        NADIA,
        reader="District Attorney victim services",
        purpose="Support through a court case",
        soon=("photos", "video", "tetanus"),
        holds=("us-ca-sf-da-safety", "us-ca-sf-pd-2017", "us-ca-evid-1162", "us-ca-evid-782.1", "us-ca-pc-647.3"),
        lawyer=("us-8-usc-1367",),
        outside=("us-ca-evid-1161", "us-ca-pc-236.14", "us-ca-pc-236.23", "us-ca-pc-236.24", "us-ca-sb-1322"),
        page=(
            "The reporter is a victim.",
            "It took place in the South of Market area.",
            "The report is about a person the reporter had not met before.",
            "The person took the reporter's money and phone by threat.",
            "The person showed or used a knife.",
            "No report had been made when staff asked.",
        ),
    ),
    Journey(
        INES,
        reader="Legal help",
        purpose="A private talk with a lawyer",
        soon=("someone_waiting", "fading_messages", "messages", "court_order"),
        page=(
            "The reporter asks for a private talk with a lawyer about options after a crime.",
            "There is a deadline, so please call by December 4, 2026.",
            "The person is still doing this.",
            "The report is about a person known to the reporter.",
        ),
    ),
    Journey(
        DARA,
        reader="Shelter or housing",
        purpose="A safe place to sleep",
        soon=("not_safe_now", "someone_waiting", "photos", "court_order"),
        holds=(
            "us-ca-sf-pd-2017",
            "us-ca-evid-1161",
            "us-ca-evid-351.4",
            "us-ca-evid-782.1",
            "us-ca-gov-7284.6",
        ),
        lawyer=("us-ca-pc-236.23", "us-8-usc-1367"),
        outside=("us-ca-pc-236.24", "us-ca-sb-1322"),
        page=(
            "Please call us about a place for this person.",
            "The place is needed for two people.",
            "Please do not confirm to anyone that this person is here.",
            "Please hold meetings in Thai.",
        ),
    ),
    Journey(
        ALMA,
        reader="Police oversight office",
        purpose="File a complaint about an officer",
        banner="What is said here may not be protected in court.",
        soon=("messages", "court_order"),
        holds=("us-ca-evid-1162", "us-ca-evid-782.1"),
        lawyer=("us-ca-sf-pd-2017", "us-ca-pc-236.23", "us-ca-pc-236.24", "us-8-usc-1367"),
        page=(
            "The report is about a person the reporter understood to be an officer.",
            "The person serves, as the reporter understood it, at Mission Station.",
            "The person threatened to make a report about the reporter to an agency.",
        ),
    ),
    Journey(
        JUN,
        reader="Counseling",
        purpose="Someone to talk with over time",
        banner="You may have to tell the police about some injuries.",
        soon=("neck", "photos", "tetanus"),
        holds=("us-ca-sf-pd-2017", "us-ca-evid-782.1"),
        lawyer=("us-ca-evid-1162", "us-8-usc-1367"),
        outside=("us-ca-evid-1161", "us-ca-pc-236.14", "us-ca-pc-236.23", "us-ca-pc-236.24"),
        page=("The reporter asks for somebody to talk with.", "The reporter Please ask through us."),
        signer="minor_self",
        signer_words="The person, who is under 18 and may sign alone",
    ),
    Journey(
        OTTO,
        reader="Police special victims unit",
        purpose="Make a report",
        banner="Talks for legal advice are mostly private.",
        soon=("photos", "tetanus"),
        holds=("us-ca-pc-647.3",),
        lawyer=("us-ca-pc-236.23", "us-8-usc-1367"),
        outside=("us-ca-pc-236.24", "us-ca-sb-1322"),
        page=(
            "The reporter is a witness.",
            "The person had a scar and glasses.",
            "The reporter saw the person hit or hurt someone.",
            "The person showed or used a blunt object.",
        ),
    ),
    Journey(
        FAYE,
        reader="Help with compensation",
        purpose="Money for costs from a crime",
        soon=("photos", "compensation", "tetanus", "court_order"),
        lawyer=("us-ca-pc-236.23", "us-8-usc-1367"),
        outside=("us-ca-pc-236.24", "us-ca-sb-1322"),
        page=(
            "The reporter asks for help with the cost of medical care and new locks.",
            "The person hit or hurt the victim.",
            "The victim has pain in the face and hands.",
            "The report has the number 261 118 204.",
            "A report has already been made to the police.",
        ),
    ),
    Journey(
        LUZ,
        reader="Hospital exam team",
        purpose="Exam and care",
        soon=("photos", "hiv_medicine", "pregnancy_medicine", "exam", "tetanus", "clothes"),
        page=(),
    ),
    Journey(
        THEO,
        reader="Community alert",
        purpose="Warn others",
        soon=("photos", "tetanus", "messages", "court_order"),
        page=("The person had a car in red.", "The person threatened to hurt the reporter.", "Not verified."),
    ),
    Journey(
        REMY,
        reader="District Attorney victim services",
        purpose="Support through a court case",
        soon=("photos", "tetanus"),
        page=("The person hit or hurt the reporter.",),
    ),
)
