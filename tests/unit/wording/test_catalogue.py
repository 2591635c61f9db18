"""Words in another language, and the fall-back to English."""

from __future__ import annotations

from pathlib import Path

import pytest

from intake.wording.catalogue import Wording, languages, load_wording

PO = """
msgid ""
msgstr "Content-Type: text/plain; charset=utf-8\\n"

msgctxt "a.id"
msgid "Hello"
msgstr "Hola"

#, fuzzy
msgctxt "b.id"
msgid "Law"
msgstr "Ley"
"""


@pytest.fixture
def spanish(tmp_path: Path) -> Wording:
    (tmp_path / "i18n").mkdir()
    (tmp_path / "i18n" / "es.po").write_text(PO, encoding="utf-8")
    return load_wording("es", tmp_path)


def test_a_translated_message_is_found_by_its_id_and_english(spanish: Wording) -> None:
    assert spanish.text("a.id", "Hello") == "Hola"


def test_changed_english_is_shown_until_somebody_translates_it_anew(spanish: Wording) -> None:
    assert spanish.text("a.id", "Hello there") == "Hello there"
    assert not spanish.covers("a.id", "Hello there")


def test_a_translation_marked_for_review_is_not_used(spanish: Wording) -> None:
    assert spanish.text("b.id", "Law") == "Law"


def test_english_covers_itself(tmp_path: Path) -> None:
    assert Wording().covers("any", "text")
    assert languages(tmp_path) == ("en",)
