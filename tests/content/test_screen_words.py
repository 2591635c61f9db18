"""Every text that a screen says by itself has its Spanish, and none is said past the translator."""

from __future__ import annotations

import ast
import importlib
import re
import sys
import tomllib
from pathlib import Path

import pytest

from intake.wording.catalogue import ENGLISH, languages, load_screen_words, load_wording
from intake.wording.po_file import places_of

ROOT = Path(__file__).parent.parent.parent
sys.path.insert(0, str(ROOT / "packaging"))  # scripts beside the package
merged, notes_for_translators = (
    getattr(importlib.import_module("collect_words"), name) for name in ("merged", "notes_for_translators")
)
said_in_source, tr_calls = (
    getattr(importlib.import_module("said_in_source"), name) for name in ("said_in_source", "tr_calls")
)

OTHERS = [code for code in languages() if code != ENGLISH]
SAID = said_in_source()
UI = sorted((ROOT / "ui").rglob("*.py"))
# widgets that show words as they stand: a literal handed to one of these was never translated
SHOWING = {"setText", "setToolTip", "setPlaceholderText", "setWindowTitle", "give_name", "announce", "show_words"}


@pytest.mark.parametrize("code", OTHERS)
def test_every_text_of_every_screen_is_translated_with_its_places(code: str) -> None:
    wording = load_screen_words(code)
    missing = [one for one in SAID if (one.context, one.english) not in wording.texts]
    assert missing == [], "run `make words` and translate these"


@pytest.mark.parametrize("code", OTHERS)
def test_the_file_holds_what_the_source_says_and_nothing_else(code: str) -> None:
    path = ROOT / "resources" / "i18n" / f"screens.{code}.po"
    text, missing = merged(SAID, path.read_bytes(), code, notes_for_translators())
    assert text == path.read_text(encoding="utf-8"), "run `make words`"
    assert missing == 0


def test_a_translator_is_told_what_fills_each_gap_and_no_note_is_left_over() -> None:
    given = tomllib.loads((ROOT / "packaging/notes_for_translators.toml").read_text(encoding="utf-8"))
    gaps = {name.strip("{}") for one in SAID for name in places_of(one.english)}
    assert gaps == set(given["placeholders"])
    said = {(one.context, one.english) for one in SAID}
    assert [note for note in given["note"] if (note["context"], note["english"]) not in said] == []


@pytest.mark.parametrize("code", OTHERS)
def test_a_translators_own_note_stays(code: str) -> None:
    first = SAID[0]
    own = f'#. {code}: as on the paper form\nmsgctxt "{first.context}"\nmsgid "{first.english}"\nmsgstr ""\n'
    head = f'msgid ""\nmsgstr ""\n"Language: {code}\\n"\n\n'
    text, _ = merged((first,), (head + own).encode(), code, notes_for_translators())
    assert f"#. {code}: as on the paper form\n" in text


@pytest.mark.parametrize("code", OTHERS)
def test_marks_at_the_ends_stay(code: str) -> None:
    """A space, a colon or three dots that a screen counts on must not be lost."""
    texts = load_screen_words(code).texts
    for (_, english), text in texts.items():
        for mark in (" ", ":", "...", "·"):
            assert text.startswith(mark) == english.startswith(mark), english
            assert text.endswith(mark) == english.endswith(mark), english
        assert english.count("\n") == text.count("\n"), english


@pytest.fixture(scope="module")
def trees() -> dict[Path, ast.Module]:
    return {path.relative_to(ROOT): ast.parse(path.read_text(encoding="utf-8")) for path in UI}


def test_what_is_translated_stands_there_as_a_literal(trees: dict[Path, ast.Module]) -> None:
    for path, (inside, call) in ((path, found) for path, tree in trees.items() for found in tr_calls(tree)):
        where = f"{path}, line {call.lineno}"
        assert len(call.args) == 1, f"{where}: tr takes the text alone"
        assert isinstance(call.args[0], ast.Constant), f"{where}: tr takes a literal, so that it can be collected"
        assert inside, f"{where}: tr outside of a class finds no words"
        assert "self" in ast.unparse(call.func), f"{where}: the class that says it is the one in which it stands"


def test_nothing_is_shown_that_was_never_translated(trees: dict[Path, ast.Module]) -> None:
    for path, node in ((path, node) for path, tree in trees.items() for node in ast.walk(tree)):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        if name in SHOWING:
            for argument in node.args:
                assert not _english(argument), f"{path}, line {node.lineno}: {ast.unparse(argument)}"


def _english(node: ast.expr) -> bool:
    """Whether words of more than one letter stand in the expression itself, as text or inside an f-string."""
    parts = node.values if isinstance(node, ast.JoinedStr) else [node]
    texts = [one.value for one in parts if isinstance(one, ast.Constant) and isinstance(one.value, str)]
    return any(re.search(r"[A-Za-z]{2}", text) for text in texts)


@pytest.mark.parametrize("code", OTHERS)
def test_a_place_is_filled_in_every_language(code: str) -> None:
    for (_, english), text in load_screen_words(code).texts.items():
        assert text.format_map(_Filled()) if places_of(text) else text, english


class _Filled(dict[str, str]):
    def __missing__(self, name: str) -> str:
        return name


@pytest.mark.parametrize("code", OTHERS)
def test_the_screens_claim_no_more_reading_by_others_than_the_content(code: str) -> None:
    assert load_screen_words(code).is_reviewed is load_wording(code).is_reviewed
