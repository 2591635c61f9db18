"""The words of this office: what it adds, what it leaves unmarked, and the form for one more."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from intake.actions.screening.local_words import add_local_word, drop_all_local_words, drop_local_word, hide_phrase
from intake.actions.screening.pack_shelf import PackShelf
from intake.screening.packs import LocalWord
from ui.accessibility import give_name
from ui.shared_widgets.choice_button import WrappingButton
from ui.shared_widgets.flow_layout import FlowLayout
from ui.shared_widgets.form_parts import ChoiceGroup, Field
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.roles import Role

_MARK, _LEAVE = "mark", "leave"
_LANGUAGE = "en"


class OfficePart(QWidget):
    """Everybody sees the list; the form and the buttons are for supervisors."""

    wanted = Signal(object)  # what to do with the open vault

    def __init__(self) -> None:
        super().__init__()
        self._shelf: PackShelf | None = None
        self._entries: tuple[LocalWord | str, ...] = ()
        self.heading = WrappedLabel("", Role.HEADING)
        self.lead = WrappedLabel()
        self.standing = WrappedLabel()
        self.anew = WrappingButton("", Role.SECONDARY)
        self.form = QWidget()
        self.what = ChoiceGroup(Role.NONANSWER)
        self.phrase = Field()
        self.hint = WrappedLabel("", Role.HINT)
        self.kind = ChoiceGroup(Role.NONANSWER)
        self.language = ChoiceGroup(Role.NONANSWER)
        self.put = WrappingButton("", Role.PRIMARY)
        self._group = QButtonGroup(self)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(4)
        self._build()
        self.what.chosen.connect(self._on_what)
        self.put.clicked.connect(self._on_put)
        self.anew.clicked.connect(self._on_anew)
        self._group.idClicked.connect(self._on_drop)

    def show_shelf(self, shelf: PackShelf) -> None:
        """Show the words as they are kept now."""
        self._shelf = shelf
        self.retranslate()

    def empty(self) -> None:
        """Forget what was typed."""
        self.phrase.edit.clear()

    def retranslate(self) -> None:
        """Set every text in the language of the screen."""
        self.heading.setText(self.tr("Words of this office"))
        self.lead.setText(
            self.tr("Add what people say here: a street, a site, a word of the day. Never write anybody's name.")
        )
        self.anew.setText(self.tr("Begin with none"))
        self.phrase.show_label(self.tr("The word, or a few words together"))
        self.hint.setText(self.tr("Small letters are enough. A star stands for any ending, as in zorp*."))
        choices = ((_MARK, self.tr("Mark it")), (_LEAVE, self.tr("Leave it unmarked")))
        self.what.show_choices(self.tr("What should the lens do?"), choices)
        self.put.setText(self.tr("Put it on the list"))
        if self._shelf is None:
            return
        kinds = tuple((one.id, one.label) for one in self._shelf.kinds)
        self.kind.show_choices(self.tr("What does it touch?"), kinds)
        languages = tuple((one.id, one.label) for one in self._shelf.languages)
        self.language.show_choices(self.tr("In which language?"), languages)
        self.what.choose(self.what.value() or _MARK)
        self.language.choose(self.language.value() or _LANGUAGE)
        self._show(self._shelf)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        anew, foot = QWidget(), QWidget()
        FlowLayout(anew).addWidget(self.anew)
        FlowLayout(foot).addWidget(self.put)
        for part in (self.heading, self.lead, self.standing, anew):
            column.addWidget(part)
        column.addLayout(self._lines)
        column.addWidget(self.form)
        inner = QVBoxLayout(self.form)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(12)
        for part in (self.what, self.phrase, self.hint, self.kind, self.language, foot):
            inner.addWidget(part)

    def _show(self, shelf: PackShelf) -> None:
        for button in self._group.buttons():
            self._group.removeButton(button)
        while self._lines.count():
            item = self._lines.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        local = shelf.local
        self._entries = (*local.add, *local.hide) if local else ()
        if local is None:
            self.standing.setText(self.tr("The words of this office cannot be read. Lines in own words are held."))
        else:
            self.standing.setText("" if self._entries else self.tr("None yet."))
        self.standing.setVisible(bool(self.standing.text()))
        self.anew.setVisible(local is None and shelf.may_change)
        self.form.setVisible(local is not None and shelf.may_change)
        self._show_kind()
        for number, entry in enumerate(self._entries):
            self._lines.addWidget(self._row(number, entry, shelf))

    def _row(self, number: int, entry: LocalWord | str, shelf: PackShelf) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        words = self._words(entry, shelf)
        line.addWidget(WrappedLabel(words), 1)
        if shelf.may_change:
            button = WrappingButton(self.tr("Take back"), Role.QUIET)
            give_name(button, self.tr("Take back: {entry}").format(entry=words))
            self._group.addButton(button, number)
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        return row

    def _words(self, entry: LocalWord | str, shelf: PackShelf) -> str:
        if isinstance(entry, str):
            return self.tr("\u201c{phrase}\u201d is left unmarked").format(phrase=entry)
        names = {one.id: one.label for one in (*shelf.kinds, *shelf.languages)}
        words = self.tr("\u201c{phrase}\u201d: {kind}, {language}")
        kind, language = names.get(entry.category, entry.category), names.get(entry.language, entry.language)
        return words.format(phrase=entry.phrase, kind=kind, language=language)

    def _show_kind(self) -> None:
        is_mark = self.what.value() != _LEAVE
        self.kind.setVisible(is_mark)
        self.language.setVisible(is_mark)

    @Slot(str)
    def _on_what(self, what: str) -> None:
        del what
        self._show_kind()

    @Slot()
    def _on_put(self) -> None:
        if self.what.value() == _LEAVE:
            self.wanted.emit(partial(hide_phrase, phrase=self.phrase.text()))
        else:
            word = LocalWord(self.phrase.text(), self.language.value(), self.kind.value())
            self.wanted.emit(partial(add_local_word, word=word))
        self.phrase.edit.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot(int)
    def _on_drop(self, number: int) -> None:
        self.wanted.emit(partial(drop_local_word, word=self._entries[number]))

    @Slot()
    def _on_anew(self) -> None:
        self.wanted.emit(drop_all_local_words)
