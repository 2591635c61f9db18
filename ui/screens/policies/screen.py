"""Lay policies side by side, read why, ask the questions, save it all as a file."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from intake.actions.protections.compare_policies import (
    SavedComparison,
    compare_policies,
    language_names,
    save_comparison,
)
from intake.protections.comparison.view import CellView, ComparisonView, PolicyColumn, RowView
from ui.accessibility import give_name
from ui.app_state import AppState
from ui.saving.save_part import SavePart
from ui.screen import Screen, Wish
from ui.screens.policies.listed_words import Legend, WordsCard, policy_lines, question_lines
from ui.screens.policies.reason_card import ReasonCard
from ui.screens.policies.table import ComparisonTable
from ui.shared_widgets.form_parts import Choice, ChoiceGroup
from ui.shared_widgets.notice_bar import NoticeBar
from ui.shared_widgets.scroll_column import ScrollColumn
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.roles import Role

_ALL = "all"
_CHARACTERS = 150


def build(state: AppState, wish: Wish) -> PoliciesScreen:
    """The comparison of policies. It needs no report and asks for none."""
    del wish
    return PoliciesScreen(state)


@dataclass(frozen=True, slots=True)
class _Shown:
    """What the worker hands over: the comparison, every policy there is to choose, every language."""

    view: ComparisonView
    every_policy: tuple[PolicyColumn, ...]
    languages: tuple[Choice, ...]


class PoliciesScreen(Screen):
    """The table, the reason of one cell, the policies, the questions."""

    def __init__(self, state: AppState) -> None:
        super().__init__(state)
        self._shown: _Shown | None = None
        self.title = WrappedLabel("", Role.TITLE)
        self.lead = WrappedLabel()
        self.notice = NoticeBar()
        self.legend = Legend()
        self.policies = ChoiceGroup(Role.NONANSWER)
        self.languages = ChoiceGroup(Role.NONANSWER)
        self.table = ComparisonTable()
        self.reason = ReasonCard()
        self.save = SavePart()
        self.known = WordsCard()
        self.questions = WordsCard()
        self.closing = WrappedLabel("", Role.HINT)
        self._build()
        self._connect()
        self.retranslate()
        self._look()

    def first_focus(self) -> QWidget | None:
        """The table."""
        return self.table

    def retranslate(self) -> None:
        """Set every text in the language of the screen."""
        self.save.show_hint(self.tr("The file holds what this screen shows. It holds nothing from any report."))
        give_name(
            self.table,
            self.tr("Policies side by side"),
            self.tr("Arrow keys move from cell to cell. The reason stands below the table."),
        )
        if self._shown is not None:
            self._show(self._shown)

    def _build(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(48, 32, 48, 24)
        scroll = ScrollColumn(characters=_CHARACTERS)
        whole.addWidget(scroll)
        top = (self.title, self.lead, self.notice, self.languages, self.policies)
        for part in (*top, self.table, self.reason, self.legend, self.save, self.known, self.questions, self.closing):
            scroll.add(part)
        scroll.column.addStretch(1)

    def _connect(self) -> None:
        self.table.cell_shown.connect(self._on_cell)
        self.policies.chosen.connect(self._on_chosen)
        self.languages.chosen.connect(self._on_chosen)
        self.save.folder_chosen.connect(self._on_folder)

    def _look(self) -> None:
        chosen = self.policies.value()
        only = () if chosen in ("", _ALL) else (chosen,)
        job = partial(_read, self.state, self.languages.value() or self.state.languages.shown, only)
        self.state.runner.run(job, self, self._on_read, self._on_failed)

    def _show(self, shown: _Shown) -> None:
        view = shown.view
        self.title.setText(view.headings["title"])
        self.lead.setText(view.headings["lead"])
        self.closing.setText(view.headings["closing"])
        names = tuple((policy.id, policy.short_name) for policy in shown.every_policy)
        self.policies.show_choices(self.tr("Show"), ((_ALL, self.tr("All of them")), *names))
        self.languages.show_choices(self.tr("Language of the table and of the file"), shown.languages)
        self.policies.choose(self.policies.value() or _ALL)
        self.languages.choose(view.language)
        self.legend.show_meanings(view.meanings)
        self.table.show_view(view, self.tr("Why"))
        self.known.show_lines(view.headings["policies"], policy_lines(view))
        self.questions.show_lines(view.headings["questions"], question_lines(view))

    @Slot(object)
    def _on_read(self, shown: _Shown) -> None:
        self._shown = shown
        self._show(shown)

    @Slot(object, object)
    def _on_cell(self, row: RowView, cell: CellView) -> None:
        if self._shown is not None:
            self.reason.show_cell(row, cell, self._shown.view)

    @Slot(str)
    def _on_chosen(self, name: str) -> None:
        del name
        self.save.forget_saved()
        self._look()

    @Slot(object)
    def _on_folder(self, folder: Path) -> None:
        if self._shown is not None:
            self.notice.hide_notice()
            job = partial(save_comparison, self._shown.view, folder)
            self.state.runner.run(job, self, self._on_saved, self._on_failed, is_write=True)

    @Slot(object)
    def _on_saved(self, saved: SavedComparison) -> None:
        self.save.show_saved(saved.file_name, saved.folder)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self.notice.show_error(error)


def _read(state: AppState, language: str, only: tuple[str, ...]) -> _Shown:
    content = state.content_at_hand()
    wording = content.wording(language)
    every = compare_policies(content.comparison, wording)
    view = compare_policies(content.comparison, wording, only) if only else every
    return _Shown(view, every.policies, language_names(content.wordings()))
