"""Whatever an office does, every gate stands, every condition is asked before what hangs on it, nothing own can leave."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings, strategies

from intake.answers.model import Answer, AnswerStatus, Choice, Choices
from intake.cases.model import CasePart
from intake.conditions.evaluate import subjects
from intake.questions.facts import facts_from_answers
from intake.questions.flow import applicable, standing
from intake.questions.model import Fate, Questions
from intake.questions.office.apply import CATALOGUE, apply_changes, awaited_by_others, every_question
from intake.questions.office.document import read_changes, write_changes
from intake.questions.office.model import (
    KINDS,
    KINDS_WITH_CHOICES,
    OfficeChanges,
    OwnChoice,
    OwnQuestion,
    Rewording,
    Words,
    always_asked,
)
from intake.questions.office.order import in_office_order, moved
from tests.shipped import shipped_content
from tests.unit.questions.office.days import DAY

SHIPPED = shipped_content().questions
IDS = [one.id for one in SHIPPED.questions]
SECTIONS = [one.id for one in SHIPPED.sections]
WORDS = strategies.builds(
    Words, *(strategies.text("abcdefgh ?", min_size=2, max_size=20).map(str.strip).filter(bool) for _ in range(3))
)
SPOKEN = strategies.dictionaries(strategies.sampled_from(["en", "es"]), WORDS, min_size=1)


@strategies.composite
def own_questions(draw: strategies.DrawFn) -> OwnQuestion:
    kind, words = draw(strategies.sampled_from(KINDS)), draw(SPOKEN)
    labels = ("one", "two") if kind in KINDS_WITH_CHOICES else ()
    choices = tuple(OwnChoice(name, dict.fromkeys(words, name)) for name in labels)
    name = f"{draw(strategies.sampled_from(SECTIONS))}.own_{draw(strategies.integers(0, 9))}"
    return OwnQuestion(name, kind, words, choices, draw(strategies.booleans()), draw(strategies.booleans()))


@strategies.composite
def changes(draw: strategies.DrawFn) -> OfficeChanges:
    """Anything that a file could hold, sensible or not."""
    some = strategies.sampled_from([*IDS, *SECTIONS, "gone", "gone.away"])
    order = strategies.dictionaries(
        strategies.sampled_from(SECTIONS), strategies.lists(strategies.sampled_from(IDS), max_size=12).map(tuple)
    )
    reworded = strategies.dictionaries(strategies.sampled_from([*IDS, "gone.away"]), SPOKEN, max_size=4)
    return OfficeChanges(
        draw(strategies.frozensets(some, max_size=12)),
        {name: Rewording(words) for name, words in draw(reworded).items()},
        draw(order),
        tuple({one.id: one for one in draw(strategies.lists(own_questions(), max_size=4))}.values()),
    )


@settings(max_examples=60)
@given(changes())
def test_every_shipped_gate_stands_and_no_own_question_can_be_exported(change: OfficeChanges) -> None:
    asked = apply_changes(SHIPPED, change).questions
    gates = {one.id: one for one in SHIPPED.questions if always_asked(one)}
    now = {one.id: one for one in asked.questions}
    assert set(IDS) <= set(now)
    assert all(now[name].ask_when == one.ask_when for name, one in gates.items())
    assert all((now[name].options, now[name].facts) == (one.options, one.facts) for name, one in gates.items())
    assert asked.sections == SHIPPED.sections
    for one in asked.questions:
        if one.catalogue == CATALOGUE:
            assert one.part is CasePart.WALLED_OFF
            assert one.fate is not Fate.WITH_PERMISSION
            assert (one.recipients, one.field, one.facts) == ((), "", ())
            section = next(part for part in asked.sections if part.id == one.section)
            assert (section.gate, section.private) == (False, False)
        else:
            shipped = SHIPPED.question(one.id)
            assert (one.fate, one.part, one.recipients) == (shipped.fate, shipped.part, shipped.recipients)


@settings(max_examples=60)
@given(changes())
def test_no_order_puts_a_question_before_the_one_it_hangs_on_or_consent_before_the_limits(
    change: OfficeChanges,
) -> None:
    asked = apply_changes(SHIPPED, change).questions
    place = {one.id: number for number, one in enumerate(asked.questions)}
    for one in SHIPPED.questions:
        for name in subjects(one.ask_when) if one.ask_when is not None else ():
            assert place[name] < place[one.id], (name, one.id)
    gates = [one.id for one in SHIPPED.questions if always_asked(one)]
    assert gates == sorted(gates, key=lambda name: place[name])
    for name in awaited_by_others(SHIPPED):
        if name.startswith("limits."):
            assert all(place[gate] < place[name] for gate in gates)


@settings(max_examples=60)
@given(changes())
def test_a_document_reads_back_as_it_was_written(change: OfficeChanges) -> None:
    found = read_changes("questions.json", write_changes(change, DAY))
    assert [str(one) for one in found.problems] == []
    assert (found.changes, found.dated) == (change, DAY)


@settings(max_examples=40)
@given(strategies.binary(max_size=300) | strategies.text(max_size=300).map(str.encode))
def test_no_bytes_stop_the_reader(raw: bytes) -> None:
    assert read_changes("questions.json", raw).problems


@settings(max_examples=60)
@given(changes(), strategies.sampled_from(IDS), strategies.sampled_from([-1, 1]))
def test_a_move_changes_two_places_or_none(change: OfficeChanges, name: str, step: int) -> None:
    section = next(one for one in SHIPPED.sections if one.id == name.partition(".")[0])
    every, awaited = every_question(section, SHIPPED, change), awaited_by_others(SHIPPED)
    now = [one.id for one in in_office_order(every, change.order.get(section.id, ()), awaited)]
    order = moved(every, now, name, step, awaited)
    if order is not None:
        assert sorted(order) == sorted(now)
        assert [one for one, other in zip(order, now, strict=True) if one != other].count(name) == 1
        assert moved(every, order, name, -step, awaited) == tuple(now)


def answers_to(questions: Questions) -> dict[str, Answer]:
    """The first choice everywhere, and every choice where there may be several."""
    said = {}
    for one in questions.questions:
        if one.options and one.kind in KINDS_WITH_CHOICES:
            ids = tuple(option.id for option in one.options)
            value = Choice(ids[0]) if one.kind == "single_choice" else Choices(ids)
            said[one.id] = Answer(AnswerStatus.GIVEN, value)
    return said


@settings(max_examples=25)
@given(changes())
def test_what_is_hidden_feeds_nothing_and_never_turns_unknown_into_no(change: OfficeChanges) -> None:
    answers = answers_to(SHIPPED)
    asked = apply_changes(SHIPPED, replace(change, own=(), order={})).questions
    counting = applicable(asked, answers)
    assert not {one.id for one in asked.hidden} & counting.keys()
    assert not {one.id for one in asked.hidden} & {one.id for one in standing(asked, answers).open}
    before, after = facts_from_answers(SHIPPED, answers), facts_from_answers(asked, answers)
    for fact, value in before.values.items():
        left = after.values.get(fact)
        if isinstance(value, tuple) and isinstance(left, tuple) and len(left) < len(value):
            assert fact in after.unfinished, fact  # less is known now, so the list stays open
