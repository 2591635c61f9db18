"""Turn the ticks of the form into the file of an instrument, in the small language that every such file has."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from intake.protections.model import Effect
from intake.protections.own.choices import CRIMES, EFFECTS, INVOLVEMENT, LIMITS, SMALLER
from intake.protections.own.example_cases import example_cases
from intake.protections.own.form import PolicyForm, PromiseTicks
from intake.protections.own.read import ALWAYS_SAID, OWN

_LONGEST_NAME = 40
_TOLD_ELSEWHERE = ("other_police", "other_prosecutor")
_FOR_WHOM = {"victim": "the person it happened to", "witness": "people who saw it"}
_SF_OFFICES = ("sf_pd", "sf_da", "sf_sheriff")


def slug(words: str) -> str:
    """A short name of small letters and hyphens for an id; never empty."""
    return re.sub(r"[^a-z0-9]+", "-", words.lower())[:_LONGEST_NAME].strip("-") or "policy"


def place_of(form: PolicyForm) -> str:
    """The id of the place that the policy is for."""
    return f"{form.place}-own-{slug(form.new_place)}" if form.new_place else form.place


@dataclass(frozen=True, slots=True)
class Part:
    """One condition that the ticks ask for: its name, its comparison, and what is said of it."""

    name: str
    comparison: tuple[str, ...]
    yes: str
    no: str
    cannot_tell: str
    unsettled: str = ""


def parts(form: PolicyForm) -> tuple[Part, ...]:
    """The conditions that all promises of the form share, in the order in which they are said."""
    shared = (_role(form), _crimes(form), _place(form), _involvement(form))
    return (*shared, _offences(form)) if form.offences else shared


def _role(form: PolicyForm) -> Part:
    return Part(
        "role",
        ('fact = "role"', f"includes_any = {_list(form.roles)}"),
        "You told us that you are {values}.",
        f"This is for {' and for '.join(_FOR_WHOM[role] for role in form.roles)}.",
        "We do not know yet if it happened to you, or if you saw it.",
    )


def _crimes(form: PolicyForm) -> Part:
    others = [name for name in CRIMES if name not in (*form.crimes, *SMALLER)] if form.crimes_open else []
    unsettled = [*others, "other_violent"]
    return Part(
        "crimes",
        ('fact = "crimes"', f"includes_any = {_list(form.crimes)}", f"unsettled = {_list(unsettled)}"),
        "The policy covers {values}.",
        "The policy does not cover {values}.",
        "We do not know yet what happened.",
        "It is not settled if the policy covers {values}.",
    )


def _place(form: PolicyForm) -> Part:
    return Part(
        "place",
        ('fact = "incident_place"', f"within = {_text(place_of(form))}"),
        "It happened in {values}.",
        "It happened in {values}, out of reach of this office.",
        "We do not know yet where it happened.",
        "It happened in {values}. We do not know yet if that is within reach of this office.",
    )


def _involvement(form: PolicyForm) -> Part:
    unsettled = [name for name in INVOLVEMENT if name not in (*form.involvement, "selling")]
    return Part(
        "involvement",
        ('fact = "involvement"', f"includes_any = {_list(form.involvement)}", f"unsettled = {_list(unsettled)}"),
        "You spoke of {values}, and the policy covers that.",
        "The policy does not cover the part that you told us of.",
        "We do not know yet what part you had in the sex trade, if any.",
        "It is not settled if the policy covers {values}.",
    )


def _offences(form: PolicyForm) -> Part:
    return Part(
        "offences",
        ('fact = "exposures"', f'some = {{ offence = {_inline(form.offences)}, charged = ["no"] }}'),
        "It names what you fear, and no charge is filed.",
        "Nothing you told us of is a charge that the policy covers.",
        "We do not know yet what could be used against you, or if a charge is filed.",
    )


def report_parts(form: PolicyForm) -> tuple[Part, ...]:
    """The conditions of a promise that asks for a report."""
    at_home = _SF_OFFICES if "us-ca-sf".startswith(place_of(form)) or place_of(form).startswith("us-ca-sf") else ()
    told = ("emergency_call", *_TOLD_ELSEWHERE, *at_home)
    unsettled = [name for name in (*_SF_OFFICES, "federal", "hospital") if name not in told]
    return (
        Part(
            "reporting",
            ('fact = "reporting"', 'is_one_of = ["planned", "made"]'),
            "You have told it, or plan to.",
            "This part is for people who report. You do not have to.",
            "We do not know yet if you want to report it.",
        ),
        Part(
            "told_to",
            ('fact = "reporting_to"', f"includes_any = {_list(told)}", f"unsettled = {_list(unsettled)}"),
            "You report to {values}.",
            "To tell {values} is not a report in this sense.",
            "We do not know yet who you would tell.",
            "It is not settled if it counts to tell {values}.",
        ),
    )


TRUTHFUL = Part(
    "truthful",
    ('fact = "truthful"', 'is = "yes"'),
    "You told us that nothing in the account is untrue, as far as you know.",
    "This part covers a true account only.",
    "We do not know yet if all of the account is true, as far as you know.",
)


def used_by(promise: PromiseTicks, form: PolicyForm) -> tuple[Part, ...]:
    """The conditions of one promise."""
    more = report_parts(form) if promise.needs_report else ()
    return (*parts(form), *more, *((TRUTHFUL,) if promise.needs_truth else ()))


def compile_form(form: PolicyForm, policy_id: str) -> str:
    """The file. It is read by the same code as any other file, so a form that lacks something is told there."""
    return "\n".join([*_head(form, policy_id), *_conditions(form), *_rules(form), *_examples(form), ""])


def _head(form: PolicyForm, policy_id: str) -> Iterator[str]:
    yield f"id = {_text(policy_id)}"
    yield f"title = {_text(form.title)}"
    yield f"short_title = {_text(form.title)}"
    yield f"plain_words = {_text(form.plain_words)}"
    yield f"who_promised = {_text(form.office)}"
    yield f"jurisdiction = {_text(place_of(form))}"
    yield f"kind = {_text(form.kind)}"
    yield f'verification = "{"secondary" if form.is_secondary else "unverified"}"'
    yield 'date_that_counts = "report"'
    for name, iso in (("in_force_from", form.made_on), ("in_force_until", form.ended_on)):
        if iso:
            yield f"{name} = {_text(iso)}"
    yield f"what_to_say = {_list(form.what_to_say)}"
    yield f"before_you_rely = {_list(form.before_you_rely)}"
    yield f"offences_reached = {_list(form.offences)}"
    yield f"effects = {_list([promise.effect for promise in form.promises])}"
    yield "limits = ["
    yield from (f'  {{ tag = "{tag}" }},' for tag in ALWAYS_SAID)
    if any(promise.needs_report for promise in form.promises):
        told = f"includes_any = {_inline(_TOLD_ELSEWHERE)}"
        yield f'  {{ tag = "binds_one_office", when = {{ fact = "reporting_to", {told} }}, narrows = "when_yes" }},'
    yield from (f'  {{ tag = "{limit.tag}"{limit.toml} }},' for limit in LIMITS if limit.tag in form.limits)
    yield "]"
    if form.new_place:
        yield from ("[place]", f"id = {_text(place_of(form))}", f"name = {_text(form.new_place)}")
        yield f"parent = {_text(form.place)}"
    yield from ("[source]", f"citation = {_text(form.citation)}", f"locator = {_text(form.locator)}")
    yield from (f"read_on = {form.checked_on}", 'read_by = "this organisation"')
    yield from ("[currency]", 'status = "unconfirmed"', f"checked_on = {form.checked_on}")
    yield 'how = "Added by this organisation. Ask the office if it still holds."'
    yield from ("[review]", 'by = "this organisation"', f"on = {form.checked_on}", f"due_on = {form.review_due_on}")
    yield f"lawyer = {_text(form.lawyer)}"


def _conditions(form: PolicyForm) -> Iterator[str]:
    used = {part.name: part for promise in form.promises for part in used_by(promise, form)}
    for part in used.values():
        yield f"[conditions.{part.name}]"
        yield from part.comparison
        yield f"[conditions.{part.name}.because]"
        yield from (f"yes = {_text(part.yes)}", f"no = {_text(part.no)}", f"cannot_tell = {_text(part.cannot_tell)}")
        if part.unsettled:
            yield f"unsettled = {_text(part.unsettled)}"


def _rules(form: PolicyForm) -> Iterator[str]:
    acts = "the acts that it names" if form.offences else "sex work"
    for promise in form.promises:
        words = EFFECTS[Effect(promise.effect)]
        yield from ("[[rules]]", f"id = {_text(promise.effect)}", f"title = {_text(words.title)}")
        yield f"effect = {_text(words.effect.replace('{acts}', acts))}"
        yield f"locator = {_text(promise.locator or form.locator)}"
        yield "headline = true"
        yield "applies_when.all = ["
        yield from (f'  {{ use = "{part.name}" }},' for part in used_by(promise, form))
        yield "]"


def _examples(form: PolicyForm) -> Iterator[str]:
    uses = {promise.effect: tuple(part.name for part in used_by(promise, form)) for promise in form.promises}
    for case in example_cases(form, place_of(form), uses):
        yield from ("[[examples]]", f"name = {_text(case.name)}")
        yield f"today = {case.today.isoformat()}"
        yield "[examples.rules]"
        yield from (f"{rule} = {_text(outcome)}" for rule, outcome in case.outcomes.items())
        yield "[examples.facts]"
        for fact, value in case.facts.items():
            yield f"{fact} = {_fact(value)}"


def _fact(value: object) -> str:
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{name} = {_text(text)}" for name, text in value.items()) + " }"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(_fact(item) for item in value) + "]"
    raise TypeError("an example holds texts, lists and records")


def _text(text: str) -> str:
    # what JSON writes between quotes is read alike in TOML, but for one sign that both forbid to be seen
    return json.dumps(text.replace("\x7f", ""), ensure_ascii=False)


def _list(texts: Sequence[str]) -> str:
    return "[" + "".join(f"\n  {_text(text)}," for text in texts) + ("\n]" if texts else "]")


def _inline(texts: Sequence[str]) -> str:
    return "[" + ", ".join(_text(text) for text in texts) + "]"


def new_id(title: str, taken: Sequence[str]) -> str:
    """An id that nobody has, after the title; a further version of one counts up."""
    start = f"{OWN}{slug(title)}"
    return next(name for number in range(1, len(taken) + 2) if (name := _numbered(start, number)) not in taken)


def next_version(policy_id: str, taken: Sequence[str]) -> str:
    """The id of the next version of a policy."""
    return new_id(series(policy_id).removeprefix(OWN), taken)


def series(policy_id: str) -> str:
    """What all versions of one policy have in common."""
    return re.sub(r"-v\d+$", "", policy_id)


def _numbered(start: str, number: int) -> str:
    return start if number == 1 else f"{start}-v{number}"
