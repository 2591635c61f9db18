"""Who does what in a sentence that would leave: the other person is named, and the reporter does nothing but suffer.

Every rule gives the places of the words by which a sentence is held; nothing held, nothing given.
"""

from __future__ import annotations

from collections.abc import Sequence

from intake.screening.gate.words import GateWords
from intake.screening.words import STOPS, Word

_CLAUSE = 8
_POSSESSIVE = "s"


def unclear_doers(words: GateWords, said: Sequence[Word], folded: str, typed: Sequence[str]) -> list[int]:
    """Words that stand for somebody who is not named: I and you, or he and she before the person is."""
    named = next((at for at, one in enumerate(said) if one.text in words.person), len(said))
    return pointing_elsewhere(words, said, named) + [
        at
        for at, (one, raw) in enumerate(zip(said, typed, strict=True))
        if folded[one.start : one.end].partition("'")[0] in words.never
        or (raw.casefold().endswith(words.first_person_endings) and one.text not in words.not_first_person)
    ]


def pointing_elsewhere(words: GateWords, said: Sequence[Word], named: int) -> list[int]:
    """Words that hold whatever else is said, and pronouns before the word by which the person is ``named``."""
    return [at for at, one in enumerate(said) if one.text in words.never or (at < named and one.text in words.pronouns)]


def telling_more(words: GateWords, said: Sequence[Word], typed: Sequence[str]) -> list[int]:
    """Words that tell more where they stand together, and what with a capital inside a line is somebody's name."""
    together = words.never_together.places([one.text for one in said])
    names = {at for at, raw in enumerate(typed) if raw[:1].isupper() and _is_a_name(words, said, at)}
    return sorted(together | names)


def _is_a_name(words: GateWords, said: Sequence[Word], at: int) -> bool:
    """Whether such a word is a name: Bill, or June where it is no date."""
    before = said[at - 1].text if at else ""
    is_date = before in words.before_dates or before.isdigit()
    return bool(before) and (said[at].text in words.names or (said[at].text in words.months and not is_date))


def names_somebody(words: GateWords, said: Sequence[Word]) -> bool:
    """Whether the person or the reporter stands in it. A line with nobody in it is told by the words around it."""
    return any(one.text in words.person or one.text in words.reporter for one in said)


def nobody_acts(words: GateWords, said: Sequence[Word]) -> bool:
    """Whether it tells of the event, of who or what came to it, or of a thing of the reporter's, and of no deed."""
    is_opened = (" ".join(one.text for one in said) + " ").startswith(words.openings)
    is_owned = any(one.text.removesuffix(_POSSESSIVE) in words.reporter for one in said)
    return (is_opened or is_owned) and not any(one.text in words.deeds for one in said)


def own_deeds(words: GateWords, said: Sequence[Word]) -> list[int]:
    """Where the reporter does something that is not on the short list, or has what only a doer has."""
    held: list[int] = []
    for at, one in enumerate(said):
        if one.text not in words.reporter and one.text not in words.either:
            continue
        if _is_doer(words, said, at):
            held += deed_after(words, said, at)
        elif at + 1 < len(said) and said[at + 1].text in words.deeds:
            held += [at, at + 1]  # "the video shows the reporter pushing"
    return held


def own_limbs(words: GateWords, said: Sequence[Word]) -> list[int]:
    """Where a limb of the reporter's does something: it is named behind them, or between two words for by whom."""
    held: list[int] = []
    for at, one in enumerate(said):
        if one.text not in words.reporter and one.text.removesuffix(_POSSESSIVE) not in words.reporter:
            continue
        behind = [place for place in range(at + 1, len(said)) if said[place].text not in words.articles][:3]
        before = [said[place].text for place in range(at) if said[place].text not in words.articles][-3:]
        limb = next((count for count, place in enumerate(behind[:2]) if said[place].text in words.limbs), None)
        if limb is not None:
            acts = behind[limb + 1 : limb + 2]
            held += [place for place in acts if said[place].text in words.deeds - words.suffers]
            held += [at] if before and before[-1] in words.by else []
        match before:
            case [first, own, last] if {first, last} <= words.by and own in words.limbs:
                held.append(at)
    return held


def own_wounds(words: GateWords, said: Sequence[Word]) -> list[int]:
    """Where the other person is the one who is hurt or was struck: it tells of force by the reporter."""
    named = next((at for at, one in enumerate(said) if one.text in words.person), len(said))
    has = next((at for at in range(named + 1, len(said)) if said[at].text not in words.articles), None)
    if has is None or not (said[has].text in words.has or said[has].text in words.suffers):
        return []
    telling = words.wounds if said[has].text in words.has else frozenset[str]()
    if said[has].text in words.suffers:
        telling |= words.struck
    return [at for at, one in enumerate(said) if at > has and one.text in telling]


def _is_doer(words: GateWords, said: Sequence[Word], at: int) -> bool:
    before = at - 1
    while before >= 0 and said[before].text in words.articles:
        before -= 1
    if before >= 0 and said[before].text in words.before_object:
        return False
    following = said[at + 1].text if at + 1 < len(said) else ""
    return bool(following) and following not in STOPS and following not in words.after_object


def deed_after(words: GateWords, said: Sequence[Word], at: int, reach: int = _CLAUSE) -> list[int]:
    """Where the reporter, who stands here as a doer, does something that is not on the short list."""
    clause = range(at + 1, min(len(said), at + 1 + reach))
    first = next((place for place in clause if said[place].text not in words.articles), None)
    if first is None:
        return []
    if said[first].text in words.suffers:
        return [] if _only_by_the_person(words, said[first + 1 :]) else [at, first]
    if said[first].text not in words.reporter_may:
        return [at, first]
    for place in clause:
        if said[place].text in STOPS or said[place].text in words.person:
            break
        if said[place].text in words.deeds:
            return [at, place]
    return []


def _only_by_the_person(words: GateWords, said: Sequence[Word]) -> bool:
    """Whether what was done to the reporter was done by the person, as far as it says by whom."""
    for at, one in enumerate(said[:-1]):
        if one.text in words.by:
            doer = next((after.text for after in said[at + 1 :] if after.text not in words.articles), "")
            return doer in words.person
    return True
