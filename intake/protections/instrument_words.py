"""The words of one instrument in one language: its own texts, its source, its limits, and how well it was checked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from intake.answers.approximate_date import approximate_date
from intake.protections.card_words import WORDS
from intake.protections.explain import Explainer
from intake.protections.model import CurrencyStatus, Instrument, LimitSource, Verification
from intake.protections.review import ReviewState, review_state

_CITED = {
    Verification.TEXT_READ: "written_in",
    Verification.SECONDARY: "reported_in",
    Verification.UNVERIFIED: "not_seen_in",
}


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
class InstrumentWords:
    """Says what an instrument says, in the language of ``explainer``."""

    instrument: Instrument
    explainer: Explainer

    def told(self, name: str, english: str) -> str:
        """One text of the instrument by the name of its key."""
        return self.explainer.wording.text(f"instrument.{self.instrument.id}.{name}", english)

    def told_each(self, name: str, english: tuple[str, ...]) -> tuple[str, ...]:
        """A list of texts of the instrument, in their order."""
        return tuple(self.told(f"{name}.{place}", text) for place, text in enumerate(english, start=1))

    def of_rule(self, rule_id: str, name: str, english: str) -> str:
        """One text of a rule."""
        return self.explainer.wording.text(f"rule.{self.instrument.id}.{rule_id}.{name}", english)

    def fixed(self, name: str) -> str:
        """One of the words that stand on every card."""
        return self.explainer.wording.text(f"protections.{name}", WORDS[name])

    def limit(self, tag: str, *, narrows: bool = False) -> LimitLine:
        """One limit, with where the law is written that it states."""
        words = self.explainer.limit(tag)
        return LimitLine(tag, words.short, words.sentence, narrows, self.source(words.source) if words.source else "")

    def source(self, source: LimitSource) -> str:
        """Where it is written, or who told of it."""
        line, said = self.fixed(_CITED[source.verification]), self.explainer.source
        return line.replace("{citation}", said(source.citation)).replace("{locator}", said(source.locator))

    @property
    def own_source(self) -> str:
        """Where the instrument itself is written."""
        where = self.instrument.source
        return self.source(LimitSource(where.citation, where.locator, self.instrument.verification))

    @property
    def checked(self) -> str:
        """When it was last checked, and whether to ask first."""
        currency = self.instrument.currency
        name = "checked" if currency.status is CurrencyStatus.CONFIRMED else "ask_if_still"
        return self.fixed(name).replace("{day}", self.day(currency.checked_on.isoformat()))

    @property
    def added(self) -> str:
        """When an organisation added it; empty for what is shipped."""
        on = self.instrument.added_on
        return self.fixed("added_here").replace("{day}", self.day(on.isoformat())) if on else ""

    def review_due(self, today: date) -> str:
        """That somebody should go over it again, or that the clock tells nothing; else empty."""
        review = self.instrument.review
        state = review_state(review, today)
        if state is ReviewState.CHECKED:
            return ""
        line = self.fixed("review_due" if state is ReviewState.DUE else "clock_behind")
        return line.replace("{day}", self.day(review.on.isoformat()))

    @property
    def checked_how(self) -> str:
        """How it was checked."""
        return self.told("checked_how", self.instrument.currency.how)

    def day(self, iso: str) -> str:
        """A day as people write it."""
        when = approximate_date(iso)
        return self.explainer.date(when) if when else ""
