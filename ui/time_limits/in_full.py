"""One thing to do soon in full: how long there is, what helps, words to say, where that is from, and meeting it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QFrame, QVBoxLayout, QWidget

from intake.actions.time_limits.panel import TimeInFull
from ui.accessibility import give_name
from ui.findings.lines import Lines
from ui.shared_widgets.choice_button import WrappingButton
from ui.shared_widgets.flow_layout import FlowLayout
from ui.shared_widgets.scroll_column import ScrollColumn
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.facing import facing
from ui.style.roles import Role, set_role

_STATES = ("done", "going", "declined", "later", "undo")
_PROMPT, _OTHERS = ("going", "declined", "later"), ("done", "declined", "later")


class TimePage(QFrame):
    """Stands in place of everything else until one of its buttons or Esc. The arrow keys scroll."""

    close_wanted = Signal()
    question_wanted = Signal(str)
    met = Signal(str, str)  # id of the thing to do, state ("" puts it back on the list)

    def __init__(self) -> None:
        super().__init__()
        set_role(self, Role.PLAIN)
        self.limit_id = ""
        self._limit: TimeInFull | None = None
        self.back = WrappingButton("", Role.SECONDARY)
        self.title = WrappedLabel("", Role.TITLE)
        self.words = Lines(spacing=8)
        self.links = QButtonGroup(self)
        self._link_place = QVBoxLayout()
        self.states = {
            name: WrappingButton("", Role.SECONDARY) for name in ("done", "going", "declined", "later", "undo")
        }
        self.reading = ScrollColumn(characters=80)
        self._build()
        self.back.clicked.connect(self.close_wanted)
        self.links.idClicked.connect(self._on_link)
        for button in self.states.values():
            button.clicked.connect(self._on_state)
        self.retranslate()
        self.hide()

    @property
    def is_pressing(self) -> bool:
        """Whether it covers the screen because waiting could cost a life, and nobody has met it yet."""
        return self._limit is not None and self._limit.line.is_prompt and not self._limit.line.state

    def show_limit(self, limit: TimeInFull) -> None:
        """Say all of it, from the top."""
        self.empty()
        self._limit, self.limit_id = limit, limit.line.id
        self._write(limit)
        self.reading.verticalScrollBar().setValue(0)

    def first_focus(self) -> QWidget:
        """The words, so that the arrow keys scroll at once."""
        return self.reading

    def stops(self) -> list[QWidget]:
        """Everything the Tab key comes to, from top to bottom."""
        return [self.reading, *self.links.buttons(), *self.states.values(), self.back]

    def empty(self) -> None:
        """Forget it."""
        self._limit, self.limit_id = None, ""
        self.title.setText("")
        self.words.empty()
        for button in self.links.buttons():
            self.links.removeButton(button)
            self._link_place.removeWidget(button)
            button.hide()
            button.deleteLater()

    def retranslate(self) -> None:
        """Set every text anew."""
        self.back.setText(self.tr("Back to the question"))
        give_name(self.back, self.back.text())
        words = {
            "done": self.tr("Done"),
            "going": self.tr("We are going now"),
            "declined": self.tr("Declined"),
            "later": self.tr("Later"),
            "undo": self.tr("Put it back on the list"),
        }
        for name, button in self.states.items():
            button.setText(words[name])
            give_name(button, words[name])
        give_name(self.reading, self.tr("What is better done soon"), self.tr("Arrow keys scroll. Escape goes back."))
        if self._limit is not None:
            self.show_limit(self._limit)

    def _build(self) -> None:
        self.reading.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._link_place.setSpacing(0)
        self.reading.add(self.title)
        self.reading.column.addLayout(self._link_place)
        self.reading.add(self.words)
        self.reading.column.addStretch(1)
        set_role(self.states["going"], Role.PRIMARY)
        buttons = QWidget()
        flow = FlowLayout(buttons, gap=12)
        for button in (*self.states.values(), self.back):
            flow.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 24, 32, 24)
        column.setSpacing(16)
        column.addWidget(self.reading, 1)
        column.addWidget(buttons)

    def _write(self, limit: TimeInFull) -> None:
        line, words = limit.line, limit.words
        self.title.setText(line.title)
        said = f"{line.state_word}. {line.left_of_it}" if line.state else line.left_of_it
        self.words.pictured("clock", "time_ink", said, Role.STRONG, 20)
        for number, link in enumerate(limit.questions):
            button = WrappingButton(link.prompt, Role.SECTION, facing(self, "arrow-right"))
            give_name(button, words["go_to"].replace("{prompt}", link.prompt))
            self.links.addButton(button, number)
            self._link_place.addWidget(button)
        if limit.script:
            self.words.head(words["say"])
            self.words.say(limit.script.strip(), Role.SCRIPT)
        self.words.head(words["steps"])
        self.words.each(limit.steps)
        self.words.head(words["why"])
        self.words.say(limit.why)
        self.words.head(limit.verification_line, Role.HINT)
        self.words.say(limit.source_line, Role.HINT)
        offered = ("undo",) if line.state in ("done", "going", "declined") else _PROMPT if line.is_prompt else _OTHERS
        for name, button in self.states.items():
            give_name(button, button.text(), line.title)
            button.setVisible(name in offered)

    @Slot(int)
    def _on_link(self, number: int) -> None:
        if self._limit is not None:
            self.question_wanted.emit(self._limit.questions[number].question_id)

    @Slot()
    def _on_state(self) -> None:
        state = next((name for name, button in self.states.items() if button is self.sender()), "")
        if self.limit_id and state:
            self.met.emit(self.limit_id, "" if state == "undo" else state)
