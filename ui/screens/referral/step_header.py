"""Where the person at the desk stands: back, the four steps by name, the title and one helping line."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui.accessibility import announce, give_name
from ui.day_words import day_words
from ui.screens.referral.presenter import Presenter, Step
from ui.shared_widgets.choice_button import WrappingButton
from ui.shared_widgets.flow_layout import FlowLayout
from ui.shared_widgets.notice_bar import NoticeBar
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.roles import Role, set_role

INSET = 12  # px by which everything but the back button is moved in, so that its words stand in line


class StepHeader(QWidget):
    """Keep it short: everything below needs the room."""

    back_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.back = WrappingButton("", Role.QUIET, "arrow-left")
        self.back.clicked.connect(self._on_back)
        self._trail = QWidget()
        trail = FlowLayout(self._trail, gap=16)
        self._names = {step: QLabel() for step in Step}
        for label in self._names.values():
            trail.addWidget(label)
        top = QHBoxLayout()
        top.setSpacing(16)
        top.addWidget(self.back)
        top.addWidget(self._trail, 1, Qt.AlignmentFlag.AlignVCenter)
        column.addLayout(top)
        self._title = WrappedLabel("", Role.TITLE)
        self._hint = WrappedLabel("", Role.HINT)
        words = QVBoxLayout()
        words.setContentsMargins(INSET, 0, INSET, 0)
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._hint)
        column.addLayout(words)
        self._step = Step.CHOOSE
        self._mirror()
        self.retranslate()

    def show_state(self, presenter: Presenter) -> None:
        """Stand where the flow stands."""
        title, hint = self._words(presenter)
        if self._step is not presenter.step:
            announce(self, title)
        self._step = presenter.step
        self._title.setText(title)
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words in the language of the screen."""
        self.back.setText(self.tr("To the report") if self._step is Step.CHOOSE else self.tr("Back"))
        names = {
            Step.CHOOSE: self.tr("Who gets it"),
            Step.PAGE: self.tr("The page"),
            Step.PERMISSION: self.tr("Permission"),
            Step.SAVE: self.tr("Save"),
        }
        for step, label in self._names.items():
            label.setText(f"{step.value}  {names[step]}")
            set_role(label, Role.LABEL if step is self._step else Role.HINT)
        sentence = self.tr("Step {number} of 4: {name}").format(number=self._step.value, name=names[self._step])
        give_name(self._trail, sentence)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """The arrow points back in both reading directions."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._mirror()

    @Slot()
    def _on_back(self) -> None:
        self.back_wanted.emit()

    def _words(self, presenter: Presenter) -> tuple[str, str]:
        place = presenter.recipient.name if presenter.recipient else ""
        if presenter.step is Step.CHOOSE:
            return self.tr("Does a page need to leave?"), ""
        if presenter.step is Step.PERMISSION:
            hint = self.tr("Nothing leaves before this is signed.")
            return self.tr("Permission  ·  {place}").format(place=place), hint
        if presenter.step is Step.SAVE:
            return self.tr("Save  ·  {place}").format(place=place), ""
        if presenter.page is not None and presenter.page.programme_missing:
            return self.tr("Before the first page"), ""
        hint = self.tr("Any line can come off. Permission: {days} days, until {day}.")
        hint = hint.format(days=presenter.days, day=day_words(presenter.last_day))
        if presenter.about.words:
            hint = self.tr("About: {thing}").format(thing=presenter.about.words) + f". {hint}"
        return self.tr("Leaves: one page  ·  {place}").format(place=place), hint

    def _mirror(self) -> None:
        is_rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self.back.set_icon_name("arrow-right" if is_rtl else "arrow-left")


class FlowNotice(NoticeBar):
    """What stands in the way of the next step. Says a thing once; it stays until it is no longer so."""

    def show_state(self, presenter: Presenter) -> None:
        """Say what must be known now, or nothing."""
        sentences: tuple[str, ...] = ()
        if presenter.missing:
            reasons = "\n".join(f"·  {reason}" for reason in presenter.missing)
            sentences = (self.tr("The permission is not recorded yet."), self.tr("What you wrote is here."), reasons)
        elif presenter.must_sign_anew:
            sentences = (self.tr("The page is not the one that was signed. It must be signed anew."),)
        elif presenter.step is Step.PAGE and presenter.release is not None:
            sentences = (self.tr("This page is signed. If you change it, it must be signed anew."),)
        if not sentences:
            self.hide_notice()
        elif self.isHidden() or self.text() != " ".join(sentences):
            self.show_words(*sentences)
