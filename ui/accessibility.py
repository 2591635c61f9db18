"""Names for those who hear the screen, and news spoken when something changes."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget


def give_name(widget: QWidget, name: str, description: str = "") -> None:
    """The words a screen reader says for a widget; the description is said after a pause."""
    widget.setAccessibleName(name)
    widget.setAccessibleDescription(description)


def announce(widget: QWidget, text: str) -> None:
    """Say something that changed without moving the focus. Never pass what a person answered."""
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # dear to load; the first window needs neither

    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))
