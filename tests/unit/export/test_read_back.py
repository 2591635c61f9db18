"""A finished file that holds anything besides the page is thrown away."""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable
from dataclasses import replace

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf, String

from intake.export.doubts import DOUBTS
from intake.export.exporter import exporters
from intake.export.forbidden_values import ForbiddenValues
from intake.export.last_look import last_look
from intake.referral.page import Page
from tests.unit.referral.pages import TERMS, content, half_view, page_of

PDF = exporters()["pdf"]


@pytest.fixture(scope="module")
def page() -> Page:
    return page_of(half_view())


@pytest.fixture(scope="module")
def finished(page: Page) -> bytes:
    return PDF.render(page)


def checks(finished: bytes, page: Page) -> list[str]:
    return [one.check for one in PDF.read_back(finished, page)]


def tampered(finished: bytes, change: Callable[[Pdf], object]) -> bytes:
    written = io.BytesIO()
    with pikepdf.open(io.BytesIO(finished)) as opened:
        change(opened)
        opened.save(written, deterministic_id=True, fix_metadata_version=False)
    return written.getvalue()


def test_the_file_as_made_is_accepted_also_after_a_plain_copy(finished: bytes, page: Page) -> None:
    assert checks(finished, page) == []
    assert checks(tampered(finished, lambda _pdf: None), page) == []


def test_another_word_on_the_page_is_noticed(finished: bytes, page: Page) -> None:
    row = replace(page.rows[0], lines=("Rosa Ruiz",))
    assert checks(finished, replace(page, rows=(row, *page.rows[1:]))) == ["file_text"]


def add_info(pdf: Pdf) -> None:
    pdf.docinfo["/Author"] = "ZEBRA"


def add_attachment(pdf: Pdf) -> None:
    pdf.attachments["note.txt"] = b"ZEBRA"


def add_script(pdf: Pdf) -> None:
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))


def add_form(pdf: Pdf) -> None:
    pdf.Root.AcroForm = Dictionary(Fields=Array())


def add_annotation(pdf: Pdf) -> None:
    note = Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=[0, 0, 9, 9], Contents=String("ZEBRA"))
    pdf.pages[0].obj.Annots = Array([pdf.make_indirect(note)])


def add_page(pdf: Pdf) -> None:
    pdf.add_blank_page()


def add_other_metadata(pdf: Pdf) -> None:
    pdf.pages[0].obj.Metadata = pdf.make_stream(b"<x/>")


def change_metadata(pdf: Pdf) -> None:
    pdf.Root.Metadata = pdf.make_stream(b"<x/>", Type=Name.Metadata, Subtype=Name.XML)


def hide_words(pdf: Pdf) -> None:
    pdf.Root.MarkInfo.Note = String("ZEBRA")


def drop_font(pdf: Pdf) -> None:
    for thing in pdf.objects:
        if isinstance(thing, Dictionary) and thing.get("/Type") == "/FontDescriptor":
            del thing["/FontFile2"]


def borrow_font(pdf: Pdf) -> None:
    for font in pdf.pages[0].obj.Resources.Font.values():
        font.BaseFont = Name("/Helvetica")


def say_otherwise(pdf: Pdf) -> None:
    content = pdf.pages[0].obj.Contents
    content.write(b"/Span <</ActualText (ZEBRA)>> BDC EMC\n" + content.read_bytes())


def other_language(pdf: Pdf) -> None:
    content = pdf.pages[0].obj.Contents
    content.write(b"/Span <</Lang (zebra)>> BDC EMC\n" + content.read_bytes())


def add_picture(pdf: Pdf) -> None:
    pdf.pages[0].obj.Resources.XObject = Dictionary()


def before_the_drawing(pdf: Pdf, drawn: bytes) -> None:
    content = pdf.pages[0].obj.Contents
    content.write(drawn + content.read_bytes())


def after_the_drawing(pdf: Pdf, drawn: bytes) -> None:
    content = pdf.pages[0].obj.Contents
    content.write(content.read_bytes() + b"\n" + drawn)


LETTERS = b"<0001000200030004> Tj ET Q "


def add_white_text(pdf: Pdf) -> None:
    after_the_drawing(pdf, b"q 1 g BT /f0 9 Tf 1 0 0 1 90 90 Tm " + LETTERS)


def add_text_in_the_colour_of_the_paper(pdf: Pdf) -> None:
    after_the_drawing(pdf, b"q /c0 cs 1 scn BT /f0 9 Tf 1 0 0 1 90 90 Tm " + LETTERS)


def add_text_outside_the_page(pdf: Pdf) -> None:
    after_the_drawing(pdf, b"q BT /f0 9 Tf 1 0 0 1 -900 -900 Tm " + LETTERS)


def add_invisible_text(pdf: Pdf) -> None:
    after_the_drawing(pdf, b"q BT 3 Tr /f0 9 Tf 1 0 0 1 90 90 Tm " + LETTERS)


def add_text_under_a_picture(pdf: Pdf) -> None:
    before_the_drawing(pdf, b"q 612 0 0 792 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \xff EI Q ")


def add_layer(pdf: Pdf) -> None:
    layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("ZEBRA")))
    pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary(OFF=Array([layer])))


def mark_as_layer(pdf: Pdf) -> None:
    before_the_drawing(pdf, b"/OC /Zebra BDC EMC ")


def say_otherwise_in_the_tags(pdf: Pdf) -> None:
    for thing in pdf.objects:
        if isinstance(thing, Dictionary) and thing.get("/S") == Name.Span:
            thing.Alt = String("ZEBRA")


def hide_a_name(pdf: Pdf) -> None:
    pdf.Root.MarkInfo.Zebra = True


