from __future__ import annotations

from dataclasses import replace

import pytest

from intake.conditions.facts import Facts
from intake.conditions.model import Truth
from intake.protections.in_force import dates_that_fit, in_force
from intake.protections.model import DateThatCounts, Instrument
from tests.unit.protections.invented import TODAY, day, instrument


def between(start: str | None, end: str | None, counts: DateThatCounts) -> Instrument:
    return replace(
        instrument(),
        date_that_counts=counts,
        in_force_from=day(start) if start else None,
        in_force_until=day(end) if end else None,
    )


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (None, None, Truth.YES),
        ("2026-06-15", "2026-06-15", Truth.YES),
        ("2026-06-16", None, Truth.NO),
        (None, "2026-06-14", Truth.NO),
        ("2026-06", None, Truth.CANNOT_TELL),
        (None, "2026", Truth.CANNOT_TELL),
        ("2025", None, Truth.YES),
    ],
)
def test_today_decides_where_today_counts(start: str | None, end: str | None, expected: Truth) -> None:
    assert in_force(between(start, end, DateThatCounts.TODAY), Facts(), TODAY).truth is expected


@pytest.mark.parametrize(
    ("incident", "expected"),
    [
        ("2019-12-31", Truth.NO),
        ("2019", Truth.NO),
        ("2020", Truth.CANNOT_TELL),
        ("2020-03", Truth.YES),
        (None, Truth.CANNOT_TELL),
    ],
)
def test_a_date_that_straddles_the_beginning_leaves_it_open(incident: str | None, expected: Truth) -> None:
    facts = Facts({"incident_on": incident} if incident else {})
    found = in_force(between("2020-03-01", None, DateThatCounts.INCIDENT), facts, TODAY)
    assert found.truth is expected
    assert found.missing == (("incident_on",) if expected is Truth.CANNOT_TELL else ())


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"reported_on": "2019-12"}, Truth.NO),
        ({"reported_on": "2020-01-01", "reporting": "made"}, Truth.YES),
        ({"reporting": "planned", "incident_on": "2019-05"}, Truth.YES),
        ({}, Truth.YES),
        ({"reporting": "made"}, Truth.CANNOT_TELL),
        ({"reporting": "made", "incident_on": "2021"}, Truth.YES),
        ({"reporting": "made", "incident_on": "2019"}, Truth.CANNOT_TELL),
    ],
)
def test_a_report_is_never_older_than_what_it_reports(facts: dict[str, str], expected: Truth) -> None:
    assert in_force(between("2020-01-01", None, DateThatCounts.REPORT), Facts(facts), TODAY).truth is expected


def test_an_open_report_date_is_asked_for() -> None:
    found = in_force(between("2020-01-01", None, DateThatCounts.REPORT), Facts({"reporting": "made"}), TODAY)
    assert found.missing == ("reported_on",)
    assert found.because[0].text.startswith("We do not know the day")


@pytest.mark.parametrize(
    ("incident", "reported", "fit"),
    [
        ("2026-05-20", "2026-05-19", False),
        ("2024", "2016", False),
        ("2026-05-20", "2026-04", False),
        ("2026-05-20", "2026-05-20", True),
        ("2026-05-20", "2026-05", True),
        ("2026", "2026-01-01", True),
    ],
)
def test_a_report_that_comes_before_what_it_tells_of_leaves_both_days_unknown(
    incident: str, reported: str, fit: bool
) -> None:
    told = Facts({"reporting": "made", "incident_on": incident, "reported_on": reported})
    kept = dates_that_fit(told)
    assert (kept == told) is fit
    assert kept.one("reporting") == "made"
    assert (kept.one("incident_on"), kept.one("reported_on")) == ((incident, reported) if fit else (None, None))


@pytest.mark.parametrize("counts", [DateThatCounts.REPORT, DateThatCounts.INCIDENT])
def test_days_that_do_not_fit_are_both_asked_for(counts: DateThatCounts) -> None:
    told = Facts({"reporting": "made", "incident_on": "2024-05", "reported_on": "2016-04"})
    found = in_force(between("2020-01-01", None, counts), told, TODAY)
    assert found.truth is Truth.CANNOT_TELL
    assert found.missing == ("incident_on", "reported_on")
    assert found.because[0].text.startswith("The dates do not fit")
