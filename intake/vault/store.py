"""The one object that actions hold: every verb of the vault, each handed on to the store it belongs to."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Self

from intake.vault.answer_store import AnswerStore
from intake.vault.audit.log import AuditLog
from intake.vault.backup.copy_store import CopyStore
from intake.vault.backup.make import CopyMaker
from intake.vault.case_store import CaseStore
from intake.vault.database import Database
from intake.vault.draft_store import DraftStore
from intake.vault.erasing.eraser import Eraser
from intake.vault.erasing.holds import HoldStore
from intake.vault.erasing.out_of_reach import Leftovers
from intake.vault.figures import Figures
from intake.vault.keys import SlotOwner
from intake.vault.last_day import last_known_day
from intake.vault.paper_store import PaperStore
from intake.vault.release_store import ReleaseStore
from intake.vault.settings_store import SettingsStore


class VaultStore:
    """An open vault. One thread; every verb that changes something is one transaction, durable when it returns.

    Each verb raises Mishap for trouble with the disk and Defect for ours. After a Mishap the records are as they
    were before the verb, and the store may be used again.
    """

    def __init__(self, database: Database, folder: Path, opened_by: SlotOwner | None = None) -> None:
        self._database = database
        self.folder = folder
        self.opened_by = opened_by or SlotOwner()
        answers = AnswerStore(database)
        cases = CaseStore(database, answers)
        drafts = DraftStore(database)
        papers = PaperStore(database)
        releases = ReleaseStore(database)
        settings = SettingsStore(database)

        self.cases = cases.lines
        self.new_case = cases.new
        self.add_case = cases.add
        self.case = cases.read
        self.shareable_view = answers.shareable_view
        self.put_answer = answers.put
        self.remove_answer = answers.remove
        self.put_draft = drafts.put
        self.draft = drafts.one
        self.drafts = drafts.of_case
        self.put_paper = papers.put
        self.remove_paper = papers.remove
        self.paper = papers.one
        self.lasting_papers = papers.lasting
        self.last_known_day = partial(last_known_day, database)
        self.put_place = cases.put_place
        self.place = cases.place
        self.set_last_case = cases.set_last_case
        self.last_case = cases.last_case
        self.put_release = releases.put
        self.releases = releases.of_case
        self.put_export = releases.put_export
        self.exports = releases.exports
        self.report_figures = Figures(database).reports
        self.release_figures = Figures(database).releases
        self.setting = settings.one
        self.put_setting = settings.put
        self.together = database.transaction
        self.is_in_memory = database.is_in_memory
        self.is_under = database.is_under
        self.copy_to = database.copy_to
        self.empty_journal = database.empty_journal
        self.check_whole = database.check_whole
        self.close = database.close
        self._add_erasing_and_log(database, folder)
        self._add_copies(database, folder)

    def carry_log_to(self, database: Database) -> None:
        """Seal the log of a copy of these records anew, under the key that the copy has."""
        AuditLog(database).reseal(self._database.log_key)

    def _add_erasing_and_log(self, database: Database, folder: Path) -> None:
        log = AuditLog(database)
        holds = HoldStore(database, log)
        eraser = Eraser(database, folder, log, holds)
        self.write_log = log.write
        self.log_entries = log.entries
        self.verify_log = log.verify
        self.put_hold = holds.put
        self.release_hold = holds.release
        self.hold = holds.one
        self.erase_case = eraser.case
        self.erase_several = eraser.several
        self.erase_narrative = eraser.narrative
        self.erase_everything = eraser.everything
        self.finish_erasing = eraser.finish
        self.tombstones = eraser.tombstones
        self.out_of_reach = Leftovers(database).of

    def _add_copies(self, database: Database, folder: Path) -> None:
        copies = CopyStore(database)
        self.copies = copies.lines
        self.copies_holding = copies.holding
        self.make_copy = CopyMaker(database, folder, copies).make
        self.check_copy = CopyMaker(database, folder, copies).check

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
