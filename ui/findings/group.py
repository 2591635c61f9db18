"""Cards of one standing below their heading; what does not help here folds away behind it."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from ui.accessibility import give_name
from ui.findings.finding_view import FindingView
from ui.shared_widgets.choice_button import WrappingButton
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.facing import facing
from ui.style.roles import Role


class FindingGroup(QWidget):
    """``folds`` says whether its heading is a button that shows and hides the cards."""

    def __init__(self, *, folds: bool) -> None:
        super().__init__()
        self._folds = folds
        self._is_open = not folds
        self._words = ""
        self._views: tuple[FindingView, ...] = ()
        self.heading = WrappedLabel("", Role.LABEL, self)
        self.button = WrappingButton("", Role.SECTION, "chevron-right", self)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(10)
        self.column.addWidget(self.button if folds else self.heading)
        (self.heading if folds else self.button).hide()
        self.button.clicked.connect(self._on_fold)

    def show_views(self, words: str, views: tuple[FindingView, ...]) -> None:
        """Hold these cards, in this order, and no others; none of them loses the keyboard by it."""
        self._words = words.replace("{count}", str(len(views)))
        if views != self._views:
            self._views = views
            for place, view in enumerate(views, start=1):
                self.column.insertWidget(place, view)
        self.setVisible(bool(views))
        self._fold()

    def stops(self) -> list[QWidget]:
        """Everything the Tab key comes to, from top to bottom."""
        first = [self.button] if self._folds else []
        return [*first, *(stop for view in self._views for stop in view.stops())]

    def open_for(self, view: FindingView) -> None:
        """Show the cards when this is one of them."""
        if view in self._views:
            self._is_open = True
            self._fold()

    def _fold(self) -> None:
        held = QApplication.focusWidget()
        for view in self._views:
            view.setVisible(self._is_open or (held is not None and view.isAncestorOf(held)))
        self.heading.setText(self._words)
        self.button.setText(self._words)
        self.button.set_icon_name("chevron-down" if self._is_open else facing(self, "chevron-right"))
        state = self.tr("shown") if self._is_open else self.tr("hidden")
        give_name(self.button, f"{self._words}: {state}")

    @Slot()
    def _on_fold(self) -> None:
        self._is_open = not self._is_open
        self._fold()
