"""What may be tried out without a report: which facts, in which order, and what is said of offences and charges."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

TRIED = (
    "incident_place",
    "role",
    "age_group",
    "crimes",
    "involvement",
    "exposures",
    "charged",
    "reporting",
    "reporting_to",
    "warrants",
    "truthful",
    "immigration_question",
    "seeking_emergency_help",
)
"""Names of facts, as people come to them. ``exposures`` and ``charged`` together make the records of what is feared."""

OFFENCES: Mapping[str, Mapping[str, str]] = {
    "us-ca-pc-647b": {"class": "misdemeanor"},
    "us-ca-pc-653.22": {"class": "misdemeanor"},
    "us-ca-drug-possession": {"class": "misdemeanor"},
    "us-ca-drug-sale": {"class": "felony"},
    "us-wa-prostitution": {"class": "misdemeanor"},
    "us-dc-prostitution": {"class": "misdemeanor"},
}
"""The offences that can be tried, with what is taken for granted of each."""

WORDS: Mapping[str, str] = {
    "exposures": "what could be used against you",
    "charged": "whether a charge is filed",
    "truthful": "whether the account is true, as far as you know",
    "yes": "Yes",
    "no": "No",
    "not_said": "Not said",
}
"""English by name; the message id is ``try.<name>``."""

Message = tuple[str, str]


def messages() -> Iterator[Message]:
    """Every text with its message id."""
    for name, english in WORDS.items():
        yield f"try.{name}", english
