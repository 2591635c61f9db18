"""The sentences of this page: in which order, which to drop, what to add; held lines say why they are held."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from intake.actions.referral.choose_lines import ChosenLine, FrameOffer, LinesOfPage, tidy_line
from intake.actions.referral.preview import HeldLine
from intake.referral.frames import FrameUse, Line, OwnWords
from ui.accessibility import announce, give_name
from ui.screens.referral.lines.add_sentence import AddSentence
from ui.screens.referral.lines.own_line import OwnLine
from ui.screens.referral.lines.sentence_list import SentenceList
from ui.screens.referral.lines.yes_list import YesList
from ui.shared_widgets.choice_button import WrappingButton
from ui.shared_widgets.flow_layout import FlowLayout
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.roles import Role


class LinesPanel(QWidget):
    """Shut at first: what the answers propose is right most of the time."""

    changed = Signal(object)  # tuple[Line, ...], or None for what the answers propose
    change_wanted = Signal(object)  # FrameUse whose words should be others

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = LinesOfPage((), is_proposed=True, own_words_allowed=False)
        self._held: tuple[HeldLine, ...] = ()
        self._in_own: Line | None = None  # the line whose words stand in the field for own words
        self._noted: OwnWords | None = None  # the line that was noted and is not yet kept
        self.open = WrappingButton("", Role.SECONDARY, "pencil")
        self.inside = QWidget()
        self._standing = WrappedLabel("", Role.HINT)
        self.list = SentenceList()
        self.up, self.down, self.drop, self.change, self.anew = (WrappingButton("", Role.QUIET) for _ in range(5))
        self.add = AddSentence()
        self.own = OwnLine()
        self.yes = YesList()
        self._build()
        self._connect()
        self.retranslate()

    def show_lines(self, lines: LinesOfPage) -> None:
        """Show the lines as they are kept now."""
        self._lines = lines
        self._show(self.list.currentRow())
        if self._noted in self._plain():
            is_still_there = tidy_line(self.own.field.text()) == self._noted.text
            self._noted = None
            if is_still_there:  # else the next line is being typed
                self.own.say_noted()

    def show_held(self, held: tuple[HeldLine, ...]) -> None:
        """Which lines do not stand on the page that is shown, and why."""
        if held != self._held:
            self._held = held
            self._show(self.list.currentRow())

    def take(self, use: Line) -> None:
        """Put a line in: in the place of the one that is changed, else at the end."""
        lines = list(self._plain())
        if isinstance(use, OwnWords):
            before, self._in_own = self._in_own, None
        else:
            before = self.add.instead_of
        row = lines.index(before) if before in lines else len(lines)
        lines[row : row + 1] = [use]
        self.add.close_gaps()
        self.add.search.clear()
        self._keep(lines, row)

    def fill(self, offer: FrameOffer, use: FrameUse) -> None:
        """Open the gaps of a line, if it still stands there."""
        if use in self._plain():
            self.add.fill(offer, dict(use.slots), instead_of=use)

    def clear(self) -> None:
        """Forget every line and all that was typed."""
        self._lines = LinesOfPage((), is_proposed=True, own_words_allowed=False)
        self._held, self._in_own, self._noted = (), None, None
        self.own.clear()
        self.add.clear()
        self._show(0)

    def retranslate(self) -> None:
        """Set the words in the language of the screen."""
        self.open.setText(self.tr("Choose the sentences") if self.inside.isHidden() else self.tr("Sentences: close"))
        self.up.setText(self.tr("Move up"))
        self.down.setText(self.tr("Move down"))
        self.drop.setText(self.tr("Take out"))
        self.change.setText(self.tr("Other words"))
        self.anew.setText(self.tr("Back to what the answers say"))
        self.own.retranslate()
        self.yes.retranslate()
        keys = self.tr("Alt+Up and Alt+Down move a sentence. Delete takes it out. Enter changes its words.")
        give_name(self.list, self.tr("Sentences of this page"), keys)
        self.add.retranslate()
        self._show(self.list.currentRow())

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        head = QWidget()
        FlowLayout(head).addWidget(self.open)
        column.addWidget(head)
        column.addWidget(self.inside)
        inner = QVBoxLayout(self.inside)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(16)
        moves = QWidget()
        row = FlowLayout(moves, gap=4)
        for button in (self.up, self.down, self.change, self.drop, self.anew):
            row.addWidget(button)
        for part in (self._standing, self.list, moves, self.yes, self.add, self.own):
            inner.addWidget(part)
        self.inside.hide()

    def _connect(self) -> None:
        self.open.clicked.connect(self._on_open)
        self.list.moved.connect(self._on_moved)
        self.list.dropped.connect(self._on_dropped)
        self.list.used.connect(self._on_change)
        self.up.clicked.connect(self.list.move_up)
        self.down.clicked.connect(self.list.move_down)
        self.drop.clicked.connect(self.list.drop)
        self.change.clicked.connect(self.list.use)
        self.anew.clicked.connect(self._on_anew)
        self.own.noted.connect(self._on_noted)
        self.own.used.connect(self._on_own_used)

    def _plain(self) -> tuple[Line, ...]:
        return tuple(one.line for one in self._lines.lines)

    def _show(self, row: int) -> None:
        held = {_key(one.line): str(one.because) for one in self._held}
        texts = []
        for one in self._lines.lines:
            text = one.text or self.tr("A sentence that no longer fits. Take it out.")
            because = held.get(_key(one.line), "")
            texts.append(f"{text}  ({self._why(because)})" if because else text)
        self.list.show_texts(tuple(texts), row)
        is_proposed = self._lines.is_proposed
        words = self.tr("The answers propose these.") if is_proposed else self.tr("You chose these.")
        self._standing.setText(words)
        self.anew.setVisible(not is_proposed)
        self.own.setVisible(self._lines.own_words_allowed)
        self.yes.show_lines(tuple(one for one in self._lines.lines if _is_heard(one, held)))
        for button in (self.up, self.down, self.drop, self.change):
            button.setEnabled(bool(texts))

    def _why(self, because: str) -> str:
        return {
            "own_words": self.tr("held by the gate"),
            "no_yes": self.tr("off the page until they say yes"),
            "not_for_recipient": self.tr("held: this place is never told that"),
            "not_ticked": self.tr("held: this part is off the page"),
            "no_room": self.tr("held: no room left in its part"),
        }.get(because, "")

    def _keep(self, lines: list[Line], row: int) -> None:
        self.list.setCurrentRow(row)
        self.changed.emit(tuple(lines))

    @Slot()
    def _on_open(self) -> None:
        self.inside.setVisible(self.inside.isHidden())
        self.retranslate()
        if not self.inside.isHidden():
            self.add.typed.emit("")
            self.list.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot(int, int)
    def _on_moved(self, row: int, by: int) -> None:
        lines = list(self._plain())
        if not (0 <= row < len(lines) and 0 <= row + by < len(lines)):
            return
        lines[row], lines[row + by] = lines[row + by], lines[row]
        announce(self, self.tr("Moved up") if by < 0 else self.tr("Moved down"))
        self._lines = LinesOfPage(
            tuple(self._lines.lines[self._plain().index(line)] for line in lines),
            is_proposed=False,
            own_words_allowed=self._lines.own_words_allowed,
        )
        self._show(row + by)
        self._keep(lines, row + by)

    @Slot(int)
    def _on_dropped(self, row: int) -> None:
        lines = list(self._plain())
        if 0 <= row < len(lines):
            del lines[row]
            announce(self, self.tr("Taken out"))
            self._keep(lines, min(row, len(lines) - 1))

    @Slot(int)
    def _on_change(self, row: int) -> None:
        lines = self._plain()
        if 0 <= row < len(lines):
            line = lines[row]
            if isinstance(line, OwnWords):
                self._in_own = line
                self.own.edit_line(line.text)
            elif line.slots:
                self.change_wanted.emit(line)

    @Slot()
    def _on_anew(self) -> None:
        self.changed.emit(None)

    @Slot(str)
    def _on_noted(self, text: str) -> None:
        self._noted = OwnWords(tidy_line(text))
        self.take(self._noted)

    @Slot(object)
    def _on_own_used(self, offer: FrameOffer) -> None:
        self.add.fill(offer, {}, instead_of=self._in_own)


def _is_heard(one: ChosenLine, held: dict[str, str]) -> bool:
    """Whether the person is asked about a line: it may leave, or it stands there with their yes."""
    return one.needs_yes and held.get(_key(one.line), "" if one.has_yes else "unknown") in {"", "no_yes"}


def _key(line: Line) -> str:
    if isinstance(line, OwnWords):
        return f"own {line.text}"
    return f"{line.frame_id} {sorted(line.slots.items())}"
