from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from intake.cases.model import CasePart
from intake.conditions.model import AllOf, AnyOf, Includes, Known, Not, OnOrAfter
from intake.questions.load import load_questions
from intake.questions.model import Audience, Fate, Questions
from tests.unit.questions.invented import choice_text, section_text, text_text, write_tree


def load(root: Path, files: dict[str, str]) -> Questions:
    questions, problems = load_questions(write_tree(root, files))
    assert problems == []
    return questions


def test_an_absent_folder_is_an_empty_interview(tmp_path: Path) -> None:
    assert load_questions(tmp_path) == (Questions((), ()), [])


def test_sections_and_questions_stand_in_the_order_of_their_chains(tmp_path: Path) -> None:
    questions = load(
        tmp_path,
        {
            "late/section.toml": section_text("late", 'after = "early"'),
            "late/only.toml": text_text("late.only"),
            "early/section.toml": section_text("early", "gate = true", 'note = "Quiet."'),
            "early/alpha.toml": text_text("early.alpha", 'after = "early.zulu"'),
            "early/zulu.toml": text_text("early.zulu"),
        },
    )
    assert [section.id for section in questions.sections] == ["early", "late"]
    assert [one.id for one in questions.questions] == ["early.zulu", "early.alpha", "late.only"]
    assert questions.sections[0].gate
    assert questions.sections[0].note == "Quiet."
    assert not questions.sections[1].private


def test_a_question_added_behind_another_comes_before_whatever_stood_there_by_its_name(tmp_path: Path) -> None:
    questions = load(
        tmp_path,
        {
            "one/section.toml": section_text("one"),
            "one/first.toml": text_text("one.first"),
            "one/second.toml": text_text("one.second", 'after = "one.first"'),
            "one/third.toml": text_text("one.third", 'after = "one.second"'),
            "one/added.toml": text_text("one.added", 'after = "one.first"'),
        },
    )
    assert [one.id for one in questions.questions] == ["one.first", "one.added", "one.second", "one.third"]


@pytest.mark.parametrize(
    ("letters", "memory", "fate", "part"),
    [
        ("EX", "false", Fate.WITH_PERMISSION, CasePart.SHAREABLE),
        ("ER", "false", Fate.WITH_PERMISSION, CasePart.SHAREABLE),
        ("ID", "false", Fate.WITH_PERMISSION, CasePart.IDENTIFYING),
        ("PI", "false", Fate.STAYS, CasePart.WALLED_OFF),
        ("SI", "false", Fate.STAYS, CasePart.WALLED_OFF),
        ("IM", "false", Fate.STAYS, CasePart.WALLED_OFF),
        ("PI", "true", Fate.NOT_SAVED, CasePart.WALLED_OFF),
        ("SI", "true", Fate.NOT_SAVED, CasePart.WALLED_OFF),
        ("IM", "true", Fate.NOT_SAVED, CasePart.WALLED_OFF),
    ],
)
def test_the_class_decides_what_becomes_of_an_answer(
    tmp_path: Path, letters: str, memory: str, fate: Fate, part: CasePart
) -> None:
    text = text_text("one.first", f"memory_only = {memory}").replace('class = "PI"', f'class = "{letters}"')
    questions = load(tmp_path, {"one/section.toml": section_text("one"), "one/first.toml": text})
    first = questions.question("one.first")
    assert (first.fate, first.part) == (fate, part)


def test_every_key_of_a_question_arrives(tmp_path: Path) -> None:
    whole = choice_text(
        "one.second",
        'after = "one.first"',
        'audience = "staff"',
        'help = "A guess is fine."',
        'script = "Read this aloud."',
        'field = "time"',
        'recipients = ["shelter", "legal_help"]',
        'ask_when = { question = "one.first", includes_any = ["yes"] }',
    )
    whole += """
[[facts]]
fact = "weather"
gives = { yes = ["rain", "wind"], no = [] }
waits_for = { yes = "one.first" }

[[facts]]
fact = "storms"
gives = { yes = [{ force = "@fact:force", month = "may" }] }

[[facts]]
fact = "force"
gives = { yes = "strong" }
"""
    questions = load(
        tmp_path,
        {
            "one/section.toml": section_text("one"),
            "one/first.toml": choice_text("one.first", kind="multiple_choice"),
            "one/second.toml": whole,
        },
    )
    second = questions.question("one.second")
    assert second.audience is Audience.STAFF
    assert (second.help, second.script, second.field) == ("A guess is fine.", "Read this aloud.", "time")
    assert second.recipients == ("shelter", "legal_help")
    assert [option.id for option in second.options] == ["yes", "no"]
    assert second.ask_when == Includes("one.first", ("yes",))
    weather, storms, force = second.facts
    assert weather.gives == {"yes": ("rain", "wind"), "no": ()}
    assert weather.waits_for == {"yes": "one.first"}
    assert storms.gives == {"yes": ({"force": "@fact:force", "month": "may"},)}
    assert force.gives == {"yes": "strong"}


def test_conditions_may_nest_and_look_at_dates(tmp_path: Path) -> None:
    condition = """
[ask_when]
all = [
  { not = { question = "one.first", before = 2020-01-01 } },
  { any = [{ question = "one.first", known = true }, { question = "one.first", on_or_after = 2021-01-01 }] },
]
"""
    questions = load(
        tmp_path,
        {
            "one/section.toml": section_text("one"),
            "one/first.toml": text_text("one.first", kind="approximate_date"),
            "one/second.toml": text_text("one.second", 'after = "one.first"') + condition,
        },
    )
    condition_read = questions.question("one.second").ask_when
    assert isinstance(condition_read, AllOf)
    assert isinstance(condition_read.parts[0], Not)
    assert condition_read.parts[1] == AnyOf((Known("one.first"), OnOrAfter("one.first", date(2021, 1, 1))))


def test_faults_come_in_order_of_file_and_none_hides_another(tmp_path: Path) -> None:
    files = {
        "one/section.toml": section_text("one", "loud = true"),
        "one/first.toml": text_text("one.first", "colour = 1", "smell = 2"),
        "one/second.toml": "id = ",
        "one/third.toml": text_text(
            "one.third", 'after = "one.second"', 'ask_when = { question = "one.second", is = "x" }'
        ),
    }
    _, problems = load_questions(write_tree(tmp_path, files))
    assert [problem.file for problem in problems] == [
        "questions/one/first.toml",
        "questions/one/first.toml",
        "questions/one/second.toml",
        "questions/one/section.toml",
    ]
    assert [problem.line for problem in problems[:2]] == [8, 9]
