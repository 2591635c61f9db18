"""The official text, pasted and kept beside our own words, and the yes of the one who read both."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Signal, Slot
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from intake.actions.own_policies.look import PolicyView
from intake.actions.own_policies.official_text import LONGEST_TEXT
from ui.accessibility import give_name
from ui.day_words import day_words
from ui.privacy import guard_text
from ui.shared_widgets.choice_button import WrappingButton
from ui.shared_widgets.flow_layout import FlowLayout
from ui.shared_widgets.notice_bar import NoticeBar
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.roles import Role

_HEIGHT_LINES = 10
_DIGITS = 16


class OfficialTextEdit(QPlainTextEdit):
    """Takes plain text up to the longest that is kept; a longer paste is declined whole."""

    declined = Signal()

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802 - Qt's name
        """Put the text in, or nothing of it."""
        text = source.text()
        if len(text) + self.document().characterCount() - 1 > LONGEST_TEXT:
            self.declined.emit()
            return
        self.insertPlainText(text)


class TextPart(QWidget):
    """Emits what is to be kept; the screen does it."""

    kept = Signal(str)
    read = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._view: PolicyView | None = None
        self._kept = ""
        self.heading = WrappedLabel("", Role.HEADING)
        self.why = WrappedLabel()
        self.ours = WrappedLabel("", Role.HINT)
        self.notice = NoticeBar()
        self.edit = OfficialTextEdit()
        guard_text(self.edit)
        self.standing = WrappedLabel("", Role.STRONG)
        self.digest = WrappedLabel("", Role.HINT)
        self.keep = WrappingButton("", Role.SECONDARY)
        self.was_read = WrappingButton("", Role.SECONDARY, "check")
        buttons = QWidget()
        row = FlowLayout(buttons, gap=12)
        row.addWidget(self.keep)
        row.addWidget(self.was_read)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for part in (self.heading, self.why, self.ours, self.notice, self.edit, self.standing, self.digest, buttons):
            column.addWidget(part)
        self.edit.declined.connect(self._on_declined)
        self.edit.textChanged.connect(self._name_buttons)
        self.keep.clicked.connect(self._on_keep)
        self.was_read.clicked.connect(self.read)

    def show_view(self, view: PolicyView) -> None:
        """Show the text that is kept and how it stands."""
        self._view = view
        self.notice.hide_notice()
        if self.edit.toPlainText() != view.text:
            self.edit.setPlainText(view.text)
        self._kept = self.edit.toPlainText()  # as the field says it: it turns some spaces into others
        self.edit.setReadOnly(not view.may_write)
        self.keep.setVisible(view.may_write)
        self.retranslate()

    def empty(self) -> None:
        """Forget the text."""
        self._view, self._kept = None, ""
        self.edit.clear()

    def retranslate(self) -> None:
        """Set every text in the language of the screen."""
        self.heading.setText(self.tr("The official text"))
        self.why.setText(
            self.tr(
                "Paste the whole text here, up to 1 MB. Then read it side by side with our words. "
                "Until somebody has done so, each person is told that the wording is not checked."
            )
        )
        give_name(self.edit, self.heading.text(), self.why.text())
        self.edit.setMinimumHeight(self.edit.fontMetrics().lineSpacing() * _HEIGHT_LINES)
        self.keep.setText(self.tr("Keep this text"))
        self.was_read.setText(self.tr("I have read it, and our words say the same"))
        if self._view is not None:
            self._say(self._view)
        self._name_buttons()

    def _say(self, view: PolicyView) -> None:
        policy, card = view.policy, view.card
        ours = (card.plain_words, *(rule.effect for rule in card.rules)) if card is not None else ()
        self.ours.setText(self.tr("Our words: {words}").format(words=" ".join(ours)) if ours else "")
        self.ours.setVisible(bool(ours))
        if policy.text is None:
            self.standing.setText(self.tr("No text is kept yet. The wording counts as not checked."))
        elif policy.is_text_read and policy.reading is not None:
            words = self.tr("Read by {who} on {day}.")
            self.standing.setText(words.format(who=policy.reading.by, day=day_words(policy.reading.on)))
        else:
            self.standing.setText(self.tr("Nobody has read this text against our words yet."))
        if policy.text is not None:
            words = self.tr("Kept on {day}{who}. Its mark: {digest}")
            who = self.tr(" by {code}").format(code=policy.text.by) if policy.text.by else ""
            digest = " ".join(policy.text.of[at : at + _DIGITS] for at in range(0, len(policy.text.of), _DIGITS))
            self.digest.setText(words.format(day=day_words(policy.text.on), who=who, digest=digest))
        self.digest.setVisible(policy.text is not None)

    @Slot()
    def _name_buttons(self) -> None:
        """What can be read is what is kept: with other words in the field there is nothing to have read yet."""
        view = self._view
        is_ready = view is not None and view.policy.text is not None and view.card is not None
        is_to_read = is_ready and view is not None and not view.policy.is_text_read
        self.was_read.setEnabled(is_to_read and self.edit.toPlainText() == self._kept)

    @Slot()
    def _on_keep(self) -> None:
        self.kept.emit(self.edit.toPlainText())

    @Slot()
    def _on_declined(self) -> None:
        self.notice.show_words(
            self.tr("This text is longer than 1 MB."),
            self.tr("The text that was here before has not changed."),
            self.tr("Paste the part that holds the policy, without pictures or other papers."),
        )
