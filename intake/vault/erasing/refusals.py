"""Why nothing, or not all, was erased."""

from __future__ import annotations

from collections.abc import Sequence

from intake.errors import Mishap


def legal_hold() -> Mishap:
    """Somebody with a right to it has asked for the record; to erase it now could be a crime."""
    return Mishap(
        "legal_hold",
        "A report is on hold, so nothing was erased.",
        "All of it is still here, locked.",
        "Talk to your lawyer. When they say so, end the hold first, then erase.",
    )


def these_are_held(labels: Sequence[str]) -> Mishap:
    """Among several, some are on hold. Their labels are random and say nothing of anybody."""
    return Mishap(
        "legal_hold",
        "On hold: {labels}. So nothing was erased.",
        "All of it is still here, locked.",
        "Take them out of your choice, or talk to your lawyer.",
        labels=", ".join(labels),
    )


def wrong_count() -> Mishap:
    """The number that was typed is not the number of reports."""
    return Mishap(
        "wrong_count",
        "The number you typed is not the number of reports.",
        "Nothing was erased.",
        "Count the reports again, then type the number.",
    )


def wrong_label() -> Mishap:
    """The name of the report was not typed as it stands."""
    return Mishap(
        "wrong_label",
        "What you typed is not the name of this report.",
        "Nothing was erased.",
        "Type the name of the report as it stands above.",
    )


def unfinished() -> Mishap:
    """The rows are gone for good; the old pages could not all be written over."""
    return Mishap(
        "erase_unfinished",
        "It is gone from the reports, but the disk did not let us write over every trace.",
        "What was to stay is still here. What is left of it is locked.",
        "Make room on the disk, then lock and unlock. The rest is done then.",
    )
