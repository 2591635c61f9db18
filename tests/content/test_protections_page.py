"""docs/protections.md is made from the data files and says what they say today."""

from __future__ import annotations

from pathlib import Path

from intake.actions.content.protections_page import protections_page
from tests.shipped import shipped_content

CONTENT = shipped_content()
PAGE = Path(__file__).parent.parent.parent / "docs" / "protections.md"


def test_the_page_is_what_the_data_say() -> None:
    assert PAGE.read_text(encoding="utf-8") == protections_page(CONTENT), "run: make protections"


def test_every_instrument_has_one_row_with_its_dates_and_how_well_it_was_read() -> None:
    rows = [line for line in PAGE.read_text(encoding="utf-8").splitlines() if line.startswith("| **")]
    assert len(rows) == len(CONTENT.protections.instruments)
    for one in CONTENT.protections.instruments:
        (row,) = [row for row in rows if f"`{one.id}`" in row]
        assert row.count(" | ") == 11
        for said in (one.verification.value, one.review.due_on.isoformat(), one.currency.checked_on.isoformat()):
            assert said in row
