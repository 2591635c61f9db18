"""Brings the sentences and what comes near to typed words from the worker, and keeps what was chosen."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from intake.actions.referral.choose_lines import FrameOffer, LinesOfPage
from intake.actions.referral.preview import HeldLine
from intake.actions.referral.weigh_line import WeighedLine
from intake.referral.frames import FrameUse, Line
from ui.background.job_runner import Runner
from ui.screens.referral.lines.panel import LinesPanel
from ui.screens.referral.presenter import LinesChanged
from ui.screens.referral.verbs import Verbs

_REST_MS = 120  # from the last key to the search
_WEIGH_MS = 250  # from the last key to the gate


class LinesWork(QObject):
    """One for each referral screen. ``changed``: the page must be made anew."""

    changed = Signal(object)  # LinesChanged
    failed = Signal(object)  # Exception

    def __init__(self, runner: Runner, verbs: Verbs, panel: LinesPanel, parent: QObject) -> None:
        super().__init__(parent)
        self._runner = runner
        self._verbs = verbs
        self._panel = panel
        self._recipient_id = ""
        self._language = ""
        self._typed = ""
        self._own_typed = ""
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._on_rested)
        self._own_rest = QTimer(self)
        self._own_rest.setSingleShot(True)
        self._own_rest.setInterval(_WEIGH_MS)
        self._own_rest.timeout.connect(self._on_own_rested)
        panel.changed.connect(self._on_changed)
        panel.change_wanted.connect(self._on_change_wanted)
        panel.add.typed.connect(self._on_typed)
        panel.add.chosen.connect(self._on_chosen)
        panel.own.typed.connect(self._on_own_typed)
        panel.yes.answered.connect(self._on_answered)

    def open_gate(self) -> None:
        """Let the gate open while the place is chosen: the first page then waits for nothing."""
        self._runner.run(self._verbs.open_gate, self, self._on_open, self._on_failed)

    def show_place(self, recipient_id: str, held: tuple[HeldLine, ...], language: str) -> None:
        """Show the lines for this place; asked for when the place is another one. ``language`` is that of the page.

        Without a place none are shown: the next page may be about another thing.
        """
        self._language = language
        if recipient_id != self._recipient_id:
            self._recipient_id = recipient_id
            self._panel.clear()
            if recipient_id:
                self._runner.run(partial(self._verbs.lines, recipient_id), self, self._on_lines, self._on_failed)
        self._panel.show_held(held)

    @Slot(object)
    def _on_changed(self, lines: tuple[Line, ...] | None) -> None:
        job = partial(self._verbs.keep_lines, self._recipient_id, lines)
        self._runner.run(job, self, self._on_kept, self._on_failed, is_write=True)

    @Slot(object)
    def _on_chosen(self, use: FrameUse) -> None:
        if self._verbs.is_whole(use):
            self._panel.take(use)
        else:
            self._panel.add.not_whole()

    @Slot(object)
    def _on_change_wanted(self, use: FrameUse) -> None:
        job = partial(self._verbs.offer, use.frame_id)
        self._runner.run(job, self, partial(self._on_gaps, use), self._on_failed)

    @Slot(str)
    def _on_typed(self, text: str) -> None:
        self._typed = text
        self._rest.start()

    @Slot()
    def _on_rested(self) -> None:
        job = partial(self._verbs.offers, self._recipient_id, self._typed)
        self._runner.run(job, self, partial(self._on_offers, self._typed), self._on_failed)

    @Slot(str)
    def _on_own_typed(self, text: str) -> None:
        self._own_typed = text
        self._own_rest.start()

    @Slot()
    def _on_own_rested(self) -> None:
        job = partial(self._verbs.weigh, self._recipient_id, self._own_typed, self._language)
        self._runner.run(job, self, self._on_weighed, self._on_failed)

    @Slot(object)
    def _on_weighed(self, weighed: WeighedLine) -> None:
        self._panel.own.show_weighed(weighed)

    @Slot(object, bool)
    def _on_answered(self, line: Line, is_yes: bool) -> None:
        job = partial(self._verbs.say_yes, self._recipient_id, line, is_yes=is_yes)
        self._runner.run(job, self, self._on_kept, self._on_failed, is_write=True)

    def _on_gaps(self, use: FrameUse, offer: FrameOffer) -> None:
        self._panel.fill(offer, use)

    def _on_offers(self, typed: str, offers: tuple[FrameOffer, ...]) -> None:
        if typed == self._typed:  # else the answer to what is typed by now is still to come
            self._panel.add.show_offers(offers)

    @Slot(object)
    def _on_open(self, nothing: None) -> None:
        del nothing

    @Slot(object)
    def _on_lines(self, lines: LinesOfPage) -> None:
        self._panel.show_lines(lines)

    @Slot(object)
    def _on_kept(self, lines: LinesOfPage) -> None:
        self._panel.show_lines(lines)
        self.changed.emit(LinesChanged())

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self.failed.emit(error)
