"""The name of the part, and what can be done at any moment: look, read out, break off."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QWidget

from ui.accessibility import give_name
from ui.languages.language_button import LanguageButton
from ui.languages.languages import Languages
from ui.shared_widgets.choice_button import WrappingButton
from ui.shared_widgets.flow_layout import FlowLayout
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.roles import Role, set_role


class Header(QFrame):
    """The buttons for map and panel are there only while those are out of sight."""

    map_wanted = Signal()
    panel_wanted = Signal()
    reading_wanted = Signal()
    break_wanted = Signal()
    stop_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        set_role(self, Role.PLAIN)
        self._count = 0
        self._title = WrappedLabel("", Role.TITLE)
        self._map = WrappingButton("", Role.SECTION, "cases")
        self._panel = WrappingButton("", Role.SECTION, "half")
        self._reading = WrappingButton("", Role.SECTION, "sound")
        self._break = WrappingButton("", Role.SECTION, "pause")
        self._stop = WrappingButton("", Role.SECTION, "close")
        self.language = LanguageButton()
        self._buttons = QWidget()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._build()
        self._map.clicked.connect(self.map_wanted)
        self._panel.clicked.connect(self.panel_wanted)
        self._reading.clicked.connect(self.reading_wanted)
        self._break.clicked.connect(self.break_wanted)
        self._stop.clicked.connect(self.stop_wanted)
        self.retranslate()

    def show_title(self, title: str) -> None:
        """The part that is on the screen."""
        self._title.setText(title)
        self._arrange()

    def show_count(self, count: int) -> None:
        """How many protections reach or may reach."""
        self._count = count
        self._name_panel()

    def show_languages(self, languages: Languages) -> None:
        """The language that is spoken, and the others."""
        self.language.show_all(languages)
        self._arrange()

    def offer(self, *, has_map: bool, has_panel: bool, has_reading: bool) -> None:
        """Which of the buttons are of use now."""
        self._map.setVisible(has_map)
        self._panel.setVisible(has_panel)
        self._reading.setVisible(has_reading)
        self._arrange()

    def stops(self) -> list[QWidget]:
        """Everything the Tab key comes to."""
        return [self.language, self._map, self._panel, self._reading, self._break, self._stop]

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Title and buttons share a line where both fit."""
        super().resizeEvent(event)
        self._arrange()

    def retranslate(self) -> None:
        """Set every text anew."""
        self._map.setText(self.tr("All parts"))
        self._reading.setText(self.tr("Read out"))
        self._break.setText(self.tr("Take a break"))
        for button in (self._map, self._reading):
            give_name(button, button.text())
        self._stop.setText(self.tr("Stop here"))
        give_name(self._break, self._break.text(), self.tr("A calm page. Nothing is lost."))
        give_name(self._stop, self._stop.text(), self.tr("Come back another day, or keep nothing."))
        self.language.retranslate()
        self._name_panel()

    def _build(self) -> None:
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)
        self._row.addWidget(self._title, 1)
        self._row.addWidget(self._buttons)
        flow = FlowLayout(self._buttons, gap=4)
        # all widths change with the language: what ends the talk is far from where the mouse chose another
        for button in (self.language, self._map, self._panel, self._reading, self._break, self._stop):
            flow.addWidget(button)

    def _arrange(self) -> None:
        title = self._title.fontMetrics().horizontalAdvance(self._title.text())
        fits = title + self._buttons.sizeHint().width() + 2 * self._row.spacing() <= self.width()
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.BottomToTop
        self._row.setDirection(beside if fits else below)

    def _name_panel(self) -> None:
        self._panel.setText(self.tr("What may protect ({count})").format(count=self._count))
        give_name(self._panel, self._panel.text())
        self._arrange()
