"""A file of an organisation that is broken or means harm is told on its line, in plain words, and stops nothing."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intake.protections.own.compile import compile_form
from intake.protections.own.read import read_own
from tests.unit.protections.own.invented_forms import EXAMPLETON, SHIPPED

GOOD = compile_form(EXAMPLETON, "own-x")
HERE = "us-ca-own-exampleton"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('id = "own-x"', 'id = "us-ca-sf-da-safety"', "The id of a rule of your own begins with 'own-'."),
        ('id = "own-x"', 'id = "own-../../x"', "The id of a rule of your own begins with 'own-'."),
        ('verification = "unverified"', 'verification = "text_read"', "A file cannot say that its text was read."),
        ('status = "unconfirmed"', 'status = "confirmed"', "A rule of your own is asked about each time."),
        ('kind = "prosecutor_policy"', 'kind = "model"', "A model binds nobody"),
        ('  { tag = "currency" },\n', "", "A policy always has the limit 'currency', without a condition."),
        ('  { tag = "discretionary" },\n', "", "A policy always has the limit 'discretionary'"),
        ('  { tag = "binds_one_office" },\n', "", "A policy always has the limit 'binds_one_office'"),
        ("due_on = 2027-05-21", "due_on = 2029-05-21", "The next review is more than a year away."),
        ("due_on = 2027-05-21", "", "'due_on' is missing or is not a day."),
        (f'id = "{HERE}"', 'id = "us-ca-sf"', "A place of your own is called after the one that it lies in."),
        ('parent = "us-ca"', 'parent = "us-own-us"', "The place lies in one that is not known here."),
        (f'jurisdiction = "{HERE}"', 'jurisdiction = "us-ca-sf"', "The file brings a place that it does not use."),
        ('warrants = "no"', 'warrants = "yes"', "An example comes out otherwise:"),
        ("headline = true", "headline = true\nrun = true", "'run' is not a key known here."),
        ('title = "', 'title = "\u202e', "'title' holds signs that nobody sees."),
        ('title = "', "title = ", "This is not valid TOML"),
    ],
)
def test_each_fault_is_named_with_its_line_and_a_cure(old: str, new: str, said: str) -> None:
    assert old in GOOD
    found = read_own("theirs.toml", GOOD.replace(old, new).encode(), SHIPPED)
    assert found.instrument is None
    told = [problem for problem in found.problems if said in problem.what]
    assert told, found.problems
    assert all(problem.file == "theirs.toml" and problem.line >= 1 and problem.cure for problem in found.problems)


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"\xff\xfe", "This file is not UTF-8 text."),
        (b"a = " + b"[" * 1900 + b"\n", "nested too deeply"),
        (b'a = "' + b"x" * 3000 + b'"\n', "This line has more than 2000 characters."),
        (b"a = 1\n" * 200_000, "This file is larger than 128 kB."),
        (b"x" * 10_000_000, "This file is larger than 128 kB."),
        (b"place = 7\n", "'place' is not a table."),
        (b"", "'id' is missing or is not a text."),
    ],
)
def test_what_is_no_file_of_ours_is_told_and_not_taken_in(raw: bytes, said: str) -> None:
    found = read_own("theirs.toml", raw, SHIPPED)
    assert found.instrument is None
    assert any(said in problem.what for problem in found.problems), found.problems


def test_a_good_file_without_a_form_is_taken_as_it_is() -> None:
    found = read_own("theirs.toml", GOOD.encode(), SHIPPED)
    assert found.problems == ()
    assert found.place is not None
    assert found.place.id == HERE


@settings(max_examples=150, deadline=None)
@given(
    st.integers(0, len(GOOD)),
    st.integers(0, 60),
    st.sampled_from(["", "7", "[]", '"', "[[rules]]\n", "true", "\x00", "{ a = 1 }", "1979-05-27T07:32:00Z", "\n" * 9]),
)
def test_a_file_cut_or_patched_anywhere_is_either_good_or_told_in_words(at: int, length: int, patch: str) -> None:
    found = read_own("theirs.toml", (GOOD[:at] + patch + GOOD[at + length :]).encode(), SHIPPED)
    assert (found.instrument is None) == bool(found.problems)
    assert all(problem.what and problem.cure for problem in found.problems)
