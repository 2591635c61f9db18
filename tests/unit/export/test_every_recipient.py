"""T1 and T5 for each of the ten: no permission, no file; and a file that tells nothing by its form."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pikepdf
import pytest

from intake.cases.model import ShareableView
from intake.export.exporter import exporters
from intake.export.pdf_pages import page_texts
from intake.export.save_summary import Refused, Saved, Summary, save_summary
from tests.unit.export.test_pdf_page import drawn_lines
from tests.unit.referral.pages import (
    GOOD_RELEASE,
    LANGUAGES,
    RECIPIENTS,
    TODAY,
    content,
    full_view,
    half_view,
    net,
    page_of,
    wording,
)

PDF = exporters()["pdf"]
CASES = {"empty": ShareableView(), "half": half_view(), "full": full_view()}
NO_PERMISSION: dict[str, dict[str, object]] = {
    "not_signed": {"signature": None},
    "expired": {"expires_on": TODAY - timedelta(days=1)},
    "revoked": {"revoked_on": TODAY},
    "wrong_recipient": {"recipient": "somebody_else"},
    "page_changed": {"copy_hash_local": "0" * 64},
    "no_items": {"items_released": ()},
}


@pytest.mark.parametrize("check", NO_PERMISSION)
@pytest.mark.parametrize("recipient_id", RECIPIENTS)
def test_without_a_permission_that_holds_nobody_gets_a_file(recipient_id: str, check: str, tmp_path: Path) -> None:
    changed: dict[str, object] = {"recipient": recipient_id, **NO_PERMISSION[check]}
    release = replace(GOOD_RELEASE, **changed)  # type: ignore[arg-type]  # any field of a release
    summary = Summary(full_view(), recipient_id, release, net=net())
    done = save_summary(summary, content(), wording("en"), PDF, tmp_path, TODAY)
    assert isinstance(done, Refused)
    assert check in [one.check for one in done.refusals]
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("recipient_id", RECIPIENTS)
def test_with_one_everybody_gets_one_page(recipient_id: str, tmp_path: Path) -> None:
    summary = Summary(full_view(), recipient_id, replace(GOOD_RELEASE, recipient=recipient_id), net=net())
    done = save_summary(summary, content(), wording("en"), PDF, tmp_path, TODAY)
    assert isinstance(done, Saved)
    assert done.pages == len(page_texts(done.file.read_bytes())) == 1


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("recipient_id", RECIPIENTS)
def test_empty_half_and_full_files_describe_themselves_alike(recipient_id: str, language: str) -> None:
    described = set()
    for seen in CASES.values():
        page = page_of(seen, recipient_id, language)
        with pikepdf.open(io.BytesIO(PDF.render(page))) as opened:
            described.add((opened.Root.Metadata.read_bytes(), str(opened.Root.Lang), tuple(sorted(opened.Root.keys()))))
    assert len(described) == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_card_is_the_same_bytes_for_everybody(language: str) -> None:
    cards = {PDF.render(page_of(seen, "reporter_copy", language, items=frozenset())) for seen in CASES.values()}
    assert len(cards) == 1
    page = page_of(CASES["full"], "reporter_copy", language, items=frozenset())
    assert PDF.read_back(cards.pop(), page) == ()
    assert len(drawn_lines(PDF.render(page))) == len(page.rows) + 1
