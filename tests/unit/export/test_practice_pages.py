"""A page about an invented person says so, in every format and under every name; it cannot be taken for a report."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from intake.cases.model import ShareableView
from intake.export.exporter import exporters
from intake.export.save_summary import Leave, Prepared, Saved, Summary, prepare_summary, save_summary
from tests.unit.export.test_nothing_withheld_leaves import KEYS, every_byte
from tests.unit.referral.pages import (
    GOOD_RELEASE,
    LANGUAGES,
    RECIPIENTS,
    TODAY,
    content,
    full_view,
    half_view,
    net,
    wording,
)

OPEN_FORMATS = {name: one for name, one in exporters().items() if one.seal is None}
MARKS = {
    "en": ("PRACTICE PAGE: all is invented", "Practice page. Nobody on it is real. Please throw it away."),
    "es": ("PÁGINA DE PRÁCTICA: todo es inventado", "Página de práctica. Nadie en ella es real. Por favor, tírela."),
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("recipient_id", RECIPIENTS)
def test_its_title_and_its_last_line_say_so_to_every_reader(recipient_id: str, language: str) -> None:
    marks = set()
    for seen in (ShareableView(), half_view(), full_view()):
        for items in (GOOD_RELEASE.items_released, ("name_to_use",)):
            release = replace(GOOD_RELEASE, recipient=recipient_id, items_released=items)
            for exporter in OPEN_FORMATS.values():
                summary = Summary(seen, recipient_id, release, is_practice=True, net=net())
                done = prepare_summary(summary, content(), wording(language), exporter, TODAY)
                assert isinstance(done, Prepared), done
                assert done.alarms == ()
                said = " ".join(" ".join(exporter.strings(done.finished)).split())
                assert all(mark in said for mark in MARKS[language])
                marks.add((done.page.title, done.page.closing))
    assert marks == {MARKS[language]}


@pytest.mark.parametrize("name", sorted(exporters()))
def test_the_name_of_the_file_says_so(name: str, tmp_path: Path) -> None:
    leave = Leave(KEYS.get(name, ""))
    for is_practice, start in ((True, "Practice-"), (False, "Summary-")):
        summary = Summary(half_view(), "da_victim_services", GOOD_RELEASE, is_practice=is_practice, net=net())
        done = save_summary(summary, content(), wording("en"), exporters()[name], tmp_path, TODAY, leave)
        assert isinstance(done, Saved)
        assert done.file.name.startswith(start)
        if name != "docx":
            assert (MARKS["en"][0].encode() in every_byte(done.file)) is is_practice
