"""The fixed words of the page for the person, and every text that it can show, with its message id."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from intake.protections.card_words import WORDS as CARD_WORDS
from intake.protections.handout.whom_to_call import WhomToCall
from intake.protections.library.card import every_limit
from intake.protections.library.words import WORDS as LIBRARY_WORDS
from intake.protections.model import Instrument, Kind, Protections, RuleRole

WORDS: Mapping[str, str] = {
    "about": "This page is about a rule. It is not about you, and it is not legal advice.",
    "unread": "We have not read the exact words. Ask a lawyer before you rely on this.",
    "unsure": "We could not confirm that this still holds. Ask before you rely on it.",
    "promises": "What it promises",
    "reported": "What it is said to promise",
    "stops": "Where it stops",
    "call": "Whom to call",
    "number": "Write the name and number on the line.",
    "source": "Where this comes from",
    "changes": "Rules change. Ask if this one still holds before you rely on it.",
}
"""English by name; the message id is ``handout.<name>``."""

Message = tuple[str, str]


def messages(protections: Protections, whom: WhomToCall) -> Iterator[Message]:
    """Every text that a page can show, each pair once."""
    yield from dict.fromkeys(_all(protections, whom))


def _all(protections: Protections, whom: WhomToCall) -> Iterator[Message]:
    for name, english in WORDS.items():
        yield f"handout.{name}", english
    for english in whom.all_names():
        yield "handout.whom", english
    for name in ("only_listed", "immigration_lawyer"):
        yield f"library.{name}", LIBRARY_WORDS[name]
    for name in ("written_in", "reported_in", "not_seen_in", "checked", "ask_if_still"):
        yield f"protections.{name}", CARD_WORDS[name]
    for instrument in protections.instruments:
        if instrument.kind is not Kind.MODEL:
            yield from _of_instrument(instrument, protections)


def _of_instrument(instrument: Instrument, protections: Protections) -> Iterator[Message]:
    start = f"instrument.{instrument.id}"
    yield f"{start}.title", instrument.title
    yield f"{start}.plain_words", instrument.plain_words
    yield f"{start}.who_promised", instrument.who_promised
    for rule in instrument.rules:
        if rule.role is not RuleRole.PROGRAMME:
            yield f"rule.{instrument.id}.{rule.id}.effect", rule.effect
    for tag in every_limit(instrument, protections):
        if tag in protections.limits:
            yield f"limit.{tag}.sentence", protections.limits[tag].sentence
