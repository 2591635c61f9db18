"""Keeps the chain of changes of one open records file, and says whether the records are the newest there were.

Nothing here stands in the way of work: what is found is noted inside the records (``doubts``), so that it is said at
every opening until a person goes on, and the vault can be read and written all the while.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace

from intake.errors import Mishap
from intake.vault.database import Database
from intake.vault.freshness.checks import Checks
from intake.vault.freshness.head_file import HeadFile
from intake.vault.freshness.links import Links
from intake.vault.freshness.scopes import all_scopes, case_scope, digest_of
from intake.vault.freshness.standing import Doubt, DoubtKind, Mark
from intake.vault.freshness.tree import Tree
from intake.vault.freshness.witness import Witness

_DEVICE_BYTES = 8


class Chain:
    """The database calls it around each commit; ``open`` is called once, before anything is written."""

    def __init__(self, database: Database, head: HeadFile) -> None:
        self._database = database
        self._head = head
        self._links = Links(database)
        self._tree = Tree(database)
        self._witness: Witness | None = None
        self._passing: list[Doubt] = []
        self._seen: set[str] = set()
        self._pending: Mark | None = None
        self._mark: Mark | None = None
        self._makes_head = False

    def before_commit(self) -> None:
        """Put a link over what the transaction has touched."""
        scopes = [str(row[0]) for row in self._database.rows("SELECT scope FROM touched")]
        self._pending = None
        if scopes:
            root = self._tree.put({scope: digest_of(self._database, scope) for scope in scopes})
            self._database.rows("DELETE FROM touched")
            self._pending = self._links.add(root)

    def after_commit(self) -> None:
        """Note outside the records how far they have come. Never fails."""
        if self._pending is None:
            return
        self._mark, self._pending = self._pending, None
        if self._makes_head:
            self._makes_head = False
            with suppress(Mishap):
                self._head.make(self._mark)
        else:
            self._head.put(self._mark)

    def closing(self) -> None:
        """Make what lies outside durable. Never fails."""
        if self._mark is not None:
            self._head.settle()
            self._remember()

    def open(self, witness: Witness, *, must_have_head: bool) -> None:
        """Check what can be checked quickly, and begin the chain where there is none. Raises Mishap."""
        self._witness = witness
        head, remembered = self._head.read(), witness.read()
        checks = Checks(self._database)
        found = checks.outside(head, remembered, must_have_head=must_have_head)
        if self._links.is_begun:
            found += checks.quick()
        elif not head.is_there:
            self._head.make(self._links.tip())  # it must be there before the first link is
        times = [self._links.tip().time, *(kept.mark.time for kept in (head.kept, remembered) if kept and kept.is_ours)]
        device = self._device(remembered.mark.device if remembered else "")
        try:
            with self._database.transaction():
                if not self._links.is_begun:
                    self._touch_everything()
                self._links.be_device(device, max(times))
                self._note(found)
        except Mishap as mishap:
            if mishap.code != "disk_full":
                raise
            self._passing += found  # it is said now all the same, and found again next time
        self._mark = self._links.tip()
        self._renew_head()
        self._remember()

    def doubts(self) -> tuple[Doubt, ...]:
        """Everything found and not yet gone on from."""
        rows = self._database.rows("SELECT kind, case_id, count FROM doubts ORDER BY id")
        noted = [
            Doubt(DoubtKind(str(kind)), None if case is None else str(case), int(n or 0)) for kind, case, n in rows
        ]
        return (*noted, *(one for one in self._passing if one not in noted))

    def check_whole(self) -> tuple[Doubt, ...]:
        """Check every row of every case as well. Notes and returns all there is."""
        with self._database.transaction():
            self._note(Checks(self._database).whole())
        return self.doubts()

    def see(self, case_id: str) -> bool:
        """Check a case before it is read or changed for the first time; whether it is as it was left."""
        if case_id in self._seen:
            return True
        self._seen.add(case_id)
        if Checks(self._database).is_as_left(case_scope(case_id)):
            return True
        found = Doubt(DoubtKind.CASE_CHANGED, case_id)
        try:
            with self._database.transaction():
                self._note([found])
        except Mishap:
            self._passing.append(found)
        return False

    def go_on(self) -> None:
        """Take what is there now for the right state; nothing found before is said again. Inside a transaction."""
        remembered = self._witness.read() if self._witness else None
        head = self._head.read().kept
        outside = [kept.mark.seq for kept in (head, remembered) if kept is not None]
        self._database.rows("DELETE FROM doubts")
        self._passing.clear()
        self.begin_anew(max(outside, default=0))

    def begin_anew(self, after: int = 0) -> None:
        """Let the chain begin from what is there now, past the number ``after``. Inside a transaction."""
        self._links.begin_anew(after)
        self._tree.clear()
        self._touch_everything()
        self._makes_head = True

    def carry_to(self, copy: Database) -> None:
        """Begin the chain of a copy of these records anew, under the key that the copy has."""
        other = Chain(copy, HeadFile(None, copy.chain_key, ""))
        copy.watch = other
        with copy.transaction():
            other._links.add_former_key(self._links.key_name())
            other.begin_anew()

    def tip(self) -> Mark:
        """The present state."""
        return self._links.tip()

    def _note(self, found: Iterable[Doubt]) -> None:
        known = {(old.kind, old.case_id) for old in self.doubts()}
        if (DoubtKind.CHANGES_MISSING, None) in known:
            known.add((DoubtKind.FORKED, None))  # work that went on from an older state is no second finding
        for one in found:
            if (one.kind, one.case_id) not in known:
                self._database.rows(
                    "INSERT INTO doubts (kind, case_id, count) VALUES (?, ?, ?)",
                    (one.kind.value, one.case_id, one.count),
                )

    def _device(self, remembered: str) -> str:
        if self._witness is None or not self._witness.is_kept:
            return self._links.device()[0]
        return remembered or secrets.token_hex(_DEVICE_BYTES)

    def _touch_everything(self) -> None:
        for scope in sorted(all_scopes(self._database)):
            self._database.rows("INSERT INTO touched (scope) VALUES (?) ON CONFLICT (scope) DO NOTHING", (scope,))

    def _renew_head(self) -> None:
        if self._mark is None or self.doubts() or self._head.is_at(self._mark):
            return
        self._head.put(self._mark)
        if not self._head.is_at(self._mark):
            self._passing.append(Doubt(DoubtKind.HEAD_NOT_WRITTEN))

    def _remember(self) -> None:
        """Not while something is in doubt: a newer copy that is found yet must not look like a stranger."""
        if self._witness is not None and self._mark is not None and not self._in_doubt():
            self._witness.put(replace(self._mark, device=self._links.device()[0]))

    def _in_doubt(self) -> bool:
        try:
            return any(one.kind is not DoubtKind.HEAD_NOT_WRITTEN for one in self.doubts())
        except Mishap:
            return True
