"""One broken file for each mistake; the words of the message are asserted, for they are what its author gets."""

from __future__ import annotations

from pathlib import Path

import pytest

from intake.errors import ContentProblem
from intake.questions.load import load_questions
from tests.unit.questions.invented import choice_text, section_text, text_text, write_tree

FIRST = "one/first.toml"
SECTION = {"one/section.toml": section_text("one")}
RULE = '\n[[facts]]\nfact = "{fact}"\n{rest}\n'


def problems_of(root: Path, files: dict[str, str]) -> list[ContentProblem]:
    return load_questions(write_tree(root, {**SECTION, **files}))[1]


def rule(fact: str, *rest: str) -> str:
    return RULE.format(fact=fact, rest="\n".join(rest))


def without(key: str, text: str) -> str:
    return "\n".join(line for line in text.splitlines() if not line.startswith(f"{key} ="))


ONE_FILE = [
    (text_text("one.first", 'hepl = "A guess is fine."'), 8, "'hepl' is not a known key here.", "Did you mean 'help'?"),
    (text_text("one.first", "zzz = 1"), 8, "'zzz' is not a known key here.", "Take it out; known here are after, ask_when,"),
    (without("prompt", text_text("one.first")), 1, "'prompt' is missing here.", 'Add prompt = "..."'),
    (without("why_we_ask", text_text("one.first")), 1, "'why_we_ask' is missing here.", 'Add why_we_ask = "..."'),
    (without("kind", text_text("one.first")), 1, "'kind' is missing here.", 'Add kind = "..."'),
    (without("class", text_text("one.first")), 1, "'class' is missing here.", 'Add class = "..."'),
    (without("catalogue", text_text("one.first")), 1, "'catalogue' is missing here.", 'Add catalogue = "..."'),
    (without("id", text_text("one.first")), 1, "'id' is missing here.", 'Add id = "..."'),
    (text_text("one.first").replace("What was the weather like?", "  "), 6, "'prompt' is missing here.", "Add prompt"),
    (text_text("one.first", kind="essay"), 4, "There is no kind 'essay'.", "Use one of approximate_date, body_map, coming_date,"),
    (text_text("one.first").replace('"PI"', '"XX"'), 5, "There is no class 'XX'.", "Use one of EX, ER, ID, PI, SI, IM."),
    (text_text("one.first", 'audience = "dog"'), 8, "There is no audience 'dog'.", "Use one of person, staff."),
    (text_text("one.first", "help = 7"), 8, "'help' takes words in quotes.", 'Write help = "...".'),
    (text_text("one.first", 'memory_only = "yes"'), 8, "'memory_only' takes true or false.", "without quotes"),
    (text_text("one.first", 'recipients = "shelter"'), 8, "'recipients' takes a list of words.", 'recipients = ["...", "..."]'),
    (text_text("one.other"), 2, "The id 'one.other' does not match the folder and the file name.", 'Write id = "one.first"'),
    (text_text("one.first", 'after = "one.gone"'), 8, "'after' names 'one.gone', and the section 'one' has nothing of that name.", "Name one"),
    (text_text("one.first", 'after = "one.first"'), 8, "'after' goes round in a loop: one.first.", "outside the loop"),
    (choice_text("one.first").replace('"no"', '"yes"'), 10, "Two options have the id 'yes'.", "an id of its own"),
    (text_text("one.first", kind="single_choice"), 4, "The kind 'single_choice' needs options, and there are none.", "Add [[options]]"),
    (text_text("one.first", kind="multiple_choice"), 4, "The kind 'multiple_choice' needs options, and there are none.", "Add [[options]]"),
    (choice_text("one.first", kind="long_text"), 10, "The kind 'long_text' takes no options.", "Take the options out"),
    (choice_text("one.first", kind="approximate_date"), 10, "The kind 'approximate_date' takes no options.", "Take the options out"),
    (choice_text("one.first") + 'tone = "warm"\n', 17, "'tone' is not a known key in number 2 of 'options'.", "known here are id, label, tip, way."),
    (text_text("one.first", 'options = ["yes"]'), 8, "'options' takes a list of tables.", "Start each with [[options]]"),
    (choice_text("one.first").replace('label = "No"', ""), 12, "'label' is missing in number 2 of 'options'.", "Add label"),
    (text_text("one.first", 'put_off_behind = "one.first"'), 1, "'put_off_when' and 'put_off_behind' belong together.", "Write put_off_when = { ... }"),
    (text_text("one.first", 'put_off_when = { question = "one.first", known = true }'), 8, "'put_off_when' and 'put_off_behind' belong together.", "Write put_off_when = { ... }"),
    (text_text("one.first", 'put_off_when = { question = "one.gone", known = true }', 'put_off_behind = "one.first"'), 8, "'put_off_when' names 'one.gone', and there is no such question.", "Name a question by its id"),
    (text_text("one.first", 'put_off_when = { question = "one.first", known = true }', 'put_off_behind = "one.gone"'), 9, "'put_off_behind' names 'one.gone', and there is no such question.", "Name a question by its id"),
    (text_text("one.first", 'repeats = "day"'), 8, "Nothing repeats for each 'day'.", "Use one of once, incident, person."),
    (text_text("one.first", "ask_when = 5"), 8, "'ask_when' cannot be read. A condition is a table", "Write it like ask_when ="),
    (text_text("one.first", 'ask_when = { question = "a.b", like = "x" }'), 8, "'ask_when' cannot be read. A comparison names", "Write it"),
    (text_text("one.first", 'ask_when = { question = "one.gone", is = "x" }'), 8, "'ask_when' names 'one.gone', and there is no such question.", "Name a question by its id"),
    (text_text("one.first", 'ask_when = { fact = "role", is = "x" }'), 8, "'ask_when' names 'role', and there is no such question.", "Name a question by its id"),
    (text_text("one.first", 'ask_when = { question = "one.first", known = true }'), 8, "'ask_when' looks at 'one.first', which is not asked before this question.", "Name an earlier question"),
    (choice_text("one.first") + rule("rain", 'gives = { maybe = "yes" }'), 18, "The rule for 'rain' names 'maybe', which is no option here.", "Use one of yes, no."),
    (choice_text("one.first") + rule("rain", 'gives = { "*" = "*" }'), 18, "The rule for 'rain' names '*', which is no option here.", "Use one of yes, no."),
    (text_text("one.first") + rule("rain", 'gives = { yes = "yes" }'), 10, "The rule for 'rain' names 'yes', which is no option here.", "Use one of *."),
    (choice_text("one.first") + rule("rain", 'waits_for = { maybe = "one.first" }'), 18, "The rule for 'rain' names 'maybe', which is no option here.", "Use one of yes, no."),
    (choice_text("one.first") + rule("rain", 'waits_for = { yes = "one.gone" }'), 20, "'waits_for' names 'one.gone', and there is no such question.", "Name a question by its id"),
    (choice_text("one.first") + rule("rain", "waits_for = { yes = 1 }"), 20, "'yes' waits for something that is not a question id.", 'Write waits_for = { yes = "section.question" }.'),
    (choice_text("one.first") + rule("rain", "gives = { yes = 1 }"), 20, "What 'yes' gives cannot be read.", 'Write "value", ["value", ...] or'),
    (choice_text("one.first") + rule("rain", 'gives = { yes = [1, "two"] }'), 20, "What 'yes' gives cannot be read.", 'Write "value"'),
    (choice_text("one.first") + rule("rain", "gives = { yes = [{ much = 1 }] }"), 20, "What 'yes' gives cannot be read.", 'Write "value"'),
    (choice_text("one.first") + rule("rain", 'gives = "yes"'), 20, "'gives' takes a table.", "Write gives = { ... }."),
    (choice_text("one.first") + rule("rain", 'gives = { yes = "yes" }\nwhen = { question = "one.gone", is = "yes" }'), 21, "'when' names 'one.gone', and there is no such question.", "Name a question by its id"),
    (choice_text("one.first") + rule("rain", 'gives = { yes = "yes" }\nwhen = { question = "one.first", is = "maybe" }'), 21, "'when' names 'maybe', which is no option of 'one.first'.", "Use one of no, yes."),
    (choice_text("one.first") + rule("rain", 'gives = { yes = "yes" }\nwhen = { question = "one.first", includes_any = ["yes"] }'), 21, "'when' compares 'one.first' in a way that the kind 'single_choice' has no answer to.", "Use 'is' for one choice"),
    (choice_text("one.first") + rule("rain", 'gives = { yes = "yes" }\nwhen = { is = "yes" }'), 21, "'when' cannot be read.", "Write it like when = { question"),
    (choice_text("one.first") + rule("rain"), 19, "The rule for 'rain' says nothing.", "Add gives = { ... }"),
    (choice_text("one.first") + rule("rain", 'gives = { yes = "yes", no = ["no"] }'), 18, "'rain' is a single word in one place and a list of words here.", "the same form"),
    (choice_text("one.first") + rule("rain", 'gives = { yes = [{ of = "@fact:sun" }] }'), 18, "'@fact:sun' copies a fact that no question sets.", "gives as a single value"),
    ("id = = 3", 1, "This is not valid TOML", "Mend the line"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "line", "what", "cure"), ONE_FILE, ids=[f"{what}-{n}" for n, (_, _, what, _) in enumerate(ONE_FILE)])  # fmt: skip
