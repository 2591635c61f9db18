"""One gap of a sentence: type a few letters, choose with the arrow keys."""

from __future__ import annotations

import unicodedata

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from intake.actions.referral.choose_lines import Gap
from intake.referral.frames import Typed
from intake.referral.typed.own_lines import LONGEST_LINE
from ui.accessibility import give_name
from ui.privacy import guard_text
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.roles import Role

_ROWS_SEEN = 4
_ABOUT = 36  # px that a row needs above and below its words, by the style sheet
_DATE_FORMS = {"day": "2026-05-31", "month": "2026-05", "year": "2026"}


def folded(text: str) -> str:
    """Without case and accents, to compare."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


class GapPicker(QWidget):
    """A line to type in and the words that fit; for a day only the line. ``done``: go on to the next part."""

    done = Signal()

    def __init__(self, gap: Gap, chosen: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.gap = gap
        self._label = WrappedLabel("", Role.STRONG)
        self.edit = QLineEdit()
        guard_text(self.edit)
        self._label.setBuddy(self.edit)
        self.list = QListWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for part in (self._label, self.edit, self.list):
            column.addWidget(part)
        self._fill(chosen)
        self._say()
        self.edit.installEventFilter(self)
        self.list.installEventFilter(self)
        self.edit.textEdited.connect(self._on_typed)

    def value(self) -> tuple[str, ...]:
        """The ids chosen, in the order of the list, or what was written; empty while nothing is."""
        if self.gap.is_written:
            text = self.edit.text().strip()
            return (text,) if text else ()
        items = [self.list.item(row) for row in range(self.list.count())]
        if self.gap.is_many:
            return tuple(_id(item) for item in items if item.checkState() == Qt.CheckState.Checked)
        current = self.list.currentItem()
        is_chosen = current is not None and current.isSelected()  # Tab alone makes the first word the current one
        return (_id(current),) if is_chosen and not current.isHidden() else ()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Down goes from the line into the list; Enter takes the word and goes on; Space ticks one of several."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if watched is self.edit and event.key() == Qt.Key.Key_Down and not self.gap.is_written:
            self._to_list()
            return True
        if is_enter:
            self._take(is_typed=watched is self.edit)
            return True
        return False

    def _fill(self, chosen: tuple[str, ...]) -> None:
        if self.gap.is_written:
            self.list.hide()
            self.edit.setText(chosen[0] if chosen else "")
            return
        for choice in self.gap.choices:
            item = QListWidgetItem(choice.label)
            item.setData(Qt.ItemDataRole.UserRole, choice.id)
            if self.gap.is_many:
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                item.setCheckState(Qt.CheckState.Checked if choice.id in chosen else Qt.CheckState.Unchecked)
            self.list.addItem(item)
            if not self.gap.is_many and choice.id in chosen:
                self.list.setCurrentItem(item)
        self.list.setMinimumHeight((self.fontMetrics().height() + _ABOUT) * min(_ROWS_SEEN, len(self.gap.choices)))

    def _say(self) -> None:
        if self.gap.precision is not None:
            words = self.tr("The date, as in {example}").format(example=_DATE_FORMS[str(self.gap.precision)])
        elif self.gap.typed is not None:
            words = self._typed_words(self.gap.typed)
        elif self.gap.is_many:
            words = self.tr("Words for this gap: Space ticks, several fit")
        else:
            words = self.tr("Words for this gap: choose one")
        self._label.setText(words)
        give_name(self.edit, words)
        give_name(self.list, words)
        if not self.gap.is_written:
            self.edit.setPlaceholderText(self.tr("Type to find"))
        if self.gap.typed is not None:
            self.edit.setMaxLength(LONGEST_LINE)

    def _typed_words(self, typed: Typed) -> str:
        return {
            Typed.PLATE: self.tr("The plate of their car, as in 8ABC123"),
            Typed.PHONE: self.tr("The phone number they used"),
            Typed.BADGE: self.tr("The number, in digits"),
            Typed.NAME_USED: self.tr("The name they used, with capitals"),
            Typed.MARKS: self.tr("The mark in a few words: what, and where on the body"),
            Typed.CLOTHING: self.tr("What they wore, in a few words"),
            Typed.VOICE: self.tr("How their voice was, in a few words"),
            Typed.VEHICLE: self.tr("Their car in a few words: kind, color, marks"),
            Typed.WORDS_SAID: self.tr("The words they said, as short as can be"),
        }[typed]

    def _shown(self) -> list[QListWidgetItem]:
        items = [self.list.item(row) for row in range(self.list.count())]
        return [item for item in items if not item.isHidden()]

    def _to_list(self) -> None:
        shown = self._shown()
        if shown:
            if self.list.currentItem() not in shown:
                self.list.setCurrentItem(shown[0])
            self.list.setFocus(Qt.FocusReason.TabFocusReason)

    def _choose(self, item: QListWidgetItem) -> None:
        if self.gap.is_many:
            item.setCheckState(Qt.CheckState.Checked)
        else:
            self.list.setCurrentItem(item)

    def _take(self, *, is_typed: bool) -> None:
        shown = self._shown()
        if not self.gap.is_written and is_typed and shown and self.edit.text():
            self._choose(shown[0])
            self.edit.clear()
            self._on_typed("")
            if self.gap.is_many:
                return  # perhaps one more
        elif not is_typed and not self.value() and (current := self.list.currentItem()) in shown:
            self._choose(current)
        if self.value():
            self.done.emit()

    @Slot(str)
    def _on_typed(self, text: str) -> None:
        wanted = folded(text.strip())
        for row in range(self.list.count()):
            item = self.list.item(row)
            item.setHidden(wanted not in folded(item.text()))


def _id(item: QListWidgetItem) -> str:
    return str(item.data(Qt.ItemDataRole.UserRole))
