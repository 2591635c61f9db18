"""The third step: the form beside the words that are read out, and the one button that records the permission."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from intake.actions.referral.release_words import ReleaseWords
from intake.actions.referral.sign_release import InkSignature, ReleaseForm
from ui.accessibility import give_name
from ui.screens.referral.columns import Columns, GrowingScroll
from ui.screens.referral.presenter import DaysChosen, Presenter
from ui.screens.referral.release_form import PermissionForm
from ui.shared_widgets.choice_button import WrappingButton
from ui.shared_widgets.flow_layout import FlowLayout
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.roles import Role


class ReadAloud(GrowingScroll):
    """What the person hears first. The same words for everybody; only the risk differs by place."""

    def __init__(self) -> None:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 8, 8)
        column.setSpacing(16)
        self._title = WrappedLabel("", Role.HEADING)
        column.addWidget(self._title)
        self._lines = [WrappedLabel("", Role.SCRIPT) for _ in range(5)]
        for line in self._lines:
            column.addWidget(line)
        column.addStretch(1)
        super().__init__(content)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_words(self, words: ReleaseWords) -> None:
        """Put the words of one place."""
        texts = (words.risk, words.not_required, words.right_to_revoke, words.redisclosure, words.never_released)
        for line, text in zip(self._lines, texts, strict=True):
            line.setText(text)
            line.setVisible(bool(text))
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words in the language of the screen."""
        self._title.setText(self.tr("Read this out first"))
        give_name(self, self._title.text(), " ".join(line.text() for line in self._lines))


class ReleaseStep(QWidget):
    """Two columns: what is written and what is heard."""

    sign_wanted = Signal()
    acted = Signal(object)  # Act

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = PermissionForm()
        self.aloud = ReadAloud()
        self.sign = WrappingButton("", Role.PRIMARY)
        self._question = WrappedLabel("", Role.SCRIPT)
        foot, buttons = QWidget(), QWidget()
        FlowLayout(buttons).addWidget(self.sign)
        below = QVBoxLayout(foot)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(12)
        below.addWidget(self._question)
        below.addWidget(buttons)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Columns(GrowingScroll(self.form), self.aloud, foot, side_first=True))
        self.sign.clicked.connect(self._on_sign)
        self.form.days_chosen.connect(self._on_days)
        self.retranslate()

    def show_state(self, presenter: Presenter) -> None:
        """Show the form for the page that was agreed on."""
        page, recipient = presenter.page, presenter.recipient
        if page is None or page.words is None or recipient is None:
            return
        self.form.show_state(presenter, recipient, page.words)
        self.aloud.show_words(page.words)
        self._question.setText(page.words.final_question)
        if page.may_agree and page.preview is not None:
            self.form.signature.belongs_to(page.preview.page_hash)
        self.sign.setEnabled(page.may_agree)

    def left_out(self, form: ReleaseForm) -> tuple[str, ...]:
        """What the desk asks for beyond the core: a purpose, and where the signed paper is."""
        reasons = [] if form.purpose else [self.tr("Choose what the page is for.")]
        if isinstance(form.signature, InkSignature) and not form.signature.place_kept:
            reasons.append(self.tr("Say where the signed paper is kept, or let the person sign on this screen."))
        return tuple(reasons)

    def first_focus(self) -> QWidget | None:
        """The first choice."""
        return self.form.first_focus()

    def retranslate(self) -> None:
        """Set the words in the language of the screen."""
        self.sign.setText(self.tr("Record this permission"))
        self.form.retranslate()
        self.aloud.retranslate()

    @Slot()
    def _on_sign(self) -> None:
        self.sign_wanted.emit()

    @Slot(int)
    def _on_days(self, days: int) -> None:
        self.acted.emit(DaysChosen(days))
