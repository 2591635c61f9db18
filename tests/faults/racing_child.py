"""One of two processes that want the same vault at the same moment. Started by ``test_races``.

Each line of standard input names an action and a folder; the answer is ``done``, the code of a mishap, or a complaint.
"""

from __future__ import annotations

import os
import sys
import time
import traceback
from collections.abc import Callable
from pathlib import Path

from intake.errors import Mishap
from intake.vault.backup.restore import restore
from intake.vault.keys import SlotOwner, StaffRole
from intake.vault.slots.staff_keys import add_staff, remove_staff
from intake.vault.store import VaultStore
from intake.vault.vault_folder import create_vault_folder, open_vault_folder
from tests.faults.sessions import CLOCK, MOMENT, ONE, THEIRS, TINY

HELD_S = 0.004


def main() -> None:
    for line in sys.stdin:
        action, name, root = line.rstrip("\n").split("\t")
        try:
            ACTIONS[action](Path(root), name)
            answer = "done"
        except Mishap as mishap:
            answer = mishap.code
        except BaseException:  # noqa: BLE001 - whatever a person would have seen as a crash
            answer = "crash: " + traceback.format_exc().replace("\n", " | ")
        sys.stdout.write(f"{answer}\n")
        sys.stdout.flush()


def create(root: Path, name: str) -> None:
    hold(create_vault_folder(root / "vault", bytearray(ONE), CLOCK, TINY), root, name)


def unlock(root: Path, name: str) -> None:
    hold(open_vault_folder(root / "vault", bytearray(ONE)), root, name)


def copy(root: Path, name: str) -> None:
    with open_vault_folder(root / "vault", bytearray(ONE)) as store:
        store.make_copy(root / "stick", MOMENT.date())


def put_back(root: Path, name: str) -> None:
    restore(next((root / "stick").glob("copy-*")), root / "vault", bytearray(ONE), MOMENT.date())


def give_new_key(root: Path, name: str) -> None:
    store = open_vault_folder(root / "vault", bytearray(ONE))
    try:
        add_staff(store, bytearray(ONE), SlotOwner(StaffRole.ADVOCATE, "B7"), bytearray(THEIRS), TINY)
        store = remove_staff(store, bytearray(ONE), "B7")
    finally:
        store.close()


def hold(store: VaultStore, root: Path, name: str) -> None:
    """Write while nobody else may: a mark in the folder above shows whether somebody else holds it too."""
    with store:
        mark = os.open(root / "held", os.O_CREAT | os.O_EXCL)
        store.put_setting(f"race.{name}", name)
        time.sleep(HELD_S)
        while (root / "wait").exists():
            time.sleep(HELD_S)
        store.put_setting(f"race.{name}.again", name)
        os.close(mark)
        (root / "held").unlink()


ACTIONS: dict[str, Callable[[Path, str], None]] = {
    action.__name__: action for action in (create, unlock, copy, put_back, give_new_key)
}

if __name__ == "__main__":
    main()
