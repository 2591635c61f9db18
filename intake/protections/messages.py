"""Every text of the protections with its message id, for the translators and for the coverage of a language."""

from __future__ import annotations

from collections.abc import Iterator

from intake.conditions.model import Condition
from intake.protections.card_words import WORDS
from intake.protections.data_files.condition_checks import leaves
from intake.protections.in_force import sentences
from intake.protections.model import Instrument, Protections

Message = tuple[str, str]


def messages(protections: Protections) -> Iterator[Message]:
    """Pairs of message id and English text, each pair once."""
    yield from dict.fromkeys(pair for pair in _all(protections) if pair[1])


def _all(protections: Protections) -> Iterator[Message]:
    for name, english in WORDS.items():
        yield f"protections.{name}", english
    for place in protections.jurisdictions.values():
        yield f"jurisdiction.{place.id}.name", place.name
    for words in protections.facts.values():
        yield f"fact.{words.name}.asks_for", words.asks_for
        yield f"fact.{words.name}.nothing", words.nothing
        for value, english in words.values.items():
            yield f"fact.{words.name}.{value}", english
    for limit in protections.limits.values():
        yield f"limit.{limit.tag}.short", limit.short
        yield f"limit.{limit.tag}.sentence", limit.sentence
    for instrument in protections.instruments:
        yield from _of_instrument(instrument)


def _of_instrument(instrument: Instrument) -> Iterator[Message]:
    start = f"instrument.{instrument.id}"
    yield f"{start}.title", instrument.title
    yield f"{start}.short_title", instrument.short_title
    yield f"{start}.plain_words", instrument.plain_words
    yield f"{start}.who_promised", instrument.who_promised
    yield f"{start}.checked_how", instrument.currency.how
    for name, told in (("what_to_say", instrument.what_to_say), ("before_you_rely", instrument.before_you_rely)):
        for place, text in enumerate(told, start=1):
            yield f"{start}.{name}.{place}", text
    yield f"{start}.lawyer", instrument.review.lawyer
    for text in sentences():
        yield f"reason.{instrument.id}", text
    for rule in instrument.rules:
        yield f"rule.{instrument.id}.{rule.id}.title", rule.title
        yield f"rule.{instrument.id}.{rule.id}.effect", rule.effect
        for text in _reasons(rule.applies_when):
            yield f"reason.{instrument.id}", text
        for stop in (*rule.not_in_force_when, *rule.fails_when, *rule.cannot_tell_when):
            yield f"reason.{instrument.id}", stop.because


def _reasons(condition: Condition | None) -> Iterator[str]:
    if condition is None:
        return
    for leaf in leaves(condition):
        said = leaf.reasons
        yield from (said.yes, said.no, said.cannot_tell, said.unsettled)
