"""A vault in a folder of its own, at a cost that makes tests quick."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from intake.answers.model import Answer, AnswerStatus, Text
from intake.cases.model import Case, CasePart
from intake.clock import FixedClock
from intake.vault.keys import KdfCost
from intake.vault.store import VaultStore
from intake.vault.vault_folder import create_vault_folder, open_vault_folder

MOMENT = datetime(2026, 5, 4, 12, 0, tzinfo=UTC)
TINY = KdfCost(memory_kib=8, passes=1, lanes=1)
OPENING_WORDS = b"seven quiet herons over the weir"


@pytest.fixture
def words() -> bytearray:
    return bytearray(OPENING_WORDS)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "vault"


@pytest.fixture
def vault(folder: Path, words: bytearray) -> Iterator[VaultStore]:
    with create_vault_folder(folder, words, FixedClock(MOMENT), TINY) as store:
        yield store


@pytest.fixture
def reopened(folder: Path, words: bytearray, vault: VaultStore) -> Iterator[Callable[[], VaultStore]]:
    """Close whatever is open and open the vault again, as after a restart."""
    opened = [vault]

    def reopen() -> VaultStore:
        opened[-1].close()
        opened.append(open_vault_folder(folder, words))
        return opened[-1]

    yield reopen
    opened[-1].close()


@pytest.fixture
def case(vault: VaultStore) -> Case:
    return vault.new_case(MOMENT.date())


@pytest.fixture
def put_text() -> Callable[..., None]:
    def put(store: VaultStore, case_id: str, question_id: str, text: str, part: CasePart = CasePart.SHAREABLE) -> None:
        store.put_answer(
            case_id, question_id, part, Answer(AnswerStatus.GIVEN, Text(text)), "en", "fingerprint", MOMENT
        )

    return put
