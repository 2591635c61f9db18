"""The size of text and the contrast come back with whoever unlocks, and are kept when they change."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QApplication

from ui.app_state import AppState

if TYPE_CHECKING:  # the core is loaded by the worker
    from intake.actions.session import OpenVault
    from intake.actions.vault.looks import Looks
    from ui.app import ForthrightApp


class KeptLooks(QObject):
    """Between the application, which draws, and the vault, which remembers."""

    failed = Signal(object)  # Exception

    def __init__(self, state: AppState, parent: QObject) -> None:
        super().__init__(parent)
        self._state = state
        app = _app()
        if app is not None:
            app.looks_changed.connect(self._on_changed)

    @Slot()
    def bring_back(self) -> None:
        """Draw the screen as the person who unlocked has set it."""
        if self._state.session is not None:
            self._state.runner.run(partial(_read, self._state.session), self, self._on_read, self._on_failed)

    @Slot(object)
    def _on_read(self, looks: Looks | None) -> None:
        app = _app()
        if looks is not None and app is not None:
            app.show_looks(looks.text_percent / 100, looks.contrast.value)

    @Slot(float, str)
    def _on_changed(self, text_scale: float, contrast: str) -> None:
        if self._state.session is None:
            return  # before unlocking there is nobody to keep it for
        job = partial(_save, self._state.session, round(text_scale * 100), contrast)
        self._state.runner.run(job, self, self._on_kept, self._on_failed, is_write=True)

    @Slot(object)
    def _on_kept(self, result: object) -> None:
        del result

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self.failed.emit(error)


def _app() -> ForthrightApp | None:
    app = QApplication.instance()
    return app if hasattr(app, "looks_changed") else None  # type: ignore[return-value]  # a test may have another


def _read(session: OpenVault) -> Looks | None:
    from intake.actions.vault.looks import read_looks

    return read_looks(session)


def _save(session: OpenVault, percent: int, contrast: str) -> None:
    from intake.actions.vault.looks import Contrast, Looks, save_looks

    save_looks(session, Looks(percent, Contrast(contrast)))
