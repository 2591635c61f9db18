"""How a closed vault or copy stands: its last state and what is found wrong with it. Nothing in it is changed."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from intake.vault.database import RECORDS_FILE, Database
from intake.vault.freshness.checks import Checks, noted_doubts
from intake.vault.freshness.head_file import HeadFile
from intake.vault.freshness.links import Links
from intake.vault.freshness.standing import Doubt, DoubtKind, Mark
from intake.vault.keys import DataKey


@dataclass(frozen=True, slots=True)
class State:
    """``seals``: of every state that is still kept, by its number. Empty for records from before the chain."""

    tip: Mark = field(default_factory=Mark)
    seals: tuple[tuple[int, str], ...] = field(default=(), repr=False)
    doubts: tuple[Doubt, ...] = ()


def state_of(folder: Path, key: DataKey, *, must_have_head: bool) -> State:
    """Check every row of a folder that was found whole page by page. Raises Mishap."""
    database = Database.open_to_read(folder / RECORDS_FILE, key)
    try:
        if not database.rows("SELECT 1 FROM sqlite_master WHERE name = 'links'"):
            missing = (Doubt(DoubtKind.CHANGES_MISSING),) if must_have_head else ()
            return State(doubts=missing)
        links, checks = Links(database), Checks(database)
        head = HeadFile(folder, database.chain_key, links.key_name()).read()
        found = [*noted_doubts(database), *checks.outside(head, None, must_have_head=must_have_head), *checks.whole()]
        seals = database.rows("SELECT seq, seal FROM links UNION SELECT seq, seal FROM chain_start ORDER BY seq")
        once = {(one.kind, one.case_id): one for one in reversed(found)}
        return State(links.tip(), tuple((int(n or 0), str(seal)) for n, seal in seals), tuple(once.values())[::-1])
    finally:
        database.close()
