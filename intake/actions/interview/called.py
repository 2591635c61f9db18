"""What the things that happened, and the people, are called on the screen: by a short name, or by their order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from intake.actions.session import OpenVault
from intake.actions.told_of_paper import NAMES, name_key, read_names
from intake.cases.model import Case
from intake.cases.told_of import Desk, Repeats, ToldOf
from intake.wording.catalogue import Wording

_ORDER = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
WORDS: Mapping[str, str] = {
    **{f"told_of.incident.{number}": f"The {word} thing" for number, word in enumerate(_ORDER, start=1)},
    **{f"told_of.person.{number}": f"The {word} person" for number, word in enumerate(_ORDER, start=1)},
    "told_of.more.incident": "One more thing",
    "told_of.more.person": "One more person",
    "told_of.whole": "The whole report",
}
"""Every text with its message id."""


class Called:
    """Names for one look at a report."""

    def __init__(self, session: OpenVault, case: Case, told_of: ToldOf | None = None) -> None:
        self.told_of = told_of or session.told_of(case)
        self._names = read_names(session.store.paper(case.id, NAMES))
        self._wording: Wording = session.content.wording(session.language)

    def one(self, repeats: Repeats, number: int) -> str:
        """What this one is called."""
        return self._names.get(name_key(repeats, number)) or self._by_order(repeats, number)

    def own_name(self, repeats: Repeats, number: int) -> str:
        """The short name that somebody typed, or nothing."""
        return self._names.get(name_key(repeats, number), "")

    def if_several(self, repeats: Repeats, number: int) -> str:
        """What it is called where there is more than one; nothing where there is no other."""
        is_alone = repeats is Repeats.ONCE or len(self.told_of.numbers(repeats)) == 1
        return "" if is_alone else self.one(repeats, number)

    def whole(self) -> str:
        """What is about none of several, but about the report as a whole."""
        return self._wording.text("told_of.whole", WORDS["told_of.whole"])

    def desk(self, desk: Desk) -> str:
        """What this is about, in one line; nothing where the report tells of one thing by one person."""
        return " · ".join(self._parts(desk))

    def _parts(self, desk: Desk) -> Iterator[str]:
        yield from filter(None, [self.if_several(Repeats.INCIDENT, desk.incident)])
        yield from filter(None, [self.if_several(Repeats.PERSON, desk.person)])

    def _by_order(self, repeats: Repeats, number: int) -> str:
        numbers = self.told_of.numbers(repeats)
        place = numbers.index(number) + 1 if number in numbers else 0
        message_id = f"told_of.{repeats}.{place}"
        if message_id not in WORDS:
            message_id = f"told_of.more.{repeats}"
        return self._wording.text(message_id, WORDS[message_id])
