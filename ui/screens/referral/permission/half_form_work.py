"""Keeps a permission while it is being filled in, so that a lock in mid-form loses nothing; forgets it when signed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QLineEdit

from ui.background.job_runner import Runner
from ui.screens.referral.presenter import Presenter
from ui.screens.referral.release_form import PermissionForm
from ui.screens.referral.verbs import Verbs
from ui.shared_widgets.form_parts import ChoiceGroup

REST_MS = 300  # from the last change to the keeping


class HalfFormWork(QObject):
    """One for each referral screen. What is signed or thrown away is not kept again until something is changed."""

    failed = Signal(object)  # Exception

    def __init__(
        self, runner: Runner, verbs: Verbs, presenter: Presenter, form: PermissionForm, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._runner = runner
        self._verbs = verbs
        self._presenter = presenter
        self._form = form
        self._is_pending = False
        self._filled_for = ""
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._on_rested)
        form.grown.connect(self._listen)
        form.thrown_away.connect(self._on_thrown_away)
        self._heard: set[QObject] = set()
        self._listen()

    def show_state(self) -> None:
        """Fill the form with what was kept, once for each place; a recorded permission leaves nothing to keep."""
        page = self._presenter.page
        if self._presenter.release is not None:
            self._stop()
        if page is None or self._presenter.recipient is None:
            return
        if self._filled_for != self._presenter.recipient.id and page.words is not None:
            self._filled_for = self._presenter.recipient.id
            if page.half is not None:
                self._form.fill(page.half)
            self._stop()

    def last_job(self) -> Callable[[], object] | None:
        """What is still to be kept when the screen is left."""
        job = self._job() if self._is_pending else None
        self._stop()
        return job

    @Slot()
    def keep_now(self) -> None:
        """Keep what was changed without waiting."""
        if self._is_pending:
            self._on_rested()

    def _job(self) -> Callable[[], object] | None:
        place, page = self._presenter.recipient, self._presenter.page
        if place is None or page is None or self._presenter.release is not None:
            return None
        items = None if page.items is None else tuple(sorted(page.items))
        half = self._form.half(items, page.name_choice, page.days)
        return partial(self._verbs.keep_form, place.id, half)

    def _stop(self) -> None:
        self._is_pending = False
        self._rest.stop()

    @Slot()
    def _listen(self) -> None:
        for edit in self._form.findChildren(QLineEdit):
            if edit not in self._heard and edit is not self._form.signature.place_kept:
                edit.textEdited.connect(self._on_changed)
                self._heard.add(edit)
        for tick in self._form.findChildren(QCheckBox):
            if tick not in self._heard:
                tick.clicked.connect(self._on_changed)
                self._heard.add(tick)
        for choice in self._form.findChildren(ChoiceGroup):
            if choice not in self._heard:
                choice.chosen.connect(self._on_changed)
                self._heard.add(choice)

    @Slot()
    def _on_changed(self) -> None:
        self._is_pending = True
        self._rest.start()

    @Slot()
    def _on_rested(self) -> None:
        job = self._job()
        self._stop()
        if job is not None:
            self._runner.run(job, self, self._on_kept, self._on_failed, is_write=True)

    @Slot()
    def _on_thrown_away(self) -> None:
        place = self._presenter.recipient
        self._stop()
        if place is not None:
            job = partial(self._verbs.keep_form, place.id, None)
            self._runner.run(job, self, self._on_kept, self._on_failed, is_write=True)

    @Slot(object)
    def _on_kept(self, nothing: object) -> None:
        """Nothing to show: the form is as it was."""

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self.failed.emit(error)