def hide_a_name_as_a_value(pdf: Pdf) -> None:
    pdf.Root.MarkInfo.Suspects = Name("/Zebra")


def add_field(pdf: Pdf) -> None:
    field = pdf.make_indirect(Dictionary(FT=Name.Tx, T=String("ZEBRA"), V=String("ZEBRA")))
    pdf.Root.AcroForm = Dictionary(Fields=Array([field]))


def forget_an_object(pdf: Pdf) -> None:
    pdf.Root.Metadata.Zebra = pdf.make_stream(b"ZEBRA")


@pytest.mark.parametrize(
    ("change", "check"),
    [
        (add_info, "file_extras"),
        (add_attachment, "file_extras"),
        (add_script, "file_extras"),
        (add_form, "file_extras"),
        (add_annotation, "file_extras"),
        (add_page, "file_pages"),
        (add_other_metadata, "file_properties"),
        (change_metadata, "file_properties"),
        (hide_words, "file_strings"),
        (drop_font, "file_fonts"),
        (borrow_font, "file_fonts"),
        (say_otherwise, "file_extras"),
        (other_language, "file_extras"),
        (add_picture, "file_extras"),
        (add_white_text, "file_extras"),
        (add_text_in_the_colour_of_the_paper, "file_text"),
        (add_text_outside_the_page, "file_text"),
        (add_invisible_text, "file_extras"),
        (add_text_under_a_picture, "file_extras"),
        (add_layer, "file_properties"),
        (mark_as_layer, "file_extras"),
        (say_otherwise_in_the_tags, "file_extras"),
        (hide_a_name, "file_strings"),
        (hide_a_name_as_a_value, "file_strings"),
        (add_field, "file_extras"),
        (forget_an_object, "file_strings"),
    ],
)
def test_whatever_is_added_or_taken_is_noticed(
    finished: bytes, page: Page, change: Callable[[Pdf], object], check: str
) -> None:
    found = PDF.read_back(tampered(finished, change), page)
    assert check in [one.check for one in found]
    assert all("ZEBRA" not in one.what_to_do for one in found)


def test_something_behind_the_end_is_noticed(finished: bytes, page: Page) -> None:
    assert checks(finished + b"\nZEBRA\n", page) == ["file_extras"]
    assert checks(finished + b"%%EOF\n", page) == ["file_extras"]


@pytest.mark.parametrize("broken", [b"", b"%PDF-1.7\n", b"ZEBRA" * 100])
def test_a_file_that_cannot_be_read_is_refused(broken: bytes, page: Page) -> None:
    assert checks(broken, page) == ["file_unreadable"]


def test_a_file_cut_short_is_refused(finished: bytes, page: Page) -> None:
    assert checks(finished[: len(finished) // 2], page) != []


def test_an_earlier_version_inside_the_file_is_noticed(finished: bytes, page: Page) -> None:
    """An incremental update: what was taken off the page would still lie in the file."""
    start = finished.rindex(b"startxref")
    update = b"9999 0 obj\n(ZEBRA)\nendobj\n"
    table = b"xref\n0 0\ntrailer << /Root 1 0 R /Size 10000 /Prev " + finished[start + 10 :].split()[0] + b" >>\n"
    end = b"startxref\n" + str(len(finished) + len(update)).encode() + b"\n%%EOF\n"
    assert "file_extras" in checks(finished + update + table + end, page)


def test_a_file_larger_than_any_page_is_not_opened(page: Page) -> None:
    assert checks(b"%PDF-1.7\n" + b"0" * 3_000_000, page) == ["file_size"]


def test_every_doubt_says_in_words_which_it_is_and_that_nothing_was_written() -> None:
    assert len(set(DOUBTS.values())) == len(DOUBTS)
    told = [words for check, words in DOUBTS.items() if check.startswith(("file_", "case_", "look_"))]
    assert all("nothing was written" in words.lower() for words in told)


def test_a_part_that_swells_when_it_is_unpacked_or_is_packed_twice_is_not_opened(finished: bytes, page: Page) -> None:
    def swell(pdf: Pdf) -> None:
        pdf.pages[0].obj.Contents.write(b" " * 5_000_000)

    def pack_twice(pdf: Pdf) -> bytes:
        written = io.BytesIO()
        content = pdf.pages[0].obj.Contents
        twice = zlib.compress(zlib.compress(content.read_bytes()))
        content.write(twice, filter=Array([Name.FlateDecode, Name.FlateDecode]))
        as_it_is = pikepdf.StreamDecodeLevel.none
        pdf.save(written, stream_decode_level=as_it_is, compress_streams=False, deterministic_id=True)
        return written.getvalue()

    def in_a_stream(pdf: Pdf) -> bytes:
        written = io.BytesIO()
        pdf.save(written, object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True)
        return written.getvalue()

    assert checks(tampered(finished, swell), page) == ["file_size"]
    with pikepdf.open(io.BytesIO(finished)) as opened:
        assert checks(pack_twice(opened), page) == ["file_size"]
    with pikepdf.open(io.BytesIO(finished)) as opened:
        assert checks(in_a_stream(opened), page) == ["file_extras"]


def test_a_word_that_never_stands_on_a_page_is_found_in_the_bytes_themselves() -> None:
    terms = replace(TERMS, prepared_by="Visa Desk")
    page = page_of(half_view())
    head = tuple(replace(line, value="Visa Desk") if line.id == "prepared_by" else line for line in page.head)
    finished = PDF.render(replace(page, head=head))
    found = last_look(finished, replace(page, head=head), terms, ForbiddenValues(), PDF, content())
    assert [one.check for one in found] == ["file_never_word"]
