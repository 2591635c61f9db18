"""Write down what an office of this county promised: begin, fill in, look at the cases, agree, use."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from intake.actions.own_policies.look import PolicyList, PolicyView
from intake.errors import BrokenContent, Defect, Mishap
from intake.protections.own.choices import TEMPLATES
from intake.protections.own.missing import HALF_A_YEAR
from ui.accessibility import announce
from ui.app_state import AppState
from ui.background.at_rest import AtRest
from ui.languages.core_words import core_words
from ui.saving.files_part import FilesPart
from ui.screen import Screen, Wish
from ui.screens.own_policy.editor import Editor
from ui.screens.own_policy.policy_list import PolicyListPart
from ui.screens.own_policy.work import PolicyJob, PolicyWork
from ui.shared_widgets.choice_button import WrappingButton
from ui.shared_widgets.flow_layout import FlowLayout
from ui.shared_widgets.folder_picker import breakable
from ui.shared_widgets.notice_bar import NoticeBar
from ui.shared_widgets.scroll_column import ScrollColumn
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.roles import Role

_CHARACTERS = 90
_MOST_FAULTS = 12


def build(state: AppState, wish: Wish) -> OwnPolicyScreen:
    """The policies of the organisation; ``policy_id`` in the wish opens one of them."""
    return OwnPolicyScreen(state, str(wish.args.get("policy_id", "")))


class OwnPolicyScreen(Screen):
    """The list of policies, or one of them."""

    def __init__(self, state: AppState, policy_id: str = "") -> None:
        super().__init__(state)
        if state.session is None:
            raise Defect("policies of the organisation need an open vault")
        self._session = state.session
        self.title = WrappedLabel("", Role.TITLE)
        self.lead = WrappedLabel()
        self.back = WrappingButton("", Role.QUIET)
        self.notice = NoticeBar()
        self.done = WrappedLabel("", Role.STRONG)
        self.files = FilesPart()
        self.list = PolicyListPart()
        self.editor = Editor(state.session)
        self._rest = AtRest(self.editor, self.back)
        self.work = PolicyWork(state, state.session, self)
        self._build()
        self._connect()
        self.retranslate()
        self._show(editor=False)
        self.work.list()
        if policy_id:
            self.work.view(policy_id)

    def first_focus(self) -> QWidget | None:
        """The first policy, or the first way to begin one."""
        return self.list.first()

    def pending_text(self) -> Callable[[], object] | None:
        """Keep what was filled in as a draft."""
        return self.editor.saving_job()

    def leave(self) -> None:
        """Empty every field."""
        self.editor.empty()

    def retranslate(self) -> None:
        """Set every text in the language of the screen."""
        self.title.setText(self.tr("Policies of this organisation"))
        self.lead.setText(
            self.tr(
                "Has an office of your county made a promise? Write it down here, so that the desk can weigh it. "
                "It stays in this vault."
            )
        )
        self.back.setText(self.tr("Back to the list"))
        self.files.retranslate(
            self.tr("The file tells of the office and its place, and is not locked. It holds nothing of a report."),
            self.tr("A policy is a file whose name ends in .toml. Choose the folder that it is in."),
        )
        for part in (self.list, self.editor):
            part.retranslate()

    def _build(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(48, 32, 48, 24)
        whole.setSpacing(12)
        scroll = ScrollColumn(characters=_CHARACTERS)
        top = QWidget()
        FlowLayout(top, gap=12).addWidget(self.back)
        for part in (self.title, top, self.notice, self.done):
            whole.addWidget(part)
        whole.addWidget(scroll, 1)
        for part in (self.lead, self.files, self.list, self.editor):
            scroll.add(part)
        scroll.column.addStretch(1)
        self.done.hide()

    def _connect(self) -> None:
        self.back.clicked.connect(self._on_back)
        self.list.opened.connect(self.work.view)
        self.list.begun.connect(self._on_begun)
        self.list.file_wanted.connect(self.files.ask_for_file)
        self.files.file_chosen.connect(self.work.take_in)
        self.files.folder_chosen.connect(self._on_folder)
        self.editor.job_wanted.connect(self._on_job)
        self.editor.export_wanted.connect(self.files.ask_for_folder)
        self.editor.remove_wanted.connect(self._on_remove)
        self.work.listed.connect(self._on_listed)
        self.work.viewed.connect(self._on_view)
        self.work.kept.connect(self._on_kept)
        self.work.written.connect(self._on_written)
        self.work.failed.connect(self._on_failed)

    def _show(self, *, editor: bool) -> None:
        self.notice.hide_notice()
        self.done.hide()
        self.files.hide()
        self.list.setVisible(not editor)
        self.lead.setVisible(not editor)
        self.editor.setVisible(editor)
        self.back.setVisible(editor)

    def _say(self, words: str) -> None:
        self.done.setText(words)
        self.done.show()
        announce(self.done, words)

    @Slot(object)
    def _on_job(self, job: PolicyJob) -> None:
        self.done.hide()
        self._rest.begin()  # a second press would keep a second draft
        self.work.change(job)

    @Slot()
    def _on_back(self) -> None:
        job = self.editor.saving_job()
        self._rest.begin()
        self.work.list_after(job)

    @Slot(str)
    def _on_begun(self, template_id: str) -> None:
        form = next(one.form for one in TEMPLATES if one.id == template_id)
        due = self._session.clock.today() + HALF_A_YEAR
        self.editor.begin(replace(form, review_due_on=due.isoformat()))
        self._show(editor=True)
        self.editor.form.title.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _on_folder(self, folder: Path) -> None:
        self.work.write_file(self.editor.policy_id, folder)

    @Slot()
    def _on_remove(self) -> None:
        self.work.remove(self.editor.policy_id)

    @Slot(object)
    def _on_listed(self, policies: PolicyList) -> None:
        self._rest.end()
        self.editor.empty()
        self._show(editor=False)
        self.list.show_list(policies)
        first = self.list.first()
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _on_view(self, view: PolicyView) -> None:
        self._rest.end()
        self.editor.show_view(view)
        self._show(editor=True)

    @Slot(object)
    def _on_kept(self, view: PolicyView) -> None:
        self._on_view(view)
        is_open = view.lacks and not view.policy.is_active
        self._say(self.tr("Kept. Next: {what}").format(what=core_words(view.lacks[0])) if is_open else self.tr("Kept."))

    @Slot(object)
    def _on_written(self, path: Path) -> None:
        self._say(self.tr("Saved: {file}, in {folder}").format(file=path.name, folder=breakable(path.parent)))

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self._rest.end()
        self.notice.show_error(_as_mishap(error) if isinstance(error, BrokenContent) else error)


def _as_mishap(broken: BrokenContent) -> Mishap:
    """The faults of a file that somebody wanted to take in."""
    faults = " ".join(f"Line {one.line}: {one.what} {one.cure}" for one in broken.problems[:_MOST_FAULTS])
    return Mishap("own_file_broken", "This file cannot be taken in yet.", "Nothing has changed.", faults)
