"""Whatever somebody types under a name: it stands in the file as typed, or there is no file. Never is it obeyed."""

from __future__ import annotations

import errno
import os
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pyrage
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from intake.errors import Mishap
from intake.export.exporter import Exporter, PageDoesNotFit, PageHasOtherLetters, exporters
from intake.export.save_summary import Leave, Refused, Saved, Summary, save_summary
from intake.referral.page import Page
from intake.referral.typed_names import is_name_to_use, is_program
from tests.unit.referral.pages import GOOD_RELEASE, TODAY, content, half_view, net, page_of, wording

FORMATS = exporters()
OPEN_FORMATS = [name for name, one in FORMATS.items() if one.seal is None]
KEYS = {"pdf_sealed": "plaza otter linen quarry mango drift", "age": str(pyrage.x25519.Identity.generate().to_public())}

INJECTED = (
    '#set document(author: "ZEBRA")', '#read("/etc/passwd")', "*bold* _it_ = Heading", "$x^2$ `raw` <label> @ref",
    "\\u{5a} \\ # [ ]", "//comment /* more */", "</w:t></w:r><w:r><w:t>", "<!-- ZEBRA -->", "]]>", "&zebra; &#90;",
    "{title} {language}", "{number}", "MERGEFIELD zebra", "(ZEBRA) Tj /Zebra << >>", "%PDF-1.7 %%EOF", "a\x00b",
    "a\x07b", "a\x1bb", "a\u202eb", "a\u200bb", "a\u00adb", "a\ufeffb", "=1+1", "Ana \N{GROWING HEART}",
    "\N{FAMILY}\N{EMOJI MODIFIER FITZPATRICK TYPE-5}", "M" * 300, "Mar\u00eda \u041c\u0430\u0440\u0438\u044f \u0645\u0631\u064a\u0645 \u674e",
    "-" * 78, "a\tb", "a\r\nb", "a\u2028b", "\ud83d".encode("utf-8", "surrogatepass").decode("utf-8", "replace"),
)  # fmt: skip


def with_typed(page: Page, typed: str) -> Page:
    """A page on which the checks of names have been passed by, so that the file itself is put to the test."""
    head = tuple(replace(line, value=typed) if line.id == "prepared_by" else line for line in page.head)
    return replace(page, head=head, rows=(replace(page.rows[0], lines=(typed,)), *page.rows[1:]))


def comes_out_as_typed_or_not_at_all(exporter: Exporter, typed: str) -> None:
    page = with_typed(page_of(half_view()), typed)
    try:
        finished = exporter.render(page)
    except (PageDoesNotFit, PageHasOtherLetters):
        return
    if exporter.read_back(finished, page) == ():
        assert " ".join(typed.split()) in " ".join(" ".join(exporter.strings(finished)).split())


@pytest.mark.parametrize("typed", INJECTED)
@pytest.mark.parametrize("name", OPEN_FORMATS)
def test_what_means_something_to_a_format_means_nothing_here(name: str, typed: str) -> None:
    comes_out_as_typed_or_not_at_all(FORMATS[name], typed)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.text(max_size=60), st.sampled_from(OPEN_FORMATS))
def test_any_text_comes_out_as_typed_or_not_at_all(typed: str, name: str) -> None:
    comes_out_as_typed_or_not_at_all(FORMATS[name], typed)


@pytest.mark.parametrize("typed", INJECTED)
def test_none_of_it_is_taken_for_a_name_or_a_programme(typed: str) -> None:
    if not all(word.isalpha() for word in typed.split()):
        assert not is_name_to_use(typed, content().never)
        assert not is_program(typed, content().never)


def test_a_name_in_four_scripts_leaves_as_typed_or_says_what_to_do(tmp_path: Path) -> None:
    for name in OPEN_FORMATS:
        done = save(name, tmp_path, person_name_or_code="Mar\u00eda \u041c\u0430\u0440\u0438\u044f")
        assert isinstance(done, Saved), name
        for script in ("\u0645\u0631\u064a\u0645", "\u674e\u660e"):
            done = save(name, tmp_path, person_name_or_code=script)
            assert isinstance(done, Saved) or all(
                one.check == "letters" or one.check.startswith("file_") for one in done.refusals
            )


def save(name: str, folder: Path, today: date = TODAY, **release: object) -> Saved | Refused:
    changed = replace(GOOD_RELEASE, **release)  # type: ignore[arg-type]
    summary = Summary(half_view(), "da_victim_services", changed, net=net())
    return save_summary(summary, content(), wording("en"), FORMATS[name], folder, today, Leave(KEYS.get(name, "")))


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_is_written_whole_private_and_under_a_neutral_name(name: str, tmp_path: Path) -> None:
    done = save(name, tmp_path)
    assert isinstance(done, Saved)
    assert list(tmp_path.iterdir()) == [done.file]
    assert done.file.name.startswith("Summary-")
    assert done.file.name.endswith(FORMATS[name].suffix)
    assert done.file.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("error", [errno.ENOSPC, errno.EIO, errno.ENODEV])
@pytest.mark.parametrize("name", FORMATS)
def test_a_stick_that_is_full_or_pulled_leaves_nothing_of_any_format(
    name: str, error: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_handle: int) -> None:
        raise OSError(error, os.strerror(error))

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(Mishap):
        save(name, tmp_path)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", FORMATS)
def test_a_clock_set_back_or_forward_writes_nothing(name: str, tmp_path: Path) -> None:
    for today in (TODAY - timedelta(days=40), TODAY + timedelta(days=400)):
        assert isinstance(save(name, tmp_path, today), Refused)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["pdf_sealed", "age"])
def test_a_locked_format_without_its_key_writes_nothing(name: str, tmp_path: Path) -> None:
    summary = Summary(half_view(), "da_victim_services", GOOD_RELEASE, net=net())
    done = save_summary(summary, content(), wording("en"), FORMATS[name], tmp_path, TODAY)
    assert isinstance(done, Refused)
    assert [one.check for one in done.refusals] == [{"pdf_sealed": "sealed_key", "age": "age_key"}[name]]
    assert list(tmp_path.iterdir()) == []
