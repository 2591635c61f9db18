"""What an own question asks for that could harm: told while it is written, and never a reason not to keep it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from intake.actions.session import OpenVault
from intake.errors import BrokenContent
from intake.questions.office.model import OwnQuestion, Words
from intake.screening.asking import Asking, load_asking
from intake.screening.harms import Harms, load_harms


@dataclass(frozen=True, slots=True)
class AskedFor:
    """What a question touches, and how an answer to it could harm; in the language of the desk."""

    touches: str = field(repr=False)
    why: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class AskingWords:
    """What knows it; dear to open, and without a word of any report."""

    asking: Asking = field(repr=False)
    harms: Harms = field(repr=False)


def open_asking(session: OpenVault) -> AskingWords:
    """Read it. Takes about half a second: for the worker. Raises BrokenContent."""
    asking, faults = load_asking(session.shipped.root)
    harms, more = load_harms(session.shipped.root)
    if faults or more:
        raise BrokenContent((*faults, *more))
    return AskingWords(asking, harms)


def what_is_asked(
    session: OpenVault, known: AskingWords, language: str, words: Words, labels: tuple[str, ...] = ()
) -> tuple[AskedFor, ...]:
    """Everything that the question or one of its choices asks for; the reason and the hint ask for nothing."""
    kinds = [kind for text in (words.prompt, *labels) for kind in known.asking.asks_for(text, language)]
    wording = session.content.wording(session.language)
    return tuple(
        AskedFor(
            wording.text(f"harm.{kind}.touches", known.harms.kinds[kind].touches),
            wording.text(f"harm.{kind}.why", known.harms.kinds[kind].why),
        )
        for kind in dict.fromkeys(kinds)
    )


def how_many_ask(known: AskingWords, questions: Sequence[OwnQuestion]) -> int:
    """How many of these questions ask, in any of their languages, for what could harm."""

    def asks(one: OwnQuestion) -> bool:
        return any(
            known.asking.asks_for(text, code)
            for code, words in one.words.items()
            for text in (words.prompt, *(choice.labels[code] for choice in one.choices))
        )

    return sum(map(asks, questions))
