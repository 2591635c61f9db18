"""At the end of a part: something else happened too, or there was another person."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from intake.actions.interview.at_hand import AboutNow
from intake.actions.interview.several import Another
from intake.cases.told_of import Repeats
from ui.shared_widgets.two_step import TwoStep

_NEW, _UNSURE, _LEAVE = "new", "unsure", "leave"
_KNOWN = "person:"


class OneMore(QWidget):
    """A quiet offer under the last question of a part; hidden elsewhere."""

    change_wanted = Signal(object)  # Change

    def __init__(self) -> None:
        super().__init__()
        self._about: AboutNow | None = None
        self.step: TwoStep | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(8, 0, 8, 0)
        self.hide()

    def show_about(self, about: AboutNow | None) -> None:
        """Offer one more where a part ends; what was opened stays open while nothing is different."""
        offered = about if about is not None and about.ends_part and about.may_add else None
        if offered == self._about and offered is not None:
            return
        self._about = offered
        self.retranslate()

    def stops(self) -> list[QWidget]:
        """Everything the Tab key comes to."""
        return [self.step.opener, *self.step.buttons()] if self.step is not None else []

    def empty(self) -> None:
        """Forget the names."""
        self.show_about(None)

    def retranslate(self) -> None:
        """Set every text anew."""
        if self.step is not None:
            self._column.removeWidget(self.step)
            self.step.hide()
            self.step.deleteLater()
            self.step = None
        if self._about is not None:
            is_person = self._about.repeats == Repeats.PERSON
            self.step = self._person_step(self._about) if is_person else self._thing_step(self._about)
            self.step.chosen.connect(self._on_chosen)
            self._column.addWidget(self.step)
        self.setVisible(self._about is not None)

    def _thing_step(self, about: AboutNow) -> TwoStep:
        opener = self.tr("Something else happened too")
        words = self.tr("It gets questions of its own. What was said so far stays. Who did it?")
        if len(about.persons) == 1:
            same: tuple[tuple[str, str], ...] = ((f"{_KNOWN}{about.persons[0].number}", self.tr("The same person")),)
        else:
            same = tuple((f"{_KNOWN}{one.number}", one.words) for one in about.persons)
        return TwoStep(
            opener,
            words,
            (
                *same,
                (_NEW, self.tr("Somebody else")),
                (_UNSURE, self.tr("Not sure yet")),
                (_LEAVE, self.tr("Leave it as it is")),
            ),
            opener,
        )

    def _person_step(self, about: AboutNow) -> TwoStep:
        opener = self.tr("There was another person")
        words = self.tr("They get questions of their own. What was said so far stays.")
        there = self.tr("{person} was there too")
        return TwoStep(
            opener,
            words,
            (
                *((f"{_KNOWN}{one.number}", there.format(person=one.words)) for one in about.known),
                (_NEW, self.tr("Somebody else")),
                (_LEAVE, self.tr("Leave it as it is")),
            ),
            opener,
        )

    @Slot(str)
    def _on_chosen(self, choice: str) -> None:
        if self._about is not None:
            person = int(choice.removeprefix(_KNOWN)) if choice.startswith(_KNOWN) else 0
            self.change_wanted.emit(Another(Repeats(self._about.repeats), person))
