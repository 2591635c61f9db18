"""One day, typed as numbers."""

from __future__ import annotations

import re
from datetime import date

from ui.shared_widgets.form_parts import Field

_AS_ON_PAPER = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})", re.ASCII)
_MONTHS = 12


class DayField(Field):
    """A day as in 2026-05-31, or as courts here write it where that can mean one day only: 05/31/2026."""

    def day(self) -> date | None:
        """The day, or None while the line is empty or holds no day."""
        on_paper = _AS_ON_PAPER.fullmatch(self.text())
        try:
            if on_paper is None:
                return date.fromisoformat(self.text())
            month, day, year = map(int, on_paper.groups())
            # 05/06 is another day to whoever writes the day first; a day taken wrongly would miss what is due
            return date(year, month, day) if day > _MONTHS or day == month else None
        except ValueError:
            return None

    def in_doubt(self) -> str:
        """What the line asks for, where something stands in it that is no day; else ""."""
        return self._label.text() if self.text() and self.day() is None else ""

    def show_day(self, day: date | None) -> None:
        """Put a day in, or empty the line."""
        self.edit.setText(day.isoformat() if day else "")


def first_in_doubt(*fields: DayField) -> str:
    """What the first line asks for that holds something and no day, and the keyboard goes there; else ""."""
    for field in fields:
        if field.in_doubt():
            field.edit.setFocus()
            return field.in_doubt()
    return ""
