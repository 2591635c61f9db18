from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intake.actions.screening.open_lens import office_lens, shipped_lens
from intake.content import Opened
from intake.screening.judgement.model import Judgement, SentenceIn
from intake.screening.lens import Lens
from intake.screening.packs import LocalWord, LocalWords
from intake.screening.spans import UNREAD
from tests.judges import Judging
from tests.shipped import shipped_content


@pytest.fixture(scope="module")
def lens() -> Lens:
    """What the packs alone mark."""
    return replace(shipped_lens(shipped_content()), judge=None)


def marked(lens: Lens, text: str, kind: str = "narrative") -> list[str]:
    return [text[span.start : span.end] for span in lens.screen(text, kind=kind).spans]


@pytest.mark.parametrize(
    "text",
    [
        "i was escorting back then",
        "I was e5c0rt1ng back then",
        "I was e s c o r t i n g back then",
        "I was es\u200bcorting back then",
        "I was e\u0455corting back then",
        "I was escortinggg back then",
        "I was es-cort-ing back then",
        "I was \uff45\uff53\uff43\uff4f\uff52\uff54\uff49\uff4e\uff47 back then",
    ],
)
def test_a_hidden_word_is_found_where_it_stands(lens: Lens, text: str) -> None:
    assert marked(lens, text) == [text]


def test_a_slip_of_one_letter_does_not_hide_a_long_word(lens: Lens) -> None:
    assert marked(lens, "He knows I am undocumneted or undocumentd.")


@pytest.mark.parametrize(
    ("own", "other"),
    [
        ("I was high that night.", "He was high that night."),
        ("I have a bench warrant.", "He has a bench warrant."),
        ("I bit him on the arm.", "He bit me on the arm."),
        ("She carries a knife.", "He carries a knife."),
        ("Estoy en probatoria.", "El sujeto está en probatoria."),
    ],
)
def test_the_same_deed_is_marked_only_when_the_reporter_did_it(lens: Lens, own: str, other: str) -> None:
    assert marked(lens, own)
    assert not marked(lens, other)


def test_a_denied_deed_is_not_marked(lens: Lens) -> None:
    assert not marked(lens, "I never bit him.")


def test_only_the_clause_is_marked_in_a_narrative_and_the_whole_entry_in_a_box(lens: Lens) -> None:
    text = "Red jacket, I found him through my ad, tall"
    assert marked(lens, text) == ["I found him through my ad"]
    assert marked(lens, text, kind="field") == [text]


def test_a_stretch_in_a_script_that_nobody_reads_is_held(lens: Lens) -> None:
    assert [span.category for span in lens.screen("أخذ هاتفي وهرب").spans] == [UNREAD]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("He took my phone and ran to the car.", "en"),
        ("Me quitó el teléfono y se fue en el carro.", "es"),
        ("La persona mandó a su madre a pedirle que la retirara.", "es"),  # no Portuguese, for all its a and la
        ("Ele pegou o meu celular e saiu.", "pt"),
        ("A menina foi a casa da mãe.", "pt"),
        ("Hắn lấy điện thoại của em và đi về nhà.", "vi"),
        ("Rồi nó túm tóc em lôi ra ban công.", "vi"),
        ("Kinuha niya ang telepono ko at umalis siya.", "tl"),
        ("Он забрал мой телефон.", "ru"),
        ("그가 전화를 가져갔어요.", "ko"),
        ("他拿走了我的手机。", "zh-Hans"),
        ("他拿走了我的手機\uff0c對我說話。", "zh-Hant"),
        ("เขาเอาโทรศัพท์ไป", "th"),
        ("zxcv qwrt", "und"),
        ("No tomo ni fumo.", "es"),
        ("cuarto de piso", "es"),
    ],
)
def test_the_language_is_known_from_its_letters_and_small_words(lens: Lens, text: str, lang: str) -> None:
    assert lens.screen(text).lang == lang


def test_a_sentence_whose_words_are_of_several_languages_is_of_that_of_the_text(lens: Lens) -> None:
    assert [one.lang for one in lens.screen("Me quitó la llave. ¡No! El carro se fue.").sentences] == ["es"] * 3
    assert [one.lang for one in lens.screen("He took the key. No! The car left.").sentences] == ["en"] * 3


def test_an_organisation_adds_words_and_hides_words() -> None:
    local = LocalWords(add=(LocalWord("blue door", "en", "sex-work"),), hide=("outreach van",))
    lens = replace(office_lens(shipped_content(), local), judge=None)
    assert marked(lens, "We met at the Blue Door.")
    assert not marked(replace(shipped_lens(shipped_content()), judge=None), "We met at the Blue Door.")


