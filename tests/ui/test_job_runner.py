from __future__ import annotations

import threading
from functools import partial

import pytest
import shiboken6
from PySide6.QtCore import QObject, Slot
from pytestqt.qtbot import QtBot

from ui.background.job_runner import ImmediateRunner, JobRunner


class Owner(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.results: list[object] = []
        self.errors: list[Exception] = []
        self.threads: set[int] = set()

    @Slot(object)
    def on_done(self, result: object) -> None:
        self.results.append(result)
        self.threads.add(threading.get_ident())

    @Slot(object)
    def on_failed(self, error: Exception) -> None:
        self.errors.append(error)


def fail() -> None:
    raise KeyError("our mistake")


def test_results_arrive_in_order_on_the_main_thread_from_one_worker(qtbot: QtBot) -> None:
    runner, owner = JobRunner(), Owner()
    workers: set[int] = set()

    def job(number: int) -> int:
        workers.add(threading.get_ident())
        return number

    for number in range(301):
        runner.run(partial(job, number), owner, owner.on_done, owner.on_failed)
    qtbot.waitUntil(lambda: len(owner.results) == 301, timeout=10_000)
    runner.close()
    assert owner.results == list(range(301))
    assert owner.threads == {threading.get_ident()}
    assert len(workers) == 1
    assert threading.get_ident() not in workers


def test_a_failed_job_is_told_to_its_owner(qtbot: QtBot) -> None:
    runner, owner = JobRunner(), Owner()
    runner.run(fail, owner, owner.on_done, owner.on_failed)
    qtbot.waitUntil(lambda: bool(owner.errors))
    runner.close()
    assert isinstance(owner.errors[0], KeyError)


def test_a_result_for_a_screen_that_is_gone_is_dropped(qtbot: QtBot) -> None:
    runner, gone, alive = JobRunner(), Owner(), Owner()
    gate = threading.Event()
    runner.run(gate.wait, gone, gone.on_done, gone.on_failed)
    runner.run(int, alive, alive.on_done, alive.on_failed)
    shiboken6.delete(gone)
    gate.set()
    qtbot.waitUntil(lambda: alive.results == [0])
    runner.close()
    assert gone.results == []


def test_closing_finishes_writes_drops_reads_and_does_the_last_job_last(qtbot: QtBot) -> None:
    runner, owner = JobRunner(), Owner()
    gate, done = threading.Event(), list[str]()
    runner.run(gate.wait, owner, owner.on_done, owner.on_failed)
    runner.run(partial(done.append, "read"), owner, owner.on_done, owner.on_failed)
    runner.run(partial(done.append, "write"), owner, owner.on_done, owner.on_failed, is_write=True)
    threading.Timer(0.05, gate.set).start()
    runner.close(partial(done.append, "lock"))
    runner.run(partial(done.append, "late"), owner, owner.on_done, owner.on_failed)
    runner.close(partial(done.append, "second close"))
    assert done == ["write", "lock"]


@pytest.mark.parametrize("job", [int, fail])
def test_the_immediate_runner_does_the_same_at_once(qtbot: QtBot, job: type[int]) -> None:
    runner, owner = ImmediateRunner(), Owner()
    runner.run(job, owner, owner.on_done, owner.on_failed, is_write=True)
    assert len(owner.results) + len(owner.errors) == 1
    last = list[str]()
    runner.close(partial(last.append, "lock"))
    runner.close(partial(last.append, "again"))
    runner.run(job, owner, owner.on_done, owner.on_failed)
    assert last == ["lock"]
    assert len(owner.results) + len(owner.errors) == 1


def test_the_immediate_runner_drops_results_for_what_is_gone(qtbot: QtBot) -> None:
    owner = Owner()
    shiboken6.delete(owner)
    ImmediateRunner().run(int, owner, owner.on_done, owner.on_failed)
    assert owner.results == []
