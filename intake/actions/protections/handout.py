"""Make the page of one rule for a person, and save it. Neither takes a case or a vault: none can reach the page."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from pathlib import Path

from intake.export import handout_pdf
from intake.protections.handout.page import Handout, handout
from intake.protections.handout.whom_to_call import WhomToCall
from intake.protections.model import Instrument, Protections
from intake.wording.catalogue import Wording


@dataclass(frozen=True, slots=True)
class SavedHandout:
    """The file that was written: a neutral name, where, its fingerprint."""

    file_name: str
    folder: Path = field(repr=False)
    sha256: str = field(repr=False)


def make_handout(instrument: Instrument, protections: Protections, whom: WhomToCall, wording: Wording) -> Handout:
    """The page of one instrument in one language. Raises Defect for a model: it promises nobody anything."""
    return handout(instrument, protections, whom, wording)


def save_handout(page: Handout, folder: Path) -> SavedHandout:
    """Write the PDF into ``folder``. Raises Mishap when the disk will not take it; then nothing is there."""
    file = handout_pdf.save_handout(page, folder)
    return SavedHandout(file.name, file.parent, hashlib.sha256(file.read_bytes()).hexdigest())
