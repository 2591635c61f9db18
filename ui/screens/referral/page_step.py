"""The second step: the page beside what is on it, what stays here, and the last question before permission."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.screens.referral.chosen_page import ChosenPage
from ui.screens.referral.columns import Columns, GrowingScroll
from ui.screens.referral.lines.panel import LinesPanel
from ui.screens.referral.page_view import PageView
from ui.screens.referral.presenter import Agreed, LanguageChosen, NameChosen, Presenter, RowToggled
from ui.screens.referral.rows_panel import RowsPanel
from ui.screens.referral.stays_panel import StaysPanel
from ui.shared_widgets.choice_button import WrappingButton
from ui.shared_widgets.flow_layout import FlowLayout
from ui.shared_widgets.notice_bar import NoticeBar
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.roles import Role


class FinalQuestion(QWidget):
    """The question that is read out, and its two answers."""

    agreed = Signal()
    change_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(16)
        self._question = WrappedLabel("", Role.SCRIPT)
        self.change = WrappingButton("")
        self.right = WrappingButton("", Role.PRIMARY)
        self.change.clicked.connect(self._on_change)
        self.right.clicked.connect(self._on_right)
        answers = QWidget()
        row = FlowLayout(answers, gap=12)
        row.addWidget(self.right)
        row.addWidget(self.change)
        column.addWidget(self._question)
        column.addWidget(answers)
        self.retranslate()

    def show_question(self, question: str, *, may_agree: bool) -> None:
        """Put the question; it can only be answered about the page that is shown."""
        self._question.setText(question)
        self.right.setEnabled(may_agree)

    def retranslate(self) -> None:
        """Set the words in the language of the screen."""
        self.right.setText(self.tr("No, this is right"))
        self.change.setText(self.tr("Change it"))

    @Slot()
    def _on_right(self) -> None:
        self.agreed.emit()

    @Slot()
    def _on_change(self) -> None:
        self.change_wanted.emit()


class PageStep(QWidget):
    """Page and lines side by side; narrow, one below the other."""

    acted = Signal(object)  # Act

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.page = PageView()
        self.rows = RowsPanel()
        self.lines = LinesPanel()
        self.stays = StaysPanel()
        self.question = FinalQuestion()
        self._warning = NoticeBar()
        content = QWidget()
        side = QVBoxLayout(content)
        side.setContentsMargins(0, 0, 8, 8)
        side.setSpacing(16)
        side.addWidget(self.stays)
        side.addWidget(self._warning)
        side.addWidget(self.rows)
        side.addWidget(self.lines)
        side.addStretch(1)
        self.columns = Columns(self.page, GrowingScroll(content), self.question, (5, 4))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.columns)
        self.rows.row_toggled.connect(self._on_row)
        self.rows.name_chosen.connect(self._on_name)
        self.rows.language_chosen.connect(self._on_language)
        self.question.agreed.connect(self._on_agreed)
        self.question.change_wanted.connect(self._on_change)

    def show_state(self, presenter: Presenter) -> None:
        """Show the page as far as it is made."""
        if presenter.page is not None:
            self.rows.show_languages(presenter.languages, presenter.page.language)
            self._show_page(presenter.page)

    def first_focus(self) -> QWidget:
        """The page itself: it is looked at first."""
        return self.page.picture

    def retranslate(self) -> None:
        """Set the words in the language of the screen."""
        for part in (self.page, self.rows, self.lines, self.stays, self.question):
            part.retranslate()

    def clear(self) -> None:
        """Forget the page and its lines."""
        self.page.clear()
        self.rows.show_rows((), "")
        self.lines.clear()

    def _show_page(self, page: ChosenPage) -> None:
        preview = page.preview
        if preview is None or preview.programme_missing or preview.problems:
            self.page.clear()
        elif page.may_agree:
            self.page.show_page(preview)
            self.stays.show_things(preview.stays_here)
        self.rows.show_rows(page.rows, page.name_choice)
        self._show_warnings((*page.problems, *(preview.warnings if preview else ())))
        question = page.words.final_question if page.words else ""
        self.question.show_question(question, may_agree=page.may_agree)

    def _show_warnings(self, warnings: tuple[str, ...]) -> None:
        if not warnings:
            self._warning.hide_notice()
        elif self._warning.text() != " ".join(warnings) or self._warning.isHidden():
            self._warning.show_words(warnings[0], " ".join(warnings[1:]))

    @Slot(str)
    def _on_row(self, row_id: str) -> None:
        self.acted.emit(RowToggled(row_id))

    @Slot(str)
    def _on_name(self, name_choice: str) -> None:
        self.acted.emit(NameChosen(name_choice))

    @Slot(str)
    def _on_language(self, language: str) -> None:
        self.acted.emit(LanguageChosen(language))

    @Slot()
    def _on_agreed(self) -> None:
        self.acted.emit(Agreed())

    @Slot()
    def _on_change(self) -> None:
        button = self.rows.first_button()
        if button is not None:
            button.setFocus(Qt.FocusReason.TabFocusReason)
