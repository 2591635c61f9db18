"""The frame around all parts, one part and one question: a title, the way back, and what there is to say."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.accessibility import announce
from ui.app_state import AppState
from ui.screen import Screen
from ui.screens.questions.part_view import PartView
from ui.screens.questions.parts_list import PartsList
from ui.screens.questions.question_view import QuestionView
from ui.screens.questions.rows import row_of
from ui.shared_widgets.choice_button import WrappingButton
from ui.shared_widgets.notice_bar import NoticeBar
from ui.shared_widgets.scroll_column import ScrollColumn
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.roles import Role

_CHARACTERS = 90


class QuestionsFrame(Screen):
    """Shows one of three views. ``is_leaving``: going back once more leaves what is typed and not kept."""

    def __init__(self, state: AppState) -> None:
        super().__init__(state)
        self.is_leaving = False
        self.title = WrappedLabel("", Role.TITLE)
        self.lead = WrappedLabel()
        self.back = WrappingButton("", Role.QUIET, "arrow-left")
        self.notice = NoticeBar()
        self.done = WrappedLabel("", Role.STRONG)
        self.column = ScrollColumn(characters=_CHARACTERS)
        self.parts, self.part, self.question = PartsList(), PartView(), QuestionView()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(48, 32, 48, 24)
        whole.setSpacing(12)
        for top in (self.title, row_of(self.back), self.notice, self.done):
            whole.addWidget(top)
        whole.addWidget(self.column, 1)
        for part in (self.lead, self.parts, self.part, self.question):
            self.column.add(part)
        self.column.column.addStretch(1)
        self.show_view(self.parts)

    def first_focus(self) -> QWidget | None:
        """The first part."""
        return self.parts.first()

    def leave(self) -> None:
        """Forget what was typed."""
        self.question.empty()

    def show_view(self, wanted: QWidget) -> None:
        """Show one of the three from its top."""
        for view in (self.parts, self.part, self.question):
            view.setVisible(view is wanted)
        self.lead.setVisible(wanted is self.parts)
        self.back.setVisible(wanted is not self.parts)
        self.is_leaving = False
        self.say_back()
        self.quiet()
        self.column.verticalScrollBar().setValue(0)

    def quiet(self) -> None:
        """Nothing to say any more."""
        self.notice.hide_notice()
        self.done.hide()

    def say(self, words: str) -> None:
        """Say what was done."""
        self.done.setText(words)
        self.done.show()
        announce(self.done, words)

    def say_back(self) -> None:
        """Say where the way back leads."""
        is_in_question = self.question.isVisibleTo(self)
        words = self.tr("Back to the part") if is_in_question else self.tr("Back to all parts")
        self.back.setText(self.tr("Back without keeping it") if self.is_leaving else words)

    def retranslate(self) -> None:
        """Set every text in the language of the screen."""
        self.title.setText(self.tr("Questions"))
        self.lead.setText(
            self.tr(
                "Ask what your office needs, and nothing more. Hide questions, say them in other words, move them, add "
                "your own. Every answer that was given is kept."
            )
        )
        self.say_back()
        for part in (self.parts, self.part, self.question):
            part.retranslate()
