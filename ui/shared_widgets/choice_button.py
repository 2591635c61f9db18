"""Buttons whose words wrap instead of being cut off, and the big button for one choice."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPaintEvent, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QStylePainter, QWidget

from ui.shared_widgets.icon import line_icon
from ui.style.appearance import current_text_scale, current_tokens
from ui.style.roles import Role, set_role
from ui.style.tokens import RADIUS

_ICON_SIZE = 20  # px
_ICON_GAP = 8  # px between icon and words, and to the edge
_BOLD_AT_TIMES = {Role.PRIMARY, Role.OPTION, Role.NONANSWER, Role.SECTION, Role.RAIL_BUTTON, Role.DESTROY}
_INNER_RING = {Role.PRIMARY.value: "on_accent", Role.DESTROY.value: "on_destroy"}
"""On a filled button the ring is a light line within the dark one, so that it stands out from both."""
_RING = 2  # px
_KEEPS_SIZE = (
    QEvent.Type.ActivationChange,
    QEvent.Type.EnabledChange,
    QEvent.Type.LanguageChange,
    QEvent.Type.LocaleChange,
    QEvent.Type.ParentChange,  # where it stands may look otherwise: then its style changes too
)
_COMFORTABLE = 34  # characters before a button prefers a second line


def _without_shortcut(text: str) -> str:
    """For Qt, to which a single "&" makes the next letter a shortcut and is itself not shown."""
    return text.replace("&", "&&")


def _longest_word(text: str, metrics: QFontMetrics) -> int:
    return max((metrics.horizontalAdvance(word) for word in text.split()), default=0)


class WrappingButton(QPushButton):
    """An ordinary push button to the keyboard and to a screen reader; only its words wrap."""

    def __init__(
        self, text: str, role: Role = Role.SECONDARY, icon_name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(_without_shortcut(text), parent)
        self._words = text
        self._icon_name = icon_name
        self._is_known = False
        self._measured_font: tuple[QFont, QFontMetrics] | None = None
        self._measured_lines: dict[int, list[str]] = {}
        self._measured_sizes: dict[int, QSize] = {}
        self._measured_heights: dict[int, int] = {}  # of so many lines
        self._measured_hint: QSize | None = None
        self._measured_narrowest: int | None = None
        self.setAutoDefault(True)  # Enter presses the button that has the keyboard, as Space does
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        set_role(self, role)
        self._draw_icon()

    def text(self) -> str:
        """The words as they were given."""
        return self._words

    def setText(self, text: str) -> None:  # noqa: N802 - Qt's name
        """Show other words; the same words are left alone, and nothing is laid out anew."""
        if text != self.text():
            self._words = text
            self._forget_measures(is_font_known=True)
            super().setText(_without_shortcut(text))

    def setCheckable(self, is_checkable: bool) -> None:  # noqa: N802 - Qt's name
        """From now on hear of a choice that is made without a click."""
        if is_checkable and not self.isCheckable():
            self.toggled.connect(self._on_toggled)
        super().setCheckable(is_checkable)

    def setChecked(self, is_checked: bool) -> None:  # noqa: N802 - Qt's name
        """Show a choice that the program knows of."""
        self._is_known = True
        super().setChecked(is_checked)
        self._is_known = False

    def nextCheckState(self) -> None:  # noqa: N802 - Qt's name
        """A click tells of itself."""
        self._is_known = True
        super().nextCheckState()
        self._is_known = False

    def set_icon_name(self, name: str) -> None:
        """Show another picture before the words ("" for none)."""
        if name == self._icon_name:
            return
        self._icon_name = name
        self._forget_measures(is_font_known=True)
        self._draw_icon()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As wide as the words at their boldest, up to a comfortable line."""
        if self._measured_hint is None:
            metrics = self._measures()[1]
            natural = metrics.horizontalAdvance(self.text())
            longest = _longest_word(self.text(), metrics)
            width = min(natural, max(longest, metrics.averageCharWidth() * _COMFORTABLE)) + 2
            self._measured_hint = self._size_for(width)
        return self._measured_hint

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Wide enough for the longest word."""
        if self._measured_narrowest is None:
            self._measured_narrowest = self._size_for(_longest_word(self.text(), self._measures()[1]) + 2).width()
        width = self._measured_narrowest
        return QSize(width, self.heightForWidth(max(self.width(), width)))

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """More lines when narrow."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """The height that shows every line at this width."""
        text_width = max(width - self._size_for(0).width(), 1)
        lines = len(self._lines(text_width))
        if lines not in self._measured_heights:
            self._measured_heights[lines] = self._size_for(text_width).height()
        return self._measured_heights[lines]

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the styled button with its words broken into lines."""
        del event
        option = QStyleOptionButton()
        self.initStyleOption(option)
        chrome = self._size_for(0).width()
        option.text = _without_shortcut("\n".join(self._lines(max(self.width() - chrome, 1))))
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        colour = _INNER_RING.get(str(self.property("role")))
        if colour is not None and self.hasFocus():
            painter.setPen(QPen(QColor(str(getattr(current_tokens(), colour))), _RING))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(4, 4, -4, -4), RADIUS - 3, RADIUS - 3)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow a change of style, scheme or text size."""
        super().changeEvent(event)
        if event.type() not in _KEEPS_SIZE:
            self._forget_measures()
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange, QEvent.Type.LayoutDirectionChange):
            self._draw_icon()
            self.updateGeometry()

    @Slot(bool)
    def _on_toggled(self, is_checked: bool) -> None:
        """A screen reader's own action checks a button without a click: let it be one, so that it is heard of."""
        group = self.group()
        is_exclusive = group.exclusive() if group is not None else self.autoExclusive()
        if self._is_known or (is_exclusive and not is_checked):
            return
        if not is_exclusive:
            self.setChecked(not is_checked)
        self.click()

    def _measures(self) -> tuple[QFont, QFontMetrics]:
        """The font and its metrics, worked out once until the style or the font changes: layouts ask many times."""
        if self._measured_font is None:
            self.ensurePolished()
            font = QFont(self.font())
            if self.property("role") in _BOLD_AT_TIMES:
                font.setBold(True)  # room for the boldest state, so that nothing jumps
            self._measured_font = font, QFontMetrics(font)
        return self._measured_font

    def _forget_measures(self, *, is_font_known: bool = False) -> None:
        if not is_font_known:
            self._measured_font = None
        self._measured_lines, self._measured_sizes, self._measured_heights = {}, {}, {}
        self._measured_hint = self._measured_narrowest = None

    def _lines(self, width: int) -> list[str]:
        if width not in self._measured_lines:
            self._measured_lines[width] = self._broken_at(width)
        return self._measured_lines[width]

    def _broken_at(self, width: int) -> list[str]:
        font, metrics = self._measures()
        if metrics.horizontalAdvance(self.text()) < width:  # a layout would find one line, at twenty times the cost
            return [self.text().strip()]
        layout = QTextLayout(self.text(), font)
        layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
        layout.beginLayout()
        lines = []
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            lines.append(self.text()[line.textStart() : line.textStart() + line.textLength()].strip())
        layout.endLayout()
        return lines or [""]

    def _size_for(self, text_width: int) -> QSize:
        known = self._measured_sizes.get(text_width)
        if known is not None:
            return known
        metrics = self._measures()[1]
        lines = len(self._lines(text_width)) if text_width > 0 else 1
        icon = round(_ICON_SIZE * current_text_scale()) + _ICON_GAP if self._icon_name else 0
        height = max(metrics.lineSpacing() * lines, icon - _ICON_GAP)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        contents = QSize(text_width + icon, height)
        size = self.style().sizeFromContents(QStyle.ContentsType.CT_PushButton, option, contents, self)
        self._measured_sizes[text_width] = size
        return size

    def _draw_icon(self) -> None:
        if not self._icon_name:
            return
        tokens = current_tokens()
        colours = {
            Role.PRIMARY.value: tokens.on_accent,
            Role.QUIET.value: tokens.accent,
            Role.DESTROY.value: tokens.on_destroy,
        }
        colour = colours.get(str(self.property("role")), tokens.ink_soft)
        size = round(_ICON_SIZE * current_text_scale())
        is_rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self.setIconSize(QSize(size + _ICON_GAP // 2, size))
        self.setIcon(line_icon(self._icon_name, colour, size, _ICON_GAP // 2, is_rtl=is_rtl))


class ChoiceButton(WrappingButton):
    """One choice among several: big, checkable, the same height for all that stand in a row."""

    def __init__(self, text: str, role: Role = Role.OPTION, parent: QWidget | None = None) -> None:
        super().__init__(text, role, "", parent)
        self.setCheckable(True)
