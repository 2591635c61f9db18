"""A line in somebody's own words: weighed, agreed to by the person, and judged again at every door."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from intake.actions.cases.cases import list_cases
from intake.actions.referral.choose_lines import keep_lines, lines_of_page, say_yes, tidy_line
from intake.actions.referral.own_words import allow_own_words
from intake.actions.referral.preview import PagePreview
from intake.actions.referral.save_summary import HowToSave, Refused, Saved, save_summary
from intake.actions.referral.weigh_line import WHY_SENTENCES, weigh_line
from intake.actions.screening.desk_lens import desk_lens
from intake.actions.screening.local_words import add_local_word
from intake.actions.screening.open_lens import shipped_lens
from intake.actions.session import OpenVault
from intake.actions.vault.practise import open_practice
from intake.clock import FixedClock
from intake.content import Content
from intake.errors import Defect, Mishap
from intake.referral.frames import FrameUse, OwnWords
from intake.screening.gate.gate import Why
from intake.screening.lens import Lens
from intake.screening.packs import LocalWord
from tests.journeys.conftest import MOMENT
from tests.journeys.sharing_people import seen_page, sign
from tests.shipped import shipped_content

HOSPITAL = "hospital_safe"
GOOD = "The person hit the reporter with a bottle."
BAD = "The person hit the reporter during a booking."


@pytest.fixture(scope="module")
def lens() -> Lens:
    """Opened once: it takes a second."""
    return shipped_lens(shipped_content())


@pytest.fixture
def desk(content: Content, lens: Lens) -> OpenVault:
    opened = open_practice(content, FixedClock(MOMENT))
    opened.lens = lens
    allow_own_words(opened, True)
    return opened


@pytest.fixture
def case_id(desk: OpenVault) -> str:
    return list_cases(desk)[0].id


def with_line(desk: OpenVault, case_id: str, text: str, *, is_yes: bool) -> PagePreview:
    """The page of the hospital with what the answers propose and one line in own words."""
    before = tuple(one.line for one in lines_of_page(desk, case_id, HOSPITAL).lines)
    keep_lines(desk, case_id, HOSPITAL, (OwnWords(text), *before))
    if is_yes:
        say_yes(desk, case_id, HOSPITAL, OwnWords(text), is_yes=True)
    return seen_page(desk, case_id, HOSPITAL)


def why_held(page: PagePreview) -> list[str]:
    return [str(one.because) for one in page.held if isinstance(one.line, OwnWords)]


def test_a_line_that_may_leave_is_off_the_page_until_the_person_says_yes(desk: OpenVault, case_id: str) -> None:
    page = with_line(desk, case_id, GOOD, is_yes=False)
    assert GOOD not in page.text
    assert why_held(page) == ["no_yes"]
    (line,) = [one for one in lines_of_page(desk, case_id, HOSPITAL).lines if one.needs_yes]
    assert not line.has_yes
    say_yes(desk, case_id, HOSPITAL, OwnWords(GOOD), is_yes=True)
    page = seen_page(desk, case_id, HOSPITAL)
    assert GOOD in page.text
    assert why_held(page) == []
    assert page.problems == ()
    say_yes(desk, case_id, HOSPITAL, OwnWords(GOOD), is_yes=False)
    assert GOOD not in seen_page(desk, case_id, HOSPITAL).text


def test_a_line_that_was_changed_has_lost_its_yes(desk: OpenVault, case_id: str) -> None:
    with_line(desk, case_id, GOOD, is_yes=True)
    changed = GOOD.replace("bottle", "belt")
    lines = tuple(one.line for one in lines_of_page(desk, case_id, HOSPITAL).lines)
    keep_lines(desk, case_id, HOSPITAL, (OwnWords(changed), *lines[1:]))
    assert changed not in seen_page(desk, case_id, HOSPITAL).text
    keep_lines(desk, case_id, HOSPITAL, lines)  # put back as it was: asked anew all the same
    assert GOOD not in seen_page(desk, case_id, HOSPITAL).text
    keep_lines(desk, case_id, HOSPITAL, None)
    assert not [one for one in lines_of_page(desk, case_id, HOSPITAL).lines if one.needs_yes]


def test_a_held_line_gets_no_yes_and_a_yes_that_was_slipped_in_opens_nothing(desk: OpenVault, case_id: str) -> None:
    page = with_line(desk, case_id, BAD, is_yes=False)
    assert why_held(page) == ["own_words"]
    with pytest.raises(Mishap, match="line_held"):
        say_yes(desk, case_id, HOSPITAL, OwnWords(BAD), is_yes=True)
    with pytest.raises(Defect):
        say_yes(desk, case_id, HOSPITAL, OwnWords(GOOD), is_yes=True)
    desk.store.put_paper(case_id, f"yes:{HOSPITAL}", [BAD])
    page = seen_page(desk, case_id, HOSPITAL)
    assert "booking" not in page.text
    assert why_held(page) == ["own_words"]


def test_a_yes_counts_for_one_place_and_only_while_own_words_are_allowed(desk: OpenVault, case_id: str) -> None:
    with_line(desk, case_id, GOOD, is_yes=True)
    keep_lines(desk, case_id, "police_special_victims", (OwnWords(GOOD),))
    assert GOOD not in seen_page(desk, case_id, "police_special_victims").text
    allow_own_words(desk, False)
    page = seen_page(desk, case_id, HOSPITAL)
    assert GOOD not in page.text
    assert why_held(page) == ["no_yes"]


def test_a_place_hears_no_word_that_its_own_sentences_do_not_have(desk: OpenVault, case_id: str) -> None:
    """The shelter is never told what was done, whatever the line reads as elsewhere."""
    keep_lines(desk, case_id, "shelter", (OwnWords(GOOD),))
    assert why_held(seen_page(desk, case_id, "shelter")) == ["not_for_recipient"]
    assert weigh_line(desk, case_id, "shelter", GOOD, "en").because == WHY_SENTENCES["not_here"]


def test_the_line_travels_through_permission_and_file_in_every_format(
    desk: OpenVault, case_id: str, tmp_path: Path
) -> None:
    with_line(desk, case_id, GOOD, is_yes=True)
    release = sign(desk, case_id, HOSPITAL)
    for form in ("pdf", "docx", "txt"):
        saved = save_summary(desk, case_id, release.id, tmp_path, HowToSave(form))
        assert isinstance(saved, Saved), saved
    (text,) = tmp_path.glob("*.txt")
    assert GOOD in " ".join(text.read_text(encoding="utf-8").split())


def test_a_word_that_the_office_adds_later_stops_a_line_that_was_signed(
    desk: OpenVault, case_id: str, tmp_path: Path
) -> None:
    with_line(desk, case_id, GOOD, is_yes=True)
    release = sign(desk, case_id, HOSPITAL)
    add_local_word(desk, LocalWord("bottle", "en", "force-or-theft"))
    assert why_held(seen_page(desk, case_id, HOSPITAL)) == ["own_words"]
    assert isinstance(save_summary(desk, case_id, release.id, tmp_path), Refused)
    assert list(tmp_path.iterdir()) == []


def test_a_lens_that_does_not_open_holds_everything(desk: OpenVault, case_id: str, tmp_path: Path) -> None:
    with_line(desk, case_id, GOOD, is_yes=True)
    release = sign(desk, case_id, HOSPITAL)
    desk.store.put_setting("lens.local_words", "broken")
    desk.lens_is_old()
    page = seen_page(desk, case_id, HOSPITAL)
    assert why_held(page) == ["own_words"]
    keep_lines(desk, case_id, HOSPITAL, None)
    refused = save_summary(desk, case_id, release.id, tmp_path)
    assert isinstance(refused, Refused)
    assert list(tmp_path.iterdir()) == []


def test_without_the_trained_reading_no_line_in_own_words_leaves(desk: OpenVault, case_id: str) -> None:
    desk.lens = replace(desk_lens(desk), judge=None)
    assert why_held(with_line(desk, case_id, GOOD, is_yes=False)) == ["own_words"]
    assert weigh_line(desk, case_id, HOSPITAL, GOOD, "en").because == WHY_SENTENCES[Why.NOT_JUDGED]


def test_every_reason_of_the_gate_has_its_sentence(desk: OpenVault) -> None:
    assert {why for why in Why if not why.startswith("reads_as")} <= set(WHY_SENTENCES)
    spanish = desk.content.wording("es")
    assert not [name for name, text in WHY_SENTENCES.items() if not spanish.covers(f"gate.why.{name}", text)]


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        (GOOD, "en", "may_leave"),
        (BAD, "en", Why.MARKED),
        ("The person punched the reporter. The person pushed the reporter.", "en", "several"),
        (GOOD, "es", "other_language"),
        ("La persona golpe\u00f3 a quien reporta en la cara.", "en", "other_language"),
        ("The reporter pulled the person by the hair.", "en", Why.REPORTER_DOES),
        ("\u0623\u062e\u0630 \u0647\u0627\u062a\u0641\u064a", "en", Why.MARKED),
        ("The person hit the reporter " + "very " * 40, "en", "too_long"),
    ],
)
def test_it_is_said_why_a_line_is_held(desk: OpenVault, case_id: str, text: str, language: str, name: str) -> None:
    weighed = weigh_line(desk, case_id, HOSPITAL, text, language)
    assert weighed.because == WHY_SENTENCES[name]
    assert weighed.may_leave is (name == "may_leave")
    assert text not in repr(weighed)


def test_the_nearest_sentences_are_of_this_place_and_in_the_language_of_the_page(desk: OpenVault, case_id: str) -> None:
    held = weigh_line(
        desk, case_id, HOSPITAL, "He clobbered me in the face with a bottle, as he does on Thursdays.", "en"
    )
    assert not held.may_leave
    assert held.offers
    frames = desk.content.referral.frames
    assert all(HOSPITAL in frames[one.frame_id].recipients for one in held.offers)
    spanish = weigh_line(desk, case_id, HOSPITAL, "Me golpe\u00f3 en la cara como cada jueves.", "es")
    assert any("La otra persona" in one.label for one in spanish.offers)
    assert weigh_line(desk, case_id, HOSPITAL, "  ", "en").offers == ()


def test_a_line_is_kept_tidy() -> None:
    assert tidy_line("  He  hit me ") == "He hit me."
    assert tidy_line("He hit me!") == "He hit me!"
    assert tidy_line("x" * 161) == ""


def test_what_was_typed_into_a_gap_waits_for_a_yes_as_well(desk: OpenVault, case_id: str) -> None:
    police = "police_special_victims"
    use = FrameUse("car.plate", {"plate": ("7ABC123",)})
    keep_lines(desk, case_id, police, (use,))
    page = seen_page(desk, case_id, police)
    assert "7ABC123" not in page.text
    assert [str(one.because) for one in page.held] == ["no_yes"]
    say_yes(desk, case_id, police, use, is_yes=True)
    assert "7ABC123" in seen_page(desk, case_id, police).text


@pytest.mark.parametrize(
    ("frame", "slot", "good", "bad"),
    [
        ("looks.mark_in_words", "mark", "a snake tattoo on the left hand", "he met me at work"),
        ("looks.wore_in_words", "clothing", "a black jacket", "my work clothes"),
        ("looks.voice_in_words", "voice", "deep and quiet", "the voice of a regular"),
        ("car.in_words", "vehicle", "a white van with a dent", "the van by the stroll"),
        ("threats.said", "words", "I will kill you", "I will tell them you are a whore"),
        ("other_person.name_used", "name", "Mike", "Mike who books me"),
    ],
)
def test_a_few_words_fill_a_gap_of_their_kind_and_nothing_else(
    desk: OpenVault, case_id: str, frame: str, slot: str, good: str, bad: str
) -> None:
    police = "police_special_victims"
    fitting, harmful = FrameUse(frame, {slot: (good,)}), FrameUse(frame, {slot: (bad,)})
    keep_lines(desk, case_id, police, (fitting,))
    say_yes(desk, case_id, police, fitting, is_yes=True)
    page = seen_page(desk, case_id, police)
    assert good in page.text
    assert not [one for one in page.warnings if "wording" in one]
    try:
        keep_lines(desk, case_id, police, (harmful,))
    except Defect:
        return  # not even the form of a name
    desk.store.put_paper(case_id, f"yes:{police}", [{"frame": frame, "slots": {slot: [bad]}}])
    page = seen_page(desk, case_id, police)
    assert bad not in page.text
    assert [str(one.because) for one in page.held] == ["own_words"]
