"""Lists of words as parts of a pattern, with or without accents."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet

_WITH_ACCENTS = {
    "a": "[a\u00e1\u00e0\u00e2\u00e3]",
    "e": "[e\u00e9\u00ea]",
    "i": "[i\u00ed]",
    "n": "[n\u00f1]",
    "o": "[o\u00f3\u00f4\u00f5]",
    "u": "[u\u00fa\u00fc]",
}


def either(words: AbstractSet[str]) -> str:
    """A pattern for any of the words, the longest first; of no words, one that matches nothing."""
    if not words:
        return "(?!)"
    ordered = sorted(words, key=lambda one: (-len(one), one))
    return "(?:" + "|".join("".join(_WITH_ACCENTS.get(one, re.escape(one)) for one in word) for word in ordered) + ")"
