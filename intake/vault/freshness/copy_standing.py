"""How a copy stands to the open vault."""

from __future__ import annotations

from enum import StrEnum

from intake.vault.database import Database
from intake.vault.freshness.checks import noted_doubts
from intake.vault.freshness.closed import State
from intake.vault.freshness.links import Links
from intake.vault.freshness.standing import DoubtKind


class CopyStanding(StrEnum):
    """``NEWER``: the vault was put back to an older state. ``OTHER_LINE``: somebody began anew on purpose since."""

    SAME = "same"
    OLDER = "older"
    NEWER = "newer"
    FORKED = "forked"
    OTHER_LINE = "other_line"
    UNKNOWN = "unknown"


def standing_of(database: Database, copy_id: str, state: State) -> CopyStanding:
    """Compare the last state of a copy with the states of the vault, and theirs with those of the copy."""
    links, copy = Links(database), state.tip
    tip = links.tip()
    if not state.seals:
        return CopyStanding.UNKNOWN  # from before there was a chain
    noted = database.row("SELECT seal FROM copy_states WHERE copy_id = ? AND seq = ?", (copy_id, copy.seq))
    known = str(noted[0]) if noted else links.seal_at(copy.seq)
    if known == copy.seal:
        return CopyStanding.SAME if copy.seq == tip.seq else CopyStanding.OLDER
    if copy.base != tip.base:
        return CopyStanding.OTHER_LINE
    if known is None and copy.seq <= tip.seq:
        return CopyStanding.UNKNOWN
    # an opening already puts a link on an older state, so that it need not be a state of the copy any more
    was_put_back = any(one.kind is DoubtKind.CHANGES_MISSING for one in noted_doubts(database))
    is_newer = was_put_back or dict(state.seals).get(tip.seq) == tip.seal
    return CopyStanding.NEWER if is_newer else CopyStanding.FORKED
