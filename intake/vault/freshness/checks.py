"""What can be found wrong with the records: against themselves, the head beside them, and what this computer knows."""

from __future__ import annotations

from intake.vault.audit.log import AuditLog
from intake.vault.database import Database
from intake.vault.freshness.head_file import Head
from intake.vault.freshness.links import Links
from intake.vault.freshness.scopes import OFFICE_TABLES, all_scopes, case_of, digest_of, office_scopes
from intake.vault.freshness.signed_mark import Kept
from intake.vault.freshness.standing import Doubt, DoubtKind, Mark
from intake.vault.freshness.tree import Tree


class Checks:
    """Reads only."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._links = Links(database)
        self._tree = Tree(database)

    def outside(self, head: Head, remembered: Kept | None, *, must_have_head: bool) -> list[Doubt]:
        """Compare with what lies outside the records. A head that lags is what a kill leaves."""
        is_begun = self._links.is_begun
        found: list[Doubt] = []
        if not head.is_there:
            if is_begun or must_have_head:
                found.append(Doubt(DoubtKind.HEAD_GONE))
        elif head.kept is None:
            found += [Doubt(DoubtKind.HEAD_DAMAGED)] if is_begun or must_have_head else []
        elif head.kept.is_ours:
            found += self._against(head.kept.mark)
        elif not self._links.had_key(head.kept.key_name):
            found.append(Doubt(DoubtKind.HEAD_DAMAGED))
        if must_have_head and not is_begun and not found:
            found.append(Doubt(DoubtKind.CHANGES_MISSING))
        known = {one.kind for one in found}
        return found + [one for one in self._against_memory(remembered) if one.kind not in known]

    def quick(self) -> list[Doubt]:
        """The chain, the upper tree, the office tables, and which cases there are."""
        found: list[Doubt] = []
        if not self._tree.is_whole_above() or not self._links.is_whole(self._tree.root()):
            found.append(Doubt(DoubtKind.CHAIN_BROKEN))
        if not all(self.is_as_left(scope) for scope in office_scopes()) or not self._are_indexed(*OFFICE_TABLES):
            found.append(Doubt(DoubtKind.OFFICE_CHANGED))
        pending = self._pending()
        known = {scope for scope in self._tree.leaves() if case_of(scope)} - pending
        there = {scope for scope in all_scopes(self._database) if case_of(scope)} - pending
        if known != there or not self._are_indexed("cases"):
            found.append(Doubt(DoubtKind.CASES_DIFFER, count=len(known - there)))
        return found

    def whole(self) -> list[Doubt]:
        """All that ``quick`` looks at, every row of every case, the whole tree, and the log of actions."""
        if not self._links.is_begun:
            return []
        found = self.quick()
        pending = self._pending()
        leaves = self._tree.leaves()
        for scope in sorted(all_scopes(self._database) - pending):
            case_id = case_of(scope)
            if case_id is not None and scope in leaves and leaves[scope] != digest_of(self._database, scope):
                found.append(Doubt(DoubtKind.CASE_CHANGED, case_id))
        is_broken = not self._tree.is_whole() or self._database.rows("PRAGMA integrity_check") != [("ok",)]
        if is_broken and all(one.kind is not DoubtKind.CHAIN_BROKEN for one in found):
            found.append(Doubt(DoubtKind.CHAIN_BROKEN))
        if not AuditLog(self._database).verify().is_whole:
            found.append(Doubt(DoubtKind.LOG_CHANGED))
        return found

    def is_as_left(self, scope: str) -> bool:
        """Whether the rows of a scope are those that the last change left; one changed right now is."""
        return scope in self._pending() or self._tree.has_leaf(scope, digest_of(self._database, scope))

    def _are_indexed(self, *tables: str) -> bool:
        """Whether each index leads to all rows of its table: an older page of an index would hide some."""
        return all(self._database.rows(f"PRAGMA integrity_check({table})") == [("ok",)] for table in tables)

    def _pending(self) -> frozenset[str]:
        """Touched and under no link yet: in this transaction, or by an earlier version of the program."""
        return frozenset(str(row[0]) for row in self._database.rows("SELECT scope FROM touched"))

    def _against(self, mark: Mark) -> list[Doubt]:
        tip = self._links.tip()
        if mark.seq > tip.seq:
            return [Doubt(DoubtKind.CHANGES_MISSING, count=mark.seq - tip.seq)]
        seal = self._links.seal_at(mark.seq)
        return [] if seal is None or seal == mark.seal else [Doubt(DoubtKind.FORKED)]

    def _against_memory(self, remembered: Kept | None) -> list[Doubt]:
        """A base that this computer has not seen was taken on purpose, by somebody who holds the key."""
        if remembered is None or self._links.tip().base not in remembered.bases:
            return []
        if remembered.is_ours:
            return self._against(remembered.mark)
        is_older = remembered.key_name != self._links.key_name() and not self._links.had_key(remembered.key_name)
        return [Doubt(DoubtKind.BEFORE_NEW_KEY)] if is_older else []


def noted_doubts(database: Database) -> tuple[Doubt, ...]:
    """What was found earlier and not gone on from."""
    rows = database.rows("SELECT kind, case_id, count FROM doubts ORDER BY id")
    return tuple(
        Doubt(DoubtKind(str(kind)), None if case_id is None else str(case_id), int(count or 0))
        for kind, case_id, count in rows
    )
