"""One instrument on one page, without any answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from intake.protections.explain import Explainer
from intake.protections.instrument_words import InstrumentWords, LimitLine
from intake.protections.library.words import NO_LAWYER, WORDS
from intake.protections.model import Instrument, Kind, Protections, RuleRole, Verification
from intake.protections.review import ReviewState, review_state
from intake.wording.catalogue import Wording

_OF_A_CASE = {"not_on_list": "only_listed", "immigration_lawyer": "immigration_lawyer"}
"""Limits whose sentence speaks of what happened or of the page of a report, and what is said without one."""


@dataclass(frozen=True, slots=True)
class Part:
    """One rule of an instrument: what it is called and what it comes to."""

    title: str
    effect: str
    locator: str


@dataclass(frozen=True, slots=True)
class InstrumentCard:
    """Everything there is to read of one instrument. ``asides`` are told beside the promises and give no right.

    ``headings`` gives the words above its parts by name.
    """

    instrument: str
    language: str
    title: str
    short_title: str
    place: str
    kind: str
    is_model: bool
    is_read: bool
    plain_words: str
    who_promised: str
    promises: tuple[Part, ...]
    asides: tuple[Part, ...]
    limits: tuple[LimitLine, ...]
    what_to_say: tuple[str, ...]
    before_you_rely: tuple[str, ...]
    effects: tuple[str, ...]
    offences: tuple[str, ...]
    source_line: str
    dates_line: str
    verification_sentence: str
    checked_line: str
    checked_how: str
    read_line: str
    reviewed_line: str
    due_line: str
    is_past_due: bool
    lawyer_line: str
    headings: Mapping[str, str]


def instrument_card(instrument: Instrument, protections: Protections, wording: Wording, today: date) -> InstrumentCard:
    """The page of one instrument in the language of ``wording``; ``today`` says whether its review is past due."""
    words = InstrumentWords(instrument, Explainer(protections, wording))
    told, review = words.told, instrument.review
    judged, beside = (
        tuple(
            Part(
                words.of_rule(rule.id, "title", rule.title),
                words.of_rule(rule.id, "effect", rule.effect),
                words.explainer.source(rule.locator),
            )
            for rule in instrument.rules
            if (rule.role is RuleRole.PROMISE) is is_promise
        )
        for is_promise in (True, False)
    )
    state = review_state(review, today)
    return InstrumentCard(
        instrument=instrument.id,
        language=wording.language,
        title=told("title", instrument.title),
        short_title=told("short_title", instrument.short_title),
        place=place_words(instrument.jurisdiction, protections, wording),
        kind=_fixed(wording, f"kind.{instrument.kind}"),
        is_model=instrument.kind is Kind.MODEL,
        is_read=instrument.verification is Verification.TEXT_READ,
        plain_words=told("plain_words", instrument.plain_words),
        who_promised=told("who_promised", instrument.who_promised),
        promises=judged,
        asides=beside,
        limits=generic_limits(words),
        what_to_say=words.told_each("what_to_say", instrument.what_to_say),
        before_you_rely=words.told_each("before_you_rely", instrument.before_you_rely),
        effects=tuple(_fixed(wording, f"effect.{effect}") for effect in instrument.effects),
        offences=tuple(offence_words(wording, offence) for offence in instrument.offences_reached),
        source_line=words.own_source,
        dates_line=_dates(words, wording),
        verification_sentence=words.fixed(instrument.verification.value),
        checked_line=words.checked,
        checked_how=words.checked_how,
        read_line=_by(words, wording, "read_by", instrument.source.read_by, instrument.source.read_on),
        reviewed_line=_by(words, wording, "reviewed", review.by, review.on),
        due_line=_due(words, wording, state, today),
        is_past_due=state is ReviewState.DUE,
        lawyer_line=_lawyer(wording, review.lawyer),
        headings=_headings(wording, is_read=instrument.verification is Verification.TEXT_READ),
    )


def generic_limits(words: InstrumentWords) -> tuple[LimitLine, ...]:
    """Every limit that it can ever come with, said without a case: nobody knows here what happened."""
    lines = (words.limit(tag) for tag in every_limit(words.instrument, words.explainer.protections))
    wording = words.explainer.wording
    return tuple(
        replace(line, sentence=_fixed(wording, _OF_A_CASE[line.tag])) if line.tag in _OF_A_CASE else line
        for line in lines
    )


def every_limit(instrument: Instrument, protections: Protections) -> tuple[str, ...]:
    """The tags of every limit that it can ever come with, in the order in which limits are said."""
    tags = {limit.tag for limit in (*instrument.limits, *(one for rule in instrument.rules for one in rule.limits))}
    if instrument.verification is not Verification.TEXT_READ:
        tags.add("text_unverified")
    rank = {tag: place for place, tag in enumerate(protections.limits)}
    return tuple(sorted(tags, key=lambda tag: (rank.get(tag, len(rank)), tag)))


def place_words(jurisdiction: str, protections: Protections, wording: Wording) -> str:
    """The name of a place as the beginning of a line; models stand apart from every place."""
    place = protections.jurisdictions.get(jurisdiction)
    if place is None:
        return _fixed(wording, f"place.{jurisdiction}")
    name = wording.text(f"jurisdiction.{place.id}.name", place.name)
    return name[:1].upper() + name[1:]


def _headings(wording: Wording, *, is_read: bool) -> Mapping[str, str]:
    names = (name.removeprefix("heading.") for name in WORDS if name.startswith("heading."))
    found = {name: _fixed(wording, f"heading.{name}") for name in names}
    return found if is_read else found | {"promises": found["reported"]}


def _dates(words: InstrumentWords, wording: Wording) -> str:
    instrument = words.instrument
    start, end = instrument.in_force_from, instrument.in_force_until
    name = {(True, True): "both", (True, False): "from", (False, True): "until", (False, False): "unknown"}
    line = _fixed(wording, f"dates_{name[start is not None, end is not None]}")
    for mark, when in (("{from}", start), ("{until}", end)):
        line = line.replace(mark, words.explainer.date(when) if when else "")
    return f"{line} {_fixed(wording, f'counts.{instrument.date_that_counts}')}"


def _by(words: InstrumentWords, wording: Wording, name: str, who: str, on: date) -> str:
    return (
        _fixed(wording, name).replace("{by}", words.explainer.source(who)).replace("{day}", words.day(on.isoformat()))
    )


def _due(words: InstrumentWords, wording: Wording, state: ReviewState, today: date) -> str:
    if state is ReviewState.CLOCK_BEHIND:
        return words.review_due(today)
    return _by(words, wording, "past_due" if state is ReviewState.DUE else "due", "", words.instrument.review.due_on)


def _lawyer(wording: Wording, lawyer: str) -> str:
    return _fixed(wording, "no_lawyer" if lawyer == NO_LAWYER else "lawyer").replace("{lawyer}", lawyer)


def offence_words(wording: Wording, offence: str) -> str:
    """What an offence is called; one that nobody has named yet stands for itself."""
    name = f"offence.{offence}"
    return _fixed(wording, name) if name in WORDS else offence


def _fixed(wording: Wording, name: str) -> str:
    return wording.text(f"library.{name}", WORDS.get(name, name))
