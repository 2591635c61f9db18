"""Whether an instrument was in force on the day that counts for it. Days may be approximate, so may the answer."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from intake.answers.approximate_date import approximate_date
from intake.conditions.facts import Facts
from intake.conditions.model import Truth
from intake.protections.findings import Because
from intake.protections.model import DateThatCounts, Instrument

_NOT_YET = "It was not in force on the day that counts."
_UNKNOWN_DAY = "We do not know the day well enough to say if it was in force."
_REVERSED = "The dates do not fit: the report comes before what it tells of."
_DATES = ("incident_on", "reported_on")


@dataclass(frozen=True, slots=True)
class InForce:
    """The answer, why, and the facts whose answer would settle it."""

    truth: Truth
    because: tuple[Because, ...] = ()
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Span:
    earliest: date = field(repr=False)
    latest: date = field(repr=False)


def in_force(instrument: Instrument, facts: Facts, today: date) -> InForce:
    """Judge the dates of ``instrument`` alone; repealed parts of it are the business of its rules."""
    counts = instrument.date_that_counts
    fits = counts is DateThatCounts.TODAY or dates_that_fit(facts) is facts
    span = _day_that_counts(counts, facts, today) if fits else _Span(date.min, today)
    truth = _overlap(span, instrument)
    if truth is Truth.YES:
        return InForce(truth)
    if truth is Truth.NO:
        return InForce(truth, (Because(_NOT_YET),))
    if not fits:
        return InForce(truth, (Because(_REVERSED),), _DATES)
    return InForce(truth, (Because(_UNKNOWN_DAY),), _asked(counts, facts))


def sentences() -> tuple[str, ...]:
    """The sentences of this module, for the translators."""
    return (_NOT_YET, _UNKNOWN_DAY, _REVERSED)


def dates_that_fit(facts: Facts) -> Facts:
    """The facts as they are, or without two dates that cannot both be true: nobody knows which of them is wrong."""
    incident, reported = (_known(facts, name) for name in _DATES)
    if incident is None or reported is None or incident.earliest <= reported.latest:
        return facts
    return Facts({name: value for name, value in facts.values.items() if name not in _DATES}, facts.unfinished)


def _day_that_counts(which: DateThatCounts, facts: Facts, today: date) -> _Span:
    exactly_today = _Span(today, today)
    if which is DateThatCounts.TODAY:
        return exactly_today
    incident = _known(facts, "incident_on")
    if which is DateThatCounts.INCIDENT:
        return incident or _Span(date.min, today)
    reported = _known(facts, "reported_on")
    if reported is None and facts.one("reporting") != "made":
        return exactly_today
    # a report cannot be older than what it reports
    return reported or _Span(incident.earliest if incident else date.min, today)


def _known(facts: Facts, name: str) -> _Span | None:
    iso = facts.one(name)
    when = approximate_date(iso) if iso else None
    return _Span(when.earliest, when.latest) if when else None


def _overlap(span: _Span, instrument: Instrument) -> Truth:
    start, end = instrument.in_force_from, instrument.in_force_until
    if (start and span.latest < start.earliest) or (end and span.earliest > end.latest):
        return Truth.NO
    begun = start is None or span.earliest >= start.latest
    not_over = end is None or span.latest <= end.earliest
    return Truth.YES if begun and not_over else Truth.CANNOT_TELL


def _asked(which: DateThatCounts, facts: Facts) -> tuple[str, ...]:
    if which is DateThatCounts.REPORT and facts.one("reported_on") is None:
        return ("reported_on",)
    return ("incident_on",) if which is DateThatCounts.INCIDENT else ("reported_on",)
