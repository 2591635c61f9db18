"""All cards without any answer, and what would be if: facts to try, that belong to nobody and are kept nowhere."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from intake.actions.protections.panel import Desk, FindingInFull, ProtectionsPanel
from intake.conditions.facts import Facts, FactValue
from intake.protections.explain import Explainer
from intake.protections.library.card import offence_words, place_words
from intake.protections.model import FactKind, Protections
from intake.protections.try_words import OFFENCES, TRIED, WORDS
from intake.wording.catalogue import Wording

Tried = Mapping[str, tuple[str, ...]]
"""The values tried, by the name of the fact; a fact that is absent is not said."""


@dataclass(frozen=True, slots=True)
class ThingToTry:
    """One fact and the values that can be tried. With ``takes_several`` more than one can hold."""

    id: str
    label: str
    choices: tuple[tuple[str, str], ...]
    takes_several: bool


def things_to_try(protections: Protections, wording: Wording) -> tuple[ThingToTry, ...]:
    """What can be tried, in the order in which people come to it."""
    return tuple(_thing(name, protections, wording) for name in TRIED)


def try_out(protections: Protections, wording: Wording, today: date, tried: Tried) -> ProtectionsPanel:
    """The cards as they would be if that were so. Nothing is kept."""
    return Desk(protections, wording, today).panel(_facts(tried, protections))


def open_tried(
    protections: Protections, wording: Wording, today: date, tried: Tried, instrument_id: str
) -> FindingInFull:
    """One of these cards in full. Raises KeyError for an unknown instrument."""
    return Desk(protections, wording, today).in_full(instrument_id, _facts(tried, protections))


def _thing(name: str, protections: Protections, wording: Wording) -> ThingToTry:
    own = wording.text(f"try.{name}", WORDS[name]) if name in WORDS else ""
    asks_for = own or Explainer(protections, wording).asks_for(name)
    several = name in protections.facts and protections.facts[name].kind in {FactKind.SEVERAL, FactKind.RECORDS}
    return ThingToTry(name, _opened(asks_for), _choices(name, protections, wording), several)


def _choices(name: str, protections: Protections, wording: Wording) -> tuple[tuple[str, str], ...]:
    fact = protections.facts.get(name)
    said = {value: wording.text(f"try.{value}", WORDS[value]) for value in ("yes", "no")}
    if fact and fact.kind is FactKind.PLACE:
        said = {place: place_words(place, protections, wording) for place in protections.jurisdictions}
    elif fact and fact.kind is FactKind.RECORDS:
        said = {offence: offence_words(wording, offence) for offence in OFFENCES}
    elif fact and fact.kind is not FactKind.YES_NO:
        said = {value: wording.text(f"fact.{name}.{value}", english) for value, english in fact.values.items()}
    return tuple((value, _opened(words)) for value, words in said.items())


def _facts(tried: Tried, protections: Protections) -> Facts:
    said: dict[str, FactValue] = {}
    for name, values in tried.items():
        if not values or name == "charged":
            continue
        if name == "exposures":
            charged = next(iter(tried.get("charged", ())), "unknown")
            said[name] = tuple(_record(offence, charged) for offence in values)
        elif protections.facts[name].kind is FactKind.SEVERAL:
            said[name] = values
        else:
            said[name] = values[0]
    return Facts(said)


def _record(offence: str, charged: str) -> Mapping[str, str]:
    return {"offence": offence, "charged": charged, "related": "at_or_around_incident", **OFFENCES[offence]}


def _opened(words: str) -> str:
    """As the beginning of a line."""
    return words[:1].upper() + words[1:]
