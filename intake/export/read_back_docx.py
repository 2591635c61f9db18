"""Open a finished word-processor file as a stranger would, and refuse it unless it holds the page and nothing besides.

The container is read by zipfile, the words by the expat parser of the standard library; neither of them wrote it.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from xml.etree import ElementTree as ET
from xml.etree.ElementTree import Element

from intake.export.docx_parts import WORDS_PART, packed, same_parts
from intake.export.doubts import as_refusals
from intake.referral.page import Page
from intake.releases.refusal import Refusal

MOST_BYTES = 2_000_000
"""No page comes near this, packed or unpacked; what is larger is not opened."""

_MOST_PARTS = 20
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_ELEMENTS = {
    "document", "body", "p", "pPr", "pStyle", "r", "rPr", "b", "t", "sectPr", "pgSz", "pgMar", "tbl", "tblPr", "tblW",
    "tblBorders", "top", "bottom", "insideH", "tblLayout", "tblGrid", "gridCol", "tr", "trPr", "cantSplit",
    "trHeight", "tc", "tcPr", "tcW",
}  # fmt: skip
_ATTRIBUTES = {
    "val", "w", "h", "type", "hRule", "sz", "color", "top", "right", "bottom", "left", "header", "footer", "gutter",
}  # fmt: skip
_VALUES = {"Heading1", "Heading2", "dxa", "single", "BEBEBE", "fixed", "atLeast"}
_UNREADABLE = (zipfile.BadZipFile, zlib.error, ValueError, NotImplementedError, RuntimeError, EOFError)
_LENGTH = re.compile(r"\d{1,5}", re.ASCII)


def read_back_docx(finished: bytes, page: Page) -> tuple[Refusal, ...]:
    """Every doubt about a finished file; empty when it holds ``page`` and nothing besides."""
    try:
        parts = _parts(finished)
        if parts is None:
            return as_refusals(["file_size"])
        return as_refusals(_doubts(finished, parts, page))
    except (KeyError, ET.ParseError, *_UNREADABLE):
        return as_refusals(["file_unreadable"])


def docx_strings(finished: bytes) -> tuple[str, ...]:
    """Every word of the part that is not the same in every file, seen or not. Raises ValueError when there is none."""
    try:
        parts = _parts(finished) or {}
        words = ET.fromstring(parts[WORDS_PART])  # noqa: S314 - our own bytes; the reading before refuses entities
    except (KeyError, ET.ParseError, *_UNREADABLE):
        raise ValueError("the file cannot be read") from None
    return tuple(" ".join(_paragraph_words(one).split()) for one in words.iter(f"{_W}p"))


def _parts(finished: bytes) -> dict[str, bytes] | None:
    if len(finished) > MOST_BYTES:
        return None
    with zipfile.ZipFile(io.BytesIO(finished)) as container:
        listed = container.infolist()
        if len(listed) > _MOST_PARTS or sum(part.file_size for part in listed) > MOST_BYTES:
            return None
        return {part.filename: container.read(part) for part in listed}


def _doubts(finished: bytes, parts: Mapping[str, bytes], page: Page) -> Iterator[str]:
    expected = same_parts(page)
    if set(parts) != {WORDS_PART, *expected}:
        yield "file_extras"
    if any(parts.get(name) != content for name, content in expected.items()):
        yield "file_properties"
    if packed(parts) != finished:
        yield "file_extras"  # another date, a comment, something before or behind, two parts of one name
    written = parts[WORDS_PART]
    if b"<!" in written or written.count(b"<?") != 1:
        yield "file_extras"
        return
    words = ET.fromstring(written)  # noqa: S314 - neither entities nor a document type get past the line above
    yield from _only_known(words)
    if _spaced(" ".join(map(_paragraph_words, words.iter(f"{_W}p")))) != _spaced(" ".join(page.texts())):
        yield "file_text"
    if _headings(words) != [page.title, *(row.label for row in page.rows)]:
        yield "file_shape"


def _only_known(words: Element) -> Iterator[str]:
    for element in words.iter():
        if element.tag.removeprefix(_W) not in _ELEMENTS or not element.tag.startswith(_W):
            yield "file_extras"
        if element.tag != f"{_W}t" and (element.text or "").strip():
            yield "file_strings"
        if (element.tail or "").strip():
            yield "file_strings"
        for name, value in element.attrib.items():
            if (name, value) == (_SPACE, "preserve"):
                continue
            if name.removeprefix(_W) not in _ATTRIBUTES or not (value in _VALUES or _LENGTH.fullmatch(value)):
                yield "file_strings"


def _paragraph_words(paragraph: Element) -> str:
    return "".join(text.text or "" for text in paragraph.iter(f"{_W}t"))


def _headings(words: Element) -> list[str]:
    styled = f"{_W}pPr/{_W}pStyle"
    return [_paragraph_words(one) for one in words.iter(f"{_W}p") if one.find(styled) is not None]


def _spaced(text: str) -> str:
    return " ".join(text.split())
