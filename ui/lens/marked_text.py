"""The words of one box with their marks, and what was decided about them. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ui.lens.boxes import Look, Mark
from ui.lens.moved import moved
from ui.lens.wording_check import Decided, WordingCheck

if TYPE_CHECKING:  # the core of it is loaded by the worker, at the first words
    from intake.actions.screening.box_check import Marked


class MarkedText:
    """``place`` names the answer for which decisions are remembered. What does no harm is not among the marks."""

    def __init__(self, check: WordingCheck, place: str) -> None:
        self._check = check
        self._place = place
        self._marked: tuple[Marked, ...] = ()
        self.text = ""
        self.chosen: Marked | None = None

    def typed(self, text: str) -> None:
        """The words changed; until they are read the marks move along."""
        self._marked = moved(self._marked, self.text, text)
        if self.chosen is not None:
            self.chosen = next(iter(moved((self.chosen,), self.text, text)), None)
        self.text = text

    def was_read(self, marked: Sequence[Marked]) -> None:
        """These are the marks of the words as they stand. The chosen one stays chosen while it overlaps one of them."""
        self._marked = tuple(marked)
        if self.chosen is not None:
            start, end = self.chosen.passage.start, self.chosen.passage.end
            near = [one for one in self.marks() if one.passage.start < end and one.passage.end > start]
            self.chosen = near[0] if near else None

    def empty(self) -> None:
        """Forget words and marks."""
        self._marked = ()
        self.chosen = None
        self.text = ""

    def marks(self) -> tuple[Marked, ...]:
        """Every marked passage that still counts, in order."""
        return tuple(one for one in self._marked if self._decided(one) is not Decided.HARMLESS)

    def counts(self) -> tuple[int, int]:
        """How many passages nobody has decided about, and how many were kept."""
        marks = self.marks()
        kept = sum(self._decided(one) is Decided.KEPT for one in marks)
        return len(marks) - kept, kept

    def looks(self) -> tuple[Mark, ...]:
        """The lines to draw."""
        drawn = []
        for one in self.marks():
            look = Look.KEPT if self._decided(one) is Decided.KEPT else Look.OPEN
            drawn.append(Mark(one.passage.start, one.passage.end, Look.CHOSEN if one == self.chosen else look))
        return tuple(drawn)

    def at(self, cursor: int) -> Marked | None:
        """The passage in which the cursor stands."""
        return next((one for one in self.marks() if one.passage.start <= cursor <= one.passage.end), None)

    def step(self, cursor: int, by: int) -> Marked | None:
        """The next passage (1) or the one before (-1), from the chosen one or the cursor; round at the ends."""
        marks = self.marks()
        if not marks:
            return None
        if self.chosen in marks:
            return marks[(marks.index(self.chosen) + by) % len(marks)]
        if by > 0:
            return next((one for one in marks if one.passage.end >= cursor), marks[0])
        return next((one for one in reversed(marks) if one.passage.start <= cursor), marks[-1])

    def first_open(self) -> Marked | None:
        """The first passage that nobody has decided about, else the first."""
        marks = self.marks()
        return next((one for one in marks if self._decided(one) is None), marks[0] if marks else None)

    def words(self, one: Marked) -> str:
        """The words of a passage."""
        return self.text[one.passage.start : one.passage.end]

    def decide(self, words: str, decided: Decided) -> None:
        """Remember what was chosen for these words."""
        self._check.decide(self._place, words, decided)

    def _decided(self, one: Marked) -> Decided | None:
        return self._check.decided(self._place, self.words(one))
