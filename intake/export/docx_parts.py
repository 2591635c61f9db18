"""The parts of a word-processor file: what each is called, and what stands in it for one page.

Five parts are the same for every page of a language and lie in ``resources/templates/docx``; one holds the words.
No library is used: those that write this format bring a template along, with dates, styles and names of its own.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping
from xml.sax.saxutils import escape

from intake.referral.page import Page
from intake.resource_files import resources_folder

WORDS_PART = "word/document.xml"
_SAME_FOR_ALL = {
    "[Content_Types].xml": "content_types.xml",
    "_rels/.rels": "package_rels.xml",
    "docProps/core.xml": "core.xml",
    "word/_rels/document.xml.rels": "document_rels.xml",
    "word/settings.xml": "settings.xml",
    "word/styles.xml": "styles.xml",
}
_NO_DATE = (1980, 1, 1, 0, 0, 0)  # the earliest that the container can hold; it says nothing
_SPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PAGE = (
    '<w:sectPr><w:pgSz w:w="12240" w:h="15840"/><w:pgMar w:top="900" w:right="1300" w:bottom="700" w:left="1300" '
    'w:header="400" w:footer="400" w:gutter="0"/></w:sectPr>'
)
_LABEL_WIDTH, _TEXT_WIDTH = 2100, 7540  # twentieths of a point, as every length here
_LINE, _CELL_GAP = 240, 80


def same_parts(page: Page) -> Mapping[str, bytes]:
    """Every part but the one with the words; what is the case changes nothing in them."""
    folder = resources_folder() / "templates" / "docx"
    filled = {"{title}": escape(page.title), "{language}": escape(page.language)}
    return {name: _filled((folder / file).read_text("utf-8"), filled) for name, file in _SAME_FOR_ALL.items()}


def words_part(page: Page) -> bytes:
    """The words of the page: a first heading, lines, and a second heading for each row."""
    body = "".join(_body(page))
    whole = f'<w:document xmlns:w="{_SPACE}"><w:body>{body}{_PAGE}</w:body></w:document>'
    return ('<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' + whole).encode("utf-8")


def packed(parts: Mapping[str, bytes]) -> bytes:
    """The file that holds these parts and nothing about when, where or by what it was made."""
    finished = io.BytesIO()
    with zipfile.ZipFile(finished, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as container:
        for name in sorted(parts):
            part = zipfile.ZipInfo(name, _NO_DATE)
            part.compress_type, part.create_system = zipfile.ZIP_DEFLATED, 0
            container.writestr(part, parts[name])
    return finished.getvalue()


def _filled(text: str, values: Mapping[str, str]) -> bytes:
    for gap, value in values.items():
        text = text.replace(gap, value)
    return text.encode("utf-8")


def _body(page: Page) -> Iterator[str]:
    yield _paragraph(page.title, style="Heading1")
    for line in page.head:
        yield f"<w:p>{_run(line.label + ' ')}{_run(line.value, is_bold=True)}</w:p>"
    for text in ("", *page.paragraphs, ""):
        yield _paragraph(text)
    yield (
        f'<w:tbl><w:tblPr><w:tblW w:w="{_LABEL_WIDTH + _TEXT_WIDTH}" w:type="dxa"/><w:tblBorders>'
        '<w:top w:val="single" w:sz="4" w:color="BEBEBE"/><w:bottom w:val="single" w:sz="4" w:color="BEBEBE"/>'
        '<w:insideH w:val="single" w:sz="4" w:color="BEBEBE"/></w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr>'
        f'<w:tblGrid><w:gridCol w:w="{_LABEL_WIDTH}"/><w:gridCol w:w="{_TEXT_WIDTH}"/></w:tblGrid>'
    )
    for row in page.rows:
        # at least the room of the row: a full and an empty page have their rows in the same places
        height = row.room * _LINE + _CELL_GAP
        yield f'<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="{height}" w:hRule="atLeast"/></w:trPr>'
        yield _cell(_paragraph(row.label, style="Heading2"), _LABEL_WIDTH)
        yield _cell(_paragraph(" ".join(row.lines)), _TEXT_WIDTH)
        yield "</w:tr>"
    yield "</w:tbl>"
    yield _paragraph("")
    yield _paragraph(page.closing)


def _cell(paragraph: str, width: int) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{paragraph}</w:tc>'


def _paragraph(text: str, style: str = "") -> str:
    named = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{named}{_run(text) if text else ''}</w:p>"


def _run(text: str, *, is_bold: bool = False) -> str:
    bold = "<w:rPr><w:b/></w:rPr>" if is_bold else ""
    return f'<w:r>{bold}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'
