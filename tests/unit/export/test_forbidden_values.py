"""The last look: nothing that was told and not released, in any spelling; and no way round a doubt."""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intake.answers.model import Answer, AnswerStatus, AnswerValue, Choices, Text
from intake.cases.model import ShareableView
from intake.export.exporter import exporters
from intake.export.forbidden_values import (
    LONGEST_LOOK,
    MOST_LETTERS,
    ForbiddenValues,
    Kind,
    LookTookTooLong,
    forbidden_values,
)
from intake.export.last_look import FalseAlarm
from intake.export.save_summary import Leave, Prepared, Refused, Saved, Summary, prepare_summary, save_summary
from intake.referral.case_file import NAME_QUESTION, NUMBER_QUESTION
from intake.referral.compose import compose
from intake.referral.frames import FrameUse
from intake.referral.spellings.model import Spellings
from tests.unit.referral.pages import GOOD_RELEASE, TODAY, content, full_view, net, questions, wording

PDF, TXT = exporters()["pdf"], exporters()["txt"]
NAMES = (NAME_QUESTION, NUMBER_QUESTION)
MARIYA = "\u041c\u0430\u0440\u0438\u044f"  # the name in Cyrillic letters


def short(text: str) -> ForbiddenValues:
    return ForbiddenValues([(True, text)])


def long(text: str) -> ForbiddenValues:
    return ForbiddenValues([(False, text)])


def found(values: ForbiddenValues, *texts: str, allowed: tuple[str, ...] = (), sender: str = "") -> set[Kind]:
    return set(values.found_in(texts, allowed, sender, content().spellings))


@pytest.mark.parametrize(
    "written",
    [
        "Rosa Villanueva",
        "ROSA VILLANUEVA",
        "rosa villanueva",
        "Rósa Víllanuevà",
        "VillanuevaRosa Villanueva",
        "R o s a",
        "v i l l a n u e v a",
        "Villa nueva",
        "Villa-nueva",
        "Villa\N{SOFT HYPHEN}nueva",
        "Villa\N{ZERO WIDTH JOINER}nueva",
        "V1llanueva",
        "R0s@",
        "R\N{CYRILLIC SMALL LETTER O}s\N{CYRILLIC SMALL LETTER A}",
        "\N{FULLWIDTH LATIN CAPITAL LETTER R}\N{FULLWIDTH LATIN SMALL LETTER O}\N{FULLWIDTH LATIN SMALL LETTER S}\N{FULLWIDTH LATIN SMALL LETTER A}",
    ],
)
def test_a_name_is_recognised_in_every_spelling(written: str) -> None:
    assert found(short("Rosa Villanueva"), f"For {written} at the desk") == {Kind.NAME}


@pytest.mark.parametrize(
    ("told", "written"), [(MARIYA, "Mariya"), ("Mariya", MARIYA), ("李明", "Li Ming"), ("Đỗ Thị Hạnh", "Do Thi Hanh")]
)
def test_a_name_is_recognised_in_another_script(told: str, written: str) -> None:
    assert found(short(told), written) == {Kind.NAME}


@pytest.mark.parametrize(
    "written",
    [
        "415 555 0134",
        "(415) 555-0134",
        "415.555.0134",
        "4155550134",
        "+1 415 555 0134",
        "0134-555-415",
        "555-0134",
        "four one five, five five five, zero one three four",
        "cuatro uno cinco cinco cinco cinco cero uno tres cuatro",
        "".join(chr(0x0660 + int(digit)) for digit in "4155550134"),
    ],
)
def test_a_number_is_recognised_however_it_is_written(written: str) -> None:
    assert found(long("my phone is 415-555-0134"), f"Call {written}.") == {Kind.NUMBER}
    assert found(long(f"my phone is {written} now"), "Call 415-555-0134") == {Kind.NUMBER}


def test_small_numbers_and_years_are_no_hits() -> None:
    assert found(long("in 2025, at 12 Oak, 3 times"), "3 May 2025, 12 lines") == set()
    assert found(long("room 4412"), "4412") == {Kind.NUMBER}


