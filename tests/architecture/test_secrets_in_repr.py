"""No repr shows what a person said: a text field of any class is hidden, or stands in one of the lists below."""

from __future__ import annotations

import dataclasses
import importlib
import pkgutil
from collections.abc import Iterator

import pytest

import intake
import ui

# ids, codes and digests: chosen by the program, never typed by anybody
CODES = {
    "way",
    "action", "advice_id", "audience", "case_id", "catalogue", "check", "code", "contrast", "copy_choice", "fault", "frame_id", "fingerprint", "id", "instrument",
    "kdf", "kind", "language", "language_of_form", "letter", "method", "month", "name_choice", "page_hash", "page_language", "purpose",
    "question_id", "read", "recipient", "recipient_id", "release_id", "request_id", "row_id", "sha256", "shape", "signer_role", "standing", "state",
    "vault_id", "section_id", "put", "remove", "when", "suffix", "file_name", "what",
    "format_name", "needs",
}  # fmt: skip
# words of our own data files, and a case's random label
OUR_WORDS = {
    "added_line", "advice", "case_label", "category", "checked_line", "earlier", "field", "final_question", "headline", "help", "label", "message", "name",
    "never_released", "next_prompt", "not_required", "plain_words", "prompt", "recipient_name", "redisclosure",
    "review_line", "right_to_revoke", "risk", "risk_line", "script", "section_title", "source_line", "stops_line", "tip", "title", "verification_line",
    "what_for", "why", "why_we_ask", "word", "words",
}  # fmt: skip
LISTS_OF_OURS = {
    "alternatives",
    "choices",
    "field_ids",
    "limits",
    "limits_short",
    "notes",
    "passed_by",
    "problems",
    "reasons",
    "warnings",
}
# these modules hold content, law or our own code, never what a person said
CONTENT_ONLY = (
    "intake.__main__", "intake.clock", "intake.conditions.model", "intake.content", "intake.errors",
    "intake.protections.", "intake.questions.", "intake.referral.fields", "intake.referral.frames",
    "intake.referral.never_words", "intake.referral.page_words", "intake.referral.recipients",
    "intake.referral.slot_lists", "intake.releases.words", "intake.resource_files", "intake.screening.gate.words", "intake.screening.languages",
    "intake.screening.packs", "intake.screening.patterns", "intake.time_limits.model", "intake.wording",
    "ui.__main__", "ui.style.",
)  # fmt: skip


def personal_dataclasses() -> Iterator[type]:
    for package in (intake, ui):
        for module in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
            if module.name.startswith(CONTENT_ONLY):
                continue
            for thing in vars(importlib.import_module(module.name)).values():
                if isinstance(thing, type) and dataclasses.is_dataclass(thing) and thing.__module__ == module.name:
                    yield thing


@pytest.mark.parametrize("kind", list(personal_dataclasses()), ids=lambda kind: f"{kind.__module__}.{kind.__name__}")
def test_text_a_person_may_have_given_is_not_in_the_repr(kind: type) -> None:
    texts = {"str", "bytes", "str | None", "bytes | None", "tuple[str, ...]", "frozenset[str]"}
    shown = {one.name for one in dataclasses.fields(kind) if one.repr and str(one.type) in texts}
    known = CODES | OUR_WORDS | LISTS_OF_OURS
    assert shown <= known, f"give these repr=False, or say above that they are ours: {sorted(shown - known)}"
