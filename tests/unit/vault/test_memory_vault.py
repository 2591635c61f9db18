"""The practice vault: every verb works, and nothing of it is ever on a disk."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from intake.cases.model import CasePart
from intake.errors import Defect
from intake.releases.model import Release
from intake.vault.memory_vault import create_memory_vault
from intake.vault.store import VaultStore

from .conftest import MOMENT


def open_files() -> int:
    """How many files this process holds open, where that can be told."""
    held = Path("/proc/self/fd")
    return sum(1 for _ in held.iterdir()) if held.exists() else 0


def test_a_practice_vault_does_what_a_real_one_does_and_opens_no_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, put_text: Callable[..., None]
) -> None:
    monkeypatch.chdir(tmp_path)
    open_before = open_files()
    with create_memory_vault() as store:
        case = store.new_case(MOMENT.date())
        for part in CasePart:
            put_text(store, case.id, f"q.{part}", "words " * 50_000, part)
        store.put_release(Release(release_id="r", case_id=case.id))
        store.put_export(case.id, "r", "aa", MOMENT.date())
        assert len(store.case(case.id).all_answers()) == 3
        store.check_whole()
        assert open_files() == open_before
        store.erase_case(case.id, case.opened_on)
        assert store.cases() == ()
    assert list(tmp_path.iterdir()) == []


def test_two_practice_vaults_know_nothing_of_each_other() -> None:
    with create_memory_vault() as one, create_memory_vault() as two:
        one.new_case(MOMENT.date())
        assert two.cases() == ()


def test_a_practice_vault_is_gone_when_it_is_closed() -> None:
    store: VaultStore = create_memory_vault()
    store.close()
    with pytest.raises(Defect):
        store.cases()
