"""One PDF page: tagged for screen readers, one typeface inside, and nothing about how or when it was made."""

from __future__ import annotations

from intake.export.exporter import PageDoesNotFit
from intake.export.printed import Printed
from intake.export.read_back import read_back_pdf
from intake.export.typeset import document_properties, typeset
from intake.referral.page import Page
from intake.releases.refusal import Refusal

PARAGRAPH_ROOM = (3, 2)
"""Lines of type kept free for each constant paragraph, enough in every shipped language."""


class PdfExporter:
    """PDF 1.7, tagged as PDF/UA-1, letter size."""

    name = "pdf"
    suffix = ".pdf"

    def render(self, page: Page, /) -> bytes:
        """The finished file. Raises PageDoesNotFit when a text is longer than its room."""
        try:
            return typeset("summary.typ", _as_data(page), page.title, page.language)
        except ValueError:
            raise PageDoesNotFit from None

    def read_back(self, finished: bytes, page: Page, /) -> tuple[Refusal, ...]:
        """Every doubt about the finished file."""
        labels = tuple(row.label for row in page.rows)
        printed = Printed(page.language, page.title, page.texts(), labels)
        return read_back_pdf(finished, printed, document_properties(page.title, page.language))


EXPORTER = PdfExporter()


def _as_data(page: Page) -> dict[str, object]:
    return {
        "title": page.title,
        "language": page.language,
        "head": [{"label": line.label, "value": line.value} for line in page.head],
        "paragraphs": [
            {"text": text, "room": room} for text, room in zip(page.paragraphs, PARAGRAPH_ROOM, strict=True)
        ],
        "rows": [{"label": row.label, "text": " ".join(row.lines), "room": row.room} for row in page.rows],
        "closing": page.closing,
    }
