"""Read what the desk is told beside the rules: what to say, what to do first, what it reaches, when it is due again."""

from __future__ import annotations

import re

from intake.protections.data_files.table_reader import TableReader
from intake.protections.model import Effect, Review

_OFFENCE = re.compile(r"[a-z0-9]+([.-][a-z0-9]+)*", re.ASCII)
_ENDS = (".", "?")


def read_sentences(reader: TableReader, key: str, *, at_most: int) -> tuple[str, ...]:
    """One to ``at_most`` full sentences, in the order in which they are said or done."""
    found = reader.texts(key)
    if not 1 <= len(found) <= at_most:
        reader.complain(key, f"'{key}' holds 1 to {at_most} sentences.", f'Write {key} = ["...", "..."].')
    for text in found:
        if not text.endswith(_ENDS):
            reader.complain(key, f"In '{key}' a line is no full sentence.", "End it with a full stop.")
    if len(set(found)) < len(found):
        reader.complain(key, f"'{key}' says one thing twice.", "Take one of them out.")
    return found


def read_effects(reader: TableReader) -> tuple[Effect, ...]:
    """What it does, at least one word of the closed list."""
    found = reader.texts("effects")
    for word in found:
        if word not in tuple(Effect):
            reader.complain("effects", f"'{word}' is no effect known here.", f"Use some of: {', '.join(Effect)}.")
    known = tuple(Effect(word) for word in found if word in tuple(Effect))
    if not found:
        reader.complain("effects", "'effects' names no effect.", f"Use some of: {', '.join(Effect)}.")
    return known


def read_offences(reader: TableReader) -> tuple[str, ...]:
    """The ids of the offences that it speaks of; an empty list says that it speaks of none."""
    found = reader.texts("offences_reached")
    if reader.value("offences_reached") is None:
        reader.complain("offences_reached", "'offences_reached' is missing.", "Write offences_reached = [] for none.")
    for offence in found:
        if not _OFFENCE.fullmatch(offence):
            what = f"'{offence}' is not the id of an offence."
            reader.complain("offences_reached", what, "Use small letters, digits, dots and hyphens.")
    return found


def read_review(reader: TableReader) -> Review:
    """Who went over it and when it is due again."""
    review = Review(reader.text("by"), reader.day("on"), reader.day("due_on"), reader.text("lawyer"))
    reader.finish()
    if review.due_on <= review.on:
        reader.complain("due_on", "The next review is due before the last one.", "Mend one of the two days.")
    return review
