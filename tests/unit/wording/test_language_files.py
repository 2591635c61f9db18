"""Language files as translators leave them: half done, with slips, broken. Each fault is named; only it falls back."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.resource_files import resources_folder
from intake.wording.catalogue import languages, load_screen_words, load_wording
from intake.wording.check_languages import language_faults
from intake.wording.font_letters import letters_of_fonts
from intake.wording.po_file import read_po

HEAD = 'msgid ""\nmsgstr ""\n"Language: es\\n"\n\n'
GOOD = 'msgctxt "a.good"\nmsgid "Hello {name}"\nmsgstr "Hola {name}"\n\n'


def put(root: Path, text: str | bytes, name: str = "es.po") -> Path:
    folder = root / "i18n"
    folder.mkdir(exist_ok=True)
    (folder / name).write_bytes(text.encode() if isinstance(text, str) else text)
    return root


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ('msgctxt "b"\nmsgid "Hi\nmsgstr "Ho"\n', 10, "The quotes of this line do not close"),
        ('msgctxt "b"\nmsgid "Hi"\n', 9, "lacks its msgid or its msgstr"),
        ('msgctxt "b"\nmsgidd "Hi"\nmsgstr "Ho"\n', 10, "starts with nothing known"),
        ('msgctxt "b"\nmsgid "{n} days"\nmsgstr "{m} días"\n', 9, "does not have the same {places}"),
        ('msgctxt "b"\nmsgid "{n} days"\nmsgstr "{n días"\n', 9, "does not have the same {places}"),
        ('msgctxt "b"\nmsgid "One {n} day"\nmsgstr "Un día"\n', 9, "Write exactly: {n}."),
        ('msgid "Hi"\nmsgstr "Ho"\n', 9, "has no msgctxt"),
        ('msgctxt "a.good"\nmsgid "Hello {name}"\nmsgstr "Otra {name}"\n', 9, "for the second time"),
        ('msgctxt "b"\nmsgid "Hi"\nmsgid_plural "His"\nmsgstr[0] "Ho"\n', 11, "'msgid_plural' is not read here"),
        ('msgctxt "b"\nmsgid "Hi"\nmsgstr "สวัสดี"\n', 9, "No font that is shipped has"),
    ],
)
def test_a_fault_is_named_with_its_line_and_only_that_message_stays_english(
    tmp_path: Path, text: str, line: int, words: str
) -> None:
    root = put(tmp_path, HEAD + GOOD + text)
    faults = language_faults(root)
    assert (faults[0].file, faults[0].line) == ("i18n/es.po", line)
    assert words in str(faults[0])
    wording = load_wording("es", root)
    assert wording.text("a.good", "Hello {name}") == "Hola {name}" or "second time" in words
    assert wording.text("b", "{n} days") == "{n} days"


def test_a_file_that_is_no_text_is_one_fault_and_all_english(tmp_path: Path) -> None:
    root = put(tmp_path, b"\xff\xfe\x00binary")
    (fault,) = language_faults(root)
    assert "This is not UTF-8 text." in str(fault)
    assert "Until then English is shown." in str(fault)
    assert load_wording("es", root).text("a.good", "Hello") == "Hello"


def test_a_file_under_the_name_of_another_language_is_told(tmp_path: Path) -> None:
    (fault,) = language_faults(put(tmp_path, HEAD + GOOD, "fr.po"))
    assert "says it is 'es', its name says 'fr'" in str(fault)


def test_a_half_translated_language_is_no_fault_and_shows_english_for_the_rest(tmp_path: Path) -> None:
    root = put(tmp_path, HEAD + GOOD + 'msgctxt "b"\nmsgid "Hi"\nmsgstr ""\n')
    assert language_faults(root) == ()
    wording = load_wording("es", root)
    assert wording.covers("a.good", "Hello {name}")
    assert not wording.covers("b", "Hi")
    assert wording.text("b", "Hi") == "Hi"


def test_the_words_of_the_screens_are_no_language_of_their_own(tmp_path: Path) -> None:
    root = put(put(tmp_path, HEAD + GOOD), HEAD + GOOD, "screens.es.po")
    assert languages(root) == ("en", "es")
    assert load_screen_words("es", root).text("a.good", "Hello {name}") == "Hola {name}"
    assert load_screen_words("fr", root).text("a.good", "Hello {name}") == "Hello {name}"


def test_who_has_read_a_language_stands_in_its_head(tmp_path: Path) -> None:
    assert not load_wording("es", put(tmp_path, HEAD + GOOD)).is_reviewed
    read = HEAD.replace("es\\n", 'es\\n"\n"X-Reviewed-By-Native-Speaker: yes\\n')
    assert load_wording("es", put(tmp_path, read + GOOD)).is_reviewed
    assert load_wording("en", tmp_path).is_reviewed


def test_the_shipped_fonts_have_latin_and_cyrillic_letters_and_no_thai() -> None:
    letters = letters_of_fonts(resources_folder() / "fonts")
    assert {ord(letter) for letter in "añüÁ¿«Ж“…·"} <= letters
    assert ord("ส") not in letters


def test_a_font_file_that_is_none_adds_no_letter(tmp_path: Path) -> None:
    (tmp_path / "broken.ttf").write_bytes(b"\x00\x01\x00\x00\x00\x09")
    shutil.copyfile(resources_folder() / "fonts" / "OFL.txt", tmp_path / "text.ttf")
    assert letters_of_fonts(tmp_path) == frozenset()


@given(st.binary(max_size=400))
def test_whatever_lies_in_a_file_it_is_read_without_a_crash(raw: bytes) -> None:
    read_po(raw, "x.po")


@given(
    st.dictionaries(
        st.text(st.characters(codec="utf-8", exclude_characters="\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"), min_size=1),
        st.text(
            st.characters(codec="utf-8", exclude_characters="{}\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"), min_size=1
        ),
        max_size=5,
    )
)
def test_every_text_comes_back_as_it_was_written(texts: dict[str, str]) -> None:
    written = "".join(
        f'msgctxt "c"\nmsgid {_quoted(english)}\nmsgstr {_quoted(text)}\n\n' for english, text in texts.items()
    )
    file = read_po((HEAD + written).encode(), "x.po")
    assert file.problems == ()
    assert {one.english: one.text for one in file.messages} == texts


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t") + '"'
