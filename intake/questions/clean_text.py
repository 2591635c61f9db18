"""Typed text made fit to keep: one form for equal letters, nothing invisible that could break a file."""

from __future__ import annotations

import re
import unicodedata

LONGEST_PASTE = 1_000_000
"""Characters beyond which a paste is not even looked at, so that the screen stays quick."""

_LINE_ENDS = re.compile("\r\n?|[\v\f\x85\u2028\u2029]")
_UNWANTED = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff]")
_LARGEST_SHRINK = 4  # NFC joins at most four characters into one (Unicode Standard Annex 15)
_LONGEST_RUN_OF_MARKS = 30  # more occurs in no language (Annex 15, stream-safe text); sorting such runs is slow
_INVISIBLE = frozenset({"Cc", "Cf", "Zl", "Zp", "Zs"})


def clean_text(raw: str, limit: int) -> str | None:
    """``raw`` in NFC, without control characters and outer blanks; None if longer than ``limit`` characters.

    Line ends become line feeds. Right-to-left marks, joiners and combining marks stay as typed. Text that shows
    nothing at all becomes the empty string.
    """
    if len(raw) > LONGEST_PASTE:
        return None
    text = _UNWANTED.sub("", _LINE_ENDS.sub("\n", raw)).strip()
    if len(text) > limit * _LARGEST_SHRINK:
        return None
    if not _has_endless_marks(text):
        text = unicodedata.normalize("NFC", text).strip()
    if len(text) > limit:
        return None
    return text if any(unicodedata.category(letter) not in _INVISIBLE for letter in text) else ""


def _has_endless_marks(text: str) -> bool:
    run = 0
    for letter in text:
        run = run + 1 if unicodedata.combining(letter) else 0
        if run > _LONGEST_RUN_OF_MARKS:
            return True
    return False
