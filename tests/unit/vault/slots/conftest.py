"""A vault for the tests of keys; found by name from the folder above."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from intake.clock import FixedClock
from intake.vault.store import VaultStore
from intake.vault.vault_folder import create_vault_folder
from tests.unit.vault.conftest import MOMENT, OPENING_WORDS, TINY


@pytest.fixture
def store(tmp_path: Path) -> Iterator[VaultStore]:
    with create_vault_folder(tmp_path / "vault", bytearray(OPENING_WORDS), FixedClock(MOMENT), TINY) as opened:
        opened.new_case(MOMENT.date())
        yield opened
