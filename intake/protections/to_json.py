"""Findings and instruments as the headless verbs print them: stable names, plain English strings."""

from __future__ import annotations

from intake.protections.explain import Explainer
from intake.protections.findings import Finding, RuleFinding
from intake.protections.model import Instrument, Protections, Rule
from intake.wording.catalogue import Wording

Json = dict[str, object]


def finding_to_json(finding: Finding, protections: Protections) -> Json:
    """One finding for the verb ``assess``."""
    explainer = Explainer(protections, Wording())
    return {
        "instrument": finding.instrument,
        "outcome": finding.outcome.value,
        "rules": [_rule_finding(finding, rule, explainer) for rule in finding.rules],
        "mention": list(finding.mention),
        "source": {"citation": finding.source.citation, "locator": finding.source.locator},
        "verification": finding.verification.value,
        "confirm_first": finding.confirm_first,
    }


def instruments_to_json(protections: Protections) -> list[Json]:
    """One table for every instrument, for the verb ``instruments``."""
    return [_instrument(instrument) for instrument in protections.instruments]


def _rule_finding(finding: Finding, rule: RuleFinding, explainer: Explainer) -> Json:
    limits = (explainer.limit(tag).sentence for tag in rule.narrowed_by)
    return {
        "rule": rule.rule,
        "outcome": rule.outcome.value,
        "because": " ".join((*explainer.reasons(finding, rule), *limits)),
        "missing": list(rule.missing),
    }


def _instrument(instrument: Instrument) -> Json:
    return {
        "id": instrument.id,
        "title": instrument.title,
        "short_title": instrument.short_title,
        "plain_words": instrument.plain_words,
        "who_promised": instrument.who_promised,
        "what_to_say": list(instrument.what_to_say),
        "before_you_rely": list(instrument.before_you_rely),
        "effects": [effect.value for effect in instrument.effects],
        "offences_reached": list(instrument.offences_reached),
        "jurisdiction": instrument.jurisdiction,
        "kind": instrument.kind.value,
        "rules": [_rule(rule) for rule in instrument.rules],
        "date_that_counts": instrument.date_that_counts.value,
        "in_force_from": instrument.in_force_from.iso if instrument.in_force_from else None,
        "in_force_until": instrument.in_force_until.iso if instrument.in_force_until else None,
        "limits": list(dict.fromkeys(limit.tag for limit in instrument.limits)),
        "source": {
            "citation": instrument.source.citation,
            "locator": instrument.source.locator,
            "read_on": instrument.source.read_on.isoformat(),
            "read_by": instrument.source.read_by,
        },
        "verification": instrument.verification.value,
        "currency": {
            "status": instrument.currency.status.value,
            "checked_on": instrument.currency.checked_on.isoformat(),
            "how": instrument.currency.how,
        },
        "review": {
            "by": instrument.review.by,
            "on": instrument.review.on.isoformat(),
            "due_on": instrument.review.due_on.isoformat(),
            "lawyer": instrument.review.lawyer,
        },
        "confirm_first": instrument.confirm_first,
    }


def _rule(rule: Rule) -> Json:
    return {
        "rule": rule.id,
        "role": rule.role.value,
        "title": rule.title,
        "effect": rule.effect,
        "locator": rule.locator,
        "headline": rule.headline,
        "at_best": rule.at_best.value,
        "limits": list(dict.fromkeys(limit.tag for limit in rule.limits)),
    }
