"""One broken file for each mistake an author can make, and the words that help to mend it."""

from __future__ import annotations

from pathlib import Path

import pytest

from intake.errors import ContentProblem
from intake.protections.examples import surprises
from intake.protections.load import load_protections

FACTS = """
[role]
kind = "several"
asks_for = "what you are"
nothing = "neither"
[role.values]
witness = "someone who saw it"
victim = "the person it happened to"

[where]
kind = "place"
asks_for = "where it was"

[things]
kind = "records"
asks_for = "what you fear"
[things.fields]
offence = []
charged = ["yes", "no", "unknown"]

[truthful]
kind = "yes_no"
asks_for = "if all of it is true"
"""
LIMITS = """
[currency]
short = "May have changed"
sentence = "Ask before you rely on it."
[currency.source]
citation = "Some Act"
locator = "section 3"
verification = "secondary"
"""
PLACE = 'id = "exampleland"\nname = "Exampleland"\n'
GOOD = """
id = "exampleland-safety"
title = "Exampleland Safety Act"
short_title = "Safety Act"
plain_words = "People who saw it are safe."
who_promised = "Exampleland"
jurisdiction = "exampleland"
kind = "statute"
verification = "text_read"
date_that_counts = "today"
in_force_from = 2020-01-01
what_to_say = ["This may help you."]
before_you_rely = ["Ask a lawyer."]
offences_reached = ["exampleland-12.3"]
effects = ["no_charge"]
limits = [{ tag = "currency" }]

[source]
citation = "Exampleland Safety Act"
locator = "section 1"
read_on = 2026-01-01
read_by = "A. Reader"

[currency]
status = "confirmed"
checked_on = 2026-01-02
how = "Read at the law site."

[review]
by = "A. Reader"
on = 2026-01-02
due_on = 2026-07-02
lawyer = "none yet"

[conditions.saw_it]
fact = "role"
includes_any = ["witness"]
because = { yes = "You are {values}.", no = "You did not see it.", cannot_tell = "Did you see it?" }

[[rules]]
id = "A"
title = "Safe"
effect = "You are safe."
headline = true
applies_when = { use = "saw_it" }
fails_when = [{ when = { fact = "truthful", is = "no" }, because = "It was not so." }]

[[examples]]
name = "Saw it"
facts = { role = ["witness"] }
rules = { A = "applies" }

[[examples]]
name = "Did not see it"
facts = { role = ["victim"] }
rules = { A = "does_not_apply" }

[[examples]]
name = "Not known"
like = "Saw it"
without = ["role"]
rules = { A = "needs_info" }
"""


def write(root: Path, instrument: str = GOOD, facts: str = FACTS, limits: str = LIMITS, place: str = PLACE) -> Path:
    folder = root / "instruments" / "exampleland"
    folder.mkdir(parents=True)
    (root / "jurisdictions").mkdir()
    (root / "facts.toml").write_text(facts, encoding="utf-8")
    (root / "limits.toml").write_text(limits, encoding="utf-8")
    (root / "jurisdictions" / "exampleland.toml").write_text(place, encoding="utf-8")
    (folder / "exampleland-safety.toml").write_text(instrument, encoding="utf-8")
    return root


def problems(root: Path) -> list[ContentProblem]:
    return load_protections(root)[1]


def test_the_good_file_has_no_faults_and_keeps_its_word(tmp_path: Path) -> None:
    loaded, found = load_protections(write(tmp_path))
    assert found == []
    one = loaded.instruments[0]
    assert [surprises(one, example) for example in one.examples] == [(), (), ()]


