"""The comparison as a file: whole, tagged, the same each time, and out of reach of every case."""

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

from intake.actions.protections.compare_policies import compare_policies, save_comparison
from intake.errors import Mishap
from intake.export.comparison_pdf import comparison_pdf, read_back_comparison
from intake.export.pdf_pages import page_texts
from intake.protections.comparison import view as views
from intake.protections.comparison.view import ComparisonView
from tests.shipped import shipped_content

CONTENT = shipped_content()
ROOT = Path(__file__).parent.parent.parent.parent


def view_in(language: str, *only: str) -> ComparisonView:
    return compare_policies(CONTENT.comparison, CONTENT.wording(language), only)


@pytest.fixture(scope="module", params=["en", "es"])
def view(request: pytest.FixtureRequest) -> ComparisonView:
    return view_in(str(request.param))


@pytest.fixture(scope="module")
def finished(view: ComparisonView) -> bytes:
    return comparison_pdf(view)


def test_the_file_says_all_of_the_comparison_and_nothing_besides(view: ComparisonView, finished: bytes) -> None:
    assert read_back_comparison(finished, view) == ()
    words = " ".join(" ".join(page_texts(finished)).split())
    for row in view.rows:
        assert all(cell.reason.split(". ")[0][:40] in words for cell in row.cells)


@pytest.mark.parametrize("policy", [policy.id for policy in CONTENT.comparison.policies])
def test_one_policy_alone_makes_a_file_as_well(policy: str) -> None:
    alone = view_in("en", policy)
    assert read_back_comparison(comparison_pdf(alone), alone) == ()


def test_the_same_comparison_gives_the_same_bytes(view: ComparisonView, finished: bytes) -> None:
    assert comparison_pdf(view) == finished


def test_another_word_in_the_file_is_noticed(view: ComparisonView, finished: bytes) -> None:
    said = dict(view.headings) | {"lead": "ZEBRA"}
    assert "file_text" in read_back_comparison(finished, replace(view, headings=said))


def test_a_screen_reader_finds_a_title_a_language_headings_and_the_headers_of_the_table(
    view: ComparisonView, finished: bytes
) -> None:
    with pikepdf.open(io.BytesIO(finished)) as opened:
        assert opened.Root.MarkInfo.Marked
        assert str(opened.Root.Lang) == view.language
        assert opened.Root.ViewerPreferences.DisplayDocTitle
        parts = [one for one in opened.objects if isinstance(one, pikepdf.Dictionary)]
        roles = [str(one.get("/S")) for one in parts]
        assert b"<pdfuaid:part>1<" in opened.Root.Metadata.read_bytes()
    assert roles.count("/TH") == len(view.policies) + 1
    assert {"/H1", "/H2", "/H3", "/H4", "/Table", "/L"} <= set(roles)


def test_the_file_says_nothing_of_how_or_when_it_was_made(finished: bytes) -> None:
    with pikepdf.open(io.BytesIO(finished)) as opened:
        assert set(opened.trailer.keys()) == {"/Root", "/Size", "/ID"}
        streams = [thing.read_bytes() for thing in opened.objects if isinstance(thing, pikepdf.Stream)]
    everything = b"\n".join([finished, *streams]).lower()
    for word in (b"typst", b"pikepdf", b"qpdf", b"forthright", b"/producer", b"/creator", b"/author"):
        assert word not in everything


def test_it_is_saved_under_a_neutral_name_for_its_owner_alone(tmp_path: Path) -> None:
    view = view_in("en")
    saved = save_comparison(view, tmp_path)
    assert re.fullmatch(r"Comparison-[a-z2-9]{8}\.pdf", saved.file_name)
    file = saved.folder / saved.file_name
    assert file.read_bytes() == comparison_pdf(view)
    assert os.name != "posix" or file.stat().st_mode & 0o077 == 0
    assert str(tmp_path) not in repr(saved)


def test_a_folder_that_is_not_there_is_said_and_nothing_is_left(tmp_path: Path) -> None:
    with pytest.raises(Mishap) as caught:
        save_comparison(view_in("en"), tmp_path / "gone")
    assert caught.value.what_happened == "The chosen folder is not there."
    assert list(tmp_path.iterdir()) == []


def test_what_comes_in_is_words_about_policies_and_neither_a_case_nor_a_vault() -> None:
    for action in (compare_policies, save_comparison):
        hints = typing.get_type_hints(action)
        named = {str(hints[name]) for name in inspect.signature(action).parameters}
        assert not any(re.search(r"cases|vault|session|referral|Content\b", one) for one in named), named
    models = [one for one in vars(views).values() if dataclasses.is_dataclass(one)]
    for model in models:
        for kind in typing.get_type_hints(model).values():
            assert not re.search(r"intake\.(cases|vault|referral|answers)", str(kind))


def test_making_the_file_loads_no_code_that_knows_cases() -> None:
    script = (
        "import sys\n"
        "from intake.actions.protections import compare_policies\n"
        "from intake.protections.comparison.read import load_comparison\n"
        "from intake.export.comparison_pdf import comparison_pdf\n"
        "from intake.wording.catalogue import Wording\n"
        "comparison_pdf(compare_policies.compare_policies(load_comparison()[0], Wording()))\n"
        "known = ('intake.cases', 'intake.vault', 'intake.referral', 'intake.questions', 'intake.content')\n"
        "print([name for name in sys.modules if name.startswith(known)])\n"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "[]"
