"""Every instrument in one table for each place, as docs/protections.md holds it. Made from the data, never by hand."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from intake.content import Content
from intake.protections.library.card import every_limit, offence_words, place_words
from intake.protections.library.words import WORDS
from intake.protections.model import Instrument, Protections, RuleRole
from intake.wording.catalogue import Wording

_START = """# Protections

What this program knows of, as its data files say it. Made by `make protections`; a test keeps it true.
*Read* says how well the wording was checked: `text_read` in the text itself, `secondary` in accounts of others,
`unverified` not seen. Nothing here is legal advice, and no lawyer has gone over a file unless its row says so.
"""
_COLUMNS = (
    "Instrument", "Kind", "Promises", "What it does", "Offences it speaks of", "In force", "Read", "Still holds",
    "Last checked", "Review due", "Lawyer", "Where it stops",
)  # fmt: skip


def protections_page(content: Content) -> str:
    """The whole page in Markdown."""
    return "\n".join([_START, *_tables(content.protections)])


def _tables(protections: Protections) -> Iterator[str]:
    english = Wording()
    order = sorted(protections.instruments, key=lambda one: (one.jurisdiction == "model", one.jurisdiction))
    for place, instruments in groupby(order, key=lambda one: one.jurisdiction):
        yield f"## {place_words(place, protections, english)}\n"
        yield f"| {' | '.join(_COLUMNS)} |"
        yield f"| {' | '.join('---' for _ in _COLUMNS)} |"
        for instrument in instruments:
            yield f"| {' | '.join(_row(instrument, protections))} |"
        yield ""


def _row(instrument: Instrument, protections: Protections) -> Iterator[str]:
    english = Wording()
    promises = instrument.promises
    beside = sum(rule.role is not RuleRole.PROMISE for rule in instrument.rules)
    yield f"**{instrument.title}** `{instrument.id}`"
    yield WORDS[f"kind.{instrument.kind}"]
    yield "; ".join(rule.title for rule in promises) + (f" (and {beside} beside them)" if beside else "")
    yield ", ".join(WORDS[f"effect.{effect}"] for effect in instrument.effects)
    yield ", ".join(offence_words(english, offence) for offence in instrument.offences_reached) or "none"
    start, end = instrument.in_force_from, instrument.in_force_until
    yield f"from {start.iso if start else 'an unknown day'}" + (f" until {end.iso}" if end else "")
    yield f"`{instrument.verification}`"
    yield instrument.currency.status.value
    yield instrument.currency.checked_on.isoformat()
    yield instrument.review.due_on.isoformat()
    yield instrument.review.lawyer
    limits = (
        protections.limits[tag].short for tag in every_limit(instrument, protections) if tag in protections.limits
    )
    yield ", ".join(limits) or "nothing of its own"
