"""Open the finished file as a stranger would, and refuse it unless it holds the page and nothing besides.

Everything is held against a list of what may be there; whatever is not on the list is a reason to stop.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from intake.export.pdf_pages import page_texts
from intake.export.printed import Printed
from intake.releases.refusal import Refusal

if TYPE_CHECKING:
    from pikepdf import Object, Pdf

_TRAILER = {"/Root", "/Size", "/ID", "/Type", "/W", "/Index", "/Length", "/Filter", "/DecodeParms"}
_CATALOGUE = {
    "/Type",
    "/Pages",
    "/StructTreeRoot",
    "/MarkInfo",
    "/Lang",
    "/ViewerPreferences",
    "/Metadata",
}
_PAGE = {
    "/Type",
    "/Parent",
    "/Contents",
    "/MediaBox",
    "/Resources",
    "/StructParents",
    "/Tabs",
    "/Group",
}
_RESOURCES = {"/Font", "/ColorSpace", "/ExtGState", "/ProcSet"}
_NEVER_A_KEY = {
    "/AcroForm",
    "/AA",
    "/AF",
    "/ActualText",
    "/Alt",
    "/Annots",
    "/Author",
    "/CreationDate",
    "/Creator",
    "/E",
    "/EF",
    "/EmbeddedFiles",
    "/JS",
    "/JavaScript",
    "/LastModified",
    "/ModDate",
    "/OpenAction",
    "/PieceInfo",
    "/Producer",
    "/URI",
    "/XFA",
}
_MARKED_CONTENT = {"/MCID", "/Lang", "/Type", "/Subtype", "/Attached", "/BBox"}
_FIXED_STRINGS = {"Adobe", "Identity", "UCS"}
_HEADER_CELL = re.compile(r"U\d+x\d+y\d+", re.ASCII)
"""How the header of a column is named for screen readers: by its place, never by its words."""
_WHAT_TO_DO = "The finished file was thrown away and nothing was written. Try again; if it stays so, report it."


def read_back_pdf(finished: bytes, page: Printed, properties: bytes) -> tuple[Refusal, ...]:
    """Every doubt about a finished PDF; empty when it holds what ``page`` says and nothing besides.

    ``properties`` is the one and only description of itself that the file may carry.
    """
    import pikepdf

    try:
        texts = page_texts(finished)
        with pikepdf.open(io.BytesIO(finished)) as pdf:
            doubts = [*_text(texts, page), *_structure(finished, pdf, page, properties), *_objects(pdf, page)]
    except (pikepdf.PdfError, ValueError):
        doubts = ["file_unreadable"]
    return tuple(Refusal(check, _WHAT_TO_DO) for check in dict.fromkeys(doubts))


def _text(texts: tuple[str, ...], page: Printed) -> Iterator[str]:
    if page.is_long:
        texts = tuple(text.rstrip().removesuffix(str(number)) for number, text in enumerate(texts, start=1))
    elif len(texts) != 1:
        yield "file_pages"
    if _spaced(" ".join(texts)) != _spaced(" ".join(page.texts)):
        yield "file_text"


def _spaced(text: str) -> str:
    return " ".join(text.split())


def _structure(finished: bytes, pdf: Pdf, page: Printed, properties: bytes) -> Iterator[str]:
    if set(pdf.trailer.keys()) - _TRAILER or pdf.is_encrypted or len(pdf.attachments):
        yield "file_extras"
    if set(pdf.Root.keys()) - _CATALOGUE or pdf.Root.Metadata.read_bytes() != properties:
        yield "file_properties"
    if finished.count(b"%%EOF") != 1 or not finished.rstrip().endswith(b"%%EOF"):
        yield "file_extras"
    for one in pdf.pages:
        if set(one.obj.keys()) - _PAGE or set(one.obj.Resources.keys()) - _RESOURCES:
            yield "file_extras"
        if not _only_marks(one.obj, page.language):
            yield "file_extras"


def _only_marks(one: Object, language: str) -> bool:
    """Whether the drawing carries no text beside what it draws."""
    import pikepdf

    for instruction in pikepdf.parse_content_stream(one):
        for operand in instruction.operands:
            if not isinstance(operand, pikepdf.Dictionary):
                continue
            if set(operand.keys()) - _MARKED_CONTENT or operand.get("/Lang", language) != language:
                return False
    return True


def _objects(pdf: Pdf, page: Printed) -> Iterator[str]:
    import pikepdf

    allowed = {page.title, page.language, *page.headings} | _FIXED_STRINGS
    for thing in pdf.objects:
        for inner in _all_inside(thing):
            if isinstance(inner, pikepdf.String) and not _is_allowed(str(inner), allowed, page):
                yield "file_strings"
            if not isinstance(inner, pikepdf.Dictionary | pikepdf.Stream):
                continue
            if set(inner.keys()) & _NEVER_A_KEY:
                yield "file_extras"
            if "/Metadata" in inner and inner.get("/Type") != "/Catalog":
                yield "file_properties"
            if inner.get("/Type") == "/FontDescriptor" and not {"/FontFile2", "/FontFile3"} & set(inner.keys()):
                yield "file_fonts"
            if inner.get("/Type") == "/Font" and "NotoSans-" not in str(inner.get("/BaseFont")):
                yield "file_fonts"


def _is_allowed(text: str, allowed: set[str], page: Printed) -> bool:
    return text in allowed or (page.is_long and _HEADER_CELL.fullmatch(text) is not None)


def _all_inside(thing: Object) -> Iterator[Object]:
    """The object and everything written inside it; what it points to is met as an object of its own."""
    import pikepdf

    yield thing
    if isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
        parts = [thing[key] for key in thing.keys() if key != "/Length"]  # noqa: SIM118
    elif isinstance(thing, pikepdf.Array):
        parts = list(thing)
    else:
        return
    for part in parts:
        if isinstance(part, pikepdf.Object) and not part.is_indirect:
            yield from _all_inside(part)
