"""Every mishap of copies says three calm, plain sentences."""

from __future__ import annotations

from intake.errors import Mishap
from intake.vault.backup import copy_mishaps
from tests.content.reading_grade import reading_grade

TOP_GRADE = 7.0
NO_MISHAPS = {"at_the_place", "of_the_copy", "in_putting_back", "_putting_back", "in_reading_out"}


def test_every_mishap_is_plain() -> None:
    made = [thing() for name, thing in vars(copy_mishaps).items() if callable(thing) and is_ours(name, thing)]
    assert len(made) == 14
    assert len({mishap.code for mishap in made}) == 13
    made += [copy_mishaps.in_putting_back(Mishap(code, "", "", "")) for code in copy_mishaps._IN_PUTTING_BACK]
    made += [copy_mishaps.in_reading_out(Mishap(code, "", "", "")) for code in copy_mishaps._IN_READING_OUT]
    for mishap in made:
        assert isinstance(mishap, Mishap)
        for sentence in (mishap.what_happened, mishap.what_is_safe, mishap.what_to_do):
            assert sentence.endswith(".")
            assert "!" not in sentence
            assert reading_grade(sentence) <= TOP_GRADE, (reading_grade(sentence), sentence)


def is_ours(name: str, thing: object) -> bool:
    return getattr(thing, "__module__", "") == copy_mishaps.__name__ and name not in NO_MISHAPS
