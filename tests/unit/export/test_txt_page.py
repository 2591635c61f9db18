"""The page as plain text: the same rows in the same places, lines of one width, nothing that cannot be seen."""

from __future__ import annotations

from dataclasses import replace

import pytest

from intake.cases.model import ShareableView
from intake.export.exporter import PageDoesNotFit, exporters
from intake.export.formats.txt import WIDTH, lines_of
from tests.unit.referral.pages import LANGUAGES, RECIPIENTS, full_view, half_view, page_of

TXT = exporters()["txt"]


def checks(finished: bytes) -> list[str]:
    return [one.check for one in TXT.read_back(finished, page_of(half_view()))]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("recipient_id", RECIPIENTS)
def test_empty_half_and_full_pages_have_the_same_lines_in_the_same_places(recipient_id: str, language: str) -> None:
    shapes = set()
    for seen in (ShareableView(), half_view(), full_view()):
        page = page_of(seen, recipient_id, language, report_number="230 123 456")
        finished = TXT.render(page)
        assert TXT.read_back(finished, page) == ()
        assert TXT.render(page) == finished
        lines = finished.decode("utf-8").split("\n")
        assert max(map(len, lines)) == WIDTH
        labels = {row.label for row in page.rows}
        shapes.add((len(lines), tuple(number for number, line in enumerate(lines) if line in labels)))
        assert len(lines) == lines_of(page) + 1
    assert len(shapes) == 1


def test_a_text_without_room_stops_the_page() -> None:
    page = page_of(ShareableView())
    for words in ("ZEBRA " * 200, "Z" * 100):
        with pytest.raises(PageDoesNotFit):
            TXT.render(replace(page, rows=(replace(page.rows[0], lines=(words,)), *page.rows[1:])))


@pytest.mark.parametrize(
    ("old", "new", "check"),
    [
        ("Rosa", "Rosa Ruiz", "file_text"),
        ("Rosa", "Ro\N{SOFT HYPHEN}sa", "file_extras"),
        ("Rosa", "Rosa\t", "file_extras"),
        ("Rosa", "Rosa   ", "file_extras"),
        ("Rosa", "Rosa\N{RIGHT-TO-LEFT OVERRIDE}", "file_extras"),
        ("Rosa", "Rosa\r", "file_extras"),
        ("Rosa", "Rosa\0", "file_extras"),
        ("Rosa", "Rosa\n", "file_shape"),
    ],
)
def test_whatever_is_added_is_noticed(old: str, new: str, check: str) -> None:
    text = TXT.render(page_of(half_view())).decode("utf-8")
    assert checks(text.encode("utf-8")) == []
    assert check in checks(text.replace(old, new, 1).encode("utf-8"))


def test_a_mark_at_the_start_or_another_encoding_is_noticed() -> None:
    text = TXT.render(page_of(half_view())).decode("utf-8")
    assert "file_extras" in checks(text.encode("utf-8-sig"))
    assert checks("Señora".encode("latin-1")) == ["file_unreadable"]
