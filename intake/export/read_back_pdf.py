"""Open the finished file as a stranger would, and refuse it unless it holds the page and nothing besides.

Everything is held against a list of what may be there; whatever is not on the list is a reason to stop.
"""

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Iterator
from typing import TYPE_CHECKING

from intake.export.doubts import as_refusals
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
_NAMES = {
    "/Block", "/CIDFontType2", "/CMap", "/Catalog", "/Div", "/Document", "/FlateDecode", "/Font", "/FontDescriptor",
    "/H1", "/H2", "/ICCBased", "/Identity", "/Identity-H", "/ImageB", "/ImageC", "/L2R", "/Layout", "/Metadata", "/P",
    "/PDF", "/Page", "/Pages", "/Part", "/S", "/Span", "/Strong", "/StructElem", "/StructTreeRoot", "/Text", "/Type0",
    "/XML", "/Artifact",
}  # fmt: skip
_KEYS = _TRAILER | _CATALOGUE | _PAGE | _RESOURCES | _MARKED_CONTENT | {
    "/A", "/Ascent", "/BaseFont", "/CIDSet", "/CIDSystemInfo", "/CIDToGIDMap", "/CapHeight", "/Count", "/DW",
    "/Datetime", "/DescendantFonts", "/Descent", "/Direction", "/DisplayDocTitle", "/Em", "/Encoding", "/Flags",
    "/FontBBox", "/FontDescriptor", "/FontFile2", "/FontFile3", "/FontName", "/ItalicAngle", "/K", "/Kids", "/Marked",
    "/N", "/Nums", "/O", "/Ordering", "/P", "/ParentTree", "/ParentTreeNextKey", "/Pg", "/Placement", "/Range",
    "/Registry", "/RoleMap", "/S", "/StemV", "/Strong", "/Supplement", "/Suspects", "/T", "/Terms", "/Title",
    "/ToUnicode", "/WMode", "/CMapName", "/Filter",
}  # fmt: skip
# what tables, lists and filled shapes need, in a document that is of no case
_RICH_NAMES = {
    "/Circle", "/Column", "/H3", "/H4", "/L", "/LBody", "/LI", "/Lbl", "/List", "/None", "/Solid", "/TBody", "/TD",
    "/TH", "/THead", "/TR", "/Table",
}  # fmt: skip
_RICH_KEYS = {
    "/BorderColor", "/BorderStyle", "/BorderThickness", "/ColSpan", "/Headers", "/IDTree", "/ListNumbering", "/Names",
    "/Scope",
}  # fmt: skip
_RICH_DRAWING = {"B", "W", "c", "d", "f", "h", "n"}
_NUMBERED = re.compile(r"/[cfg]\d{1,2}|/[A-Z]{6}\+NotoSans-(?:Regular|Bold)(?:-Identity-H)?", re.ASCII)
_DRAWING = {
    "BDC", "BMC", "EMC", "q", "Q", "cm", "BT", "ET", "Tf", "Tm", "Tj", "TJ", "Tr", "cs", "scn", "CS", "SCN", "w", "M",
    "m", "l", "S",
}  # fmt: skip
_HEADER_CELL = re.compile(r"U\d+x\d+y\d+", re.ASCII)
"""How the header of a column is named for screen readers: by its place, never by its words."""
_FILLED_TYPE = 0  # the way of drawing letters that can be seen
_MOST_BYTES = 2_000_000  # of the file, and of each part of it unpacked
_PACKED = (b"/ObjStm", b"/XRef", b"/Encrypt")  # objects inside others; our files have none


def read_back_pdf(finished: bytes, page: Printed, properties: bytes) -> tuple[Refusal, ...]:
    """Every doubt about a finished PDF; empty when it holds what ``page`` says and nothing besides.

    ``properties`` is the one and only description of itself that the file may carry.
    """
    import pikepdf

    if len(finished) > _MOST_BYTES:
        return as_refusals(["file_size"])
    if any(packed in finished for packed in _PACKED):
        return as_refusals(["file_extras"])
    try:
        with pikepdf.open(io.BytesIO(finished)) as pdf:
            if _swells(pdf):
                return as_refusals(["file_size"])
            texts = page_texts(finished)
            doubts = [*_text(texts, page), *_structure(finished, pdf, page, properties), *_objects(pdf, page)]
    except (pikepdf.PdfError, zlib.error, ValueError, AttributeError, KeyError, RecursionError):
        doubts = ["file_unreadable"]
    return as_refusals(doubts)


