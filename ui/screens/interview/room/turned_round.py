"""Large words, a break, and the choice where to start: what the person sees, bound to the question beneath it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from intake.actions.interview.grounding import Grounding
from intake.actions.interview.page import InterviewPage, SectionLine
from intake.answers.model import AnswerStatus
from ui.screens.interview.flow.presenter import InterviewPresenter
from ui.screens.interview.room.sitting import Sitting
from ui.screens.interview.screen_work import ScreenWork
from ui.screens.interview.view import InterviewView

_LIMITS = "limits"
"""The part after which every other one opens."""
_UNTOUCHED = ("untouched", "aside", "here")


class TurnedRound(QObject):
    """An answer given in large words goes through the same buttons as on the desk."""

    def __init__(self, view: InterviewView, presenter: InterviewPresenter, work: ScreenWork, sitting: Sitting) -> None:
        super().__init__(work)
        self._view = view
        self._card = view.middle.card
        self._pages = view.room
        self._presenter = presenter
        self._work = work
        self._sitting = sitting
        self._page: InterviewPage | None = None
        self._connect()

    def _connect(self) -> None:
        header, aloud = self._view.middle.header, self._pages.read_aloud
        header.reading_wanted.connect(self._on_reading)
        header.break_wanted.connect(self._on_break)
        aloud.go_on_wanted.connect(self._presenter.go_on)
        aloud.back_wanted.connect(self._presenter.go_back)
        aloud.option_wanted.connect(self._on_option)
        aloud.met_otherwise.connect(self._on_met_otherwise)
        self._pages.start.section_wanted.connect(self._presenter.go_to_section)
        self._view.shown.connect(self._on_shown)

    @Slot()
    def _on_reading(self) -> None:
        if self._page is not None and self._page.question is not None:
            self._pages.read_aloud.show_question(self._page.question, self._page.about)
            self._show_state()
            self._pages.open(self._pages.read_aloud)

    @Slot()
    def _on_break(self) -> None:
        self._presenter.recording.store_now()
        self._pages.pause.begin(self._view.clock.now().astimezone())
        self._pages.open(self._pages.pause)
        self._ask_for_card()

    def _ask_for_card(self) -> None:
        self._work.run(self._sitting.grounding, self._on_card, self._view.show_trouble, is_write=False)

    def _on_card(self, card: Grounding) -> None:
        if self._pages.is_pausing:
            self._pages.pause.show_card(card)

    @Slot(int)
    def _on_option(self, number: int) -> None:
        choices = self._card.choices()
        if number < len(choices):
            choices[number].click()
        self._show_state()

    @Slot(object)
    def _on_met_otherwise(self, status: AnswerStatus | None) -> None:
        self._card.meet_otherwise(status)
        self._show_state()

    def _show_state(self) -> None:
        chosen = tuple(button.isChecked() for button in self._card.choices())
        self._pages.read_aloud.show_state(chosen, self._card.status)

    @Slot(object)
    def _on_shown(self, page: InterviewPage) -> None:
        before, self._page = self._page, page
        if self._pages.is_reading and page.question is not None:
            is_reworded = before is not None and before.question is not None and before.question.id == page.question.id
            if is_reworded:
                self._pages.read_aloud.show_question(page.question, page.about, is_reworded=True)
            self._show_state()
        elif self._pages.is_pausing:
            self._ask_for_card()
        elif before is not None and _opens_the_rest(before, page):
            self._pages.start.show_parts(_parts(page))
            self._pages.open(self._pages.start)


def _parts(page: InterviewPage) -> tuple[SectionLine, ...]:
    after = [line.id for line in page.sections].index(_LIMITS) + 1
    return tuple(line for line in page.sections[after:] if not line.is_private)


def _opens_the_rest(before: InterviewPage, page: InterviewPage) -> bool:
    """The limits were left for the part behind them, not for one that was chosen, and nothing there was touched."""
    if before.question is None or page.question is None or before.question.section_id != _LIMITS:
        return False
    if not _parts(page) or page.question.section_id != _parts(page)[0].id:
        return False
    return all(line.state in _UNTOUCHED for line in _parts(page))
