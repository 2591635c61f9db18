"""Files made to hurt: too deep, too long, too many, going round in circles. Each is told in words, and soon."""

from __future__ import annotations

from pathlib import Path

import pytest

from intake.conditions.parse import DEEPEST
from intake.errors import ContentProblem
from intake.protections.load import load_protections
from tests.content.test_broken_instruments import GOOD, write

FILE = "instruments/exampleland/exampleland-safety.toml"
MODEL_FILE = "instruments/model/exampleland-safety.toml"
APPLIES = 'applies_when = { use = "saw_it" }'
LEAF = 'fact = "role"\nincludes_any = ["witness"]\nbecause = { yes = "Y.", no = "N.", cannot_tell = "C." }\n'
RULES_BEGIN = "[[rules]]"


def told(root: Path, text: str) -> list[ContentProblem]:
    found = load_protections(write(root, text))[1]
    last = len(text.splitlines())
    for problem in found:
        assert problem.file == FILE
        assert 1 <= problem.line <= last
        assert problem.cure
    return found


def calling(condition: str, shared: str) -> str:
    """The good file with more shared conditions, the first rule asking for ``condition``."""
    return GOOD.replace(RULES_BEGIN, f"{shared}\n{RULES_BEGIN}", 1).replace(APPLIES, f"applies_when = {condition}")


def not_not(deep: int, *, between: str = "") -> str:
    return f"{{ not = {between}" * deep + '{ use = "saw_it" }' + " }" * deep


def doubling(times: int) -> str:
    """Each condition uses the next one twice: a few lines that unfold to millions."""
    steps = "".join(
        f'[conditions.c{n}]\nall = [{{ use = "c{n + 1}" }}, {{ use = "c{n + 1}" }}]\n' for n in range(times)
    )
    return f"{steps}[conditions.c{times}]\n{LEAF}"


def chain(long: int) -> str:
    steps = "".join(f'[conditions.c{n}]\nnot = {{ use = "c{n + 1}" }}\n' for n in range(long))
    return f"{steps}[conditions.c{long}]\n{LEAF}"


ROUND = '[conditions.a]\nnot = { use = "b" }\n[conditions.b]\nany = [{ use = "a" }]'
DEEP_LISTS = "z = " + "[\n" * 3000 + "]\n" * 3000

HOSTILE = [
    ("a condition deeper than any", calling(not_not(DEEPEST + 1), ""), "nested more than 32 deep", "applies_when ="),
    ("a chain of two thousand", calling('{ use = "c0" }', chain(2000)), "nested more than 32 deep", "applies_when ="),
    ("two that use each other", calling('{ use = "a" }', ROUND), "the condition 'a' uses itself", "applies_when ="),
    ("thirteen that double", calling('{ use = "c0" }', doubling(13)), "to more than 5000 parts", "applies_when ="),
    (
        "six thousand ways",
        calling("{ any = [\n" + '{ use = "saw_it" },\n' * 6000 + "] }", ""),
        "unfold",
        "applies_when",
    ),
    ("three thousand lists in lists", f"{DEEP_LISTS}{GOOD}", "nested too deeply", None),
    ("a key of thousands of parts", "a" + ".a" * 2000 + f" = 1\n{GOOD}", "has more than 2000 characters", "a.a.a"),
    ("a number of nine thousand digits", "z = " + "9" * 1990 + f"\n{GOOD}", "'z' is not a key known here", "z = "),
    ("ten megabytes of nothing", "# " + "x" * 10_000_000 + f"\n{GOOD}", "larger than 128 kB", None),
    (
        "a hundred thousand values",
        GOOD.replace('["witness"]', "[" + '"witness",' * 100_000 + "]", 1),
        "larger than 128 kB",
        None,
    ),
    ("no condition at all", calling("{ all = [] }", ""), "would hold for everyone", "applies_when ="),
    (
        "an end before the beginning",
        GOOD.replace("limits = [", "in_force_until = 2019-12-31\nlimits = ["),
        "It ends before it begins",
        "in_force_until",
    ),
    ("a moment for a day", GOOD.replace("= 2026-01-01", "= 2026-01-01T10:00:00", 1), "is not a day", "read_on ="),
    (
        "a moment in a condition",
        calling('{ fact = "role", before = 2026-01-01T10:00:00 }', ""),
        "not of the form",
        "app",
    ),
    (
        "a text that turns round",
        GOOD.replace('"Exampleland Safety', '"\\u202eExampleland', 1),
        "nobody sees",
        "title =",
    ),
    ("two examples of one name", GOOD.replace('"Did not see it"', '"Saw it"'), "are called 'Saw it'", "[[examples]]"),
    (
        "facts that are a list",
        GOOD.replace('facts = { role = ["victim"] }', "facts = [1]"),
        "'facts' is not a table",
        "facts =",
    ),
]


@pytest.mark.parametrize(("text", "words", "at"), [one[1:] for one in HOSTILE], ids=[one[0] for one in HOSTILE])
def test_what_is_made_to_hurt_is_told_with_its_line(tmp_path: Path, text: str, words: str, at: str | None) -> None:
    found = [problem for problem in told(tmp_path, text) if words in problem.what]
    assert found
    if at:
        assert text.splitlines()[found[0].line - 1].startswith(at)


def test_a_condition_as_deep_as_allowed_is_read_and_judged(tmp_path: Path) -> None:
    assert told(tmp_path, calling(not_not(DEEPEST), "")) == []


def test_many_thousand_faults_are_each_told_at_their_line(tmp_path: Path) -> None:
    keys = "".join(f"k{number} = 1\n" for number in range(9000))
    found = told(tmp_path, keys + GOOD)
    assert len(found) == 9000
    assert {problem.line for problem in found} == set(range(1, 9001))


def test_an_id_that_is_taken_names_the_file_that_has_it(tmp_path: Path) -> None:
    root = write(tmp_path)
    other = root / MODEL_FILE
    other.parent.mkdir()
    other.write_text(GOOD.replace('jurisdiction = "exampleland"', 'jurisdiction = "model"'), encoding="utf-8")
    loaded, found = load_protections(root)
    taken = f"The id 'exampleland-safety' is taken by {FILE}."
    assert [(problem.file, problem.line, problem.what) for problem in found] == [(MODEL_FILE, 2, taken)]
    assert len(loaded.instruments) == 1


@pytest.mark.parametrize("name", ["facts.toml", "limits.toml", "jurisdictions/exampleland.toml"])
def test_the_shared_words_are_guarded_in_the_same_way(tmp_path: Path, name: str) -> None:
    root = write(tmp_path)
    (root / name).write_text(DEEP_LISTS, encoding="utf-8")
    assert any(problem.file == name and "too deeply" in problem.what for problem in load_protections(root)[1])


@pytest.mark.parametrize("value", ["5", "[]", "{}", "true", "nan", "2026-01-01", '""', "[[1]]", "[{}]"])
def test_no_wrong_type_anywhere_ends_the_reading(tmp_path: Path, value: str) -> None:
    for number, line in enumerate(GOOD.splitlines()):
        key, equals, _ = line.partition(" = ")
        if equals:
            text = GOOD.replace(line, f"{key} = {value}", 1)
            root = tmp_path / str(number)
            root.mkdir()
            load_protections(write(root, text))
