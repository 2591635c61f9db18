"""The page for a person as a file: whole, tagged, the same each time, and out of reach of every case."""

from __future__ import annotations

import dataclasses
import inspect
import io
import os
import re
import subprocess
import sys
import typing
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from intake.actions.protections.handout import make_handout, save_handout
from intake.errors import Defect, Mishap
from intake.export.handout_pdf import handout_pdf, read_back_handout
from intake.protections.handout.page import Handout
from tests.shipped import shipped_content

CONTENT = shipped_content()
ROOT = Path(__file__).parent.parent.parent.parent


def page_in(language: str, instrument: str = "us-ca-sf-da-safety") -> Handout:
    return make_handout(
        CONTENT.protections.instrument(instrument),
        CONTENT.protections,
        CONTENT.whom_to_call,
        CONTENT.wording(language),
    )


@pytest.fixture(scope="module", params=["en", "es"])
def page(request: pytest.FixtureRequest) -> Handout:
    return page_in(str(request.param))


@pytest.fixture(scope="module")
def finished(page: Handout) -> bytes:
    return handout_pdf(page)


def test_the_file_says_all_of_the_page_and_nothing_besides(page: Handout, finished: bytes) -> None:
    assert read_back_handout(finished, page) == ()
    assert "file_text" in read_back_handout(finished, replace(page, lead="ZEBRA"))


def test_the_same_page_gives_the_same_bytes(page: Handout, finished: bytes) -> None:
    assert handout_pdf(page) == finished


def test_a_screen_reader_finds_a_title_a_language_headings_and_lists(page: Handout, finished: bytes) -> None:
    with pikepdf.open(io.BytesIO(finished)) as opened:
        assert opened.Root.MarkInfo.Marked
        assert str(opened.Root.Lang) == page.language
        roles = {str(one.get("/S")) for one in opened.objects if isinstance(one, pikepdf.Dictionary)}
    assert {"/H1", "/H2", "/L"} <= roles


def test_the_file_says_nothing_of_how_or_when_it_was_made(finished: bytes) -> None:
    with pikepdf.open(io.BytesIO(finished)) as opened:
        assert set(opened.trailer.keys()) == {"/Root", "/Size", "/ID"}
        streams = [thing.read_bytes() for thing in opened.objects if isinstance(thing, pikepdf.Stream)]
    everything = b"\n".join([finished, *streams]).lower()
    for word in (b"typst", b"pikepdf", b"qpdf", b"forthright", b"/producer", b"/creator", b"/author"):
        assert word not in everything


def test_it_is_saved_under_a_neutral_name_for_its_owner_alone(tmp_path: Path) -> None:
    saved = save_handout(page_in("es"), tmp_path)
    assert re.fullmatch(r"Card-[a-z2-9]{8}\.pdf", saved.file_name)
    file = saved.folder / saved.file_name
    assert file.read_bytes() == handout_pdf(page_in("es"))
    assert os.name != "posix" or file.stat().st_mode & 0o077 == 0
    assert str(tmp_path) not in repr(saved)


def test_a_folder_that_is_not_there_is_said_and_nothing_is_left(tmp_path: Path) -> None:
    with pytest.raises(Mishap) as caught:
        save_handout(page_in("en"), tmp_path / "gone")
    assert caught.value.what_happened == "The chosen folder is not there."
    assert list(tmp_path.iterdir()) == []


def test_a_page_that_needs_more_than_one_sheet_is_not_made() -> None:
    page = page_in("en")
    with pytest.raises(Defect, match="does not fit on one sheet"):
        handout_pdf(replace(page, stops=page.stops * 4))


def test_what_comes_in_is_words_about_a_rule_and_neither_a_case_nor_a_vault() -> None:
    for action in (make_handout, save_handout):
        hints = typing.get_type_hints(action)
        named = {str(hints[name]) for name in inspect.signature(action).parameters}
        assert not any(re.search(r"cases|vault|session|referral|answers|Facts|Content\b", one) for one in named), named
    for part in dataclasses.fields(Handout):
        assert str(part.type) in {"str", "tuple[str, ...]", "dict[str, str]"}


def test_making_the_file_loads_no_code_that_knows_cases() -> None:
    script = (
        "import sys\n"
        "from intake.actions.protections.handout import make_handout\n"
        "from intake.export.handout_pdf import handout_pdf\n"
        "from intake.protections.handout.whom_to_call import load_whom_to_call\n"
        "from intake.protections.load import load_protections\n"
        "from intake.wording.catalogue import Wording\n"
        "known, _ = load_protections()\n"
        "one = known.instrument('us-wa-rcw-9a.88.200')\n"
        "handout_pdf(make_handout(one, known, load_whom_to_call()[0], Wording()))\n"
        "cases = ('intake.cases', 'intake.vault', 'intake.referral', 'intake.questions', 'intake.content')\n"
        "print([name for name in sys.modules if name.startswith(cases)])\n"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "[]"
