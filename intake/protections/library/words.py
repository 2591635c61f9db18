"""The fixed words of the library, and each with its message id."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

WORDS: Mapping[str, str] = {
    "kind.statute": "A law",
    "kind.prosecutor_policy": "A promise of a prosecutor",
    "kind.police_policy": "An order to police",
    "kind.model": "A model or a guide, not law",
    "place.model": "Models and guides: not law",
    "effect.no_arrest": "No arrest",
    "effect.no_charge": "No charge",
    "effect.no_use": "Words not used against you",
    "effect.evidence_out": "Some proof kept out",
    "effect.defence": "A defence in court",
    "effect.record_relief": "Clearing a record",
    "effect.no_disclosure": "Some facts not passed on",
    "effect.certification": "A form for a visa",
    "effect.not_an_offence": "Not an offence",
    "effect.referral": "Sent to services",
    "effect.model": "A model only",
    "offence.us-ca-pc-647a": "Penal Code 647(a)",
    "offence.us-ca-pc-647b": "Penal Code 647(b)",
    "offence.us-ca-pc-372": "Penal Code 372",
    "offence.us-ca-pc-653.22": "Penal Code 653.22, ended in 2023",
    "offence.us-ca-drug-possession": "Holding drugs",
    "offence.us-ca-drug-sale": "Selling drugs",
    "offence.us-dc-prostitution": "Selling sex, in the District",
    "offence.us-wa-prostitution": "Selling sex, in Washington",
    "only_listed": "Only some crimes are on its list. Ask if what happened is one of them.",
    "immigration_lawyer": "Talk to an immigration lawyer before you tell anyone about your status.",
    "heading.promises": "What it promises",
    "heading.reported": "What it is said to promise",
    "heading.asides": "Beside it",
    "heading.stops": "Where it stops",
    "heading.say": "What you can say",
    "heading.first": "Before anyone relies on it",
    "heading.source": "Where it is written, and how that was checked",
    "heading.reaches": "What it does, and which offences it speaks of",
    "dates_from": "In force from {from}.",
    "dates_until": "In force until {until}.",
    "dates_both": "In force from {from} until {until}.",
    "dates_unknown": "We do not know from which day it holds.",
    "counts.report": "The day of the report counts.",
    "counts.incident": "The day it happened counts.",
    "counts.today": "The day on which you ask counts.",
    "by": "the Forthright project",
    "read_by": "Looked at by {by} on {day}.",
    "reviewed": "Gone over by {by} on {day}.",
    "due": "Due to be gone over again by {day}.",
    "past_due": "Should have been gone over again by {day}. Ask before you rely on it.",
    "no_lawyer": "No lawyer has looked at this yet.",
    "lawyer": "Looked at by a lawyer: {lawyer}.",
}
"""English by name; the message id is ``library.<name>``."""

NO_LAWYER = "none yet"
"""What the data files say where no lawyer has looked."""

Message = tuple[str, str]


def messages() -> Iterator[Message]:
    """Every text with its message id."""
    for name, english in WORDS.items():
        yield f"library.{name}", english
