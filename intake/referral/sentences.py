"""A frame and its slots become one sentence in the language of the page; anything unlisted is turned away."""

from __future__ import annotations

from datetime import timedelta

from babel.dates import format_date, format_skeleton
from babel.lists import format_list

from intake.answers.approximate_date import approximate_date
from intake.answers.model import ApproximateDate
from intake.referral.content import ReferralContent
from intake.referral.frames import DatePrecision, Frame, FrameUse, Slot
from intake.referral.typed_names import SHAPES
from intake.wording.catalogue import Wording

_PRECISIONS = {4: DatePrecision.YEAR, 7: DatePrecision.MONTH, 10: DatePrecision.DAY}


def precision_of(when: ApproximateDate) -> DatePrecision:
    """How exact a remembered date is."""
    return _PRECISIONS[len(when.iso)]


def at_precision(when: ApproximateDate, precision: DatePrecision) -> ApproximateDate | None:
    """A remembered date as a slot of this precision says it, or None when it is more or less exact than that."""
    if precision is DatePrecision.WEEK and precision_of(when) is DatePrecision.DAY:
        return approximate_date((when.earliest - timedelta(days=when.earliest.weekday())).isoformat())
    return when if precision_of(when) is precision else None


def fits(use: FrameUse, content: ReferralContent) -> bool:
    """Whether the frame exists and every slot is filled from its closed list, or by a date of its precision."""
    frame = content.frames.get(use.frame_id)
    if frame is None or set(use.slots) != set(frame.slots):
        return False
    return all(_slot_fits(frame.slots[name], values, content) for name, values in use.slots.items())


def _slot_fits(slot: Slot, values: tuple[str, ...], content: ReferralContent) -> bool:
    if not values or len(set(values)) != len(values) or (len(values) > 1 and not slot.many):
        return False
    if slot.precision is not None:
        when = approximate_date(values[0])
        return when is not None and at_precision(when, slot.precision) == when
    if slot.typed is not None:
        return SHAPES[slot.typed].fullmatch(values[0]) is not None
    slot_list = content.slot_lists.get(slot.list_id)
    return slot_list is not None and all(slot_list.has(value) for value in values)


def sentence(use: FrameUse, content: ReferralContent, wording: Wording) -> str:
    """The sentence. Raises KeyError or ValueError for a use that does not fit; check with ``fits`` first."""
    if not fits(use, content):
        raise ValueError("a slot is filled with something that is not on its list")
    frame = content.frames[use.frame_id]
    text = wording.text(frame.message_id, frame.text)
    for name, values in use.slots.items():
        text = text.replace(f"{{{name}}}", _filled(frame, name, values, content, wording))
    return text


def _filled(frame: Frame, name: str, values: tuple[str, ...], content: ReferralContent, wording: Wording) -> str:
    slot = frame.slots[name]
    if slot.precision is not None:
        when = approximate_date(values[0])
        return "" if when is None else date_in_words(when, wording)
    if slot.typed is not None:
        return values[0]
    slot_list = content.slot_lists[slot.list_id]
    in_order = [value.id for value in slot_list.values if value.id in values]
    labels = dict.fromkeys(slot_list.label(value, wording) for value in in_order)
    return format_list(list(labels), locale=wording.language)


def date_in_words(when: ApproximateDate, wording: Wording) -> str:
    """A day, a month or a year as the language writes it."""
    match precision_of(when):
        case DatePrecision.DAY:
            return format_date(when.earliest, format="long", locale=wording.language)
        case DatePrecision.MONTH:
            return format_skeleton("yMMMM", when.earliest, locale=wording.language)
        case _:
            return str(when.earliest.year)
