"""Every text of the things to do soon with its message id, for the translators and for the coverage of a language."""

from __future__ import annotations

from collections.abc import Iterator

from intake.time_limits.model import TimeLimit, TimeLimits
from intake.time_limits.words import WORDS

Message = tuple[str, str]


def messages(limits: TimeLimits) -> Iterator[Message]:
    """Pairs of message id and English text, each pair once."""
    yield from ((f"time_limits.{name}", english) for name, english in WORDS.items())
    for limit in limits.limits:
        yield from (pair for pair in _of(limit) if pair[1])


def _of(limit: TimeLimit) -> Iterator[Message]:
    base = f"time_limit.{limit.id}"
    yield f"{base}.title", limit.title
    yield f"{base}.why", limit.why
    yield from ((f"{base}.steps.{number}", step) for number, step in enumerate(limit.steps, start=1))
    yield f"{base}.script", limit.script
    yield f"{base}.after_it", limit.after_it
    yield f"{base}.at_home", limit.at_home
    yield f"{base}.citation", limit.citation
    yield f"{base}.locator", limit.locator
