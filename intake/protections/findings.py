"""What judging comes to: a finding for each instrument, a rule finding for each of its promises."""

from __future__ import annotations

from dataclasses import dataclass, field

from intake.protections.model import Currency, Outcome, Source, Verification


@dataclass(frozen=True, slots=True)
class Because:
    """One reason: an English sentence, and the values of the named fact that ``{values}`` stands for."""

    text: str
    fact: str = ""
    values: tuple[str, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class RuleFinding:
    """What one promise comes to. ``missing`` names facts whose answer could settle it."""

    rule: str
    title: str
    outcome: Outcome
    headline: bool
    because: tuple[Because, ...] = field(default=(), repr=False)
    missing: tuple[str, ...] = ()
    narrowed_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """What one instrument comes to: the least favourable of its headline promises, and every limit to say."""

    instrument: str
    title: str
    outcome: Outcome
    rules: tuple[RuleFinding, ...]
    mention: tuple[str, ...]
    source: Source
    verification: Verification
    currency: Currency
    confirm_first: bool

    @property
    def headline_rules(self) -> tuple[RuleFinding, ...]:
        """The headline promises that decided the outcome."""
        return tuple(rule for rule in self.rules if rule.headline and rule.outcome is self.outcome)

    @property
    def narrowed_by(self) -> tuple[str, ...]:
        """The limits that narrow a headline promise, in the order in which limits are listed."""
        narrowing = {tag for rule in self.rules if rule.headline for tag in rule.narrowed_by}
        return tuple(tag for tag in self.mention if tag in narrowing)

    @property
    def settle(self) -> tuple[str, ...]:
        """The facts that could settle it, when the outcome is open."""
        if self.outcome is not Outcome.NEEDS_INFO:
            return ()
        return tuple(dict.fromkeys(name for rule in self.headline_rules for name in rule.missing))
