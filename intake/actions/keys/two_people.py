"""The rule of two people: what one person cannot undo, a second person agrees to with their own passphrase.

An organisation turns it on. It is asked here, in the verbs, not on the screens; it is a rule of the program, not a
lock (SECURITY.md).
"""

from __future__ import annotations

from enum import StrEnum

from intake.actions.keys.supervisor import require_supervisor
from intake.actions.session import OpenVault
from intake.actions.vault.write_log import log
from intake.vault.audit.entry import Action
from intake.vault.slots.key_mishaps import no_second_person
from intake.vault.slots.second_person import is_somebody_else_there, prove_second_person

_RULE = "vault.two_people"  # a setting of the vault: it stays when everything is erased


class GuardedAct(StrEnum):
    """Everything that takes two people while the rule is on; there is no other list."""

    ERASE_EVERYTHING = "erase_everything"
    ERASE_SEVERAL = "erase_several"
    ERASE_REPORT = "erase_report"
    ERASE_WORDS = "erase_words"
    REMOVE_STAFF = "remove_staff"
    ANSWER_ORDER = "answer_order"
    TURN_RULE_ON = "turn_rule_on"
    TURN_RULE_OFF = "turn_rule_off"


def is_rule_on(session: OpenVault) -> bool:
    """Whether the organisation wants two people."""
    return session.store.setting(_RULE) == "1"


def has_second_person(session: OpenVault) -> bool:
    """Whether anybody else has a passphrase; never in a practice vault."""
    return not session.store.is_in_memory and is_somebody_else_there(session.store)


def is_second_asked(session: OpenVault, act: GuardedAct) -> bool:
    """Whether this act takes a second person now. Somebody left alone may turn the rule off, and nothing else."""
    match act:
        case GuardedAct.TURN_RULE_ON:
            return True
        case GuardedAct.TURN_RULE_OFF:
            return is_rule_on(session) and has_second_person(session)
        case _:
            return is_rule_on(session)


def need_second_person(session: OpenVault, act: GuardedAct, second: bytearray | None) -> None:
    """Let an act go on, or raise; called before anything is changed. Slow. The caller wipes the passphrase.

    That somebody agreed is written to the log with their code. Raises Mishap: second_needed, second_is_you,
    second_unknown, no_second_person, header_changed.
    """
    if is_second_asked(session, act):
        owner = prove_second_person(session.store, second or bytearray())
        log(session, Action.SECOND_AGREED, staff_code=owner.code)


def turn_rule(session: OpenVault, is_wanted: bool, second: bytearray | None) -> None:
    """Turn the rule on or off; as it is already, nothing changes. Raises Mishap also supervisor_needed."""
    require_supervisor(session)
    if is_rule_on(session) is is_wanted:
        return
    if is_wanted and not has_second_person(session):
        raise no_second_person()
    need_second_person(session, GuardedAct.TURN_RULE_ON if is_wanted else GuardedAct.TURN_RULE_OFF, second)
    session.store.put_setting(_RULE, "1" if is_wanted else "0")
    log(session, Action.RULE_CHANGED)
