"""The twelve without a screen: from the first question to a finished file, or to an end at which nothing is kept."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from intake.actions.cases.cases import list_cases, start_case
from intake.actions.erasing.erase_case import erase_case
from intake.actions.interview.moves import go_to_section
from intake.actions.interview.record_answer import Recorded, record_answer
from intake.actions.referral.choose_lines import offer_frames
from intake.actions.referral.preview import preview_page
from intake.actions.referral.sign_release import NotSigned, sign_release
from intake.actions.session import OpenVault
from intake.answers.model import AnswerStatus
from intake.content import Content
from tests.journeys.people import GATES, Person
from tests.journeys.test_six_people import NEVER_ON_A_PAGE, form, look
from tests.journeys.twelve.everything import ONLY_WITHOUT, answers_to_everything
from tests.journeys.twelve.the_twelve import ALMA, FAYE, JOURNEYS, JUN, LUZ, NADIA, OTTO, Journey
from tests.journeys.twelve.walk import Way, findings, hand_over, time_limits, walk

ALL_PARTS = "ABCDEFGHIJKLMNOPQRST"
GIVEN = AnswerStatus.GIVEN


@pytest.mark.parametrize("journey", JOURNEYS, ids=lambda journey: journey.person.name)
def test_from_the_first_question_to_the_finished_file(session: OpenVault, journey: Journey, tmp_path: Path) -> None:
    way = walk(session, journey.person)
    assert way.parts == ALL_PARTS
    assert way.locked == ""
    assert way.banners["setup"] == ()
    assert way.banners["limits"][0].startswith(journey.banner)
    assert way.banners["limits"] == way.banners["safety"] == way.banners["account"] == way.banners["happened"]
    assert time_limits(session, way.case_id) == journey.soon
    found = findings(session, way.case_id)
    for standing in ("holds", "lawyer", "outside"):
        assert {name for name, one in found.items() if one == standing} == set(getattr(journey, standing))
    page = hand_over(session, way.case_id, journey.person, tmp_path, signer_role=journey.signer)
    for words in journey.page:
        assert words in page
    for words in (*journey.person.stays, *NEVER_ON_A_PAGE):
        assert words.casefold() not in page.casefold(), words


def test_a_report_about_an_officer_goes_round_the_police(session: OpenVault) -> None:
    way = walk(session, ALMA)
    assert way.asked.index("help.officer") < way.asked.index("help.police")
    page = look(session, way.case_id, ALMA)
    theirs = form(page, ALMA, recipient_person="Desk at Mission Station")
    refused = sign_release(session, way.case_id, theirs)
    assert isinstance(refused, NotSigned)
    assert "Choose an office outside it" in refused.reasons[0]


def test_below_eighteen_nothing_is_asked_until_the_youth_rule_is_followed(session: OpenVault) -> None:
    way = Way(start_case(session).id)
    gates = {**GATES, "setup.role": "clinician", "limits.adult": "no", "limits.youth_rule": "not_yet"}
    way.answer(session, gates, ())
    assert way.parts == "ABC"
    assert way.locked == "DEFGHIJKLMNOPQRST"
    # who may have to tell the police of injuries asks about them last, once everything was read out
    assert way.asked[-2:] == ["limits.youth_rule", "limits.totals"]
    assert not {"safety.neck_pressed", "safety.lost_time"} & set(way.asked)
    kept = record_answer(session, way.case_id, "limits.youth_rule", GIVEN, "followed")
    assert isinstance(kept, Recorded)
    page = go_to_section(session, way.case_id, "comfort")
    assert page.question is not None
    assert not [line for line in page.sections if line.state == "locked"]


def test_one_below_eighteen_signs_as_such(session: OpenVault) -> None:
    way = walk(session, JUN)
    assert way.asked.index("safety.neck_pressed") > way.asked.index("limits.totals")
    refused = sign_release(session, way.case_id, form(look(session, way.case_id, JUN), JUN))
    assert isinstance(refused, NotSigned)
    assert "signs as a minor" in refused.reasons[0]


def test_for_somebody_who_has_not_agreed_nothing_of_what_happened_is_asked(session: OpenVault) -> None:
    silent = {name: said for name, said in FAYE.says.items() if name == "happened.who"}
    way = walk(session, replace(FAYE, says={**silent, "happened.for_someone": "no"}))
    assert way.parts == "ABCDEFGHLOQRST"
    assert "happened.kinds" not in way.asked
    assert "The person" not in look(session, way.case_id, FAYE).text


@pytest.mark.parametrize(
    ("person", "offered", "not_offered"),
    [
        (OTTO, {"seen.hit", "seen.held"}, {"acts.hit", "harm.pushed", "for_victim.hit"}),
        (FAYE, {"for_victim.hit"}, {"acts.hit", "person.adult", "injuries.pain", "seen.hit"}),
        (NADIA, {"acts.hit", "harm.pushed", "person.adult"}, {"seen.hit", "for_victim.hit"}),
    ],
    ids=["otto", "faye", "nadia"],
)
def test_only_sentences_are_offered_that_fit_whose_words_they_are(
    session: OpenVault, person: Person, offered: set[str], not_offered: set[str]
) -> None:
    way = walk(session, person)
    offers = offer_frames(session, way.case_id, person.recipient, "")
    assert offered <= {one.frame_id for one in offers}
    assert not not_offered & {one.frame_id for one in offers}
    acts = [gap for one in offers if one.frame_id.startswith(("acts.", "force.")) for gap in one.gaps]
    assert any("the reporter" in choice.label for gap in acts for choice in gap.choices) is (person is NADIA)


def test_in_spanish_every_question_and_the_page_are_spanish(
    session: OpenVault, content: Content, tmp_path: Path
) -> None:
    session.language = "es"
    way = walk(session, LUZ)
    english = {one.prompt for one in content.questions.questions}
    for section in content.questions.sections:
        page = go_to_section(session, way.case_id, section.id)
        assert page.question is not None
        assert page.question.prompt not in english
    page_words = preview_page(session, way.case_id, LUZ.recipient, None, "name", 15, "es").text
    assert "La otra persona tuvo contacto sexual" in " ".join(page_words.split()), page_words
    assert "sexual contact" not in page_words


def test_when_everything_is_declined_nothing_is_claimed_and_nothing_is_kept(session: OpenVault) -> None:
    empty = start_case(session).id
    blank = preview_page(session, empty, "da_victim_services", None, "code", 15, "en")
    before = findings(session, empty)
    way = Way(start_case(session).id)
    gates = {"setup.visit": "short", "limits.go_on": "yes"}
    way.answer(session, gates, {one.id for one in session.content.questions.questions})
    assert way.parts == "ABCDEFMORT"
    assert findings(session, way.case_id) == before
    assert "holds" not in set(before.values())
    assert time_limits(session, way.case_id) == ()
    page = preview_page(session, way.case_id, "da_victim_services", None, "code", 15, "en")
    own = {("ref",), ("name_to_use",)}  # a page bears a code of its own, as does a person without a name
    said = [[row.lines for row in seen.rows if row.field_ids not in own] for seen in (page, blank)]
    assert said[0] == said[1]
    label = session.store.case(way.case_id).label
    erase_case(session, way.case_id, label)
    assert [line.id for line in list_cases(session)] == [empty]
    assert not session.memory.get(way.case_id)
    assert not session.memory_drafts.get(way.case_id)


def test_when_everything_is_answered_all_of_it_is_asked_and_what_stays_stays(
    session: OpenVault, content: Content, tmp_path: Path
) -> None:
    person = answers_to_everything(content, "police_special_victims")
    way = walk(session, person)
    assert {one.id for one in content.questions.questions} - set(way.asked) == ONLY_WITHOUT
    assert way.parts == ALL_PARTS
    page = hand_over(session, way.case_id, person, tmp_path)
    assert "The reporter is a victim." in page