BREAKS = [
    ("a key misspelt", 'kind = "statute"', 'kind = "statute"\nknd = 1', "'knd' is not a key known here"),
    ("a text missing", 'title = "Exampleland Safety Act"', "", "'title' is missing"),
    ("no source", '[source]\ncitation = "Exampleland Safety Act"', '[sorce]\ncitation = "x"', "'source' is missing"),
    ("no locator", 'locator = "section 1"', "", "'locator' is missing"),
    ("a day in words", "read_on = 2026-01-01", 'read_on = "soon"', "'read_on' is missing or is not a day"),
    ("a date that is none", "in_force_from = 2020-01-01", 'in_force_from = "2020-13"', "'in_force_from' is not a date"),
    ("an unknown kind", 'kind = "statute"', 'kind = "law"', "Use one of: statute, prosecutor_policy"),
    ("an unknown check", '"text_read"', '"read"', "'verification' is missing or is not a word known here"),
    ("an unknown status", 'status = "confirmed"', 'status = "fine"', "Use one of: confirmed, unconfirmed"),
    ("an unknown day that counts", '"today"', '"whenever"', "Use one of: report, incident, today"),
    ("an unknown limit", '[{ tag = "currency" }]', '[{ tag = "curency" }]', "There is no limit 'curency'"),
    ("a strange limit", '[{ tag = "currency" }]', '[{ tag = "currency", wen = 1 }]', "'wen' is not a key known here"),
    ("limits not in a list", '[{ tag = "currency" }]', '"currency"', "'limits' is not a list of tables"),
    ("narrowing that is none", '"currency" }]', '"currency", narrows = "often" }]', "Use one of: when_yes, unless_no"),
    ("another folder", 'jurisdiction = "exampleland"', 'jurisdiction = "model"', "is not the name of the folder"),
    ("no such place", 'jurisdiction = "exampleland"', 'jurisdiction = "narnia"', "There is no jurisdiction 'narnia'"),
    ("another id", 'id = "exampleland-safety"', 'id = "safety"', "is not the name of the file"),
    ("an unknown fact", 'fact = "role"', 'fact = "rolle"', "There is no fact called 'rolle'"),
    ("an unknown value", '"witness"]\nbecause', '"witnes"]\nbecause', "The fact 'role' has no value 'witnes'"),
    ("a wrong comparison", 'includes_any = ["witness"]', 'is = "witness"', "cannot be compared in this way"),
    ("no comparison", 'includes_any = ["witness"]', "", "A comparison names one fact"),
    ("no such condition", 'use = "saw_it"', 'use = "sawit"', "there is no [conditions.sawit]"),
    (
        "an idle condition",
        "[[rules]]",
        '[conditions.idle]\nfact = "role"\n[[rules]]',
        "No rule uses the condition 'idle'",
    ),
    ("a word beside use", '{ use = "saw_it" }', '{ use = "saw_it", not = 1 }', "room for nothing else"),
    ("no reason for no", 'no = "You did not see it.", ', "", "has no sentence for 'no'"),
    (
        "no reason for the unsettled",
        '["witness"]\n',
        '["witness"]\nunsettled = ["victim"]\n',
        "no sentence for 'unsettled'",
    ),
    ("values where none are", '"Did you see it?"', '"Are you {values}?"', "has no values to show"),
    ("a promise without condition", 'applies_when = { use = "saw_it" }', "", "does not say when it applies"),
    ("no headline", "headline = true", "", "No promise counts for the headline"),
    ("a headline that is no flag", "headline = true", 'headline = "yes"', "is neither true nor false"),
    (
        "an unknown role",
        'title = "Safe"',
        'title = "Safe"\nrole = "extra"',
        "Use one of: promise, exception, programme",
    ),
    ("a programme with a condition", 'title = "Safe"', 'title = "Safe"\nrole = "programme"', "'A' is no promise"),
    ("a stop without reason", ', because = "It was not so."', "", "'because' is missing"),
    ("a stop without condition", 'when = { fact = "truthful", is = "no" }, ', "", "has no condition"),
    ("an unknown truth", 'is = "no" }', 'is = "nope" }', "The fact 'truthful' has no value 'nope'"),
    ("no yes example", 'rules = { A = "applies" }', "", "The promise 'A' has no yes"),
    ("no no example", 'rules = { A = "does_not_apply" }', "", "The promise 'A' has no no"),
    ("no cannot-tell example", 'rules = { A = "needs_info" }', "", "The promise 'A' has no cannot-tell"),
    ("an unknown outcome", '"needs_info"', '"perhaps"', "'perhaps' is no outcome"),
    ("an unknown rule", 'A = "needs_info"', 'B = "needs_info"', "speaks of a promise 'B'"),
    ("no earlier example", 'like = "Saw it"', 'like = "Sawit"', "There is no earlier example 'Sawit'"),
    ("nothing to leave out", 'without = ["role"]', 'without = ["where"]', "There is no fact 'where' to leave out"),
    ("left out in no list", 'without = ["role"]', 'without = "role"', "'without' is not a list of texts"),
    (
        "a bad fact in an example",
        '["victim"] }',
        '["vicim"] }',
        "In the example 'Did not see it': 'role' has no such value",
    ),
    ("a bad tag in an example", '["victim"] }', '["victim"] }\nmention = ["x"]', "there is no limit 'x'"),
    ("a bad silence", '["victim"] }', '["victim"] }\nsilent_on = ["x"]', "there is no limit 'x'"),
    ("a bad narrowing", '["victim"] }', '["victim"] }\nnarrowed = { A = ["x"] }', "there is no limit 'x'"),
    ("narrowing of none", '["victim"] }', '["victim"] }\nnarrowed = { B = [] }', "speaks of a promise 'B'"),
    ("narrowing in words", '["victim"] }', '["victim"] }\nnarrowed = "A"', "'narrowed' is missing or is not a table"),
    ("outcomes that are no table", 'rules = { A = "applies" }', 'rules = ["A"]', "'rules' is not a table of texts"),
    ("nothing to say", 'what_to_say = ["This may help you."]', "", "'what_to_say' holds 1 to 4 sentences"),
    ("too many steps", '["Ask a lawyer."]', '["1.", "2.", "3.", "4.", "5.", "6."]', "holds 1 to 5 sentences"),
    ("a step cut short", '["Ask a lawyer."]', '["Ask a lawyer"]', "In 'before_you_rely' a line is no full sentence"),
    ("a step twice", '["Ask a lawyer."]', '["Ask.", "Ask."]', "'before_you_rely' says one thing twice"),
    ("steps in no list", '["Ask a lawyer."]', '"Ask a lawyer."', "'before_you_rely' is not a list of texts"),
    ("no effect", 'effects = ["no_charge"]', "", "'effects' names no effect"),
    ("an unknown effect", '["no_charge"]', '["freedom"]', "'freedom' is no effect known here"),
    ("silent on offences", 'offences_reached = ["exampleland-12.3"]', "", "'offences_reached' is missing"),
    ("an offence in words", '["exampleland-12.3"]', '["Section 12"]', "'Section 12' is not the id of an offence"),
    ("no review", '[review]\nby = "A. Reader"', '[revue]\nby = "A. Reader"', "'review' is missing"),
    ("no lawyer named", 'lawyer = "none yet"', "", "'lawyer' is missing"),
    ("a review due at once", "due_on = 2026-07-02", "due_on = 2026-01-02", "due before the last one"),
    ("an unknown best", 'title = "Safe"', 'title = "Safe"\nat_best = "maybe"', "'at_best' is missing or is not a word"),
    ("a best never shown", 'title = "Safe"', 'title = "Safe"\nat_best = "limited"', "has no yes example (limited)"),
    ("not TOML", "[[rules]]", "[[rules]", "This is not valid TOML"),
]


