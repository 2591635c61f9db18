"""The parts of the interview, in any order; each with a sign and a word for how far it is. Arrows move among them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from intake.actions.interview.page import InterviewPage, SectionLine
from ui.accessibility import announce, give_name
from ui.answer_widgets.roving_focus import RovingFocus
from ui.reading_order import hear_as_read
from ui.shared_widgets.choice_button import WrappingButton
from ui.shared_widgets.scroll_column import ScrollColumn
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.facing import facing, turn_edges
from ui.style.roles import Role, set_role

_SIGNS = {"here": "here", "started": "half", "done": "check", "locked": "lock", "untouched": "dot", "aside": "clock"}
_KEY_SECTION, KEY_QUESTION = "limits", "limits.go_on"
"""The question whose yes opens the locked parts."""


class SectionRow(QWidget):
    """One part: a button that wraps, and the word beside it."""

    def __init__(self) -> None:
        super().__init__()
        self._line: SectionLine | None = None
        self.button = WrappingButton("", Role.SECTION, "dot")
        self.button.setCheckable(True)
        self.button.setAutoExclusive(True)  # heard as one of several, not as a box to tick
        self._word = WrappedLabel("", Role.HINT)
        self._word.setWordWrap(False)
        self._word.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 4, 0)
        row.setSpacing(2)
        row.addWidget(self.button, 1)
        row.addWidget(self._word)

    def show_line(self, line: SectionLine) -> None:
        """Show how far this part is."""
        if line == self._line:
            self.button.setChecked(line.state == "here")
            return
        self._line = line
        spoken = {
            "here": self.tr("you are here"),
            "started": self.tr("begun"),
            "done": self.tr("done"),
            "locked": self.tr("opens later"),
            "untouched": self.tr("not begun"),
            "aside": self.tr("for another visit"),
        }[line.state]
        self.button.setText(line.title)
        self.button.set_icon_name(facing(self, _SIGNS[line.state]))
        self.button.setChecked(line.state == "here")
        self._word.setText(spoken if line.state == "done" else "")
        self._word.setVisible(bool(self._word.text()))
        give_name(self.button, f"{line.title}: {spoken}")
        self.button.updateGeometry()

    def forget(self) -> None:
        """Draw anew the next time, whatever comes."""
        self._line = None


class SectionMap(QFrame):
    """Rows stay the same widgets while the report stays, so that the keyboard never falls out of the map."""

    section_wanted = Signal(str)
    question_wanted = Signal(str)
    page_wanted = Signal()
    shared_wanted = Signal()
    look_over_wanted = Signal()
    timeline_wanted = Signal()
    close_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        set_role(self, Role.RAIL)
        turn_edges(self)
        self._lines: tuple[SectionLine, ...] = ()
        self._rows: list[SectionRow] = []
        self._roving: RovingFocus | None = None
        self._buttons = QButtonGroup(self)
        self._buttons.setExclusive(False)
        self._case = WrappedLabel("", Role.LABEL)
        self._title = WrappedLabel("", Role.HEADING)
        self._note = WrappedLabel("", Role.HINT)
        self._key = WrappingButton("", Role.SECTION, "arrow-right")
        self._back = WrappingButton("", Role.SECONDARY)
        self._page = WrappingButton("", Role.SECTION, "page")
        self._shared = WrappingButton("", Role.SECTION, "permission")
        self._look_over = WrappingButton("", Role.SECTION, "eye")
        self._timeline = WrappingButton("", Role.SECTION, "calendar")
        self._scroll = ScrollColumn()
        self._build()
        self._connect()
        self.retranslate()
        self.set_covering(is_covering=False)

    def show_page(self, page: InterviewPage) -> None:
        """Draw the parts as they are now."""
        self._case.setText(self.tr("Report {label}").format(label=page.case_label))
        if tuple(line.id for line in self._lines) != tuple(line.id for line in page.sections):
            self._make_rows(len(page.sections))
        was_here, self._lines = self._here(), page.sections
        for row, line in zip(self._rows, page.sections, strict=True):
            row.show_line(line)
        if self._roving is not None:
            self._roving.settle()
        self._place_note()
        if self._here() != was_here:
            self._show_here()

    def set_covering(self, *, is_covering: bool) -> None:
        """Whether the map stands where the question would; then it offers the way back."""
        self._back.setVisible(is_covering)

    def first_focus(self) -> QWidget:
        """The part that is on the screen."""
        return self._rows[self._here() or 0].button if self._rows else self._page

    def stops(self) -> list[QWidget]:
        """Everything the Tab key comes to, from top to bottom."""
        return [
            self._back,
            *(row.button for row in self._rows),
            self._key,
            self._look_over,
            self._timeline,
            self._page,
            self._shared,
        ]

    def retranslate(self) -> None:
        """Set every text anew; the parts come again with the page."""
        for row in self._rows:
            row.forget()
        self._title.setText(self.tr("Where would you like to start?"))
        self._note.setText(self._lock_words())
        self._key.setText(self.tr("Go to that question"))
        self._key.set_icon_name(facing(self, "arrow-right"))
        self._back.setText(self.tr("Back to the question"))
        self._page.setText(self.tr("Make a page to hand over"))
        self._shared.setText(self.tr("Who has what"))
        self._timeline.setText(self.tr("What was said, by day"))
        self._look_over.setText(self.tr("Look it over together"))
        for button in (self._key, self._back, self._look_over, self._timeline, self._page, self._shared):
            give_name(button, button.text())

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow the direction of the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            turn_edges(self)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 24, 8, 16)
        column.setSpacing(8)
        head = QVBoxLayout()
        head.setContentsMargins(8, 0, 8, 8)
        head.setSpacing(4)
        head.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeading)
        head.addWidget(self._case)
        head.addWidget(self._title)
        column.addLayout(head)
        column.addWidget(self._scroll, 1)
        rule = QFrame()
        set_role(rule, Role.LINE)
        column.addWidget(rule)
        column.addWidget(self._look_over)
        column.addWidget(self._timeline)
        column.addWidget(self._page)
        column.addWidget(self._shared)
        self._scroll.column.setContentsMargins(0, 0, 2, 8)
        self._scroll.column.setSpacing(0)
        self._scroll.column.addStretch(1)
        self._lock = QWidget()
        lock = QVBoxLayout(self._lock)
        lock.setContentsMargins(0, 12, 0, 4)
        lock.setSpacing(4)
        lock.addWidget(self._note)
        lock.addWidget(self._key)
        self._note.setContentsMargins(12, 0, 8, 0)
        self._scroll.column.insertWidget(0, self._lock)
        self._lock.hide()

    def _connect(self) -> None:
        self._buttons.idClicked.connect(self._on_clicked)
        self._key.clicked.connect(self._on_key)
        self._page.clicked.connect(self.page_wanted)
        self._shared.clicked.connect(self.shared_wanted)
        self._look_over.clicked.connect(self.look_over_wanted)
        self._timeline.clicked.connect(self.timeline_wanted)
        self._back.clicked.connect(self.close_wanted)
        self._scroll.verticalScrollBar().rangeChanged.connect(self._on_range_changed)

    def _make_rows(self, count: int) -> None:
        for row in self._rows:
            self._buttons.removeButton(row.button)
            row.deleteLater()
        self._rows = [SectionRow() for _ in range(count)]
        for number, row in enumerate(self._rows):
            self._scroll.column.insertWidget(number, row)
            self._buttons.addButton(row.button, number)
        self._roving = RovingFocus([row.button for row in self._rows], self, has_digits=False)
        self._roving.enter_on_chosen.connect(self.close_wanted)

    def _place_note(self) -> None:
        """What opens the locked parts stands right above the first of them."""
        first = next((n for n, line in enumerate(self._lines) if line.state == "locked"), None)
        self._lock.setVisible(first is not None)
        self._note.setText(self._lock_words())
        if first is None or self._scroll.column.indexOf(self._lock) == first:
            return
        self._scroll.column.removeWidget(self._lock)
        self._scroll.column.insertWidget(first, self._lock)
        holder = self._lock.parentWidget()
        if holder is not None:
            hear_as_read(holder)

    def _lock_words(self) -> str:
        part = next((line.title for line in self._lines if line.id == _KEY_SECTION), "")
        return self.tr("The parts below open when the person says yes to going on, in “{part}”.").format(part=part)

    @Slot(int)
    def _on_clicked(self, number: int) -> None:
        line = self._lines[number]
        self._rows[number].button.setChecked(line.state == "here")
        if line.state == "locked":
            announce(self, self._note.text())
            self._key.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.section_wanted.emit(line.id)

    def _here(self) -> int | None:
        return next((n for n, line in enumerate(self._lines) if line.state == "here"), None)

    def _show_here(self) -> None:
        here = self._here()
        if here is not None:
            self._scroll.ensureWidgetVisible(self._rows[here], 0, 48)

    @Slot(int, int)
    def _on_range_changed(self, _lowest: int, _highest: int) -> None:
        self._show_here()

    @Slot()
    def _on_key(self) -> None:
        self.question_wanted.emit(KEY_QUESTION)
