from __future__ import annotations

from intake.conditions.evaluate import evaluate
from intake.conditions.facts import Facts
from intake.conditions.model import Includes, Is, SomeRecord, Truth
from intake.questions.facts import facts_from_answers
from intake.questions.model import FactRule
from tests.unit.questions.invented import dated, declined, given, interview, question, typed

YES_NO = ("yes", "no")
SKIES = question(
    "sky.kinds",
    ("rain", "snow", "other"),
    kind="multiple_choice",
    facts=(FactRule("weather", {"rain": ("wet",), "snow": ("wet", "cold")}, {"other": "sky.other"}),),
)
OTHER = question(
    "sky.other",
    ("hail", "fog", "not_sure"),
    ask_when=Includes("sky.kinds", ("other",)),
    facts=(FactRule("weather", {"hail": ("hard",)}, {"not_sure": "sky.other"}),),
)
SKY = interview(SKIES, OTHER)


def test_without_answers_nothing_is_known() -> None:
    facts = facts_from_answers(SKY, {})
    assert facts.values == {}
    assert facts.unfinished == {"weather"}


def test_a_list_is_the_union_of_what_was_answered_each_value_once() -> None:
    facts = facts_from_answers(SKY, {"sky.kinds": given(("rain", "snow"))})
    assert facts.values == {"weather": ("wet", "cold")}
    assert facts.unfinished == frozenset()


def test_a_list_is_known_to_be_empty_once_its_question_was_answered_with_nothing() -> None:
    assert facts_from_answers(SKY, {"sky.kinds": given(())}).many("weather") == ()


def test_declining_never_becomes_a_no() -> None:
    facts = facts_from_answers(SKY, {"sky.kinds": declined()})
    assert facts.many("weather") is None
    assert facts.unfinished == {"weather"}
    assert evaluate(Includes("weather", ("cold",)), facts).truth is Truth.CANNOT_TELL


def test_an_option_that_waits_leaves_the_list_open_until_its_question_is_given() -> None:
    started = {"sky.kinds": given(("rain", "other"))}
    assert facts_from_answers(SKY, started).unfinished == {"weather"}
    assert facts_from_answers(SKY, {**started, "sky.other": declined()}).unfinished == {"weather"}
    done = facts_from_answers(SKY, {**started, "sky.other": given("hail")})
    assert done.values == {"weather": ("wet", "hard")}
    assert done.unfinished == frozenset()
    assert evaluate(Includes("weather", ("cold",)), done).truth is Truth.NO


def test_an_option_that_waits_for_its_own_question_leaves_the_list_open_while_it_stands() -> None:
    facts = facts_from_answers(SKY, {"sky.kinds": given(("other",)), "sky.other": given("not_sure")})
    assert facts.values == {"weather": ()}
    assert facts.unfinished == {"weather"}


def test_a_question_that_may_yet_be_asked_leaves_the_list_open() -> None:
    gate = question("sky.seen", YES_NO)
    night = question(
        "sky.night", YES_NO, ask_when=Is("sky.seen", ("yes",)), facts=(FactRule("weather", {"yes": ("dark",)}),)
    )
    questions = interview(SKIES, gate, night)
    answers = {"sky.kinds": given(("rain",))}
    assert facts_from_answers(questions, answers).unfinished == {"weather"}
    assert facts_from_answers(questions, {**answers, "sky.seen": given("no")}).unfinished == frozenset()


def test_a_rule_that_only_waits_does_not_make_a_list_known() -> None:
    read = question("sky.read", ("read", "skip"), facts=(FactRule("weather", {}, {"skip": "sky.part"}),))
    part = question(
        "sky.part", YES_NO, ask_when=Is("sky.read", ("read",)), facts=(FactRule("weather", {"yes": ("wet",)}),)
    )
    facts = facts_from_answers(interview(read, part), {"sky.read": given("skip")})
    assert facts.values == {}
    assert facts.unfinished == {"weather"}


def test_an_answer_that_is_no_longer_asked_gives_no_fact() -> None:
    facts = facts_from_answers(SKY, {"sky.kinds": given(("rain",)), "sky.other": given("hail")})
    assert facts.values == {"weather": ("wet",)}


def test_dates_and_words_are_facts_as_they_stand() -> None:
    day = question("sky.day", kind="approximate_date", facts=(FactRule("seen_on", {"*": "*"}),))
    name = question("sky.name", kind="short_text", facts=(FactRule("names", {"*": ("*",)}),))
    facts = facts_from_answers(interview(day, name), {"sky.day": dated("2024-05"), "sky.name": typed("Cirrus")})
    assert facts.values == {"seen_on": "2024-05", "names": ("Cirrus",)}


FIRST = question(
    "a.first",
    (*YES_NO, "soon", "not_sure"),
    facts=(FactRule("calm", {"yes": "yes", "no": "no", "soon": "soon", "not_sure": "unknown"}),),
)
SECOND = question(
    "a.second",
    (*YES_NO, "soon", "not_sure"),
    facts=(FactRule("calm", {"yes": "yes", "no": "no", "soon": "soon", "not_sure": "unknown"}),),
)


