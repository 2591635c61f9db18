"""The verb `refer`: a case and a release in, one page out, or a refusal with nothing left behind."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import IO, Any

import pytest

ROOT = Path(__file__).parent.parent.parent
TODAY = datetime.now(UTC).date()
ITEMS = ["name_to_use", "language", "adult", "role", "event_type", "date", "acts", "force", "danger", "help_asked"]


def given(value: object) -> dict[str, object]:
    return {"status": "given", "value": value}


CASE: dict[str, Any] = {
    "id": "c-1",
    "jurisdiction": "us-ca-sf",
    "answers": {
        "limits.adult": given("yes"),
        "happened.who": given("to_me"),
        "happened.kinds": given(["robbed"]),
        "happened.taken": given(["phone", "keys"]),
        "happened.how_taken": given("force"),
        "wishes.not_wanted": given("MARKER that stays"),
        "comfort.name": given("MARKER Name"),
        "danger.again": {"status": "declined"},
    },
    "fact_list": [],
    "evidence": [],
}
RELEASE: dict[str, Any] = {
    "release_id": "b2b0c4d7e1",
    "discloser_org": "Harbor Program, 415 555 0134",
    "person_name_or_code": "Lena",
    "recipient_org": "da_victim_services",
    "recipient_unit": "",
    "recipient_person": "",
    "purpose": "Support through a court case",
    "items_released": ITEMS,
    "items_never_released": "the constant list",
    "method": "hand_carried",
    "two_way": False,
    "benefits_explained": True,
    "risks_explained": True,
    "alternatives_discussed": ["tell_them_yourself"],
    "redisclosure_warning": True,
    "not_required_for_service": True,
    "right_to_revoke_how": "spoken or written",
    "starts_on": TODAY.isoformat(),
    "expires_on": (TODAY + timedelta(days=15)).isoformat(),
    "event_expiry": None,
    "language_of_form": "en",
    "interpreter_used": False,
    "capacity_check": True,
    "signer_role": "self",
    "signer_did_not_harm": True,
    "signature": {"kind": "ink", "place_kept": "folder"},
    "signed_on": TODAY.isoformat(),
    "staff_code": "S7",
    "staff_role": "advocate",
    "revoked_on": None,
}


def refer(
    folder: Path,
    case: object = CASE,
    release: object = RELEASE,
    recipient: str = "da_victim_services",
    form: str = "pdf",
    answer_to: IO[bytes] | int = subprocess.PIPE,
) -> tuple[subprocess.CompletedProcess[bytes], Path]:
    out = folder / "out"
    out.mkdir()
    for name, content in (("case.json", case), ("release.json", release)):
        (folder / name).write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    arguments = ["--case", str(folder / "case.json"), "--release", str(folder / "release.json")]
    arguments += ["--recipient", recipient, "--format", form, "--out", str(out)]
    command = [sys.executable, "-m", "intake", "refer", *arguments]
    done = subprocess.run(command, cwd=ROOT, stdout=answer_to, stderr=subprocess.PIPE, check=False)
    return done, out


def test_a_page_is_made_and_its_fingerprint_told(tmp_path: Path) -> None:
    done, out = refer(tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    answer = json.loads(done.stdout)
    (path,) = out.iterdir()
    assert Path(answer["file"]) == path
    assert answer["sha256"] == hashlib.sha256(path.read_bytes()).hexdigest()
    assert answer["pages"] == 1
    assert path.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    "change",
    [
        {"signature": None},
        {"expires_on": (TODAY - timedelta(days=1)).isoformat(), "starts_on": (TODAY - timedelta(days=9)).isoformat()},
        {"starts_on": (TODAY + timedelta(days=1)).isoformat()},
        {"expires_on": (TODAY + timedelta(days=120)).isoformat()},
        {"revoked_on": TODAY.isoformat()},
        {"recipient_org": "hospital_safe"},
        {"items_released": []},
        {"capacity_check": False},
        {"person_name_or_code": "Lena who works on Capp"},
        {"discloser_org": "Escort Outreach, 415 555 0134"},
        {"copy_hash_local": "0" * 64},
        {"signature": "not yet"},
        {"capacity_check": "n"},
        {"revoked_on": {"ticked": False, "day": "2020-01-01"}},
        {"expires_on": f"{TODAY.isoformat()}x revoked"},
    ],
    ids=",".join,
)
def test_without_a_valid_release_there_is_no_file(tmp_path: Path, change: dict[str, object]) -> None:
    done, out = refer(tmp_path, release={**RELEASE, **change})
    assert done.returncode == 3, done.stderr
    refused = json.loads(done.stdout)["refused"]
    assert refused
    assert all(one["check"] and one["what_to_do"] for one in refused)
    assert list(out.iterdir()) == []


def test_an_unknown_format_or_recipient_is_refused(tmp_path: Path) -> None:
    for number, (recipient, form) in enumerate([("da_victim_services", "stone"), ("nobody", "pdf")]):
        folder = tmp_path / str(number)
        folder.mkdir()
        done, out = refer(folder, recipient=recipient, form=form)
        assert done.returncode == 3
        assert list(out.iterdir()) == []


@pytest.mark.parametrize(
    "fact", [{"frame": "acts.taken", "slots": {"things": ["MARKER"]}}, {"frame": "no.such", "slots": {}}]
)
def test_a_word_that_is_on_no_list_is_refused(tmp_path: Path, fact: object) -> None:
    done, out = refer(tmp_path, case={**CASE, "fact_list": [fact]})
    assert done.returncode in {2, 3}
    assert b"MARKER" not in done.stdout + done.stderr
    assert list(out.iterdir()) == []


def test_an_own_words_line_is_held(tmp_path: Path) -> None:
    case = {**CASE, "fact_list": [{"frame": "acts.hit", "slots": {}}, "MARKER in my own words"]}
    done, out = refer(tmp_path, case=case)
    assert done.returncode == 0, done.stdout
    (path,) = out.iterdir()
    assert b"MARKER" not in path.read_bytes()


@pytest.mark.parametrize("broken", ["{", "[]", '"text"', '{"answers": {"happened.who": "to_me"}}'])
def test_a_file_that_is_no_case_is_one_clear_line_and_exit_2(tmp_path: Path, broken: str) -> None:
    done, out = refer(tmp_path, case=broken)
    assert done.returncode == 2
    assert done.stderr.decode().count("\n") == 1
    assert list(out.iterdir()) == []


@pytest.mark.parametrize("fingerprint", [["0" * 64], 123], ids=str)
def test_a_fingerprint_of_another_form_writes_no_page(tmp_path: Path, fingerprint: object) -> None:
    done, out = refer(tmp_path, release={**RELEASE, "copy_hash_local": fingerprint})
    assert done.returncode == 2
    assert done.stderr.decode().count("\n") == 1
    assert list(out.iterdir()) == []


def test_half_a_sign_in_the_name_of_the_release_is_no_trouble(tmp_path: Path) -> None:
    done, out = refer(tmp_path, release={**RELEASE, "release_id": "\ud800"})
    assert done.returncode == 0, done.stderr
    assert len(list(out.iterdir())) == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no disk that is always full")
def test_a_page_that_nobody_is_told_of_does_not_stay(tmp_path: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done, out = refer(tmp_path, answer_to=full)
    assert done.returncode == 2
    assert done.stderr.decode().count("\n") == 1
    assert list(out.iterdir()) == []


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    done, out = refer(tmp_path)
    assert done.returncode == 0
    arguments = ["--case", str(tmp_path / "case.json"), "--release", str(tmp_path / "release.json")]
    arguments += ["--recipient", "da_victim_services", "--format", "pdf", "--out", str(out / "missing")]
    again = subprocess.run(
        [sys.executable, "-m", "intake", "refer", *arguments], cwd=ROOT, capture_output=True, check=False
    )
    assert again.returncode == 2
    assert "folder is not there" in again.stderr.decode()
