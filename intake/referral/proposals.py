"""Which frames the answers propose. Silence, and the four ways of not answering, propose nothing."""

from __future__ import annotations

from intake.answers.model import AnswerValue, ApproximateDate, Choice, Choices
from intake.cases.model import ShareableView
from intake.conditions.evaluate import evaluate
from intake.conditions.facts import Facts, FactValue
from intake.conditions.model import Truth
from intake.referral.choosing.whose_words import may_say, whose_words
from intake.referral.content import ReferralContent
from intake.referral.frames import Frame, FrameUse, SayRule, Slot, SlotSource
from intake.referral.recipients import Recipient
from intake.referral.sentences import at_precision


def proposals(view: ShareableView, recipient: Recipient, content: ReferralContent) -> tuple[FrameUse, ...]:
    """Everything that could be said to this recipient, ticked or not, most important first within each field."""
    facts, who = answers_as_facts(view), whose_words(view)
    frames = (frame for frame in content.frames_for(recipient.id) if not frame.by_hand)
    found = (_proposed(frame, view, facts, content) for frame in frames)
    return tuple(use for use in found if use is not None and may_say(use, who, content))


def contradicts(use: FrameUse, view: ShareableView, content: ReferralContent) -> bool:
    """Whether a sentence that must agree with the answers says something else than they do."""
    frame = content.frames[use.frame_id]
    facts = answers_as_facts(view)
    if not may_say(use, whose_words(view), content):
        return True
    if not frame.must_agree:
        return False
    asked = {source.question for rule in frame.say for source in rule.slots.values()}
    judged = [evaluate(rule.when, facts).truth for rule in frame.say if rule.when is not None]
    answered = any(view.given(question) is not None for question in asked) or Truth.NO in judged
    proposed = _proposed(frame, view, facts, content)
    return answered and (proposed is None or dict(proposed.slots) != dict(use.slots))


def answers_as_facts(view: ShareableView) -> Facts:
    """The given answers by question id, for conditions that speak of questions."""
    values: dict[str, FactValue] = {}
    for question_id in view.answers:
        value = _as_fact(view.given(question_id))
        if value is not None:
            values[question_id] = value
    return Facts(values)


def _as_fact(value: AnswerValue | None) -> FactValue | None:
    match value:
        case Choice(option):
            return option
        case Choices(options):
            return options
        case ApproximateDate(iso):
            return iso
        case _:
            return None


def _proposed(frame: Frame, view: ShareableView, facts: Facts, content: ReferralContent) -> FrameUse | None:
    for rule in frame.say:
        if rule.when is not None and evaluate(rule.when, facts).truth is not Truth.YES:
            continue
        use = _filled(frame, rule, view, content)
        if use is not None:
            return use
    return None


def _filled(frame: Frame, rule: SayRule, view: ShareableView, content: ReferralContent) -> FrameUse | None:
    slots: dict[str, tuple[str, ...]] = {}
    for name, source in rule.slots.items():
        values = _values(frame.slots[name], source, view, content)
        if not values:
            return None
        slots[name] = values
    return FrameUse(frame.id, slots)


def _values(slot: Slot, source: SlotSource, view: ShareableView, content: ReferralContent) -> tuple[str, ...]:
    given = view.given(source.question)
    if isinstance(given, ApproximateDate):
        said = at_precision(given, slot.precision) if slot.precision else None
        return (said.iso,) if said else ()
    options = _options(given)
    slot_list = content.slot_lists.get(slot.list_id)
    targets = dict.fromkeys(source.renamed.get(option, option) for option in options)
    values = tuple(target for target in targets if slot_list is not None and slot_list.has(target))
    return values if slot.many else values[:1]


def _options(given: AnswerValue | None) -> tuple[str, ...]:
    match given:
        case Choice(option):
            return (option,)
        case Choices(options):
            return options
        case _:
            return ()
