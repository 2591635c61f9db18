"""What became of the file that was to be saved."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from intake.actions.referral.save_summary import Refused, Saved
from ui.accessibility import announce
from ui.keys.paper_words import PaperWords
from ui.shared_widgets.card import Card
from ui.shared_widgets.folder_picker import breakable
from ui.shared_widgets.icon import Icon
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.roles import Role


class SavedCard(Card):
    """What became of the file: its name and folder, or what stops it and what to do."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(None, parent)
        head = QHBoxLayout()
        head.setSpacing(12)
        self._icon = Icon("check", 24, "holds")
        self._title = WrappedLabel("", Role.HEADING)
        head.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self._title, 1)
        self.column.addLayout(head)
        self._lines: list[WrappedLabel] = []
        self._outcome: Saved | Refused | None = None
        self._words: tuple[str, ...] = ()
        self._words_title = WrappedLabel("", Role.STRONG)
        self.words = PaperWords()
        self._words_hint = WrappedLabel("", Role.HINT)
        self._key_parts = (self._words_title, self.words, self._words_hint)
        for part in self._key_parts:
            self.column.addWidget(part)
            part.hide()
        self.hide()

    def show_outcome(self, outcome: Saved | Refused | None, words: tuple[str, ...] = ()) -> None:
        """Show the outcome and say it aloud; None hides the card. ``words`` open the file that was locked with them."""
        self.setVisible(outcome is not None)
        if (outcome, words) == (self._outcome, self._words):
            return
        self._outcome, self._words = outcome, words
        self._show_words(words)
        self.retranslate()
        if outcome is not None:
            announce(self, self._title.text())

    @property
    def has_outcome(self) -> bool:
        """Whether there is anything to show."""
        return self._outcome is not None

    def text(self) -> str:
        """Everything it says now."""
        return "\n".join((self._title.text(), *(line.text() for line in self._lines)))

    def retranslate(self) -> None:
        """Set the words in the language of the screen."""
        for line in self._lines:
            self.column.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines = []
        match self._outcome:
            case Saved():
                self._say_saved(self._outcome)
            case Refused():
                self._say_refused(self._outcome)

    def clear(self) -> None:
        """Forget the outcome and the words."""
        self._outcome, self._words = None, ()
        self._show_words(())
        self.hide()

    def _show_words(self, words: tuple[str, ...]) -> None:
        self.words.clear()
        self._words_title.setText(self.tr("The words that open it"))
        self._words_hint.setText(
            self.tr("Shown only now and kept nowhere. Tell them by phone, never in the same message as the file.")
        )
        for part in self._key_parts:
            part.setVisible(bool(words))
        if words:
            self.words.show_words(self._words_title.text(), words)

    def _say_saved(self, saved: Saved) -> None:
        self.set_stripe("holds")
        self._icon.set_icon("check", "holds")
        self._title.setText(self.tr("Saved"))
        pages = self.tr("1 page") if saved.pages == 1 else self.tr("{count} pages").format(count=saved.pages)
        self._add(saved.file_name, Role.STRONG)
        self._add(self.tr("{pages}, in {folder}").format(pages=pages, folder=breakable(saved.folder)), Role.BODY)
        if saved.is_locked:
            self._add(self.tr("The file is locked. Hand it over, then delete it here."), Role.HINT)
        else:
            self._add(
                self.tr("Anyone who opens this folder can read it. Hand it over, then delete it here."), Role.HINT
            )

    def _say_refused(self, refused: Refused) -> None:
        self.set_stripe("stops")
        self._icon.set_icon("half", "stops")
        self._title.setText(self.tr("Not saved. Nothing has left."))
        for reason in refused.reasons:
            self._add(reason, Role.BODY)

    def _add(self, words: str, role: Role) -> None:
        label = WrappedLabel(words, role)
        self._lines.append(label)
        self.column.insertWidget(self.column.indexOf(self._words_title), label)
