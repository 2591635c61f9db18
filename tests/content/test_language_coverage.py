"""How much of what the core says stands in each shipped language: all of it, group by group."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from intake.actions.interview.called import WORDS as SEVERAL
from intake.cases.told_of import MOST
from intake.wording.catalogue import ENGLISH, Wording, languages, load_wording
from tests.shipped import shipped_content

CORE = sorted((Path(__file__).parent.parent.parent / "intake").rglob("*.py"))
OTHERS = [code for code in languages() if code != ENGLISH]
FOR_TERMINALS = {"unknown_format"}  # said by the headless verbs alone


@pytest.fixture(scope="module", params=OTHERS)
def wording(request: pytest.FixtureRequest) -> Wording:
    return load_wording(request.param)


def called(name: str) -> Iterator[tuple[str, str]]:
    """The id and the English of every such call in the core whose words stand there as literals."""
    for path in CORE:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == name and len(node.args) == 2:
                texts = [one.value for one in node.args if isinstance(one, ast.Constant)]
                if len(texts) == 2:
                    yield str(texts[0]), str(texts[1])


def test_every_reason_why_nothing_may_leave_is_said(wording: Wording) -> None:
    said = [(f"refusal.{check}", text) for check, text in called("Refusal") if check not in FOR_TERMINALS]
    assert len(said) > 30
    assert [one for one in said if not wording.covers(*one)] == []


def test_every_gentle_sentence_about_an_answer_is_said(wording: Wording) -> None:
    said = list(called("NotUnderstood"))
    assert len(said) > 8
    assert [one for one in said if not wording.covers(*one)] == []


def test_every_one_of_several_things_and_people_is_called_something(wording: Wording) -> None:
    assert len(SEVERAL) > 2 * MOST
    assert [one for one in SEVERAL.items() if not wording.covers(*one)] == []


def test_every_row_of_a_page_and_every_word_of_a_permission_is_said(wording: Wording) -> None:
    content = shipped_content()
    texts = [(f"field.{name}", text) for name, text in content.field_names.items()]
    texts += [(f"release.{name}", text) for name, text in content.release_texts.sentences.items()]
    for group, choices in content.release_texts.choices.items():
        texts += [(f"release.{group}.{name}", text) for name, text in choices.items()]
    for recipient in content.referral.recipients.values():
        texts.append((recipient.message_id("name"), recipient.name))
        texts.append((recipient.message_id("risk"), recipient.risk_line))
        texts += [
            (recipient.message_id(f"purpose.{number}"), text) for number, text in enumerate(recipient.purposes, 1)
        ]
    assert [one for one in texts if one[1] and not wording.covers(*one)] == []