def calm(first: str, second: str) -> object:
    facts = facts_from_answers(interview(FIRST, SECOND), {"a.first": given(first), "a.second": given(second)})
    return facts.values["calm"]


def test_of_two_single_values_the_later_counts() -> None:
    assert calm("no", "soon") == "soon"
    assert calm("soon", "yes") == "yes"


def test_a_yes_beside_a_no_is_unknown() -> None:
    assert calm("yes", "no") == "unknown"
    assert calm("no", "yes") == "unknown"


def test_what_is_known_outlives_what_is_not() -> None:
    assert calm("yes", "not_sure") == "yes"
    assert calm("not_sure", "no") == "no"
    assert calm("not_sure", "not_sure") == "unknown"


def test_an_option_without_a_rule_says_nothing_about_a_single_fact() -> None:
    one = question("a.first", YES_NO, facts=(FactRule("calm", {"yes": "yes"}),))
    assert facts_from_answers(interview(one), {"a.first": given("no")}).values == {}


CLOUDS = question(
    "c.clouds",
    ("high", "low"),
    kind="multiple_choice",
    facts=(FactRule("clouds", {"high": ({"form": "thin", "moving": "@fact:wind"},), "low": ({"form": "thick"},)}),),
)
WIND = question("c.wind", YES_NO, facts=(FactRule("wind", {"yes": "yes", "no": "no"}),))


def test_a_record_copies_a_single_fact_wherever_that_stands() -> None:
    questions = interview(CLOUDS, WIND)
    facts = facts_from_answers(questions, {"c.clouds": given(("high", "low")), "c.wind": given("yes")})
    assert facts.records("clouds") == ({"form": "thin", "moving": "yes"}, {"form": "thick"})


def test_a_record_that_copies_an_unknown_fact_says_so() -> None:
    facts = facts_from_answers(interview(CLOUDS, WIND), {"c.clouds": given(("high",))})
    assert facts.records("clouds") == ({"form": "thin", "moving": "unknown"},)
    assert evaluate(SomeRecord("clouds", {"moving": ("yes",)}), facts).truth is Truth.CANNOT_TELL


def test_the_same_record_is_listed_once() -> None:
    thin: FactRule = FactRule("clouds", {"yes": ({"form": "thin"},)})
    questions = interview(question("a.one", YES_NO, facts=(thin,)), question("a.two", YES_NO, facts=(thin,)))
    facts = facts_from_answers(questions, {"a.one": given("yes"), "a.two": given("yes")})
    assert facts.records("clouds") == ({"form": "thin"},)


INDOORS = question("d.indoors", YES_NO)
WET = question(
    "d.wet",
    YES_NO,
    facts=(
        FactRule("weather", {"yes": ("rain",), "no": ()}, when=Is("d.indoors", ("no",))),
        FactRule("soaked", {"yes": "yes"}, when=Is("d.indoors", ("no",))),
    ),
)


def outside(indoors: str | None, wet: str | None) -> Facts:
    said = {"d.indoors": indoors, "d.wet": wet}
    return facts_from_answers(interview(INDOORS, WET), {name: given(one) for name, one in said.items() if one})


def test_a_rule_that_hangs_on_another_answer_speaks_only_while_that_is_so() -> None:
    assert outside("no", "yes").values == {"weather": ("rain",), "soaked": "yes"}
    assert outside("yes", "yes").values == {"weather": ()}
    assert outside("yes", "yes").unfinished == frozenset()


def test_a_rule_that_hangs_on_an_open_answer_says_nothing_and_leaves_its_list_open() -> None:
    facts = outside(None, "yes")
    assert facts.values == {"weather": ()}
    assert evaluate(Includes("weather", ("rain",)), facts).truth is Truth.CANNOT_TELL
    assert outside(None, "no").could_gain("weather", ("rain",)) is False


def test_an_unanswered_question_whose_rule_cannot_speak_leaves_nothing_open() -> None:
    assert outside("yes", None).unfinished == frozenset()
    assert outside(None, None).unfinished == {"weather"}


def test_an_open_question_leaves_open_only_the_words_that_it_could_add() -> None:
    facts = facts_from_answers(interview(SKIES, OTHER, WET), {"sky.kinds": given(("rain",))})
    assert evaluate(Includes("weather", ("rain",)), facts).truth is Truth.CANNOT_TELL
    assert evaluate(Includes("weather", ("hard",)), facts).truth is Truth.NO


def test_where_any_word_may_come_every_word_stays_open() -> None:
    facts = facts_from_answers(SKY, {"sky.kinds": given(("other",)), "sky.other": given("not_sure")})
    assert "weather" not in facts.may_gain
    assert evaluate(Includes("weather", ("anything",)), facts).truth is Truth.CANNOT_TELL
