"""Lay policies side by side, and save that as a file. Neither takes a case or a vault: none can reach the page."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from babel import Locale

from intake.export import comparison_pdf
from intake.protections.comparison.model import Comparison
from intake.protections.comparison.view import ComparisonView, comparison_view
from intake.wording.catalogue import Wording


@dataclass(frozen=True, slots=True)
class SavedComparison:
    """The file that was written: a neutral name, where, its fingerprint."""

    file_name: str
    folder: Path = field(repr=False)
    sha256: str = field(repr=False)


def compare_policies(comparison: Comparison, wording: Wording, only: Collection[str] = ()) -> ComparisonView:
    """The comparison in one language; ``only`` names the policies to show, none naming all."""
    return comparison_view(comparison, wording, only)


def save_comparison(view: ComparisonView, folder: Path) -> SavedComparison:
    """Write the PDF into ``folder``. Raises Mishap when the disk will not take it; then nothing is there."""
    file = comparison_pdf.save_comparison(view, folder)
    return SavedComparison(file.name, file.parent, hashlib.sha256(file.read_bytes()).hexdigest())


def language_names(wordings: Iterable[Wording]) -> tuple[tuple[str, str], ...]:
    """Each language with its code, called as its own speakers call it."""
    return tuple((one.language, str(Locale.parse(one.language).display_name).capitalize()) for one in wordings)


def describe_comparison(comparison: Comparison) -> Iterator[Mapping[str, object]]:
    """One line for every policy and row: how it stands, why, and where to look."""
    for policy in comparison.policies:
        for row in comparison.rows:
            cell = policy.cells[row.id]
            yield {
                "policy": policy.id,
                "row": row.id,
                "standing": cell.standing.value,
                "reason": cell.reason,
                "locator": cell.locator,
                "citation": policy.citation,
                "verification": policy.verification.value,
            }
