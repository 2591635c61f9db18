"""How many years of school a text asks for: the Flesch-Kincaid grade with a plain count of syllables."""

from __future__ import annotations

import re

# names that no plainer word can stand for; each counts as one word of two syllables
NAMES = re.compile(
    r"San Francisco|District Attorney|Washington State|Alameda County|Victim Services"
    r"|California|Proposition|immigration"
)


def reading_grade(text: str) -> float:
    """The grade of one text; very short texts count as at least one sentence of eight words."""
    plain = NAMES.sub("office", text).replace("{values}", "money")
    words = re.findall(r"[A-Za-z']+", plain)
    if not words:
        return 0.0
    sentences = max(1, len(re.findall(r"[.!?](?:\s|$)", plain)))
    length = max(len(words) / sentences, 8.0)
    share = sum(syllables(word.lower()) for word in words) / max(len(words), 8)
    return 0.39 * length + 11.8 * share - 15.59


def syllables(word: str) -> int:
    """The syllables of an English word, by its groups of vowels."""
    found = len(re.findall(r"[aeiouy]+", word))
    if re.search(r"[^aeiouyl]e$", word) or re.search(r"[^aeiouytd]ed$", word) or re.search(r"[^aeiouysxzcg]es$", word):
        found -= 1
    return max(found, 1)
