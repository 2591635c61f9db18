"""Words the lens knows: try a sentence, the words of the office, the packs that came with the program."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from intake.actions.screening.local_words import TakenIn, export_local_words, import_local_words
from intake.actions.screening.pack_shelf import PackPage, PackShelf, TriedText, open_pack, pack_shelf, try_text
from intake.actions.session import OpenVault
from intake.errors import BrokenContent, Defect
from ui.accessibility import announce
from ui.app_state import AppState
from ui.day_words import day_words
from ui.screen import Screen, Wish
from ui.screens.word_packs.files_part import WordFilesPart
from ui.screens.word_packs.office_part import OfficePart
from ui.screens.word_packs.shelf_part import ShelfPart
from ui.screens.word_packs.try_part import TryPart
from ui.shared_widgets.notice_bar import NoticeBar
from ui.shared_widgets.scroll_column import ScrollColumn
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.roles import Role

_CHARACTERS = 90
_MOST_FAULTS = 8


def build(state: AppState, wish: Wish) -> WordPacksScreen:
    """The words that the lens of this vault knows."""
    del wish
    return WordPacksScreen(state)


class WordPacksScreen(Screen):
    """Everybody may look and try; supervisors change the words of the office."""

    def __init__(self, state: AppState) -> None:
        super().__init__(state)
        if state.session is None:
            raise Defect("the words of an office need an open vault")
        self._session = state.session
        self.title = WrappedLabel("", Role.TITLE)
        self.lead = WrappedLabel()
        self.notice = NoticeBar()
        self.done = WrappedLabel("", Role.STRONG)
        self.attempt, self.office, self.files, self.shelf = TryPart(), OfficePart(), WordFilesPart(), ShelfPart()
        self._parts = (self.attempt, self.office, self.files, self.shelf)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(48, 32, 48, 24)
        whole.setSpacing(12)
        scroll = ScrollColumn(characters=_CHARACTERS)
        for top in (self.title, self.notice, self.done):
            whole.addWidget(top)
        whole.addWidget(scroll, 1)
        scroll.add(self.lead)
        for part in self._parts:
            scroll.add(part)
        scroll.column.addStretch(1)
        scroll.column.setSpacing(24)
        self.done.hide()
        self._connect()
        self.retranslate()
        state.runner.run(partial(pack_shelf, self._session), self, self._on_shelf, self._on_failed)

    def first_focus(self) -> QWidget | None:
        """The line for a sentence to try."""
        return self.attempt.field.edit

    def leave(self) -> None:
        """Forget what was typed."""
        self.attempt.empty()
        self.office.empty()

    def retranslate(self) -> None:
        """Set every text in the language of the screen."""
        self.title.setText(self.tr("Words the lens knows"))
        self.lead.setText(
            self.tr(
                "The lens marks words that could harm the person. Slang grows old: each pack has its day, and says who "
                "has read it. Beside these words the lens also weighs whole sentences."
            )
        )
        for part in self._parts:
            part.retranslate()

    def _connect(self) -> None:
        self.attempt.typed.connect(self._on_try)
        self.office.wanted.connect(self._on_wanted)
        self.files.file_chosen.connect(self._on_file)
        self.files.folder_chosen.connect(self._on_folder)
        self.shelf.opened.connect(self._on_opened)

    def _change(self, job: Callable[[], object]) -> None:
        self.notice.hide_notice()
        self.done.hide()
        changed = partial(_changed, self._session, job)
        self.state.runner.run(changed, self, self._on_changed, self._on_failed, is_write=True)

    def _say(self, words: str) -> None:
        self.done.setText(words)
        self.done.show()
        announce(self.done, words)

    @Slot(str)
    def _on_try(self, text: str) -> None:
        self.state.runner.run(partial(try_text, self._session, text), self, self._on_tried, self._on_failed)

    @Slot(object)
    def _on_tried(self, tried: TriedText) -> None:
        self.attempt.show_tried(tried)

    @Slot(object)
    def _on_wanted(self, change: Callable[[OpenVault], object]) -> None:
        self._change(partial(change, self._session))

    @Slot(object)
    def _on_file(self, path: Path) -> None:
        self._change(partial(import_local_words, self._session, path))

    @Slot(object)
    def _on_folder(self, folder: Path) -> None:
        job = partial(export_local_words, self._session, folder)
        self.state.runner.run(job, self, self._on_written, self._on_failed)

    @Slot(str)
    def _on_opened(self, pack_id: str) -> None:
        self.state.runner.run(partial(open_pack, self._session, pack_id), self, self._on_page, self._on_failed)

    @Slot(object)
    def _on_shelf(self, shelf: PackShelf) -> None:
        self.office.show_shelf(shelf)
        self.files.show_role(may_change=shelf.may_change)
        self.shelf.show_shelf(shelf)

    @Slot(object)
    def _on_changed(self, news: tuple[object, PackShelf]) -> None:
        outcome, shelf = news
        self._on_shelf(shelf)
        self.office.empty()
        self.attempt.ask_again()
        if isinstance(outcome, TakenIn):
            day = day_words(outcome.dated) if outcome.dated else ""
            words = self.tr("Taken in. New here: {count}. The file is from {day}.")
            self._say(words.format(count=outcome.new, day=day))
        else:
            self._say(self.tr("Kept. It counts from now on, in every box and on every page."))

    @Slot(object)
    def _on_written(self, path: Path) -> None:
        self._say(self.tr("Saved as {name}.").format(name=path.name))

    @Slot(object)
    def _on_page(self, page: PackPage) -> None:
        self.shelf.show_page(page)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, BrokenContent):
            faults = "\n".join(f"{one.what} {one.cure}" for one in error.problems[:_MOST_FAULTS])
            happened = self.tr("This file cannot be used.")
            self.notice.show_words(happened, self.tr("The words that are there have not changed."), faults)
            return
        self.notice.show_error(error)


def _changed(session: OpenVault, job: Callable[[], object]) -> tuple[object, PackShelf]:
    return job(), pack_shelf(session)
