"""The shipped data files, read once for all tests of a process: nobody changes them."""

from __future__ import annotations

from functools import cache

from intake.content import Content, load_content


@cache
def shipped_content() -> Content:
    """Every data file; with it the lens, once a test has opened it."""
    return load_content()
