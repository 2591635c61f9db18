"""One policy: its form, its cases, its text, and the way to use. What is typed is kept before anything is done."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from intake.actions.own_policies.agree import activate, agree, confirm_examples
from intake.actions.own_policies.look import PolicyView
from intake.actions.own_policies.official_text import mark_text_read, paste_text
from intake.actions.own_policies.write import end_policy, save_form
from intake.actions.session import OpenVault
from intake.protections.own.form import PolicyForm
from ui.screens.own_policy.examples_part import ExamplesPart
from ui.screens.own_policy.form import FormPart
from ui.screens.own_policy.text_part import TextPart
from ui.screens.own_policy.use_part import UsePart
from ui.shared_widgets.choice_button import WrappingButton
from ui.shared_widgets.flow_layout import FlowLayout
from ui.style.roles import Role

Act = Callable[[OpenVault, str], object]


class Editor(QWidget):
    """Emits jobs for the worker. Each gives back the id of the policy, which a next version may have changed."""

    job_wanted = Signal(object)  # Callable[[], str]
    export_wanted = Signal()
    remove_wanted = Signal()

    def __init__(self, session: OpenVault) -> None:
        super().__init__()
        self._session = session
        self._policy_id = ""
        self._shown: PolicyForm | None = None
        self.form = FormPart(session.shipped, lambda: session.language)
        self.keep = WrappingButton("", Role.PRIMARY)
        self.export = WrappingButton("", Role.SECONDARY, "page")
        self.examples, self.text, self.use = ExamplesPart(), TextPart(), UsePart()
        buttons = QWidget()
        row = FlowLayout(buttons, gap=12)
        row.addWidget(self.keep)
        row.addWidget(self.export)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(28)
        for part in (self.form, buttons, self.examples, self.text, self.use):
            column.addWidget(part)
        self._connect()

    @property
    def policy_id(self) -> str:
        """The policy that is open; empty for one that is not kept yet."""
        return self._policy_id

    def begin(self, form: PolicyForm) -> None:
        """Show a form that is not kept yet."""
        self._policy_id, self._shown = "", None
        self.form.show_form(form)
        self._shown = self.form.filled_in()
        self.form.setEnabled(True)
        self._show(form=True, rest=False)

    def show_view(self, view: PolicyView) -> None:
        """Show one policy as it is kept."""
        self._policy_id, self._shown = view.policy.id, None
        if view.form is not None:
            self.form.show_form(view.form)
            self._shown = self.form.filled_in()
        self.form.setEnabled(view.may_write)
        self._show(form=view.form is not None, rest=True)
        self.keep.setVisible(view.form is not None and view.may_write)
        self.export.setVisible(bool(view.policy.file))
        self.examples.show_view(view)
        self.text.show_view(view)
        self.use.show_view(view)

    def unsaved(self) -> PolicyForm | None:
        """What was filled in and is not kept yet."""
        if self._shown is None:
            return None
        form = self.form.filled_in()
        return form if form != self._shown else None

    def saving_job(self) -> Callable[[], str] | None:
        """The job that keeps what is not kept yet."""
        form = self.unsaved()
        return partial(save_form, self._session, form, self._policy_id) if form is not None else None

    def empty(self) -> None:
        """Forget everything that was typed."""
        self._shown = None
        self.form.empty()
        self.text.empty()

    def retranslate(self) -> None:
        """Set every text in the language of the screen."""
        self.keep.setText(self.tr("Keep as a draft"))
        self.export.setText(self.tr("Save it as a file"))
        for part in (self.form, self.examples, self.text, self.use):
            part.retranslate()

    def _show(self, *, form: bool, rest: bool) -> None:
        self.form.setVisible(form)
        self.keep.setVisible(form)
        for part in (self.export, self.examples, self.text, self.use):
            part.setVisible(rest)

    def _connect(self) -> None:
        self.keep.clicked.connect(self._on_keep)
        self.export.clicked.connect(self.export_wanted)
        self.examples.kept.connect(self._on_examples)
        self.text.kept.connect(self._on_text)
        self.text.read.connect(self._on_read)
        self.use.agreed.connect(self._on_agreed)
        self.use.use_wanted.connect(self._on_use)
        self.use.end_wanted.connect(self._on_end)
        self.use.remove_wanted.connect(self.remove_wanted)

    def _want(self, act: Act) -> None:
        self.job_wanted.emit(partial(_kept_first, self._session, self._policy_id, self.unsaved(), act))

    @Slot()
    def _on_keep(self) -> None:
        form = self.form.filled_in()
        self.job_wanted.emit(partial(save_form, self._session, form, self._policy_id))

    @Slot()
    def _on_examples(self) -> None:
        self._want(partial(_confirm, self.examples.confirmed()))

    @Slot(str)
    def _on_text(self, text: str) -> None:
        self._want(partial(_paste, text))

    @Slot()
    def _on_read(self) -> None:
        self._want(mark_text_read)

    @Slot()
    def _on_agreed(self) -> None:
        self._want(agree)

    @Slot()
    def _on_use(self) -> None:
        self._want(activate)

    @Slot(str)
    def _on_end(self, last_day: str) -> None:
        self._want(partial(_end, last_day))


def _kept_first(session: OpenVault, policy_id: str, form: PolicyForm | None, act: Act) -> str:
    kept_id = save_form(session, form, policy_id) if form is not None else policy_id
    act(session, kept_id)
    return kept_id


def _confirm(digests: tuple[str, ...], session: OpenVault, policy_id: str) -> None:
    confirm_examples(session, policy_id, digests)


def _paste(text: str, session: OpenVault, policy_id: str) -> None:
    paste_text(session, policy_id, text)


def _end(last_day: str, session: OpenVault, policy_id: str) -> None:
    end_policy(session, policy_id, last_day)
