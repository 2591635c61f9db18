"""Before a policy is used: every example confirmed, the writer and a second person agreed, no other version holds."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from intake.actions.keys.supervisor import require_supervisor
from intake.actions.keys.two_people import has_second_person
from intake.actions.own_policies.kept import keep_policy, one_policy
from intake.actions.own_policies.versions import overlaps
from intake.actions.own_policies.write import not_ready
from intake.actions.session import OpenVault
from intake.actions.vault.write_log import log
from intake.errors import Mishap
from intake.protections.own.confirming import examples_in_words
from intake.protections.own.missing import missing
from intake.protections.own.read import read_own
from intake.protections.own.record import Mark, OwnPolicy
from intake.vault.audit.entry import Action


def confirm_examples(session: OpenVault, policy_id: str, digests: Collection[str]) -> None:
    """Keep which examples somebody found right: these and no others."""
    policy = one_policy(session, policy_id)
    keep_policy(session, replace(policy, confirmed=tuple(sorted(digests))))


def agree(session: OpenVault, policy_id: str) -> None:
    """Say that the policy is right as it stands: first its writer, then somebody else.

    Alone, with one passphrase for all, the same person says it twice. Raises Mishap ``own_second_reader`` when the
    writer would agree twice although somebody else is there, ``own_not_ready`` while something is missing.
    """
    policy = one_policy(session, policy_id)
    lacks = unfinished(session, policy)
    if lacks:
        raise not_ready(lacks)
    mark = Mark(session.staff_code, session.clock.today(), policy.file_digest)
    writer = policy.of_file(policy.writer)
    if writer is None:
        require_supervisor(session)
        keep_policy(session, replace(policy, writer=mark, reviewer=None))
        return
    if writer.by == session.staff_code and has_second_person(session):
        raise Mishap(
            "own_second_reader",
            "You wrote this one. A second person has to look at it.",
            "Your own yes is kept.",
            "Ask a second person to open the program with their passphrase and to read it here.",
        )
    keep_policy(session, replace(policy, reviewer=mark))


def activate(session: OpenVault, policy_id: str) -> None:
    """Use the policy from now on. Raises Mishap ``own_not_ready``, ``own_overlap`` or ``supervisor_needed``."""
    require_supervisor(session)
    policy = one_policy(session, policy_id)
    lacks = what_it_lacks(session, policy)
    if lacks:
        raise not_ready(lacks)
    if overlaps(session, policy):
        raise Mishap(
            "own_overlap",
            "Another version of this policy holds on some of the same days.",
            "The version in use has not changed.",
            "Give that version a last day before this one begins. Then use this one.",
        )
    keep_policy(session, replace(policy, is_active=True))
    log(session, Action.POLICY_ADDED)


def unfinished(session: OpenVault, policy: OwnPolicy) -> tuple[str, ...]:
    """What keeps the policy from being agreed on, in the order in which to mend it."""
    shipped = session.shipped.protections
    lacks = missing(policy.form, shipped.jurisdictions) if policy.form else ()
    if lacks or not policy.file:
        return lacks or ("Fill in the form first.",)
    found = read_own(policy.id, policy.file.encode(), shipped)
    if found.instrument is None:
        return tuple(f"{problem.what} {problem.cure}" for problem in found.problems)
    words = examples_in_words(found.instrument, shipped)
    is_left = any(example.digest not in policy.confirmed for example in words)
    return ("Say of each example if it is right.",) if is_left else ()


def what_it_lacks(session: OpenVault, policy: OwnPolicy) -> tuple[str, ...]:
    """What keeps the policy from being used."""
    lacks = unfinished(session, policy)
    if lacks:
        return lacks
    if policy.of_file(policy.writer) is None:
        return ("The one who wrote it has to say that it is right.",)
    if policy.of_file(policy.reviewer) is None:
        return ("A second person has to say that it is right.",)
    return ()
