"""Which of several things, or people, the question is about; the way to the others, a short name, taking one back."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QFrame, QVBoxLayout, QWidget

from intake.actions.interview.at_hand import AboutNow, OneOfSeveral
from intake.actions.interview.several import CallIt, TakeAway
from intake.actions.told_of_paper import LONGEST_NAME
from intake.cases.told_of import Repeats
from ui.accessibility import give_name
from ui.answer_widgets.guarded_edits import GuardedLine
from ui.lens.box_watch import BoxWatch
from ui.lens.boxes import LineBox
from ui.lens.wording_check import WordingCheck
from ui.shared_widgets.choice_button import WrappingButton
from ui.shared_widgets.flow_layout import FlowLayout
from ui.shared_widgets.two_step import TwoStep
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.roles import Role, set_role

_TAKE, _LEAVE = "take", "leave"


class AboutStrip(QFrame):
    """Hidden while there is only one. The names are buttons; what else can be done with one opens on request."""

    question_wanted = Signal(str)
    change_wanted = Signal(object)  # Change
    name_typed = Signal(object)  # CallIt, or None where it is as it was

    def __init__(self) -> None:
        super().__init__()
        set_role(self, Role.CARD)
        self._about: AboutNow | None = None
        self._title = WrappedLabel("", Role.LABEL)
        self._row = QWidget()
        self._flow = FlowLayout(self._row, gap=4)
        self._group = QButtonGroup(self)
        self.more = WrappingButton("", Role.QUIET)
        self._name_label = WrappedLabel("", Role.HINT)
        self.name = GuardedLine(LONGEST_NAME)
        self.keep = WrappingButton("", Role.SECONDARY)
        self._extra = QWidget()
        self._extra_column = QVBoxLayout(self._extra)
        self.take_away: TwoStep | None = None
        self._watch: BoxWatch | None = None
        self._build()
        self._group.idClicked.connect(self._on_chosen)
        self.more.clicked.connect(self._on_more)
        self.keep.clicked.connect(self._on_keep)
        self.name.returnPressed.connect(self._on_keep)
        self.name.textChanged.connect(self._on_name_typed)
        self.retranslate()
        self.hide()

    def show_about(self, about: AboutNow | None) -> None:
        """Say what the question is about; drawn anew only where that is something else than before."""
        shown = about if about is not None and about.is_one_of_several else None
        if shown == self._about and shown is not None:
            return
        is_typing = self._is_typing(shown)
        self._about = shown
        if not is_typing:
            self._extra.hide()
            self._show_name(shown.own_name if shown else "")
        self._make_buttons(shown.several if shown else ())
        self.retranslate()
        self.setVisible(shown is not None)

    def watch_with(self, check: WordingCheck, case_id: str) -> None:
        """Mark in a name what could harm the person."""
        self._watch = BoxWatch(LineBox(self.name), check, f"{case_id} told_of", "", self)
        self._extra_column.insertWidget(2, self._watch)

    def stops(self) -> list[QWidget]:
        """Everything the Tab key comes to."""
        step = [self.take_away.opener] if self.take_away is not None else []
        watch = self._watch.findChildren(QWidget) if self._watch is not None else []
        marks = [part for part in watch if part.focusPolicy() & Qt.FocusPolicy.ClickFocus]
        return [*self._group.buttons(), self.more, self.name, *marks, self.keep, *step]

    def empty(self) -> None:
        """Forget the names."""
        self.show_about(None)

    def retranslate(self) -> None:
        """Set every text anew; the names come again with the page."""
        about = self._about
        is_person = about is not None and about.repeats == Repeats.PERSON
        title = self.tr("This is about the person") if is_person else self.tr("This is about")
        if about is not None and is_person and about.incident:
            title = self.tr("{thing}: this is about the person").format(thing=about.incident)
        self._title.setText(title)
        give_name(self._row, title)
        self.more.setText(self.tr("Name, or take back"))
        self._name_label.setText(self.tr("A short name for it, if that helps. It stays here."))
        self.keep.setText(self.tr("Keep the name"))
        for button in (self.more, self.keep):
            give_name(button, button.text())
        give_name(self.name, self.tr("A short name"), self.tr("Stays here. Enter keeps it."))
        self._make_take_away()

    def _is_typing(self, shown: AboutNow | None) -> bool:
        """Whether a name is half typed here and this says the same in other words, as in another language."""
        before = self._about
        if before is None or shown is None or self.name.text() == before.own_name:
            return False
        was, now = ((one.repeats, one.number, one.own_name) for one in (before, shown))
        return was == now

    def _show_name(self, words: str) -> None:
        self.name.show_text(words)
        if self._watch is not None and words:
            self._watch.text_shown()
        elif self._watch is not None:
            self._watch.forget()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 10)
        column.setSpacing(6)
        column.addWidget(self._title)
        column.addWidget(self._row)
        column.addWidget(self._extra)
        self._extra_column.setContentsMargins(0, 4, 0, 4)
        self._extra_column.setSpacing(8)
        self._extra_column.addWidget(self._name_label)
        self._extra_column.addWidget(self.name)
        self._extra_column.addWidget(self.keep, 0, Qt.AlignmentFlag.AlignLeading)
        self._flow.addWidget(self.more)
        self._extra.hide()

    def _make_buttons(self, several: tuple[OneOfSeveral, ...]) -> None:
        for button in self._group.buttons():
            self._group.removeButton(button)
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._flow.removeWidget(self.more)
        for number, one in enumerate(several):
            button = WrappingButton(one.words, Role.SECTION, "here" if one.is_here else "dot")
            button.setCheckable(True)
            button.setChecked(one.is_here)
            give_name(button, one.words, self.tr("You are here.") if one.is_here else self.tr("Goes there."))
            self._group.addButton(button, number)
            self._flow.addWidget(button)
            button.show()
        self._flow.addWidget(self.more)

    def _make_take_away(self) -> None:
        if self.take_away is not None:
            self._extra_column.removeWidget(self.take_away)
            self.take_away.hide()
            self.take_away.deleteLater()
            self.take_away = None
        if self._about is None or len(self._about.several) + len(self._about.known) < 2:  # noqa: PLR2004 - one stays
            return
        here = next((one.words for one in self._about.several if one.is_here), "")
        words = self.tr(
            "Every answer about it goes for good: “{name}”. What was said of the others, or of the whole report, stays."
        )
        choices = ((_TAKE, self.tr("Take it back for good")), (_LEAVE, self.tr("Leave it as it is")))
        self.take_away = TwoStep(self.tr("Take back all of it"), words.format(name=here), choices, here)
        self.take_away.chosen.connect(self._on_take_away)
        self._extra_column.addWidget(self.take_away)

    @Slot(int)
    def _on_chosen(self, number: int) -> None:
        if self._about is None:
            return
        for one, button in zip(self._about.several, self._group.buttons(), strict=True):
            button.setChecked(one.is_here)  # until the page says otherwise
        if not self._about.several[number].is_here:
            self.question_wanted.emit(self._about.several[number].question_id)

    @Slot()
    def _on_more(self) -> None:
        self._extra.setVisible(self._extra.isHidden())
        if not self._extra.isHidden():
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_keep(self) -> None:
        if self._about is not None:
            self.change_wanted.emit(CallIt(Repeats(self._about.repeats), self._about.number, self.name.text()))

    @Slot(str)
    def _on_name_typed(self, text: str) -> None:
        about = self._about
        if about is not None:
            is_new = text != about.own_name
            self.name_typed.emit(CallIt(Repeats(about.repeats), about.number, text) if is_new else None)

    @Slot(str)
    def _on_take_away(self, _choice: str) -> None:
        if self._about is not None:
            self.change_wanted.emit(TakeAway(Repeats(self._about.repeats), self._about.number))