def test_one_mistake_gives_one_message_that_says_what_and_how_to_mend_it(
    tmp_path: Path, text: str, line: int, what: str, cure: str
) -> None:
    (problem,) = problems_of(tmp_path, {FIRST: text})
    assert what in problem.what
    assert cure in problem.cure
    assert (problem.file, problem.line) == (f"questions/{FIRST}", line)


@pytest.mark.parametrize("letters", ["EX", "ER", "ID"])
def test_what_can_be_handed_on_cannot_be_kept_in_memory_alone(tmp_path: Path, letters: str) -> None:
    text = text_text("one.first", "memory_only = true").replace('"PI"', f'"{letters}"')
    (problem,) = problems_of(tmp_path, {FIRST: text})
    assert problem.what == f"A question of class {letters} can be handed on, so it cannot be kept in memory alone."
    assert problem.line == 8


@pytest.mark.parametrize(
    "prompt", ["Why did you go out?", "Can you explain the rain?", "Who refused?", "It rained. And then what?"]
)
def test_a_prompt_that_sounds_like_blame_is_a_fault(tmp_path: Path, prompt: str) -> None:
    (problem,) = problems_of(tmp_path, {FIRST: text_text("one.first").replace("What was the weather like?", prompt)})
    assert "which can sound like blame" in problem.what
    assert problem.line == 6


