from __future__ import annotations

from dataclasses import dataclass
from random import Random

from hypothesis import given, strategies

from intake.questions.order import in_order


@dataclass(frozen=True, slots=True)
class Link:
    id: str
    after: str


names = strategies.sampled_from([f"n{number}" for number in range(8)])
links = strategies.dictionaries(names, strategies.one_of(strategies.just(""), names, strategies.just("nowhere"))).map(
    lambda found: [Link(name, after) for name, after in found.items()]
)


@given(links, strategies.randoms())
def test_nothing_is_lost_and_the_order_does_not_depend_on_the_order_of_files(
    items: list[Link], shuffler: Random
) -> None:
    ordered = in_order(items)
    shuffled = list(items)
    shuffler.shuffle(shuffled)
    assert sorted(item.id for item in ordered) == sorted(item.id for item in items)
    assert in_order(shuffled) == ordered


def test_a_very_long_chain_is_no_trouble() -> None:
    items = [Link("n0", ""), *(Link(f"n{number}", f"n{number - 1}") for number in range(1, 5000))]
    assert list(in_order(items)) == items
