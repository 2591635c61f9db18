"""Opens the card when it is first wanted, and does to the words of the box what somebody chose on it."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from ui.accessibility import give_name
from ui.lens.boxes import Box
from ui.lens.fitting import in_place_of, named_after, without
from ui.lens.marked_text import MarkedText
from ui.lens.passage_card import PassageCard
from ui.lens.wording_check import Decided
from ui.shared_widgets.choice_button import WrappingButton
from ui.style.roles import Role

if TYPE_CHECKING:  # the core of it is loaded by the worker, at the first words
    from intake.actions.screening.box_check import Marked


class CardKeeper(QObject):
    """Most boxes never open a card, so none is made before. Each choice is one step that can be undone."""

    closed = Signal()  # a choice was made, or the card closed
    step_wanted = Signal(int)

    def __init__(self, box: Box, marked: MarkedText, place: QVBoxLayout) -> None:
        super().__init__(place)
        self._box = box
        self._marked = marked
        self._place = place
        self._card: PassageCard | None = None
        self._put_back: WrappingButton | None = None
        box.field.textChanged.connect(self._on_edited)

    @property
    def card(self) -> PassageCard:
        """The card, made now if it was not before."""
        if self._card is None:
            self._card = card = PassageCard()
            self._place.addWidget(card)
            card.left_out.connect(self._on_left_out)
            card.words_chosen.connect(self._on_words_chosen)
            card.kept.connect(self._on_kept)
            card.harmless.connect(self._on_harmless)
            card.other_named.connect(self._on_other_named)
            card.close_wanted.connect(self.closed)
            card.step_wanted.connect(self.step_wanted)
        return self._card

    @property
    def is_open(self) -> bool:
        """Whether a card is shown."""
        return self._card is not None and not self._card.isHidden()

    @property
    def has_keyboard(self) -> bool:
        """Whether the next key goes to the card."""
        focused = QApplication.focusWidget()
        return self._card is not None and focused is not None and self._card.isAncestorOf(focused)

    def show(self, found: Marked, after: QWidget) -> None:
        """Tell of a passage; the Tab key comes from ``after`` into the card."""
        self.card.show_passage(
            found.words,
            self._marked.words(found),
            asks_who=found.passage.asks_who,
            has_others=len(self._marked.marks()) > 1,
        )
        for one, following in pairwise([after, *self.card.stops()]):
            QWidget.setTabOrder(one, following)

    def empty(self) -> None:
        """Forget the passage."""
        if self._card is not None:
            self._card.empty()

    def forget(self) -> None:
        """The box holds other words now, or none: what was left out of it cannot be put back."""
        self.empty()
        self._on_edited()

    def retranslate(self) -> None:
        """Set every text in the language of the screen."""
        if self._card is not None:
            self._card.retranslate()
        if self._put_back is not None:
            self._name_put_back(self._put_back)

    @Slot()
    def _on_left_out(self) -> None:
        chosen = self._marked.chosen
        if chosen is not None:
            start, end = without(self._marked.text, chosen.passage.start, chosen.passage.end)
            self._box.put(start, end, "")
            self._offer_back()
        self.closed.emit()

    @Slot()
    def _on_put_back(self) -> None:
        self._box.take_keyboard()
        self._box.field.undo()

    @Slot()
    def _on_edited(self) -> None:
        """The last step is another now, so there is nothing to put back by one."""
        if self._put_back is not None:
            self._put_back.hide()

    @Slot(str)
    def _on_words_chosen(self, words: str) -> None:
        chosen = self._marked.chosen
        if chosen is not None:
            start, end = chosen.passage.start, chosen.passage.end
            fitted = in_place_of(words, self._marked.text, start, end)
            self._marked.decide(fitted, Decided.HARMLESS)  # somebody just said that they are true
            self._box.put(start, end, fitted)
        self.closed.emit()

    @Slot()
    def _on_kept(self) -> None:
        self._decide(Decided.KEPT)

    @Slot()
    def _on_harmless(self) -> None:
        self._decide(Decided.HARMLESS)

    @Slot()
    def _on_other_named(self) -> None:
        chosen = self._marked.chosen
        if chosen is not None:
            start, end, text = chosen.passage.start, chosen.passage.end, self._marked.text
            at, added = named_after(chosen.words.other_named, text, start, end)
            for words in (text[start:at] + added, text[start:at] + added + text[at:end]):
                self._marked.decide(words, Decided.HARMLESS)
            self._box.put(at, at, added)
        self.closed.emit()

    def _offer_back(self) -> None:
        """Until the next edit; Ctrl and Z, which does the same, not everybody knows."""
        if self._put_back is None:
            self._put_back = WrappingButton("", Role.QUIET)
            self._name_put_back(self._put_back)
            self._put_back.clicked.connect(self._on_put_back)
            self._place.addWidget(self._put_back, 0, Qt.AlignmentFlag.AlignLeading)
        self._put_back.show()

    def _name_put_back(self, button: WrappingButton) -> None:
        button.setText(self.tr("Put it back"))
        give_name(button, button.text())

    def _decide(self, decided: Decided) -> None:
        chosen = self._marked.chosen
        if chosen is not None:
            self._marked.decide(self._marked.words(chosen), decided)
        self.closed.emit()
