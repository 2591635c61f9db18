"""A report about an officer never goes to the station or unit where that officer serves."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from intake.answers.model import Choice, Choices, Text
from intake.cases.model import ShareableView
from intake.referral.content import ReferralContent
from intake.referral.frames import FrameUse, Line
from intake.referral.recipients import Recipient
from intake.releases.refusal import Refusal

UNITS = "police_units"
"""The slot list of stations and units. What it names in a release or in an answer is recognised by its words."""

_SAID_BY = (("other_person.known", "officer"), ("other_person.official", "police"), ("happened.kinds", "officer"))
_NAMED_IN = "other_person.name"
_CHOSEN_IN = "other_person.unit"
_ANY_STATION = {"station", "substation", "precinct"}
_SMALL_WORDS = {"the"}


def own_unit_refused(
    view: ShareableView, lines: Sequence[Line], recipient: Recipient, goes_to: str, content: ReferralContent
) -> Iterator[Refusal]:
    """Whether an officer is reported, and this page would reach, or might reach, the place where they serve.

    ``goes_to`` is what the release says of office, unit and person. A station is a doubt while nobody has noted
    where the officer serves; the unit that a recipient's template is made for is not.
    """
    if not _is_officer(view, lines):
        return
    own = _serves_in(view, lines, content)
    reached = _units_in(goes_to, content)
    if recipient.police_unit:
        reached |= {recipient.police_unit}
    doubtful = bool(reached - {recipient.police_unit}) or bool(_words(goes_to) & _ANY_STATION)
    if own & reached or (doubtful and not own):
        yield Refusal(
            "own_unit",
            "The report is about an officer, and this page may reach the station or unit where the officer serves. "
            "Choose an office outside it, such as the one that looks into complaints about officers.",
        )


def _is_officer(view: ShareableView, lines: Sequence[Line]) -> bool:
    said = any(option in _options(view, question) for question, option in _SAID_BY)
    return said or any(
        line.frame_id.startswith("officer.") or {"officer", "police"} & set(sum(line.slots.values(), ()))
        for line in lines
        if isinstance(line, FrameUse) and line.frame_id.startswith(("officer.", "other_person."))
    )


def _options(view: ShareableView, question_id: str) -> tuple[str, ...]:
    match view.given(question_id):
        case Choice(option):
            return (option,)
        case Choices(options):
            return options
        case _:
            return ()


def _serves_in(view: ShareableView, lines: Sequence[Line], content: ReferralContent) -> set[str]:
    chosen = {
        value
        for line in lines
        if isinstance(line, FrameUse)
        for name, values in line.slots.items()
        if content.frames[line.frame_id].slots[name].list_id == UNITS
        for value in values
    }
    chosen |= set(_options(view, _CHOSEN_IN)) & {unit.id for unit in content.slot_lists[UNITS].values}
    named = view.given(_NAMED_IN)
    return chosen | (_units_in(named.text, content) if isinstance(named, Text) else set())


def _units_in(text: str, content: ReferralContent) -> set[str]:
    said = _words(text)
    return {unit.id for unit in content.slot_lists[UNITS].values if _words(unit.label) <= said}


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.casefold())) - _SMALL_WORDS
