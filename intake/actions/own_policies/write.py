"""Write a policy of the organisation: as a form or as a file, a draft until it is whole and two people agree."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from intake.actions.keys.supervisor import require_supervisor
from intake.actions.own_policies.kept import drop_policy, keep_policy, one_policy, read_policies
from intake.actions.own_policies.versions import overlaps
from intake.actions.session import OpenVault
from intake.actions.small_file import read_small_file
from intake.errors import BrokenContent, Mishap
from intake.export.write_safely import write_safely
from intake.protections.own.compile import compile_form, new_id, next_version
from intake.protections.own.form import PolicyForm, form_from_json, form_to_json
from intake.protections.own.missing import missing
from intake.protections.own.read import OwnFile, read_own
from intake.protections.own.record import Mark, OwnPolicy
from intake.resource_files import MOST_BYTES

FILE_START = "Policy-"


def save_form(session: OpenVault, form: PolicyForm, policy_id: str = "") -> str:
    """Keep the form as a draft and return its id. A policy that is in use stays: this becomes its next version."""
    require_supervisor(session)
    today = session.clock.today()
    tidy = replace(form_from_json(form_to_json(form)), checked_on=today.isoformat())
    taken = tuple(policy.id for policy in read_policies(session)[0])
    draft = _draft_for(session, policy_id, new_id(tidy.title, taken), taken)
    found = _compiled(session, tidy, draft.id)
    keep_policy(session, draft.with_file(found[0], tidy, found[1].place if found[1] else None))
    return draft.id


def _draft_for(session: OpenVault, policy_id: str, fresh_id: str, taken: tuple[str, ...]) -> OwnPolicy:
    before = one_policy(session, policy_id) if policy_id else None
    if before is not None and not before.is_active:
        return before
    name = next_version(before.id, taken) if before else fresh_id
    return OwnPolicy(name, Mark(session.staff_code, session.clock.today(), ""))


def _compiled(session: OpenVault, form: PolicyForm, policy_id: str) -> tuple[str, OwnFile | None]:
    """The file of a form that lacks nothing; no file while it lacks something."""
    if missing(form, session.shipped.protections.jurisdictions):
        return "", None
    file = compile_form(form, policy_id)
    return file, read_own(policy_id, file.encode(), session.shipped.protections)


def import_policy(session: OpenVault, path: Path) -> str:
    """Take a file in as a draft and return its id. Raises BrokenContent with every fault, or Mishap."""
    require_supervisor(session)
    found, raw = check_own_file(session, path)
    if found.instrument is None:
        raise BrokenContent(found.problems)
    policy_id = found.instrument.id
    before = next((one for one in read_policies(session)[0] if one.id == policy_id), None)
    if before is not None and before.is_active:
        raise Mishap(
            "own_id_taken",
            "A policy with this id is in use here.",
            "The one in use has not changed.",
            'Give the file the id of a next version, such as "{next_id}".',
            next_id=f"{policy_id}-v2",
        )
    draft = before or OwnPolicy(policy_id, Mark(session.staff_code, session.clock.today(), ""))
    keep_policy(session, draft.with_file(raw.decode(), None, found.place))
    return policy_id


def check_own_file(session: OpenVault, path: Path) -> tuple[OwnFile, bytes]:
    """What one file comes to, and its bytes. Raises Mishap ``own_file_unread`` when the disk does not give it."""
    raw = read_small_file(path, "Nothing has changed.", MOST_BYTES, "own_file_unread")
    return read_own(path.name, raw, session.shipped.protections), raw


def export_policy(session: OpenVault, policy_id: str, folder: Path) -> Path:
    """Write the file of a policy into ``folder`` under a neutral name. It holds nothing from any report."""
    policy = one_policy(session, policy_id)
    if not policy.file:
        raise not_ready(("Fill in the form first.",))
    return write_safely(folder, policy.file.encode(), ".toml", FILE_START)


def remove_draft(session: OpenVault, policy_id: str) -> None:
    """Forget a draft with its text. Raises Mishap ``own_in_use`` for a policy that is in use: that one is ended."""
    require_supervisor(session)
    if one_policy(session, policy_id).is_active:
        raise Mishap(
            "own_in_use",
            "This policy is in use.",
            "It has not changed.",
            "Give it a last day. It still counts for reports from before that day.",
        )
    drop_policy(session, policy_id)


def end_policy(session: OpenVault, policy_id: str, last_day: str) -> None:
    """Give a policy in use its last day.

    Raises Mishap ``own_last_day`` when that is no day, or too early; ``own_overlap`` when another version holds then.
    """
    require_supervisor(session)
    policy = one_policy(session, policy_id)
    instrument = read_own(policy.id, policy.file.encode(), session.shipped.protections).instrument
    start = instrument.in_force_from.latest if instrument and instrument.in_force_from else date.min
    try:
        day = date.fromisoformat(last_day) if len(last_day) == len("2026-05-31") else None
    except ValueError:
        day = None
    if day is None or day < start:
        raise Mishap(
            "own_last_day",
            "This is not a day on which the policy held.",
            "The policy has not changed.",
            "Write a day such as 2026-05-31, not before the policy was made.",
        )
    ended = replace(policy, last_day=day.isoformat())
    if ended.is_active and overlaps(session, ended):
        raise Mishap(
            "own_overlap",
            "Another version of this policy holds on some of the same days.",
            "The policy has not changed.",
            "Choose a last day before the other version begins.",
        )
    keep_policy(session, ended)


def not_ready(lacks: tuple[str, ...]) -> Mishap:
    """The policy cannot be used yet."""
    return Mishap("own_not_ready", "This policy cannot be used yet.", "The draft is kept as it is.", lacks[0])
