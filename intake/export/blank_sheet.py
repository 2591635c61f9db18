"""A sheet with twenty empty lines, to be printed and then filled in by hand.

It never holds a recovery word: what is printed passes through files of the computer and of the printer.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from intake.export.typeset import typeset
from intake.export.write_safely import write_safely
from intake.referral.page_words import SHEET, PageWords
from intake.wording.catalogue import Wording

NAME_START = "Sheet-"


def blank_sheet(words: PageWords, wordings: Sequence[Wording], lines: int) -> bytes:
    """The finished PDF, each sentence in every language. The same words give the same bytes."""
    texts = {
        key.removeprefix("sheet_"): [
            {"language": wording.language, "text": words.text(key, wording)} for wording in wordings
        ]
        for key in SHEET
    }
    first = wordings[0]
    title = words.text("sheet_title", first)
    return typeset("recovery_sheet.typ", {"texts": texts, "lines": lines}, title, first.language)


def save_blank_sheet(words: PageWords, wordings: Sequence[Wording], lines: int, folder: Path) -> Path:
    """Write it under a neutral name. Raises Mishap, and then leaves nothing behind."""
    return write_safely(folder, blank_sheet(words, wordings, lines), ".pdf", NAME_START)
