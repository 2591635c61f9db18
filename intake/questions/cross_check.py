"""What one question says about others: does it exist, does it come first, can it be answered so."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from intake.answers.model import AnswerValue, ApproximateDate, Choice, Choices
from intake.cases.told_of import Repeats
from intake.conditions.facts import FactValue
from intake.conditions.model import (
    AllOf,
    AnyOf,
    Before,
    Comparison,
    Condition,
    Includes,
    Is,
    Known,
    Not,
    OnOrAfter,
    Within,
)
from intake.errors import ContentProblem
from intake.questions.facts import ANY_VALUE, FROM_FACT
from intake.questions.kinds import AnswerKind
from intake.questions.model import FactRule, Question, Section
from intake.resource_files import ContentFile

_SINGLE = "a single word"
_FITS: Mapping[type[Comparison], type[AnswerValue]] = {
    Is: Choice,
    Includes: Choices,
    Within: Choice,
    Before: ApproximateDate,
    OnOrAfter: ApproximateDate,
}


_MAY_LOOK_AT: Mapping[Repeats, Collection[Repeats]] = {
    Repeats.ONCE: {Repeats.ONCE},
    Repeats.INCIDENT: {Repeats.ONCE, Repeats.INCIDENT},
    Repeats.PERSON: set(Repeats),
}
"""A question can hang on what is told of its own thing or person, never on that of another."""


class CrossCheck:
    """Checks the questions, given in order of the interview, against each other."""

    def __init__(
        self,
        questions: Sequence[Question],
        files: Mapping[str, ContentFile],
        unreadable: Collection[str],
        kinds: Mapping[str, AnswerKind],
    ) -> None:
        self._questions = {question.id: question for question in questions}
        self._places = {question.id: place for place, question in enumerate(questions)}
        self._files = files
        self._unreadable = unreadable
        self._kinds = kinds
        rules = [rule for question in questions for rule in question.facts]
        self._forms = {rule.fact: form for rule in reversed(rules) for form in reversed(_forms(rule))}

    def problems(self) -> Iterator[ContentProblem]:
        """Every fault, in order of the interview."""
        for question in self._questions.values():
            for comparison in _comparisons(question.ask_when):
                yield from self._asked_when(question, comparison)
            for comparison in _comparisons(question.put_off_when):
                yield from self._speaks_when(self._files[question.id], comparison, "put_off_when")
            if question.put_off_behind:
                yield from self._exists(self._files[question.id], "put_off_behind", question.put_off_behind)
            for rule in question.facts:
                yield from self._fact_rule(question, rule)

    def section_problems(self, section: Section, file: ContentFile) -> Iterator[ContentProblem]:
        """Every fault in what one section says about questions."""
        first = next((place for name, place in self._places.items() if name.startswith(f"{section.id}.")), 0)
        for comparison in _comparisons(section.ask_when):
            yield from self._speaks_when(file, comparison, "ask_when")
            if self._places.get(comparison.subject, -1) >= first:
                what = f"'ask_when' looks at '{comparison.subject}', which is not asked before this section."
                yield file.problem("ask_when", what, "Name a question of an earlier section.")
        for comparison in _comparisons(section.unlocks_when):
            yield from self._speaks_when(file, comparison, "unlocks_when")

    def _asked_when(self, question: Question, comparison: Comparison) -> Iterator[ContentProblem]:
        file, name = self._files[question.id], comparison.subject
        other = self._questions.get(name)
        if other is None:
            yield from self._exists(file, "ask_when", name)
            return
        if self._places[name] >= self._places[question.id]:
            what = f"'ask_when' looks at '{name}', which is not asked before this question."
            yield file.problem("ask_when", what, "Name an earlier question, or move this one behind it.")
        if other.repeats not in _MAY_LOOK_AT[question.repeats]:
            what = f"'ask_when' looks at '{name}', which is asked for each {other.repeats}; this question is not."
            yield file.problem("ask_when", what, f'Write repeats = "{other.repeats}" here too, or name another one.')
        yield from self._fits(file, "ask_when", comparison, other)

    def _speaks_when(self, file: ContentFile, comparison: Comparison, key: str = "when") -> Iterator[ContentProblem]:
        other = self._questions.get(comparison.subject)
        if other is None:
            yield from self._exists(file, key, comparison.subject)
        else:
            yield from self._fits(file, key, comparison, other)

    def _exists(self, file: ContentFile, key: str, name: str) -> Iterator[ContentProblem]:
        if name not in self._questions and name not in self._unreadable:
            what = f"'{key}' names '{name}', and there is no such question."
            yield file.problem(key, what, 'Name a question by its id, such as "safety.safe_now".')

    def _fits(self, file: ContentFile, key: str, comparison: Comparison, other: Question) -> Iterator[ContentProblem]:
        kind = self._kinds.get(other.kind)
        if kind is None or isinstance(comparison, Known):
            return
        if _FITS.get(type(comparison)) is not kind.value_type:
            what = f"'{key}' compares '{other.id}' in a way that the kind '{kind.id}' has no answer to."
            yield file.problem(key, what, "Use 'is' for one choice and 'includes_any' for several.")
        elif isinstance(comparison, Is | Includes):
            offered = {option.id for option in other.options}
            for value in (*comparison.values, *comparison.unsettled):
                if value not in offered:
                    what = f"'{key}' names '{value}', which is no option of '{other.id}'."
                    yield file.problem(key, what, f"Use one of {', '.join(sorted(offered))}.")

    def _fact_rule(self, question: Question, rule: FactRule) -> Iterator[ContentProblem]:
        file = self._files[question.id]
        offered = [option.id for option in question.options] or [ANY_VALUE]
        for option in dict.fromkeys((*rule.gives, *rule.waits_for)):
            if option not in offered:
                what = f"The rule for '{rule.fact}' names '{option}', which is no option here."
                yield file.problem("facts", what, f"Use one of {', '.join(offered)}.")
        for comparison in _comparisons(rule.when):
            yield from self._speaks_when(file, comparison)
        for name in dict.fromkeys(rule.waits_for.values()):
            yield from self._exists(file, "waits_for", name)
        for form in _forms(rule):
            if form == self._forms[rule.fact]:
                continue
            what = f"'{rule.fact}' is {self._forms[rule.fact]} in one place and {form} here."
            yield file.problem("facts", what, 'Write the same form everywhere: "value" or ["value"].')
        for name in _copied_facts(rule):
            if self._forms.get(name) != _SINGLE:
                what = f"'{FROM_FACT}{name}' copies a fact that no question sets."
                yield file.problem("facts", what, "Name a fact that some question gives as a single value.")


def _forms(rule: FactRule) -> tuple[str, ...]:
    """The forms of what a rule gives, each once; an empty list fits every list."""
    return tuple(dict.fromkeys(form for value in rule.gives.values() if (form := _form(value))))


def _form(value: FactValue) -> str:
    if isinstance(value, str):
        return _SINGLE
    return ("a list of words" if isinstance(value[0], str) else "a list of records") if value else ""


def _comparisons(condition: Condition | None) -> Iterator[Comparison]:
    match condition:
        case None:
            return
        case AllOf() | AnyOf():
            for part in condition.parts:
                yield from _comparisons(part)
        case Not():
            yield from _comparisons(condition.part)
        case _:
            yield condition


def _copied_facts(rule: FactRule) -> Iterator[str]:
    for value in rule.gives.values():
        for record in value if isinstance(value, tuple) else ():
            if not isinstance(record, str):
                yield from (text.removeprefix(FROM_FACT) for text in record.values() if text.startswith(FROM_FACT))
