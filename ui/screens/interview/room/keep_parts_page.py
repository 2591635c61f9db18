"""Keep some parts: which stay is ticked, then what goes is named once more, and only a yes erases it."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from intake.actions.erasing.keep_parts import TIME_MATTERS, BeforeKeeping, PartLine
from intake.actions.erasing.what_cannot_be_reached import CannotBeReached
from intake.actions.interview.page import OptionWords
from ui.accessibility import announce, give_name
from ui.answer_widgets.option_group import OptionGroup
from ui.shared_widgets.choice_button import WrappingButton
from ui.shared_widgets.flow_layout import button_row
from ui.shared_widgets.notice_bar import NoticeBar
from ui.shared_widgets.out_of_reach_list import OutOfReachList
from ui.shared_widgets.scroll_column import ScrollColumn
from ui.shared_widgets.second_person import SecondPerson
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.roles import Role, set_role

CHOOSING, ASKING, DONE = "choosing", "asking", "done"


class KeepPartsPage(QFrame):
    """All parts are ticked at first, so that nothing goes by itself."""

    close_wanted = Signal()
    erase_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        set_role(self, Role.PLAIN)
        self._shown: BeforeKeeping | None = None
        self._step = CHOOSING
        self.title = WrappedLabel("", Role.TITLE)
        self.words = WrappedLabel()
        self.notice = NoticeBar()
        self.parts = _parts_of((), "")
        self._place = QVBoxLayout()
        self.left = OutOfReachList()
        self.second = SecondPerson()
        self.back = WrappingButton("", Role.SECONDARY)
        self.go_on = WrappingButton("", Role.SECONDARY)
        self.choose_again = WrappingButton("", Role.SECONDARY)
        self.erase = WrappingButton("", Role.DESTROY)
        self._build()
        self.back.clicked.connect(self.close_wanted)
        self.go_on.clicked.connect(self._on_go_on)
        self.choose_again.clicked.connect(self._on_choose_again)
        self.erase.clicked.connect(self._on_erase)
        self.retranslate()

    def ask(self, shown: BeforeKeeping) -> None:
        """The parts to choose from."""
        self.empty()
        self._shown = shown
        self._step = CHOOSING
        self.left.show_left(shown.before.out_of_reach)
        self._list_parts(frozenset(part.id for part in shown.parts))

    def reword(self, shown: BeforeKeeping) -> None:
        """The same parts in another language, ticked as they are."""
        self._shown = shown
        self._list_parts(self.kept())

    def show_done(self, left: CannotBeReached) -> None:
        """The others are gone."""
        self._step = DONE
        self.left.show_left(left)
        self._show()
        self.back.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, self.words.text())

    def show_trouble(self, error: Exception) -> None:
        """Say why nothing, or not all, went."""
        self.notice.show_error(error)
        self._step = DONE if getattr(error, "code", "") == "erase_unfinished" else self._step
        self._show()
        self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def kept(self) -> frozenset[str]:
        """The parts that are ticked."""
        return frozenset(self.parts.chosen())

    def first_focus(self) -> QWidget:
        """The ticks; when it is asked, the way that erases nothing."""
        if self._step == CHOOSING and self._shown is not None and self._shown.parts and not self._is_held:
            return self.parts.first_focus()
        return self.choose_again if self._step == ASKING else self.back

    def stops(self) -> list[QWidget]:
        """Everything the Tab key comes to, from top to bottom."""
        inside = [part for one in (self.notice, self.parts, self.second) for part in one.findChildren(QWidget)]
        fields = [one for one in inside if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
        return [*fields, self.go_on, self.choose_again, self.erase, self.back]

    def empty(self) -> None:
        """Forget what was listed and typed."""
        self._shown = None
        self._step = CHOOSING
        self.notice.hide_notice()
        self.left.clear()
        self._list_parts(frozenset())

    def retranslate(self) -> None:
        """Set every text of ours anew; the titles come again with the page."""
        self.go_on.setText(self.tr("Go on"))
        self.choose_again.setText(self.tr("No, choose again"))
        self.erase.setText(self.tr("Yes, erase these parts for good"))
        self.back.setText(self.tr("Back to the question"))
        for button in (self.go_on, self.choose_again, self.erase, self.back):
            give_name(button, button.text())
        self.left.retranslate()
        self.second.retranslate()
        self._list_parts(self.kept())

    @property
    def _is_held(self) -> bool:
        return self._shown is not None and self._shown.before.held_since is not None

    def _build(self) -> None:
        reading = ScrollColumn(characters=80)
        self._place.setContentsMargins(0, 0, 0, 0)
        self._place.addWidget(self.parts)
        holder = QWidget()
        holder.setLayout(self._place)
        self._last = QWidget()
        last = QVBoxLayout(self._last)
        last.setContentsMargins(0, 0, 0, 0)
        last.setSpacing(32)
        for button in (self.choose_again, self.erase):
            last.addWidget(button_row(button))
        for part in (self.title, self.notice, self.words, holder, self.left, self.second, self._last):
            reading.add(part)
        reading.column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 24, 32, 24)
        column.setSpacing(16)
        column.addWidget(reading, 1)
        column.addWidget(button_row(self.go_on, self.back))

    def _list_parts(self, kept: frozenset[str]) -> None:
        old, shown = self.parts, self._shown
        lines = tuple(OptionWords(part.id, self._title(part)) for part in shown.parts) if shown else ()
        self.parts = _parts_of(lines, self.tr("Parts to keep"))
        self.parts.choose(tuple(kept))
        self.parts.option_used.connect(self._on_ticked)
        self._place.replaceWidget(old, self.parts)
        old.hide()
        old.deleteLater()
        for one, following in pairwise(self.stops()):
            QWidget.setTabOrder(one, following)
        self._show()

    def _title(self, part: PartLine) -> str:
        if part.title:
            return part.title
        return self.tr("What was noted under Time matters") if part.id == TIME_MATTERS else self.tr("Older answers")

    def _going(self) -> tuple[str, ...]:
        parts = self._shown.parts if self._shown is not None else ()
        return tuple(self._title(part) for part in parts if part.id not in self.kept())

    def _show(self) -> None:
        has_parts = self._shown is not None and bool(self._shown.parts) and not self._is_held
        is_choosing, is_asking = self._step == CHOOSING, self._step == ASKING
        self.parts.setVisible(is_choosing and has_parts)
        self.go_on.setVisible(is_choosing and has_parts)
        self.go_on.setEnabled(bool(self._going()))
        self._last.setVisible(is_asking)
        self.back.setVisible(not is_asking)
        self.left.setVisible(not is_choosing)
        second = self._shown is not None and self._shown.before.second_asked
        self.second.ask(second and is_asking)
        self._say(has_parts=has_parts)

    def _say(self, *, has_parts: bool) -> None:
        title, words = self.tr("Keep some parts"), ""
        if self._step == DONE:
            title = self.tr("Erased")
            words = self.tr("These parts are erased. The others are here, locked.")
        elif self._step == ASKING:
            title = self.tr("Erase these parts?")
            words = self.tr(
                "These parts go for good, with all that was half typed, and with pages that were begun: {parts}. "
                "There is no way back."
            ).format(parts="; ".join(self._going()))
        elif self._is_held:
            words = self.tr(
                "A court or a lawyer asked for this report. Until they say it is over, nothing of it can be erased."
            )
        elif not has_parts:
            words = self.tr("There is nothing here yet that could go.")
        else:
            words = self.tr(
                "What is ticked stays. Take the tick away from each part that should go. "
                "Before anything goes, you are asked once more."
            )
        self.title.setText(title)
        self.words.setText(words)

    @Slot()
    def _on_ticked(self) -> None:
        self.go_on.setEnabled(bool(self._going()))

    @Slot()
    def _on_go_on(self) -> None:
        self._step = ASKING
        self._show()
        self.choose_again.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, self.words.text())

    @Slot()
    def _on_choose_again(self) -> None:
        self._step = CHOOSING
        self.notice.hide_notice()
        self._show()
        self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_erase(self) -> None:
        self.notice.hide_notice()
        self.words.setText(self.tr("Erasing. With many reports this takes a while."))
        announce(self.words, self.words.text())
        self.erase_wanted.emit()


def _parts_of(lines: tuple[OptionWords, ...], name: str) -> OptionGroup:
    return OptionGroup(name, lines, is_single=False)
