"""A bit flipped anywhere in a vault that a kill left behind: told as damage, or without effect; never wrong words.

A flip in the journal may also cut off the commits behind it. What is left is a true earlier state, and unlocking says
that changes are missing.
"""

from __future__ import annotations

import faulthandler
import os
import random
from collections import Counter
from enum import Enum
from pathlib import Path

import pytest

from intake.errors import Mishap
from intake.vault.freshness.standing import DoubtKind
from intake.vault.key_file import KEY_FILE
from intake.vault.vault_folder import create_vault_folder, open_vault_folder

from .sessions import CLOCK, MOMENT, ONE, TINY

FLIPS = int(os.environ.get("FORTHRIGHT_FLIPS", "60"))
LONGEST_S = 60
COMMITS = 24
STORED = 14  # of the commits, how many were moved out of the journal before the kill
TOLD = {"vault_damaged", "not_a_vault", "vault_newer"}
JOURNAL_END = "-wal"
Files = dict[str, bytes]


class Ending(Enum):
    TOLD = "told as damage"
    EQUAL = "opened, all as written"
    FEWER = "opened, and says that the last commits are missing"


def text(number: int) -> str:
    return f"{number} " + "words " * (number * 131 % 900)


@pytest.fixture(scope="module")
def killed(tmp_path_factory: pytest.TempPathFactory) -> Files:
    """The files of a vault as a kill leaves them: half of the commits still in the journal alone."""
    folder = tmp_path_factory.mktemp("killed") / "vault"
    with create_vault_folder(folder, bytearray(ONE), CLOCK, TINY) as store:
        case = store.new_case(MOMENT.date())
        for number in range(COMMITS):
            store.put_draft(case.id, f"q.{number:02d}", text(number))
            if number == STORED:
                store.empty_journal()
        files = {path.name: path.read_bytes() for path in folder.iterdir()}
    assert any(name.endswith(JOURNAL_END) and len(raw) > 20_000 for name, raw in files.items())
    return files


def ending(folder: Path, flipped: str, where: object) -> Ending:
    """How it ends for the person; anything but the three endings is a failure."""
    faulthandler.dump_traceback_later(LONGEST_S, exit=True)
    try:
        with open_vault_folder(folder, bytearray(ONE)) as store:
            (line,) = store.cases() or (None,)
            there = store.drafts(line.id) if line else {}
            found = {doubt.kind for doubt in store.doubts()}
    except Mishap as mishap:
        assert mishap.code in TOLD, (flipped, where, mishap.code)  # noqa: PT017 - a flip is damage and nothing else
        return Ending.TOLD
    finally:
        faulthandler.cancel_dump_traceback_later()
    assert there == {f"q.{number:02d}": text(number) for number in range(len(there))}, (flipped, where)
    if len(there) == COMMITS:
        return Ending.EQUAL
    assert flipped.endswith(JOURNAL_END), (flipped, where)
    assert len(there) > STORED
    assert DoubtKind.CHANGES_MISSING in found, (flipped, where, f"{COMMITS - len(there)} commits gone without a word")
    return Ending.FEWER


def put(folder: Path, files: Files) -> Path:
    folder.mkdir(mode=0o700)
    for name, raw in files.items():
        (folder / name).write_bytes(raw)
    return folder


def test_the_vault_without_a_flip_opens_with_every_commit(killed: Files, tmp_path: Path) -> None:
    assert ending(put(tmp_path / "vault", killed), KEY_FILE, "nowhere") is Ending.EQUAL


def test_random_flips_end_in_words_or_in_true_data(killed: Files, tmp_path: Path) -> None:
    chance = random.Random(20261121)  # noqa: S311 - a seed makes the flips repeatable
    endings: Counter[tuple[str, str]] = Counter()
    names = sorted(killed)
    for turn in range(FLIPS):
        name = names[turn % len(names)]
        raw = bytearray(killed[name])
        places = [(chance.randrange(len(raw)), chance.randrange(8)) for _ in range(chance.choice((1, 1, 1, 2, 8)))]
        for at, bit in places:
            raw[at] ^= 1 << bit
        folder = put(tmp_path / str(turn), {**killed, name: bytes(raw)})
        endings[name, ending(folder, name, places).value] += 1
        for path in folder.iterdir():
            path.unlink()
    for (name, how), count in sorted(endings.items()):
        print(f"{name}: {how}: {count}")  # noqa: T201 - shown by make torture
    assert all(how == Ending.TOLD.value for name, how in endings if name == KEY_FILE)
    assert sum(endings.values()) == FLIPS
