"""Does to the words of a box what somebody chose on the card: each one step that can be undone."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from ui.lens.boxes import Box
from ui.lens.fitting import in_place_of, named_after, without
from ui.lens.marked_text import MarkedText
from ui.lens.passage_card import PassageCard
from ui.lens.wording_check import Decided


class CardDeeds(QObject):
    """Acts on the chosen passage, then says ``done``."""

    done = Signal()

    def __init__(self, box: Box, marked: MarkedText, card: PassageCard) -> None:
        super().__init__(card)
        self._box = box
        self._marked = marked
        card.left_out.connect(self._on_left_out)
        card.words_chosen.connect(self._on_words_chosen)
        card.kept.connect(self._on_kept)
        card.harmless.connect(self._on_harmless)
        card.other_named.connect(self._on_other_named)

    @Slot()
    def _on_left_out(self) -> None:
        chosen = self._marked.chosen
        if chosen is not None:
            start, end = without(self._marked.text, chosen.passage.start, chosen.passage.end)
            self._box.put(start, end, "")
        self.done.emit()

    @Slot(str)
    def _on_words_chosen(self, words: str) -> None:
        chosen = self._marked.chosen
        if chosen is not None:
            start, end = chosen.passage.start, chosen.passage.end
            fitted = in_place_of(words, self._marked.text, start, end)
            self._marked.decide(fitted, Decided.HARMLESS)  # somebody just said that they are true
            self._box.put(start, end, fitted)
        self.done.emit()

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
        self.done.emit()

    def _decide(self, decided: Decided) -> None:
        chosen = self._marked.chosen
        if chosen is not None:
            self._marked.decide(self._marked.words(chosen), decided)
        self.done.emit()
