"""What a copy holds, and what would change if it were put back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.day_words import day_words
from ui.shared_widgets.card import Card
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.roles import Role

if TYPE_CHECKING:
    from intake.actions.copies.put_back import BeforeRestore, ReportThere

_MOST_NAMED = 8


class FoundCard(Card):
    """Lines of words; hidden until somebody has looked."""

    def __init__(self) -> None:
        super().__init__()
        self._heading = WrappedLabel("", Role.HEADING)
        self._lines: list[WrappedLabel] = []
        self.column.addWidget(self._heading)
        self.hide()

    def show_found(self, found: BeforeRestore) -> None:
        """Say it all."""
        self.clear()
        self._heading.setText(self.tr("Before it is put back"))
        for number, words in enumerate((*self._of_copy(found), *self._of_change(found))):
            line = WrappedLabel(words, Role.STRONG if number == 0 else Role.BODY)
            self._lines.append(line)
            self.column.addWidget(line)
        self.show()

    def clear(self) -> None:
        """Forget it."""
        for line in self._lines:
            self.column.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines = []
        self.hide()

    def text(self) -> str:
        """Every line, for those who hear the screen and for tests."""
        return "\n".join(line.text() for line in self._lines)

    def _of_copy(self, found: BeforeRestore) -> list[str]:
        words = self.tr("This copy is good. Reports in it: {count}.").format(count=found.case_count)
        lines = [words]
        if found.made_on is not None:
            lines.append(self.tr("By its name it was made on {day}.").format(day=day_words(found.made_on)))
        if found.last_touched_on is not None:
            worked = self.tr("The last work on a report in it was on {day}.")
            lines.append(worked.format(day=day_words(found.last_touched_on)))
        return lines

    def _of_change(self, found: BeforeRestore) -> list[str]:
        if found.there == "nothing":
            return [self.tr("There is no vault in that place, so nothing is replaced.")]
        kept = self.tr("The vault that is there now is not thrown away. It is kept in a folder beside the new one.")
        if found.there == "unreadable":
            blind = self.tr(
                "The vault in that place is broken, or this passphrase does not open it. So nobody can say which "
                "reports only that vault holds."
            )
            return [blind, kept]
        newer = tuple(one for one in found.differing if one.is_newer_in_vault)
        other = tuple(one for one in found.differing if not one.is_newer_in_vault)
        lines = [
            self._named(self.tr("Only in the vault, not in the copy: {reports}"), found.only_in_vault),
            self._named(self.tr("Newer in the vault than in the copy: {reports}"), newer),
            self._named(self.tr("Not the same in the vault and in the copy: {reports}"), other),
            self._named(self.tr("Not in the vault now; they come back: {reports}"), found.only_in_copy),
        ]
        lines = [line for line in lines if line]
        if found.only_in_copy:
            lines.append(self.tr("If one of these was erased since the copy was made, erase it again."))
        same = self.tr("The vault in that place holds the same reports, so none would be lost.")
        return [*(lines or [same]), kept]

    def _named(self, words: str, reports: tuple[ReportThere, ...]) -> str:
        if not reports:
            return ""
        named = [self._with_day(one) for one in reports[:_MOST_NAMED]]
        if len(reports) > _MOST_NAMED:
            named.append(self.tr("and {count} more").format(count=len(reports) - _MOST_NAMED))
        return words.format(reports=", ".join(named))

    def _with_day(self, one: ReportThere) -> str:
        day = one.vault_on or one.copy_on
        return f"{one.label} ({day_words(day)})" if day is not None else one.label
