"""The finished page: one page, the same shape for every case, and nothing in it but its words."""

from __future__ import annotations

import io
import re

import pikepdf
import pytest

from intake.cases.model import ShareableView
from intake.export.exporter import Exporter, PageDoesNotFit, exporters
from intake.export.pdf_pages import page_picture, page_texts
from tests.unit.referral.pages import LANGUAGES, RECIPIENTS, content, full_view, half_view, page_of

CASES = {"empty": ShareableView(), "half": half_view(), "full": full_view()}


@pytest.fixture(scope="module")
def pdf() -> Exporter:
    return exporters()["pdf"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("recipient_id", RECIPIENTS)
def test_headings_stand_in_the_same_place_on_one_page_whatever_is_said(
    pdf: Exporter, recipient_id: str, language: str
) -> None:
    rules = set()
    for seen in CASES.values():
        page = page_of(seen, recipient_id, language, report_number="230 123 456")
        finished = pdf.render(page)
        assert pdf.read_back(finished, page) == ()
        assert len(page_texts(finished)) == 1
        rules.add(drawn_lines(finished))
    assert len(rules) == 1
    assert len(rules.pop()) == len(content().recipients[recipient_id].rows) + 1


def drawn_lines(finished: bytes) -> tuple[tuple[float, ...], ...]:
    """The hairlines above each row, which stand where the rows begin."""
    moves = []
    with pikepdf.open(io.BytesIO(finished)) as opened:
        matrix: tuple[float, ...] = ()
        for instruction in pikepdf.parse_content_stream(opened.pages[0]):
            if str(instruction.operator) == "cm":
                matrix = tuple(round(float(str(one)), 1) for one in instruction.operands)
            if str(instruction.operator) == "l":
                moves.append(matrix)
    return tuple(moves)


def test_rows_with_most_to_say_never_run_over(pdf: Exporter) -> None:
    for language in LANGUAGES:
        for recipient_id in RECIPIENTS:
            page = page_of(full_view(), recipient_id, language, name_to_use="Maria Fernanda Villanueva")
            assert pdf.read_back(pdf.render(page), page) == ()


def test_a_text_without_room_stops_the_page_and_is_not_quoted(pdf: Exporter) -> None:
    from dataclasses import replace

    page = page_of(ShareableView())
    long = replace(page.rows[0], lines=("ZEBRA " * 200,))
    with pytest.raises(PageDoesNotFit) as caught:
        pdf.render(replace(page, rows=(long, *page.rows[1:])))
    assert caught.value.__cause__ is None
    assert "ZEBRA" not in str(caught.value)


def test_the_same_page_gives_the_same_bytes(pdf: Exporter) -> None:
    page = page_of(half_view())
    assert pdf.render(page) == pdf.render(page)


def test_the_file_says_nothing_of_how_or_when_it_was_made(pdf: Exporter) -> None:
    finished = pdf.render(page_of(half_view()))
    with pikepdf.open(io.BytesIO(finished)) as opened:
        assert set(opened.trailer.keys()) == {"/Root", "/Size", "/ID"}
        described = opened.Root.Metadata.read_bytes().decode()
    assert re.findall(r"<(?:dc|pdfuaid):(\w+)", described) == ["title", "language", "part"]
    everything = plain_bytes(finished).lower()
    for word in (b"typst", b"pikepdf", b"qpdf", b"forthright", b"/producer", b"/creator", b"/author", b"2025-"):
        assert word not in everything


def plain_bytes(finished: bytes) -> bytes:
    """The file as it lies there, and every stream of it opened up."""
    with pikepdf.open(io.BytesIO(finished)) as opened:
        streams = [thing.read_bytes() for thing in opened.objects if isinstance(thing, pikepdf.Stream)]
    return b"\n".join([finished, *streams])


def test_empty_and_full_pages_describe_themselves_alike(pdf: Exporter) -> None:
    described = set()
    for seen in CASES.values():
        with pikepdf.open(io.BytesIO(pdf.render(page_of(seen)))) as opened:
            described.add((opened.Root.Metadata.read_bytes(), str(opened.Root.Lang), tuple(sorted(opened.Root.keys()))))
    assert len(described) == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_screen_reader_finds_headings_a_language_and_a_title(pdf: Exporter, language: str) -> None:
    page = page_of(half_view(), language=language)
    with pikepdf.open(io.BytesIO(pdf.render(page))) as opened:
        assert opened.Root.MarkInfo.Marked
        assert str(opened.Root.Lang) == language
        assert opened.Root.ViewerPreferences.DisplayDocTitle
        titles = [str(one.T) for one in opened.objects if isinstance(one, pikepdf.Dictionary) and "/T" in one]
    assert titles == [page.title, *(row.label for row in page.rows)]


def test_the_page_can_be_shown_as_a_picture(pdf: Exporter) -> None:
    picture = page_picture(pdf.render(page_of(half_view())), 72)
    assert (picture.width, picture.height) == (612, 792)
    assert len(picture.rgb) == 612 * 792 * 3
    assert picture.rgb[:3] == b"\xff\xff\xff"
    assert min(picture.rgb) < 40
    odd = page_picture(pdf.render(page_of(half_view())), 71.3)
    assert len(odd.rgb) == odd.width * odd.height * 3


def test_the_name_and_the_end_of_each_format_are_known() -> None:
    assert {name: one.suffix for name, one in exporters().items()} == {
        "pdf": ".pdf",
        "pdf_sealed": ".pdf",
        "age": ".pdf.age",
        "docx": ".docx",
        "txt": ".txt",
    }


@pytest.mark.parametrize("recipient_id", RECIPIENTS)
def test_a_screen_reader_meets_every_text_as_a_paragraph(pdf: Exporter, recipient_id: str) -> None:
    page = page_of(full_view(), recipient_id)
    with pikepdf.open(io.BytesIO(pdf.render(page))) as opened:
        tags = [str(one.S) for one in opened.objects if isinstance(one, pikepdf.Dictionary) and "/S" in one]
    assert tags.count("/P") >= len(page.paragraphs) + len(page.rows) + 1
    assert (tags.count("/H1"), tags.count("/H2")) == (1, len(page.rows))
