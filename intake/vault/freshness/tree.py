"""A hash tree over the scopes (Merkle, 1987): a change renews its leaf, one group of 4096, one of 64, and the root."""

from __future__ import annotations

from collections.abc import Mapping

from intake.vault.database import Database
from intake.vault.keyed_hash import keyed_hash, same

_WIDTH = 64
_PLACE_DIGITS = 3  # hex digits: 4096 groups, two levels of 64
_UPPER, _GROUPS = 1, 2


class Tree:
    """The stored digests of one records file."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def put(self, digests: Mapping[str, str | None]) -> str:
        """Renew the leaves of these scopes (None: nothing is left of it) and what lies above them; the new root."""
        places = set()
        for scope, digest in digests.items():
            place = self._place(scope)
            places.add(place)
            if digest is None:
                self._database.rows("DELETE FROM tree_leaves WHERE place = ? AND scope = ?", (place, scope))
            else:
                self._database.rows(
                    "INSERT INTO tree_leaves (place, scope, digest) VALUES (?, ?, ?) "
                    "ON CONFLICT (place, scope) DO UPDATE SET digest = excluded.digest",
                    (place, scope, digest),
                )
        for place in places:
            self._put_node(_GROUPS, place, self._group(place))
        for upper in {place // _WIDTH for place in places}:
            self._put_node(_UPPER, upper, self._upper(upper))
        return self.root()

    def clear(self) -> None:
        """Forget every digest."""
        self._database.rows("DELETE FROM tree_leaves")
        self._database.rows("DELETE FROM tree_nodes")

    def root(self) -> str:
        """The root, from the nodes below it."""
        rows = self._database.rows("SELECT place, digest FROM tree_nodes WHERE level = ? ORDER BY place", (_UPPER,))
        return keyed_hash(self._database.chain_key, ["root", *map(list, rows)])

    def leaves(self) -> dict[str, str]:
        """Every stored leaf by scope."""
        rows = self._database.rows("SELECT scope, digest FROM tree_leaves")
        return {str(scope): str(digest) for scope, digest in rows}

    def has_leaf(self, scope: str, digest: str | None) -> bool:
        """Whether exactly this digest is stored for a scope, and the tree above it holds together."""
        place = self._place(scope)
        row = self._database.row("SELECT digest FROM tree_leaves WHERE place = ? AND scope = ?", (place, scope))
        stored = str(row[0]) if row else ""
        return same(stored, digest or "") and same(self._node(_GROUPS, place), self._group(place) or "")

    def is_whole_above(self) -> bool:
        """Whether every node of the upper level is made of the groups below it."""
        return all(same(self._node(_UPPER, upper), self._upper(upper) or "") for upper in range(_WIDTH))

    def is_whole(self) -> bool:
        """Whether every node is made of what lies below it."""
        places = {place for level, place in self._nodes() if level == _GROUPS} | {
            int(row[0] or 0) for row in self._database.rows("SELECT DISTINCT place FROM tree_leaves")
        }
        groups = all(same(self._node(_GROUPS, place), self._group(place) or "") for place in places)
        return groups and self.is_whole_above()

    def _nodes(self) -> list[tuple[int, int]]:
        rows = self._database.rows("SELECT level, place FROM tree_nodes")
        return [(int(level or 0), int(place or 0)) for level, place in rows]

    def _place(self, scope: str) -> int:
        return int(keyed_hash(self._database.chain_key, ["place", scope])[:_PLACE_DIGITS], 16)

    def _group(self, place: int) -> str | None:
        rows = self._database.rows("SELECT scope, digest FROM tree_leaves WHERE place = ? ORDER BY scope", (place,))
        return keyed_hash(self._database.chain_key, ["group", place, *map(list, rows)]) if rows else None

    def _upper(self, upper: int) -> str | None:
        rows = self._database.rows(
            "SELECT place, digest FROM tree_nodes WHERE level = ? AND place >= ? AND place < ? ORDER BY place",
            (_GROUPS, upper * _WIDTH, (upper + 1) * _WIDTH),
        )
        return keyed_hash(self._database.chain_key, ["upper", upper, *map(list, rows)]) if rows else None

    def _node(self, level: int, place: int) -> str:
        row = self._database.row("SELECT digest FROM tree_nodes WHERE level = ? AND place = ?", (level, place))
        return str(row[0]) if row else ""

    def _put_node(self, level: int, place: int, digest: str | None) -> None:
        if digest is None:
            self._database.rows("DELETE FROM tree_nodes WHERE level = ? AND place = ?", (level, place))
            return
        self._database.rows(
            "INSERT INTO tree_nodes (level, place, digest) VALUES (?, ?, ?) "
            "ON CONFLICT (level, place) DO UPDATE SET digest = excluded.digest",
            (level, place, digest),
        )
