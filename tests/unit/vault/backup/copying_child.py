"""A process that makes copies, one after the other, until it is killed. Started by test_kill_while_copying."""

from __future__ import annotations

import sys
from pathlib import Path

from intake.vault.vault_folder import open_vault_folder
from tests.unit.vault.backup.conftest import TODAY


def main() -> None:
    folder, place = Path(sys.argv[1]), Path(sys.argv[2])
    words = bytearray(sys.stdin.buffer.readline().rstrip(b"\n"))
    store = open_vault_folder(folder, words)
    while True:
        sys.stdout.write(f"{store.make_copy(place, TODAY).id}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
