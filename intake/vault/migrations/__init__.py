"""The steps from an empty file to the tables of today. A step that has been released is never changed.

Each ``mNNNN_<what>.py`` is self-contained: plain SQL, nothing imported from the program.
It states ``VERSION`` (major, minor) and ``STATEMENTS``. A new major locks older programs out; a new minor,
such as one more table, does not.
"""

from __future__ import annotations

from typing import Protocol

from intake.vault.migrations import (
    m0001_first_tables,
    m0002_copies,
    m0003_erasing_and_log,
    m0004_freshness,
    m0005_kept_until,
)


class Migration(Protocol):
    """One step."""

    @property
    def VERSION(self) -> tuple[int, int]:  # noqa: N802 - a constant of a module
        """What the records are after the step: (major, minor)."""
        ...

    @property
    def STATEMENTS(self) -> tuple[str, ...]:  # noqa: N802 - a constant of a module
        """The step in SQL, one statement each."""
        ...


MIGRATIONS: tuple[Migration, ...] = (
    m0001_first_tables,
    m0002_copies,
    m0003_erasing_and_log,
    m0004_freshness,
    m0005_kept_until,
)