@pytest.mark.parametrize(("old", "new", "words"), [one[1:] for one in BREAKS], ids=[one[0] for one in BREAKS])
def test_a_mistake_is_named_with_its_file_and_line(tmp_path: Path, old: str, new: str, words: str) -> None:
    assert old in GOOD
    found = problems(write(tmp_path, GOOD.replace(old, new, 1)))
    assert any(words in str(problem) for problem in found), [str(problem) for problem in found]
    for problem in found:
        assert problem.file == "instruments/exampleland/exampleland-safety.toml"
        assert problem.line >= 1
        assert problem.cure


@pytest.mark.parametrize(
    ("condition", "words"),
    [
        ('{ fact = "where", within = "narnia" }', "There is no jurisdiction called 'narnia'"),
        ('{ fact = "things", some = { ofence = ["x"] } }', "The records of 'things' have no field 'ofence'"),
        ('{ fact = "things", some = {}, but_not = { charged = ["x"] } }', "'charged' of 'things' has no value 'x'"),
        ('{ all = [{ fact = "rolle", known = true }] }', "There is no fact called 'rolle'"),
        ('{ not = { any = [{ fact = "where", is = "x" }] } }', "cannot be compared in this way"),
        ('{ all = { use = "saw_it" } }', "'all' takes a list"),
        ('"always"', "A condition is a table"),
    ],
)
def test_a_condition_is_checked_to_its_last_leaf(tmp_path: Path, condition: str, words: str) -> None:
    text = GOOD.replace('{ tag = "currency" }', f'{{ tag = "currency", when = {condition} }}')
    assert any(words in str(problem) for problem in problems(write(tmp_path, text)))


def test_a_condition_that_uses_itself_is_named(tmp_path: Path) -> None:
    text = GOOD.replace("[[rules]]", '[conditions.round]\nall = [{ use = "round" }]\n[[rules]]', 1)
    found = problems(
        write(tmp_path, text.replace('applies_when = { use = "saw_it" }', 'applies_when = { use = "round" }'))
    )
    assert any("the condition 'round' uses itself" in str(problem) for problem in found)


