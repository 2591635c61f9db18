"""The fixed words of the panel. Never a flat yes: what holds is always said with the number of its limits."""

from __future__ import annotations

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "holds": "Holds, with {count} limits",
    "holds_one": "Holds, with 1 limit",
    "holds_in_part": "Holds in part, with {count} limits",
    "holds_in_part_one": "Holds in part, with 1 limit",
    "not_checked": "Wording not checked: ask first",
    "model_only": "A model only: it binds nobody here",
    "one_answer": "One answer would settle it",
    "some_answers": "A few answers would settle it",
    "not_settled": "Not settled: ask a lawyer first",
    "does_not_reach": "Does not reach this",
    "not_in_force": "Not in force then",
    "text_read": "We have read the wording.",
    "secondary": "We have not read the wording. This is how others tell it.",
    "unverified": "Nobody here has seen the wording yet.",
    "written_in": "Written in: {citation}, {locator}",
    "reported_in": "As reported in: {citation}, {locator}",
    "not_seen_in": "Not yet looked up: {citation}, {locator}",
    "checked": "Checked on {day}.",
    "added_here": "Added by this organisation on {day}.",
    "review_due": "Checked on {day}; due to be checked again.",
    "clock_behind": "Checked on {day}. The clock of this computer says an earlier day.",
    "ask_if_still": "Checked on {day}. Ask first if it still holds.",
    "group_holds": "May help, in full or in part",
    "group_answers": "An answer could settle it",
    "group_lawyer": "Not settled: ask a lawyer",
    "group_outside": "Does not reach this so far ({count})",
    "group_model": "Models, not law ({count})",
    "panel_title": "What may protect",
    "panel_lead": "Changes as you talk. Never a promise: each has limits.",
    "panel_changed": "What may protect has changed.",
    "stops": "Stops: {limits}",
    "more": "and {count} more",
    "settled_by": "What would settle it",
    "narrowed_by": "Narrowed by: {limits}",
    "go_to": "Go to the question: {prompt}",
    "met": "Met",
    "not_met": "Not met",
    "not_known": "Not known yet",
}
"""English by name; the message id is ``protections.<name>``."""