def test_a_rare_word_of_what_was_told_is_recognised_and_a_word_of_the_page_is_not() -> None:
    told = long("He took me to Quetzal street and pressed on my neck")
    assert found(told, "Quetzal", allowed=("The person pressed on the neck.",)) == {Kind.WORDS}
    assert found(told, "pressed on neck", allowed=("The person pressed on the neck.",)) == set()


def test_the_sender_may_share_words_with_a_story_but_no_name_and_no_number() -> None:
    sender = "Harbor Desk, (415) 555-0134"
    assert found(long("we met at the harbor"), sender, sender=sender) == set()
    assert found(short("Harbor"), sender, sender=sender) == {Kind.NAME}
    assert found(long("call 415 555 0134"), sender, sender=sender) == {Kind.NUMBER}


def test_anything_told_about_papers_is_a_kind_of_its_own() -> None:
    assert found(long("I crossed the border near Nogales"), "Nogales") == {Kind.PAPERS}


def test_it_never_shows_itself() -> None:
    values = ForbiddenValues([(True, "ZEBRA")], "ZEBRA", "ZEBRA")
    assert "ZEBRA" not in repr(values) + str(values) + f"{values}" + repr(
        Summary(ShareableView(), "x", GOOD_RELEASE, forbidden=values)
    )
    assert not hasattr(values, "__dict__")
    with pytest.raises(TypeError, match="never stored") as caught:
        pickle.dumps(values)
    assert "ZEBRA" not in str(caught.value)


def test_the_code_that_composes_a_page_is_not_given_it() -> None:
    assert "forbidden" not in "".join(compose.__code__.co_varnames).lower()
    module = Path(compose.__code__.co_filename).read_text(encoding="utf-8").lower()
    assert "forbidden" not in module


def test_typed_answers_and_what_was_chosen_about_the_person_are_in_it() -> None:
    def of(name: str, value: AnswerValue) -> ForbiddenValues:
        return forbidden_values({name: Answer(AnswerStatus.GIVEN, value)}, questions(), NAMES)

    assert found(of("wishes.not_wanted", Text("nobody from Quetzal")), "Quetzal") == {Kind.WORDS}
    assert found(of("reported.number", Text("230 123 456")), "230-123-456") == {Kind.NUMBER}
    assert found(of("comfort.name", Text("Rosa")), "Rosa") == {Kind.NAME}
    assert found(of("other_person.name", Text("Quetzal")), "Quetzal") == {Kind.NAME}
    assert found(of("setup.rules", Choices(("hipaa",))), "HIPAA") == {Kind.WORDS}
    assert found(of("happened.taken", Choices(("phone",))), "phone") == set()


def test_a_look_that_takes_too_long_or_has_too_much_to_search_for_ends() -> None:
    def slow() -> Iterator[float]:
        yield 0.0
        while True:
            yield LONGEST_LOOK + 1

    times = slow()
    with pytest.raises(LookTookTooLong):
        short("Rosa").found_in(["x"], (), "", content().spellings, lambda: next(times))
    with pytest.raises(LookTookTooLong):
        long("x" * (MOST_LETTERS + 1)).found_in(["x"], (), "", content().spellings)


WORDS = st.text(alphabet="abcdefghijklmnopqrstuvwxyzáéñ", min_size=6, max_size=12)


@settings(max_examples=60, deadline=None)
@given(WORDS, st.sampled_from(["", " ", "-", ".", "\N{SOFT HYPHEN}", "\N{ZERO WIDTH SPACE}"]))
def test_any_name_is_recognised_however_its_letters_are_set_apart(name: str, between: str) -> None:
    assert found(short(name), f"For {between.join(name.upper())} here")


# --- the way out ---


def prepared_with(values: ForbiddenValues, **release: object) -> Summary:
    changed = replace(GOOD_RELEASE, **release)  # type: ignore[arg-type]  # any field
    return Summary(full_view(), "da_victim_services", changed, "230 123 456", forbidden=values, net=net())


