"""Garbage in circles is collected in the main thread alone, whoever left it."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from ui.app import ForthrightApp
from ui.background.collector import Collector, keep_for_good
from ui.background.job_runner import JobRunner


class Ring:
    """Holds itself, so that only a collection ends it."""

    def __init__(self, ended: list[threading.Thread]) -> None:
        self.me = self
        self._ended = ended

    def __del__(self) -> None:
        self._ended.append(threading.current_thread())


@pytest.fixture
def collector(qapp: ForthrightApp) -> Iterator[Collector]:
    was_on = gc.isenabled()
    collector = Collector(qapp)
    collector.begin()
    yield collector
    collector.deleteLater()
    gc.unfreeze()
    if was_on:
        gc.enable()


class Heard(QObject):
    """Notes that the worker is done."""

    is_done = False

    def done(self, _nothing: object) -> None:
        self.is_done = True


def test_what_the_worker_leaves_ends_in_the_main_thread(qtbot: QtBot, collector: Collector) -> None:
    ended: list[threading.Thread] = []
    runner, heard = JobRunner(), Heard()

    def leave_much() -> None:
        for _ in range(20 * gc.get_threshold()[0]):
            Ring(ended)

    runner.run(leave_much, heard, heard.done, lambda error: pytest.fail(repr(error)))
    qtbot.waitUntil(lambda: heard.is_done)
    qtbot.waitUntil(lambda: bool(ended))
    runner.close()
    assert set(ended) == {threading.main_thread()}


def test_a_beat_with_nothing_due_collects_nothing(collector: Collector) -> None:
    gc.collect()
    ended: list[threading.Thread] = []
    Ring(ended)
    collector.collect_what_is_due()
    assert ended == []


def test_what_is_kept_for_good_is_not_gone_over_again(collector: Collector) -> None:
    held = [[number] for number in range(1000)]
    keep_for_good()
    assert not any(one is held for one in gc.get_objects())
    assert gc.get_freeze_count() >= len(held)


def test_a_circle_left_after_that_still_ends(collector: Collector) -> None:
    keep_for_good()
    ended: list[threading.Thread] = []
    Ring(ended)
    gc.collect()
    assert ended == [threading.main_thread()]
