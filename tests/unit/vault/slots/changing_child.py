"""A process that changes keys without end and says what it did, until it is killed. Started by test_key_kills."""

from __future__ import annotations

import sys
from pathlib import Path

from intake.vault.keys import KdfCost, SlotOwner, StaffRole
from intake.vault.slots.staff_keys import add_staff, change_passphrase, remove_staff, staff_lines
from intake.vault.vault_folder import open_vault_folder

TINY = KdfCost(8, 1, 1)
ONE, TWO, THEIRS = b"the first words", b"the second words", b"words of a leaver"


def main() -> None:
    folder, what, now = Path(sys.argv[1]), sys.argv[2], sys.argv[3].encode()
    store = open_vault_folder(folder, bytearray(now))
    sys.stdout.write("open\n")
    sys.stdout.flush()
    while True:
        if what == "change":
            following = TWO if now == ONE else ONE
            change_passphrase(store, bytearray(now), bytearray(following), TINY)
            now = following
        else:
            if all(line.code != "B7" for line in staff_lines(store)):
                leaver = SlotOwner(StaffRole.ADVOCATE, "B7")
                add_staff(store, bytearray(now), leaver, bytearray(THEIRS), TINY)
            store = remove_staff(store, bytearray(now), "B7")
        sys.stdout.write("done\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