def pdf_strings(finished: bytes) -> tuple[str, ...]:
    """Every word in the file that is not the same in every file of its kind, seen or not. Raises ValueError."""
    import pikepdf

    texts = page_texts(finished)
    try:
        with pikepdf.open(io.BytesIO(finished)) as pdf:
            inside = (
                str(one) for thing in pdf.objects for one in _all_inside(thing) if isinstance(one, pikepdf.String)
            )
            return (*texts, *(text for text in inside if text not in _FIXED_STRINGS))
    except pikepdf.PdfError:
        raise ValueError("the file cannot be read as a PDF") from None


def _swells(pdf: Pdf) -> bool:
    """Whether some part grows beyond measure when it is unpacked, or is packed twice."""
    import pikepdf

    for thing in pdf.objects:
        if not isinstance(thing, pikepdf.Stream):
            continue
        if thing.get("/Filter") is None:
            continue
        if thing.Filter != pikepdf.Name.FlateDecode:
            return True
        unpacked = zlib.decompressobj().decompress(thing.read_raw_bytes(), _MOST_BYTES + 1)
        if len(unpacked) > _MOST_BYTES:
            return True
    return False


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
        if not _only_marks(one.obj, page):
            yield "file_extras"


def _only_marks(one: Object, page: Printed) -> bool:
    """Whether the drawing is letters that can be seen and lines, and carries no text beside what it draws."""
    import pikepdf

    drawing = _DRAWING | _RICH_DRAWING if page.is_of_no_case else _DRAWING
    for instruction in pikepdf.parse_content_stream(one):
        if str(instruction.operator) not in drawing:
            return False
        if str(instruction.operator) == "Tr" and instruction.operands[0] != _FILLED_TYPE:
            return False
        for operand in instruction.operands:
            if isinstance(operand, pikepdf.Name) and not _is_known(str(operand), page):
                return False
            if not isinstance(operand, pikepdf.Dictionary):
                continue
            if set(operand.keys()) - _MARKED_CONTENT or operand.get("/Lang", page.language) != page.language:
                return False
    return True


def _is_known(name: str, page: Printed) -> bool:
    return name in _NAMES or (page.is_of_no_case and name in _RICH_NAMES) or _NUMBERED.fullmatch(name) is not None


def _objects(pdf: Pdf, page: Printed) -> Iterator[str]:
    import pikepdf

    allowed = {page.title, page.language, *page.headings} | _FIXED_STRINGS
    for thing in pdf.objects:
        for inner in _all_inside(thing):
            if isinstance(inner, pikepdf.String) and not _is_allowed(str(inner), allowed, page):
                yield "file_strings"
            if isinstance(inner, pikepdf.Name) and not _is_known(str(inner), page):
                yield "file_fonts" if _is_font(str(inner)) else "file_strings"
            if isinstance(inner, pikepdf.Dictionary | pikepdf.Stream):
                yield from _dictionary(inner, page)


def _is_allowed(text: str, allowed: set[str], page: Printed) -> bool:
    return text in allowed or (page.is_of_no_case and _HEADER_CELL.fullmatch(text) is not None)


def _is_font(name: str) -> bool:
    return name in {"/TrueType", "/Type1", "/Type3"} or "+" in name


def _dictionary(inner: Object, page: Printed) -> Iterator[str]:
    keys = set(inner.keys())
    known = _KEYS | _RICH_KEYS if page.is_of_no_case else _KEYS
    if keys & _NEVER_A_KEY:
        yield "file_extras"
    if any(key not in known and not _is_known(key, page) for key in keys - _NEVER_A_KEY):
        yield "file_strings"
    if "/Metadata" in keys and inner.get("/Type") != "/Catalog":
        yield "file_properties"
    if inner.get("/Type") == "/FontDescriptor" and not {"/FontFile2", "/FontFile3"} & keys:
        yield "file_fonts"
    if inner.get("/Type") == "/Font" and "NotoSans-" not in str(inner.get("/BaseFont")):
        yield "file_fonts"


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
