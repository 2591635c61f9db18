"""What an export format can do, and how formats are found: one file each in ``intake/export/formats``."""

from __future__ import annotations

import pkgutil
from collections.abc import Mapping
from importlib import import_module
from typing import Protocol, cast

from intake.export import formats
from intake.referral.page import Page
from intake.releases.refusal import Refusal


class Exporter(Protocol):
    """Turns a page into the bytes of a file, and reads such bytes back."""

    @property
    def name(self) -> str:
        """The word that names the format, as given to the verb."""
        ...

    @property
    def suffix(self) -> str:
        """The end of the file name, with its dot."""
        ...

    def render(self, page: Page, /) -> bytes:
        """The finished file. The same page gives the same bytes. Raises PageDoesNotFit."""
        ...

    def read_back(self, finished: bytes, page: Page, /) -> tuple[Refusal, ...]:
        """Every way in which the finished bytes hold more, less or something else than the page."""
        ...


class PageDoesNotFit(Exception):
    """A text is longer than its fixed room; the page must be made shorter."""


def exporters() -> Mapping[str, Exporter]:
    """Every format by name."""
    modules = (import_module(f"{formats.__name__}.{found.name}") for found in pkgutil.iter_modules(formats.__path__))
    found = (cast("Exporter", module.EXPORTER) for module in modules)
    return {exporter.name: exporter for exporter in found}