def save(summary: Summary, folder: Path, alarm: FalseAlarm | None = None) -> Saved | Refused:
    return save_summary(summary, content(), wording("en"), PDF, folder, TODAY, Leave(false_alarm=alarm))


def refused(done: Saved | Refused, folder: Path) -> list[str]:
    assert isinstance(done, Refused)
    assert list(folder.iterdir()) == []
    assert all("ZEBRA" not in one.what_to_do.upper() for one in done.refusals)
    return [one.check for one in done.refusals]


@pytest.mark.parametrize(
    ("values", "check"),
    [
        (short("Zebra"), "case_name"),
        (long("he called me Zebra"), "case_words"),
        (long("Zebra has my passport"), "case_papers"),
    ],
)
def test_a_name_on_the_page_that_stays_elsewhere_in_the_case_stops_it(
    values: ForbiddenValues, check: str, tmp_path: Path
) -> None:
    summary = prepared_with(values, person_name_or_code="Zebra")
    assert refused(save(summary, tmp_path), tmp_path) == [check]
    prepared = prepare_summary(summary, content(), wording("en"), PDF, TODAY)
    assert isinstance(prepared, Prepared)
    assert [one.check for one in prepared.alarms] == [check]


def test_what_the_person_gave_for_the_page_may_stand_there(tmp_path: Path) -> None:
    values = ForbiddenValues([(True, "Rosa"), (False, "I am Rosa, report 230 123 456")], "Rosa", "230 123 456")
    assert isinstance(save(prepared_with(values), tmp_path), Saved)


def test_what_the_person_gave_and_took_off_the_page_stops_it_elsewhere(tmp_path: Path) -> None:
    values = ForbiddenValues([(True, "415 555 0134"), (True, "Harbor")], "Harbor", "415 555 0134")
    without = tuple(item for item in GOOD_RELEASE.items_released if item not in {"name_to_use", "report_number"})
    summary = replace(prepared_with(values, items_released=without), report_number="415 555 0134")
    assert refused(save(summary, tmp_path), tmp_path) == ["case_name", "case_number"]


def test_a_number_in_the_wrong_box_stops_the_page(tmp_path: Path) -> None:
    values = ForbiddenValues([(True, "230 123 456")], "Rosa", "")
    assert refused(save(prepared_with(values), tmp_path), tmp_path) == ["case_number"]


def test_a_false_alarm_needs_a_reason_and_the_yes_of_the_person(tmp_path: Path) -> None:
    summary = prepared_with(short("Harbor"))
    done = save(summary, tmp_path)
    assert refused(done, tmp_path) == ["case_name"]
    assert isinstance(done, Refused)
    assert done.may_be_false
    for alarm in (FalseAlarm("", person_agreed=True), FalseAlarm("It is our own name.", person_agreed=False)):
        assert refused(save(summary, tmp_path, alarm), tmp_path) == ["case_name"]
    passed = save(summary, tmp_path, FalseAlarm("It is our own name.", person_agreed=True))
    assert isinstance(passed, Saved)
    assert passed.passed_by == ("case_name",)


def test_what_was_told_about_papers_cannot_be_passed_by(tmp_path: Path) -> None:
    summary = prepared_with(long("Zebra has my passport"), person_name_or_code="Zebra")
    done = save(summary, tmp_path, FalseAlarm("It is a pet name.", person_agreed=True))
    assert refused(done, tmp_path) == ["case_papers"]
    assert isinstance(done, Refused)
    assert not done.may_be_false


def test_a_missing_list_a_slow_look_or_an_error_stops_the_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bare = replace(content(), spellings=Spellings())
    done = save_summary(prepared_with(short("Otter")), bare, wording("en"), PDF, tmp_path, TODAY)
    assert refused(done, tmp_path) == ["look_impossible"]
    monkeypatch.setattr("intake.export.forbidden_values.LONGEST_LOOK", -1.0)
    assert refused(save(prepared_with(short("Otter")), tmp_path), tmp_path) == ["look_too_long"]
    monkeypatch.undo()

    def broken(*_: object) -> tuple[str, ...]:
        raise ValueError("ZEBRA")

    monkeypatch.setattr("intake.export.formats.pdf.pdf_strings", broken)
    assert refused(save(prepared_with(short("Otter")), tmp_path), tmp_path) == ["look_impossible", "lens_impossible"]