def test_two_questions_cannot_both_come_first(tmp_path: Path) -> None:
    (problem,) = problems_of(tmp_path, {FIRST: text_text("one.first"), "one/second.toml": text_text("one.second")})
    assert problem.file == "questions/one/second.toml"
    assert problem.what == (
        "'one.first' and 'one.second' both lack 'after', so both would come first in the section 'one'."
    )


def test_two_sections_cannot_both_come_first(tmp_path: Path) -> None:
    (problem,) = problems_of(tmp_path, {"two/section.toml": section_text("two")})
    assert problem.file == "questions/two/section.toml"
    assert problem.what == "'one' and 'two' both lack 'after', so both would come first in the interview."


def test_a_longer_loop_is_told_of_once(tmp_path: Path) -> None:
    files = {
        FIRST: text_text("one.first", 'after = "one.third"'),
        "one/second.toml": text_text("one.second", 'after = "one.first"'),
        "one/third.toml": text_text("one.third", 'after = "one.second"'),
        "one/tail.toml": text_text("one.tail", 'after = "one.second"'),
    }
    (problem,) = problems_of(tmp_path, files)
    assert problem.what == "'after' goes round in a loop: one.first, one.third, one.second."


def test_a_question_cannot_follow_one_of_another_section(tmp_path: Path) -> None:
    files = {
        FIRST: text_text("one.first"),
        "two/section.toml": section_text("two", 'after = "one"'),
        "two/only.toml": text_text("two.only", 'after = "one.first"'),
    }
    (problem,) = problems_of(tmp_path, files)
    assert problem.what == "'after' names 'one.first', and the section 'two' has nothing of that name."


