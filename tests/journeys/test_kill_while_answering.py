"""Killed at any moment, it comes back where it was: every answer it had reported saved is there."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from intake.actions.cases.cases import list_cases
from intake.actions.interview.moves import open_interview
from intake.actions.session import OpenVault
from intake.actions.vault.lock_vault import lock_vault
from intake.answers.model import Choice, Text
from intake.clock import FixedClock
from intake.content import Content
from intake.vault.vault_folder import open_vault_folder
from tests.journeys.conftest import PASSPHRASE

ROOT = Path(__file__).parent.parent.parent
KILLS = int(os.environ.get("FORTHRIGHT_KILLS", "20"))
SEED = 20261121
ANSWERING = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from intake.actions.cases.cases import list_cases, start_case
from intake.actions.interview.moves import go_to_question
from intake.actions.interview.record_answer import record_answer
from intake.actions.session import OpenVault
from intake.answers.model import AnswerStatus
from intake.clock import FixedClock
from intake.content import load_content
from intake.vault.vault_folder import open_vault_folder

store = open_vault_folder(Path(sys.argv[1]), bytearray(sys.argv[2].encode()))
session = OpenVault(store, load_content(), FixedClock(datetime(2026, 11, 21, 18, 0, tzinfo=UTC)))
cases = list_cases(session)
case_id = cases[0].id if cases else start_case(session).id
record_answer(session, case_id, "limits.go_on", AnswerStatus.GIVEN, "yes")
count = int(sys.argv[3])
while True:
    count += 1
    for question_id, said in (("wishes.not_wanted", f"words {count}"), ("comfort.pronouns", ("she", "he")[count % 2])):
        go_to_question(session, case_id, question_id)
        record_answer(session, case_id, question_id, AnswerStatus.GIVEN, said)
        sys.stdout.write(f"{question_id}\\t{said}\\n")
        sys.stdout.flush()
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs a kill that cannot be caught")
def test_no_answer_reported_as_saved_is_ever_lost(vault_folder: Path, content: Content, clock: FixedClock) -> None:
    chance = random.Random(SEED)  # noqa: S311 - a moment to kill at, no secret
    count = 0
    reported: dict[str, str] = {}
    for _ in range(KILLS):
        with subprocess.Popen(
            [sys.executable, "-c", ANSWERING, str(vault_folder), PASSPHRASE, str(count)],
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdout=subprocess.PIPE,
            text=True,
        ) as child:
            assert child.stdout is not None
            lines = [child.stdout.readline()]
            time.sleep(chance.uniform(0, 0.05))
            child.kill()
            lines += child.stdout.read().splitlines(keepends=True)
        whole = [line.rstrip("\n").split("\t") for line in lines if line.endswith("\n")]
        reported.update(dict(whole))
        count = max([count, *(int(said.split()[1]) for name, said in whole if name == "wishes.not_wanted")])
        _everything_is_there(vault_folder, content, clock, reported, count)


def _everything_is_there(
    folder: Path, content: Content, clock: FixedClock, reported: dict[str, str], count: int
) -> None:
    session = OpenVault(open_vault_folder(folder, bytearray(PASSPHRASE.encode())), content, clock)
    (line,) = list_cases(session)
    answers = session.store.case(line.id).all_answers()
    # the answer being written when the kill came may be there too: old state or new state, never neither
    words, choice = answers["wishes.not_wanted"].value, answers.get("comfort.pronouns")
    assert words in {Text(reported["wishes.not_wanted"]), Text(f"words {count + 1}")}
    if "comfort.pronouns" in reported:
        assert choice is not None
        assert choice.value in {Choice("she"), Choice("he")}
    page = open_interview(session, line.id)
    assert page.question is not None
    assert page.question.id in {"wishes.not_wanted", "comfort.pronouns"}
    session.store.check_whole()
    lock_vault(session)
