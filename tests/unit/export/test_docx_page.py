"""The page for word processors: what another library finds in it, and what is thrown away."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import docx
import pytest
from docx.text.paragraph import Paragraph

from intake.cases.model import ShareableView
from intake.export.docx_parts import packed
from intake.export.exporter import exporters
from intake.referral.page import Page
from tests.unit.referral.pages import LANGUAGES, RECIPIENTS, full_view, half_view, page_of

DOCX = exporters()["docx"]
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
Parts = dict[str, bytes]


@pytest.fixture(scope="module")
def page() -> Page:
    return page_of(half_view())


@pytest.fixture(scope="module")
def finished(page: Page) -> bytes:
    return DOCX.render(page)


def style_of(paragraph: Paragraph) -> str:
    assert paragraph.style is not None
    return str(paragraph.style.name)


def parts_of(finished: bytes) -> Parts:
    with zipfile.ZipFile(io.BytesIO(finished)) as container:
        return {name: container.read(name) for name in container.namelist()}


def checks(finished: bytes, page: Page) -> list[str]:
    return [one.check for one in DOCX.read_back(finished, page)]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("recipient_id", RECIPIENTS)
def test_another_library_finds_the_headings_and_the_words_of_the_page(recipient_id: str, language: str) -> None:
    page = page_of(full_view(), recipient_id, language, report_number="230 123 456")
    finished = DOCX.render(page)
    assert checks(finished, page) == []
    opened = docx.Document(io.BytesIO(finished))
    cells = [[cell.paragraphs[0] for cell in row.cells] for row in opened.tables[0].rows]
    assert [paragraph.text for paragraph in opened.paragraphs if style_of(paragraph) == "Heading 1"] == [page.title]
    assert [label.text for label, _ in cells] == [row.label for row in page.rows]
    assert {style_of(label) for label, _ in cells} == {"Heading 2"}
    assert [text.text for _, text in cells] == [" ".join(row.lines) for row in page.rows]


def test_it_says_nothing_of_who_made_it_with_what_and_when(finished: bytes) -> None:
    about = docx.Document(io.BytesIO(finished)).core_properties
    assert (about.title, about.language) == ("Summary for referral", "en")
    assert {about.author, about.last_modified_by, about.comments, about.keywords, about.subject} == {""}
    assert about.created is None
    assert about.modified is None
    with zipfile.ZipFile(io.BytesIO(finished)) as container:
        assert {part.date_time for part in container.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {
            (part.create_system, part.external_attr, part.extra, part.comment) for part in container.infolist()
        } == {(0, 0o600 << 16, b"", b"")}
    everything = b"".join(parts_of(finished).values()).lower()
    for word in (
        b"forthright",
        b"python",
        b"<application",
        b"microsoft office",
        b"<template",
        b"rsid",
        b"creator",
        b"2025-",
        b"2026-",
    ):
        assert word not in everything


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_screen_reader_is_told_the_language(language: str) -> None:
    styles = parts_of(DOCX.render(page_of(half_view(), language=language)))["word/styles.xml"].decode()
    assert f'<w:lang w:val="{language}"' in styles


def test_the_same_page_gives_the_same_bytes(page: Page, finished: bytes) -> None:
    assert DOCX.render(page) == finished


def test_empty_half_and_full_pages_have_rows_of_the_same_least_height_and_the_same_other_parts() -> None:
    shapes = set()
    for seen in (ShareableView(), half_view(), full_view()):
        parts = parts_of(DOCX.render(page_of(seen)))
        words = parts.pop("word/document.xml").decode()
        heights = tuple(part.split('"')[0] for part in words.split('<w:trHeight w:val="')[1:])
        shapes.add((heights, tuple(sorted(parts.items())), words.count("<w:p>")))
    assert len(shapes) == 1


def change(name: str, old: str, new: str) -> Callable[[Parts], Parts]:
    def changed(parts: Parts) -> Parts:
        assert old.encode() in parts[name]
        return {**parts, name: parts[name].replace(old.encode(), new.encode(), 1)}

    return changed


def add(name: str, content: str = "<x>ZEBRA</x>") -> Callable[[Parts], Parts]:
    return lambda parts: {**parts, name: content.encode()}


def in_words(new: str, old: str = "<w:body>") -> Callable[[Parts], Parts]:
    return change("word/document.xml", old, new)


RUN = "<w:r><w:t>ZEBRA</w:t></w:r>"
HOSTILE: dict[str, tuple[Callable[[Parts], Parts], str]] = {
    "comments": (add("word/comments.xml"), "file_extras"),
    "custom XML": (add("customXml/item1.xml"), "file_extras"),
    "application properties": (add("docProps/app.xml"), "file_extras"),
    "custom properties": (add("docProps/custom.xml"), "file_extras"),
    "a thumbnail": (add("docProps/thumbnail.jpeg"), "file_extras"),
    "macros": (add("word/vbaProject.bin"), "file_extras"),
    "an embedded font": (add("word/fonts/font1.odttf"), "file_extras"),
    "an embedded object": (add("word/embeddings/oleObject1.bin"), "file_extras"),
    "a header": (add("word/header1.xml"), "file_extras"),
    "an author": (
        change("docProps/core.xml", "</cp:core", "<dc:creator>ZEBRA</dc:creator></cp:core"),
        "file_properties",
    ),
    "a link out of the file": (
        change(
            "word/_rels/document.xml.rels",
            "</Relationships>",
            '<Relationship Id="r9" Type="x" Target="https://zebra.example" TargetMode="External"/></Relationships>',
        ),
        "file_properties",
    ),
    "a hidden style": (change("word/styles.xml", "<w:b/>", "<w:b/><w:vanish/>"), "file_properties"),
    "a setting": (
        change("word/settings.xml", "<w:compat>", '<w:rsids><w:rsid w:val="1"/></w:rsids><w:compat>'),
        "file_properties",
    ),
    "hidden text": (
        in_words("<w:body><w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>ZEBRA</w:t></w:r></w:p>"),
        "file_extras",
    ),
    "a tracked insertion": (in_words(f'<w:body><w:p><w:ins w:author="ZEBRA">{RUN}</w:ins></w:p>'), "file_extras"),
    "a tracked deletion": (
        in_words("<w:body><w:p><w:del><w:r><w:delText>ZEBRA</w:delText></w:r></w:del></w:p>"),
        "file_extras",
    ),
    "a field": (in_words('<w:body><w:p><w:fldSimple w:instr="AUTHOR ZEBRA"/></w:p>'), "file_extras"),
    "a bookmark": (in_words('<w:body><w:bookmarkStart w:id="0" w:name="ZEBRA"/>'), "file_extras"),
    "another word": (in_words(f"<w:body><w:p>{RUN}</w:p>"), "file_text"),
    "words between the tags": (in_words("<w:body>ZEBRA"), "file_strings"),
    "words in an attribute": (in_words('w:val="ZEBRA"', 'w:val="single"'), "file_strings"),
    "a number in an attribute": (in_words('w:w="4155550134"', 'w:w="12240"'), "file_strings"),
    "a comment of XML": (in_words("<w:body><!-- ZEBRA -->"), "file_extras"),
    "a document type": (in_words('<!DOCTYPE x [<!ENTITY z "ZEBRA">]><w:document', "<w:document"), "file_extras"),
    "an instruction": (in_words("<?zebra ZEBRA?><w:body>"), "file_extras"),
}


@pytest.mark.parametrize("what", HOSTILE)
def test_whatever_is_added_is_noticed_and_never_repeated(what: str, page: Page, finished: bytes) -> None:
    hostile, check = HOSTILE[what]
    refusals = DOCX.read_back(packed(hostile(parts_of(finished))), page)
    assert check in [one.check for one in refusals]
    assert all("ZEBRA" not in one.what_to_do.upper() for one in refusals)


def repacked(finished: bytes, change: Callable[[zipfile.ZipFile], object]) -> bytes:
    whole = io.BytesIO(finished)
    with zipfile.ZipFile(whole, "a") as container:
        change(container)
    return whole.getvalue()


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_the_container_itself_holds_nothing(page: Page, finished: bytes) -> None:
    commented = repacked(finished, lambda container: setattr(container, "comment", b"ZEBRA"))
    doubled = repacked(finished, lambda container: container.writestr("word/document.xml", b"ZEBRA"))
    for hostile in (commented, b"ZEBRA" + finished, finished + b"ZEBRA"):
        assert checks(hostile, page) == ["file_extras"]
    assert checks(doubled, page) != []
    with zipfile.ZipFile(io.BytesIO(finished)) as container:
        dated = io.BytesIO()
        with zipfile.ZipFile(dated, "w", zipfile.ZIP_DEFLATED) as other:
            for part in container.infolist():
                other.writestr(zipfile.ZipInfo(part.filename, (2025, 5, 6, 3, 0, 0)), container.read(part))
    assert checks(dated.getvalue(), page) == ["file_extras"]


def test_a_file_that_swells_when_it_is_unpacked_is_not_opened(page: Page, finished: bytes) -> None:
    assert checks(packed({**parts_of(finished), "word/zebra.xml": b"0" * 3_000_000}), page) == ["file_size"]
    assert checks(packed({f"{number}": b"" for number in range(30)}), page) == ["file_size"]


@pytest.mark.parametrize("broken", [b"", b"PK", b"ZEBRA" * 50])
def test_a_file_that_cannot_be_read_is_refused(broken: bytes, page: Page) -> None:
    assert checks(broken, page) == ["file_unreadable"]
    with pytest.raises(ValueError, match="cannot be read"):
        DOCX.strings(broken)


def test_a_file_cut_short_or_without_its_words_is_refused(page: Page, finished: bytes) -> None:
    assert checks(finished[: len(finished) // 2], page) == ["file_unreadable"]
    parts = parts_of(finished)
    del parts["word/document.xml"]
    assert "file_unreadable" in checks(packed(parts), page)