def test_a_section_cannot_follow_nothing(tmp_path: Path) -> None:
    (problem,) = problems_of(tmp_path, {"two/section.toml": section_text("two", 'after = "gone"')})
    assert problem.what == "'after' names 'gone', and the interview has nothing of that name."


def test_a_folder_needs_its_section_file(tmp_path: Path) -> None:
    (problem,) = problems_of(tmp_path, {"two/only.toml": text_text("two.only")})
    assert str(problem) == (
        "questions/two/section.toml:1: The folder 'two' has no section.toml. "
        "Add one with id, letter and title, or move the questions to another folder."
    )


def test_a_section_is_named_after_its_folder(tmp_path: Path) -> None:
    (problem,) = problems_of(tmp_path, {"one/section.toml": section_text("other")})
    assert problem.what == "The id 'other' does not match the folder."
    assert problem.cure == 'Write id = "one".'


@pytest.mark.parametrize("key", ["id", "letter", "title"])
def test_a_section_says_what_it_is(tmp_path: Path, key: str) -> None:
    (problem,) = problems_of(tmp_path, {"one/section.toml": without(key, section_text("one"))})
    assert problem.what == f"'{key}' is missing here."


def test_a_section_has_no_unknown_keys(tmp_path: Path) -> None:
    (problem,) = problems_of(tmp_path, {"one/section.toml": section_text("one", "gates = true")})
    assert (problem.line, problem.what, problem.cure) == (5, "'gates' is not a known key here.", "Did you mean 'gate'?")


@pytest.mark.parametrize(
    "name", ["loose.toml", "one/deep/down.toml", "one/two words.toml", "One/first.toml", "one/a.b.toml"]
)
def test_a_file_in_the_wrong_place_is_found(tmp_path: Path, name: str) -> None:
    (problem,) = problems_of(tmp_path, {name: text_text("one.first")})
    assert problem.file == f"questions/{name}"
    assert problem.what == "No section is found by this path."
    assert "questions/<section>/<name>.toml" in problem.cure


CHOICE = choice_text("one.first")
CHOICES = choice_text("one.first", kind="multiple_choice")
SHORT = text_text("one.first")
DAY = text_text("one.first", kind="approximate_date")
TWO_FILES = [
    (CHOICE, 'is = "maybe"', "'ask_when' names 'maybe', which is no option of 'one.first'."),
    (CHOICE, 'is = "yes", unsettled = ["maybe"]', "'ask_when' names 'maybe', which is no option of 'one.first'."),
    (CHOICES, 'includes_any = ["yes", "maybe"]', "'ask_when' names 'maybe', which is no option of 'one.first'."),
    (CHOICE, 'includes_any = ["yes"]', "'ask_when' compares 'one.first' in a way that the kind 'single_choice' has no answer to."),
    (CHOICES, 'is = "yes"', "'ask_when' compares 'one.first' in a way that the kind 'multiple_choice' has no answer to."),
    (CHOICES, 'some = { of = ["yes"] }', "'ask_when' compares 'one.first' in a way that the kind 'multiple_choice' has no answer to."),
    (SHORT, 'is = "yes"', "'ask_when' compares 'one.first' in a way that the kind 'short_text' has no answer to."),
    (CHOICE, "before = 2020-01-01", "'ask_when' compares 'one.first' in a way that the kind 'single_choice' has no answer to."),
    (DAY, 'within = "us-ca"', "'ask_when' compares 'one.first' in a way that the kind 'approximate_date' has no answer to."),
]  # fmt: skip


@pytest.mark.parametrize(("first", "comparison", "what"), TWO_FILES)
def test_a_condition_that_could_never_hold_is_found(tmp_path: Path, first: str, comparison: str, what: str) -> None:
    second = text_text("one.second", 'after = "one.first"', f'ask_when = {{ question = "one.first", {comparison} }}')
    (problem,) = problems_of(tmp_path, {FIRST: first, "one/second.toml": second})
    assert (problem.file, problem.line, problem.what) == ("questions/one/second.toml", 9, what)


def test_the_faults_of_nested_conditions_are_found(tmp_path: Path) -> None:
    second = text_text(
        "one.second",
        'after = "one.first"',
        'ask_when = { any = [{ not = { question = "one.gone", is = "x" } }, { question = "one.first", is = "maybe" }] }',
    )
    found = problems_of(tmp_path, {FIRST: CHOICE, "one/second.toml": second})
    assert ["one.gone" in problem.what for problem in found] == [True, False]


