"""The page for a person as a PDF on one sheet. It speaks of a rule: no case can reach it."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

from intake.errors import Defect
from intake.export.pdf_pages import page_texts
from intake.export.printed import Printed
from intake.export.read_back_pdf import read_back_pdf
from intake.export.typeset import document_properties, typeset
from intake.export.write_safely import write_safely
from intake.protections.handout.page import Handout

NAME_START = "Card-"
_SIZES = (11.0, 10.5, 10.0, 9.5, 9.0, 8.6)
"""Points; the largest that leaves the page whole is used."""


def handout_pdf(handout: Handout) -> bytes:
    """The finished file, read back. The same page gives the same bytes. Raises Defect when it says anything else."""
    finished = _on_one_sheet(handout)
    if read_back_handout(finished, handout):
        raise Defect("the finished page does not say what it should")
    return finished


def read_back_handout(finished: bytes, handout: Handout) -> tuple[str, ...]:
    """Every doubt about the finished bytes, by the name of its check."""
    printed = Printed(handout.language, handout.title, handout.texts(), handout.titles(), is_of_no_case=True)
    doubts = read_back_pdf(finished, printed, document_properties(handout.title, handout.language))
    return tuple(doubt.check for doubt in doubts)


def save_handout(handout: Handout, folder: Path) -> Path:
    """Write it under a neutral name. Raises Mishap, and then leaves nothing behind."""
    return write_safely(folder, handout_pdf(handout), ".pdf", NAME_START)


def _on_one_sheet(handout: Handout) -> bytes:
    for size in _SIZES:
        data = asdict(handout) | {"size": size}
        finished = typeset("handout.typ", data, handout.title, handout.language)
        if len(page_texts(finished)) == 1:
            return finished
    raise Defect("the page does not fit on one sheet")
