"""Write docs/protections.md from the data files: ``make protections``."""

from __future__ import annotations

from pathlib import Path

from intake.actions.content.protections_page import protections_page
from intake.content import load_content

if __name__ == "__main__":
    page = Path(__file__).parent.parent / "docs" / "protections.md"
    page.write_text(protections_page(load_content()), encoding="utf-8")
