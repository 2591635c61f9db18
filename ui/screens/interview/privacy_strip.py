"""What staff should know about privacy in this room, above the question. Where it is written opens on request."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from intake.actions.interview.page import BannerWords
from ui.accessibility import give_name
from ui.shared_widgets.choice_button import WrappingButton
from ui.shared_widgets.icon import Icon
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.roles import Role, set_role


class PrivacyStrip(QFrame):
    """Hidden while there is nothing to say. It keeps its sources closed until somebody wants them."""

    def __init__(self) -> None:
        super().__init__()
        set_role(self, Role.NOTICE)
        self._banners: tuple[BannerWords, ...] = ()
        self._lines = WrappedLabel()
        self._sources = WrappedLabel("", Role.HINT)
        self.more = WrappingButton("", Role.QUIET)
        self._shows_sources = False
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 10, 16, 10)
        row.setSpacing(12)
        row.addWidget(Icon("info", 18))
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self._lines)
        words.addWidget(self._sources)
        foot = QHBoxLayout()
        foot.addWidget(self.more)
        foot.addStretch(1)
        words.addLayout(foot)
        row.addLayout(words, 1)
        self.more.clicked.connect(self._on_more)
        self.hide()

    def show_banners(self, banners: tuple[BannerWords, ...]) -> None:
        """Say these lines; the sources close when the lines are others."""
        if banners != self._banners:
            self._shows_sources = False
        self._banners = banners
        self.retranslate()
        self.setVisible(bool(banners))

    def stops(self) -> list[QWidget]:
        """Everything the Tab key comes to."""
        return [self.more]

    def retranslate(self) -> None:
        """Set every text anew."""
        sources = [source for banner in self._banners for source in banner.sources]
        self._lines.setText("\n".join(f"{banner.text} {banner.do}" for banner in self._banners))
        self._sources.setText("\n".join(sources))
        self._sources.setVisible(self._shows_sources)
        self.more.setVisible(bool(sources))
        words = self.tr("Hide where it is written") if self._shows_sources else self.tr("Where this is written")
        self.more.setText(words)
        give_name(self.more, words)
        give_name(self, self._lines.text())

    @Slot()
    def _on_more(self) -> None:
        self._shows_sources = not self._shows_sources
        self.retranslate()
