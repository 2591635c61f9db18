"""The shipped things to do soon: sound, plain, in Spanish too, and each with where it comes from."""

from __future__ import annotations

from pathlib import Path

import pytest

from intake.errors import ContentProblem
from intake.questions.load import load_questions
from intake.questions.model import Questions
from intake.time_limits.load import load_time_limits
from intake.time_limits.messages import messages
from intake.time_limits.model import TimeLimit, Verified
from tests.content.reading_ease_es import reading_ease
from tests.content.reading_grade import reading_grade
from tests.shipped import shipped_content

CONTENT = shipped_content()
LIMITS = CONTENT.time_limits.limits
MESSAGES = list(dict.fromkeys(messages(CONTENT.time_limits)))
SPANISH = CONTENT.wording("es")
TITLES_OF_WORKS = ("citation", "locator")
EASY_ENOUGH = 65.0
ALARMING = ("choke", "strangl", "emergency!", "must", "immediately", "!", "danger", "warning")


def by_id(limit: TimeLimit) -> str:
    return limit.id


@pytest.mark.parametrize("limit", LIMITS, ids=by_id)
def test_it_reads_at_grade_seven_or_lower(limit: TimeLimit) -> None:
    assert reading_grade(" ".join((limit.why, *limit.steps))) <= 7
    assert reading_grade(limit.script) <= 7


@pytest.mark.parametrize("limit", LIMITS, ids=by_id)
def test_it_alarms_nobody(limit: TimeLimit) -> None:
    said = " ".join((limit.title, limit.why, *limit.steps, limit.script)).lower()
    assert [word for word in ALARMING if word in said] == []


@pytest.mark.parametrize("limit", LIMITS, ids=by_id)
def test_it_says_where_it_comes_from_and_claims_no_reading_that_nobody_did(limit: TimeLimit) -> None:
    assert limit.citation
    assert limit.locator
    assert limit.verified is not Verified.TEXT_READ


@pytest.mark.parametrize(("message_id", "english"), MESSAGES)
def test_it_is_in_spanish_with_the_same_gaps(message_id: str, english: str) -> None:
    assert SPANISH.covers(message_id, english)
    spanish = SPANISH.text(message_id, english)
    assert sorted(gaps(spanish)) == sorted(gaps(english))


@pytest.mark.parametrize("limit", LIMITS, ids=by_id)
def test_its_spanish_is_easy(limit: TimeLimit) -> None:
    own = [pair for pair in MESSAGES if pair[0].startswith(f"time_limit.{limit.id}.")]
    said = " ".join(SPANISH.text(*pair) for pair in own if not pair[0].endswith(TITLES_OF_WORKS))
    assert reading_ease(said) >= EASY_ENOUGH


def gaps(text: str) -> list[str]:
    return [part.partition("}")[0] for part in text.split("{")[1:]]


GOOD = """
id = "rest"
title = "Rest"
manner = "care"
hours = [72]
show_when = { question = "safety.safe_now", is = "yes" }
why = "It helps."
steps = ["Rest."]
after_it = "Rest all the same."
at_home = "Rest"
[source]
citation = "Nobody"
locator = "nowhere"
verification = "unverified"
"""


def faults(tmp_path: Path, text: str) -> list[ContentProblem]:
    (tmp_path / "time_limits").mkdir()
    (tmp_path / "time_limits" / "rest.toml").write_text(text)
    questions: Questions = load_questions()[0]
    return load_time_limits(questions, tmp_path)[1]


def test_a_sound_file_has_no_fault(tmp_path: Path) -> None:
    assert faults(tmp_path, GOOD) == []


@pytest.mark.parametrize(
    ("was", "broken", "told"),
    [
        ('id = "rest"', 'id = "other"', "The id does not match the file name."),
        ('manner = "care"', 'manner = "soon"', "'soon' is not known as 'manner'."),
        ("hours = [72]", "", "The hours after it happened are missing."),
        ("hours = [72]", "hours = [504, 48]", "The hours after it happened are missing."),
        ("hours = [72]", 'hours = "72"', "'hours' takes a list of whole hours."),
        ("safety.safe_now", "safety.nothing", "There is no question 'safety.nothing'."),
        ('steps = ["Rest."]', "", "It does not say what to do."),
        ('after_it = "Rest all the same."', "", "It does not say what still helps afterwards."),
        ('at_home = "Rest"', "", "It does not say what home calls it."),
        ('citation = "Nobody"', "", "'citation' is missing in [source]."),
        ("[source]", "colour = 1\n[source]", "'colour' is not a known key here."),
    ],
)
def test_a_broken_file_is_told_in_plain_words(tmp_path: Path, was: str, broken: str, told: str) -> None:
    assert told in [problem.what for problem in faults(tmp_path, GOOD.replace(was, broken))]
