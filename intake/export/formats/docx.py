"""A page for word processors: real headings, its language set, and nothing about who or what made it."""

from __future__ import annotations

from intake.export.docx_parts import WORDS_PART, packed, same_parts, words_part
from intake.export.exporter import FormatWords
from intake.export.read_back_docx import docx_strings, read_back_docx
from intake.referral.page import Page
from intake.releases.refusal import Refusal


class DocxExporter:
    """Office Open XML, letter size. The same page gives the same bytes."""

    name = "docx"
    words = FormatWords("For a word processor (DOCX)", "Can be changed by whoever gets it. Only where a PDF is no use.")
    suffix = ".docx"
    seal = None

    def render(self, page: Page, /) -> bytes:
        """The finished file. A text longer than its room makes its row higher; nothing is cut."""
        return packed({**same_parts(page), WORDS_PART: words_part(page)})

    def read_back(self, finished: bytes, page: Page, /) -> tuple[Refusal, ...]:
        """Every doubt about the finished file."""
        return read_back_docx(finished, page)

    def strings(self, finished: bytes, /) -> tuple[str, ...]:
        """Every word in the file, seen or not."""
        return docx_strings(finished)


EXPORTER = DocxExporter()
