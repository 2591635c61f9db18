"""What the answers say, as the facts that instruments ask for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from intake.answers.model import Answer, AnswerValue, ApproximateDate, Choice, Choices, Text
from intake.conditions.evaluate import evaluate, missing
from intake.conditions.facts import Facts, FactValue, Record
from intake.conditions.model import AllOf, Truth
from intake.questions.flow import Walk, as_facts, walk
from intake.questions.model import FactRule, Question, Questions

ANY_VALUE = "*"
"""The key of a fact rule that stands for whatever was typed."""

FROM_FACT = "@fact:"
"""The start of a record's value that is copied from a single fact."""

UNKNOWN = "unknown"

_ALWAYS = AllOf(())


def is_list(rule: FactRule) -> bool:
    """Whether the rule adds to a list; one that only waits does too."""
    return not any(isinstance(value, str) for value in rule.gives.values())


def facts_from_answers(questions: Questions, answers: Mapping[str, Answer]) -> Facts:
    """Every fact that the answers to questions still asked give.

    Single facts: the latest answer in order of the interview counts, an unknown one never over a known one, and
    a *yes* beside a *no* makes ``unknown``. Lists: the union; absent as long as no rule has been answered; unfinished
    while a question that could add to them is not answered, or may yet be asked, or while an option was chosen that
    waits for another question (one that waits for its own question leaves the list open for as long as it stands).
    Declining says nothing at all. A rule that speaks only ``when`` other answers are so leaves its list open until
    they are known. What the office hides leaves its lists open too: nobody knows what it would have added.
    """
    walked = walk(questions, answers)
    values = {name: answer.value for name, answer in walked.answers.items() if answer.value is not None}
    gathered = _Gathered(questions, Facts(as_facts(walked.answers)))
    for question in walked.asked:
        if question.id in values:
            gathered.take(question, values[question.id])
        else:
            gathered.leave_open(question)
    for question in (*walked.may_follow, *_never_heard(questions, walked)):
        gathered.leave_open(question)
    return gathered.facts()


def _never_heard(questions: Questions, walked: Walk) -> tuple[Question, ...]:
    """The hidden questions that these answers would bring up, and those that hang on them."""
    if not questions.hidden:
        return ()
    given = Facts(as_facts(walked.answers))
    hidden = {one.id: one for one in questions.hidden}
    met = {one.id for one in (*walked.asked, *walked.may_follow)}
    unheard: dict[str, Question] = {}
    for question in questions.questions:
        would_be = hidden.get(question.id, question)
        if question.id in met:
            continue
        step = evaluate(would_be.ask_when or _ALWAYS, given)
        hangs_on_one = any(name in unheard for name in missing(step))
        if hangs_on_one or (question.id in hidden and step.truth is not Truth.NO):
            unheard[question.id] = would_be
    return tuple(unheard.values())


class _Gathered:
    """Facts while they are being put together; ``given`` are the answers by question, as conditions read them."""

    def __init__(self, questions: Questions, given: Facts) -> None:
        self._rules = {question.id: question.facts for question in questions.questions}
        self._given = given
        self._singles: dict[str, list[str]] = {}
        self._lists: dict[str, list[str | Record]] = {}
        self._open: dict[str, set[str]] = {}

    def leave_open(self, question: Question) -> None:
        """Nobody knows which of its words this question would add."""
        for rule in question.facts:
            if is_list(rule) and self._speaks(rule) is not Truth.NO:
                self._may_gain(rule.fact, _words_of(question.id, rule))

    def take(self, question: Question, value: AnswerValue) -> None:
        """Add what a value says."""
        for rule in question.facts:
            if rule.gives and is_list(rule):
                self._lists.setdefault(rule.fact, [])
            for key in _keys(value):
                self._take(question.id, rule, key, value)

    def _take(self, question_id: str, rule: FactRule, key: str, value: AnswerValue) -> None:
        awaited = rule.waits_for.get(key, "")
        speaks = self._speaks(rule)
        if speaks is Truth.YES:
            self._add(rule.fact, rule.gives.get(key, ()), value)
        elif speaks is Truth.CANNOT_TELL and is_list(rule) and key in rule.gives:
            self._may_gain(rule.fact, _words((rule.gives[key],)))
        if speaks is not Truth.NO and awaited and (awaited == question_id or not self._given.has(awaited)):
            self._may_gain(rule.fact, self._awaited(question_id, awaited, rule.fact))

    def _speaks(self, rule: FactRule) -> Truth:
        return evaluate(rule.when, self._given).truth if rule.when else Truth.YES

    def _awaited(self, question_id: str, awaited: str, fact: str) -> set[str]:
        if awaited == question_id:
            return {ANY_VALUE}
        rules = [rule for rule in self._rules.get(awaited, ()) if rule.fact == fact]
        return set[str]().union(*(_words_of(awaited, rule) for rule in rules)) or {ANY_VALUE}

    def _may_gain(self, fact: str, words: set[str]) -> None:
        self._open.setdefault(fact, set()).update(words)

    def _add(self, fact: str, given: FactValue, value: AnswerValue) -> None:
        typed = _typed(value)
        if isinstance(given, str):
            self._singles.setdefault(fact, []).append(given if typed is None else typed)
            return
        for item in given:
            added = typed if typed is not None and isinstance(item, str) else item
            if added not in self._lists[fact]:
                self._lists[fact].append(added)

    def facts(self) -> Facts:
        """All that was added, with copied values filled in."""
        singles = {fact: _settled(values) for fact, values in self._singles.items()}
        lists = {fact: _filled(items, singles) for fact, items in self._lists.items()}
        counted = {fact: frozenset(words) for fact, words in self._open.items() if ANY_VALUE not in words}
        return Facts({**singles, **lists}, frozenset(self._open), counted)


def _words_of(question_id: str, rule: FactRule) -> set[str]:
    """The words that a rule could add; ``ANY_VALUE`` when nobody can say."""
    awaits_itself = question_id in rule.waits_for.values()
    return {ANY_VALUE} if awaits_itself else _words(rule.gives.values())


def _words(values: Iterable[FactValue]) -> set[str]:
    items = [item for value in values for item in value]
    return {item if isinstance(item, str) else ANY_VALUE for item in items} if items else set()


def _keys(value: AnswerValue) -> tuple[str, ...]:
    """What a rule may call this value by."""
    if isinstance(value, Choice):
        return (value.option,)
    return value.options if isinstance(value, Choices) else (ANY_VALUE,)


def _typed(value: AnswerValue) -> str | None:
    """The words or the date themselves; None for options."""
    if isinstance(value, ApproximateDate):
        return value.iso
    return value.text if isinstance(value, Text) else None


def _settled(values: list[str]) -> str:
    known = [value for value in values if value != UNKNOWN]
    if not known or {"yes", "no"} <= set(known):
        return UNKNOWN
    return known[-1]


def _filled(items: list[str | Record], singles: Mapping[str, str]) -> tuple[str, ...] | tuple[Record, ...]:
    """A list of words or of records (the loader sees to it that no list is both), with copied values put in."""
    records = tuple(
        {name: _copied(value, singles) for name, value in item.items()} for item in items if not isinstance(item, str)
    )
    return records or tuple(item for item in items if isinstance(item, str))


def _copied(value: str, singles: Mapping[str, str]) -> str:
    return singles.get(value.removeprefix(FROM_FACT), UNKNOWN) if value.startswith(FROM_FACT) else value
