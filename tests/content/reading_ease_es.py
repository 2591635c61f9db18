"""How easy a Spanish text is to read; the check of an office's own words uses the same figure."""

from intake.wording.reading_ease_es import FEWEST_WORDS, NAMES, reading_ease, syllables

__all__ = ["FEWEST_WORDS", "NAMES", "reading_ease", "syllables"]
