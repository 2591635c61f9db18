"""The comparison of policies as a PDF to hand around. It speaks of offices and texts: no case can reach it."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

from intake.errors import Defect
from intake.export.printed import Printed
from intake.export.read_back import read_back_pdf
from intake.export.typeset import document_properties, typeset
from intake.export.write_safely import write_safely
from intake.protections.comparison.view import ComparisonView

NAME_START = "Comparison-"


def comparison_pdf(view: ComparisonView) -> bytes:
    """The finished file, read back. The same view gives the same bytes. Raises Defect when it says anything else."""
    title = view.headings["title"]
    finished = typeset("comparison.typ", asdict(view), title, view.language)
    if read_back_comparison(finished, view):
        raise Defect("the finished comparison does not say what it should")
    return finished


def read_back_comparison(finished: bytes, view: ComparisonView) -> tuple[str, ...]:
    """Every doubt about the finished bytes, by the name of its check."""
    title = view.headings["title"]
    printed = Printed(view.language, title, view.texts(), _headings(view), is_long=True)
    doubts = read_back_pdf(finished, printed, document_properties(title, view.language))
    return tuple(doubt.check for doubt in doubts)


def save_comparison(view: ComparisonView, folder: Path) -> Path:
    """Write it under a neutral name. Raises Mishap, and then leaves nothing behind."""
    return write_safely(folder, comparison_pdf(view), ".pdf", NAME_START)


def _headings(view: ComparisonView) -> tuple[str, ...]:
    fixed = ("what_words_mean", "at_a_glance", "row_by_row", "policies", "questions")
    return (
        *(view.headings[name] for name in fixed),
        *(group.title for group in view.groups),
        *(row.title for row in view.rows),
        *(policy.name for policy in view.policies),
        *(theme.title for theme in view.themes),
    )
