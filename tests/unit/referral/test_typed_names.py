"""The three typed things on a page have narrow shapes; nothing that tells more gets through them."""

from __future__ import annotations

import pytest

from intake.referral.ref_code import is_ref_code, ref_code
from intake.referral.typed_names import is_name_to_use, is_program, is_report_number
from tests.unit.referral.pages import content


@pytest.mark.parametrize(
    "name",
    [
        "Rosa",
        "Maria Fernanda Ruiz",
        "J. O'Neill",
        "Anne-Marie",
        "Nguyễn Thị Lan",
        "R7K2",
        "R-7",
        "نور",
        "李 小明",
        "José",
    ],
)
def test_a_name_or_a_code_can_stand_there(name: str) -> None:
    assert is_name_to_use(name, content().never)


@pytest.mark.parametrize(
    "name",
    [
        "Rosa, undocumented",
        "Rosa (HIV)",
        "Rosa is a sex worker",
        "Escort Lisa",
        "escórt lisa",
        "prostituta",
        "Rosa 24",
        "Rosa\nCall me",
        "four words are many",
        "x" * 41,
        "ESCORT",
        "VISA2024",
        "ABCDEFGHIJK1",
        "415-555-0134",
        "HIV-1",
        "--",
        "Rosa  Ruiz",
        "hiv",
        "Felon Joe",
        "<b>Rosa</b>",
    ],
)
def test_anything_that_tells_more_cannot(name: str) -> None:
    assert not is_name_to_use(name, content().never)


@pytest.mark.parametrize(
    "program", ["Harbor Desk", "Harbor Desk, (415) 555-0134", "Community Help & Support +1 415 555 0134", "Desk 24"]
)
def test_a_neutral_program_can_stand_there(program: str) -> None:
    assert is_program(program, content().never)


@pytest.mark.parametrize(
    "program",
    [
        "",
        "415 555 0134",
        "Sex Worker Outreach",
        "Escort Support Desk",
        "Immigrant Rights Desk",
        "Needle exchange",
        "Forthright",
        "Harm Reduction Center, 415 555 0134",
        "a name that goes on and on for more than eight words",
        "Desk\nOther line",
        "Desk: call now",
    ],
)
def test_a_program_whose_name_tells_too_much_cannot(program: str) -> None:
    assert not is_program(program, content().never)


@pytest.mark.parametrize("number", ["230 123 456", "230123456", "SF-2025-0042", "A 1234"])
def test_a_report_number_is_digits_with_a_short_prefix(number: str) -> None:
    assert is_report_number(number)


@pytest.mark.parametrize("number", ["", "see the officer", "12", "VISA-1234", "123abc", "1" * 30])
def test_other_words_are_no_report_number(number: str) -> None:
    assert not is_report_number(number)


def test_a_reference_is_eight_signs_that_belong_to_one_release_and_do_not_give_it_away() -> None:
    codes = {ref_code(str(number)) for number in range(200)}
    assert len(codes) == 200
    assert all(is_ref_code(code) for code in codes)
    assert ref_code("5f0c2a") == ref_code("5f0c2a")
    assert "5F0C2A" not in ref_code("5f0c2a")
    assert is_ref_code(ref_code("\ud800"))
    assert not is_ref_code("ABCD23450")
    assert not is_ref_code("abcd2345")
