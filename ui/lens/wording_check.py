"""The check of wording for all boxes: loaded in a worker of its own when the first words are typed, not before."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from intake.errors import Defect
from ui.background.job_runner import Runner

if TYPE_CHECKING:  # read by the worker, at the first words
    from intake.actions.screening.box_check import BoxCheck, BoxRead
    from intake.actions.screening.look_over import TextReader


class Decided(StrEnum):
    """What somebody chose for a passage: it stays in the box, or it does no harm at all."""

    KEPT = "kept"
    HARMLESS = "harmless"


@dataclass(slots=True)
class BoxMemory:
    """What was read of one box. The worker fills and uses it; to forget a box is to take a new one."""

    kind: str
    question_id: str
    reader: TextReader | None = field(default=None, repr=False)


class WordingCheck:
    """One for the program. Remembers until the lock what was decided, by digests that nobody can turn back into words.

    The vault holds none of it: a note of which words were thought to harm would show others where to look.
    """

    def __init__(
        self,
        runner: Runner,
        open_check: Callable[[], BoxCheck],
        language: Callable[[], str],
        office_words: Callable[[], str] = str,
    ) -> None:
        self._runner = runner
        self._open_check = open_check
        self._language = language
        self._office_words = office_words
        self._opened_with = ""
        self._check: BoxCheck | None = None
        self._is_broken = False
        self._salt = os.urandom(16)
        self._decided: dict[bytes, Decided] = {}

    def __repr__(self) -> str:
        """Nothing of what is inside."""
        return "WordingCheck()"

    def read(
        self,
        memory: BoxMemory,
        text: str,
        near: int,
        owner: QObject,
        on_read: Callable[[BoxRead], None],
        on_failed: Callable[[Exception], None],
    ) -> None:
        """Read one more part of a box in the worker."""
        if self._opened_with != self._office_words():  # another vault, or its office changed them
            self._opened_with = self._office_words()
            self._check, self._is_broken = None, False
        job = partial(self._do_read, memory, text, near, self._language())
        self._runner.run(job, owner, on_read, on_failed)

    def decide(self, place: str, words: str, decided: Decided) -> None:
        """Remember this for these very words in this very answer."""
        self._decided[self._digest(place, words)] = decided

    def decided(self, place: str, words: str) -> Decided | None:
        """What was chosen for these words in this answer, if anything."""
        return self._decided.get(self._digest(place, words)) if self._decided else None

    def forget(self) -> None:
        """The vault locks: nothing of a case stays. The lens holds none and may stay."""
        self._decided = {}
        self._salt = os.urandom(16)

    def close(self) -> None:
        """The program ends."""
        self._runner.close()

    def _do_read(self, memory: BoxMemory, text: str, near: int, language: str) -> BoxRead:
        if self._is_broken:
            raise Defect("The check of wording could not be opened.")
        check = self._check
        if check is None:
            self._is_broken = True  # until it is open; an error kept for later would keep the words of its frames
            check = self._check = self._open_check()
            self._is_broken = False
        if memory.reader is None:
            from intake.actions.screening.look_over import TextReader

            memory.reader = TextReader(memory.kind, memory.question_id)
        return check.read(memory.reader, text, near, language)

    def _digest(self, place: str, words: str) -> bytes:
        from hashlib import blake2b  # not at the start of the program

        return blake2b(f"{place}\n{words}".encode("utf-8", "surrogatepass"), key=self._salt).digest()
