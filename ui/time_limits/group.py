"""Time matters: what is better done soon, most pressing first; what is done folds away."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from intake.actions.time_limits.panel import TimeLine, TimePanel
from ui.accessibility import announce, give_name
from ui.shared_widgets.choice_button import WrappingButton
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.facing import facing
from ui.style.roles import Role
from ui.time_limits.line_view import TimeLineView

_AT_FIRST = 4
"""How many lines stand open; the others wait behind a button, so that what may protect stays in sight."""


class TimeGroup(QWidget):
    """Nothing of it shows while nothing is pressing."""

    opened = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._panel = TimePanel()
        self._views: dict[str, TimeLineView] = {}
        self._is_open = self._shows_all = False
        self._title = WrappedLabel("", Role.HEADING)
        self._clock_line = WrappedLabel("", Role.NOTICE)
        self.more = WrappingButton("", Role.QUIET)
        self.fold = WrappingButton("", Role.SECTION, "chevron-right")
        self._open, self._settled = QVBoxLayout(), QVBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addWidget(self._clock_line)
        for part in (self._open, self._settled):
            part.setSpacing(8)
        column.addLayout(self._open)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self.fold)
        column.addLayout(self._settled)
        self.more.clicked.connect(self._on_more)
        self.fold.clicked.connect(self._on_fold)
        self._draw_folds()
        self.hide()

    def show_panel(self, panel: TimePanel) -> None:
        """Draw the lines as they are now, without moving the keyboard."""
        held = QApplication.focusWidget()
        self._panel = panel
        changed = False
        for line in (*panel.open, *panel.settled):
            changed |= self._view(line.id).show_line(line)
        gone = self._views.keys() - {line.id for line in (*panel.open, *panel.settled)}
        for limit_id in gone:
            view = self._views.pop(limit_id)
            view.hide()
            view.deleteLater()
        for part, lines in ((self._open, panel.open), (self._settled, panel.settled)):
            self._place(part, lines)
        if held is not None and self.isAncestorOf(held) and not held.hasFocus() and held.isVisible():
            held.setFocus(Qt.FocusReason.OtherFocusReason)
        self._title.setText(panel.words.get("title", ""))
        self._clock_line.setText(panel.clock_line)
        self._clock_line.setVisible(bool(panel.clock_line))
        self._draw_folds()
        self.setVisible(bool(panel.open or panel.settled or panel.clock_line))
        if changed:
            announce(self, panel.words.get("changed", ""))

    def focus_line(self, limit_id: str) -> bool:
        """Put the keyboard on a line, where it was before it was opened. Says whether there is such a line."""
        view = self._views.get(limit_id)
        if view is None:
            return False
        self._shows_all = self._is_open = True
        self._draw_folds()
        view.title.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def stops(self) -> list[QWidget]:
        """Everything the Tab key comes to, from top to bottom."""
        first = [self._views[line.id].title for line in self._panel.open]
        last = [self._views[line.id].title for line in self._panel.settled]
        return [*first, self.more, self.fold, *last]

    def empty(self) -> None:
        """Forget every line: they tell of the answers."""
        self.show_panel(TimePanel())

    def retranslate(self) -> None:
        """Set every text anew."""
        for view in self._views.values():
            view.retranslate()
        self._draw_folds()

    def _view(self, limit_id: str) -> TimeLineView:
        if limit_id not in self._views:
            view = self._views[limit_id] = TimeLineView(limit_id)
            view.opened.connect(self.opened)
        return self._views[limit_id]

    def _place(self, part: QVBoxLayout, lines: tuple[TimeLine, ...]) -> None:
        for place, line in enumerate(lines):
            view = self._views[line.id]
            if part.indexOf(view) != place:
                part.insertWidget(place, view)

    def _draw_folds(self) -> None:
        for place, line in enumerate(self._panel.open):
            view = self._views[line.id]
            view.setVisible(self._shows_all or place < _AT_FIRST or view.title.hasFocus())
        rest = len(self._panel.open) - _AT_FIRST
        self.more.setVisible(rest > 0)
        self.more.setText(self.tr("Show fewer") if self._shows_all else self.tr("Show {count} more").format(count=rest))
        give_name(self.more, self.more.text(), self._title.text())
        for line in self._panel.settled:
            self._views[line.id].setVisible(self._is_open)
        words = self._panel.words.get("settled", "").replace("{count}", str(len(self._panel.settled)))
        self.fold.setVisible(bool(self._panel.settled))
        self.fold.setText(words)
        self.fold.set_icon_name("chevron-down" if self._is_open else facing(self, "chevron-right"))
        state = self.tr("shown") if self._is_open else self.tr("hidden")
        give_name(self.fold, f"{words}: {state}")

    @Slot()
    def _on_more(self) -> None:
        self._shows_all = not self._shows_all
        self._draw_folds()

    @Slot()
    def _on_fold(self) -> None:
        self._is_open = not self._is_open
        self._draw_folds()
