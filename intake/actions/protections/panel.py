"""What the panel shows of the findings, and one of them in full; from facts alone, wherever they come from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from intake.conditions.facts import Facts
from intake.conditions.model import Truth
from intake.protections.assess import assess, assess_instrument
from intake.protections.card_words import WORDS
from intake.protections.cards import FindingCard as CardWords
from intake.protections.cards import RuleLine as RuleWords
from intake.protections.cards import finding_card
from intake.protections.each_condition import each_condition
from intake.protections.explain import Explainer
from intake.protections.instrument_words import LimitLine
from intake.protections.library.card import InstrumentCard, instrument_card
from intake.protections.model import Instrument, Outcome, Protections
from intake.wording.catalogue import Wording

LIMITS_IN_SIGHT = 4
UNCHECKED = "text_unverified"
"""The limit that the headline of a card says already; it is not said twice on a folded card."""

DESK_PLACE = "us-ca-sf"
"""The cards shown until somebody says where it happened: the one place that this program ships in full."""

_STATES = {Truth.YES: "met", Truth.NO: "not_met", Truth.CANNOT_TELL: "not_known"}


@dataclass(frozen=True, slots=True)
class SettleLink:
    """A question that could settle a *cannot tell yet*, to jump to."""

    question_id: str
    prompt: str


@dataclass(frozen=True, slots=True)
class RuleLine:
    """One promise of an instrument."""

    title: str
    outcome: Outcome
    headline: str
    because: tuple[str, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class FindingCard:
    """One instrument on the panel. ``shape`` is full, half, open or none, beside the words of ``headline``.

    ``standing`` is holds, answers, lawyer, outside or model: where the panel puts it. ``stops_line`` is what a claim
    must never be seen without.
    """

    instrument: str
    title: str
    outcome: Outcome
    headline: str
    shape: str
    standing: str
    plain_words: str
    because: tuple[str, ...] = field(repr=False)
    limits: tuple[str, ...]
    stops_line: str
    rules: tuple[RuleLine, ...]
    notes: tuple[str, ...]
    source_line: str
    verification_line: str
    checked_line: str
    confirm_first: bool
    settle: tuple[SettleLink, ...] = ()
    added_line: str = ""
    review_line: str = ""


@dataclass(frozen=True, slots=True)
class ProtectionsPanel:
    """All cards, and the fixed words of the panel by name, the heading of each standing among them.

    ``about`` names the thing that happened which they are about, where the report tells of several.
    """

    cards: tuple[FindingCard, ...]
    words: Mapping[str, str] = field(default_factory=dict, compare=False)
    about: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class ConditionView:
    """One condition of a promise: ``state`` is met, not_met or not_known, ``word`` says so."""

    state: str
    word: str
    sentence: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class RuleInFull:
    """One promise in full. ``because`` is what decided it beyond its conditions, such as a date."""

    title: str
    effect: str = field(repr=False)
    headline: str
    shape: str
    conditions: tuple[ConditionView, ...]
    because: tuple[str, ...] = field(repr=False)
    narrowed_line: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class FindingInFull:
    """One finding with everything that it rests on; ``page`` is what holds of the instrument whatever was answered.

    ``words`` are the fixed words of the panel by name; ``about`` names what it is about where there are several.
    """

    card: FindingCard
    who_promised: str = field(repr=False)
    rules: tuple[RuleInFull, ...]
    limits: tuple[LimitLine, ...]
    page: InstrumentCard = field(repr=False)
    words: Mapping[str, str] = field(default_factory=dict, compare=False)
    about: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Desk:
    """What judging needs beside the facts: the rules, the language, the day, and the questions that could settle.

    ``place`` decides which cards are shown until somebody says where it happened; ``newest_day`` is the newest day that
    the vault knows of, so that a clock set back hides no review that is due.
    """

    protections: Protections
    wording: Wording
    today: date
    links: Mapping[str, SettleLink] = field(default_factory=dict, repr=False)
    place: str = field(default=DESK_PLACE, repr=False)
    newest_day: date | None = None

    def panel(self, facts: Facts) -> ProtectionsPanel:
        """Judge every instrument of the place."""
        found = assess(self.protections, _place(facts, self.place), facts, self.today)
        cards = tuple(
            self._card(finding_card(finding, self.protections, self.wording, self._day()))
            for finding in found
            if finding.rules  # a checklist for policies promises nobody anything
        )
        return ProtectionsPanel(cards, self._words())

    def in_full(self, instrument_id: str, facts: Facts) -> FindingInFull:
        """One instrument with every condition of every promise. Raises KeyError for an unknown one."""
        instrument = self.protections.instrument(instrument_id)
        order = tuple(self.protections.limits)
        finding = assess_instrument(instrument, facts, self.today, order)
        words = finding_card(finding, self.protections, self.wording, self._day())
        return FindingInFull(
            self._card(words),
            words.who_promised,
            tuple(self._rule(instrument, line, facts) for line in words.rules),
            words.limits,
            instrument_card(instrument, self.protections, self.wording, self._day()),
            self._words(),
        )

    def _rule(self, instrument: Instrument, line: RuleWords, facts: Facts) -> RuleInFull:
        rule = next(one for one in instrument.rules if one.id == line.rule)
        explainer = Explainer(self.protections, self.wording)
        conditions = tuple(
            ConditionView(_STATES[one.truth], self._fixed(_STATES[one.truth]), one.sentence)
            for one in each_condition(instrument, rule, facts, explainer)
        )
        said = {one.sentence for one in conditions}
        return RuleInFull(
            line.title,
            line.effect,
            line.outcome_word,
            line.shape.value,
            conditions,
            tuple(sentence for sentence in line.because if sentence not in said),
            self._listed("narrowed_by", tuple(explainer.limit(tag).short for tag in line.narrowed_by)),
        )

    def _card(self, words: CardWords) -> FindingCard:
        return FindingCard(
            words.instrument,
            words.title,
            words.outcome,
            words.outcome_word,
            words.shape.value,
            words.standing.value,
            words.plain_words,
            words.because,
            tuple(line.sentence for line in words.limits),
            self._stops(tuple(line.short for line in words.limits if line.tag != UNCHECKED)),
            tuple(RuleLine(rule.title, rule.outcome, rule.outcome_word, rule.because) for rule in words.rules),
            words.notes,
            words.source_line,
            words.verification_sentence,
            words.checked_line,
            words.confirm_first,
            self._settling(words.settle),
            words.added_line,
            words.review_line,
        )

    def _day(self) -> date:
        return self.newest_day or self.today

    def _settling(self, facts: tuple[str, ...]) -> tuple[SettleLink, ...]:
        """The questions, each once; of several with the same words, as in the private check, the first."""
        found: dict[str, SettleLink] = {}
        for fact in facts:
            if fact in self.links:
                found.setdefault(self.links[fact].prompt, self.links[fact])
        return tuple(found.values())

    def _stops(self, limits: tuple[str, ...]) -> str:
        hidden = len(limits) - LIMITS_IN_SIGHT
        more = (self._fixed("more").replace("{count}", str(hidden)),) if hidden > 0 else ()
        return self._listed("stops", (*limits[:LIMITS_IN_SIGHT], *more))

    def _listed(self, name: str, limits: tuple[str, ...]) -> str:
        return self._fixed(name).replace("{limits}", " · ".join(limits)) if limits else ""

    def _words(self) -> Mapping[str, str]:
        return {name: self._fixed(name) for name in _PANEL_WORDS}

    def _fixed(self, name: str) -> str:
        return self.wording.text(f"protections.{name}", WORDS[name])


_PANEL_WORDS = (
    "group_holds", "group_answers", "group_lawyer", "group_outside", "group_model",
    "panel_title", "panel_lead", "panel_changed", "settled_by", "go_to",
)  # fmt: skip


def _place(facts: Facts, desk: str) -> str:
    """Where it happened decides which cards are shown, but never what they say; a wider place shows the desk's."""
    place = facts.one("incident_place")
    return place if place and not desk.startswith(place) else desk
