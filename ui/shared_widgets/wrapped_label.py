"""A label that wraps, grows with its text and never cuts a letter off."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.style.roles import Role, refresh_style, set_role

_MAY_BREAK = "\u200b"  # a line may end here


class WrappedLabel(QLabel):
    """Plain text only: what a person said can never be read as markup. Never takes the keyboard."""

    def __init__(self, text: str = "", role: Role = Role.BODY, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        set_role(self, role)
        self._mirror()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Wide enough for the longest word, or part of a path; the height follows from the width."""
        metrics = self.fontMetrics()
        words = self.text().replace(_MAY_BREAK, " ").split()
        longest = max((metrics.horizontalAdvance(word) for word in words), default=0)
        margins = self.contentsMargins()
        width = longest + margins.left() + margins.right() + self._side_room()
        return QSize(width, metrics.height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Keep the height that this width needs, whatever layout stands around."""
        super().resizeEvent(event)
        self._keep_height()

    def setText(self, text: str) -> None:  # noqa: N802 - Qt's name
        """Show another text and take the room it needs; the same text has it."""
        if text == self.text():
            return
        super().setText(text)
        self._keep_height()
        self.updateGeometry()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow a change of font, style or reading direction."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._mirror()
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._keep_height()

    def _keep_height(self) -> None:
        if self.width() <= 0:
            return
        before = self.minimumHeight()
        if before:
            super().setMinimumHeight(0)  # else the old height would count as needed
        needed = max(self.heightForWidth(self.width()), 0)
        super().setMinimumHeight(needed)
        if needed != before:
            self.updateGeometry()

    def _side_room(self) -> int:
        return 24 if self.property("role") == Role.SCRIPT.value else 2

    def _mirror(self) -> None:
        is_rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute if is_rtl else Qt.AlignmentFlag.AlignLeft
        self.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)
        if self.property("rtl") != is_rtl:
            self.setProperty("rtl", is_rtl)
            refresh_style(self)


class SaidOnce(WrappedLabel):
    """What was just done. It goes with the language in which it was said: nobody would say it anew."""

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow the language as well."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.clear()
