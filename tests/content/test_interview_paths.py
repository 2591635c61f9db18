"""The ways through the shipped interview: short and full, under 18, a clinician, another person's report, no privacy."""

from __future__ import annotations

import pytest

from intake.answers.model import Answer
from intake.questions.flow import applicable, before, next_after, standing
from tests.shipped import shipped_content
from tests.unit.questions.invented import declined, given, typed

QUESTIONS = shipped_content().questions
GATES = {
    "setup.role": given("trained_advocate"),
    "limits.go_on": given("yes"),
    "limits.adult": given("yes"),
    "limits.notes": given("short"),
}
CLINICIAN = {**GATES, "setup.role": given("clinician")}


def way(answers: dict[str, Answer], here: str = "") -> list[str]:
    return [one.id for one in standing(QUESTIONS, answers).way(here)]


def sections_on(answers: dict[str, Answer]) -> set[str]:
    return {name.partition(".")[0] for name in way(answers)}


def walked(answers: dict[str, Answer]) -> list[str]:
    """Every question that *go on* comes to, from the first."""
    found = [QUESTIONS.questions[0]]
    while (following := next_after(QUESTIONS, answers, found[-1].id)) is not None:
        found.append(following)
    return [one.id for one in found]


def test_a_full_visit_comes_through_every_section() -> None:
    assert sections_on(GATES) == {section.id for section in QUESTIONS.sections}
    assert standing(QUESTIONS, GATES).aside == frozenset()


def test_a_short_visit_asks_only_what_cannot_wait() -> None:
    short = {**GATES, "setup.visit": given("short")}
    expected = {"setup", "safety", "limits", "comfort", "contact", "wishes", "evidence", "danger", "help", "leaving"}
    assert sections_on(short) == expected
    assert {name.partition(".")[0] for name in walked(short)} == expected


def test_a_part_for_another_visit_can_be_opened_and_leads_back_to_the_way() -> None:
    short = {**GATES, "setup.visit": given("short")}
    assert next_after(QUESTIONS, short, "happened.who") == QUESTIONS.question("happened.kinds")
    last_there = [name for name in way(short, "happened") if name.startswith("happened.")][-1]
    after = next_after(QUESTIONS, short, last_there)
    assert after is not None
    assert after.section == "evidence"
    assert before(QUESTIONS, short, "evidence.kinds") == QUESTIONS.question("wishes.see_rules")


def test_changing_the_visit_loses_nothing() -> None:
    told = {**GATES, "happened.who": given("to_me"), "happened.kinds": given(("hit",))}
    for visit in ("short", "full"):
        assert applicable(QUESTIONS, {**told, "setup.visit": given(visit)}).items() >= told.items()


def test_under_18_the_youth_rule_comes_before_anything_else() -> None:
    young = {**GATES, "limits.adult": given("no")}
    assert sections_on(young) == {"setup", "safety", "limits"}
    assert "limits.youth_rule" in way(young)
    not_yet = {**young, "limits.youth_rule": given("not_yet")}
    assert sections_on(not_yet) == {"setup", "safety", "limits"}
    followed = {**young, "limits.youth_rule": given("followed")}
    assert "private" in sections_on(followed)


@pytest.mark.parametrize("adult", [given("yes"), declined(), None])
def test_the_youth_rule_is_for_those_who_said_that_they_are_under_18(adult: Answer | None) -> None:
    answers = {name: answer for name, answer in GATES.items() if name != "limits.adult"}
    answers |= {"limits.adult": adult} if adult else {}
    assert "limits.youth_rule" not in way(answers)
    assert "happened" in sections_on(answers)


def test_a_clinician_tells_the_limits_before_asking_about_the_neck() -> None:
    asked = walked(CLINICIAN)
    for name in ("safety.neck_pressed", "safety.lost_time"):
        assert asked.index(name) > asked.index("limits.totals")
        assert asked.index(name) < asked.index("comfort.name")
    everybody = walked(GATES)
    assert everybody.index("safety.neck_pressed") < everybody.index("limits.before_start")


def test_a_clinician_who_has_no_yes_yet_does_not_ask_about_the_neck_at_all() -> None:
    start = {"setup.role": given("clinician")}
    assert "safety.neck_pressed" not in way(start)
    assert "safety.safe_now" in way(start)
    assert "safety.neck_pressed" in way({"setup.role": given("peer_worker")})


def test_what_a_clinician_was_told_earlier_still_counts() -> None:
    told = {"setup.role": given("clinician"), "safety.neck_pressed": given("yes")}
    assert applicable(QUESTIONS, told) == told


def test_without_the_other_persons_yes_no_report_is_taken_for_them() -> None:
    teller = {**GATES, "happened.who": given("for_someone")}
    assert "happened.kinds" in way(teller)
    without = {**teller, "happened.for_someone": given("no"), "happened.kinds": given(("hit",))}
    closed = {"when_where", "other_person", "vehicle", "evidence", "witness", "reported"}
    assert sections_on(without) & closed == set()
    assert "happened.kinds" not in way(without)
    assert "happened.kinds" not in applicable(QUESTIONS, without)
    assert {"danger", "help", "leaving"} <= sections_on(without)
    with_yes = {**without, "happened.for_someone": given("with_consent")}
    assert closed <= sections_on(with_yes)
    assert "happened.kinds" in applicable(QUESTIONS, with_yes)


