"""An invented instrument of an invented place, to test the machinery apart from real law."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from intake.answers.approximate_date import approximate_date
from intake.answers.model import ApproximateDate
from intake.conditions.model import Condition, Includes, Is, Reasons
from intake.protections.model import (
    Currency,
    CurrencyStatus,
    DateThatCounts,
    Effect,
    FactKind,
    FactWords,
    Instrument,
    Jurisdiction,
    Kind,
    LimitWords,
    Protections,
    Review,
    Rule,
    RuleRole,
    Source,
    Verification,
)

TODAY = date(2026, 6, 15)
SAW_IT = Includes("role", ("witness",), reasons=Reasons("You are {values}.", "You did not see it.", "Did you see it?"))
WANTS = Is("reporting", ("planned",), ("made",), Reasons("You want to.", "You do not.", "Do you want to?", "Too late?"))


def rule(rule_id: str = "A", condition: Condition = SAW_IT, *, headline: bool = True) -> Rule:
    return Rule(rule_id, RuleRole.PROMISE, f"Rule {rule_id}", "It helps.", headline=headline, applies_when=condition)


def day(iso: str) -> ApproximateDate:
    found = approximate_date(iso)
    assert found is not None
    return found


def instrument(*rules: Rule) -> Instrument:
    return Instrument(
        id="exampleland-safety",
        file="instruments/exampleland/exampleland-safety.toml",
        title="Exampleland Safety Act",
        short_title="Safety Act",
        plain_words="People who saw it are safe.",
        who_promised="Exampleland",
        jurisdiction="exampleland",
        kind=Kind.STATUTE,
        verification=Verification.TEXT_READ,
        source=Source("Exampleland Safety Act", "section 1", date(2026, 1, 1), "A. Reader"),
        currency=Currency(CurrencyStatus.CONFIRMED, date(2026, 1, 1), "Read at the law site."),
        date_that_counts=DateThatCounts.TODAY,
        rules=rules or (rule(),),
        review=Review("A. Reader", date(2026, 1, 1), date(2026, 7, 1), "none yet"),
        what_to_say=("This may help you.",),
        before_you_rely=("Ask a lawyer.",),
        effects=(Effect.NO_CHARGE,),
    )


def protections(*instruments: Instrument) -> Protections:
    return Protections(
        instruments or (instrument(),),
        {
            "exampleland": Jurisdiction("exampleland", "Exampleland"),
            "exampleland-north": Jurisdiction("exampleland-north", "the North", "exampleland"),
        },
        {tag: LimitWords(tag, f"{tag} short", f"{tag} sentence.") for tag in ("first", "second", "text_unverified")},
        {
            "role": FactWords(
                "role",
                FactKind.SEVERAL,
                "what you are",
                {"witness": "someone who saw it", "victim": "hurt"},
                {},
                "neither",
            ),
            "reporting": FactWords(
                "reporting", FactKind.ONE, "if you want to report", {"planned": "yes", "made": "done"}
            ),
            "where": FactWords("where", FactKind.PLACE, "where it was"),
            "when": FactWords("when", FactKind.DATE, "when it was"),
        },
    )


def as_model(one: Instrument) -> Instrument:
    return replace(one, kind=Kind.MODEL, jurisdiction="model")
