"""Whether the number that somebody typed is how many reports go."""

from __future__ import annotations


def is_count(typed: str, count: int) -> bool:
    """Compare as people write it: digits of any script, with space around them. Nought is never a count."""
    digits = typed.strip()
    # the length first: a number of thousands of digits would take long to read
    return count > 0 and digits.isdecimal() and len(digits) == len(str(count)) and int(digits) == count
