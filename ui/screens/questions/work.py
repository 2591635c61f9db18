"""What the screen asks of the worker, and what comes back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from intake.actions.office_questions import change, look, own
from intake.actions.office_questions.asks import AskedFor, AskingWords, open_asking, what_is_asked
from intake.actions.office_questions.files import export_changes, import_changes
from intake.actions.office_questions.own import OwnDraft
from intake.actions.session import OpenVault
from intake.errors import BrokenContent
from intake.questions.model import Audience
from intake.questions.office.model import KINDS_WITH_CHOICES, Words
from intake.questions.office.plain_words import WordFault, word_faults
from ui.app_state import AppState
from ui.screens.questions.words_form import Said

Seen = look.PartsPage | look.PartPage | look.QuestionPage


@dataclass(frozen=True, slots=True)
class ToChange:
    """What to change in words before they can be kept, and what an own question asks for that could harm."""

    language: str
    faults: tuple[WordFault, ...]
    asked: tuple[AskedFor, ...] = ()


class QuestionsWork(QObject):
    """Every verb ends in one of the signals."""

    seen = Signal(object)  # PartsPage, PartPage or QuestionPage
    changed = Signal(object, object)  # what came of a change, and the page to show after it
    checked = Signal(object)  # ToChange
    to_change = Signal(object)  # ToChange: nothing was kept
    written = Signal(object)  # Path of a file
    failed = Signal(object)  # Exception

    def __init__(self, state: AppState, session: OpenVault, parent: QObject) -> None:
        super().__init__(parent)
        self._runner = state.runner
        self._session = session
        self._asking: list[AskingWords] = []  # once it was opened

    def see_parts(self) -> None:
        """Look at all parts."""
        self._run(partial(look.see_parts, self._session), self.seen.emit)

    @Slot(str)
    def see_part(self, section: str) -> None:
        """Look at one part."""
        self._run(partial(look.see_part, self._session, section), self.seen.emit)

    @Slot(str)
    def see_question(self, question_id: str) -> None:
        """Look at one question."""
        self._run(partial(look.see_question, self._session, question_id), self.seen.emit)

    @Slot(object)
    def change_all(self, verb: Callable[[OpenVault], object]) -> None:
        """Change something, then look at all parts."""
        self._change(partial(verb, self._session), partial(look.see_parts, self._session))

    def change_part(self, verb: Callable[[OpenVault], object], section: str) -> None:
        """Change something, then look at its part."""
        self._change(partial(verb, self._session), partial(look.see_part, self._session, section))

    def change_question(self, verb: Callable[[OpenVault], object], question_id: str) -> None:
        """Change something, then look at its question."""
        self._change(partial(verb, self._session), partial(look.see_question, self._session, question_id))

    def check(self, language: str, said: Said, kind: str, audience: Audience) -> None:
        """Say what to change in words that are being typed."""
        self._run(partial(_checked, language, said, kind, audience), self.checked.emit)

    def check_own(self, language: str, said: Said, kind: str) -> None:
        """The same of an own question, and what it asks for."""
        job = partial(_own_checked, self._session, self._asking, language, said, kind)
        self._run(job, self.checked.emit)

    def reword(self, page: look.QuestionPage, changed: Mapping[str, Said]) -> None:
        """Keep other words for a shipped question, if they can be said."""
        job = partial(_reworded, self._session, page, {code: one.words for code, one in changed.items()})
        self._run(job, self._on_changed, is_write=True)

    def save_own(self, draft: OwnDraft) -> None:
        """Keep an own question, if it can be said."""
        self._run(partial(_saved, self._session, draft), self._on_changed, is_write=True)

    @Slot(object)
    def take_in(self, path: Path) -> None:
        """Take a file in."""
        self.change_all(partial(import_changes, path=path))

    @Slot(object)
    def write_file(self, folder: Path) -> None:
        """Write the changes as a file."""
        self._run(partial(export_changes, self._session, folder), self.written.emit)

    def _change(self, verb: Callable[[], object], then: Callable[[], Seen]) -> None:
        self._run(partial(_after, verb, then), self._on_changed, is_write=True)

    def _run(self, job: Callable[[], object], on_done: Callable[[object], None], *, is_write: bool = False) -> None:
        self._runner.run(job, self, on_done, self.failed.emit, is_write=is_write)

    @Slot(object)
    def _on_changed(self, news: object) -> None:
        if isinstance(news, ToChange):
            self.to_change.emit(news)
        elif isinstance(news, tuple):
            self.changed.emit(*news)


def _after(verb: Callable[[], object], then: Callable[[], Seen]) -> tuple[object, Seen]:
    return verb(), then()


def _checked(language: str, said: Said, kind: str, audience: Audience) -> ToChange:
    labels = said.labels if kind in KINDS_WITH_CHOICES else ()
    return ToChange(language, word_faults(said.words, tuple(one for one in labels if one), language, audience))


def _own_checked(session: OpenVault, opened: list[AskingWords], language: str, said: Said, kind: str) -> ToChange:
    found = _checked(language, said, kind, Audience.PERSON)
    labels = said.labels if kind in KINDS_WITH_CHOICES else ()
    with suppress(BrokenContent):  # the words are looked at all the same
        if not opened:
            opened.append(open_asking(session))
        return replace(found, asked=what_is_asked(session, opened[0], language, said.words, labels))
    return found


def _reworded(
    session: OpenVault, page: look.QuestionPage, words: Mapping[str, Words]
) -> ToChange | tuple[object, look.QuestionPage]:
    for code, one in words.items():
        found = word_faults(one, language=code, audience=page.audience)
        if found:
            return ToChange(code, found)
    for code, one in words.items():
        change.reword(session, page.line.id, code, one)
    return None, look.see_question(session, page.line.id)


def _saved(session: OpenVault, draft: OwnDraft) -> ToChange | tuple[object, look.QuestionPage]:
    has_choices = draft.kind in KINDS_WITH_CHOICES
    for code, one in (draft.words or {session.language: Words()}).items():
        found = word_faults(one, draft.labels.get(code, ()) if has_choices else (), code)
        if found:
            return ToChange(code, found)
    question_id = own.save_own(session, draft)
    return question_id, look.see_question(session, question_id)
