"""What an export format can do, and how formats are found: one file each in ``intake/export/formats``."""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from importlib import import_module
from typing import Protocol, cast

from intake.export import formats
from intake.referral.page import Page
from intake.releases.refusal import Refusal

Check = Callable[[bytes], tuple[Refusal, ...]]


class KeyKind(StrEnum):
    """What a sealed format needs beside the page."""

    PASSPHRASE = "passphrase"  # noqa: S105 - a word for it, not one of them
    PUBLIC_KEY = "public_key"


@dataclass(frozen=True, slots=True)
class FormatWords:
    """What a format is called and what it is for, in English; the message ids are ``format.<name>.title`` and so on."""

    title: str
    what_for: str


class Seal(Protocol):
    """Locks a finished file that was found good, and looks at the lock. Random by its nature: no two are alike."""

    @property
    def needs(self) -> KeyKind:
        """What the key is."""
        ...

    def problem(self, key: str, /) -> str:
        """Why this key cannot be used, as the name of a refusal; empty when it can."""
        ...

    def close(self, finished: bytes, key: str, /) -> bytes:
        """The locked file."""
        ...

    def check(self, sealed: bytes, finished: bytes, key: str, check: Check, /) -> tuple[Refusal, ...]:
        """Every doubt about the locked file; where the key opens it, ``check`` looks at what comes out."""
        ...


class Exporter(Protocol):
    """Turns a page into the bytes of a file, and reads such bytes back."""

    @property
    def name(self) -> str:
        """The word that names the format, as given to the verb."""
        ...

    @property
    def words(self) -> FormatWords:
        """What it is called and what it is for."""
        ...

    @property
    def suffix(self) -> str:
        """The end of the file name, with its dot."""
        ...

    @property
    def seal(self) -> Seal | None:
        """The lock put on the finished file, or None for a format that anybody can open."""
        ...

    def render(self, page: Page, /) -> bytes:
        """The finished file, not yet sealed. The same page gives the same bytes.

        Raises PageDoesNotFit, PageHasOtherLetters.
        """
        ...

    def read_back(self, finished: bytes, page: Page, /) -> tuple[Refusal, ...]:
        """Every way in which the finished bytes hold more, less or something else than the page."""
        ...

    def strings(self, finished: bytes, /) -> tuple[str, ...]:
        """Every word that the finished file holds, seen or not. Raises ValueError when it cannot be read."""
        ...


class PageDoesNotFit(Exception):
    """A text is longer than its fixed room; the page must be made shorter."""


class PageHasOtherLetters(Exception):
    """A letter of a typed text cannot be drawn in this format."""


def exporters() -> Mapping[str, Exporter]:
    """Every format by name."""
    modules = (import_module(f"{formats.__name__}.{found.name}") for found in pkgutil.iter_modules(formats.__path__))
    found = (cast("Exporter", module.EXPORTER) for module in modules)
    return {exporter.name: exporter for exporter in found}
