"""A box is read while somebody writes: what changed and no more, and always the same as reading it anew."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intake.actions.screening.box_check import BoxCheck
from intake.actions.screening.look_over import LookedOver, TextReader
from intake.screening.harms import load_harms
from intake.screening.lens import Screened
from intake.screening.sentences import Sentence, split_sentences
from intake.screening.spans import REPORTER, UNCLEAR, UNREAD, Span
from intake.wording.catalogue import Wording

HARMS = load_harms()[0]


@dataclass
class MarkerOfSigns:
    """Marks every run of '#', says whether '?' follows in doubt, and writes down what it was asked."""

    category: str = "drugs"
    confidence: float = 0.9
    subject: str = REPORTER
    judged: bool = True
    asked: list[str] = field(default_factory=list)
    langs: list[str] = field(default_factory=list)
    spoken: str = "en"
    kinds: list[str] = field(default_factory=list)

    def screen(self, text: str, lang: str = "", kind: str = "narrative") -> Screened:
        self.asked.append(text)
        self.kinds.append(kind)
        self.langs.append(lang)
        spans = tuple(
            Span(one.start(), one.end(), self.category, self.subject, self.confidence)
            for one in re.finditer("#+", text)
        )
        sentences = tuple(Sentence(start, end, "en") for start, end in split_sentences(text))
        return Screened(spans, lang or self.spoken, sentences, self.judged)


def whole(reader: TextReader, lens: MarkerOfSigns, text: str, near: int = 0) -> LookedOver:
    for _ in range(1_000):
        looked = reader.look_over(lens, HARMS, text, near)
        if looked.is_whole:
            return looked
    raise AssertionError("the reading never ends")


def marked(text: str, looked: LookedOver) -> list[str]:
    return [text[one.start : one.end] for one in looked.passages]


def test_a_second_look_at_the_same_words_reads_nothing() -> None:
    lens, reader = MarkerOfSigns(), TextReader("narrative")
    first = whole(reader, lens, "One. Two ##. Three.")
    lens.asked.clear()
    assert whole(reader, lens, "One. Two ##. Three.") == first
    assert lens.asked == []


def test_only_the_changed_sentence_and_the_one_that_leans_on_it_are_read() -> None:
    lens, reader = MarkerOfSigns(), TextReader("narrative")
    whole(reader, lens, "One. Two. Three. Four. Five.")
    lens.asked.clear()
    text = "One. Two. Three #. Four. Five."
    assert marked(text, whole(reader, lens, text)) == ["#"]
    assert lens.asked == ["Two. Three #. Four."]  # the one before for its sense


def test_the_sentence_at_the_cursor_is_read_first() -> None:
    lens, reader = MarkerOfSigns(), TextReader("narrative")
    text = "".join(f"Number {n} is calm. " for n in range(60)) + "Here is #. "
    looked = reader.look_over(lens, HARMS, text, len(text))
    assert not looked.is_whole
    assert marked(text, looked) == ["#"]


def test_marks_move_with_their_sentence_without_a_new_reading() -> None:
    lens, reader = MarkerOfSigns(), TextReader("narrative")
    whole(reader, lens, "One #. Two.")
    lens.asked.clear()
    text = "\n  One #. Two."
    assert marked(text, whole(reader, lens, text)) == ["#"]
    assert lens.asked == []


def test_what_left_the_box_is_forgotten() -> None:
    lens, reader = MarkerOfSigns(), TextReader("narrative")
    whole(reader, lens, "Told in trust.")
    whole(reader, lens, "Other words.")
    assert "trust" not in repr(vars(reader))
    reader.forget()
    assert "Other" not in repr(vars(reader))


def test_one_line_is_read_as_one_line() -> None:
    lens = MarkerOfSigns()
    whole(TextReader("field"), lens, "blue coat")
    assert lens.kinds == ["field"]


@pytest.mark.parametrize(
    ("category", "confidence", "subject", "asks"),
    [
        ("drugs", 0.9, REPORTER, False),
        ("drugs", 0.6, REPORTER, True),
        ("drugs", 0.9, UNCLEAR, True),
        ("immigration-threat", 0.6, REPORTER, False),
        (UNREAD, 1.0, UNCLEAR, False),
    ],
)
def test_who_did_it_is_asked_where_that_decides_and_is_not_sure(
    category: str, confidence: float, subject: str, asks: bool
) -> None:
    lens = MarkerOfSigns(category, confidence, subject)
    (passage,) = whole(TextReader("narrative"), lens, "He had ##.").passages
    assert passage.asks_who is asks


def test_words_of_no_certain_language_are_read_in_that_of_the_desk() -> None:
    lens = MarkerOfSigns(spoken="und")
    reader = TextReader("field")
    reader.look_over(lens, HARMS, "Taloneo.", desk_language="es")
    lens.spoken = "en"
    reader.look_over(lens, HARMS, "I walked.", desk_language="es")
    assert lens.langs == ["", "es", ""]


def test_a_name_where_a_name_is_asked_for_is_no_mark() -> None:
    assert not whole(TextReader("field", "other_person.name"), MarkerOfSigns("sex-work"), "John ##").passages
    assert not whole(TextReader("field", "comfort.name"), MarkerOfSigns("identifying"), "a b c d ##").passages
    assert whole(TextReader("field", "comfort.name"), MarkerOfSigns("drugs"), "call me when I have ##").passages
    assert whole(TextReader("field", "wishes.other"), MarkerOfSigns("identifying"), "##").passages


def test_words_in_a_strange_script_are_marked_even_as_a_name() -> None:
    assert whole(TextReader("field", "comfort.name"), MarkerOfSigns(UNREAD), "##").passages


def test_it_is_told_when_a_part_of_the_lens_was_missing() -> None:
    check = BoxCheck(MarkerOfSigns(judged=False), HARMS, lambda _language: Wording(), lambda: ("en",))
    assert not check.read(TextReader("narrative"), "Calm.", 0, "en").is_complete


def test_an_empty_box_is_whole_at_once() -> None:
    assert TextReader("narrative").look_over(MarkerOfSigns(), HARMS, " \n ", 0) == LookedOver((), True, True)


WRITTEN = st.text(alphabet="ab#. \n\U0001f600\u00e9", max_size=120)


@settings(max_examples=150, deadline=None)
@given(texts=st.lists(WRITTEN, min_size=1, max_size=6), near=st.integers(0, 120))
def test_however_a_text_came_about_its_marks_are_those_of_reading_it_anew(texts: list[str], near: int) -> None:
    reader, lens = TextReader("narrative"), MarkerOfSigns()
    for text in texts:
        looked = whole(reader, lens, text, near)
        assert marked(text, looked) == re.findall("#+", text)
        assert looked == whole(TextReader("narrative"), MarkerOfSigns(), text)


@settings(max_examples=50, deadline=None)
@given(text=WRITTEN, more=st.sampled_from(("It rained.", "He left.", "\U0001f600")))
def test_a_harmless_sentence_more_never_takes_a_mark_away(text: str, more: str) -> None:
    reader, lens = TextReader("narrative"), MarkerOfSigns()
    before = marked(text, whole(reader, lens, text))
    longer = f"{text}\n{more}"
    assert marked(longer, whole(reader, lens, longer)) == before
