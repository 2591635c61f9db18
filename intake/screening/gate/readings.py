"""How the gate reads each language: those with frames at once, the others when a line of them is first met."""

from __future__ import annotations

from collections.abc import Sequence

from intake.referral.content import ReferralContent
from intake.screening.gate.reading import Reading, read_as, read_frames
from intake.screening.gate.words import GateLists
from intake.wording.catalogue import Wording


class Readings:
    """The frames of some content in the languages of some wordings, and every other language that reads as these."""

    def __init__(self, content: ReferralContent, wordings: Sequence[Wording], lists: GateLists) -> None:
        """Raises BrokenContent."""
        self._lists = lists
        self._ready: dict[str, Reading | None] = {}
        for wording in wordings:
            words = lists.of(wording.language)
            if words is not None:
                self._ready[wording.language] = read_frames(content, wording, words, lists.folding)

    def get(self, language: str) -> Reading | None:
        """How a language is read; None where it is not. Raises BrokenContent."""
        if language not in self._ready:
            words = self._lists.of(language)
            own = self._ready.get(words.reads) if words else None
            self._ready[language] = read_as(own, words) if own and words else None
        return self._ready[language]

    def over(self, content: ReferralContent, wordings: Sequence[Wording]) -> Readings:
        """The same lists over other frames. Raises BrokenContent."""
        return Readings(content, wordings, self._lists)
