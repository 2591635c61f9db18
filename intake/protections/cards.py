"""What the panel beside the interview shows of one finding: a word, a shape, reasons, limits, how it was checked."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from intake.protections.explain import Explainer
from intake.protections.findings import Finding, RuleFinding
from intake.protections.instrument_words import InstrumentWords, LimitLine
from intake.protections.model import (
    Kind,
    Outcome,
    Protections,
    Rule,
    RuleRole,
    Verification,
)
from intake.wording.catalogue import Wording


class Shape(StrEnum):
    """The shape beside the word, so that colour never says it alone."""

    FULL = "full"
    HALF = "half"
    OPEN = "open"
    NONE = "none"


class Standing(StrEnum):
    """Where a card belongs on the panel, in the order in which the panel shows them."""

    HOLDS = "holds"
    ANSWERS = "answers"
    LAWYER = "lawyer"
    OUTSIDE = "outside"
    MODEL = "model"


@dataclass(frozen=True, slots=True)
class RuleLine:
    """One promise on a card."""

    rule: str
    title: str
    effect: str
    outcome: Outcome
    outcome_word: str
    shape: Shape
    because: tuple[str, ...] = field(repr=False)
    settle: tuple[str, ...] = ()
    narrowed_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FindingCard:
    """One finding in words. ``settle`` names facts, ``settle_words`` says them as questions for the desk.

    ``added_line`` is empty for what came with the program, ``review_line`` while no review is due.
    """

    instrument: str
    title: str
    outcome: Outcome
    outcome_word: str
    shape: Shape
    standing: Standing
    plain_words: str
    who_promised: str
    because: tuple[str, ...] = field(repr=False)
    limits: tuple[LimitLine, ...]
    rules: tuple[RuleLine, ...]
    notes: tuple[str, ...]
    source_line: str
    verification_sentence: str
    checked_line: str
    checked_how: str
    confirm_first: bool
    settle: tuple[str, ...] = ()
    settle_words: tuple[str, ...] = ()
    added_line: str = ""
    review_line: str = ""


def finding_card(
    finding: Finding, protections: Protections, wording: Wording, today: date | None = None
) -> FindingCard:
    """The card of one finding in the language of ``wording``; with ``today`` it says if a review is due."""
    words = InstrumentWords(protections.instrument(finding.instrument), Explainer(protections, wording))
    return _CardWriter(finding, words, today).card()


@dataclass(frozen=True, slots=True)
class _CardWriter:
    finding: Finding
    words: InstrumentWords
    today: date | None = None

    def card(self) -> FindingCard:
        finding, words = self.finding, self.words
        instrument, explainer = words.instrument, words.explainer
        reasons = (text for rule in finding.headline_rules for text in explainer.reasons(finding, rule))
        settle = finding.settle if any(self._can_hold(rule) for rule in finding.headline_rules) else ()
        return FindingCard(
            instrument=finding.instrument,
            title=words.told("short_title", instrument.short_title),
            outcome=finding.outcome,
            outcome_word=self._word(finding.outcome, settle),
            shape=self._shape(finding.outcome),
            standing=self._standing(settle),
            plain_words=words.told("plain_words", instrument.plain_words),
            who_promised=words.told("who_promised", instrument.who_promised),
            because=tuple(dict.fromkeys(reasons)),
            limits=self._limits(),
            rules=tuple(self._rule(rule) for rule in finding.rules),
            notes=tuple(
                words.of_rule(rule.id, "effect", rule.effect)
                for rule in instrument.rules
                if rule.role is RuleRole.EXCEPTION
            ),
            source_line=words.own_source,
            verification_sentence=words.fixed(finding.verification.value),
            checked_line=words.checked,
            checked_how=words.checked_how,
            confirm_first=finding.confirm_first,
            settle=settle,
            settle_words=tuple(explainer.asks_for(name) for name in settle),
            added_line=words.added,
            review_line=words.review_due(self.today) if self.today else "",
        )

    def _word(self, outcome: Outcome, settle: tuple[str, ...]) -> str:
        match outcome:
            case Outcome.DOES_NOT_APPLY:
                return self.words.fixed("does_not_reach")
            case Outcome.NOT_IN_FORCE:
                return self.words.fixed("not_in_force")
            case _ if self._is_model:
                return self.words.fixed("model_only")  # no answer would make it bind anybody
            case Outcome.NEEDS_INFO if not settle:
                return self.words.fixed("not_settled")
            case Outcome.NEEDS_INFO:
                return self.words.fixed("one_answer" if len(settle) == 1 else "some_answers")
        if self.finding.verification is not Verification.TEXT_READ:
            return self.words.fixed("not_checked")
        name = "holds" if outcome is Outcome.APPLIES else "holds_in_part"
        count = len(self.finding.mention)
        return self.words.fixed(f"{name}_one") if count == 1 else self.words.fixed(name).replace("{count}", str(count))

    @property
    def _is_model(self) -> bool:
        return self.words.instrument.kind is Kind.MODEL

    def _shape(self, outcome: Outcome) -> Shape:
        if outcome in {Outcome.DOES_NOT_APPLY, Outcome.NOT_IN_FORCE}:
            return Shape.NONE
        if outcome is Outcome.NEEDS_INFO:
            return Shape.OPEN
        firm = self.finding.verification is Verification.TEXT_READ and not self._is_model
        return Shape.FULL if firm and outcome is Outcome.APPLIES else Shape.HALF

    def _standing(self, settle: tuple[str, ...]) -> Standing:
        if self._is_model:
            return Standing.MODEL
        match self._shape(self.finding.outcome):
            case Shape.NONE:
                return Standing.OUTSIDE
            case Shape.OPEN:
                return Standing.ANSWERS if settle else Standing.LAWYER
        return Standing.HOLDS

    def _limits(self) -> tuple[LimitLine, ...]:
        narrowing = self.finding.narrowed_by
        rest = tuple(tag for tag in self.finding.mention if tag not in narrowing)
        return tuple(self.words.limit(tag, narrows=tag in narrowing) for tag in (*narrowing, *rest))

    def _rule(self, found: RuleFinding) -> RuleLine:
        rule = self._written(found)
        settle = found.missing if self._can_hold(found) else ()
        return RuleLine(
            rule=found.rule,
            title=self.words.of_rule(rule.id, "title", rule.title),
            effect=self.words.of_rule(rule.id, "effect", rule.effect),
            outcome=found.outcome,
            outcome_word=self._word(found.outcome, settle),
            shape=self._shape(found.outcome),
            because=self.words.explainer.reasons(self.finding, found),
            settle=settle,
            narrowed_by=found.narrowed_by,
        )

    def _written(self, found: RuleFinding) -> Rule:
        return next(rule for rule in self.words.instrument.rules if rule.id == found.rule)

    def _can_hold(self, found: RuleFinding) -> bool:
        """Whether answers alone can make the promise hold; else only a lawyer or a court can say."""
        return self._written(found).at_best is not Outcome.NEEDS_INFO
