"""How many years of school a text asks for; the form for policies tells the same figure."""

from intake.wording.reading_grade import NAMES, reading_grade

__all__ = ["NAMES", "reading_grade"]
