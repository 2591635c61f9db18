"""Every part of the interview, what is different here, and the changes as a whole: as a file, or put back."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from intake.actions.office_questions.change import begin_with_none, forget_left_over, put_back_all
from intake.actions.office_questions.look import PartsPage
from ui.accessibility import give_name
from ui.day_words import day_words
from ui.saving.files_part import FilesPart
from ui.screens.questions.line_words import part_words
from ui.screens.questions.rows import column_of, empty, row_of
from ui.shared_widgets.choice_button import WrappingButton
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.roles import Role

SUFFIX = ".json"


class PartsList(QWidget):
    """Emits which part to open, and what to do with all the changes."""

    opened = Signal(str)
    wanted = Signal(object)  # what to do with the open vault
    file_chosen = Signal(object)  # Path
    folder_chosen = Signal(object)  # Path

    def __init__(self) -> None:
        super().__init__()
        self._page: PartsPage | None = None
        self.standing = WrappedLabel("", Role.STRONG)
        self.left_over = WrappedLabel()
        self.drop = WrappingButton("", Role.SECONDARY)
        self.begin = WrappingButton("", Role.SECONDARY)
        self.heading = WrappedLabel("", Role.HEADING)
        self.file_heading = WrappedLabel("", Role.HEADING)
        self.file_hint = WrappedLabel("", Role.HINT)
        self.write = WrappingButton("", Role.SECONDARY, "folder")
        self.take = WrappingButton("", Role.SECONDARY, "folder")
        self.places = FilesPart(SUFFIX)
        self.back_heading = WrappedLabel("", Role.HEADING)
        self.back_hint = WrappedLabel()
        self.put_back = WrappingButton("", Role.SECONDARY)
        self.sure = WrappingButton("", Role.SECONDARY)
        self.leave = WrappingButton("", Role.SECONDARY)
        self._parts = QButtonGroup(self)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(8)
        self._drops, self._files = row_of(self.drop, self.begin), row_of(self.write, self.take)
        self._backs = row_of(self.put_back, self.sure, self.leave)
        column = column_of(self, self.standing, self.left_over, self._drops, self.heading)
        column.addLayout(self._lines)
        for group in (
            (self.file_heading, self.file_hint, self._files, self.places),
            (self.back_heading, self.back_hint, self._backs),
        ):
            column.addSpacing(16)
            for part in group:
                column.addWidget(part)
        self._connect()

    def show_page(self, page: PartsPage) -> None:
        """Show every part as it stands now."""
        self._page = page
        for button in self._parts.buttons():
            self._parts.removeButton(button)
        empty(self._lines)
        for number in range(len(page.parts)):
            button = WrappingButton("", Role.SECTION)
            self._parts.addButton(button, number)
            self._lines.addWidget(button)
        self._ask_first(is_asking=False)
        self.retranslate()

    def first(self) -> QWidget | None:
        """The first part, for the keyboard."""
        return next(iter(self._parts.buttons()), None)

    def focus_part(self, section_id: str) -> None:
        """Give the keyboard to one part."""
        for number, line in enumerate(self._page.parts if self._page else ()):
            if line.id == section_id:
                self._parts.button(number).setFocus(Qt.FocusReason.TabFocusReason)

    def retranslate(self) -> None:
        """Set every text in the language of the screen; the parts come again by themselves."""
        self.heading.setText(self.tr("The parts of the interview"))
        self.drop.setText(self.tr("Forget those changes"))
        self.begin.setText(self.tr("Begin with none"))
        self.file_heading.setText(self.tr("As a file"))
        self.file_hint.setText(
            self.tr("The file holds the changes and a day, and is not locked. No report and no answer is in it.")
        )
        self.write.setText(self.tr("Save the changes as a file"))
        self.take.setText(self.tr("Take in a file"))
        self.places.retranslate("", "")
        self.back_heading.setText(self.tr("Back to how it came"))
        self.back_hint.setText(
            self.tr(
                "Every question is asked again in its first words and order. Your own questions go. If somebody has "
                "answered one, it is asked no more, and the answers stay."
            )
        )
        self.put_back.setText(self.tr("Put all of it back..."))
        self.sure.setText(self.tr("Yes, put all of it back"))
        self.leave.setText(self.tr("Leave it as it is"))
        if self._page is None:
            return
        for number, line in enumerate(self._page.parts):
            self._parts.button(number).setText(part_words(line))
            give_name(self._parts.button(number), part_words(line))
        self._say(self._page)

    def _say(self, page: PartsPage) -> None:
        if not page.is_readable:
            words = self.tr(
                "The changes of this office cannot be read. Until this is mended the questions are asked as they came."
            )
        elif page.has_changes and page.dated:
            words = self.tr("Last changed on {day}.").format(day=day_words(page.dated))
        else:
            words = self.tr("Nothing is changed here: the questions are asked as they came.")
        self.standing.setText(words)
        self.left_over.setText(
            self.tr(
                "Some changes do not fit this version of the program. It lacks their question, or always asks it. They "
                "are kept, and do nothing: {count}"
            ).format(count=page.left_over)
        )
        self.left_over.setVisible(page.left_over > 0)
        may = page.may_change
        self.drop.setVisible(may and page.left_over > 0)
        self.begin.setVisible(may and not page.is_readable)
        self._drops.setVisible(may and (page.left_over > 0 or not page.is_readable))
        self.take.setVisible(may and page.is_readable)
        self.write.setVisible(page.is_readable)
        for part in (self.back_heading, self.back_hint, self._backs):
            part.setVisible(may and page.has_changes)

    def _connect(self) -> None:
        self._parts.idClicked.connect(self._on_part)
        self.drop.clicked.connect(self._on_drop)
        self.begin.clicked.connect(self._on_begin)
        self.write.clicked.connect(self._on_write)
        self.take.clicked.connect(self._on_take)
        self.places.dismissed.connect(self._files.show)
        self.places.file_chosen.connect(self.file_chosen)
        self.places.folder_chosen.connect(self.folder_chosen)
        self.put_back.clicked.connect(self._on_ask)
        self.leave.clicked.connect(self._on_leave)
        self.sure.clicked.connect(self._on_sure)

    def _ask_first(self, *, is_asking: bool) -> None:
        self.put_back.setVisible(not is_asking)
        self.sure.setVisible(is_asking)
        self.leave.setVisible(is_asking)

    @Slot(int)
    def _on_part(self, number: int) -> None:
        if self._page is not None:
            self.opened.emit(self._page.parts[number].id)

    @Slot()
    def _on_drop(self) -> None:
        self.wanted.emit(forget_left_over)

    @Slot()
    def _on_begin(self) -> None:
        self.wanted.emit(begin_with_none)

    @Slot()
    def _on_sure(self) -> None:
        self.wanted.emit(put_back_all)

    @Slot()
    def _on_write(self) -> None:
        self._files.hide()
        self.places.ask_for_folder()

    @Slot()
    def _on_take(self) -> None:
        self._files.hide()
        self.places.ask_for_file()

    @Slot()
    def _on_ask(self) -> None:
        self._ask_first(is_asking=True)
        self.leave.setFocus(Qt.FocusReason.OtherFocusReason)  # the harmless one

    @Slot()
    def _on_leave(self) -> None:
        self._ask_first(is_asking=False)
        self.put_back.setFocus(Qt.FocusReason.OtherFocusReason)
