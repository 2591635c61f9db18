"""Forms of an invented office in an invented county, filled in every way in which the ticks allow it."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from intake.protections.load import load_protections
from intake.protections.own.choices import CRIMES, EFFECTS, INVOLVEMENT, LIMITS, OFFENCES, ROLES, TEMPLATES
from intake.protections.own.form import PolicyForm, PromiseTicks

SHIPPED, _ = load_protections()
EXAMPLETON = replace(
    TEMPLATES[0].form,
    office="The District Attorney of Exampleton",
    new_place="Exampleton",
    made_on="2026-01",
    checked_on="2026-11-21",
    review_due_on="2027-05-21",
)


def some(values: tuple[str, ...], least: int = 1) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(values), min_size=least, unique=True).map(tuple)


promises = st.lists(
    st.builds(
        PromiseTicks,
        effect=st.sampled_from([effect.value for effect in EFFECTS]),
        needs_report=st.booleans(),
        needs_truth=st.booleans(),
    ),
    min_size=1,
    unique_by=lambda promise: promise.effect,
).map(tuple)

forms: st.SearchStrategy[PolicyForm] = st.builds(
    replace,
    st.just(EXAMPLETON),
    title=st.text(min_size=1, max_size=60).map(lambda text: " ".join(text.split()) or "x").filter(str.isprintable),
    place=st.sampled_from([place for place in SHIPPED.jurisdictions if place != "us"]),
    new_place=st.sampled_from(["", "Exampleton", "Żółw 7 County"]),
    kind=st.sampled_from(["prosecutor_policy", "police_policy"]),
    made_on=st.sampled_from(["2019", "2026-01", "2026-11-21", "2027-02-03"]),
    ended_on=st.sampled_from(["", "2027-06", "2030"]),
    promises=promises,
    roles=some(ROLES),
    crimes=some(CRIMES),
    crimes_open=st.booleans(),
    involvement=some(INVOLVEMENT),
    offences=some(tuple(OFFENCES), 0),
    limits=some(tuple(limit.tag for limit in LIMITS), 0),
)
