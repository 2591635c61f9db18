from __future__ import annotations

import pytest

from ui.style.tokens import DARK, LIGHT, Tokens

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
]
EDGE_PAIRS = [("edge", "paper"), ("edge", "surface"), ("accent", "paper"), ("accent", "surface"), ("ink", "accent")]


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2 defines it."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "paper"), TEXT_PAIRS)
def test_text_can_be_read(tokens: Tokens, ink: str, paper: str) -> None:
    assert contrast(getattr(tokens, ink), getattr(tokens, paper)) >= 4.5


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_main_text_stands_out_strongly(tokens: Tokens) -> None:
    assert contrast(tokens.ink, tokens.paper) >= 12
    assert contrast(tokens.ink, tokens.surface) >= 12


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("edge", "ground"), EDGE_PAIRS)
def test_edges_and_focus_ring_can_be_seen(tokens: Tokens, edge: str, ground: str) -> None:
    least = 1.5 if (edge, ground) == ("ink", "accent") else 3.0
    assert contrast(getattr(tokens, edge), getattr(tokens, ground)) >= least
