"""After a journey, and in the middle of it, no plain word of the case stands in any file."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
WORDS = (
    "Lena",
    "my sister must not hear",
    "Capp that night",
    "happened.how_taken",
    "mission",
    "selling",
    "Rick from the motel",
)
JOURNEY = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from intake.actions.interview.keep_draft import keep_draft
from intake.actions.interview.record_answer import record_answer
from intake.actions.vault.lock_vault import lock_vault
from intake.actions.vault.office import Office, save_office
from intake.actions.session import OpenVault
from intake.answers.model import AnswerStatus
from intake.clock import FixedClock
from intake.content import load_content
from intake.vault.keys import KdfCost
from intake.vault.vault_folder import create_vault_folder
from tests.journeys.people import LENA, MAI
from tests.journeys.taking_down import take_down
from tests.rehearsed import rehearsed
from tests.journeys.test_six_people import signed
from intake.actions.referral.save_summary import save_summary

home, out = Path(sys.argv[1]), Path(sys.argv[2])
clock = FixedClock(datetime(2026, 11, 21, 18, 0, tzinfo=UTC))
store = create_vault_folder(home / "vault", bytearray(b"quiet lamps beside a river"), clock, KdfCost(64, 1, 1))
session = OpenVault(rehearsed(store, "quiet lamps beside a river", clock.today()), load_content(), clock)
save_office(session, Office("Harbor Program", "415 555 0134"))
for person in (LENA, MAI):
    case_id = take_down(session, person)
    record_answer(session, case_id, "other_person.name", AnswerStatus.GIVEN, "Rick from the motel")
    keep_draft(session, case_id, "wishes.not_wanted", "my sister must not hear")
    save_summary(session, case_id, signed(session, case_id, person).id, out)
sys.stdout.write("unlocked\\n")
sys.stdout.flush()
sys.stdin.readline()
lock_vault(session)
"""


def plain_words(folders: list[Path]) -> list[tuple[str, str]]:
    found = []
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            body = path.read_bytes() if path.is_file() else b""
            for word in WORDS:
                spellings = {
                    form for text in (word, word.upper()) for form in (text.encode(), text.encode("utf-16-le"))
                }
                if any(form in body or form in str(path).encode() for form in spellings):
                    found.append((path.name, word))
    return found


@pytest.mark.skipif(sys.platform != "linux", reason="watches the folders that Linux programs write to")
def test_no_plain_word_in_any_file_while_unlocked_or_after(tmp_path: Path) -> None:
    folders = {name: tmp_path / name for name in ("home", "temporary", "runtime", "cache", "out")}
    for folder in folders.values():
        folder.mkdir()
    watched = [folder for name, folder in folders.items() if name != "out"]
    with subprocess.Popen(
        [sys.executable, "-c", JOURNEY, str(folders["home"]), str(folders["out"])],
        cwd=ROOT,
        env={
            **os.environ,
            "HOME": str(folders["home"]),
            "TMPDIR": str(folders["temporary"]),
            "XDG_RUNTIME_DIR": str(folders["runtime"]),
            "XDG_CACHE_HOME": str(folders["cache"]),
            "PYTHONPATH": str(ROOT),
            "PYTHONDONTWRITEBYTECODE": "1",
        },
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as child:
        assert child.stdin is not None
        assert child.stdout is not None
        assert child.stdout.readline() == "unlocked\n", child.communicate()[1]
        while_unlocked = plain_words(watched)
        _, errors = child.communicate("\n", timeout=60)
    assert (child.returncode, errors) == (0, "")
    assert while_unlocked == plain_words(watched) == []
    assert len(list(folders["out"].iterdir())) == 2
    assert sorted(path.name for path in (folders["home"] / "vault").iterdir()) == [
        "changes.head",
        "key_slots.json",
        "records.db",
    ]


def test_the_search_finds_a_plain_word(tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_bytes("xx Capp that night".encode("utf-16-le"))
    assert plain_words([tmp_path]) == [("note.txt", "Capp that night")]
