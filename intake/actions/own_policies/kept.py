"""Where the vault keeps the policies of the organisation, and how they come to stand beside the shipped ones."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace

from intake.actions.office_questions.laid_over import as_asked_here
from intake.actions.session import OpenVault, OwnContent
from intake.actions.vault.clock_check import day_the_clock_misses
from intake.content import Content
from intake.errors import ContentProblem, Mishap
from intake.protections.model import Jurisdiction
from intake.protections.own.merge import merge
from intake.protections.own.record import OwnPolicy, digest_of, policy_from_json, policy_to_json
from intake.questions.model import FactRule, Option, Question

MOST_POLICIES = 50
_LIST, _TEXT = "own_policies.list", "own_policies.text."
_PLACE_QUESTION, _PLACE_FACT = "when_where.city", "incident_place"


def take_in_own_policies(session: OpenVault) -> None:
    """Lay the active policies beside the shipped instruments, and the office's changes over the questions.

    Called when a vault opens, and after every change.
    A policy that cannot be read is named in ``session.own.problems``; the rest works on.
    """
    policies, problems = read_policies(session)
    merged = merge(session.shipped.protections, (_with_honest_text(session, one) for one in policies))
    session.own = OwnContent(merged.places, (*problems, *merged.problems))
    content = _with_places(replace(session.shipped, protections=merged.protections), merged.places)
    session.content = as_asked_here(session, content)
    session.newest_seen = day_the_clock_misses(session)


def read_policies(session: OpenVault) -> tuple[tuple[OwnPolicy, ...], tuple[ContentProblem, ...]]:
    """Every policy that is kept, oldest first, and what is kept but cannot be read."""
    policies, problems = [], []
    for number, entry in enumerate(_entries(session), start=1):
        try:
            policies.append(policy_from_json(entry))
        except ValueError:
            name = _name(entry) or f"policy {number}"
            what, cure = (
                "What is kept of this policy cannot be read.",
                "Write it again, or put back a copy of the vault.",
            )
            problems.append(ContentProblem(name, 1, what, cure))
    return tuple(policies), tuple(problems)


def one_policy(session: OpenVault, policy_id: str) -> OwnPolicy:
    """One policy. Raises Mishap ``own_gone`` when it is not there any more."""
    for policy in read_policies(session)[0]:
        if policy.id == policy_id:
            return policy
    raise Mishap(
        "own_gone",
        "This policy is not here any more.",
        "Nothing else has changed.",
        "Go back to the list and choose another.",
    )


def keep_policy(session: OpenVault, policy: OwnPolicy, text: str | None = None) -> None:
    """Keep one policy in the place of the one with its id, or as a new one; with ``text`` also its official text."""
    entries = [policy_to_json(policy) if _name(entry) == policy.id else entry for entry in _entries(session)]
    if not any(_name(entry) == policy.id for entry in entries):
        entries.append(policy_to_json(policy))
    if len(entries) > MOST_POLICIES:
        raise Mishap(
            "own_too_many",
            "There are {count} policies here already.",
            "Those that are there have not changed.",
            "Remove a draft that nobody needs.",
            count=str(MOST_POLICIES),
        )
    with session.store.together():
        if text is not None:
            session.store.put_setting(_TEXT + policy.id, text)
        _put(session, entries)
    take_in_own_policies(session)


def drop_policy(session: OpenVault, policy_id: str) -> None:
    """Forget one policy with its text."""
    with session.store.together():
        session.store.put_setting(_TEXT + policy_id, "")
        _put(session, [entry for entry in _entries(session) if _name(entry) != policy_id])
    take_in_own_policies(session)


def official_text(session: OpenVault, policy_id: str) -> str:
    """The official text that was pasted; empty when none was."""
    return session.store.setting(_TEXT + policy_id) or ""


def _with_honest_text(session: OpenVault, policy: OwnPolicy) -> OwnPolicy:
    """The policy without its text, where the text that is kept is not the one that was pasted."""
    if policy.text is not None and digest_of(official_text(session, policy.id)) != policy.text.of:
        return replace(policy, text=None)
    return policy


def _entries(session: OpenVault) -> list[object]:
    try:
        kept = json.loads(session.store.setting(_LIST) or "[]")
    except (ValueError, RecursionError):
        return [None]
    return kept if isinstance(kept, list) else [None]


def _put(session: OpenVault, entries: Iterable[object]) -> None:
    session.store.put_setting(_LIST, json.dumps(list(entries), ensure_ascii=False))


def _name(entry: object) -> str:
    name = entry.get("id") if isinstance(entry, Mapping) else None
    return name if isinstance(name, str) else ""


def _with_places(content: Content, places: tuple[Jurisdiction, ...]) -> Content:
    """The question where it happened offers the places of the organisation as well, first of all."""
    if not places:
        return content
    questions = tuple(
        _offering(one, places) if one.id == _PLACE_QUESTION else one for one in content.questions.questions
    )
    return replace(content, questions=replace(content.questions, questions=questions))


def _offering(question: Question, places: tuple[Jurisdiction, ...]) -> Question:
    options = tuple(Option(place.id, place.name) for place in places)
    return replace(
        question,
        options=(*options, *question.options),
        facts=tuple(_giving(rule, places) for rule in question.facts),
    )


def _giving(rule: FactRule, places: tuple[Jurisdiction, ...]) -> FactRule:
    """What the place gives is itself; whatever else it gives is what the place that it lies in gives."""
    more = {
        place.id: place.id if rule.fact == _PLACE_FACT else rule.gives[place.parent]
        for place in places
        if rule.fact == _PLACE_FACT or place.parent in rule.gives
    }
    return replace(rule, gives={**rule.gives, **more})
