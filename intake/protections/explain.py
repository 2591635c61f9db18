"""Turn findings into sentences in one language, with the person's own answers in them."""

from __future__ import annotations

from dataclasses import dataclass

from babel import Locale, UnknownLocaleError
from babel.dates import format_date
from babel.lists import format_list

from intake.answers.approximate_date import approximate_date
from intake.answers.model import ApproximateDate
from intake.protections.findings import Because, Finding, RuleFinding
from intake.protections.model import FactKind, LimitWords, Protections
from intake.wording.catalogue import Wording

_PLACEHOLDER = "{values}"
_DAY, _MONTH = len("2024-05-31"), len("2024-05")


@dataclass(frozen=True, slots=True)
class Explainer:
    """Says findings in the language of ``wording``."""

    protections: Protections
    wording: Wording

    def reasons(self, finding: Finding, rule: RuleFinding) -> tuple[str, ...]:
        """Why one promise came out as it did; nothing is said twice."""
        return tuple(dict.fromkeys(self.reason(finding.instrument, because) for because in rule.because))

    def reason(self, instrument_id: str, because: Because) -> str:
        """One reason as a sentence."""
        text = self.wording.text(f"reason.{instrument_id}", because.text)
        if _PLACEHOLDER not in text:
            return text
        said = text.replace(_PLACEHOLDER, self.values(because.fact, because.values)).replace(
            "..", "."
        )  # "D.C." ends one
        return said[:1].upper() + said[1:]

    def values(self, fact: str, values: tuple[str, ...]) -> str:
        """The values of a fact in words, joined as the language joins a list."""
        words = self.protections.facts.get(fact)
        if not values:
            return self.wording.text(f"fact.{fact}.nothing", words.nothing) if words else ""
        return format_list([self._value(fact, value) for value in values], style="standard", locale=self._locale())

    def limit(self, tag: str) -> LimitWords:
        """A limit in this language; a tag that nobody described stands for itself."""
        words = self.protections.limits.get(tag, LimitWords(tag, tag, tag))
        return LimitWords(
            tag,
            self.wording.text(f"limit.{tag}.short", words.short),
            self.wording.text(f"limit.{tag}.sentence", words.sentence),
            words.source,
        )

    def source(self, told: str) -> str:
        """Where something is written, or who read it, in this language; names of laws and papers keep their number."""
        return self.wording.text("source", told)

    def asks_for(self, fact: str) -> str:
        """What we would ask the person, in a few words."""
        words = self.protections.facts.get(fact)
        return self.wording.text(f"fact.{fact}.asks_for", words.asks_for) if words else fact

    def date(self, when: ApproximateDate) -> str:
        """A day, a month or a year as people write it."""
        if len(when.iso) >= _DAY:
            return format_date(when.earliest, format="long", locale=self._locale())
        if len(when.iso) == _MONTH:
            return format_date(when.earliest, format="MMMM y", locale=self._locale())
        return when.iso

    def _value(self, fact: str, value: str) -> str:
        words = self.protections.facts.get(fact)
        if words is None:
            return value
        if words.kind is FactKind.PLACE:
            place = self.protections.jurisdictions.get(value)
            return self.wording.text(f"jurisdiction.{value}.name", place.name) if place else value
        if words.kind is FactKind.DATE:
            when = approximate_date(value)
            return self.date(when) if when else value
        return self.wording.text(f"fact.{fact}.{value}", words.values.get(value, "") or value)

    def _locale(self) -> Locale:
        try:
            return Locale.parse(self.wording.language.replace("-", "_"))
        except (UnknownLocaleError, ValueError):
            return Locale("en")
