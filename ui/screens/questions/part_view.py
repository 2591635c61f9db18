"""One part: its questions in the order in which they are asked, hiding the part, and the way to an own question."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from intake.actions.office_questions.change import hide, put_back, show_again
from intake.actions.office_questions.look import PartPage, QuestionLine
from ui.accessibility import give_name
from ui.screens.questions.line_words import question_words
from ui.screens.questions.rows import column_of, empty, row_of
from ui.shared_widgets.choice_button import WrappingButton
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.roles import Role

EARLIER, LATER = -1, 1


class PartView(QWidget):
    """A list to open questions from; on a press it becomes a list to move them in."""

    opened = Signal(str)
    add_wanted = Signal(str)  # the part
    wanted = Signal(object)  # what to do with the open vault
    moved = Signal(str, int)

    def __init__(self) -> None:
        super().__init__()
        self._page: PartPage | None = None
        self._is_moving = False
        self.heading = WrappedLabel("", Role.HEADING)
        self.standing = WrappedLabel("", Role.STRONG)
        self.add = WrappingButton("", Role.SECONDARY, "plus")
        self.order = WrappingButton("", Role.SECONDARY)
        self.hide_part = WrappingButton("", Role.SECONDARY)
        self.show_part = WrappingButton("", Role.SECONDARY)
        self.put_back = WrappingButton("", Role.SECONDARY)
        self.note = WrappedLabel("", Role.HINT)
        self._open, self._moves = QButtonGroup(self), QButtonGroup(self)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(8)
        self._ways = row_of(self.add, self.order, self.hide_part, self.show_part, self.put_back)
        column = column_of(self, self.heading, self.standing, self._ways, self.note)
        column.addLayout(self._lines)
        self._connect()

    @property
    def section(self) -> str:
        """The part that is shown."""
        return self._page.id if self._page else ""

    def show_page(self, page: PartPage) -> None:
        """Show the questions as they stand now; whoever is moving them goes on doing so."""
        self._is_moving = self._is_moving and page.id == self.section and page.may_change
        self._page = page
        self.retranslate()

    def focus_question(self, question_id: str, step: int = 0) -> None:
        """Give the keyboard to one question, or to the button that moves it on."""
        for number, line in enumerate(self._page.lines if self._page else ()):
            if line.id != question_id:
                continue
            wanted = self._moves.button(2 * number + (step == LATER)) if self._is_moving else self._open.button(number)
            other = self._moves.button(2 * number + (step != LATER)) if self._is_moving else None
            for button in (wanted, other):
                if button is not None and button.isEnabled():
                    button.setFocus(Qt.FocusReason.TabFocusReason)
                    return

    def first(self) -> QWidget | None:
        """The first question, for the keyboard."""
        return next(iter(self._open.buttons()), None)

    def retranslate(self) -> None:
        """Set every text in the language of the screen."""
        self.add.setText(self.tr("Add a question of your own"))
        self.order.setText(self.tr("Done with the order") if self._is_moving else self.tr("Change the order"))
        self.hide_part.setText(self.tr("Hide this part"))
        self.show_part.setText(self.tr("Ask this part again"))
        self.put_back.setText(self.tr("Put this part back as it came"))
        page = self._page
        if page is None:
            return
        self.heading.setText(page.title)
        self.standing.setText(
            self.tr("This part is hidden. What was answered in it is kept.") if page.is_hidden else ""
        )
        self.standing.setVisible(page.is_hidden)
        self.note.setText(self._note(page))
        self.note.setVisible(bool(self.note.text()))
        self._ways.setVisible(page.may_change)
        self.add.setVisible(page.may_hold_own and not page.is_hidden)
        self.order.setVisible(len(page.lines) > 1 and not page.is_hidden)
        self.hide_part.setVisible(page.may_hide and not page.is_hidden)
        self.show_part.setVisible(page.is_hidden)
        self.put_back.setVisible(page.is_changed and not page.is_hidden)
        self._show_lines(page)

    def _note(self, page: PartPage) -> str:
        if not page.may_change:
            return self.tr("A supervisor can change these questions.")
        if self._is_moving:
            return self.tr("A question always comes after the one that it hangs on.")
        said = [] if page.may_hide else [self.tr("This part cannot be hidden: some of it is always asked.")]
        if not page.may_hold_own:
            words = self.tr(
                "No question of your own can stand here: the limits were not said yet, or nothing may be kept."
            )
            said.append(words)
        return " ".join(said)

    def _show_lines(self, page: PartPage) -> None:
        for group in (self._open, self._moves):
            for button in group.buttons():
                group.removeButton(button)
        empty(self._lines)
        for number, line in enumerate(page.lines):
            self._lines.addWidget(self._moving_row(number, line) if self._is_moving else self._button(number, line))

    def _button(self, number: int, line: QuestionLine) -> QWidget:
        button = WrappingButton(question_words(line), Role.SECTION)
        give_name(button, button.text())
        self._open.addButton(button, number)
        return button

    def _moving_row(self, number: int, line: QuestionLine) -> QWidget:
        row = QWidget()
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(12)
        across.addWidget(WrappedLabel(question_words(line)), 1)
        for place, (words, may) in enumerate(
            ((self.tr("Earlier"), line.may_go_earlier), (self.tr("Later"), line.may_go_later))
        ):
            button = WrappingButton(words, Role.SECONDARY)
            give_name(button, words, line.prompt)
            button.setEnabled(may)
            self._moves.addButton(button, 2 * number + place)
            across.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        return row

    def _connect(self) -> None:
        self._open.idClicked.connect(self._on_open)
        self._moves.idClicked.connect(self._on_move)
        self.order.clicked.connect(self._on_order)
        self.add.clicked.connect(self._on_add)
        self.hide_part.clicked.connect(self._on_hide)
        self.show_part.clicked.connect(self._on_show)
        self.put_back.clicked.connect(self._on_put_back)

    @Slot(int)
    def _on_open(self, number: int) -> None:
        if self._page is not None:
            self.opened.emit(self._page.lines[number].id)

    @Slot(int)
    def _on_move(self, number: int) -> None:
        if self._page is not None:
            self.moved.emit(self._page.lines[number // 2].id, LATER if number % 2 else EARLIER)

    @Slot()
    def _on_order(self) -> None:
        self._is_moving = not self._is_moving
        self.retranslate()
        self.order.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_add(self) -> None:
        self.add_wanted.emit(self.section)

    @Slot()
    def _on_hide(self) -> None:
        self.wanted.emit(partial(hide, name=self.section))

    @Slot()
    def _on_show(self) -> None:
        self.wanted.emit(partial(show_again, name=self.section))

    @Slot()
    def _on_put_back(self) -> None:
        self.wanted.emit(partial(put_back, name=self.section))
