"""Adding one file is enough; these tests name what else was forgotten."""

from __future__ import annotations

from pathlib import Path

from intake.questions.kinds import discover
from tests.shipped import shipped_content

ROOT = Path(__file__).parent.parent.parent


def test_every_kind_of_answer_has_its_widget_and_every_widget_its_kind() -> None:
    widgets = {
        path.stem
        for path in (ROOT / "ui" / "answer_widgets").glob("*.py")
        if "KIND" in path.read_text(encoding="utf-8")
    }
    assert widgets == set(discover())


def test_every_question_uses_a_kind_that_exists() -> None:
    assert {question.kind for question in shipped_content().questions.questions} <= set(discover())


def test_what_may_leave_says_which_row_of_the_page_it_feeds() -> None:
    questions = shipped_content().questions.questions
    lost = [one.id for one in questions if one.recipients and not one.field]
    assert not [one for one in lost if one not in {"happened.entered_place", "reported.police_where"}]
