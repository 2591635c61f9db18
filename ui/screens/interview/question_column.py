"""The middle of the interview: the question, or its end, with what is stored and the way on below."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from intake.actions.interview.page import InterviewPage
from intake.questions.model import Fate
from ui.accessibility import give_name
from ui.screens.interview.closing_card import ClosingCard
from ui.screens.interview.flow.presenter import is_private
from ui.screens.interview.footer import Footer
from ui.screens.interview.header import Header
from ui.screens.interview.language_choice import LanguageOffer
from ui.screens.interview.non_answers import NonAnswers
from ui.screens.interview.privacy_strip import PrivacyStrip
from ui.screens.interview.question_card import QuestionCard, Watch
from ui.screens.interview.several.about_strip import AboutStrip
from ui.screens.interview.several.one_more import OneMore
from ui.shared_widgets.icon import Icon
from ui.shared_widgets.notice_bar import NoticeBar
from ui.shared_widgets.scroll_column import ScrollColumn
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.appearance import current_text_scale
from ui.style.large_words import enlarge
from ui.style.roles import Role, set_role

_WIDEST = 800  # px at a text scale of 1
_LOW = 480  # px at a text scale of 1


class QuestionColumn(QFrame):
    """Its parts are public: the screen connects them."""

    def __init__(self, watch: Watch | None = None) -> None:
        super().__init__()
        set_role(self, Role.PLAIN)
        self._page: InterviewPage | None = None
        self.header = Header()
        self.notice = NoticeBar()
        self.strip = PrivacyStrip()
        self.about = AboutStrip()
        self.card = QuestionCard(watch)
        self.one_more = OneMore()
        self.closing = ClosingCard()
        self.footer = Footer()
        self._private = QFrame()
        self._private_words = WrappedLabel()
        self._next = WrappedLabel("", Role.HINT)
        self.language_offer = LanguageOffer()
        self._unreviewed = WrappedLabel("", Role.HINT)
        self._scroll = ScrollColumn()
        self._inner = QWidget()
        self._column = QVBoxLayout(self._inner)
        self._is_low = False
        self._is_fresh = True
        self._stop_in_card: int | None = None
        self._build()
        self._limit()
        self.retranslate()

    def show_page(self, page: InterviewPage, today: date) -> None:
        """Ask another question, or show the end."""
        self._page = page
        question = page.question
        self._stop_in_card = None
        self.language_offer.hide()
        self.card.setVisible(question is not None)
        self.closing.setVisible(question is None)
        self._private.setVisible(is_private(page))
        self.footer.show()
        self.footer.show_ways(has_back=page.has_back, is_end=question is None)
        self.show_around(page)
        if question is None:
            self.card.empty()
            has_locked = any(line.state == "locked" for line in page.sections)
            self.closing.show_end(has_locked=has_locked, kept_aside=page.kept_aside)
        else:
            self.card.show_question(question, today)
        self.header.show_title(question.section_title if question else "")

    def reword(self, page: InterviewPage, today: date) -> None:
        """The same page in another language; where one reads and writes stays."""
        self._page = page
        self.show_around(page)
        if page.question is not None:
            self.card.reword(page.question, today)
            self.header.show_title(page.question.section_title)

    def show_reviewed(self, *, is_reviewed: bool) -> None:
        """Whether a native speaker has read these words."""
        self._unreviewed.setVisible(not is_reviewed)

    def show_around(self, page: InterviewPage) -> None:
        """Say what comes next, and what to know about privacy here."""
        self.strip.show_banners(page.banners)
        self.about.show_about(page.about)
        self.one_more.show_about(page.about)
        self._next.setText(self.tr("Next: {prompt}").format(prompt=page.next_prompt) if page.next_prompt else "")
        self._next.setVisible(bool(page.next_prompt) and page.question is not None)
        if page.question is not None and page.question.fate is Fate.NOT_SAVED:
            words = self.tr("These answers are not saved. They are gone when you leave this part.")
        else:
            words = self.tr("This answer is kept. The others here are not saved and are gone when you leave this part.")
        self._private_words.setText(words)
        give_name(self._private, words)

    def show_trouble(self, error: Exception | None) -> None:
        """A mishap stands above the question until something was stored or shown again."""
        if error is None:
            self.notice.hide_notice()
        else:
            self.notice.show_error(error)

    def first_focus(self) -> QWidget | None:
        """Where the next key belongs."""
        if self._page is None:
            return None
        return self.card.first_focus() if self._page.question else self.closing.first_focus()

    def where_one_was(self) -> QWidget | None:
        """The part of the answer that had the keyboard last, with its place in the words."""
        stops = self.card.stops()
        if self._stop_in_card is None or self._stop_in_card >= len(stops):
            return self.first_focus()
        return stops[self._stop_in_card]

    def begin_at_top(self) -> None:
        """A question is read from its first word, wherever its answers and the keyboard are."""
        self._is_fresh = True
        self._scroll.verticalScrollBar().setValue(0)

    def keep_in_sight(self, widget: QWidget) -> None:
        """Scroll to what has the keyboard, once it was moved there by the person."""
        stops = self.card.stops()
        if widget in stops and not isinstance(widget.parent(), NonAnswers):
            self._stop_in_card = stops.index(widget)
        self._is_fresh = self._is_fresh and widget == self.first_focus()
        if self._scroll.isAncestorOf(widget) and not self._is_fresh:
            self._scroll.ensureWidgetVisible(widget, 8, 24)

    def stops(self) -> list[QWidget]:
        """Everything the Tab key comes to, from top to bottom."""
        return [
            *self.header.stops(),
            *self.strip.stops(),
            *self.about.stops(),
            *self.card.stops(),
            *self.one_more.stops(),
            *self.closing.stops(),
            self.language_offer.button,
            *self.footer.stops(),
        ]

    def empty(self) -> None:
        """Forget question and answer."""
        self._page = None
        self.card.empty()
        self.about.empty()
        self.one_more.empty()

    def retranslate(self) -> None:
        """Set every text anew."""
        for part in (self.header, self.strip, self.about, self.card, self.one_more, self.closing, self.footer):
            part.retranslate()
        self._unreviewed.setText(self.tr("These words are not yet reviewed by a native speaker."))
        if self._page is not None:
            self.show_around(self._page)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """In a low window with large text the header scrolls away with the question."""
        super().resizeEvent(event)
        is_low = self.height() < _LOW * current_text_scale()
        if is_low is not self._is_low:
            self._is_low = is_low
            place = self._scroll.column if is_low else self._column
            place.insertWidget(0, self.header)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow the text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_inner"):
            self._limit()
            enlarge(self.card)  # above the largest text the question goes on growing alone

    def _limit(self) -> None:
        self._inner.setMaximumWidth(round(_WIDEST * current_text_scale()))

    def _build(self) -> None:
        set_role(self._private, Role.TAG_NOTSAVED)
        note = QHBoxLayout(self._private)
        note.setContentsMargins(16, 8, 16, 8)
        note.setSpacing(8)
        note.addWidget(Icon("not-saved", 18, "unsaved_ink"))
        note.addWidget(self._private_words, 1)
        self._scroll.column.setContentsMargins(0, 0, 0, 8)
        for widget in (
            self._private,
            self.strip,
            self.about,
            self.card,
            self.one_more,
            self.closing,
            self.language_offer,
            self._next,
            self._unreviewed,
        ):
            self._scroll.column.addWidget(widget)
        self._scroll.column.addStretch(1)
        self._column.setContentsMargins(28, 20, 28, 20)
        self._column.setSpacing(12)
        self._column.addWidget(self.header)
        self._column.addWidget(self.notice)
        self._column.addWidget(self._scroll, 1)
        self._column.addWidget(self.footer)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(self._inner, 1000)
        row.addStretch(1)
        self.card.hide()
        self.closing.hide()
        self._private.hide()
        self._unreviewed.hide()
        self.footer.hide()  # until there is a question: a report that cannot be read has no way on
