"""The questions of the interview: all parts, one part, one question; supervisors change what is asked here."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Slot

from intake.actions.office_questions import change, own
from intake.actions.office_questions.files import ChangesTakenIn, faults_in_words
from intake.actions.office_questions.look import PartPage, PartsPage, QuestionPage
from intake.actions.session import OpenVault
from intake.errors import BrokenContent, Defect
from ui.app_state import AppState
from ui.background.at_rest import AtRest
from ui.day_words import day_words
from ui.screen import Wish
from ui.screens.questions.asked_words import asked_words
from ui.screens.questions.frame import QuestionsFrame
from ui.screens.questions.words_form import Said
from ui.screens.questions.work import QuestionsWork, ToChange

_MOST_FAULTS = 8


def build(state: AppState, wish: Wish) -> QuestionsScreen:
    """The questions that this vault asks."""
    del wish
    return QuestionsScreen(state)


class QuestionsScreen(QuestionsFrame):
    """Everybody may look; supervisors change."""

    def __init__(self, state: AppState) -> None:
        super().__init__(state)
        if state.session is None:
            raise Defect("the questions of an office need an open vault")
        self._session = state.session
        self._languages = tuple(one.language for one in state.session.shipped.wordings())
        self._moved = ("", 0)
        self._rest = AtRest(self.question, self.back)
        self.work = QuestionsWork(state, state.session, self)
        self._connect()
        self.retranslate()
        self.work.see_parts()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Parts and questions are called otherwise in another language; a form that is open keeps what was typed."""
        super().changeEvent(event)
        if event.type() != QEvent.Type.LanguageChange or self.question.isVisibleTo(self):
            return
        if self.part.isVisibleTo(self):
            self.work.see_part(self.part.section)
        else:
            self.work.see_parts()

    def _connect(self) -> None:
        self.back.clicked.connect(self._on_back)
        self.parts.wanted.connect(self.work.change_all)
        self.part.wanted.connect(self._on_part_wish)
        self.question.wanted.connect(self._on_question_wish)
        self.question.take_off_wanted.connect(self._on_take_off)
        self.parts.opened.connect(self.work.see_part)
        self.parts.file_chosen.connect(self.work.take_in)
        self.parts.folder_chosen.connect(self.work.write_file)
        self.part.opened.connect(self.work.see_question)
        self.part.moved.connect(self._on_move)
        self.part.add_wanted.connect(self._on_add)
        self.question.keep_wanted.connect(self._on_keep)
        self.question.form.typed.connect(self._on_typed)
        self.work.seen.connect(self._on_seen)
        self.work.changed.connect(self._on_changed)
        self.work.checked.connect(self._on_checked)
        self.work.to_change.connect(self._on_to_change)
        self.work.written.connect(self._on_written)
        self.work.failed.connect(self._on_failed)

    @Slot()
    def _on_back(self) -> None:
        if not self.question.isVisibleTo(self):
            self.work.see_parts()
        elif self.question.form.changed() and not self.is_leaving:
            self.is_leaving = True
            self.say_back()
            self.notice.show_words(
                self.tr("What you wrote here is not kept yet."),
                self.tr("It is still there."),
                self.tr("Keep it with the button below, or go back without it."),
            )
        else:
            self.question.empty()
            self.work.see_part(self.question.section)

    @Slot(str)
    def _on_add(self, section: str) -> None:
        self.question.begin_own(section, self._languages, self._session.language)
        self.show_view(self.question)
        self.question.first().setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_keep(self) -> None:
        self.quiet()
        draft, page = self.question.own_draft(), self.question.page
        changed = self.question.form.changed()
        self._rest.begin()  # a second press would add a second question
        if draft is not None:
            self.work.save_own(draft)
        elif page is not None:
            self.work.reword(page, changed)

    @Slot(str, object)
    def _on_typed(self, language: str, said: Said) -> None:
        draft, page = self.question.own_draft(), self.question.page
        if draft is not None:
            self.work.check_own(language, said, draft.kind)
        elif page is not None:
            self.work.check(language, said, "", page.audience)

    @Slot(str, int)
    def _on_move(self, question_id: str, step: int) -> None:
        self._moved = (question_id, step)
        self._on_part_wish(partial(change.move, question_id=question_id, step=step))

    @Slot(object)
    def _on_part_wish(self, verb: Callable[[OpenVault], object]) -> None:
        self.work.change_part(verb, self.part.section)

    @Slot(object)
    def _on_question_wish(self, verb: Callable[[OpenVault], object]) -> None:
        self.work.change_question(verb, self.question.question_id)

    @Slot()
    def _on_take_off(self) -> None:
        verb = partial(own.take_off_own, question_id=self.question.question_id)
        self.work.change_part(verb, self.question.section)

    @Slot(object)
    def _on_seen(self, page: object) -> None:
        if isinstance(page, PartsPage):
            came_from = self.part.section
            self.parts.show_page(page)
            self.show_view(self.parts)
            self.parts.focus_part(came_from)
        elif isinstance(page, PartPage):
            came_from = self.question.question_id if self.question.isVisibleTo(self) else ""
            self.part.show_page(page)
            self.show_view(self.part)
            self.back.setFocus(Qt.FocusReason.OtherFocusReason)
            self.part.focus_question(came_from)
        elif isinstance(page, QuestionPage):
            self.question.show_page(page, self._languages, self._session.language)
            self.show_view(self.question)
            (self.question.first() if page.may_change else self.back).setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object, object)
    def _on_changed(self, outcome: object, page: object) -> None:
        self._rest.end()
        place = self.column.verticalScrollBar().value()
        self._on_seen(page)
        if isinstance(outcome, ChangesTakenIn):
            words = self.tr("Taken in: {hidden} hidden, {reworded} in other words, {own} of their own. From {day}.")
            day = day_words(outcome.dated) if outcome.dated else ""
            said = [words.format(hidden=outcome.hidden, reworded=outcome.reworded, own=outcome.own, day=day)]
            if outcome.asking:
                asking = self.tr("May ask for what could harm the person: {count}. Open each to read why.")
                said.append(asking.format(count=outcome.asking))
            self.say(" ".join(said))
            return
        self.say(self.tr("Kept. It counts from now on, in every report."))
        if isinstance(page, PartPage) and self._moved[0]:
            self.column.verticalScrollBar().setValue(place)
            self.part.focus_question(*self._moved)
            self._moved = ("", 0)

    @Slot(object)
    def _on_checked(self, found: ToChange) -> None:
        if found.language != self.question.form.shown_language:
            return  # it came late: somebody is typing in another language now
        self.question.form.show_faults(found.language, found.faults)
        draft = self.question.own_draft()
        is_saved = draft is None or draft.is_saved
        self.question.form.show_asked(asked_words(found.asked, is_saved=is_saved))

    @Slot(object)
    def _on_to_change(self, found: ToChange) -> None:
        self._rest.end()
        self.question.form.show_faults(found.language, found.faults)
        self.notice.show_words(
            self.tr("Some of these words cannot be said like this."),
            self.tr("What you wrote is still there."),
            self.tr("Change what is named below the lines, then keep it again."),
        )

    @Slot(object)
    def _on_written(self, path: Path) -> None:
        self.say(self.tr("Saved as {name}.").format(name=path.name))

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self._rest.end()
        self.done.hide()
        if isinstance(error, BrokenContent):
            faults = "\n".join(faults_in_words(self._session, error)[:_MOST_FAULTS])
            self.notice.show_words(
                self.tr("This file cannot be used."), self.tr("The questions have not changed."), faults
            )
            return
        self.notice.show_error(error)
