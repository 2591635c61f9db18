"""What the salvage screen asks of the core, as a job for the worker."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from intake.clock import Clock

if TYPE_CHECKING:
    from intake.actions.copies.read_out import ReadOut


def read_out(source: Path, place: Path, passphrase: bytearray, clock: Clock) -> ReadOut:
    """Write what can be read into a new vault."""
    from intake.actions.copies.read_out import read_out as read_vault_out

    return read_vault_out(source, place, passphrase, clock)


def usual_place(source: Path) -> Path:
    """A new folder beside the broken vault."""
    for number in range(1, 100):
        place = source.with_name(f"{source.name}-read-out" if number == 1 else f"{source.name}-read-out-{number}")
        if not place.exists():
            return place
    return source.with_name(f"{source.name}-read-out")
