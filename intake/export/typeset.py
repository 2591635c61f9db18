"""Typeset a template into a PDF that says nothing about how or when it was made."""

from __future__ import annotations

import io
import json
from collections.abc import Mapping
from xml.sax.saxutils import escape

from intake.resource_files import resources_folder


class LettersMissing(ValueError):
    """The typeface does not hold some letter of a text."""


def typeset(template: str, data: Mapping[str, object], title: str, language: str) -> bytes:
    """PDF 1.7, tagged as PDF/UA-1, from ``resources/templates/<template>``. The same data give the same bytes.

    Raises ValueError when a text has no room, LettersMissing when it cannot be drawn.
    """
    import typst

    root = resources_folder()
    try:
        made = typst.compile(
            str(root / "templates" / template),
            root=str(root / "templates"),
            format="pdf",
            font_paths=[str(root / "fonts")],
            ignore_system_fonts=True,
            sys_inputs={"data": json.dumps(data)},
            pdf_standards=["ua-1"],
            timestamp=0,
        )
    except typst.TypstError as error:
        # the text of this error quotes the page, so it goes no further
        if "could not be displayed" in str(error):
            raise LettersMissing from None
        raise ValueError("a text is longer than its room") from None
    return _without_traces(bytes(made), title, language)


def _without_traces(made: bytes, title: str, language: str) -> bytes:
    import pikepdf

    finished = io.BytesIO()
    with pikepdf.open(io.BytesIO(made)) as pdf:
        del pdf.trailer["/Info"]
        if "/Outlines" in pdf.Root:
            del pdf.Root["/Outlines"]
        metadata = pikepdf.Stream(pdf, document_properties(title, language))
        metadata["/Type"] = pikepdf.Name("/Metadata")
        metadata["/Subtype"] = pikepdf.Name("/XML")
        pdf.Root["/Metadata"] = metadata
        pdf.save(finished, deterministic_id=True, fix_metadata_version=False)
    return finished.getvalue()


def document_properties(title: str, language: str) -> bytes:
    """All that a file says of itself: a title that is the same for every case, the language, the standard."""
    return (
        '<?xpacket begin="\N{ZERO WIDTH NO-BREAK SPACE}" id="W5M0MpCehiHzreSzNTczkc9d"?>'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">'
        f'<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{escape(title)}</rdf:li></rdf:Alt></dc:title>'
        f"<dc:language><rdf:Bag><rdf:li>{escape(language)}</rdf:li></rdf:Bag></dc:language>"
        "<pdfuaid:part>1</pdfuaid:part></rdf:Description></rdf:RDF></x:xmpmeta>"
        '<?xpacket end="r"?>'
    ).encode()
