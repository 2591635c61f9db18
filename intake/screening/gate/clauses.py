"""Who does what in a line of a language that is read by the frames of another, clause by clause.

Such languages may leave out who does it, and nobody has measured their looser ways of saying it. So each clause names
its doer before it tells of a deed, and the reporter stands only where it is done to them. In doubt the line is held.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from intake.screening.gate.doers import deed_after, pointing_elsewhere
from intake.screening.gate.words import GateWords
from intake.screening.words import STOPS, Word

LONGEST_OPENING = 8


def not_named(words: GateWords, said: Sequence[Word], opened: int) -> list[int]:
    """Words that may stand for somebody who is not named, and deeds before anybody is named who does them.

    ``opened``: how many words at the beginning tell of the event itself, or of who or what came to it.
    """
    named = next((at for at in range(len(said)) if _is_person(words, said, at)), len(said))
    held = pointing_elsewhere(words, said, named)
    for clause in _clauses(said):
        doers = [at for at in clause if _is_doer(words, said, at)]
        first = clause.start if doers and _may_come_late(words, said, clause) else min(doers, default=clause.stop)
        held += [at for at in range(max(clause.start, opened), first) if said[at].text in words.deeds]
    return held


def says_who(words: GateWords, said: Sequence[Word], opened: int) -> bool:
    """Whether somebody is named who may do something, or the line begins with what needs nobody."""
    return opened > 0 or any(_is_person(words, said, at) or said[at].text in words.reporter for at in range(len(said)))


def done_by_reporter(words: GateWords, said: Sequence[Word]) -> list[int]:
    """Where the reporter is not clearly the one to whom it is done, and does more than the short list allows."""
    held: list[int] = []
    for at, one in enumerate(said):
        if one.text not in words.reporter:
            continue
        follows = at + 1 < len(said) and said[at + 1].text not in STOPS
        if _is_by(words, said, at):
            held += [at]
        elif _before(words, said, at) in words.before_object:
            # "the video shows the reporter pushing"
            held += [at, at + 1] if follows and said[at + 1].text in words.deeds else []
        elif not _is_object(words, said, at):
            held += _own_deed(words, said, at) if follows else [at]
    return held


def _own_deed(words: GateWords, said: Sequence[Word], at: int) -> list[int]:
    """What the reporter does as a doer. What is suffered is one deed for each word that says so: more may be theirs."""
    done = 0
    for place in range(at + 1, len(said)):
        if said[place].text in STOPS:
            break
        done = 0 if said[place].text in words.suffers else done + (said[place].text in words.deeds)
        if done > 1:
            return [at, place]
    return deed_after(words, said, at, len(said))


def wounded_person(words: GateWords, said: Sequence[Word]) -> list[int]:
    """Where the other person is the one who is hurt or was struck: it tells of force by the reporter."""
    start = next((at for at, one in enumerate(said) if one.text in words.person), len(said))
    is_passive = False
    for at in range(start + 1, len(said)):
        text = said[at].text
        if text in words.reporter or text in words.done_to:
            break
        is_passive = is_passive or text in words.suffers
        if text in words.wounds or (is_passive and text in words.struck):
            return [start, at]
    return []


def opened_by(words: GateWords, beginnings: Sequence[str]) -> int:
    """How many words an opening takes; ``beginnings`` are the first words as typed: one, two together, ..."""
    found = [count for count, one in enumerate(beginnings[:LONGEST_OPENING], start=1) if f"{one} " in words.openings]
    return max(found, default=0)


def _clauses(said: Sequence[Word]) -> Iterator[range]:
    start = 0
    for at, one in enumerate(said):
        if one.text in STOPS:
            yield range(start, at)
            start = at + 1
    yield range(start, len(said))


def _may_come_late(words: GateWords, said: Sequence[Word], clause: range) -> bool:
    """Whether the doer may be named behind the deed: verbs come first, or the one to whom it is done does."""
    names = (said[at].text for at in clause if said[at].text in words.deeds or said[at].text in words.done_to)
    return words.verb_first or next(names, "") in words.done_to


def _is_person(words: GateWords, said: Sequence[Word], at: int) -> bool:
    """Whether the person is named here as a doer, and not as one with whom or to whom something is done."""
    return said[at].text in words.person and _before(words, said, at) not in words.beside


def _is_doer(words: GateWords, said: Sequence[Word], at: int) -> bool:
    return _is_person(words, said, at) or said[at].text in words.reporter or said[at].text in words.pronouns


def _is_by(words: GateWords, said: Sequence[Word], at: int) -> bool:
    """Whether something is done by the one who stands here; behind a thing the same word may tell whose it is."""
    while at > 0 and (said[at - 1].text in words.by or said[at - 1].text in words.articles):
        at -= 1
        if said[at].text in words.by:
            return at == 0 or said[at - 1].text not in words.before_object or said[at - 1].text in words.deeds
    return False


def _is_object(words: GateWords, said: Sequence[Word], at: int) -> bool:
    """Whether what stands around the reporter shows that they do nothing here.

    Where verbs come first, the doer comes next: the person was named in this clause, and no deed stands right before.
    """
    if at + 1 < len(said) and said[at + 1].text in words.after_object:
        return True
    if not words.verb_first:
        return False
    clause = next(one for one in _clauses(said) if at in one)
    is_named = any(_is_person(words, said, place) for place in range(clause.start, at))
    return is_named and _before(words, said, at) not in words.deeds


def _before(words: GateWords, said: Sequence[Word], at: int) -> str:
    """The word before this one, articles aside; nothing at the beginning."""
    at -= 1
    while at >= 0 and said[at].text in words.articles:
        if said[at].text in words.before_object or said[at].text in words.beside:
            break
        at -= 1
    return said[at].text if at >= 0 else ""
