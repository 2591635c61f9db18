"""The packs that came with the program: choose a language, open a pack, read its words and examples."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from intake.actions.screening.pack_shelf import PackLine, PackPage, PackShelf
from ui.accessibility import give_name
from ui.day_words import day_words
from ui.shared_widgets.choice_button import WrappingButton
from ui.shared_widgets.flow_layout import FlowLayout
from ui.shared_widgets.form_parts import ChoiceGroup
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.roles import Role

_FIRST = "en"


class ShelfPart(QWidget):
    """A row of languages and the packs of one of them, or one pack opened."""

    opened = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._shelf: PackShelf | None = None
        self._page: PackPage | None = None
        self._ids: tuple[str, ...] = ()
        self.heading = WrappedLabel("", Role.HEADING)
        self.language = ChoiceGroup(Role.NONANSWER)
        self.back = WrappingButton("", Role.QUIET)
        self.text = WrappedLabel()
        self._foot = QWidget()
        FlowLayout(self._foot).addWidget(self.back)
        self._group = QButtonGroup(self)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for part in (self.heading, self.language, self._foot, self.text):
            column.addWidget(part)
        column.addLayout(self._lines)
        self.language.chosen.connect(self._on_language)
        self.back.clicked.connect(self._on_back)
        self._group.idClicked.connect(self._on_opened)

    def show_shelf(self, shelf: PackShelf) -> None:
        """Show every language and the packs of the one that was chosen, English at first."""
        self._shelf = shelf
        self.retranslate()
        if not self.language.value():
            self.language.choose(_FIRST)
        self._show()

    def show_page(self, page: PackPage) -> None:
        """Show one pack in place of the list."""
        self._page = page
        self._show()
        self.back.setFocus(Qt.FocusReason.TabFocusReason)

    def packs(self) -> tuple[WrappingButton, ...]:
        """The buttons of the packs that are shown."""
        return tuple(button for button in self._group.buttons() if isinstance(button, WrappingButton))

    def retranslate(self) -> None:
        """Set every text in the language of the screen."""
        self.heading.setText(self.tr("Packs that came with the program"))
        self.back.setText(self.tr("Back to the packs"))
        languages = self._shelf.languages if self._shelf else ()
        choices = tuple((one.id, one.label) for one in languages)
        self.language.show_choices(self.tr("Language"), choices)
        self._show()

    def _show(self) -> None:
        self._foot.setVisible(self._page is not None)
        self.text.setVisible(self._page is not None)
        self.language.setVisible(self._page is None)
        self.text.setText(self._words_of(self._page) if self._page else "")
        for button in self._group.buttons():
            self._group.removeButton(button)
            self._lines.removeWidget(button)
            button.hide()
            button.deleteLater()
        packs = self._shelf.packs if self._shelf and self._page is None else ()
        shown = [line for line in packs if line.language == self.language.value()]
        self._ids = tuple(line.id for line in shown)
        for number, line in enumerate(shown):
            button = WrappingButton(self._line(line), Role.SECTION, "page")
            give_name(button, button.text())
            self._group.addButton(button, number)
            self._lines.addWidget(button)

    def _line(self, line: PackLine) -> str:
        words = self.tr("{title}: {count} entries, from {day}, {reader}")
        return words.format(title=line.title, count=line.count, day=day_words(line.dated), reader=line.reviewer)

    def _words_of(self, page: PackPage) -> str:
        parts = (
            (self.tr("Marked in most sentences:"), page.always),
            (self.tr("Marked when the person here is the one who does it:"), page.own),
            (self.tr("Left, though a marked word is in it:"), page.left),
            (self.tr("Examples that are marked:"), page.marked_examples),
            (self.tr("Examples that are left:"), page.left_examples),
        )
        how = self.tr("A star stands for any ending, brackets for a choice, two dots for up to three other words.")
        said = [f"{head}\n" + "\n".join(map(_entry, lines)) for head, lines in parts if lines]
        return "\n\n".join((self._line(page.line), how, *said))

    @Slot(str)
    def _on_language(self, language: str) -> None:
        del language
        self._show()

    @Slot(int)
    def _on_opened(self, number: int) -> None:
        self.opened.emit(self._ids[number])

    @Slot()
    def _on_back(self) -> None:
        self._page = None
        self._show()
        first = next(iter(self.packs()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)


def _entry(words: str) -> str:
    """One entry as a line; with room between the choices a long one can wrap."""
    return "· " + " | ".join(map(str.strip, words.split("|")))
