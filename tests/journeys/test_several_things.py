"""A report that tells of two things that happened, and of two people: on the real core, question by question."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from intake.actions.cases.cases import start_case
from intake.actions.erasing.erase_narrative import erase_narrative
from intake.actions.interview.called import WORDS
from intake.actions.interview.keep_draft import keep_draft
from intake.actions.interview.looking_over import SaidPart, look_over
from intake.actions.interview.moves import go_on, go_to_question, go_to_section, open_interview
from intake.actions.interview.page import InterviewPage
from intake.actions.interview.record_answer import Recorded, record_answer
from intake.actions.interview.several import Another, CallIt, TakeAway, change_several
from intake.actions.interview.take_back import take_back_part
from intake.actions.interview.timeline import look_at_timeline
from intake.actions.protections.assess_case import assess_case, open_finding
from intake.actions.referral.about_what import about_what, choose_what
from intake.actions.referral.one_page import forbidden_of, summary_of, view_of
from intake.actions.session import OpenVault
from intake.actions.time_limits.due_soon import due_soon
from intake.actions.time_limits.time_limits import list_time_limits, meet_time_limit, open_time_limit
from intake.answers.model import AnswerStatus, Choices
from intake.cases.told_of import MOST, Desk, Repeats
from intake.content import Content
from intake.errors import Defect, Mishap
from intake.export.save_summary import age_group_of
from intake.referral.own_unit import own_unit_refused
from intake.releases.model import Release

FIRST, SECOND = Desk(1, 1), Desk(2, 2)
Said = dict[str, str | tuple[str, ...]]
BEGINNING: Said = {"limits.go_on": "yes", "limits.adult": "yes", "setup.private_space": "yes"}
ROBBED: Said = {
    "happened.who": "to_me",
    "happened.kinds": ("robbed",),
    "happened.taken": ("phone",),
    "when_where.day": "2026-11-20",
    "when_where.city": "us-ca-sf",
    "other_person.known": "not_at_all",
    "vehicle.plate": "7KLM903",
}
FOLLOWED: Said = {
    "happened.kinds@2": ("followed",),
    "when_where.day@2": "2026-10-03",
    "when_where.city@2": "us-ca-alameda",
}


def say(session: OpenVault, case_id: str, said: Mapping[str, str | tuple[str, ...]]) -> None:
    for question_id, raw in said.items():
        done = record_answer(session, case_id, question_id, AnswerStatus.GIVEN, raw)
        assert isinstance(done, Recorded), f"{question_id}: {done}"


@pytest.fixture
def case_id(session: OpenVault) -> str:
    """Robbed by a stranger, then followed by somebody else; what happened second is on the desk."""
    case_id = start_case(session).id
    say(session, case_id, {**BEGINNING, **ROBBED})
    change_several(session, case_id, Another(Repeats.INCIDENT))
    say(session, case_id, FOLLOWED)
    return case_id


def at(session: OpenVault, case_id: str, question_id: str) -> InterviewPage:
    page = go_to_question(session, case_id, question_id)
    assert page.question is not None
    assert page.question.id == question_id
    return page


def test_the_offer_stands_at_the_end_of_a_part_and_leads_to_its_first_question(session: OpenVault) -> None:
    case_id = start_case(session).id
    say(session, case_id, {**BEGINNING, **ROBBED})
    page = go_to_section(session, case_id, "happened")
    while page.about is not None and not page.about.ends_part:
        assert page.question is not None
        assert not page.about.is_one_of_several
        page = go_on(session, case_id, page.question.id)
    assert page.about is not None
    page = change_several(session, case_id, Another(Repeats.INCIDENT, 1))
    assert page.question is not None
    assert page.question.id.endswith("@2")
    assert page.question.answer is None
    assert page.about is not None
    assert [one.words for one in page.about.several] == [WORDS["told_of.incident.1"], WORDS["told_of.incident.2"]]
    assert session.told_of(session.store.case(case_id)).done_by == {1: (1,), 2: (1,)}


def test_going_on_stays_with_one_thing_and_the_place_is_kept(session: OpenVault, case_id: str) -> None:
    page = at(session, case_id, "happened.kinds@2")
    while page.question is not None and page.question.section_id == "happened":
        assert page.question.id.endswith("@2")
        page = go_on(session, case_id, page.question.id)
    assert page.question is not None
    assert page.question.id.startswith("when_where.")
    assert open_interview(session, case_id).question == page.question
    first = at(session, case_id, "when_where.day")
    assert first.question is not None
    assert first.question.answer is not None
    assert first.question.answer != page.question.answer
    assert page.question.answer is not None


def test_half_typed_words_stay_with_the_one_they_were_typed_for(session: OpenVault, case_id: str) -> None:
    keep_draft(session, case_id, "other_person.name@2", "Half a na")
    assert at(session, case_id, "other_person.name@2").question.draft == "Half a na"  # type: ignore[union-attr]
    assert at(session, case_id, "other_person.name").question.draft is None  # type: ignore[union-attr]


def test_what_may_protect_is_said_of_one_thing_and_names_it(session: OpenVault, case_id: str) -> None:
    at(session, case_id, "happened.kinds")
    first = assess_case(session, case_id)
    assert first.about == "The first thing"
    at(session, case_id, "happened.kinds@2")
    second = assess_case(session, case_id)
    assert second.about == "The second thing"
    alone = start_case(session).id
    say(session, alone, {**BEGINNING, **{name.removesuffix("@2"): said for name, said in FOLLOWED.items()}})
    by_itself = assess_case(session, alone)
    assert by_itself.about == ""
    told = [(card.instrument, card.outcome, card.because, card.limits) for card in second.cards]
    assert told == [(card.instrument, card.outcome, card.because, card.limits) for card in by_itself.cards]
    links = [link.question_id for card in second.cards for link in card.settle]
    repeats = {link: session.content.questions.question(link).repeats for link in links}
    assert all(link.endswith("@2") for link, one in repeats.items() if one is not Repeats.ONCE)
    assert open_finding(session, case_id, second.cards[0].instrument).about == "The second thing"


def test_two_who_did_it_are_judged_together_and_never_beyond_what_holds_of_both(session: OpenVault) -> None:
    case_id = start_case(session).id
    say(session, case_id, {**BEGINNING, **ROBBED, "other_person.official": "no"})
    change_several(session, case_id, Another(Repeats.PERSON))
    say(session, case_id, {"other_person.official@2": "police"})
    alone = {card.instrument: card for card in assess_case(session, case_id).cards}
    at(session, case_id, "other_person.official")
    assert {card.instrument: card for card in assess_case(session, case_id).cards} == alone, "whoever is on the desk"


def test_each_thing_has_its_own_time(session: OpenVault, case_id: str) -> None:
    say(session, case_id, {"happened.kinds@2": ("sexual",), "happened.kinds": ("sexual",)})
    lines = {line.id: line for line in list_time_limits(session, case_id).open}
    assert {"exam", "exam@2"} <= set(lines)
    assert lines["exam"].left_of_it.startswith("The first thing. ")
    assert lines["exam"].title == lines["exam@2"].title
    assert lines["exam"].shape == "open"
    assert lines["exam@2"].shape == "over"
    meet_time_limit(session, case_id, "exam", "done")
    panel = list_time_limits(session, case_id)
    assert "exam" in [line.id for line in panel.settled]
    assert "exam@2" in [line.id for line in panel.open]
    assert open_time_limit(session, case_id, "exam@2").line.about == "The second thing"
    assert "thing" not in " ".join(one.words for one in due_soon(session)), "home tells of no second one"
    with pytest.raises(Defect):
        open_time_limit(session, case_id, "exam@5")


def test_looking_over_and_by_day_tell_them_apart(session: OpenVault, case_id: str) -> None:
    shown = look_over(session, case_id)
    said = {part.id: part for part in shown.said_parts}
    assert said["happened"].title == "What happened · The first thing"
    assert said["happened@2"].title == "What happened · The second thing"
    assert {line.question_id for line in said["happened@2"].lines} <= set(FOLLOWED)
    assert not any(line.question_id.endswith("@2") for line in said["happened"].lines)
    assert any(part.id == "body@2" for part in shown.open_parts)
    days = {line.question_id: line.title for line in look_at_timeline(session, case_id).with_day}
    assert days["when_where.day@2"].endswith("· The second thing")
    assert next(iter(days)) == "when_where.day@2", "the earlier day stands first"
    assert said["happened@2"].holds is not None
    take_back_part(session, case_id, said["happened@2"].holds)
    assert "happened.kinds" in session.store.case(case_id).all_answers()
    assert "happened.kinds@2" not in session.store.case(case_id).all_answers()


MIXED: Said = {"help.da": "yes", "help.costs": ("lock",), "help.costs@2": ("move",)}
"""One answer for the whole report, and one for each of two things, in the same part."""


def helped(session: OpenVault, case_id: str) -> dict[str, SaidPart]:
    """What is read back of that part, by its title."""
    return {part.title: part for part in look_over(session, case_id).said_parts if part.id.startswith("help")}


def left(session: OpenVault, case_id: str) -> set[str]:
    return set(MIXED) & set(session.store.case(case_id).all_answers())


@pytest.mark.parametrize(
    ("title", "stays", "gone"),
    [
        ("Help you want · The whole report", "", {"help.da"}),
        (
            "Help you want · The first thing",
            "Help you want · The whole report",
            {"help.costs"},
        ),
        (
            "Help you want · The second thing",
            "Help you want · The whole report",
            {"help.costs@2"},
        ),
    ],
)
def test_taking_back_a_part_takes_what_is_read_back_there_and_names_what_stays(
    session: OpenVault, case_id: str, title: str, stays: str, gone: set[str]
) -> None:
    say(session, case_id, MIXED)
    parts = helped(session, case_id)
    assert len(parts) == 3
    assert {line.question_id for line in parts[title].lines} == gone
    assert parts[title].stays == stays
    holds = parts[title].holds
    assert holds is not None
    take_back_part(session, case_id, holds)
    assert left(session, case_id) == set(MIXED) - gone
    assert title not in helped(session, case_id)


def test_when_the_first_thing_is_gone_a_part_of_the_second_takes_all_that_is_read_back_there(
    session: OpenVault, case_id: str
) -> None:
    say(session, case_id, MIXED)
    change_several(session, case_id, TakeAway(Repeats.INCIDENT, 1))
    (part,) = helped(session, case_id).values()
    assert part.title == "Help you want"
    assert {line.question_id for line in part.lines} == {"help.da", "help.costs@2"}
    assert part.holds is not None
    take_back_part(session, case_id, part.holds)
    assert left(session, case_id) == set()


def test_each_part_takes_back_exactly_what_is_read_back_in_it(session: OpenVault, case_id: str) -> None:
    say(session, case_id, {**MIXED, "danger.again": "yes", "danger.next_step": "call_us", "wishes.police": "not_now"})
    for title in [part.title for part in look_over(session, case_id).said_parts if part.holds is not None]:
        shown = {part.title: part for part in look_over(session, case_id).said_parts}
        read_back = {line.question_id for line in shown[title].lines}
        before = set(session.store.case(case_id).all_answers())
        holds = shown[title].holds
        assert holds is not None
        take_back_part(session, case_id, holds)
        gone = before - set(session.store.case(case_id).all_answers())
        assert read_back <= gone
        others = {line.question_id for one, part in shown.items() if one != title for line in part.lines}
        own = {line.question_id for part in shown.values() if part.holds is None for line in part.lines}
        assert not gone & (others - own)


def test_the_page_is_about_what_was_chosen_and_the_release_remembers_it(session: OpenVault, case_id: str) -> None:
    assert [one.label for one in about_what(session, case_id).choices] == [
        "The first thing · The first person",
        "The second thing · The second person",
    ]
    assert view_of(session, case_id).given("happened.kinds") == Choices(("followed",))
    assert view_of(session, case_id).given("happened.taken") is None
    assert view_of(session, case_id).given("vehicle.plate") is None
    choose_what(session, case_id, "1.1")
    assert view_of(session, case_id).given("happened.kinds") == Choices(("robbed",))
    release = Release(release_id="x", case_id=case_id, recipient="hospital_safe", about_incident=2, about_person=2)
    summary = summary_of(session, case_id, release)
    assert summary.view.given("happened.kinds") == Choices(("followed",)), "what the desk is at does not matter"
    assert summary.forbidden.is_told_elsewhere("aggressor_identifiers", "7KLM903")
    assert age_group_of(summary.view).value == "adult"
    with pytest.raises(Defect):
        choose_what(session, case_id, "2.1")


def test_an_officer_of_another_thing_keeps_the_page_from_their_own_station(
    session: OpenVault, case_id: str, content: Content
) -> None:
    say(session, case_id, {"happened.kinds": ("robbed", "officer"), "other_person.official": "police"})
    release = Release(release_id="x", case_id=case_id, recipient="da_victim_services", about_incident=2, about_person=2)
    summary = summary_of(session, case_id, release)
    recipient = content.referral.recipients["da_victim_services"]
    assert not list(own_unit_refused(summary.view, (), recipient, "Mission Station", content.referral))
    refused = [
        no
        for view in summary.elsewhere
        for no in own_unit_refused(view, (), recipient, "Mission Station", content.referral)
    ]
    assert refused


def test_one_can_be_named_and_the_name_never_leaves(session: OpenVault, case_id: str) -> None:
    at(session, case_id, "happened.kinds@2")
    page = change_several(session, case_id, CallIt(Repeats.INCIDENT, 2, "  Lakeshore \n garage  "), "happened.kinds@2")
    assert page.about is not None
    assert [one.words for one in page.about.several] == ["The first thing", "Lakeshore garage"]
    assert page.about.own_name == "Lakeshore garage"
    forbidden = forbidden_of(session, case_id, (), FIRST)
    spellings = session.content.referral.spellings
    assert forbidden.found_in(("It was at the Lakeshore garage.",), (), "", spellings)
    change_several(session, case_id, CallIt(Repeats.INCIDENT, 2, " "), "happened.kinds@2")
    assert about_what(session, case_id).words.startswith("The second thing")


def test_taking_one_back_takes_all_of_it_and_only_of_it(session: OpenVault, case_id: str) -> None:
    say(session, case_id, {"other_person.name@2": "Rex", "private.drugs@2": "read"})
    keep_draft(session, case_id, "witness.saw@2", "half")
    meet_time_limit(session, case_id, "messages@2", "done")
    first = {name for name in session.store.case(case_id).all_answers() if "@" not in name}
    page = change_several(session, case_id, TakeAway(Repeats.INCIDENT, 2))
    left = session.store.case(case_id).all_answers()
    assert set(left) == first
    assert not session.store.drafts(case_id)
    assert not [name for name in session.memory.get(case_id, {}) if "@" in name]
    assert page.about is not None
    assert not page.about.is_one_of_several
    with pytest.raises(Defect):
        record_answer(session, case_id, "happened.kinds@2", AnswerStatus.DECLINED, None)


def test_the_first_can_be_taken_back_too_and_its_number_does_not_come_again(session: OpenVault, case_id: str) -> None:
    change_several(session, case_id, TakeAway(Repeats.INCIDENT, 1))
    assert not [one for one in session.store.case(case_id).all_answers() if one in ROBBED]
    assert "limits.adult" in session.store.case(case_id).all_answers()
    assert view_of(session, case_id).given("happened.kinds") == Choices(("followed",))
    change_several(session, case_id, Another(Repeats.INCIDENT))
    assert session.told_of(session.store.case(case_id)).incidents == (2, 3)


def test_nothing_is_taken_back_while_the_report_is_on_hold(session: OpenVault, case_id: str) -> None:
    session.store.put_hold(case_id, session.clock.today(), "")
    before = session.store.case(case_id).all_answers()
    with pytest.raises(Mishap, match="legal_hold"):
        change_several(session, case_id, TakeAway(Repeats.INCIDENT, 2))
    assert session.store.case(case_id).all_answers() == before


def test_erasing_the_words_keeps_who_did_what_and_the_short_facts(session: OpenVault, case_id: str) -> None:
    say(session, case_id, {"vehicle.plate@2": "8XYZ123"})
    change_several(session, case_id, CallIt(Repeats.PERSON, 2, "Red cap"), "vehicle.plate@2")
    erase_narrative(session, case_id, session.store.case(case_id).label)
    assert "vehicle.plate@2" in session.store.case(case_id).all_answers()
    told_of = session.told_of(session.store.case(case_id))
    assert told_of.done_by == {1: (1,), 2: (2,)}
    assert "Red cap" not in about_what(session, case_id).words


def test_there_is_an_end_to_it(session: OpenVault, case_id: str) -> None:
    for _ in range(MOST + 3):
        page = change_several(session, case_id, Another(Repeats.INCIDENT))
    assert page.about is not None
    assert len(page.about.several) == MOST
    assert not page.about.may_add
