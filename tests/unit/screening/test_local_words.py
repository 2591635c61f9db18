"""What an office may add to the lens and hide from it, and what a file of such words may hold."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intake.resource_files import MOST_BYTES
from intake.screening.judgement.model import CATEGORIES
from intake.screening.lens import build_lens
from intake.screening.local.file import read_local, write_local
from intake.screening.local.phrases import (
    LONGEST_PHRASE,
    MOST_ADDED,
    PhraseFault,
    fault_of_added,
    fault_of_all,
    fault_of_phrase,
    merged,
    tidy,
)
from intake.screening.packs import LocalWord, LocalWords, WordPacks, load_word_packs

DAY = date(2026, 11, 21)


@cache
def packs() -> WordPacks:
    loaded, problems = load_word_packs()
    assert not problems
    return loaded


def word(phrase: str, language: str = "en", category: str = "sex-work") -> LocalWord:
    return LocalWord(phrase, language, category)


@pytest.mark.parametrize("phrase", ["zorpstreet", "the zorp steps", "zorp* (app|site)", "zorp .. list", "\u7ad9\u8857"])
def test_a_name_a_street_and_a_site_may_be_looked_for(phrase: str) -> None:
    assert fault_of_added(packs(), word(phrase)) is None


@pytest.mark.parametrize(
    ("phrase", "fault"),
    [
        ("", PhraseFault.NO_WORDS),
        ("  !! ", PhraseFault.NO_WORDS),
        ("zorp" * 20, PhraseFault.TOO_LONG),
        ("(zorp", PhraseFault.BRACKETS),
        (".. zorp", PhraseFault.BRACKETS),
        ("<who> zorp", PhraseFault.BRACKETS),
        ("zo*", PhraseFault.SHORT_STEM),
        ("the", PhraseFault.EVERYDAY),
        ("i was on the", PhraseFault.EVERYDAY),
        ("zorp|the", PhraseFault.BRACKETS),
        ("(zorp|the)", PhraseFault.EVERYDAY),
        ("(a b|c d|e f|g h)" * 3, PhraseFault.TOO_MANY),
    ],
)
def test_what_cannot_be_looked_for_is_told_apart(phrase: str, fault: PhraseFault) -> None:
    assert fault_of_added(packs(), word(phrase)) is fault


def test_a_word_needs_a_kind_and_a_language_that_are_known() -> None:
    assert fault_of_added(packs(), word("zorp", category="love")) is PhraseFault.CATEGORY
    assert fault_of_added(packs(), word("zorp", language="xx")) is PhraseFault.LANGUAGE


def test_hiding_may_name_ordinary_words() -> None:
    assert fault_of_phrase(packs(), "the date of the hearing") is None


def test_an_added_word_is_marked_and_a_hidden_phrase_is_left() -> None:
    local = LocalWords((word("the zorp steps"),), ("crystal lake",))
    lens, bare = build_lens(packs(), local), build_lens(packs())
    said = "We met at the Zorp steps."
    assert not bare.screen(said).spans
    assert [one.category for one in lens.screen(said).spans] == ["sex-work"]
    lake = "I smoke at Crystal Lake."
    assert len(lens.screen(lake).spans) <= len(bare.screen(lake).spans)


def test_two_lists_become_one_and_each_phrase_stands_once() -> None:
    first = LocalWords((word("Zorp Street"), word("zorp", "es")), ("Old Lake",))
    second = LocalWords((word("zorp street"), word("zorp")), ("old lake", "new lake"))
    both = merged(packs(), first, second)
    assert {(one.phrase, one.language) for one in both.add} == {("Zorp Street", "en"), ("zorp", "es"), ("zorp", "en")}
    assert both.hide == ("new lake", "Old Lake")
    assert merged(packs(), both, second) == both


PHRASES = st.text("abcz\u00e9\u00f1\u7ad9 '*.()|", min_size=1, max_size=20).map(tidy)
WORDS = st.builds(word, PHRASES, st.sampled_from(["en", "es", "zh-Hans"]), st.sampled_from(CATEGORIES))


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, max_size=6), st.lists(PHRASES, max_size=6))
def test_what_is_written_is_read_again_as_it_was(added: list[LocalWord], hidden: list[str]) -> None:
    whole = LocalWords(
        tuple(one for one in added if fault_of_added(packs(), one) is None),
        tuple(phrase for phrase in hidden if fault_of_phrase(packs(), phrase) is None),
    )
    read = read_local("words.toml", write_local(whole, DAY).encode(), packs())
    assert (read.words, read.dated, read.problems) == (whole, DAY, ())
    assert fault_of_all(packs(), whole) is None
    build_lens(replace(packs(), packs=()), whole)


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=300))
def test_whatever_bytes_come_they_are_words_or_a_list_of_faults(raw: bytes) -> None:
    read = read_local("words.toml", raw, packs())
    assert read.problems or read.dated


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "It is not said how old these words are."),
        ("dated = 2026-11-21\nshow = 1", "'show' is not a known key here."),
        ('dated = 2026-11-21\n[[add]]\nphrase = "zorp"', "'language' is missing"),
        ('dated = 2026-11-21\n[[add]]\nphrase = "the"\nlanguage = "en"\ncategory = "drugs"', "Number 1 of 'add'"),
        ('dated = 2026-11-21\nhide = ["zo*"]', "Write at least three letters before a star."),
        ("dated = 2026-11-21\nhide = [" + '"zorp",\n' * 201 + "]", "more than 200 phrases"),
        ("x" * (MOST_BYTES + 1), "larger than 128 kB"),
        ("hide = " + "[\n" * 5000, "nested too deeply"),
        ("\x00", "not valid TOML"),
    ],
)
def test_a_hostile_file_is_refused_in_plain_words(text: str, said: str) -> None:
    read = read_local("words.toml", text.encode(), packs())
    assert read.words == LocalWords()
    assert said in "\n".join(map(str, read.problems))


def test_a_refusal_never_repeats_a_phrase() -> None:
    text = 'dated = 2026-11-21\n[[add]]\nphrase = "zo*"\nlanguage = "en"\ncategory = "drugs"'
    assert "zo*" not in str(read_local("words.toml", text.encode(), packs()).problems)


def test_the_bounds_of_a_list_and_a_phrase() -> None:
    assert fault_of_all(packs(), LocalWords(tuple(word(f"zorp{n}") for n in range(MOST_ADDED + 1)))) is not None
    assert tidy("  zorp \n street ") == "zorp street"
    assert tidy("z" * (LONGEST_PHRASE + 1)) == ""
