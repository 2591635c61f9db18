"""The referral screen: four calm steps from "is a page needed" to a saved file."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from intake.actions.referral.save_summary import PAGE_LANGUAGE
from intake.actions.session import OpenVault
from intake.actions.vault.office import Office
from intake.errors import Defect
from ui.app_state import AppState
from ui.screen import Screen, Wish
from ui.screens.referral.choose_recipient import ChooseRecipient
from ui.screens.referral.lines.work import LinesWork
from ui.screens.referral.office_form import OfficeForm
from ui.screens.referral.page_step import PageStep
from ui.screens.referral.permission.half_form_work import HalfFormWork
from ui.screens.referral.presenter import AboutChosen, Act, Presenter, Step
from ui.screens.referral.reading_order import set_reading_order
from ui.screens.referral.release_step import ReleaseStep
from ui.screens.referral.saving.save_step import SaveStep
from ui.screens.referral.step_header import INSET, FlowNotice, StepHeader
from ui.screens.referral.verbs import CaseVerbs, News, Verbs


class ReferralScreen(Screen):
    """Draws what the presenter holds. Every verb runs in the worker and comes back as news."""

    def __init__(self, state: AppState, verbs: Verbs, case_id: str) -> None:
        super().__init__(state)
        self._verbs = verbs
        self._case_id = case_id
        self._is_writing = False
        self.presenter = Presenter(state.clock.today())
        self.header = StepHeader()
        self.notice = FlowNotice()
        self.choose = ChooseRecipient()
        self.office = OfficeForm()
        self.page = PageStep()
        self.permission = ReleaseStep()
        self.saving = SaveStep()
        self._half = HalfFormWork(state.runner, verbs, self.presenter, self.permission.form, self)
        self._lines = LinesWork(state.runner, verbs, self.page.lines, self)
        self._steps = QStackedWidget()
        self._build()
        self._connect()
        _watch(self, case_id)
        self._show()
        self._ask(verbs.look_up)
        self._lines.open_gate()

    def pending_text(self) -> Callable[[], object] | None:
        """A permission half filled in is kept."""
        return self._half.last_job()

    def leave(self) -> None:
        """Forget the page, the permission and the signature."""
        self.page.clear()
        self.permission.form.clear()
        self.office.clear()
        self.saving.clear()
        self.presenter.words = ()

    def first_focus(self) -> QWidget | None:
        """What is read or written first on the step that is shown."""
        shown = self._steps.currentWidget()
        parts = (self.choose, self.office, self.page, self.permission, self.saving)
        return next((part.first_focus() for part in parts if part is shown), None)

    def retranslate(self) -> None:
        """Set every text anew."""
        for part in (self.header, self.choose, self.office, self.page, self.permission, self.saving):
            part.retranslate()
        self._show()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addWidget(self.header)
        inner = QVBoxLayout()
        inner.setContentsMargins(INSET, 0, INSET, 0)
        inner.setSpacing(12)
        column.addLayout(inner, 1)
        inner.addWidget(self.notice)
        for part in (self.choose, self.office, self.page, self.permission, self.saving):
            self._steps.addWidget(part)
        inner.addWidget(self._steps, 1)

    def _connect(self) -> None:
        self.header.back_wanted.connect(self._on_back)
        for step in (self.choose, self.page, self.permission):
            step.acted.connect(self._on_act)
        for shows_permissions in (self.choose, self.saving):
            shows_permissions.taken_back.connect(self._on_taken_back)
            shows_permissions.happened.connect(self._on_happened)
        for work in (self._half, self._lines):
            work.failed.connect(self.notice.show_error)
        self._lines.changed.connect(self._on_act)
        self.office.office_given.connect(self._on_office)
        self.permission.sign_wanted.connect(self._half.keep_now)  # before the signing, which throws it away
        self.permission.sign_wanted.connect(self._on_sign)
        self.saving.folder_chosen.connect(self._on_folder)
        self.saving.change_wanted.connect(self._on_back)
        self.saving.done.connect(self._on_done_here)

    def _ask(self, job: Callable[[], News], *, is_write: bool = False) -> None:
        if is_write and self._is_writing:
            return  # a second press before the first has come back
        self._is_writing = self._is_writing or is_write
        done, failed = partial(self._on_news, is_write=is_write), partial(self._on_failed, is_write=is_write)
        self.state.runner.run(job, self, done, failed, is_write=is_write)

    def _show(self) -> None:
        presenter = self.presenter
        before = self._steps.currentWidget()
        widget = _widget_for(self, presenter)
        self.header.show_state(presenter)
        self.choose.show_state(presenter)
        self.office.show_office(presenter.page.office if presenter.page else None)
        self.page.show_state(presenter)
        self.permission.show_state(presenter)
        self._half.show_state()
        held = presenter.page.preview.held if presenter.page and presenter.page.preview else ()
        language = presenter.page.language if presenter.page else PAGE_LANGUAGE
        self._lines.show_place(presenter.recipient.id if presenter.recipient else "", held, language)
        self.saving.show_state(presenter)
        self.notice.show_state(presenter)
        set_reading_order(self)
        if widget is not before:
            self._steps.setCurrentWidget(widget)
            focus = self.first_focus()
            if focus is not None and self.isVisible():
                focus.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot(object)
    def _on_news(self, news: News, *, is_write: bool = False) -> None:
        self._is_writing = self._is_writing and not is_write
        self.presenter.take(news)
        self._moved()

    @Slot(object)
    def _on_failed(self, error: Exception, *, is_write: bool = False) -> None:
        self._is_writing = self._is_writing and not is_write
        self.presenter.failed()
        self._show()
        self.notice.show_error(error)

    @Slot(object)
    def _on_office(self, office: Office) -> None:
        self._ask(partial(self._verbs.keep_office, office), is_write=True)

    @Slot(object)
    def _on_act(self, act: Act) -> None:
        if isinstance(act, AboutChosen):
            self._ask(partial(self._verbs.choose_what, act.chosen), is_write=True)
            return
        self.presenter.act(act)
        self._moved()

    @Slot()
    def _on_sign(self) -> None:
        form = self.presenter.form(self.permission.form.values())
        if form is None:
            return
        reasons = self.permission.left_out(form)
        if reasons:
            self.presenter.must_still(*reasons)
            self._show()
        else:
            self._ask(partial(self._verbs.sign, form), is_write=True)

    @Slot(object)
    def _on_folder(self, folder: Path) -> None:
        if self.presenter.release is not None:
            self._ask(partial(self._verbs.save, self.presenter.release.id, folder, self.saving.how()), is_write=True)

    @Slot(str)
    def _on_taken_back(self, release_id: str) -> None:
        self._ask(partial(self._verbs.take_back, release_id), is_write=True)

    @Slot(str)
    def _on_happened(self, release_id: str) -> None:
        self._ask(partial(self._verbs.has_happened, release_id), is_write=True)

    @Slot()
    def _on_back(self) -> None:
        if self.presenter.go_back():
            self._moved()
        else:
            self._on_done_here()

    @Slot()
    def _on_done_here(self) -> None:
        self.go_to.emit(Wish("interview", {"case_id": self._case_id}))

    def _moved(self) -> None:
        self._show()
        request = self.presenter.next_page()
        if request is not None:
            self._ask(partial(self._verbs.make_page, request))


def _widget_for(screen: ReferralScreen, presenter: Presenter) -> QWidget:
    if presenter.step is Step.PAGE:
        is_office_asked = presenter.page is not None and presenter.page.programme_missing
        return screen.office if is_office_asked else screen.page
    shown = {Step.CHOOSE: screen.choose, Step.PERMISSION: screen.permission, Step.SAVE: screen.saving}
    return shown[presenter.step]


def build(state: AppState, wish: Wish) -> ReferralScreen:
    """The screen for the report whose ``case_id`` stands in the wish."""
    session = state.session
    if not isinstance(session, OpenVault):
        raise Defect("the referral screen needs an open vault")
    case_id = str(wish.args["case_id"])
    return ReferralScreen(state, CaseVerbs(session, case_id), case_id)


def _watch(screen: ReferralScreen, case_id: str) -> None:
    """Two fields of the whole screen take free words that stay with the case."""
    check = screen.state.wording_check
    if check is not None:
        for name, field in (("until", screen.permission.form.until_event), ("reason", screen.saving.alarm.reason)):
            field.watch_with(check, f"{case_id} {name}")
