"""What the screens share: the worker, the words and rules, the open vault."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from intake.clock import Clock
from ui.background.job_runner import Runner
from ui.languages.languages import Languages
from ui.locking.idle_time import IdleTime

if TYPE_CHECKING:  # the core is loaded by the worker, after the first window is on the screen
    from intake.actions.session import OpenVault
    from intake.content import Content
    from ui.lens.wording_check import WordingCheck


def load_shipped_content() -> Content:
    """Read every data file. Slow: for the worker. Raises BrokenContent."""
    from intake.content import load_content

    return load_content()


@dataclass(slots=True)
class AppState:
    """One for the whole program. ``session`` is None while the vault is locked; only the lock keeper sets it.

    A training vault is not closed by a lock, or practising a lock would end it: it rests until it is opened again.
    """

    runner: Runner
    clock: Clock
    vault_folder: Path = field(repr=False)
    load_content: Callable[[], Content] = field(default=load_shipped_content, repr=False)
    content: Content | None = field(default=None, repr=False)
    session: OpenVault | None = field(default=None, repr=False)
    practice_at_rest: OpenVault | None = field(default=None, repr=False)
    witnesses: Path | None = field(default=None, repr=False)  # where this computer remembers how far vaults had come
    wording_check: WordingCheck | None = field(default=None, repr=False)  # None: boxes are not looked over
    idle_time: IdleTime = field(default_factory=IdleTime, repr=False)
    languages: Languages = field(default_factory=Languages, repr=False)

    @property
    def is_practice(self) -> bool:
        """Whether the open vault holds invented people only."""
        return self.session is not None and self.session.is_practice

    def content_at_hand(self) -> Content:
        """The words and rules, read now if nobody has yet. For the worker only."""
        if self.content is None:
            self.content = self.load_content()
        return self.content
