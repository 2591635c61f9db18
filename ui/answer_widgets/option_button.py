"""One choice of a question that remembers how much room it needs: a list of thirty is laid out many times over."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize

from ui.shared_widgets.choice_button import ChoiceButton

_CHANGES_SIZE = (QEvent.Type.StyleChange, QEvent.Type.FontChange, QEvent.Type.Polish)


class OptionButton(ChoiceButton):
    """The words of an option never change while it stands."""

    def __init__(self, text: str) -> None:
        self._hint = QSize()
        self._narrowest = 0
        self._heights: dict[int, int] = {}
        super().__init__(text)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """See WrappingButton."""
        if not self._hint.isValid():
            self._hint = super().sizeHint()
        return self._hint

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """See WrappingButton."""
        if not self._narrowest:
            self._narrowest = super().minimumSizeHint().width()
        return QSize(self._narrowest, self.heightForWidth(max(self.width(), self._narrowest)))

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """See WrappingButton."""
        if width not in self._heights:
            self._heights[width] = super().heightForWidth(width)
        return self._heights[width]

    def event(self, event: QEvent) -> bool:
        """Forget the sizes when style or text size change."""
        if event.type() in _CHANGES_SIZE:
            self._hint, self._narrowest = QSize(), 0
            self._heights.clear()
        return super().event(event)
