"""The trained judgement of a sentence: bounded, repeatable, and never silent about broken weights."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intake.errors import ContentProblem
from intake.resource_files import resources_folder
from intake.screening.judgement.features import LONGEST, show
from intake.screening.judgement.load import load_judge
from intake.screening.judgement.model import CATEGORIES, Judge, SentenceIn
from intake.screening.judgement.word_pieces import UNKNOWN, WordPieces


@pytest.fixture(scope="module")
def judge() -> Judge:
    found = load_judge()
    assert not isinstance(found, ContentProblem)
    return found


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    shutil.copytree(resources_folder() / "lens", tmp_path / "lens")
    return tmp_path


@pytest.mark.parametrize(
    ("tells", "does_not"),
    [
        ("I used to sell out of that apartment, I'm on probation for it.", "He is on probation for it."),
        ("I was working that night and he paid me for an hour.", "He came in and hit me."),
        ("No tengo papeles y me da miedo la migra.", "Me pegó en la cara con la mano abierta."),
    ],
)
def test_a_disclosure_scores_above_the_line_and_an_ordinary_sentence_below(
    judge: Judge, tells: str, does_not: str
) -> None:
    lang = "es" if "migra" in tells else "en"
    high, low = judge.judge([SentenceIn(tells, lang=lang), SentenceIn(does_not, lang=lang)])
    assert high.score > 0.5 > low.score


def test_the_category_and_whom_it_is_about_are_named(judge: Judge) -> None:
    (found,) = judge.judge([SentenceIn("I have a warrant and I'm still on parole.")])
    assert (found.category, found.subject) == ("record", "reporter")


@pytest.mark.parametrize(
    ("said", "lang", "category"),
    [
        ("Using my cousin's SSN.", "en", "false-id"),
        ("I was told I have bipolar disorder.", "en", "health"),
        ("Traía una navaja en la bolsa.", "es", "weapon"),
    ],
)
def test_what_a_sentence_touches_is_named(judge: Judge, said: str, lang: str, category: str) -> None:
    (found,) = judge.judge([SentenceIn(said, lang=lang)])
    assert found.category == category


@pytest.mark.parametrize("lang", ["en", "es", "pt", "th"])
def test_the_packs_have_the_most_to_say_of_what_it_touches(judge: Judge, lang: str) -> None:
    (found,) = judge.judge([SentenceIn("Blorp.", lang=lang, met=(("weapon", 0.9), ("hiv", 0.6)))])
    assert found.category == "weapon"


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=300), st.text(max_size=80), st.sampled_from(["en", "es", "th", "xx", ""]))
def test_any_text_gets_the_same_score_between_nought_and_one_each_time(
    judge: Judge, text: str, before: str, lang: str
) -> None:
    asked = [SentenceIn(text, before, lang, kind) for kind in ("narrative", "field", "unknown")]
    first = judge.judge(asked)
    assert first == judge.judge(asked)
    assert all(0 <= one.score <= 1 and one.category in CATEGORIES for one in first)


@pytest.mark.parametrize(
    "text", ["a" * 1_000_000, "e" + "\u0301\u0316" * 500_000, "💊" * 300_000, "\ud800 \u202e" * 200_000]
)
def test_a_sentence_too_long_to_be_one_is_held(judge: Judge, text: str) -> None:
    assert judge.judge([SentenceIn(text)])[0].score == 1.0


def test_what_is_read_of_a_sentence_is_bounded() -> None:
    counts = [
        sum(map(len, show(SentenceIn(text)).groups())) for text in ("ab " * 100_000, "กข" * 100_000, "\ufdfa" * 9999)
    ]
    assert max(counts) < 100 * LONGEST


def test_a_disclosure_late_in_a_long_sentence_is_found(judge: Judge) -> None:
    late = "and then we walked on past the shops " * 40 + "and I am undocumented and I have a warrant"
    early = "and then we walked on past the shops " * 40
    assert judge.judge([SentenceIn(late)])[0].score > judge.judge([SentenceIn(early)])[0].score


def test_invisible_letters_and_accents_do_not_change_the_words(judge: Judge) -> None:
    shown = show(SentenceIn("I am und\u200bocumented"))
    assert shown.words == show(SentenceIn("I am undocumented")).words


@pytest.mark.parametrize("harm", ["cut", "flip", "more", "gone"])
@pytest.mark.parametrize("name", ["linear.bin", "spanish.tsv", "encoder.bin"])
def test_weights_that_are_not_those_of_the_card_give_no_judge_and_are_named(copied: Path, harm: str, name: str) -> None:
    weights = copied / "lens" / name
    raw = weights.read_bytes()
    if harm == "gone":
        weights.unlink()
    else:
        weights.write_bytes(
            {"cut": raw[:-9], "flip": raw[:99] + bytes([raw[99] ^ 1]) + raw[100:], "more": raw + b"0"}[harm]
        )
    found = load_judge(copied)
    assert isinstance(found, ContentProblem)
    assert found.file == f"lens/{name}"
    assert ("cannot be read" if harm == "gone" else "its check sum is another") in found.what
    assert "Put it back as it was shipped" in found.cure


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("[blend.far]", "[blend.farther]", "missing or is none"),
        ("slope = ", "slope = -", "missing or is none"),
        ("line = ", 'line = "high" # ', "missing or is none"),
        ("[[encoders]]", "[[coders]]", "missing or is none"),
        ('file = "', 'file = "../', "missing or is none"),
        ("kind_steps = [", "kind_steps = [ 1.0,", "do not belong together"),
        ("sentences = ", "sentences ", "not valid TOML"),
    ],
)
def test_a_card_with_a_mistake_gives_no_judge(copied: Path, old: str, new: str, words: str) -> None:
    card = copied / "lens" / "card.toml"
    text = card.read_text(encoding="utf-8")
    assert old in text
    card.write_text(text.replace(old, new, 1), encoding="utf-8")
    found = load_judge(copied)
    assert isinstance(found, ContentProblem)
    assert words in found.what
    assert found.file == "lens/card.toml"


@pytest.mark.parametrize(
    ("name", "words"), [("card.toml", "This file cannot be read"), ("vocabulary.txt", "This file cannot be read")]
)
def test_a_missing_file_is_named(copied: Path, name: str, words: str) -> None:
    (copied / "lens" / name).unlink()
    found = load_judge(copied)
    assert isinstance(found, ContentProblem)
    assert found.file == f"lens/{name}"
    assert words in found.what


def test_what_the_packs_met_raises_the_score(judge: Judge) -> None:
    calm, met = judge.judge([SentenceIn("It was late."), SentenceIn("It was late.", packs=0.9)])
    assert met.score > calm.score


def test_a_sentence_scores_the_same_alone_and_among_others(judge: Judge) -> None:
    texts = ["He hit me.", "I had a warrant at the time so I did not call anyone about it.", "Me pegó."]
    together = judge.judge([SentenceIn(text) for text in texts])
    alone = [judge.judge([SentenceIn(text)])[0] for text in texts]
    assert [one.score for one in alone] == pytest.approx([one.score for one in together], abs=1e-4)


def test_the_ending_of_a_spanish_verb_and_the_word_before_it_tell_who_did_it() -> None:
    did, done = (set(show(SentenceIn(text, lang="es")).doing) for text in ("Le pegué ayer.", "Me pegó ayer."))
    assert {mark for mark in did - done if mark.startswith("vI")} == {"vIl", "vIl+", "vIl pegu", "vI pegu"}
    assert {mark for mark in done - did if mark.startswith("vH")} == {"vHm", "vHm+", "vHm peg", "vH peg"}


def test_words_are_cut_into_the_pieces_the_vocabulary_knows() -> None:
    pieces = WordPieces({"un": 1, "##docu": 2, "##mented": 3, "i": 4, "'": 5, "m": 6})
    assert pieces.numbers("I'm Ún\u200bdocumented") == [4, 5, 6, 1, 2, 3]
    assert pieces.numbers("unx " + "y" * 101) == [UNKNOWN, UNKNOWN]
