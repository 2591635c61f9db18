"""One question: what is different here, the words, and what can be done with it. Also the form for a new own one."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from intake.actions.office_questions.change import hide, put_back, show_again
from intake.actions.office_questions.look import QuestionPage
from intake.actions.office_questions.own import OwnDraft, ask_own_again
from intake.questions.model import Fate
from intake.questions.office.model import KINDS, KINDS_WITH_CHOICES, OwnQuestion
from ui.screens.questions.line_words import marks_of, why_always
from ui.screens.questions.rows import column_of, row_of
from ui.screens.questions.words_form import Said, WordsForm
from ui.shared_widgets.choice_button import WrappingButton
from ui.shared_widgets.form_parts import ChoiceGroup
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.roles import Role

_MOST_NAMED = 5
_STAYS, _NOT_SAVED = Fate.STAYS.value, Fate.NOT_SAVED.value


class QuestionView(QWidget):
    """Emits what to do with the question that is shown."""

    keep_wanted = Signal()
    wanted = Signal(object)  # what to do with the open vault
    take_off_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.page: QuestionPage | None = None
        self.section = ""
        self.heading = WrappedLabel("", Role.HEADING)
        self.standing = WrappedLabel("", Role.STRONG)
        self.more = WrappedLabel()
        self.hide_it, self.ask_again = WrappingButton("", Role.SECONDARY), WrappingButton("", Role.SECONDARY)
        self.put_back, self.take_off = WrappingButton("", Role.SECONDARY), WrappingButton("", Role.SECONDARY)
        self.advice = WrappedLabel()
        self.kind, self.fate = ChoiceGroup(Role.NONANSWER), ChoiceGroup(Role.NONANSWER)
        self.form = WordsForm()
        self.keep = WrappingButton("", Role.PRIMARY)
        self._ways = row_of(self.hide_it, self.ask_again, self.put_back, self.take_off)
        self._keep_row = row_of(self.keep)
        parts = (self.heading, self.standing, self.more, self._ways, self.advice, self.kind, self.fate, self.form)
        column_of(self, *parts, self._keep_row, gap=16)
        self._connect()

    @property
    def question_id(self) -> str:
        """The question that is shown; empty for a new one."""
        return self.page.line.id if self.page else ""

    def begin_own(self, section: str, languages: tuple[str, ...], language: str) -> None:
        """An empty form for a new question of the office."""
        self.page, self.section = None, section
        self.form.is_own = True
        self.form.show_said({}, languages, language, {})
        self.kind.choose("")
        self.retranslate()
        self.kind.choose(KINDS[0])
        self.fate.choose(_STAYS)
        self._show_choices()

    def show_page(self, page: QuestionPage, languages: tuple[str, ...], language: str) -> None:
        """Show one question as it stands now."""
        self.page, self.section = page, page.section
        self.form.is_own = page.own is not None
        said = {code: Said(words, _labels(page.own, code)) for code, words in page.words.items()}
        self.form.show_said(said, languages, language, page.shipped)
        self.form.setEnabled(page.may_change)
        self.retranslate()
        self._show_choices()

    def own_draft(self) -> OwnDraft | None:
        """The own question as it is filled in; None for a shipped one."""
        own = self.page.own if self.page else None
        if self.page is not None and own is None:
            return None
        said = self.form.filled_in()
        return OwnDraft(
            self.section,
            own.kind if own else self.kind.value(),
            {code: one.words for code, one in said.items()},
            {code: one.labels for code, one in said.items()},
            own.is_saved if own else self.fate.value() != _NOT_SAVED,
            own.id if own else "",
        )

    def first(self) -> QWidget:
        """Where the keyboard begins."""
        return self.form.prompt.edit

    def empty(self) -> None:
        """Forget what was typed."""
        self.form.empty()

    def retranslate(self) -> None:
        """Set every text in the language of the screen."""
        self.form.retranslate()
        self.hide_it.setText(self.tr("Hide this question"))
        self.ask_again.setText(self.tr("Ask it again"))
        self.put_back.setText(self.tr("Put it back as it came"))
        self.take_off.setText(self.tr("Ask this question no more"))
        self.keep.setText(self.tr("Keep these words") if self.page else self.tr("Add this question"))
        self._offer_kinds()
        page = self.page
        is_own = page is None or page.own is not None
        self.advice.setText(self._own_advice() if is_own else self._advice())
        if page is None:
            self.heading.setText(self.tr("A question of your own"))
            self._show_ways()
            return
        self.heading.setText(page.line.prompt)
        marks = ", ".join(marks_of(page.line))
        self.standing.setText(f"{marks[:1].upper()}{marks[1:]}")
        self.more.setText("\n".join(self._more(page)))
        self._show_ways()

    def _show_ways(self) -> None:
        page = self.page
        may = page is not None and page.may_change
        line, own = (page.line, page.own) if page else (None, None)
        self.standing.setVisible(page is not None and bool(self.standing.text()))
        self.more.setVisible(page is not None and bool(self.more.text()))
        self.hide_it.setVisible(bool(line and not (line.is_own or line.is_hidden or line.always)))
        self.ask_again.setVisible(bool(line and (line.is_hidden or line.is_retired)))
        self.put_back.setVisible(bool(line and line.is_reworded))
        self.take_off.setVisible(bool(own and not own.is_retired))
        self._ways.setVisible(may)
        self._keep_row.setVisible(page is None or may)
        self.advice.setVisible(page is None or may)
        self.kind.setVisible(page is None)
        self.fate.setVisible(page is None)

    def _more(self, page: QuestionPage) -> list[str]:
        said = [why_always(page.line.always)] if page.line.always else []
        if page.own is not None:
            kinds = dict(self._kinds())
            fate = self.tr("An answer stays here.") if page.own.is_saved else self.tr("An answer is not saved.")
            words = self.tr("It is answered by: {kind}. No page ever holds an answer.")
            said += [words.format(kind=kinds[page.own.kind].lower()), fate]
        if page.is_outdated:
            said.append(self.tr("The program has other words for it since you wrote yours. Look if yours still fit."))
        if page.is_answered and page.own is not None:
            said.append(self.tr("Somebody has answered it. If you ask it no more, the answers stay."))
        if page.hangs_on_it:
            said.append(self.tr("Nobody asks these without it:"))
            said += [f"\u00b7 {prompt}" for prompt in page.hangs_on_it[:_MOST_NAMED]]
            more = len(page.hangs_on_it) - _MOST_NAMED
            said += [self.tr("\u00b7 and {count} more").format(count=more)] if more > 0 else []
        return said

    def _advice(self) -> str:
        return self.tr(
            "Ask the same thing in other words: the rules go by what an answer means. In a language in which you write "
            "nothing, it is asked as it came."
        )

    def _own_advice(self) -> str:
        return self.tr(
            "Do not ask about papers, arrests, drugs or how somebody earns money, and never for names of others. What "
            "nobody wrote down, nobody can be made to show."
        )

    def _kinds(self) -> tuple[tuple[str, str], ...]:
        return (
            ("single_choice", self.tr("One choice")),
            ("multiple_choice", self.tr("Several choices")),
            ("short_text", self.tr("A few words")),
            ("long_text", self.tr("Longer words")),
            ("approximate_date", self.tr("A day, a month or a year")),
        )

    def _offer_kinds(self) -> None:
        self.kind.show_choices(self.tr("How is it answered?"), self._kinds())
        fates = ((_STAYS, self.tr("It stays here")), (_NOT_SAVED, self.tr("It is not saved")))
        self.fate.show_choices(self.tr("What becomes of an answer? It never leaves."), fates)

    def _show_choices(self) -> None:
        kind = self.page.own.kind if self.page and self.page.own else self.kind.value() if self.page is None else ""
        self.form.show_choices(are_wanted=kind in KINDS_WITH_CHOICES)

    def _connect(self) -> None:
        self.kind.chosen.connect(self._on_kind)
        self.fate.chosen.connect(self.form.look_again)
        self.keep.clicked.connect(self.keep_wanted)
        self.hide_it.clicked.connect(self._on_hide)
        self.ask_again.clicked.connect(self._on_again)
        self.put_back.clicked.connect(self._on_put_back)
        self.take_off.clicked.connect(self.take_off_wanted)

    @Slot(str)
    def _on_kind(self, kind: str) -> None:
        del kind
        self._show_choices()

    @Slot()
    def _on_hide(self) -> None:
        self.wanted.emit(partial(hide, name=self.question_id))

    @Slot()
    def _on_again(self) -> None:
        is_own = self.page is not None and self.page.own is not None
        verb = (
            partial(ask_own_again, question_id=self.question_id)
            if is_own
            else partial(show_again, name=self.question_id)
        )
        self.wanted.emit(verb)

    @Slot()
    def _on_put_back(self) -> None:
        self.wanted.emit(partial(put_back, name=self.question_id))


def _labels(own: OwnQuestion | None, code: str) -> tuple[str, ...]:
    return tuple(choice.labels.get(code, "") for choice in own.choices) if own else ()
