"""The words of one instrument, without any answer: for the library, and below a finding."""

from __future__ import annotations

from intake.protections.library.card import InstrumentCard
from ui.findings.lines import Lines
from ui.style.roles import Role


def say_promises(lines: Lines, card: InstrumentCard) -> None:
    """What it promises, rule by rule, and what stands beside the promises."""
    lines.say(card.plain_words)
    lines.say(card.who_promised, Role.HINT)
    if card.promises:
        lines.head(card.headings["promises"])
    for part in card.promises:
        lines.each((part.effect,))
    if card.asides:
        lines.head(card.headings["asides"])
    lines.each(f"{part.title}. {part.effect}" for part in card.asides)


def say_limits(lines: Lines, card: InstrumentCard) -> None:
    """Where it stops, each limit with where the law is written that it states."""
    if card.limits:
        lines.head(card.headings["stops"])
    for limit in card.limits:
        lines.each((limit.sentence,))
        lines.below(limit.source_line)


def say_what_to_do(lines: Lines, card: InstrumentCard) -> None:
    """What may be said to the person, and what the desk does before anybody relies on it."""
    lines.head(card.headings["say"])
    lines.each(card.what_to_say)
    lines.head(card.headings["first"])
    lines.each(card.before_you_rely)


def say_source(lines: Lines, card: InstrumentCard) -> None:
    """Where it is written, from when it holds, how and when it was checked, and when it is due again."""
    lines.head(card.headings["source"])
    lines.say(card.source_line)
    lines.say(card.dates_line)
    lines.say(card.verification_sentence, Role.BODY if card.is_read else Role.STRONG)
    lines.say(card.checked_line)
    lines.say(card.checked_how, Role.HINT)
    lines.say(card.read_line, Role.HINT)
    lines.say(f"{card.reviewed_line} {card.lawyer_line}", Role.HINT)
    if card.is_past_due:
        lines.pictured("clock", "stops", card.due_line, Role.STRONG)
    else:
        lines.say(card.due_line, Role.HINT)
    lines.head(card.headings["reaches"], Role.LABEL)
    lines.say(" · ".join((*card.effects, *card.offences)), Role.HINT)
