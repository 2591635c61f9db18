"""The one object that actions hold: every verb of the vault, each handed on to the store it belongs to."""

from __future__ import annotations

from pathlib import Path
from types import TracebackType
from typing import Self

from intake.vault.answer_store import AnswerStore
from intake.vault.backup.copy_store import CopyStore
from intake.vault.backup.make import CopyMaker
from intake.vault.case_store import CaseStore
from intake.vault.database import Database
from intake.vault.draft_store import DraftStore
from intake.vault.erase import CaseEraser
from intake.vault.keys import SlotOwner
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
        self.put_place = cases.put_place
        self.place = cases.place
        self.set_last_case = cases.set_last_case
        self.last_case = cases.last_case
        self.put_release = releases.put
        self.releases = releases.of_case
        self.put_export = releases.put_export
        self.exports = releases.exports
        self.setting = settings.one
        self.put_setting = settings.put
        self.erase_case = CaseEraser(database, folder).erase
        copies = CopyStore(database)
        self.copies = copies.lines
        self.copies_holding = copies.holding
        self.make_copy = CopyMaker(database, folder, copies).make
        self.check_copy = CopyMaker(database, folder, copies).check
        self.is_in_memory = database.is_in_memory
        self.copy_to = database.copy_to
        self.empty_journal = database.give_back_room
        self.check_whole = database.check_whole
        self.close = database.close

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
