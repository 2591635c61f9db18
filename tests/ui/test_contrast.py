from __future__ import annotations

import dataclasses

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit
from pytestqt.qtbot import QtBot

from ui.app import ForthrightApp
from ui.style.appearance import apply_appearance
from ui.style.tokens import SCHEMES, STRONG, Tokens

TEXT_PAIRS = [
    ("ink", "paper"),
    ("ink", "surface"),
    ("ink", "chosen_paper"),
    ("ink_soft", "paper"),
    ("ink_soft", "surface"),
    ("ink_soft", "chosen_paper"),
    ("accent", "paper"),
    ("accent", "surface"),
    ("accent", "chosen_paper"),
    ("on_accent", "accent"),
    ("on_accent", "accent_strong"),
    ("shared_ink", "shared_paper"),
    ("stays_ink", "stays_paper"),
    ("unsaved_ink", "unsaved_paper"),
    ("time_ink", "time_paper"),
    ("holds", "surface"),
    ("holds", "paper"),
    ("stops", "surface"),
    ("stops", "paper"),
    ("destroy", "paper"),
    ("on_destroy", "destroy"),
    ("practice_ink", "practice_paper"),
    ("page_ink", "page_paper"),
    ("ink", "unsaved_paper"),
    ("ink", "stays_paper"),  # a mark of the lens that was chosen
    ("ink_soft", "unsaved_paper"),  # a place that the pointer is on
    ("ink", "time_paper"),
    ("destroy", "surface"),
    ("accent", "unsaved_paper"),
]
"""What cannot be used now reads ink-soft on paper or unsaved ink on its own paper: both stand above."""
EDGE_PAIRS = [
    ("edge", "paper"),
    ("edge", "surface"),
    ("accent", "paper"),  # the ring
    ("accent", "surface"),
    ("accent", "chosen_paper"),  # the ring of what is chosen
    ("accent", "unsaved_paper"),
    ("ink", "paper"),  # the outer ring of a filled button
    ("on_accent", "accent"),  # and the inner one
    ("on_destroy", "destroy"),
    ("stays_ink", "surface"),  # the line below a passage that the lens marks
    ("ink_soft", "surface"),  # the line below one that was kept
    ("holds", "surface"),  # the stripe of a card
    ("stops", "surface"),
    ("ink_soft", "paper"),  # the handle of a scroll bar that is dragged
]
SOFT = {"line"}
"""Hairlines between parts: nothing is known by them alone."""
EACH = pytest.mark.parametrize("tokens", SCHEMES.values(), ids=SCHEMES)


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2 defines it."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@EACH
@pytest.mark.parametrize(("ink", "paper"), TEXT_PAIRS)
def test_text_can_be_read(tokens: Tokens, ink: str, paper: str) -> None:
    assert contrast(getattr(tokens, ink), getattr(tokens, paper)) >= 4.5


@EACH
@pytest.mark.parametrize("kind", [QLineEdit, QPlainTextEdit, QTextEdit])
def test_what_stands_in_an_empty_line_can_be_read(
    qtbot: QtBot, qapp: ForthrightApp, tokens: Tokens, kind: type[QLineEdit | QPlainTextEdit | QTextEdit]
) -> None:
    apply_appearance(qapp, tokens, 1.0)
    box = kind()
    qtbot.addWidget(box)
    box.setPlaceholderText("Search by words")
    box.ensurePolished()
    ink = box.palette().color(QPalette.ColorRole.PlaceholderText)
    assert ink.alpha() == 255, "what shines through is paler than the color says"
    assert contrast(ink.name(), tokens.surface) >= 4.5


@EACH
def test_main_text_stands_out_strongly(tokens: Tokens) -> None:
    assert contrast(tokens.ink, tokens.paper) >= 12
    assert contrast(tokens.ink, tokens.surface) >= 12


@EACH
@pytest.mark.parametrize(("edge", "ground"), EDGE_PAIRS)
def test_edges_and_focus_ring_can_be_seen(tokens: Tokens, edge: str, ground: str) -> None:
    assert contrast(getattr(tokens, edge), getattr(tokens, ground)) >= 3.0


@pytest.mark.parametrize(("ink", "paper"), TEXT_PAIRS)
def test_strong_contrast_is_stronger(ink: str, paper: str) -> None:
    if "page" not in ink:  # the page that would leave is shown as it will be printed
        assert contrast(getattr(STRONG, ink), getattr(STRONG, paper)) >= 7
    assert contrast(STRONG.line, STRONG.paper) >= 4.5, "even a hairline can be seen"


def test_every_color_is_measured() -> None:
    measured = {name for pair in (*TEXT_PAIRS, *EDGE_PAIRS) for name in pair}
    colors = {field.name for field in dataclasses.fields(Tokens)} - {"scheme"}
    assert colors - measured == SOFT
