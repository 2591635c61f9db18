"""A vault in memory or on disk, with the shipped content and a clock that stands still."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from intake.actions.session import OpenVault
from intake.actions.vault.lock_vault import lock_vault
from intake.actions.vault.office import Office, save_office
from intake.clock import FixedClock
from intake.content import Content
from intake.vault.keys import KdfCost
from intake.vault.memory_vault import create_memory_vault
from intake.vault.vault_folder import create_vault_folder
from tests.rehearsed import rehearsed
from tests.shipped import shipped_content

MOMENT = datetime(2026, 11, 21, 18, 0, tzinfo=UTC)
QUICK = KdfCost(memory_kib=64, passes=1, lanes=1)
PASSPHRASE = "seven quiet lamps beside an old river"  # noqa: S105 - of a vault made here


@pytest.fixture(scope="session")
def content() -> Content:
    return shipped_content()


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(MOMENT)


@pytest.fixture
def session(content: Content, clock: FixedClock) -> Iterator[OpenVault]:
    opened = OpenVault(create_memory_vault(), content, clock)
    save_office(opened, Office("Harbor Program", "415 555 0134"))
    yield opened
    lock_vault(opened)


@pytest.fixture
def vault_folder(tmp_path: Path, clock: FixedClock) -> Path:
    folder = tmp_path / "vault"
    store = create_vault_folder(folder, bytearray(PASSPHRASE.encode()), clock, QUICK)
    rehearsed(store, PASSPHRASE, clock.today()).close()
    return folder
