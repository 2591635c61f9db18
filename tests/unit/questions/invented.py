"""Small invented interviews, as files and as objects."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from intake.answers.approximate_date import approximate_date
from intake.answers.model import Answer, AnswerStatus, AnswerValue, Choice, Choices, Text
from intake.cases.model import CasePart
from intake.conditions.model import Condition
from intake.questions.model import FactRule, Fate, Option, Question, Questions, Section

SECTION = """
id = "{id}"
letter = "A"
title = "Invented"
"""

QUESTION = """
id = "{id}"
catalogue = "Z1"
kind = "{kind}"
class = "PI"
prompt = "What was the weather like?"
why_we_ask = "It is an invented question."
"""

OPTIONS = """
[[options]]
id = "yes"
label = "Yes"

[[options]]
id = "no"
label = "No"
"""


def section_text(section_id: str, *lines: str) -> str:
    return SECTION.format(id=section_id) + "\n".join(lines) + "\n"


def choice_text(question_id: str, *lines: str, kind: str = "single_choice") -> str:
    return QUESTION.format(id=question_id, kind=kind) + "\n".join(lines) + "\n" + OPTIONS


def text_text(question_id: str, *lines: str, kind: str = "short_text") -> str:
    return QUESTION.format(id=question_id, kind=kind) + "\n".join(lines) + "\n"


def write_tree(root: Path, files: Mapping[str, str]) -> Path:
    """Write files such as ``{"first/rain.toml": "..."}`` below ``root/questions``; returns ``root``."""
    for name, text in files.items():
        path = root / "questions" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


def question(
    question_id: str,
    options: tuple[str, ...] = (),
    *,
    kind: str = "single_choice",
    ask_when: Condition | None = None,
    facts: tuple[FactRule, ...] = (),
) -> Question:
    return Question(
        id=question_id,
        catalogue="Z1",
        section=question_id.partition(".")[0],
        kind=kind,
        prompt="What was the weather like?",
        why_we_ask="It is an invented question.",
        fate=Fate.STAYS,
        part=CasePart.WALLED_OFF,
        options=tuple(Option(one, one) for one in options),
        ask_when=ask_when,
        facts=facts,
    )


def interview(*questions: Question, gates: tuple[str, ...] = ()) -> Questions:
    names = dict.fromkeys(one.section for one in questions)
    sections = tuple(Section(name, "A", name, gate=name in gates) for name in names)
    return Questions(sections, questions)


def given(value: str | tuple[str, ...]) -> Answer:
    return _given(Choice(value) if isinstance(value, str) else Choices(value))


def typed(text: str) -> Answer:
    return _given(Text(text))


def dated(iso: str) -> Answer:
    when = approximate_date(iso)
    assert when is not None
    return _given(when)


def declined() -> Answer:
    return Answer(AnswerStatus.DECLINED)


def _given(value: AnswerValue) -> Answer:
    return Answer(AnswerStatus.GIVEN, value)
