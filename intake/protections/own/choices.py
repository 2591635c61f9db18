"""What the form offers, and the sentences that each tick stands for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from intake.protections.model import Effect, Kind
from intake.protections.own.form import PolicyForm, PromiseTicks

CRIMES = (
    "sexual_assault", "sexual_battery", "human_trafficking", "stalking", "robbery", "assault",
    "assault_weapon_or_injury", "domestic_violence", "kidnapping", "false_imprisonment", "threats", "blackmail",
    "extortion", "burglary", "burglary_inhabited", "theft", "refusal_to_pay", "condom_refusal", "image_abuse",
    "property_damage",
)  # fmt: skip
"""Crimes that can be ticked. Other violence never can: whether a text covers it is for a lawyer to say."""
SMALLER = ("property_damage", "image_abuse", "theft", "refusal_to_pay", "condom_refusal")
"""Of these nobody would think that a list of violent crimes covers them by the way."""
ROLES = ("victim", "witness")
INVOLVEMENT = ("selling", "trafficked", "buying", "third_party")
OFFENCES: Mapping[str, str] = {
    "us-ca-pc-647b": "Selling or paying for sex, section 647(b)",
    "us-ca-pc-647a": "Lewd acts in public, section 647(a)",
    "us-ca-pc-372": "Public nuisance, section 372",
    "us-ca-pc-653.23": "Helping others who sell sex, section 653.23",
    "us-ca-drug-possession": "Holding drugs, in California",
    "us-wa-prostitution": "Selling sex, in Washington",
    "drug-possession": "Holding drugs, elsewhere",
}


@dataclass(frozen=True, slots=True)
class EffectWords:
    """One promise in words. ``effect`` goes on after the name of who promises it."""

    tick: str
    title: str
    effect: str


EFFECTS: Mapping[Effect, EffectWords] = {
    Effect.NO_ARREST: EffectWords("No arrest", "No arrest", "The police here will not arrest you for {acts}."),
    Effect.NO_CHARGE: EffectWords("No charge", "No charge", "The office here will not charge you for {acts}."),
    Effect.NO_USE: EffectWords(
        "Your words are not turned on you",
        "What you tell is not turned on you",
        "The office here will not use what you tell it to charge you for {acts}.",
    ),
    Effect.NO_DISCLOSURE: EffectWords(
        "Your words are not passed on",
        "What you tell is not passed on",
        "The office here will not hand what you tell to other offices by its own choice.",
    ),
}


@dataclass(frozen=True, slots=True)
class LimitTick:
    """One cautious limit that can be ticked; ``toml`` is what follows its tag in the file."""

    tag: str
    toml: str = ""


LIMITS = (
    LimitTick("police_not_bound"),
    LimitTick("discovery"),
    LimitTick("only_prostitution"),
    LimitTick("no_cooperation_needed"),
    LimitTick("warrant", ', when = { fact = "warrants", is = "yes" }, narrows = "when_yes"'),
    LimitTick("get_lawyer_first", ', when = { fact = "warrants", is = "yes" }, narrows = "when_yes"'),
    LimitTick(
        "uncharged_only",
        ', when = { fact = "exposures", some = { charged = ["yes", "unknown"] } }, narrows = "when_yes"',
    ),
    LimitTick(
        "federal_not_bound", ', when = { fact = "reporting_to", includes_any = ["federal"] }, narrows = "when_yes"'
    ),
    LimitTick("third_party_risk", ', when = { fact = "involvement", includes_any = ["third_party"] }'),
    LimitTick("police_perpetrator_route", ', when = { fact = "perpetrator_is_officer", is = "yes" }'),
    LimitTick("minor_child_welfare", ', when = { fact = "age_group", is = "minor" }'),
    LimitTick("immigration_lawyer", ', when = { fact = "immigration_question", is = "yes" }'),
)
CAUTIOUS = tuple(limit.tag for limit in LIMITS if limit.tag != "no_cooperation_needed")
"""Ticked until somebody takes the tick away. That nobody must go to court is good news, so the text must say it."""

_SAY = (
    "The office here has made a promise to people who tell of violence.",
    "It is a promise of that one office. It can change.",
    "We will ask the office if it still holds before you count on it.",
)
_BEFORE = (
    "Call the office. Ask if its promise still holds, and get a name and a day.",
    "If a charge is filed, or there may be a warrant, call a defence lawyer first.",
)


@dataclass(frozen=True, slots=True)
class Template:
    """A form to start from."""

    id: str
    words: str
    form: PolicyForm = field(repr=False)


_BLANK = PolicyForm(limits=CAUTIOUS, what_to_say=_SAY, before_you_rely=_BEFORE)
_OUR_DA = replace(
    _BLANK,
    kind=Kind.PROSECUTOR_POLICY.value,
    plain_words="The office here made a promise. It says what it will not do when people tell of violence.",
    promises=(PromiseTicks(Effect.NO_CHARGE.value, needs_report=True),),
    roles=ROLES,
    involvement=("selling", "trafficked"),
)
_ADOPTED = replace(
    _OUR_DA,
    title="Our office took up the model policy on sex work",
    plain_words="The office here took up a model policy. "
    "It says that people who sell sex and were hurt are not charged for it.",
    promises=(PromiseTicks(Effect.NO_CHARGE.value, "clause 2"),),
    roles=("victim",),
    crimes=(
        "assault", "assault_weapon_or_injury", "sexual_assault", "sexual_battery", "condom_refusal", "refusal_to_pay",
    ),
    citation="The office's own text, which takes up the model policy on sex work of March 2025",
    locator="clauses 1 to 8",
    before_you_rely=(
        *_BEFORE,
        'Ask which parts of the model the office took up, and if its first part has the word "presumptively".',
    ),
)  # fmt: skip
TEMPLATES = (
    Template("adopted_model", "Our office took up the model of Fair and Just Prosecution", _ADOPTED),
    Template("own_policy", "Our District Attorney's own policy", _OUR_DA),
    Template("blank", "An empty form", _BLANK),
)
