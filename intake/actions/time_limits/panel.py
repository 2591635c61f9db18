"""The things to do soon as screens show them, in the words of the language shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class TimeLine:
    """One thing to do soon. ``state``: "" while it is open, else done, going, declined or later.

    ``shape``: now, open, maybe_over, over, unknown or check_day. ``is_prompt``: it is to cover the screen once.
    ``about``: of which of several things that happened; home never shows it.
    """

    id: str
    title: str
    left_line: str = field(repr=False)
    shape: str
    state: str = field(default="", repr=False)
    state_word: str = field(default="", repr=False)
    is_prompt: bool = False
    about: str = field(default="", repr=False)

    @property
    def left_of_it(self) -> str:
        """How long there is, and of which of several things that happened."""
        return f"{self.about}. {self.left_line}" if self.about else self.left_line


@dataclass(frozen=True, slots=True)
class TimePanel:
    """What is open, most pressing first; what is done or put aside; and what is odd about the clock, or ""."""

    open: tuple[TimeLine, ...] = field(default=(), repr=False)
    settled: tuple[TimeLine, ...] = field(default=(), repr=False)
    words: Mapping[str, str] = field(default_factory=dict)
    clock_line: str = field(default="", repr=False)

    @property
    def prompt(self) -> TimeLine | None:
        """The first line that is to cover the screen and was not met yet."""
        return next((one for one in self.open if one.is_prompt and not one.state), None)


@dataclass(frozen=True, slots=True)
class SettlingQuestion:
    """A question whose answer would tell how long there is."""

    question_id: str
    prompt: str


@dataclass(frozen=True, slots=True)
class TimeInFull:
    """One thing to do soon with all that is known of it."""

    line: TimeLine
    why: str
    steps: tuple[str, ...] = field(repr=False)
    script: str
    source_line: str
    verification_line: str
    questions: tuple[SettlingQuestion, ...]
    words: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class DueSoon:
    """One line at home: which report, and the words."""

    case_id: str
    case_label: str
    words: str = field(repr=False)
