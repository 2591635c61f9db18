"""After closing, the memory of the process holds no key and no passphrase that we made a copy of.

Run as the launcher runs the program: freed blocks are overwritten by the C library. Linux only.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from intake.clock import FixedClock
from intake.vault.key_file import read_key_file
from intake.vault.keys import unwrap_key
from intake.vault.vault_folder import create_vault_folder

from .conftest import MOMENT, TINY

PROGRAM = """
import gc, pathlib, sys
from intake.vault.vault_folder import open_vault_folder
words = bytearray(int(sys.argv[2]))
sys.stdin.buffer.raw.readinto(words)
store = open_vault_folder(pathlib.Path(sys.argv[1]), words)
words[:] = bytes(len(words))
print(len(store.cases()), flush=True)
store.close()
del store
gc.collect()
print('closed', flush=True)
sys.stdin.buffer.raw.read(1)
"""
SCRUBBING = {"GLIBC_TUNABLES": "glibc.malloc.tcache_count=0:glibc.malloc.perturb=170", "PYTHONMALLOC": "malloc"}
OTHER_WORDS = b"eleven amber lanterns under a bridge"


def memory_of(process: int) -> bytes:
    """Every page of a process that can be read."""
    found = []
    with Path(f"/proc/{process}/mem").open("rb", buffering=0) as memory:
        for line in Path(f"/proc/{process}/maps").read_text(encoding="utf-8").splitlines():
            span, rights = line.split()[:2]
            if "r" not in rights or "[v" in line:
                continue
            start, end = (int(number, 16) for number in span.split("-"))
            memory.seek(start)
            try:
                found.append(memory.read(end - start))
            except OSError:
                continue
    return b"\n".join(found)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc")
def test_after_closing_no_key_and_no_passphrase_is_left_in_memory(folder: Path) -> None:
    create_vault_folder(folder, bytearray(OTHER_WORDS), FixedClock(MOMENT), TINY).close()
    command = [sys.executable, "-c", PROGRAM, str(folder), str(len(OTHER_WORDS))]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env={**os.environ, **SCRUBBING}, bufsize=0
    ) as child:
        assert child.stdin is not None
        assert child.stdout is not None
        child.stdin.write(OTHER_WORDS)
        assert [child.stdout.readline() for _ in range(2)] == [b"0\n", b"closed\n"]
        try:
            memory = memory_of(child.pid)
        except PermissionError:
            pytest.skip("this process may not read the memory of its child")
        finally:
            child.stdin.write(b"\n")
    keys = read_key_file(folder)
    key = unwrap_key(keys.slots[0], bytearray(OTHER_WORDS), keys.vault_id)
    assert key is not None
    assert len(memory) > 1_000_000
    assert str(folder).encode() in memory
    assert memory.count(OTHER_WORDS) == 0
    assert memory.count(bytes(key.material())) == 0
    assert memory.lower().count(key.material().hex().encode()) == 0