def test_whatever_words_an_office_adds_packs_and_judge_are_opened_once() -> None:
    content = replace(shipped_content(), opened=Opened())
    one, other = (office_lens(content, LocalWords(hide=(phrase,))) for phrase in ("outreach van", "blue door"))
    assert one.judge is not None
    assert one.judge is other.judge is shipped_lens(content).judge
    assert one.packs is other.packs is shipped_lens(content).packs


class Broken:
    def judge(self, sentences: Sequence[SentenceIn]) -> Sequence[Judgement]:
        raise ValueError(sentences[0].text)


def test_a_sentence_that_the_judge_finds_harmful_is_marked_whole(lens: Lens) -> None:
    (span,) = replace(lens, judge=Judging(0.8, "associate")).screen("The sky was grey.").spans
    assert (span.start, span.end, span.category, span.subject) == (0, 17, "drugs", "associate")


def test_a_marked_sentence_has_one_name_save_what_an_organisation_calls_it(lens: Lens) -> None:
    named = [one.category for one in replace(lens, judge=Judging(0.6)).screen("I have a knife.").spans]
    assert named == ["drugs"]  # as the judge says, who was told what the packs met
    local = office_lens(shipped_content(), LocalWords(add=(LocalWord("blue door", "en", "sex-work"),)))
    assert [one.category for one in replace(local, judge=Judging(0.6)).screen("The blue door.").spans] == ["sex-work"]


def test_the_judge_has_the_last_word_on_what_the_packs_met_but_not_on_an_organisations_own_words(lens: Lens) -> None:
    overruled = replace(lens, judge=Judging(0.2)).screen("I was high that night.")
    assert (overruled.spans, len(overruled.met)) == ((), 1)
    assert not replace(lens, judge=Judging(0.01)).screen("I was high that night.").met
    local = office_lens(shipped_content(), LocalWords(add=(LocalWord("blue door", "en", "sex-work"),)))
    assert replace(local, judge=Judging(0.01)).screen("We met at the Blue Door.").spans


class Listening:
    def __init__(self) -> None:
        self.asked: list[SentenceIn] = []

    def judge(self, sentences: Sequence[SentenceIn]) -> Sequence[Judgement]:
        self.asked += sentences
        return [Judgement(0.1, "drugs", "reporter") for _ in sentences]


def test_the_judge_is_told_how_sure_the_packs_are_of_each_sentence(lens: Lens) -> None:
    judge = Listening()
    replace(lens, judge=judge).screen("He hit me. I was high that night. I ran.")
    assert [one.packs > 0 for one in judge.asked] == [False, True, False]
    assert [dict(one.met).keys() for one in judge.asked] == [set(), {"drugs"}, set()]
    assert [one.before for one in judge.asked] == ["", "He hit me.", "I was high that night."]


def test_a_judge_that_answers_too_little_is_no_judge(lens: Lens) -> None:
    screened = replace(lens, judge=Silent()).screen("I was high that night.")
    assert screened.spans
    assert not screened.judged


class Silent:
    def judge(self, sentences: Sequence[SentenceIn]) -> Sequence[Judgement]:
        return [Judgement(0.1, "drugs", "reporter") for _ in sentences][1:]


def test_a_score_that_is_no_number_marks(lens: Lens) -> None:
    assert replace(lens, judge=Judging(float("nan"))).screen("The sky was grey.").spans


def test_a_broken_judge_takes_nothing_away_from_the_packs(lens: Lens) -> None:
    screened = replace(lens, judge=Broken()).screen("I was high that night.")
    assert screened.spans
    assert not screened.judged


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=300), st.sampled_from(["narrative", "field"]))
def test_any_text_gives_spans_in_order_that_never_overlap(lens: Lens, text: str, kind: str) -> None:
    spans = lens.screen(text, kind=kind).spans
    edges = [edge for span in spans for edge in (span.start, span.end)]
    assert edges == sorted(edges)
    assert all(0 <= span.start < span.end <= len(text) for span in spans)


@pytest.mark.parametrize(
    "text",
    ["a" * 1_000_000, "a" + "\u0301" * 200_000, "s\u200be\u200bx " * 20_000, "\u202eabc\u202c" * 20_000, "!." * 50_000],
    ids=["one word", "deep marks", "zero width", "bidi", "stops"],
)
def test_a_hostile_text_is_read_to_its_end(lens: Lens, text: str) -> None:
    assert all(0 <= span.start < span.end <= len(text) for span in lens.screen(text).spans)


def test_the_shipped_lens_judges_sentences_too() -> None:
    screened = shipped_lens(shipped_content()).screen("He hit me. I have a warrant and I'm still on parole.", "en")
    assert screened.judged
    assert all(one.score is not None for one in screened.sentences)
