"""Colours and sizes, named by what they are for. Every pair is measured in tests/ui/test_contrast.py."""

from __future__ import annotations

from dataclasses import dataclass

TYPE_SIZES = (13, 16, 20, 25, 31)  # px at a text scale of 1
SPACES = (4, 8, 12, 16, 24, 32, 48)  # px
RADIUS = 8  # px
MEASURE = 68  # characters in one line of running text, at most
LARGEST_TEXT_SCALE = 2.0
LARGEST_QUESTION_SCALE = 4.0  # above the largest text the question alone goes on growing


@dataclass(frozen=True, slots=True)
class Tokens:
    """One colour scheme. ``*_ink`` is text that stands on ``*_paper``."""

    scheme: str
    paper: str
    surface: str
    ink: str
    ink_soft: str
    line: str
    edge: str
    accent: str
    accent_strong: str
    on_accent: str
    chosen_paper: str
    shared_ink: str
    shared_paper: str
    stays_ink: str
    stays_paper: str
    unsaved_ink: str
    unsaved_paper: str
    time_ink: str
    time_paper: str
    holds: str
    stops: str
    destroy: str
    on_destroy: str
    practice_ink: str
    practice_paper: str
    page_ink: str = "#22262B"
    page_paper: str = "#FFFFFF"

    @property
    def is_dark(self) -> bool:
        """Whether light text stands on dark paper."""
        return self.scheme != "light"


LIGHT = Tokens(
    scheme="light",
    paper="#FBFAF7",
    surface="#FFFFFF",
    ink="#22262B",
    ink_soft="#565E66",
    line="#E2DED6",
    edge="#868B90",
    accent="#1F5F6B",
    accent_strong="#174B55",
    on_accent="#FFFFFF",
    chosen_paper="#E3EFF1",
    shared_ink="#1F5F6B",
    shared_paper="#E3EFF1",
    stays_ink="#5B3A6B",
    stays_paper="#F1EAF4",
    unsaved_ink="#565E66",
    unsaved_paper="#EFEDE8",
    time_ink="#7A4F00",
    time_paper="#FBF1DD",
    holds="#2F6B43",
    stops="#7A4F00",
    destroy="#9B3B2F",
    on_destroy="#FFFFFF",
    practice_ink="#FFFFFF",
    practice_paper="#7A4F00",
)

DARK = Tokens(
    scheme="dark",
    paper="#16191C",
    surface="#1E2327",
    ink="#ECEAE4",
    ink_soft="#B3B9BE",
    line="#343A40",
    edge="#757D84",
    accent="#7CC4CF",
    accent_strong="#9AD3DC",
    on_accent="#10262A",
    chosen_paper="#1C3136",
    shared_ink="#9AD3DC",
    shared_paper="#1C3136",
    stays_ink="#D6BFE2",
    stays_paper="#2D2233",
    unsaved_ink="#B3B9BE",
    unsaved_paper="#2A2F33",
    time_ink="#F0CD8B",
    time_paper="#332A18",
    holds="#9CD3AE",
    stops="#F0CD8B",
    destroy="#E59A8F",
    on_destroy="#2B1310",
    practice_ink="#2A2008",
    practice_paper="#F0CD8B",
)

STRONG = Tokens(
    scheme="strong",
    paper="#000000",
    surface="#000000",
    ink="#FFFFFF",
    ink_soft="#E6E6E6",
    line="#B8B8B8",
    edge="#FFFFFF",
    accent="#FFE14D",
    accent_strong="#FFF0A3",
    on_accent="#000000",
    chosen_paper="#2E2900",
    shared_ink="#7DF0FF",
    shared_paper="#00282E",
    stays_ink="#F2C4FF",
    stays_paper="#2A0033",
    unsaved_ink="#FFFFFF",
    unsaved_paper="#262626",
    time_ink="#FFD98A",
    time_paper="#2B1D00",
    holds="#8CFFB0",
    stops="#FFD98A",
    destroy="#FFB3A8",
    on_destroy="#000000",
    practice_ink="#000000",
    practice_paper="#FFD98A",
)
"""White on black; text stands out by at least 7 to 1, edges by 4.5 to 1."""

SCHEMES = {tokens.scheme: tokens for tokens in (LIGHT, DARK, STRONG)}
