from __future__ import annotations

from hypothesis import given, strategies

from intake.answers.model import Answer
from intake.conditions.model import AllOf, AnyOf, Condition, Is, Not
from intake.questions.facts import facts_from_answers
from intake.questions.flow import (
    applicable,
    asked_questions,
    before,
    first_of_section,
    is_asked,
    next_after,
    walk,
)
from intake.questions.model import FactRule, Question, Questions
from tests.unit.questions.invented import declined, interview, question
from tests.unit.questions.invented import given as chosen

OPTIONS = ("yes", "no", "maybe")
SECTIONS = ("limits", "middle", "end")


VALUES = strategies.lists(strategies.sampled_from(OPTIONS), min_size=1, max_size=2).map(tuple)
FORMS = strategies.sampled_from(["none", "is", "not", "all", "any", "none of"])


@strategies.composite
def interviews(draw: strategies.DrawFn) -> Questions:
    """Three sections; every question looks only at earlier ones and leaves its id in the list ``seen``."""
    made: list[Question] = []
    for section in SECTIONS:
        names = [f"{section}.q{number}" for number in range(draw(strategies.integers(1, 3)))]
        for name in ["limits.go_on", *names] if section == "limits" else names:
            condition = draw_condition(draw, [one.id for one in made]) if made else None
            seen = FactRule("seen", {option: (f"{name}={option}",) for option in OPTIONS})
            last = FactRule("last", {option: f"{name}={option}" for option in OPTIONS})
            made.append(question(name, OPTIONS, ask_when=condition, facts=(seen, last)))
    return interview(*made, gates=("limits",))


def draw_condition(draw: strategies.DrawFn, names: list[str]) -> Condition | None:
    form = draw(FORMS)
    if form == "none":
        return None
    one, other = (Is(draw(strategies.sampled_from(names)), draw(VALUES)) for _ in range(2))
    made: dict[str, Condition] = {
        "is": one,
        "not": Not(one),
        "all": AllOf((one, Not(other))),
        "any": AnyOf((one, other)),
        "none of": Not(AnyOf((one, other))),
    }
    return made[form]


@strategies.composite
def met_interviews(draw: strategies.DrawFn) -> tuple[Questions, dict[str, Answer]]:
    questions = draw(interviews())
    answer = strategies.sampled_from([*map(chosen, OPTIONS), declined()])
    names = strategies.sampled_from([one.id for one in questions.questions])
    return questions, draw(strategies.dictionaries(names, answer))


@given(met_interviews())
def test_moving_never_leads_to_a_question_that_is_not_asked_or_is_locked(
    met: tuple[Questions, dict[str, Answer]],
) -> None:
    questions, answers = met
    counting = applicable(questions, answers)
    goes_on = counting.get("limits.go_on") == chosen("yes")
    moves = [move(questions, answers, one.id) for one in questions.questions for move in (next_after, before)]
    moves += [first_of_section(questions, answers, section) for section in SECTIONS]
    for found in moves:
        assert found is None or (is_asked(found, counting) and (goes_on or found.section == "limits"))


@given(met_interviews())
def test_going_on_and_going_back_are_mirror_images(met: tuple[Questions, dict[str, Answer]]) -> None:
    questions, answers = met
    for one in asked_questions(questions, answers):
        following = next_after(questions, answers, one.id)
        if following is not None and first_of_section(questions, answers, one.section) is not None:
            assert before(questions, answers, following.id) == one


@given(met_interviews())
def test_what_counts_is_stable(met: tuple[Questions, dict[str, Answer]]) -> None:
    questions, answers = met
    counting = applicable(questions, answers)
    assert applicable(questions, counting) == counting
    assert facts_from_answers(questions, counting) == facts_from_answers(questions, answers)


@given(met_interviews())
def test_facts_hold_nothing_of_an_answer_that_does_not_count(met: tuple[Questions, dict[str, Answer]]) -> None:
    questions, answers = met
    counting = applicable(questions, answers)
    said = {f"{name}={answer.value.option}" for name, answer in counting.items() if answer.value}  # type: ignore[union-attr]  # all are choices
    facts = facts_from_answers(questions, answers)
    assert set(facts.many("seen") or ()) == said
    assert facts.one("last") in {*said, None}


@given(met_interviews())
def test_a_finished_list_stays_as_it_is_whatever_is_answered_next(met: tuple[Questions, dict[str, Answer]]) -> None:
    questions, answers = met
    facts = facts_from_answers(questions, answers)
    still_open = [one for one in questions.questions if one.id not in answers]
    if "seen" not in facts.unfinished:
        for one in still_open:
            more = facts_from_answers(questions, {**answers, one.id: chosen("yes")})
            assert more.many("seen") == facts.many("seen")


@given(met_interviews())
def test_no_question_is_both_asked_and_still_to_come(met: tuple[Questions, dict[str, Answer]]) -> None:
    walked = walk(*met)
    assert not {one.id for one in walked.asked} & {one.id for one in walked.may_follow}


@given(met_interviews())
def test_an_open_list_gains_only_what_it_was_said_to_gain(met: tuple[Questions, dict[str, Answer]]) -> None:
    questions, answers = met
    facts = facts_from_answers(questions, answers)
    for one in questions.questions:
        if one.id not in answers and "seen" in facts.unfinished:
            more = facts_from_answers(questions, {**answers, one.id: chosen("yes")})
            for word in set(more.many("seen") or ()) - set(facts.many("seen") or ()):
                assert facts.could_gain("seen", (word,))