def test_a_condition_cannot_look_ahead(tmp_path: Path) -> None:
    first = text_text("one.first", 'ask_when = { question = "one.second", is = "yes" }')
    second = choice_text("one.second", 'after = "one.first"')
    (problem,) = problems_of(tmp_path, {FIRST: first, "one/second.toml": second})
    assert problem.what == "'ask_when' looks at 'one.second', which is not asked before this question."


def test_a_fact_has_the_same_form_in_every_file(tmp_path: Path) -> None:
    first = CHOICE + rule("rain", 'gives = { yes = ["wet"] }')
    second = choice_text("one.second", 'after = "one.first"') + rule("rain", 'gives = { yes = [{ of = "wet" }] }')
    (problem,) = problems_of(tmp_path, {FIRST: first, "one/second.toml": second})
    assert problem.file == "questions/one/second.toml"
    assert problem.what == "'rain' is a list of words in one place and a list of records here."


def test_a_copied_fact_must_be_a_single_one(tmp_path: Path) -> None:
    text = CHOICE + rule("rain", 'gives = { yes = ["wet"] }') + rule("sky", 'gives = { yes = [{ of = "@fact:rain" }] }')
    (problem,) = problems_of(tmp_path, {FIRST: text})
    assert problem.what == "'@fact:rain' copies a fact that no question sets."


def test_one_broken_file_blames_no_other(tmp_path: Path) -> None:
    second = text_text("one.second", 'after = "one.first"', 'ask_when = { question = "one.first", is = "yes" }')
    (problem,) = problems_of(tmp_path, {FIRST: "id = ", "one/second.toml": second})
    assert problem.file == f"questions/{FIRST}"


def test_a_broken_section_file_is_not_also_called_missing(tmp_path: Path) -> None:
    (problem,) = problems_of(tmp_path, {"one/section.toml": "id = ", FIRST: SHORT})
    assert problem.file == "questions/one/section.toml"
    assert "not valid TOML" in problem.what


def test_a_file_that_is_not_utf8_is_told_of(tmp_path: Path) -> None:
    write_tree(tmp_path, {**SECTION, FIRST: SHORT})
    (tmp_path / "questions" / FIRST).write_bytes(b'id = "\xff"')
    (problem,) = load_questions(tmp_path)[1]
    assert problem.what == "This file is not UTF-8 text."


@pytest.mark.parametrize(
    ("line", "what", "cure"),
    [
        ('visit = "long"', "There is no visit 'long'.", "Use one of short, full"),
        ('banners = "yes"', "'banners' takes true or false.", "without quotes"),
        ('ask_when = { question = "gone.gone", known = true }', "'ask_when' names 'gone.gone', and there is no such question.", "Name a question"),
        ('unlocks_when = { question = "gone.gone", is = "yes" }', "'unlocks_when' names 'gone.gone', and there is no such question.", "Name a question"),
        ('unlocks_when = { question = "one.first", is = "perhaps" }', "'unlocks_when' names 'perhaps', which is no option of 'one.first'.", "Use one of no, yes."),
    ],
)  # fmt: skip
def test_what_a_section_says_of_its_visit_and_its_questions_is_checked(
    tmp_path: Path, line: str, what: str, cure: str
) -> None:
    files = {"one/section.toml": section_text("one", line), FIRST: choice_text("one.first")}
    told = [problem for problem in problems_of(tmp_path, files) if problem.what.startswith(what)]
    assert told
    assert cure in told[0].cure
    assert told[0].file == "questions/one/section.toml"


def test_a_section_cannot_hang_on_its_own_or_later_questions(tmp_path: Path) -> None:
    files = {
        "one/section.toml": section_text("one", 'ask_when = { question = "one.first", is = "yes" }'),
        FIRST: choice_text("one.first"),
    }
    (problem,) = problems_of(tmp_path, files)
    assert problem.what == "'ask_when' looks at 'one.first', which is not asked before this section."
    assert problem.cure == "Name a question of an earlier section."
