"""The page in one language, ready to be printed. Words about a rule, nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from intake.errors import Defect
from intake.protections.explain import Explainer
from intake.protections.handout.whom_to_call import WhomToCall
from intake.protections.handout.words import WORDS
from intake.protections.instrument_words import InstrumentWords
from intake.protections.library.card import generic_limits
from intake.protections.model import CurrencyStatus, Instrument, Kind, Protections, RuleRole, Verification
from intake.wording.catalogue import Wording

BULLET = "\N{BULLET}"
"""Stands before each line of a list on paper."""
ON_TOP = {"text_unverified": "unread", "currency": "unsure"}
"""Limits that stand on top of the page already, the first that fits, and the words that they have there."""


@dataclass(frozen=True, slots=True)
class Handout:
    """One page. ``caution`` is empty when we have read the wording and know that it holds.

    ``headings`` gives the fixed words by name.
    """

    instrument: str
    language: str
    title: str
    who_promised: str
    caution: str
    lead: str
    promises: tuple[str, ...]
    stops: tuple[str, ...]
    call: tuple[str, ...]
    source: tuple[str, ...]
    headings: dict[str, str]

    def texts(self) -> tuple[str, ...]:
        """Every string that is printed, from top to bottom."""
        return tuple(text for text in self._texts() if text)

    def titles(self) -> tuple[str, ...]:
        """Those of them that are headings."""
        return (self.title, *(self.headings[name] for name in ("promises", "stops", "call", "source")))

    def _texts(self) -> Iterator[str]:
        said = self.headings
        yield from (self.title, self.who_promised, self.caution, self.lead)
        yield said["promises"]
        yield from (f"{BULLET} {line}" for line in self.promises)
        yield said["stops"]
        yield from (f"{BULLET} {line}" for line in self.stops)
        yield from (said["call"], said["number"], *self.call)
        yield from (said["source"], *self.source, said["changes"], said["about"])


def handout(instrument: Instrument, protections: Protections, whom: WhomToCall, wording: Wording) -> Handout:
    """The page of one instrument. A model has none: it promises nobody anything."""
    if instrument.kind is Kind.MODEL:
        raise Defect("a model has no page for a person")
    words = InstrumentWords(instrument, Explainer(protections, wording))
    is_read = instrument.verification is Verification.TEXT_READ
    said = {name: wording.text(f"handout.{name}", english) for name, english in WORDS.items()}
    effects = {
        role: tuple(words.of_rule(rule.id, "effect", rule.effect) for rule in instrument.rules if rule.role is role)
        for role in RuleRole
    }
    caution = _caution(instrument)
    limits = tuple(line.sentence for line in generic_limits(words) if ON_TOP.get(line.tag) != caution)
    return Handout(
        instrument=instrument.id,
        language=wording.language,
        title=words.told("title", instrument.title),
        who_promised=words.told("who_promised", instrument.who_promised),
        caution=said[caution] if caution else "",
        lead=words.told("plain_words", instrument.plain_words),
        promises=effects[RuleRole.PROMISE],
        stops=(*limits, *effects[RuleRole.EXCEPTION]),
        call=tuple(wording.text("handout.whom", name) for name in whom.near(instrument.jurisdiction, protections)),
        source=(words.own_source, words.checked),
        headings=said if is_read else said | {"promises": said["reported"]},
    )


def _caution(instrument: Instrument) -> str:
    if instrument.verification is not Verification.TEXT_READ:
        return "unread"
    return "" if instrument.currency.status is CurrencyStatus.CONFIRMED else "unsure"
