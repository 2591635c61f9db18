"""One PDF page: tagged for screen readers, one typeface inside, and nothing about how or when it was made."""

from __future__ import annotations

from dataclasses import dataclass

from intake.export.exporter import FormatWords, PageDoesNotFit, PageHasOtherLetters, Seal
from intake.export.printed import Printed
from intake.export.read_back_pdf import pdf_strings, read_back_pdf
from intake.export.typeset import LettersMissing, document_properties, typeset
from intake.referral.page import Page
from intake.releases.refusal import Refusal

PARAGRAPH_ROOM = (3, 2)
"""Lines of type kept free for each constant paragraph, enough in every shipped language."""


_WORDS = FormatWords("Page (PDF)", "To print or to hand over. Opens everywhere and looks the same.")


@dataclass(frozen=True, slots=True)
class PdfExporter:
    """PDF 1.7, tagged as PDF/UA-1, letter size; with a seal, the same file locked."""

    name: str = "pdf"
    words: FormatWords = _WORDS
    suffix: str = ".pdf"
    seal: Seal | None = None

    def render(self, page: Page, /) -> bytes:
        """The finished file. Raises PageDoesNotFit, PageHasOtherLetters."""
        try:
            return typeset("summary.typ", _as_data(page), page.title, page.language)
        except LettersMissing:
            raise PageHasOtherLetters from None
        except ValueError:
            raise PageDoesNotFit from None

    def read_back(self, finished: bytes, page: Page, /) -> tuple[Refusal, ...]:
        """Every doubt about the finished file."""
        labels = tuple(row.label for row in page.rows)
        printed = Printed(page.language, page.title, page.texts(), labels)
        return read_back_pdf(finished, printed, document_properties(page.title, page.language))

    def strings(self, finished: bytes, /) -> tuple[str, ...]:
        """Every word in the file, seen or not."""
        return pdf_strings(finished)


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