def test_an_ordinary_full_case_raises_no_alarm(tmp_path: Path) -> None:
    told = "He pushed me into a car near the market, took my phone and keys, and said he would come back to my home."
    for name in exporters():
        if exporters()[name].seal is None:
            summary = prepared_with(ForbiddenValues([(False, told), (True, "Rosa")], "Rosa", "230 123 456"))
            done = save_summary(summary, content(), wording("en"), exporters()[name], tmp_path, TODAY)
            assert isinstance(done, Saved), name


# --- numbers typed into a sentence by hand


def with_number(frame: str, slot: str, number: str, told: dict[str, str], **release: object) -> Prepared:
    """A page for the police with one number on it, in a case where these answers were typed."""
    answers = {name: Answer(AnswerStatus.GIVEN, Text(text)) for name, text in told.items()}
    summary = Summary(
        ShareableView(),
        "police_special_victims",
        replace(GOOD_RELEASE, recipient="police_special_victims", **release),  # type: ignore[arg-type]
        told.get(NUMBER_QUESTION, ""),
        (FrameUse(frame, {slot: (number,)}),),
        forbidden_values(answers, questions(), NAMES),
        agreed=(FrameUse(frame, {slot: (number,)}),),
        net=net(),
    )
    done = prepare_summary(summary, content(), wording("en"), TXT, TODAY)
    assert isinstance(done, Prepared), done
    return done


TYPED_NUMBERS = [
    ("car.plate", "plate", "8ABC123", "a white car, 8abc 123"),
    ("online.number", "number", "(415) 555-0199", "he wrote from 415 555 0199"),
    ("officer.badge", "badge", "A 41234", "Badge A-41234"),
]


@pytest.mark.parametrize(("frame", "slot", "number", "told"), TYPED_NUMBERS)
def test_a_number_of_the_other_person_that_is_released_is_no_false_alarm(
    frame: str, slot: str, number: str, told: str
) -> None:
    assert with_number(frame, slot, number, {"other_person.name": told}).alarms == ()


@pytest.mark.parametrize(("frame", "slot", "number", "told"), TYPED_NUMBERS)
@pytest.mark.parametrize("where", ["comfort.name", "wishes.not_wanted", "danger.strengths", "comfort.words"])
def test_a_number_told_about_anything_else_does_not_leave_in_such_a_sentence(
    where: str, frame: str, slot: str, number: str, told: str
) -> None:
    done = with_number(frame, slot, number, {where: told})
    assert number in " ".join(done.page.texts())
    assert [one.check for one in done.alarms][:1] in (["case_number"], ["case_name"], ["case_words"])


def test_a_number_of_the_other_person_that_is_not_released_is_stopped_wherever_it_stands() -> None:
    told = {"other_person.name": "drives 230 123 456", NUMBER_QUESTION: "230 123 456"}
    only_name = with_number("car.plate", "plate", "8ABC123", told, items_released=("name_to_use",))
    assert "8ABC123" not in " ".join(only_name.page.texts())
    typed_as_sender = replace(GOOD_RELEASE, discloser_org="Harbor Desk, 415 555 0199").discloser_org
    done = with_number(
        "car.plate", "plate", "8ABC123", {"other_person.name": "415 555 0199"}, discloser_org=typed_as_sender
    )
    assert [one.check for one in done.alarms] == ["case_number"]


def test_a_day_picked_by_hand_and_a_released_report_number_are_no_false_alarm() -> None:
    told = {"comfort.words": "it was 2025-05-03, May 3", NUMBER_QUESTION: "230 123 456"}
    assert with_number("when.day", "day", "2025-05-03", told).alarms == ()
