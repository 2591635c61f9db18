"""The chain of changes: one link for each transaction, sealed over the link before it. Its start is signed."""

from __future__ import annotations

import secrets

from intake.vault.database import Database
from intake.vault.freshness.standing import FIRST_SEAL, Mark
from intake.vault.keyed_hash import keyed_hash, same

KEPT_LINKS = 4096
_PRUNE_AT_ONCE = 256
_BASE_BYTES = 8


class Links:
    """The links of one records file. Every verb that writes is called inside a transaction."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @property
    def is_begun(self) -> bool:
        """Whether there is a chain at all."""
        return bool(
            self._database.rows("SELECT 1 FROM chain_start UNION ALL SELECT 1 FROM (SELECT 1 FROM links LIMIT 1)")
        )

    def tip(self) -> Mark:
        """The last link, or the start where there is none yet."""
        return self._last(self._start())

    def _last(self, start: Mark) -> Mark:
        row = self._database.row("SELECT seq, seal, device, logical_time FROM links ORDER BY seq DESC LIMIT 1")
        if row is None:
            return start
        return Mark(int(row[0] or 0), str(row[1]), str(row[2]), int(row[3] or 0), start.base)

    def add(self, root: str) -> Mark:
        """Put a link over what the records are now."""
        start = self._start()
        last = self._last(start)
        device, time = self.device()
        seal = self._seal(last.seal, last.seq + 1, device, time, root)
        self._database.rows(
            "INSERT INTO links (seq, device, logical_time, root, seal) VALUES (?, ?, ?, ?, ?)",
            (last.seq + 1, device, time, root, seal),
        )
        self._database.rows("UPDATE this_device SET logical_time = ?", (time + 1,))
        self._prune(start, last.seq + 1)
        return Mark(last.seq + 1, seal, device, time, last.base)

    def begin_anew(self, after: int) -> None:
        """Let what the records are now be the beginning; its number is no lower than ``after``."""
        base = secrets.token_hex(_BASE_BYTES)
        seq = max(self.tip().seq, after)
        self._database.rows("DELETE FROM links")
        self._put_start(Mark(seq, keyed_hash(self._database.chain_key, ["start", seq, base]), base=base))

    def seal_at(self, seq: int) -> str | None:
        """The seal of a state that is still kept."""
        start = self._start()
        if seq == start.seq:
            return start.seal
        row = self._database.row("SELECT seal FROM links WHERE seq = ?", (seq,))
        return str(row[0]) if row else None

    def is_whole(self, root: str) -> bool:
        """Whether the start is ours, every link follows the one before it, and the last one is over this root."""
        row = self._database.row("SELECT seq, seal, base, signature FROM chain_start")
        if row is not None and not same(self._signature(self._start()), str(row[3])):
            return False
        end, last_root = self._start(), None
        rows = self._database.rows("SELECT seq, device, logical_time, root, seal FROM links ORDER BY seq")
        for seq, device, time, root_then, seal in rows:
            here = Mark(int(seq or 0), str(seal), str(device), int(time or 0))
            made = self._seal(end.seal, here.seq, here.device, here.time, str(root_then))
            if here.seq != end.seq + 1 or here.time < end.time or not same(made, here.seal):
                return False
            end, last_root = here, str(root_then)
        return last_root is not None and same(last_root, root)

    def device(self) -> tuple[str, int]:
        """The device that changes are put down to, and the logical time that the next one gets."""
        row = self._database.row("SELECT device, logical_time FROM this_device")
        return (str(row[0]), int(row[1] or 0)) if row else ("", 0)

    def be_device(self, device: str, seen: int) -> None:
        """From now on this is the device, and its time is past every time seen (Lamport, 1978)."""
        before, time = self.device()
        now = max(time, seen + 1, self.tip().time + 1)
        if (device, now) != (before, time):
            self._database.rows("UPDATE this_device SET device = ?, logical_time = ?", (device, now))

    def key_name(self) -> str:
        """What tells the present key from others, without telling anything of it."""
        return keyed_hash(self._database.chain_key, ["name of this key"])

    def add_former_key(self, name: str) -> None:
        """Remember that the vault had another key before."""
        self._database.rows("INSERT OR IGNORE INTO former_keys (name) VALUES (?)", (name,))

    def had_key(self, name: str) -> bool:
        """Whether the vault had a key of this name before."""
        return bool(self._database.rows("SELECT 1 FROM former_keys WHERE name = ?", (name,)))

    def _prune(self, start: Mark, last: int) -> None:
        if last - start.seq < KEPT_LINKS + _PRUNE_AT_ONCE:
            return
        until = last - KEPT_LINKS
        row = self._database.row("SELECT seq, seal, logical_time FROM links WHERE seq = ?", (until,))
        if row is not None:
            self._put_start(Mark(until, str(row[1]), base=start.base))
            self._database.rows("DELETE FROM links WHERE seq <= ?", (until,))

    def _start(self) -> Mark:
        row = self._database.row("SELECT seq, seal, base FROM chain_start")
        return Mark(int(row[0] or 0), str(row[1]), base=str(row[2])) if row else Mark()

    def _put_start(self, start: Mark) -> None:
        self._database.rows(
            "INSERT INTO chain_start (only_row, seq, seal, base, signature) VALUES (1, ?, ?, ?, ?) "
            "ON CONFLICT (only_row) DO UPDATE SET seq = excluded.seq, seal = excluded.seal, base = excluded.base, "
            "signature = excluded.signature",
            (start.seq, start.seal, start.base, self._signature(start)),
        )

    def _signature(self, start: Mark) -> str:
        return keyed_hash(self._database.chain_key, ["chain start", start.seq, start.seal, start.base])

    def _seal(self, before: str, seq: int, device: str, time: int, root: str) -> str:
        return keyed_hash(self._database.chain_key, ["link", before or FIRST_SEAL, seq, device, time, root])
