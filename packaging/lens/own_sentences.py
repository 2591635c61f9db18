"""The sentences that our own pages say, as harmless texts: without them the lens finds what it never saw suspicious."""

from __future__ import annotations

from texts import OWN_SENTENCES, Text

from intake.referral.content import ReferralContent, load_referral_content
from intake.referral.frames import DatePrecision, Frame, FrameUse, Slot, Typed
from intake.referral.sentences import fits, sentence
from intake.wording.catalogue import load_wording

_LANGUAGES = ("en", "es")
_VALUES = 5
_DATES = {
    DatePrecision.DAY: "2026-11-19",
    DatePrecision.WEEK: "2026-11-16",
    DatePrecision.MONTH: "2026-11",
    DatePrecision.YEAR: "2026",
}
_NUMBERS = {Typed.PLATE: "8ABC123", Typed.PHONE: "4155550134", Typed.BADGE: "1234"}


def own_sentences(values: int = _VALUES) -> list[Text]:
    """Each frame with so many ``values`` or some more of each list; what people type into a gap is not among them."""
    content, problems = load_referral_content()
    if problems:
        raise SystemExit("\n".join(map(str, problems)))
    found = []
    for language in _LANGUAGES:
        wording = load_wording(language)
        said = dict.fromkeys(
            sentence(use, content, wording)
            for frame in content.frames.values()
            for use in _uses(frame, content, values)
        )
        for number, text in enumerate(said, 1):
            name = f"{language}-{number}"
            found.append(Text(name, f"{OWN_SENTENCES}:{name}", OWN_SENTENCES, language, "narrative", text, ()))
    return found


def _uses(frame: Frame, content: ReferralContent, values: int) -> list[FrameUse]:
    chosen = {name: _chosen(slot, content, values) for name, slot in frame.slots.items()}
    first = {name: options[0] for name, options in chosen.items() if options}
    filled = [first, *({**first, name: option} for name, options in chosen.items() for option in options)]
    return [use for use in (FrameUse(frame.id, slots) for slots in filled) if fits(use, content)]


def _chosen(slot: Slot, content: ReferralContent, values: int) -> list[tuple[str, ...]]:
    if slot.precision is not None:
        return [(_DATES[slot.precision],)]
    if slot.typed is not None:
        return [(_NUMBERS[slot.typed],)] if slot.typed in _NUMBERS else []
    listed = [value.id for value in content.slot_lists[slot.list_id].values]
    return [(value,) for value in listed[:: max(1, len(listed) // values)]]
