"""Six invented people, from the first question to the finished file. What they read is kept as word snapshots."""

from __future__ import annotations

import os
from pathlib import Path

import pypdfium2
import pytest

from intake.actions.protections.assess_case import assess_case
from intake.actions.referral.preview import PagePreview, preview_page
from intake.actions.referral.save_summary import Refused, Saved, save_summary
from intake.actions.referral.sign_release import (
    DrawnSignature,
    InkSignature,
    NotSigned,
    ReleaseForm,
    ReleaseLine,
    list_releases,
    revoke_release,
    sign_release,
)
from intake.actions.session import OpenVault
from tests.journeys.people import LENA, PEOPLE, Person
from tests.journeys.taking_down import panel_words, take_down

SNAPSHOTS = Path(__file__).parent / "snapshots"
REWRITE = os.environ.get("FORTHRIGHT_REWRITE") == "1"
NEVER_ON_A_PAGE = ("647", "1162", "sex work", "sex trade", "immunity", "policy", "Forthright", "visa", "prostitut")


def look(session: OpenVault, case_id: str, person: Person, ticks: frozenset[str] | None = None) -> PagePreview:
    """The page as the person sees it: what the reader always gets, and the ticks."""
    start = preview_page(session, case_id, person.recipient, None, person.name_choice, 15, "en")
    on = frozenset(name for row in start.rows if row.is_on for name in row.field_ids)
    wanted = on | (person.ticks if ticks is None else ticks)
    return preview_page(session, case_id, person.recipient, wanted, person.name_choice, 15, "en")


def form(preview: PagePreview, person: Person, **changes: object) -> ReleaseForm:
    """A permission for the page shown, everything talked through, signed in ink."""
    filled: dict[str, object] = {
        "recipient_id": person.recipient,
        "recipient_person": "",
        "purpose": "1",
        "items": frozenset(name for row in preview.rows if row.is_on for name in row.field_ids),
        "name_choice": person.name_choice,
        "page_hash": preview.page_hash,
        "method": "hand_carried",
        "two_way": False,
        "benefits_explained": True,
        "risks_explained": True,
        "alternatives": ("tell_them_yourself",),
        "days": 15,
        "event_expiry": "",
        "language_of_form": "en",
        "interpreter_used": False,
        "capacity_confirmed": True,
        "signer_role": "self",
        "signer_did_not_harm": True,
        "signature": InkSignature("blue folder"),
        "staff_code": "S7",
        "staff_role": "advocate",
    }
    return ReleaseForm(**{**filled, **changes})  # type: ignore[arg-type]  # a table of changes, typed by the dataclass


def signed(session: OpenVault, case_id: str, person: Person) -> ReleaseLine:
    done = sign_release(session, case_id, form(look(session, case_id, person), person))
    assert isinstance(done, ReleaseLine), done
    return done


def text_of(path: Path) -> str:
    with pypdfium2.PdfDocument(path) as pdf:
        assert len(pdf) == 1
        return str(pdf[0].get_textpage().get_text_range()).replace("\r\n", "\n")


def compare(name: str, words: str) -> None:
    path = SNAPSHOTS / name
    if REWRITE:
        path.write_text(words, encoding="utf-8")
    assert words == path.read_text(encoding="utf-8"), "if the words are meant, run again with FORTHRIGHT_REWRITE=1"


@pytest.mark.parametrize("person", PEOPLE, ids=lambda person: person.name)
def test_from_the_first_question_to_the_finished_file(session: OpenVault, person: Person, tmp_path: Path) -> None:
    case_id = take_down(session, person)
    panel = panel_words(assess_case(session, case_id))
    release = signed(session, case_id, person)
    saved = save_summary(session, case_id, release.id, tmp_path)
    assert isinstance(saved, Saved), saved
    assert [path.name for path in tmp_path.iterdir()] == [saved.file_name]
    page = text_of(tmp_path / saved.file_name)
    for word in (*person.stays, *NEVER_ON_A_PAGE):
        assert word.casefold() not in page.casefold(), word
    reference = next(line for line in session.store.releases(case_id)).release_id
    assert reference not in page
    compare(f"{person.name}.panel.txt", panel)
    compare(f"{person.name}.page.txt", without_reference(page, session, release.id))


def without_reference(page: str, session: OpenVault, release_id: str) -> str:
    from intake.referral.ref_code import ref_code

    return page.replace(ref_code(release_id), "REFERENCE")


def test_without_a_signature_there_is_no_permission_and_no_file(session: OpenVault, tmp_path: Path) -> None:
    case_id = take_down(session, LENA)
    preview = look(session, case_id, LENA)
    for change in (
        {"capacity_confirmed": False},
        {"risks_explained": False},
        {"method": ""},
        {"signer_role": ""},
        {"signer_did_not_harm": False},
        {"alternatives": ()},
        {"purpose": " "},
        {"signature": InkSignature(" ")},
        {"signature": DrawnSignature(())},
        {"page_hash": "0" * 64},
        {"items": frozenset({"ref"})},
    ):
        done = sign_release(session, case_id, form(preview, LENA, **change))
        assert isinstance(done, NotSigned), change
        assert all(reason.endswith(".") for reason in done.reasons)
    assert list_releases(session, case_id) == ()
    assert list(tmp_path.iterdir()) == []


def test_a_permission_taken_back_bites_at_once(session: OpenVault, tmp_path: Path) -> None:
    case_id = take_down(session, LENA)
    release = signed(session, case_id, LENA)
    assert revoke_release(session, case_id, release.id, "spoken").state == "revoked"
    assert isinstance(save_summary(session, case_id, release.id, tmp_path), Refused)
    assert list(tmp_path.iterdir()) == []


def test_an_answer_changed_after_signing_needs_a_new_signature(session: OpenVault, tmp_path: Path) -> None:
    from intake.actions.interview.record_answer import record_answer
    from intake.answers.model import AnswerStatus

    case_id = take_down(session, LENA)
    release = signed(session, case_id, LENA)
    record_answer(session, case_id, "happened.taken", AnswerStatus.GIVEN, ("bag",))
    refused = save_summary(session, case_id, release.id, tmp_path)
    assert isinstance(refused, Refused)
    assert "sign" in " ".join(refused.reasons)
    assert list(tmp_path.iterdir()) == []


def test_a_line_taken_off_does_not_stand_on_the_page(session: OpenVault) -> None:
    case_id = take_down(session, LENA)
    full = look(session, case_id, LENA)
    assert "The person took" in full.text
    kept = frozenset(name for row in full.rows if row.is_on for name in row.field_ids) - {"acts"}
    less = preview_page(session, case_id, LENA.recipient, kept, "name", 15, "en")
    assert "The person took" not in less.text
    assert [row.id for row in less.rows] == [row.id for row in full.rows]


def test_the_page_is_empty_of_everything_that_needs_a_tick_until_it_is_ticked(session: OpenVault) -> None:
    case_id = take_down(session, LENA)
    plain = look(session, case_id, LENA, ticks=frozenset())
    assert "Mission" not in plain.text
    assert all(row.is_empty for row in plain.rows if row.needs_tick)
    assert "Mission" in look(session, case_id, LENA).text
