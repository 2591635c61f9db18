"""What the form still lacks, and which of its texts are hard to read: said kindly, and never in the way of a draft."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date, timedelta

from intake.answers.approximate_date import approximate_date
from intake.protections.model import Kind
from intake.protections.own.choices import CRIMES, EFFECTS, INVOLVEMENT, LIMITS, OFFENCES, ROLES
from intake.protections.own.form import PolicyForm
from intake.protections.own.read import LONGEST_REVIEW
from intake.wording.reading_grade import reading_grade

PLAIN_GRADE = 7.0
HALF_A_YEAR = timedelta(days=182)
_MOST_TO_SAY, _MOST_BEFORE = 4, 5
_KINDS = (Kind.PROSECUTOR_POLICY.value, Kind.POLICE_POLICY.value)


def missing(form: PolicyForm, places: Collection[str]) -> tuple[str, ...]:
    """What is still to be filled in or mended, one sentence each, in the order of the form."""
    return (*_texts(form, places), *_days(form), *_ticks(form), *_sentences(form))


def hard_to_read(form: PolicyForm) -> tuple[tuple[str, float], ...]:
    """The texts read to people that ask for more than seven years of school, each with its grade."""
    graded = ((text, reading_grade(text)) for text in (form.plain_words, *form.what_to_say) if text)
    return tuple((text, grade) for text, grade in graded if grade > PLAIN_GRADE)


def _texts(form: PolicyForm, places: Collection[str]) -> Iterator[str]:
    for text, what in (
        (form.title, "Give the policy a name."),
        (form.office, "Say which office made the promise."),
        (form.plain_words, "Say in plain words what it is."),
        (form.citation, "Say where it is written."),
        (form.locator, "Say which part of the text it is."),
        (form.lawyer, "Say which lawyer has seen it, or write: none yet."),
    ):
        if not text:
            yield what
    if form.place not in places or (form.place == "us" and not form.new_place):
        yield "Choose the place of the office."
    if form.new_place and not any("a" <= sign <= "z" or sign.isdigit() for sign in form.new_place.lower()):
        yield "Write the name of the place with letters from a to z as well."
    if form.kind not in _KINDS:
        yield "Say if it is a policy of a prosecutor or of the police."


def _days(form: PolicyForm) -> Iterator[str]:
    made, ended = approximate_date(form.made_on), approximate_date(form.ended_on)
    if made is None:
        yield "Say when it was made, such as 2026-05-31, 2026-05 or 2026."
    if form.ended_on and ended is None:
        yield "Say when it ended, such as 2026-05-31, or leave that empty."
    if made and ended and ended.earliest < made.latest:
        yield "It cannot end before it was made."
    checked, due = _day(form.checked_on), _day(form.review_due_on)
    if due is None:
        yield "Say when it is to be checked again, such as 2027-05-31."
    elif checked is None or due <= checked:
        yield "The day of the next check is past. Choose a later one."
    elif due - checked > LONGEST_REVIEW:
        yield "The next check is more than a year away. Choose a day within a year."


def _ticks(form: PolicyForm) -> Iterator[str]:
    tags = tuple(limit.tag for limit in LIMITS)
    for ticked, offered, what in (
        ([one.effect for one in form.promises], tuple(EFFECTS), "Tick what the office promises."),
        (form.roles, ROLES, "Tick who is covered: those who were hurt, those who saw it, or both."),
        (form.crimes, CRIMES, "Tick the crimes that the policy names."),
        (form.involvement, INVOLVEMENT, "Tick what part in the sex trade is covered."),
    ):
        if not ticked or set(ticked) - set(offered):
            yield what
    if len({one.effect for one in form.promises}) < len(form.promises):
        yield "One promise stands there twice."
    if set(form.offences) - set(OFFENCES) or set(form.limits) - set(tags):
        yield "A tick is not known here. Tick offences and limits again."


def _sentences(form: PolicyForm) -> Iterator[str]:
    for texts, at_most, what in (
        (form.what_to_say, _MOST_TO_SAY, "Write one to four sentences to say to the person."),
        (form.before_you_rely, _MOST_BEFORE, "Write one to five steps for the desk."),
    ):
        if not 1 <= len(texts) <= at_most or len(set(texts)) < len(texts):
            yield what
        if any(not text.endswith((".", "?")) for text in texts):
            yield "End each sentence with a full stop."


def _day(iso: str) -> date | None:
    try:
        return date.fromisoformat(iso) if len(iso) == len("2026-05-31") else None
    except ValueError:
        return None
