"""The one way out: every reason to refuse leaves the folder empty, and only a whole page gets through."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from intake.cases.model import ShareableView
from intake.clock import FixedClock
from intake.export.exporter import FormatWords, exporters
from intake.export.pdf_pages import page_texts
from intake.export.refer import Referral, refer
from intake.export.save_summary import Prepared, Refused, Saved, Summary, prepare_summary, save_summary
from intake.referral.frames import FrameUse, OwnWords
from intake.releases.model import Release, SignerRole
from intake.releases.refusal import Refusal
from tests.unit.referral.pages import (
    GOOD_RELEASE,
    TODAY,
    content,
    full_view,
    half_view,
    net,
    questions,
    view,
    wording,
)

PDF = exporters()["pdf"]
EMPTY = ShareableView()


def save(summary: Summary, folder: Path, today: date = TODAY) -> Saved | Refused:
    return save_summary(summary, content(), wording("en"), PDF, folder, today)


def summary(seen: ShareableView = EMPTY, release: Release = GOOD_RELEASE, **more: object) -> Summary:
    return Summary(seen, "da_victim_services", release, **{"net": net(), **more})  # type: ignore[arg-type]  # any field


def refused(done: Saved | Refused, folder: Path) -> list[str]:
    assert isinstance(done, Refused)
    assert list(folder.iterdir()) == []
    return [one.check for one in done.refusals]


def test_a_signed_release_lets_one_file_out(tmp_path: Path) -> None:
    done = save(summary(full_view()), tmp_path)
    assert isinstance(done, Saved)
    assert list(tmp_path.iterdir()) == [done.file]
    assert done.sha256 == hashlib.sha256(done.file.read_bytes()).hexdigest()
    assert done.pages == 1
    assert "Summary-" not in repr(done)


@pytest.mark.parametrize(
    ("change", "check"),
    [
        ({"signature": None}, "not_signed"),
        ({"recipient": "hospital_safe"}, "wrong_recipient"),
        ({"expires_on": TODAY - timedelta(days=1)}, "expired"),
        ({"starts_on": TODAY + timedelta(days=1)}, "not_yet_started"),
        ({"revoked_on": TODAY}, "revoked"),
        ({"event_happened": True}, "event_happened"),
        ({"items_released": ()}, "no_items"),
        ({"capacity_check": False}, "capacity"),
        ({"risks_explained": False}, "risks"),
        ({"copy_hash_local": "0" * 64}, "page_changed"),
        ({"person_name_or_code": "Rosa, no visa"}, "name_to_use"),
        ({"discloser_org": "Sex Worker Outreach"}, "prepared_by"),
    ],
)
def test_without_a_release_that_holds_nothing_leaves(tmp_path: Path, change: dict[str, object], check: str) -> None:
    release = replace(GOOD_RELEASE, **change)  # type: ignore[arg-type]
    assert check in refused(save(summary(half_view(), release), tmp_path), tmp_path)


def test_the_age_in_the_case_decides_who_may_sign(tmp_path: Path) -> None:
    minor = view(limits__adult="no")
    assert refused(save(summary(minor), tmp_path), tmp_path) == ["signer_may_not_sign"]
    signed = replace(GOOD_RELEASE, signer_role=SignerRole.MINOR_SELF)
    assert isinstance(save(summary(minor, signed), tmp_path), Saved)


def test_an_unknown_recipient_and_an_unlisted_word_are_refused(tmp_path: Path) -> None:
    stranger = Summary(EMPTY, "the_press", GOOD_RELEASE, net=net())
    assert refused(save(stranger, tmp_path), tmp_path) == ["unknown_recipient"]
    assert isinstance(prepare_summary(stranger, content(), wording("en"), PDF, TODAY), Refused)
    odd = summary(fact_list=(FrameUse("acts.taken", {"things": ("gold",)}),))
    assert refused(save(odd, tmp_path), tmp_path) == ["slot_values"]


@pytest.mark.parametrize("which", ["page_hash", "sha256"])
def test_the_page_that_was_signed_is_the_page_that_leaves(tmp_path: Path, which: str) -> None:
    prepared = prepare_summary(summary(half_view()), content(), wording("en"), PDF, TODAY)
    assert isinstance(prepared, Prepared)
    release = replace(GOOD_RELEASE, copy_hash_local=getattr(prepared, which))
    done = save(summary(half_view(), release), tmp_path)
    assert isinstance(done, Saved)
    assert done.file.read_bytes() == prepared.finished
    done.file.unlink()
    assert refused(save(summary(full_view(), release), tmp_path), tmp_path) == ["page_changed"]


def test_own_words_are_kept_aside_and_the_page_is_saved_without_them(tmp_path: Path) -> None:
    done = save(summary(fact_list=(OwnWords("ZEBRA said so"), FrameUse("acts.hit"))), tmp_path)
    assert isinstance(done, Saved)
    text = " ".join(page_texts(done.file.read_bytes()))
    assert "hit or hurt" in text
    assert "ZEBRA" not in text


class Doubtful:
    """A format whose files never pass their own reading."""

    name, suffix, seal = "doubtful", ".x", None
    words = FormatWords("Doubtful", "For nothing.")

    def render(self, _page: object, /) -> bytes:
        return b"ZEBRA"

    def read_back(self, _finished: bytes, _page: object, /) -> tuple[Refusal, ...]:
        return (Refusal("file_text", "Thrown away."),)

    def strings(self, _finished: bytes, /) -> tuple[str, ...]:
        return ()


def test_a_file_that_does_not_read_back_is_never_written(tmp_path: Path) -> None:
    done = save_summary(summary(), content(), wording("en"), Doubtful(), tmp_path, TODAY)
    assert refused(done, tmp_path) == ["file_text"]


def test_a_page_without_room_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("intake.referral.compose.LETTERS_PER_LINE", 10_000)
    assert refused(save(summary(full_view()), tmp_path), tmp_path) == ["no_room"]


def test_a_page_that_reads_wrong_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("intake.referral.compose.sentence", lambda *_: "The person said ZEBRA.")
    assert refused(save(summary(full_view()), tmp_path), tmp_path) == ["line_not_understood"]


def test_the_verb_refers_from_two_files(tmp_path: Path) -> None:
    case = {"id": "c", "jurisdiction": "us-ca-sf", "answers": {"limits.adult": {"status": "given", "value": "yes"}}}
    release = {
        "release_id": "5f0c2a",
        "discloser_org": "Harbor Desk",
        "recipient_org": "hospital_safe",
        "items_released": ["limits.adult"],
        "method": "printed by staff",
        "benefits_explained": True,
        "risks_explained": True,
        "capacity_check": True,
        "signer_role": "self",
        "signature": "ink",
        "signed_on": "2025-05-05",
        "starts_on": "2025-05-05",
        "expires_on": "2025-05-20",
    }
    clock = FixedClock(datetime(2025, 5, 6, tzinfo=UTC))

    def run(recipient: str, form: str) -> Saved | Refused:
        wanted = Referral(case, release, recipient, form, tmp_path)
        return refer(wanted, content(), questions(), wording("en"), clock, net())

    assert refused(run("da_victim_services", "pdf"), tmp_path) == ["wrong_recipient"]
    assert refused(run("hospital_safe", "stone"), tmp_path) == ["unknown_format"]
    done = run("hospital_safe", "pdf")
    assert isinstance(done, Saved)
    assert "The reporter is an adult." in " ".join(page_texts(done.file.read_bytes()))
