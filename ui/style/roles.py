"""The roles a widget can play. The style sheet speaks of roles only, never of single widgets."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


class Role(StrEnum):
    """What a widget is for; the value stands in its dynamic property ``role``."""

    TITLE = "title"
    HEADING = "heading"
    QUESTION = "question"
    BODY = "body"
    STRONG = "strong"
    HINT = "hint"
    LABEL = "label"
    SCRIPT = "script"
    CARD = "card"
    PLAIN = "plain"
    READING = "reading"
    PANEL = "panel"
    RAIL = "rail"
    PRIMARY = "primary"
    SECONDARY = "secondary"
    QUIET = "quiet"
    OPTION = "option"
    NONANSWER = "nonanswer"
    TAG_PERMISSION = "tag-permission"
    TAG_STAYS = "tag-stays"
    TAG_NOTSAVED = "tag-notsaved"
    CLOCK = "clock"
    OUTCOME_HOLDS = "outcome-holds"
    OUTCOME_STOPS = "outcome-stops"
    OUTCOME_OPEN = "outcome-open"
    CARD_HOLDS = "card-holds"
    CARD_STOPS = "card-stops"
    CARD_OPEN = "card-open"
    DESTROY = "destroy"
    BANNER_PRACTICE = "banner-practice"
    NOTICE = "notice"
    SECTION = "section"
    RAIL_BUTTON = "rail-button"
    PAGE_FRAME = "page-frame"
    STAYS_PANEL = "stays-panel"
    LINE = "line"
    PAPER_WORDS = "paper-words"


def set_role(widget: QWidget, role: Role) -> None:
    """Give a widget its role and draw it anew if it is already on the screen."""
    if widget.property("role") == role.value and widget.testAttribute(Qt.WidgetAttribute.WA_StyledBackground):
        return  # looking at the style again costs more than all else that a card does when its words change
    widget.setProperty("role", role.value)
    widget.setAttribute(Qt.WidgetAttribute.WA_StyledBackground, True)
    if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):  # else the style has yet to look at it
        refresh_style(widget)


def refresh_style(widget: QWidget) -> None:
    """Let the style sheet look at the widget's properties again."""
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.updateGeometry()
    widget.update()
