"""One PDF page: tagged for screen readers, one typeface inside, and nothing about how or when it was made."""

from __future__ import annotations

import io
import json
from xml.sax.saxutils import escape

from intake.export.exporter import PageDoesNotFit
from intake.export.read_back import read_back_pdf
from intake.referral.page import Page
from intake.releases.refusal import Refusal
from intake.resource_files import resources_folder

PARAGRAPH_ROOM = (3, 2)
"""Lines of type kept free for each constant paragraph, enough in every shipped language."""


class PdfExporter:
    """PDF 1.7, tagged as PDF/UA-1, letter size."""

    name = "pdf"
    suffix = ".pdf"

    def render(self, page: Page, /) -> bytes:
        """The finished file. Raises PageDoesNotFit when a text is longer than its room."""
        return _without_traces(_typeset(page), page)

    def read_back(self, finished: bytes, page: Page, /) -> tuple[Refusal, ...]:
        """Every doubt about the finished file."""
        return read_back_pdf(finished, page, document_properties(page))


EXPORTER = PdfExporter()


def _typeset(page: Page) -> bytes:
    import typst

    root = resources_folder()
    try:
        made = typst.compile(
            str(root / "templates" / "summary.typ"),
            root=str(root / "templates"),
            format="pdf",
            font_paths=[str(root / "fonts")],
            ignore_system_fonts=True,
            sys_inputs={"data": json.dumps(_as_data(page))},
            pdf_standards=["ua-1"],
            timestamp=0,
        )
    except typst.TypstError:
        # the text of this error quotes the page, so it goes no further
        raise PageDoesNotFit from None
    return bytes(made)


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


def _without_traces(made: bytes, page: Page) -> bytes:
    import pikepdf

    finished = io.BytesIO()
    with pikepdf.open(io.BytesIO(made)) as pdf:
        del pdf.trailer["/Info"]
        if "/Outlines" in pdf.Root:
            del pdf.Root["/Outlines"]
        metadata = pikepdf.Stream(pdf, document_properties(page))
        metadata["/Type"] = pikepdf.Name("/Metadata")
        metadata["/Subtype"] = pikepdf.Name("/XML")
        pdf.Root["/Metadata"] = metadata
        pdf.save(finished, deterministic_id=True, fix_metadata_version=False)
    return finished.getvalue()


def document_properties(page: Page) -> bytes:
    """All that the file says of itself: a title that is the same for every case, the language, the standard."""
    return (
        '<?xpacket begin="\N{ZERO WIDTH NO-BREAK SPACE}" id="W5M0MpCehiHzreSzNTczkc9d"?>'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">'
        f'<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{escape(page.title)}</rdf:li></rdf:Alt></dc:title>'
        f"<dc:language><rdf:Bag><rdf:li>{escape(page.language)}</rdf:li></rdf:Bag></dc:language>"
        "<pdfuaid:part>1</pdfuaid:part></rdf:Description></rdf:RDF></x:xmpmeta>"
        '<?xpacket end="r"?>'
    ).encode()
