"""The official text of a policy, kept beside our own words for it, and the reading of the one against the other."""

from __future__ import annotations

from dataclasses import replace

from intake.actions.keys.supervisor import require_supervisor
from intake.actions.own_policies.kept import keep_policy, official_text, one_policy
from intake.actions.session import OpenVault
from intake.errors import Mishap
from intake.protections.own.record import Mark, digest_of

LONGEST_TEXT = 1024 * 1024
"""Bytes of the official text, as UTF-8."""
ONE_DESK = "this organisation"
"""The reader of a vault that has one passphrase for all, and so no codes."""


def paste_text(session: OpenVault, policy_id: str, text: str) -> None:
    """Keep the official text with its SHA-256, the day and who pasted it. Any other text than before counts unread.

    Raises Mishap: supervisor_needed, own_text_long.
    """
    require_supervisor(session)
    if len(text) > LONGEST_TEXT or len(text.encode("utf-8", "replace")) > LONGEST_TEXT:
        raise Mishap(
            "own_text_long",
            "This text is longer than 1 MB.",
            "The text that was here before has not changed.",
            "Paste the part that holds the policy, without pictures or other papers.",
        )
    clean = text.encode("utf-8", "replace").decode()
    policy = one_policy(session, policy_id)
    if not clean.strip():
        keep_policy(session, replace(policy, text=None, reading=None), "")
        return
    if policy.text is not None and policy.text.of == digest_of(clean) == digest_of(official_text(session, policy_id)):
        return
    mark = Mark(session.staff_code, session.clock.today(), digest_of(clean))
    keep_policy(session, replace(policy, text=mark, reading=None), clean)


def mark_text_read(session: OpenVault, policy_id: str) -> None:
    """Say that our words were read against the text that is kept. Raises Mishap ``own_no_text`` when there is none."""
    policy = one_policy(session, policy_id)
    kept = official_text(session, policy_id)
    if policy.text is None or not policy.file or digest_of(kept) != policy.text.of:
        raise Mishap(
            "own_no_text",
            "There is no text and no finished form to read side by side.",
            "Nothing has changed.",
            "Paste the official text and fill in the form first.",
        )
    reader = session.staff_code or ONE_DESK
    keep_policy(session, replace(policy, reading=Mark(reader, session.clock.today(), policy.reading_digest)))
