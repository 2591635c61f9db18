"""Put sections and questions in the order that their ``after`` keys make."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Protocol, TypeVar

from intake.errors import ContentProblem
from intake.resource_files import ContentFile


class Linked(Protocol):
    """Something that says what it follows; the first says nothing."""

    @property
    def id(self) -> str:
        """Its own id."""
        ...

    @property
    def after(self) -> str:
        """The id that it follows, or nothing."""
        ...


T = TypeVar("T", bound=Linked)


def in_order(items: Sequence[T]) -> tuple[T, ...]:
    """Each item behind the one it names. Of several that name the same, the smaller id and all behind it go first.

    What hangs on nothing, or in a loop, comes last; ``order_problems`` tells of it.
    """
    followers: defaultdict[str, list[T]] = defaultdict(list)
    for item in sorted(items, key=lambda item: item.id, reverse=True):
        followers[item.after].append(item)
    waiting = list(followers[""])
    ordered: dict[str, T] = {}
    while waiting:
        item = waiting.pop()
        ordered[item.id] = item
        waiting.extend(followers[item.id])
    left = sorted((item for item in items if item.id not in ordered), key=lambda item: item.id)
    return (*ordered.values(), *left)


def order_problems(
    items: Sequence[Linked], files: Mapping[str, ContentFile], unreadable: Collection[str], where: str
) -> list[ContentProblem]:
    """Two firsts, an ``after`` that names nothing, a loop. ``unreadable`` ids exist, though nobody could read them."""
    links = {item.id: item.after for item in sorted(items, key=lambda item: item.id)}
    firsts = [item_id for item_id, after in links.items() if not after]
    problems = [
        files[extra].problem(
            "id",
            f"'{firsts[0]}' and '{extra}' both lack 'after', so both would come first in {where}.",
            'Add after = "..." to the one that comes later.',
        )
        for extra in firsts[1:]
    ]
    for item_id, after in links.items():
        if after and after not in links and after not in unreadable:
            what = f"'after' names '{after}', and {where} has nothing of that name."
            problems.append(files[item_id].problem("after", what, "Name one that stands in the same place."))
        elif (loop := _loop(item_id, links)) and item_id == min(loop):
            what = f"'after' goes round in a loop: {', '.join(loop)}."
            problems.append(files[item_id].problem("after", what, "Let one of them follow something outside the loop."))
    return problems


def _loop(start: str, links: Mapping[str, str]) -> list[str]:
    """The ids from ``start`` back to itself, or nothing when the chain ends elsewhere."""
    chain = [start]
    while (after := links.get(chain[-1], "")) and after not in chain:
        chain.append(after)
    return chain if after == start else []
