"""One window: the practice banner, the rail, a stack of screens, and the cover that hides them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from intake.errors import Mishap
from ui.app_state import AppState
from ui.lock_keeper import LockKeeper
from ui.navigator import Navigator
from ui.rail import Rail
from ui.reading_order import bring_into_sight, next_stop
from ui.screen import Wish
from ui.shared_widgets.notice_bar import NoticeBar
from ui.shared_widgets.practice_banner import PracticeBanner
from ui.style.kept_looks import KeptLooks

SMALLEST = (960, 640)  # px, so that 1024 x 700 always holds
FIRST_SIZE = (1280, 820)


class Cover(QWidget):
    """An even surface over everything, as quick to paint as can be. Nothing to read, nothing to press."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """One colour."""
        QPainter(self).fillRect(event.rect(), self.palette().window())


class MainWindow(QMainWindow):
    """Neutral from outside: its title never says what it is for."""

    close_requested = Signal()
    defect_happened = Signal(object)

    def __init__(self, state: AppState) -> None:
        super().__init__()
        self._state = state
        self.setMinimumSize(*SMALLEST)
        self.resize(*FIRST_SIZE)
        self.stack = QStackedWidget()
        self.navigator = Navigator(self.stack, state)
        self.keeper = LockKeeper(state, self.navigator, self)
        self.looks = KeptLooks(state, self)
        self.rail = Rail()
        self.banner = PracticeBanner()
        self.notice = NoticeBar()
        self._build()
        self._connect()
        self._show_state()

    def show_mishap(self, mishap: Mishap) -> None:
        """Say something that no single screen can say."""
        self.notice.show_mishap(mishap)

    @Slot(object)
    def show_trouble(self, error: object) -> None:
        """A mishap is said above the screen; anything else is ours and goes to the calm screen."""
        if isinstance(error, Mishap):
            self.notice.show_mishap(error)
        elif isinstance(error, Exception):
            self.defect_happened.emit(error)

    @Slot()
    def uncover(self) -> None:
        """Show the screens again, once the screen beneath is harmless."""
        self.cover.hide()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Never close by itself: the ordered goodbye stores and locks first."""
        event.ignore()
        self.close_requested.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Keep the cover over everything."""
        super().resizeEvent(event)
        self.cover.setGeometry(self.rect())

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, N802 - Qt's names
        """Tab goes on as the screen is read."""
        stop = next_stop(self, QApplication.focusWidget(), forward=next)
        if stop is None:
            return False
        stop.setFocus(Qt.FocusReason.TabFocusReason if next else Qt.FocusReason.BacktabFocusReason)
        bring_into_sight(stop)
        return True

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """From now on hear the keys of this window."""
        super().showEvent(event)
        self.keeper.inactivity.watch(self.windowHandle())
        self.keeper.hide_keys.watch(self.windowHandle())

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.setWindowTitle(self.tr("Forthright"))

    def _build(self) -> None:
        self.setWindowTitle(self.tr("Forthright"))
        whole = QWidget()
        whole.setObjectName("window")
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.banner)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.rail)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.notice)
        right.addWidget(self.stack, 1)
        row.addLayout(right, 1)
        column.addLayout(row, 1)
        self.setCentralWidget(whole)
        self.cover = Cover(self)

    def _connect(self) -> None:
        self.rail.go_to.connect(self.navigator.go_to)
        self.rail.hide_wanted.connect(self.keeper.lock)
        self.navigator.leaving.connect(self.notice.hide_notice)
        self.navigator.arrived.connect(self._on_arrived)
        self.navigator.alone.connect(self._on_alone)
        self.navigator.not_stored.connect(self.show_trouble)
        self.keeper.about_to_lock.connect(self._on_about_to_lock)
        self.keeper.opened.connect(self._show_state)
        self.keeper.opened.connect(self.looks.bring_back)
        self.looks.failed.connect(self.show_trouble)
        self.keeper.locked.connect(self._on_locked)
        self.keeper.stayed.connect(self.uncover)
        self.keeper.went_wrong.connect(self.show_trouble)

    @Slot()
    def _show_state(self) -> None:
        is_open = self._state.session is not None
        self.rail.setVisible(is_open)
        self.banner.setVisible(self._state.is_practice)

    @Slot()
    def _on_about_to_lock(self) -> None:
        self.cover.setGeometry(self.rect())
        self.cover.show()
        self.cover.raise_()
        self.cover.repaint()  # now, not when the event loop comes round

    @Slot()
    def _on_locked(self) -> None:
        self._show_state()
        if not self.keeper.is_starting_fresh:
            self.uncover()

    @Slot(bool)
    def _on_alone(self, is_alone: bool) -> None:
        self.rail.setVisible(self._state.session is not None and not is_alone)

    @Slot(object)
    def _on_arrived(self, wish: Wish) -> None:
        self.rail.set_here(wish.name)
