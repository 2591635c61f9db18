"""The rows of the field matrix: everything that a page could ever speak of. What is not listed cannot be said."""

from __future__ import annotations

from enum import StrEnum


class FieldRule(StrEnum):
    """How one recipient stands to one field; a field without a rule is never told to that recipient.

    ``ALWAYS``: on the page from the start, and off it when the release does not name it. ``IF_TICKED``: off from the
    start. Either way nothing is told that the release does not name, save the lines that are the same for everybody.
    """

    ALWAYS = "always"
    IF_TICKED = "if_ticked"


REF = "ref"
NAME_TO_USE = "name_to_use"
CONTACT_LINE = "contact_line"
REPORT_NUMBER = "report_number"

SAME_FOR_EVERYBODY = frozenset({REF, CONTACT_LINE})
"""Fields that say nothing of the person and need no permission: the reference, and how to reach the program."""

FIELDS = (
    REF,
    NAME_TO_USE,
    "legal_name",
    "pronouns",
    "language",
    "access_needs",
    CONTACT_LINE,
    "contact_direct",
    "adult",
    "role",
    "event_type",
    "date",
    "time",
    "place",
    "acts",
    "force",
    "aggressor_description",
    "aggressor_identifiers",
    "how_known",
    "danger",
    "injuries",
    "exam_facts",
    "evidence",
    "witness",
    REPORT_NUMBER,
    "advocate_present",
    "name_confidentiality",
    "household",
    "help_asked",
    "losses",
)
"""Field ids in order of the matrix."""

RECIPIENT_IDS = (
    "da_victim_services",
    "police_special_victims",
    "police_oversight",
    "hospital_safe",
    "shelter",
    "legal_help",
    "therapist",
    "victim_compensation",
    "community_alert",
    "reporter_copy",
)
"""Every recipient that a frame may name, whether its template is shipped yet or not."""
