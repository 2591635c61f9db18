"""Whether staff may write lines in own words for a page. Off unless the organisation turns it on."""

from __future__ import annotations

from intake.actions.keys.supervisor import require_supervisor
from intake.actions.session import OpenVault
from intake.actions.vault.write_log import log
from intake.vault.audit.entry import Action

_SETTING = "office.own_words"


def own_words_allowed(session: OpenVault) -> bool:
    """Whether lines in own words may be noted."""
    return session.store.setting(_SETTING) == "1"


def allow_own_words(session: OpenVault, is_wanted: bool) -> None:
    """Turn it on or off. Raises Mishap supervisor_needed."""
    require_supervisor(session)
    if own_words_allowed(session) is is_wanted:
        return
    session.store.put_setting(_SETTING, "1" if is_wanted else "0")
    log(session, Action.RULE_CHANGED)
