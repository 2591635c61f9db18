"""An instrument as its data file states it: who promised what, until when, with which limits and how well checked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from intake.answers.model import ApproximateDate
from intake.conditions.facts import FactValue
from intake.conditions.model import Condition

MODEL_JURISDICTION = "model"
"""Where model policies stand: they bind nobody and are compared everywhere."""


class Outcome(StrEnum):
    """What a rule comes to on some facts, least favourable first."""

    DOES_NOT_APPLY = "does_not_apply"
    NOT_IN_FORCE = "not_in_force"
    NEEDS_INFO = "needs_info"
    LIMITED = "limited"
    APPLIES = "applies"


class Kind(StrEnum):
    """What sort of promise it is, hence how firmly it holds."""

    STATUTE = "statute"
    PROSECUTOR_POLICY = "prosecutor_policy"
    POLICE_POLICY = "police_policy"
    MODEL = "model"


class Verification(StrEnum):
    """How well the wording was checked: read in the text itself, read about, or not seen."""

    TEXT_READ = "text_read"
    SECONDARY = "secondary"
    UNVERIFIED = "unverified"


class CurrencyStatus(StrEnum):
    """Whether somebody has confirmed that it is still in force."""

    CONFIRMED = "confirmed"
    UNCONFIRMED = "unconfirmed"


class DateThatCounts(StrEnum):
    """Which day decides whether the instrument was in force."""

    REPORT = "report"
    INCIDENT = "incident"
    TODAY = "today"


class Effect(StrEnum):
    """What an instrument does to a case, in a word, for lists and tables of instruments."""

    NO_ARREST = "no_arrest"
    NO_CHARGE = "no_charge"
    NO_USE = "no_use"
    EVIDENCE_OUT = "evidence_out"
    DEFENCE = "defence"
    RECORD_RELIEF = "record_relief"
    NO_DISCLOSURE = "no_disclosure"
    CERTIFICATION = "certification"
    NOT_AN_OFFENCE = "not_an_offence"
    REFERRAL = "referral"
    MODEL = "model"


class RuleRole(StrEnum):
    """A promise is judged. An exception or a programme is only told: it gives nobody a right."""

    PROMISE = "promise"
    EXCEPTION = "exception"
    PROGRAMME = "programme"


class Narrows(StrEnum):
    """When a limit turns *applies* into *limited*."""

    WHEN_YES = "when_yes"
    UNLESS_NO = "unless_no"


@dataclass(frozen=True, slots=True)
class Source:
    """Where it is written, and who read it when."""

    citation: str
    locator: str
    read_on: date
    read_by: str


@dataclass(frozen=True, slots=True)
class Currency:
    """Whether it still holds: what is known of it, since when, and how that was checked."""

    status: CurrencyStatus
    checked_on: date
    how: str


@dataclass(frozen=True, slots=True)
class Review:
    """Who went over the file last, when somebody should do so again, and which lawyer has seen it."""

    by: str
    on: date
    due_on: date
    lawyer: str


@dataclass(frozen=True, slots=True)
class LimitSource:
    """Where the law that a limit states is written, and how well that was checked."""

    citation: str
    locator: str
    verification: Verification


@dataclass(frozen=True, slots=True)
class LimitWords:
    """One limit in our own words; ``short`` is for the panel, ``sentence`` is the whole of it."""

    tag: str
    short: str
    sentence: str
    source: LimitSource | None = None


@dataclass(frozen=True, slots=True)
class Limit:
    """One limit of an instrument or a rule. Without ``when`` it always holds."""

    tag: str
    when: Condition | None = None
    narrows: Narrows | None = None
    mention_when_unsure: bool = False


@dataclass(frozen=True, slots=True)
class Stop:
    """A condition that, once surely met, overrides the others; ``because`` is said to the person."""

    when: Condition
    because: str


@dataclass(frozen=True, slots=True)
class Rule:
    """One promise of an instrument, with what it takes and what ends it; ``locator`` is its place in the source.

    ``at_best`` is the most that it can come to, whatever is told: not every promise can apply in full.
    """

    id: str
    role: RuleRole
    title: str
    effect: str
    locator: str = ""
    headline: bool = False
    at_best: Outcome = Outcome.APPLIES
    applies_when: Condition | None = None
    not_in_force_when: tuple[Stop, ...] = ()
    fails_when: tuple[Stop, ...] = ()
    cannot_tell_when: tuple[Stop, ...] = ()
    limits: tuple[Limit, ...] = ()


@dataclass(frozen=True, slots=True)
class Example:
    """Invented facts and what must come of them; kept beside the rules so that a lawyer can check both.

    ``mention`` names limits that must be said, ``silent_on`` those that must not; ``narrowed`` gives for a rule
    exactly the limits that narrow it.
    """

    name: str
    facts: Mapping[str, FactValue]
    rules: Mapping[str, Outcome] = field(default_factory=dict)
    outcome: Outcome | None = None
    mention: tuple[str, ...] = ()
    silent_on: tuple[str, ...] = ()
    narrowed: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    missing: tuple[str, ...] = ()
    today: date | None = None


@dataclass(frozen=True, slots=True)
class Instrument:
    """A statute or a policy: its words for people, its source, its dates, its rules.

    ``what_to_say`` may be said to the person, ``before_you_rely`` is for the desk, both in order.
    ``offences_reached`` and ``effects`` put it in its place in a list; only the rules are judged.
    """

    id: str
    file: str
    title: str
    short_title: str
    plain_words: str
    who_promised: str
    jurisdiction: str
    kind: Kind
    verification: Verification
    source: Source
    currency: Currency
    date_that_counts: DateThatCounts
    rules: tuple[Rule, ...]
    review: Review
    what_to_say: tuple[str, ...]
    before_you_rely: tuple[str, ...]
    effects: tuple[Effect, ...]
    offences_reached: tuple[str, ...] = ()
    in_force_from: ApproximateDate | None = None
    in_force_until: ApproximateDate | None = None
    limits: tuple[Limit, ...] = ()
    examples: tuple[Example, ...] = ()

    @property
    def promises(self) -> tuple[Rule, ...]:
        """The rules that are judged."""
        return tuple(rule for rule in self.rules if rule.role is RuleRole.PROMISE)

    @property
    def confirm_first(self) -> bool:
        """Whether somebody must ask before relying on it: its wording or its currency is not settled."""
        read = self.verification is Verification.TEXT_READ
        return not read or self.currency.status is not CurrencyStatus.CONFIRMED


@dataclass(frozen=True, slots=True)
class Jurisdiction:
    """A place with rules of its own; ``parent`` is the place that it lies in."""

    id: str
    name: str
    parent: str = ""


class FactKind(StrEnum):
    """The form of a fact: one of some values, several of them, records, a place, a date, or yes and no."""

    ONE = "one"
    SEVERAL = "several"
    RECORDS = "records"
    PLACE = "place"
    DATE = "date"
    YES_NO = "yes_no"


@dataclass(frozen=True, slots=True)
class FactWords:
    """One fact that conditions may ask for: its form, its values with their words, and how we ask for it.

    ``fields`` belongs to records: the values that each field may have, none listed meaning any id.
    """

    name: str
    kind: FactKind
    asks_for: str
    values: Mapping[str, str] = field(default_factory=dict)
    fields: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    nothing: str = ""


@dataclass(frozen=True, slots=True)
class Protections:
    """Everything that is needed to judge and to explain."""

    instruments: tuple[Instrument, ...] = ()
    jurisdictions: Mapping[str, Jurisdiction] = field(default_factory=dict)
    limits: Mapping[str, LimitWords] = field(default_factory=dict)
    facts: Mapping[str, FactWords] = field(default_factory=dict)

    def instrument(self, instrument_id: str) -> Instrument:
        """The instrument with this id. Raises KeyError for an unknown one."""
        for instrument in self.instruments:
            if instrument.id == instrument_id:
                return instrument
        raise KeyError(instrument_id)
