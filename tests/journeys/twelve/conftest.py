"""The desk of the twelve: the screens as they are, with their worker, over a vault that is made in that worker."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from intake.content import Content
from tests.journeys.twelve.desk import Desk
from tests.ui.conftest import collect_here, fresh_appearance, qapp_cls

__all__ = ["collect_here", "fresh_appearance", "qapp_cls"]


@pytest.fixture
def desk(qtbot: QtBot, content: Content, tmp_path: Path) -> Iterator[Desk]:
    """A window over a vault in memory. Pages are saved in ``desk.folder``."""
    desk = Desk(qtbot, content, tmp_path)
    desk.open_in_memory()
    yield desk
    desk.close()
