"""What the screen asks of the worker, and what comes back: a list, one policy, a written file, or trouble."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from intake.actions.own_policies.look import PolicyList, PolicyView, list_policies, view_policy
from intake.actions.own_policies.write import export_policy, import_policy, remove_draft
from intake.actions.session import OpenVault
from ui.app_state import AppState

PolicyJob = Callable[[], str]
"""Does something to a policy and gives back its id."""


class PolicyWork(QObject):
    """Every verb ends in one of the signals."""

    listed = Signal(object)  # PolicyList
    viewed = Signal(object)  # PolicyView
    kept = Signal(object)  # PolicyView, after a change
    written = Signal(object)  # Path of a file
    failed = Signal(object)  # Exception

    def __init__(self, state: AppState, session: OpenVault, parent: QObject) -> None:
        super().__init__(parent)
        self._runner = state.runner
        self._session = session

    def list(self) -> None:
        """Look at all of them."""
        self._runner.run(partial(list_policies, self._session), self, self._on_listed, self._on_failed)

    def list_after(self, job: PolicyJob | None) -> None:
        """Do what is pending, then look at all of them."""
        self._write(partial(_listed_after, self._session, job), self._on_listed)

    @Slot(str)
    def view(self, policy_id: str) -> None:
        """Look at one."""
        self._runner.run(partial(view_policy, self._session, policy_id), self, self._on_viewed, self._on_failed)

    @Slot(object)
    def change(self, job: PolicyJob) -> None:
        """Do something to one, then look at it."""
        self._write(partial(_viewed_after, self._session, job), self._on_kept)

    @Slot(object)
    def take_in(self, path: Path) -> None:
        """Take a file in."""
        self.change(partial(import_policy, self._session, path))

    def write_file(self, policy_id: str, folder: Path) -> None:
        """Write the file of one."""
        self._write(partial(export_policy, self._session, policy_id, folder), self._on_written)

    def remove(self, policy_id: str) -> None:
        """Remove a draft, then look at all that are left."""
        self._write(partial(_listed_after, self._session, partial(_removed, self._session, policy_id)), self._on_listed)

    def _write(self, job: Callable[[], object], on_done: Callable[[object], None]) -> None:
        self._runner.run(job, self, on_done, self._on_failed, is_write=True)

    @Slot(object)
    def _on_listed(self, policies: object) -> None:
        self.listed.emit(policies)

    @Slot(object)
    def _on_viewed(self, view: object) -> None:
        self.viewed.emit(view)

    @Slot(object)
    def _on_kept(self, view: object) -> None:
        self.kept.emit(view)

    @Slot(object)
    def _on_written(self, path: object) -> None:
        self.written.emit(path)

    @Slot(object)
    def _on_failed(self, error: object) -> None:
        self.failed.emit(error)


def _listed_after(session: OpenVault, job: PolicyJob | None) -> PolicyList:
    if job is not None:
        job()
    return list_policies(session)


def _viewed_after(session: OpenVault, job: PolicyJob) -> PolicyView:
    return view_policy(session, job())


def _removed(session: OpenVault, policy_id: str) -> str:
    remove_draft(session, policy_id)
    return policy_id
