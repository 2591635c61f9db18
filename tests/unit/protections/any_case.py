"""Facts of any invented case, near one of the examples that stand in the files or far from all of them."""

from __future__ import annotations

from hypothesis import strategies as st

from intake.conditions.facts import Facts, FactValue
from intake.protections.in_force import dates_that_fit
from intake.protections.load import load_protections
from intake.protections.model import FactKind, FactWords

PROTECTIONS, _ = load_protections()
OFFENCES = (
    "us-ca-pc-647a",
    "us-ca-pc-647b",
    "us-ca-pc-372",
    "us-ca-pc-653.22",
    "us-ca-pc-653.23",
    "us-ca-drug-possession",
    "us-ca-drug-sale",
    "us-wa-prostitution",
    "theft",
    "other",
)
PLACES = ("us-ca-sf", "us-ca-alameda", "us-ca", "us-wa", "us-dc", "us")
DATES = (
    "2016-05",
    "2018-01-11",
    "2019",
    "2020-02",
    "2022-05",
    "2022-08-22",
    "2022-12-31",
    "2023",
    "2024",
    "2024-12-17",
    "2024-12-18",
    "2026-05",
)


def records() -> st.SearchStrategy[tuple[dict[str, str], ...]]:
    one = st.fixed_dictionaries(
        {"offence": st.sampled_from(OFFENCES)},
        optional={
            "class": st.sampled_from(("misdemeanor", "felony", "unknown")),
            "charged": st.sampled_from(("yes", "no", "unknown")),
            "related": st.sampled_from(("at_or_around_incident", "other", "unknown")),
        },
    )
    return st.lists(one, max_size=3).map(tuple)


def fact(words: FactWords) -> st.SearchStrategy[FactValue]:
    match words.kind:
        case FactKind.RECORDS:
            return records()
        case FactKind.PLACE:
            return st.sampled_from(PLACES)
        case FactKind.DATE:
            return st.sampled_from(DATES)
        case FactKind.SEVERAL:
            return st.lists(st.sampled_from(tuple(words.values)), max_size=2, unique=True).map(tuple)
        case _:
            return st.sampled_from(tuple(words.values))


LIKELY: dict[str, FactValue] = {
    "role": ("victim",),
    "crimes": ("robbery",),
    "involvement": ("selling",),
    "reporting": "planned",
    "reporting_to": ("sf_pd",),
    "incident_place": "us-ca-sf",
    "incident_on": "2026-05",
    "truthful": "yes",
    "exposures": ({"offence": "us-ca-pc-647b", "charged": "no", "related": "at_or_around_incident"},),
}


EXAMPLES = tuple(example.facts for instrument in PROTECTIONS.instruments for example in instrument.examples)


@st.composite
def cases(draw: st.DrawFn) -> Facts:
    """Any case: one in which something could hold, with up to five facts told otherwise and three left out.

    Dates that cannot both be true are the business of a test of their own.
    """
    names = st.sampled_from(tuple(PROTECTIONS.facts))
    told: dict[str, FactValue] = dict(draw(st.sampled_from((LIKELY, *EXAMPLES))))
    for name in draw(st.lists(names, max_size=5, unique=True)):
        told[name] = draw(fact(PROTECTIONS.facts[name]))
    for name in draw(st.lists(names, max_size=3, unique=True)):
        told.pop(name, None)
    return dates_that_fit(Facts(told))
