"""Six invented people, as data: what each says, whom they agree to tell, and what stays with them."""

from __future__ import annotations

from dataclasses import dataclass, field

GATES: dict[str, str | tuple[str, ...]] = {
    "setup.role": "trained_advocate",
    "setup.place": "us-ca-sf",
    "setup.private_space": "yes",
    "setup.room": ("nobody",),
    "limits.say_back": "done",
    "limits.never_have_to_tell": "yes",
    "limits.no_other_names": "yes",
    "limits.notes": "short",
    "limits.go_on": "yes",
    "limits.adult": "yes",
}


@dataclass(frozen=True)
class Person:
    """One invented person. ``says`` holds answers by question id, ``declines`` the questions declined."""

    name: str
    recipient: str
    says: dict[str, str | tuple[str, ...]]
    declines: tuple[str, ...] = ()
    ticks: frozenset[str] = frozenset()
    stays: tuple[str, ...] = field(default=())
    name_choice: str = "name"

    @property
    def all_says(self) -> dict[str, str | tuple[str, ...]]:
        """The gates, then this person's own answers."""
        return {**GATES, **self.says}


LENA = Person(
    name="lena",
    recipient="da_victim_services",
    says={
        "comfort.name": "Lena",
        "comfort.language": "en",
        "wishes.not_wanted": "My sister must not hear that I was out on Capp that night",
        "happened.who": "to_me",
        "happened.kinds": ("hit", "robbed"),
        "happened.taken": ("phone", "keys"),
        "happened.how_taken": "force",
        "happened.touched": ("face",),
        "when_where.day": "2026-11-19",
        "when_where.city": "us-ca-sf",
        "when_where.district": "mission",
        "other_person.known": "not_at_all",
        "danger.again": "not_sure",
        "private.trade": "read",
        "private.trade_part": ("selling",),
        "private.other_charges": ("none",),
        "private.charged": "no",
        "private.untrue": "no",
        "help.da": "yes",
        "help.da_kind": ("court_support",),
        "help.da_report": "yes",
    },
    ticks=frozenset({"place", "how_known"}),
    stays=("Capp", "sister"),
)

MAI = Person(
    name="mai",
    recipient="hospital_safe",
    says={
        "safety.neck_pressed": "yes",
        "safety.lost_time": "no",
        "safety.how_recent": "one_day",
        "comfort.name": "Mai",
        "comfort.language": "vi",
        "happened.who": "to_me",
        "happened.kinds": ("sexual", "neck"),
        "happened.no_choice": ("force", "froze"),
        "happened.touched": ("neck", "arms"),
        "when_where.day": "2026-11-20",
        "when_where.city": "us-ca-sf",
        "other_person.known": "met_before",
        "other_person.name": "Rick from the motel",
        "body.hurts": ("neck",),
        "body.signs": ("hoarse", "swallow"),
        "body.since": ("changed",),
        "body.exam": "yes",
        "body.advocate": "yes",
        "evidence.kinds": ("clothes",),
    },
    stays=("Rick", "motel", "San Francisco", "met before"),
)

SAM = Person(
    name="sam",
    recipient="da_victim_services",
    says={
        "comfort.name": "Sam",
        "comfort.language": "es",
        "happened.who": "to_me",
        "happened.kinds": ("threatened", "followed", "blackmail"),
        "happened.threats": ("tell_private", "call_agency"),
        "happened.demand": ("silence",),
        "happened.following": ("followed", "messaged"),
        "happened.how_often": "still_going_on",
        "when_where.city": "us-ca-alameda",
        "other_person.known": "partner_or_ex",
        "danger.again": "yes",
        "danger.worse": "yes",
        "private.trade": "read",
        "private.trade_part": ("selling",),
        "help.da": "yes",
    },
    ticks=frozenset({"how_known"}),
    stays=("partner", "Alameda"),
)

ROSA = Person(
    name="rosa",
    recipient="da_victim_services",
    says={
        "comfort.name": "Rosa",
        "comfort.language": "es",
        "happened.who": "saw_it",
        "happened.kinds": ("weapon", "robbed"),
        "happened.weapon": "knife",
        "happened.how_taken": "threat",
        "when_where.day": "2026-11",
        "when_where.city": "us-ca-sf",
        "private.drugs": "read",
        "private.drug_kind": "small_amount",
        "private.drug_priors": "no",
        "private.charged": "no",
        "private.untrue": "no",
        "help.da": "yes",
        "help.da_report": "yes",
    },
    declines=("other_person.known", "danger.again"),
    stays=("drug",),
    name_choice="code",
)

TEO = Person(
    name="teo",
    recipient="da_victim_services",
    says={
        "happened.who": "to_me",
        "happened.kinds": ("robbed",),
        "happened.taken": ("money",),
        "happened.how_taken": "trick",
        "when_where.city": "us-ca-sf",
    },
    declines=("comfort.name", "comfort.language", "when_where.day", "other_person.known", "help.da"),
    name_choice="code",
)

ALEX = Person(
    name="alex",
    recipient="hospital_safe",
    says={
        "safety.how_recent": "today",
        "comfort.name": "Alex",
        "comfort.language": "en",
        "wishes.worries": ("police_harm", "papers"),
        "happened.who": "to_me",
        "happened.kinds": ("officer", "sexual", "threatened"),
        "happened.no_choice": ("power", "threat"),
        "happened.threats": ("hurt_me",),
        "when_where.city": "us-ca-sf",
        "other_person.known": "officer",
        "other_person.official": "police",
        "private.trade": "read",
        "private.trade_part": ("selling",),
        "private.charged": "no",
        "private.papers": "read",
        "private.untrue": "no",
        "body.exam": "want_facts",
    },
    stays=("officer", "police", "papers"),
)

PEOPLE = (LENA, MAI, SAM, ROSA, TEO, ALEX)
