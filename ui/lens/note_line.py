"""The line under a box: in words, how many places are marked, and the way to them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.accessibility import give_name
from ui.shared_widgets.choice_button import WrappingButton
from ui.shared_widgets.icon import Icon
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.roles import Role


class NoteLine(QWidget):
    """Says nothing while there is nothing to say, but keeps its room, so that nothing below jumps while one types."""

    look_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._open = self._kept = 0
        self._is_complete = True
        self._icon = Icon("stays", 18, "stays_ink")
        self._words = WrappedLabel("", Role.HINT)
        self.look = WrappingButton("", Role.QUIET)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._icon)
        row.addWidget(self._words, 1)
        row.addWidget(self.look)
        for part in (self._icon, self.look):
            policy = part.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            part.setSizePolicy(policy)
        self.look.clicked.connect(self.look_wanted)
        self.retranslate()

    def show_counts(self, still_open: int, kept: int) -> None:
        """Say how many places are marked and how many of them were kept on purpose."""
        self._open, self._kept = still_open, kept
        self.retranslate()

    def show_complete(self, *, is_complete: bool) -> None:
        """Say when the check cannot be had, or only in part."""
        self._is_complete = is_complete
        self.retranslate()

    @property
    def words(self) -> str:
        """What the line says; empty when it says nothing."""
        parts = [self._about_open(), self._about_kept()]
        if not self._is_complete:
            parts.append(self.tr("The check of wording is not available; nothing of this leaves anyhow."))
        return " ".join(part for part in parts if part)

    def retranslate(self) -> None:
        """Set every text in the language of the screen."""
        self._words.setText(self.words)
        is_one = self._open + self._kept == 1
        self.look.setText(self.tr("Look at it") if is_one else self.tr("Look at them"))
        give_name(self.look, self.look.text(), self.tr("Also with F8, and back with Shift and F8"))
        self.look.setVisible(bool(self._open or self._kept))
        self._icon.setVisible(bool(self.words))

    def _about_open(self) -> str:
        if not self._open:
            return ""
        if self._open == 1:
            return self.tr("One place here could harm the person if others read it.")
        return self.tr("{count} places here could harm the person if others read them.").format(count=self._open)

    def _about_kept(self) -> str:
        if not self._kept:
            return ""
        if self._kept == 1:
            return self.tr("One place stays here, as you chose.")
        return self.tr("{count} places stay here, as you chose.").format(count=self._kept)
