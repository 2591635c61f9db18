"""The one object that actions hold: every verb of the vault, each handed on to the store it belongs to."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Concatenate, ParamSpec, Self, TypeVar

from intake.cases.model import Case
from intake.releases.model import Release
from intake.vault.answer_store import AnswerStore
from intake.vault.audit.entry import Action
from intake.vault.audit.log import AuditLog
from intake.vault.backup.copy_store import CopyStore
from intake.vault.backup.make import CopyMaker
from intake.vault.case_store import CaseStore
from intake.vault.database import Database
from intake.vault.draft_store import DraftStore
from intake.vault.erasing.eraser import Eraser
from intake.vault.erasing.holds import HoldStore
from intake.vault.erasing.kept_until import KeptUntil
from intake.vault.erasing.out_of_reach import Leftovers
from intake.vault.figures import Figures
from intake.vault.freshness.chain import Chain
from intake.vault.freshness.head_file import HeadFile
from intake.vault.freshness.links import Links
from intake.vault.freshness.mishaps import case_changed
from intake.vault.freshness.witness import Witness
from intake.vault.keys import SlotOwner
from intake.vault.papers.paper_store import PaperStore
from intake.vault.release_store import ReleaseStore
from intake.vault.settings_store import SettingsStore

_P = ParamSpec("_P")
_R = TypeVar("_R")


class VaultStore:
    """An open vault. One thread; every verb that changes something is one transaction, durable when it returns.

    Each verb raises Mishap for trouble with the disk and Defect for ours. After a Mishap the records are as they
    were before the verb, and the store may be used again.
    """

    def __init__(self, database: Database, folder: Path, opened_by: SlotOwner | None = None) -> None:
        self._database = database
        self.folder = folder
        self.opened_by = opened_by or SlotOwner()
        key_name = Links(database).key_name()
        self._chain = Chain(database, HeadFile(None if database.is_in_memory else folder, database.chain_key, key_name))
        database.watch = self._chain
        answers = AnswerStore(database)
        cases = CaseStore(database, answers)
        drafts = DraftStore(database)
        releases = ReleaseStore(database)
        settings = SettingsStore(database)

        self.cases = cases.lines
        self.new_case = cases.new
        self.add_case = cases.add
        self._read_case = cases.read
        self._put_release = releases.put
        self.shareable_view = self._seen(answers.shareable_view)
        self.put_answer = self._seen(answers.put)
        self.remove_answer = self._seen(answers.remove)
        self.answered_at, self.is_answered = answers.answered_at, answers.is_answered
        self.glance_at = cases.read  # leaves the word that a case is not as it was left to whoever opens it
        self.put_draft = self._seen(drafts.put)
        self.draft = drafts.one
        self.drafts = drafts.of_case
        self.put_place = self._seen(cases.put_place)
        self.place = cases.place
        self.set_last_case = cases.set_last_case
        self.last_case = cases.last_case
        self.releases = self._seen(releases.of_case)
        self.put_export = self._seen(releases.put_export)
        self.exports = releases.exports
        self.report_figures = Figures(database).reports
        self.release_figures = Figures(database).releases
        self.last_known_day = Figures(database).last_day
        self.setting = settings.one
        self.put_setting = settings.put
        self.together = database.transaction
        self.is_in_memory = database.is_in_memory
        self.is_under = database.key.is_same
        self.copy_to = database.copy_to
        self.empty_journal = database.empty_journal
        self.check_whole = database.check_whole
        self.doubts = self._chain.doubts
        self.check_freshness = self._chain.check_whole
        self.close = database.close
        self._add_erasing_and_log(database, folder)
        self._add_copies(database, folder)
        self._add_papers(database)

    def carry_log_to(self, database: Database) -> None:
        """Seal the log of a copy of these records anew, under the key that the copy has."""
        AuditLog(database).reseal(self._database.log_key)
        self._chain.carry_to(database)

    def case(self, case_id: str) -> Case:
        """One case with all its answers. Raises Mishap case_changed once, when it is not as it was left; then reads."""
        if not self._chain.see(case_id):
            raise case_changed()
        return self._read_case(case_id)

    def put_release(self, release: Release) -> None:
        """Keep a release in place of its earlier form. Raises Defect when its case is unknown."""
        self._chain.see(release.case_id)
        self._put_release(release)

    def open_chain(self, vault_id: str, witnesses: Path | None, *, must_have_head: bool) -> None:
        """Check whether the records are the newest there were, before anything is written. Raises Mishap.

        ``witnesses`` is the folder in which this computer remembers vaults; None: it remembers nothing.
        """
        key, name = self._database.chain_key, Links(self._database).key_name()
        self._chain.open(Witness(witnesses, vault_id, key, name), must_have_head=must_have_head)

    def go_on(self, on: date, staff_code: str = "") -> None:
        """Take what is there now for the right state, with a line in the log."""
        with self._database.transaction():
            self.write_log(Action.WENT_ON, on, staff_code=staff_code)
            self._chain.go_on()

    def note_restored(self, on: date) -> None:
        """Say that these records were put back on purpose, so that nobody takes them for a theft of newer ones."""
        self._chain.check_whole()
        with self._database.transaction():
            self.write_log(Action.RESTORED, on, staff_code=self.opened_by.code)
            self._chain.begin_anew()

    def _seen(self, verb: Callable[Concatenate[str, _P], _R]) -> Callable[Concatenate[str, _P], _R]:
        """The verb, once it was noted whether the case it is about is as it was left."""

        def seen(case_id: str, /, *rest: _P.args, **named: _P.kwargs) -> _R:
            self._chain.see(case_id)
            return verb(case_id, *rest, **named)

        return seen

    def _add_erasing_and_log(self, database: Database, folder: Path) -> None:
        log = AuditLog(database)
        holds = HoldStore(database, log)
        eraser = Eraser(database, folder, log, holds)
        self.write_log = log.write
        self.log_entries = log.entries
        self.verify_log = log.verify
        self.put_hold = self._seen(holds.put)
        self.release_hold = self._seen(holds.release)
        self.hold = holds.one
        self.held_since = holds.since
        self.erase_case = eraser.case
        self.erase_several = eraser.several
        self.erase_narrative = self._seen(eraser.narrative)
        self.erase_answers = self._seen(eraser.answers)
        self.erase_everything = eraser.everything
        self.finish_erasing = eraser.finish
        self.tombstones = eraser.tombstones
        self.out_of_reach = Leftovers(database).of
        self.kept_until = KeptUntil(database).days

    def _add_papers(self, database: Database) -> None:
        papers = PaperStore(database)
        self.put_paper = self._seen(papers.put)
        self.remove_paper = self._seen(papers.remove)
        self.paper = papers.one
        self.lasting_papers = papers.lasting

    def _add_copies(self, database: Database, folder: Path) -> None:
        copies = CopyStore(database)
        self.copies = copies.lines
        self.note_copy = copies.put
        self.make_copy = CopyMaker(database, folder, copies).make
        self.check_copy = CopyMaker(database, folder, copies).check

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