def test_two_rules_of_one_name_are_named(tmp_path: Path) -> None:
    again = GOOD[GOOD.index("[[rules]]") : GOOD.index("[[examples]]")]
    found = problems(write(tmp_path, GOOD.replace("[[examples]]", f"{again}\n[[examples]]", 1)))
    assert [problem.what for problem in found] == ["Two rules are called 'A'."]


def test_two_files_of_one_id_are_named(tmp_path: Path) -> None:
    root = write(tmp_path)
    (root / "instruments" / "exampleland" / "second.toml").write_text(GOOD, encoding="utf-8")
    words = " ".join(problem.what for problem in problems(root))
    assert "is taken by instruments/exampleland/exampleland-safety.toml" in words


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ('id = "exampleland"\n', "'name' is missing"),
        ('id = "land"\nname = "Land"\n', "is not the name of the file"),
        ('id = "exampleland"\nname = "E"\nparent = "world"\n', "There is no jurisdiction 'world'"),
        ('id = "exampleland"\nname = "E"\nparent = "exampleland"\n', "lies in itself"),
        ('id = "exampleland"\nname = \n', "not valid TOML"),
    ],
)
def test_a_place_is_checked(tmp_path: Path, place: str, words: str) -> None:
    assert any(words in str(problem) for problem in problems(write(tmp_path, place=place)))


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        (FACTS.replace('"several"', '"many"'), "Use one of: one, several, records"),
        (FACTS.replace("[role]", "[role]\nlabel = 1"), "'label' is not a key known here"),
        (FACTS.replace("[things.fields]\noffence = []\n", ""), "'fields' is missing"),
        ("loose = 1\n" + FACTS, "'loose' is not a table"),
    ],
)
def test_the_table_of_facts_is_checked(tmp_path: Path, facts: str, words: str) -> None:
    assert any(words in str(problem) for problem in problems(write(tmp_path, facts=facts)))


@pytest.mark.parametrize(
    ("limits", "words"),
    [
        (LIMITS.replace('short = "May have changed"', ""), "'short' is missing"),
        (LIMITS.replace('"secondary"', '"heard"'), "Use one of: text_read, secondary, unverified"),
        (LIMITS.replace("short =", "shrt = 1\nshort ="), "'shrt' is not a key known here"),
    ],
)
def test_the_table_of_limits_is_checked(tmp_path: Path, limits: str, words: str) -> None:
    assert any(words in str(problem) for problem in problems(write(tmp_path, limits=limits)))


def test_a_table_that_is_not_there_is_a_problem_and_not_a_crash(tmp_path: Path) -> None:
    root = write(tmp_path)
    (root / "limits.toml").unlink()
    assert any(problem.file == "limits.toml" for problem in problems(root))


def test_an_example_that_comes_out_otherwise_is_told_in_words(tmp_path: Path) -> None:
    text = GOOD.replace(
        'rules = { A = "applies" }',
        'rules = { A = "limited" }\noutcome = "limited"\nmention = ["currency"]\nmissing = ["where"]',
    ).replace('limits = [{ tag = "currency" }]', "")
    text = text.replace("headline = true", 'headline = true\nat_best = "limited"')
    loaded, found = load_protections(write(tmp_path, text))
    assert found == []
    one = loaded.instruments[0]
    assert surprises(one, one.examples[0]) == (
        "'Saw it' comes to applies, not limited.",
        "'Saw it': rule A comes to applies, not limited.",
        "'Saw it' does not mention currency.",
        "'Saw it' does not ask for where.",
    )


def test_a_limit_that_is_said_where_it_should_not_be_is_told(tmp_path: Path) -> None:
    text = GOOD.replace('rules = { A = "applies" }', 'rules = { A = "applies" }\nsilent_on = ["currency"]')
    one = load_protections(write(tmp_path, text))[0].instruments[0]
    assert surprises(one, one.examples[0]) == ("'Saw it' mentions currency.",)


def test_a_promise_that_is_narrowed_otherwise_is_told(tmp_path: Path) -> None:
    text = GOOD.replace('rules = { A = "applies" }', 'rules = { A = "applies" }\nnarrowed = { A = ["currency"] }')
    one = load_protections(write(tmp_path, text))[0].instruments[0]
    assert surprises(one, one.examples[0]) == ("'Saw it': rule A is narrowed by nothing.",)


def test_many_faults_are_told_at_once(tmp_path: Path) -> None:
    text = (
        GOOD.replace('kind = "statute"', "")
        .replace('fact = "role"', 'fact = "rolle"')
        .replace('short_title = "Safety Act"', "")
    )
    assert len(problems(write(tmp_path, text))) >= 3
