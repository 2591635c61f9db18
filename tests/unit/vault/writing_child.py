"""A process that writes answers and says so after each, until it is killed. Started by test_kill."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path

from intake.answers.model import Answer, AnswerStatus, Text
from intake.cases.model import CasePart
from intake.vault.vault_folder import open_vault_folder


def main() -> None:
    folder, case_id, start = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
    store = open_vault_folder(folder, bytearray(sys.stdin.buffer.readline().rstrip(b"\n")))
    moment = datetime(2026, 5, 4, 12, 0, tzinfo=UTC)
    part = list(CasePart)
    for number in range(start, start + 1_000_000):
        text = Answer(AnswerStatus.GIVEN, Text(f"{number} " + "words " * (number * 37 % 3000)))
        store.put_answer(case_id, f"q.{number}", part[number % 3], text, "en", "fp", moment)
        store.put_answer(case_id, "again", part[number % 3], text, "en", "fp", moment)
        sys.stdout.write(f"{number}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
