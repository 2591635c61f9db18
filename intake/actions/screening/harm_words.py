"""What is said of a mark, in the words of the desk, with neutral words in the language of the text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from intake.screening.harms import Harm, Harms
from intake.wording.catalogue import Wording

_ELSEWHERE = "unread"


@dataclass(frozen=True, slots=True)
class OfferedWords:
    """Neutral words, and when they are true."""

    words: str = field(repr=False)
    when: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class HarmWords:
    """What a mark touches, why it matters, what comes first (may be empty), and what could stand there instead.

    ``who_decides``: the same words do no harm when the other person did it (``is_deed``) or is meant.
    """

    touches: str = field(repr=False)
    why_it_matters: str = field(repr=False)
    comes_first: str = field(repr=False)
    other_named: str = field(repr=False)
    offered: tuple[OfferedWords, ...] = field(repr=False)
    who_decides: bool = False
    is_deed: bool = False


def harm_words(harms: Harms, category: str, desk: Wording, text: Wording) -> HarmWords:
    """The words for one mark: ``desk`` is the language of the screen, ``text`` that in which somebody writes."""
    harm = harms.kinds.get(category) or harms.kinds[_ELSEWHERE]
    name = f"harm.{harm.category}"
    first = desk.text(f"{name}.first", harm.first) if harm.first else ""
    named, meant = ("harm.doer.named", harms.doer_named), ("harm.doer.meant", harms.other_meant)
    other = text.text(*(named if harm.is_deed else meant))
    return HarmWords(
        desk.text(f"{name}.touches", harm.touches),
        desk.text(f"{name}.why", harm.why),
        first,
        other,
        tuple(
            OfferedWords(
                text.text(f"{name}.words.{one.id}", one.words),
                desk.text(f"{name}.when.{one.id}", one.when),
            )
            for one in harm.wordings
        ),
        harm.who_decides,
        harm.is_deed,
    )


def text_language(spoken: str, shipped: Callable[[], tuple[str, ...]], desk: str) -> str:
    """The language in which words are offered: that of the text where we have it, else that of the screen."""
    return spoken if spoken in shipped() else desk


def messages(harm: Harm) -> dict[str, str]:
    """Every message of one kind of mark with its English, for those who translate."""
    name = f"harm.{harm.category}"
    found = {f"{name}.touches": harm.touches, f"{name}.why": harm.why}
    if harm.first:
        found[f"{name}.first"] = harm.first
    for one in harm.wordings:
        found |= {f"{name}.words.{one.id}": one.words, f"{name}.when.{one.id}": one.when}
    return found