def test_who_speaks_for_another_is_asked_where_that_one_hurts_and_what_they_fear() -> None:
    own = {"body.hurts", "danger.again", "danger.kill", "danger.knows_where"}
    theirs = {"body.theirs_hurts", "danger.theirs_again", "danger.theirs_kill", "danger.theirs_places"}
    for who in ("to_me", "saw_it", "both"):
        asked = set(way({**GATES, "happened.who": given(who)}))
        assert own <= asked
        assert not theirs & asked
    teller = {**GATES, "happened.who": given("for_someone")}
    assert not (own | theirs) & set(way({**teller, "happened.for_someone": given("no")}))
    asked = set(way({**teller, "happened.for_someone": given("with_consent")}))
    assert theirs <= asked
    assert not own & asked


def test_own_words_wait_for_a_private_space() -> None:
    assert "account" not in sections_on({**GATES, "setup.private_space": given("no")})
    for said in (given("yes"), given("partly"), declined()):
        assert "account" in sections_on({**GATES, "setup.private_space": said})


def test_without_notes_nothing_of_the_account_is_written() -> None:
    no_notes = {**GATES, "limits.notes": given("no_notes"), "account.start": given("pieces")}
    assert [name for name in way(no_notes) if name.startswith("account.")] == ["account.start", "account.left_out"]
    spoken = {**GATES, "account.start": given("spoken")}
    assert "account.pieces" not in way(spoken)
    assert "account.senses" not in way(spoken)


def test_a_long_account_needs_statement_prep_longer_notes_a_wish_and_the_warning() -> None:
    ready = {
        **GATES,
        "setup.note_level": given("statement_prep"),
        "limits.notes": given("longer"),
        "account.start": given("written"),
        "account.long_notes": given("yes"),
    }
    assert "account.words" in way(ready)
    for name, other in (
        ("setup.note_level", given("support")),
        ("limits.notes", given("short")),
        ("account.start", given("pieces")),
        ("account.long_notes", given("lawyer_first")),
        ("account.long_notes", declined()),
    ):
        assert "account.words" not in way({**ready, name: other}), name


def test_an_account_that_is_no_longer_asked_for_is_kept_and_feeds_nothing() -> None:
    told = {**GATES, "setup.note_level": given("support"), "account.words": typed("ZEBRA")}
    assert "account.words" not in applicable(QUESTIONS, told)


def test_an_officer_is_asked_about_by_where_they_serve() -> None:
    assert "other_person.unit" not in way(GATES)
    for said in (
        {"other_person.official": given("police")},
        {"other_person.known": given("officer")},
        {"happened.kinds": given(("officer",))},
    ):
        assert "other_person.unit" in way({**GATES, **said})


def test_where_an_officer_did_it_the_office_outside_the_police_is_asked_about_first() -> None:
    usual, officer = walked(GATES), walked({**GATES, "other_person.official": given("police")})
    assert usual.index("help.police") < usual.index("help.officer")
    assert officer.index("help.officer") < officer.index("help.police")
    assert sorted(usual) == sorted(set(officer) - {"other_person.unit"})


CARDS = (
    "private.trade",
    "private.drugs",
    "private.papers",
    "private.warrant",
    "private.helpers",
    "private.fought_back",
)
"""The cards of the private check: to be read, and to be left without an answer."""


def private_way(**said: Answer) -> list[str]:
    told = {**GATES, **{f"private.{name}": answer for name, answer in said.items()}}
    return [name for name in way(told) if name.startswith("private.")]


@pytest.mark.parametrize("card", ["read", "skip", None])
def test_with_all_cards_the_private_check_reads_them_and_asks_for_nothing_but_the_lawyer(card: str | None) -> None:
    cards = {name.partition(".")[2]: given(card) for name in CARDS} if card else {}
    asked = private_way(show=given("all"), other_charges=given(("theft",)), **cards)
    assert asked == ["private.show", *CARDS, "private.lawyer_first", "private.other_options"]


@pytest.mark.parametrize("show", [given("fit"), declined(), None])
def test_without_the_wish_for_all_cards_a_card_that_was_read_leads_to_its_questions(show: Answer | None) -> None:
    shown = {"show": show} if show else {}
    asked = private_way(trade=given("read"), drugs=given("read"), warrant=given("read"), **shown)
    after = {"trade_part", "buyer", "not_paid", "paid_by", "drug_kind", "drug_priors", "warrant_open", "old_case"}
    assert set(asked) >= {f"private.{name}" for name in after | {"other_charges", "charged", "untrue"}}


def test_all_cards_chosen_later_takes_back_what_was_told() -> None:
    told = {"private.trade": given("read"), "private.trade_part": given(("selling",))}
    assert "private.trade_part" in applicable(QUESTIONS, {**GATES, **told})
    assert "private.trade_part" not in applicable(QUESTIONS, {**GATES, **told, "private.show": given("all")})
