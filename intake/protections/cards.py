"""What the panel beside the interview shows of one finding: a word, a shape, reasons, limits, how it was checked."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from intake.answers.approximate_date import approximate_date
from intake.protections.card_words import WORDS
from intake.protections.explain import Explainer
from intake.protections.findings import Finding, RuleFinding
from intake.protections.model import (
    CurrencyStatus,
    Instrument,
    Kind,
    LimitSource,
    Outcome,
    Protections,
    Rule,
    RuleRole,
    Verification,
)
from intake.wording.catalogue import Wording

_CITED = {
    Verification.TEXT_READ: "written_in",
    Verification.SECONDARY: "reported_in",
    Verification.UNVERIFIED: "not_seen_in",
}


class Shape(StrEnum):
    """The shape beside the word, so that colour never says it alone."""

    FULL = "full"
    HALF = "half"
    OPEN = "open"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class LimitLine:
    """One limit on a card; ``narrows`` when it keeps the promise from holding in full.

    ``source_line`` says where the law is written that it states, and is empty when it states none.
    """

    tag: str
    short: str
    sentence: str
    narrows: bool
    source_line: str = ""


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
    """One finding in words. ``settle`` names facts, ``settle_words`` says them as questions for the desk."""

    instrument: str
    title: str
    outcome: Outcome
    outcome_word: str
    shape: Shape
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


def finding_card(finding: Finding, protections: Protections, wording: Wording) -> FindingCard:
    """The card of one finding in the language of ``wording``."""
    return _CardWriter(finding, protections.instrument(finding.instrument), Explainer(protections, wording)).card()


@dataclass(frozen=True, slots=True)
class _CardWriter:
    finding: Finding
    instrument: Instrument
    explainer: Explainer

    def card(self) -> FindingCard:
        finding, told, where = self.finding, self._told, self.finding.source
        reasons = (text for rule in finding.headline_rules for text in self.explainer.reasons(finding, rule))
        settle = finding.settle if any(self._can_hold(rule) for rule in finding.headline_rules) else ()
        return FindingCard(
            instrument=finding.instrument,
            title=told("short_title", self.instrument.short_title),
            outcome=finding.outcome,
            outcome_word=self._word(finding.outcome, settle),
            shape=self._shape(finding.outcome),
            plain_words=told("plain_words", self.instrument.plain_words),
            who_promised=told("who_promised", self.instrument.who_promised),
            because=tuple(dict.fromkeys(reasons)),
            limits=self._limits(),
            rules=tuple(self._rule(rule) for rule in finding.rules),
            notes=tuple(
                self._of_rule(rule.id, "effect", rule.effect)
                for rule in self.instrument.rules
                if rule.role is RuleRole.EXCEPTION
            ),
            source_line=self._source(LimitSource(where.citation, where.locator, finding.verification)),
            verification_sentence=self._fixed(finding.verification.value),
            checked_line=self._checked(),
            checked_how=told("checked_how", self.instrument.currency.how),
            confirm_first=finding.confirm_first,
            settle=settle,
            settle_words=tuple(self.explainer.asks_for(name) for name in settle),
        )

    def _word(self, outcome: Outcome, settle: tuple[str, ...]) -> str:
        match outcome:
            case Outcome.DOES_NOT_APPLY:
                return self._fixed("does_not_reach")
            case Outcome.NOT_IN_FORCE:
                return self._fixed("not_in_force")
            case _ if self.instrument.kind is Kind.MODEL:
                return self._fixed("model_only")  # no answer would make it bind anybody
            case Outcome.NEEDS_INFO if not settle:
                return self._fixed("not_settled")
            case Outcome.NEEDS_INFO:
                return self._fixed("one_answer" if len(settle) == 1 else "some_answers")
        if self.finding.verification is not Verification.TEXT_READ:
            return self._fixed("not_checked")
        name = "holds" if outcome is Outcome.APPLIES else "holds_in_part"
        count = len(self.finding.mention)
        return self._fixed(f"{name}_one") if count == 1 else self._fixed(name).replace("{count}", str(count))

    def _shape(self, outcome: Outcome) -> Shape:
        if outcome in {Outcome.DOES_NOT_APPLY, Outcome.NOT_IN_FORCE}:
            return Shape.NONE
        if outcome is Outcome.NEEDS_INFO:
            return Shape.OPEN
        firm = self.finding.verification is Verification.TEXT_READ and self.instrument.kind is not Kind.MODEL
        return Shape.FULL if firm and outcome is Outcome.APPLIES else Shape.HALF

    def _limits(self) -> tuple[LimitLine, ...]:
        narrowing = self.finding.narrowed_by
        rest = tuple(tag for tag in self.finding.mention if tag not in narrowing)
        lines = []
        for tag in (*narrowing, *rest):
            words = self.explainer.limit(tag)
            source = self._source(words.source) if words.source else ""
            lines.append(LimitLine(tag, words.short, words.sentence, tag in narrowing, source))
        return tuple(lines)

    def _rule(self, found: RuleFinding) -> RuleLine:
        rule = self._written(found)
        settle = found.missing if self._can_hold(found) else ()
        return RuleLine(
            rule=found.rule,
            title=self._of_rule(rule.id, "title", rule.title),
            effect=self._of_rule(rule.id, "effect", rule.effect),
            outcome=found.outcome,
            outcome_word=self._word(found.outcome, settle),
            shape=self._shape(found.outcome),
            because=self.explainer.reasons(self.finding, found),
            settle=settle,
            narrowed_by=found.narrowed_by,
        )

    def _written(self, found: RuleFinding) -> Rule:
        return next(rule for rule in self.instrument.rules if rule.id == found.rule)

    def _can_hold(self, found: RuleFinding) -> bool:
        """Whether answers alone can make the promise hold; else only a lawyer or a court can say."""
        return self._written(found).at_best is not Outcome.NEEDS_INFO

    def _source(self, source: LimitSource) -> str:
        line = self._fixed(_CITED[source.verification])
        return line.replace("{citation}", source.citation).replace("{locator}", source.locator)

    def _checked(self) -> str:
        currency = self.finding.currency
        name = "checked" if currency.status is CurrencyStatus.CONFIRMED else "ask_if_still"
        day = approximate_date(currency.checked_on.isoformat())
        return self._fixed(name).replace("{day}", self.explainer.date(day) if day else "")

    def _told(self, name: str, english: str) -> str:
        return self.explainer.wording.text(f"instrument.{self.instrument.id}.{name}", english)

    def _of_rule(self, rule_id: str, name: str, english: str) -> str:
        return self.explainer.wording.text(f"rule.{self.instrument.id}.{rule_id}.{name}", english)

    def _fixed(self, name: str) -> str:
        return self.explainer.wording.text(f"protections.{name}", WORDS[name])
