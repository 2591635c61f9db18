"""After changing a passphrase, adding and removing somebody, and closing: no key and no passphrase in memory."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from intake.vault.key_file import read_key_file
from intake.vault.keys import DataKey
from intake.vault.slots.unlocking import unlock
from intake.vault.store import VaultStore
from tests.unit.vault.conftest import OPENING_WORDS
from tests.unit.vault.test_memory_of_process import SCRUBBING, memory_of

NEWER, THEIRS = b"eleven amber lanterns under a bridge", b"nine copper kettles along the shore"
PROGRAM = """
import gc, pathlib, sys
from intake.vault.keys import KdfCost, SlotOwner, StaffRole
from intake.vault.slots.staff_keys import add_staff, change_passphrase, remove_staff
from intake.vault.vault_folder import open_vault_folder
def words(length):
    read = bytearray(length)
    sys.stdin.buffer.raw.readinto(read)
    return read
folder, sizes, tiny = pathlib.Path(sys.argv[1]), [int(one) for one in sys.argv[2:]], KdfCost(8, 1, 1)
mine, newer, theirs = (words(size) for size in sizes)
store = open_vault_folder(folder, mine)
change_passphrase(store, mine, newer, tiny)
add_staff(store, newer, SlotOwner(StaffRole.ADVOCATE, "B7"), theirs, tiny)
store = remove_staff(store, newer, "B7")
for one in (mine, newer, theirs):
    one[:] = bytes(len(one))
store.close()
del store
gc.collect()
print('closed', flush=True)
sys.stdin.buffer.raw.read(1)
"""


def key_behind(folder: Path, words: bytes) -> DataKey:
    return unlock(read_key_file(folder), bytearray(words))[1]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc")
def test_no_key_old_or_new_and_no_passphrase_is_left(store: VaultStore) -> None:
    store.close()
    said = (OPENING_WORDS, NEWER, THEIRS)
    before = key_behind(store.folder, OPENING_WORDS)
    command = [sys.executable, "-c", PROGRAM, str(store.folder), *(str(len(one)) for one in said)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env={**os.environ, **SCRUBBING}, bufsize=0
    ) as child:
        assert child.stdin is not None
        assert child.stdout is not None
        child.stdin.write(b"".join(said))
        assert child.stdout.readline() == b"closed\n"
        try:
            memory = memory_of(child.pid)
        except PermissionError:
            pytest.skip("this process may not read the memory of its child")
        finally:
            child.stdin.write(b"\n")
    after = key_behind(store.folder, NEWER)
    assert after.material() != before.material()
    assert str(store.folder).encode() in memory
    for key in (before, after):
        assert memory.count(bytes(key.material())) == 0
        assert memory.lower().count(key.material().hex().encode()) == 0
    assert [memory.count(one) for one in said] == [0, 0, 0]
