"""What staff are told about privacy in the room: by role and program, honest, with where it is written."""

from __future__ import annotations

from pathlib import Path

import pytest

from intake.answers.model import Answer
from intake.questions.banners import CHECKED, BannerGroup, banners_for, load_banners
from intake.wording.catalogue import load_wording
from tests.content.reading_ease_es import reading_ease
from tests.content.reading_grade import reading_grade
from tests.content.test_protections_in_spanish import NEVER
from tests.content.test_questions_in_spanish import FOR_STAFF
from tests.shipped import shipped_content
from tests.unit.questions.invented import declined, given

CONTENT = shipped_content()
BANNERS = CONTENT.banners
SPANISH = load_wording("es")
ROLES = [option.id for option in CONTENT.questions.question("setup.role").options]


def shown(**answers: str | tuple[str, ...]) -> list[str]:
    told = {name.replace("__", "."): given(value) for name, value in answers.items()}
    return [one.id for one in banners_for(BANNERS, told)]


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({"setup__role": "peer_worker"}, ["no_privilege"]),
        ({"setup__role": "other"}, ["no_privilege"]),
        ({"setup__role": "da_or_police_advocate"}, ["other_side"]),
        ({"setup__role": "clinician"}, ["clinician"]),
        ({"setup__role": "lawyer"}, ["lawyer"]),
        ({"setup__role": "trained_advocate"}, ["trained"]),
        ({"setup__role": "trained_advocate", "setup__private_space": "no"}, ["not_alone"]),
        ({"setup__role": "trained_advocate", "setup__room": ("interpreter", "not_sure")}, ["not_alone"]),
        ({"setup__role": "trained_advocate", "setup__room": ("interpreter",)}, ["trained"]),
        ({"setup__role": "trained_advocate", "setup__place": "us-other"}, ["other_state"]),
        ({"setup__role": "peer_worker", "setup__rules": ("vawa", "hipaa")}, ["no_privilege", "release_first", "stricter_than_hipaa"]),
        ({"setup__role": "clinician", "setup__rules": ("hipaa",)}, ["clinician"]),
        ({"setup__rules": ("not_sure",)}, ["release_first"]),
    ],
)  # fmt: skip
def test_each_role_and_program_hears_its_own_line(
    answers: dict[str, str | tuple[str, ...]], expected: list[str]
) -> None:
    assert shown(**answers) == expected


@pytest.mark.parametrize("role", ROLES)
def test_every_role_has_a_line(role: str) -> None:
    lines = banners_for(BANNERS, {"setup.role": given(role)})
    assert [one.group for one in lines] == [BannerGroup.ROLE]


@pytest.mark.parametrize("answer", [None, declined()])
def test_an_open_role_claims_nothing(answer: Answer | None) -> None:
    assert banners_for(BANNERS, {"setup.role": answer} if answer else {}) == ()


def test_what_claims_protection_says_at_once_where_it_stops() -> None:
    trained = next(one for one in BANNERS if one.id == "trained")
    assert "may" in trained.text
    assert "A judge can still open some notes." in trained.do
    assert "robbery" in trained.do


@pytest.mark.parametrize("banner", BANNERS, ids=lambda one: one.id)
def test_a_line_is_plain_in_both_languages_and_says_how_well_it_was_checked(banner: object) -> None:
    one = next(found for found in BANNERS if found is banner)
    for part, text in (("text", one.text), ("do", one.do)):
        assert reading_grade(text) <= 8.0
        message_id = f"banner.{one.id}.{part}"
        assert SPANISH.covers(message_id, text)
        assert reading_ease(SPANISH.text(message_id, text)) >= FOR_STAFF, message_id
        assert not NEVER.search(SPANISH.text(message_id, text))
    assert {source.verification for source in one.sources} <= {"secondary", "unverified"}
    for number, source in enumerate(one.sources, start=1):
        assert SPANISH.covers(f"banner.{one.id}.locator.{number}", source.locator)


def test_the_words_for_how_well_it_was_checked_are_there_in_spanish() -> None:
    assert all(SPANISH.covers(f"banner.checked.{key}", words) for key, words in CHECKED.items())


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('id = "a"\norder = "x"\ngroup = "role"\ntext = "T."\ndo = "D."\nwhen = { question = "setup.role", is = "lawyer" }', "'order' takes a number"),
        ('id = "a"\norder = 1\ngroup = "both"\ntext = "T."\ndo = "D."\nwhen = { question = "setup.role", is = "lawyer" }', "There is no group 'both'"),
        ('id = "a"\norder = 1\ngroup = "role"\ntext = "T."\ndo = "D."', "'when' is missing here"),
        ('id = "a"\norder = 1\ngroup = "role"\ntext = "T."\ndo = "D."\nwhen = { question = "no.such", is = "x" }', "there is no such question"),
        ('id = "a"\norder = 1\ngroup = "role"\ntext = "T."\ndo = "D."\nwhen = { question = "setup.role", is = "lawyer" }\n[[sources]]\ncitation = "C"\nlocator = "l"\nverification = "sure"', "how well it was checked"),
    ],
)  # fmt: skip
def test_a_broken_line_says_what_to_mend(tmp_path: Path, text: str, says: str) -> None:
    (tmp_path / "banners").mkdir()
    (tmp_path / "banners" / "a.toml").write_text(text, encoding="utf-8")
    problems = load_banners(CONTENT.questions, tmp_path)[1]
    assert any(says in str(problem) for problem in problems)
