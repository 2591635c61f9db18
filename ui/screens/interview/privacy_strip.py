"""What staff should know about privacy in this room, above the question. The rest opens on request."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from intake.actions.interview.page import BannerWords
from ui.accessibility import give_name
from ui.shared_widgets.choice_button import WrappingButton
from ui.shared_widgets.icon import Icon
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.roles import Role, set_role


class PrivacyStrip(QFrame):
    """Hidden while there is nothing to say. One line shows; the others, and the sources, open on request."""

    def __init__(self) -> None:
        super().__init__()
        set_role(self, Role.CARD)
        self._banners: tuple[BannerWords, ...] = ()
        self._first = WrappedLabel("", Role.HINT)
        self._others = WrappedLabel("", Role.HINT)
        self.more = WrappingButton("", Role.QUIET)
        self._is_open = False
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 8, 6)
        row.setSpacing(10)
        row.addWidget(Icon("info", 18), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setContentsMargins(0, 2, 0, 2)
        words.setSpacing(6)
        words.addWidget(self._first)
        words.addWidget(self._others)
        row.addLayout(words, 1)
        row.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)
        self.more.clicked.connect(self._on_more)
        self.hide()

    def show_banners(self, banners: tuple[BannerWords, ...]) -> None:
        """Say these lines; what was opened closes when the lines are others."""
        if banners != self._banners:
            self._is_open = False
        self._banners = banners
        self.retranslate()
        self.setVisible(bool(banners))

    def stops(self) -> list[QWidget]:
        """Everything the Tab key comes to."""
        return [self.more]

    def retranslate(self) -> None:
        """Set every text anew."""
        lines = [f"{banner.text} {banner.do}" for banner in self._banners]
        sources = [source for banner in self._banners for source in banner.sources]
        self._first.setText(lines[0] if lines else "")
        self._others.setText("\n".join([*lines[1:], *sources]))
        self._others.setVisible(self._is_open)
        self.more.setVisible(bool(lines[1:] or sources))
        self.more.setText(self.tr("Less") if self._is_open else self.tr("More"))
        about = self.tr("What to know about privacy here, and where it is written")
        give_name(self.more, self.more.text(), about)
        give_name(self, self._first.text())

    @Slot()
    def _on_more(self) -> None:
        self._is_open = not self._is_open
        self.retranslate()
