"""One day, typed as numbers."""

from __future__ import annotations

from datetime import date

from ui.shared_widgets.form_parts import Field


class DayField(Field):
    """A day as in 2026-05-31; anything else is no day."""

    def day(self) -> date | None:
        """The day, or None while the line is empty or holds no day."""
        try:
            return date.fromisoformat(self.text())
        except ValueError:
            return None

    def show_day(self, day: date | None) -> None:
        """Put a day in, or empty the line."""
        self.edit.setText(day.isoformat() if day else "")
