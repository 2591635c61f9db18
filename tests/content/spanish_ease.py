"""How easy a Spanish text is to read: the scale of Szigriszt, 0 to 100, with a plain count of syllables.

65 and more is *rather easy* on the INFLESZ grades: what the last years of primary school can read.
"""

from __future__ import annotations

import re

_VOWELS = re.compile(r"[iuü]?[aeoáéó][iuy]?|[iuüíúy]+")


def reading_ease(text: str) -> float:
    """The ease of one text; numbers and signs are no words."""
    words = re.findall(r"[a-záéíóúüñ]+", text.lower())
    if not words:
        return 100.0
    sentences = max(1, len(re.findall(r"[.!?:](?:\s|$)", text)))
    syllables = sum(max(1, len(_VOWELS.findall(word))) for word in words)
    return 206.835 - 62.3 * syllables / len(words) - len(words) / sentences
