"""The words of an office in the languages of the interview, laid over those that came with the program."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from intake.wording.catalogue import ENGLISH, Wording


@dataclass(frozen=True, slots=True)
class Said:
    """One text: what stands in the question now, what stood there as shipped, and the office's other languages."""

    message_id: str
    now: str
    shipped: str
    by_language: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class OfficeTexts:
    """Every text that an office changed or wrote."""

    said: tuple[Said, ...] = ()

    def over(self, wording: Wording) -> Wording:
        """The words of one language with those of the office.

        Where the office wrote none in this language, the shipped translation stays: it is better than English.
        """
        if not self.said or wording.language == ENGLISH:
            return wording
        ours = {}
        for one in self.said:
            text = one.by_language.get(wording.language) or wording.text(one.message_id, one.shipped)
            if text and text != one.now:
                ours[one.message_id, one.now] = text
        return replace(wording, texts={**wording.texts, **ours})
