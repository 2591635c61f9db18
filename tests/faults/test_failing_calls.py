"""Any single call on a disk may fail, or all from some moment on: told plainly, and nothing that was saved is lost.

Of each session and kind of fault so many calls are made to fail in turn, spread over the whole; ``make torture``
sets ``FORTHRIGHT_FAULTS`` so high that every single one is.
"""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from intake.cases.model import Case, CasePart
from intake.errors import Mishap
from intake.vault.backup.verify import verify_backup
from intake.vault.store import VaultStore
from intake.vault.vault_folder import create_vault_folder, open_vault_folder

from .failing_calls import DYING_DISK, FULL_DISK, SHORT_WRITE, Calls, Fault, Outcome, SessionUnderFault
from .failing_calls import sessions_under_fault as started
from .sessions import ANSWERS, CLOCK, MARKER, MOMENT, ONE, SESSIONS, THEIRS, TINY, TWO, answer

MOST_FAULTS = int(os.environ.get("FORTHRIGHT_FAULTS", "8"))
NO_FAULT = 1_000_000
FAULTS = {
    "one write finds no room": (FULL_DISK, errno.ENOSPC, False),
    "the disk is full from then on": (FULL_DISK, errno.ENOSPC, True),
    "one write is cut short": (Calls.WRITE, SHORT_WRITE, False),
    "one call gets no answer": (DYING_DISK, errno.EIO, False),
    "the disk is dead from then on": (DYING_DISK, errno.EIO, True),
}


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SessionUnderFault]:
    with started(tmp_path_factory.mktemp("shim")) as runs:
        yield runs


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where each session but the first begins: a vault with two reports, the first also in a copy on a stick."""
    root = tmp_path_factory.mktemp("before")
    (root / "stick").mkdir()
    with create_vault_folder(root / "vault", bytearray(ONE), CLOCK, TINY) as store:
        fill(store)
        store.make_copy(root / "stick", MOMENT.date())
        fill(store)
    return root


def fill(store: VaultStore) -> None:
    case = store.new_case(MOMENT.date())
    for number in range(ANSWERS):
        part = list(CasePart)[number % len(CasePart)]
        store.put_answer(case.id, f"q.{number}", part, answer(number), "en", "fp", MOMENT)


def cases_in(folder: Path, words: bytes) -> list[Case]:
    """Everything in a vault that is whole and holds no answer that was not given."""
    with open_vault_folder(folder, bytearray(words)) as store:
        store.check_whole()
        cases = [store.case(line.id) for line in store.cases()]
    for case in cases:
        for name, given in case.all_answers().items():
            assert given == answer(int(name[2:]))
    assert not [path.name for path in folder.iterdir() if path.name.startswith(".") or "rekeyed" in path.name]
    return cases


def opens(folder: Path, words: bytes) -> bool:
    try:
        open_vault_folder(folder, bytearray(words)).close()
    except Mishap as mishap:
        assert mishap.code == "wrong_passphrase"  # noqa: PT017 - anything else would be a loss
        return False
    return True


def after_first_day(root: Path, outcome: Outcome) -> None:
    vault = root / "vault"
    if not vault.exists():
        assert "create" not in outcome.done
        return
    cases = cases_in(vault, ONE)
    if "case" not in outcome.done:
        assert len(cases) <= 1
        return
    (case,) = cases
    given = case.all_answers()
    assert {f"q.{step[-1]}" for step in outcome.done if step.startswith("answer")} <= given.keys()
    with open_vault_folder(vault, bytearray(ONE)) as store:
        draft = store.draft(case.id, "q.draft")
    assert draft == f"{MARKER} half typed" if "draft" in outcome.done else draft in {None, f"{MARKER} half typed"}


def after_keys_changed(root: Path, outcome: Outcome) -> None:
    vault = root / "vault"
    opening = [words for words in (ONE, TWO) if opens(vault, words)]
    assert len(opening) == 1
    if "change" in outcome.done:
        assert opening == [TWO]
    if not outcome.tried("change"):
        assert opening == [ONE]
    assert [len(case.all_answers()) for case in cases_in(vault, opening[0])] == [ANSWERS] * 2
    if "remove" in outcome.done:
        assert not opens(vault, THEIRS)
    elif "add" in outcome.done and not outcome.tried("remove"):
        assert opens(vault, THEIRS)


def after_copied_and_erased(root: Path, outcome: Outcome) -> None:
    left = [len(case.all_answers()) for case in cases_in(root / "vault", ONE)]
    assert left in ([ANSWERS], [ANSWERS] * 2)
    if "erase" in outcome.done:
        assert left == [ANSWERS]
    if not outcome.tried("erase"):
        assert left == [ANSWERS] * 2
    good = sorted(len(contents) for contents in good_copies(root / "stick"))
    assert good[:1] == [1]
    if "copy" in outcome.done:
        assert good == [1, 2]


def good_copies(stick: Path) -> list[tuple[str, ...]]:
    found = []
    for copy in stick.glob("copy-*"):
        try:
            found.append(verify_backup(copy, bytearray(ONE)).contents.case_ids)
        except Mishap as mishap:
            assert mishap.code in {"copy_damaged", "not_a_vault", "no_vault"}  # noqa: PT017 - taken away half-way
    return found


def after_put_back(root: Path, outcome: Outcome) -> None:
    now = len(cases_in(root / "vault", ONE))
    aside = [len(cases_in(path, ONE)) for path in root.glob("vault-before-*")]
    if "restore" in outcome.done:
        assert (now, aside) == (1, [2])
    else:
        assert 2 in (now, *aside)


AFTER = {
    "first_day": after_first_day,
    "keys_changed": after_keys_changed,
    "copied_and_erased": after_copied_and_erased,
    "put_back": after_put_back,
}


@pytest.mark.parametrize("kind", FAULTS)
@pytest.mark.parametrize("name", SESSIONS)
def test_whichever_call_fails_nothing_saved_is_lost(
    session: SessionUnderFault, before: Path, tmp_path: Path, name: str, kind: str
) -> None:
    calls, number, from_on = FAULTS[kind]

    def run(nth: int) -> tuple[Path, Outcome]:
        root = tmp_path / str(nth)
        if name == "first_day":
            root.mkdir()
        else:
            shutil.copytree(before, root)
        return root, session(name, root, Fault(calls, number, nth, from_on=from_on))

    _, whole = run(NO_FAULT)
    assert whole.counted > 1
    assert not [step for step in whole.steps if "!" in step]
    stride = -(-whole.counted // MOST_FAULTS)
    for nth in range((stride + 1) // 2, whole.counted + 1, stride):
        root, outcome = run(nth)
        try:
            check_left(root, outcome, Fault(calls, number, nth, from_on=from_on))
            AFTER[name](root, outcome)
        except (AssertionError, Mishap) as error:
            raise AssertionError(f"call {nth} of {whole.counted}: {error!r}, told {outcome.steps}") from error
        shutil.rmtree(root)


def check_left(root: Path, outcome: Outcome, fault: Fault) -> None:
    """It ended by itself, in words; no plain word lies anywhere; nothing half-made lies where it could be removed."""
    assert not outcome.crash, outcome.crash
    assert outcome.status == 0
    for path in root.rglob("*"):
        assert not path.is_file() or MARKER.encode() not in path.read_bytes()
    if Calls.REMOVE not in fault.calls:
        assert not [path.name for path in (*root.iterdir(), *root.glob("stick/*")) if path.name.startswith(".")]
