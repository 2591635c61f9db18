"""Recovery words: make them, write them down, try them. The same at the first run and at the desk."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from intake.actions.keys.recovery import rehearse_recovery
from ui.app_state import AppState
from ui.day_words import day_words
from ui.keys.blank_sheet import BlankSheet
from ui.keys.jobs import KeysOverview, WayBack, make
from ui.keys.paper_words import PaperWords
from ui.keys.part import KeysPart
from ui.shared_widgets.choice_button import WrappingButton
from ui.shared_widgets.flow_layout import button_row
from ui.shared_widgets.form_parts import ChoiceGroup, Group
from ui.shared_widgets.paper_field import PaperField
from ui.shared_widgets.secret_field import SecretField
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.roles import Role

_ONE, _SHARES = "one", "shares"


class Recovery(KeysPart):
    """How it stands; then the words, one paper after the other; then the fields to try them."""

    shown = Signal(object)  # QWidget: what has just come up and should be seen

    def __init__(self, state: AppState) -> None:
        super().__init__(state)
        self._way = WayBack(is_made=False, needed=0, of=0, rehearsed_on=None, is_due=True)
        self._papers: tuple[tuple[str, ...], ...] = ()
        self._at = 0
        self._may_make = True
        self.standing = WrappedLabel()
        self.reminder = WrappedLabel("", Role.HINT)
        self.replacing = WrappedLabel("", Role.HINT)
        self.sheet = BlankSheet(state, self.session)
        self.mine = SecretField("")
        self.form = ChoiceGroup()
        self.make_button = WrappingButton("", Role.SECONDARY)
        self.paper_hint = WrappedLabel("", Role.HINT)
        self.which = WrappedLabel("", Role.HEADING)
        self.words = PaperWords()
        self.written_button = WrappingButton("", Role.PRIMARY)
        self.one, self.two = PaperField(), PaperField()
        self.try_button = WrappingButton("", Role.SECONDARY)
        made = (self.replacing, self.form, self.sheet, self.mine, button_row(self.make_button))
        self.making = Group(*made, role=Role.STRONG)
        self.writing = Group(self.which, self.paper_hint, self.words, button_row(self.written_button), role=Role.STRONG)
        self.trying = Group(self.one, self.two, button_row(self.try_button), role=Role.STRONG)
        for part in (self.standing, self.reminder, self.writing, self.trying, self.done, self.making):
            self.column.addWidget(part)
        self.make_button.clicked.connect(self._on_make)
        self.mine.submitted.connect(self._on_make)
        self.written_button.clicked.connect(self._on_written)
        self.try_button.clicked.connect(self._on_try)

    def show_overview(self, overview: KeysOverview) -> None:
        """How it stands with the papers."""
        if overview.way_back is not None:
            self._way = overview.way_back
        self._may_make = overview.is_supervisor
        self._show_standing()

    def leave(self) -> None:
        """No word stays, neither shown nor typed."""
        self.mine.clear()
        self._forget_words()
        self.one.clear()
        self.two.clear()

    @Slot(object)
    def show_error(self, error: Exception) -> None:
        """Say a mishap where it can be seen."""
        super().show_error(error)
        self.shown.emit(self.notice)

    def retranslate(self) -> None:
        """Set every text in the language of the screen."""
        self.heading.setText(self.tr("If a passphrase is lost"))
        self.sheet.retranslate()
        self.form.show_choices(
            self.tr("How should they be kept?"),
            (
                (_ONE, self.tr("One paper, in a safe place")),
                (_SHARES, self.tr("Three papers, any two open the vault: two people and a sealed envelope")),
            ),
        )
        self.mine.set_label(self.tr("Type your own passphrase, to make the words"))
        self.make_button.setText(self.tr("Make the words"))
        self.writing.show_heading(self.tr("Write these words on paper"))
        self.written_button.setText(self.tr("I have written them down"))
        self.trying.show_heading(self.tr("Try the words"))
        self.try_button.setText(self.tr("Try them now"))
        self._show_standing()

    def _show_standing(self) -> None:
        way = self._way
        if not way.is_made:
            self.standing.setText(self.tr("There are no recovery words yet."))
        elif way.rehearsed_on is None:
            self.standing.setText(self.tr("There are recovery words. Nobody has tried them yet."))
        else:
            day = day_words(way.rehearsed_on)
            self.standing.setText(self.tr("There are recovery words. They were last tried on {day}.").format(day=day))
        if not way.is_made:
            self.reminder.setText(self.tr("Without them, a lost passphrase is a lost vault. Make them first."))
        elif way.is_due:
            self.reminder.setText(self.tr("Try them now, from the paper. Do it again every three months."))
        is_writing = bool(self._papers)
        self.standing.setVisible(not is_writing)
        self.reminder.setVisible(way.is_due and not is_writing)
        self._show_replacing()
        self.making.setVisible(self._may_make and not is_writing)
        self.writing.setVisible(is_writing)
        self.trying.setVisible(way.is_made and not is_writing)
        several = way.needed > 1
        self.two.setVisible(several)
        self.one.show_label(self.tr("The words of one paper") if several else self.tr("The words of your paper"))
        self.two.show_label(self.tr("The words of another paper"))
        self._show_paper()

    def _show_replacing(self) -> None:
        """What becomes of the words there are when new ones are made."""
        way = self._way
        self.making.show_heading(self.tr("Make new words") if way.is_made else self.tr("Make recovery words"))
        words = ""
        if way.older_open:
            words = self.tr("Words that were tried before still open the vault. They stop once newer ones are tried.")
        elif way.rehearsed_on is not None:
            words = self.tr("The words you have keep working until the new ones have been tried.")
        elif way.is_made:
            words = self.tr("Is the paper not finished, or lost? Make new words. Those nobody tried stop working then.")
        self.replacing.setText(words)
        self.replacing.setVisible(bool(words))

    def _show_paper(self) -> None:
        if not self._papers:
            return
        count, at = len(self._papers), self._at + 1
        self.paper_hint.setText(self.tr("They are shown once and kept nowhere. Use a pen, not a printer or a photo."))
        title = self.tr("Paper {at} of {count}").format(at=at, count=count) if count > 1 else self.tr("The paper")
        self.which.setText(title)
        self.words.show_words(title, self._papers[self._at])

    @Slot()
    def _on_make(self) -> None:
        if not self.form.value():
            self.notice.show_words(self.tr("Choose how the words should be kept."))
        elif self.mine.is_empty():
            self.notice.show_words(self.tr("Type your own passphrase first."))
        else:
            self.run(partial(make, self.session, self.mine.take(), self.form.value() == _SHARES), self._on_made)

    @Slot(object)
    def _on_made(self, papers: tuple[tuple[str, ...], ...]) -> None:
        self._papers, self._at = papers, 0
        self.changed.emit()
        self.say_done("")
        self._show_standing()
        self._go_to(self.words)

    @Slot()
    def _on_written(self) -> None:
        self._at += 1
        if self._at < len(self._papers):
            self._show_paper()
            self._go_to(self.words)
            return
        self._forget_words()
        self._show_standing()
        self.say_done(self.tr("Now try them: type the words from the paper."))
        self._go_to(self.one.edit)

    @Slot()
    def _on_try(self) -> None:
        typed = [self.one.text(), *([self.two.text()] if self._way.needed > 1 else [])]
        self.run(partial(rehearse_recovery, self.session, typed), self._on_tried)

    @Slot(object)
    def _on_tried(self, is_newest: bool) -> None:
        self.one.clear()
        self.two.clear()
        if not is_newest:
            words = self.tr("These are older words. They still open the vault. Now try the newest paper.")
        elif self._way.needed > 1:
            words = self.tr(
                "They work. At the desk, try the third paper with one of these. Older words no longer open this vault."
            )
        else:
            words = self.tr("They work. Put the paper away. Older words no longer open this vault.")
        self.say_done(words)
        self.changed.emit()

    def _go_to(self, part: QWidget) -> None:
        part.setFocus()
        self.shown.emit(part)

    def _forget_words(self) -> None:
        self._papers, self._at = (), 0
        self.words.clear()
