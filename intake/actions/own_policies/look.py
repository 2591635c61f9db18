"""What the screen shows of the policies of the organisation."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

from intake.actions.keys.supervisor import is_supervisor
from intake.actions.own_policies.agree import what_it_lacks
from intake.actions.own_policies.kept import official_text, one_policy, read_policies
from intake.actions.session import OpenVault
from intake.conditions.facts import Facts
from intake.errors import ContentProblem
from intake.protections.assess import assess_instrument
from intake.protections.cards import FindingCard, finding_card
from intake.protections.model import Instrument, Protections
from intake.protections.own.confirming import ExampleInWords, examples_in_words
from intake.protections.own.form import PolicyForm
from intake.protections.own.merge import as_judged
from intake.protections.own.missing import hard_to_read
from intake.protections.own.read import read_own
from intake.protections.own.record import Mark, OwnPolicy
from intake.protections.review import due_again


@dataclass(frozen=True, slots=True)
class PolicyLine:
    """One policy in the list."""

    id: str
    title: str = field(repr=False)
    added_on: date
    is_active: bool
    last_day: str = field(repr=False)
    lacks: tuple[str, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class PolicyList:
    """Every policy, and those that cannot be used, with the cure."""

    lines: tuple[PolicyLine, ...]
    problems: tuple[ContentProblem, ...]
    may_write: bool


@dataclass(frozen=True, slots=True)
class PolicyView:
    """One policy, whole. ``card`` and ``examples`` are empty while the form is not finished.

    ``card`` shows the policy in the first of its examples.
    """

    policy: OwnPolicy = field(repr=False)
    card: FindingCard | None = field(default=None, repr=False)
    examples: tuple[ExampleInWords, ...] = field(default=(), repr=False)
    text: str = field(default="", repr=False)
    lacks: tuple[str, ...] = field(default=(), repr=False)
    hard: tuple[tuple[str, float], ...] = field(default=(), repr=False)
    may_write: bool = False
    writer: Mark | None = None
    reviewer: Mark | None = None

    @property
    def form(self) -> PolicyForm | None:
        """What was filled in; None for a policy that came as a file."""
        return self.policy.form


def list_policies(session: OpenVault) -> PolicyList:
    """Every policy of the organisation, drafts included."""
    policies, _ = read_policies(session)
    lines = tuple(
        PolicyLine(one.id, _title(one), one.added.on, one.is_active, one.last_day, what_it_lacks(session, one))
        for one in policies
    )
    return PolicyList(lines, session.own.problems, is_supervisor(session))


def view_policy(session: OpenVault, policy_id: str) -> PolicyView:
    """One policy with its card, its examples, its text. Raises Mishap ``own_gone``."""
    policy = one_policy(session, policy_id)
    shipped, wording = session.shipped.protections, session.shipped.wording(session.language)
    found = read_own(policy.id, policy.file.encode(), shipped).instrument if policy.file else None
    return PolicyView(
        policy=policy,
        card=_card(session, as_judged(found, policy), policy) if found else None,
        examples=examples_in_words(found, _with_place(shipped, policy), wording) if found else (),
        text=official_text(session, policy.id),
        lacks=what_it_lacks(session, policy),
        hard=hard_to_read(policy.form) if policy.form else (),
        may_write=is_supervisor(session),
        writer=policy.of_file(policy.writer),
        reviewer=policy.of_file(policy.reviewer),
    )


def count_due(session: OpenVault) -> int:
    """How many instruments are due to be checked again, shipped ones included."""
    return len(due_again(session.content.protections.instruments, session.newest_day))


def _title(policy: OwnPolicy) -> str:
    return policy.form.title if policy.form and policy.form.title else policy.id


def _with_place(shipped: Protections, policy: OwnPolicy) -> Protections:
    places = {policy.place.id: policy.place} if policy.place else {}
    return replace(shipped, jurisdictions={**shipped.jurisdictions, **places})


def _card(session: OpenVault, instrument: Instrument, policy: OwnPolicy) -> FindingCard | None:
    if not instrument.examples:
        return None
    example = instrument.examples[0]
    protections = replace(_with_place(session.shipped.protections, policy), instruments=(instrument,))
    today = example.today or session.clock.today()
    finding = assess_instrument(instrument, Facts(example.facts), today, tuple(protections.limits))
    return finding_card(finding, protections, session.shipped.wording(session.language), session.newest_day)
