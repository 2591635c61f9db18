"""The verb `refer`: a case file and a release file in, one finished page out, or the reasons why not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from intake.actions.referral.formats import needs_public_key
from intake.actions.referral.save_summary import PAGE_LANGUAGE
from intake.actions.vault.passphrases import refuse_weak
from intake.clock import Clock
from intake.content import Content
from intake.export.refer import Referral, refer
from intake.export.save_summary import Refused
from intake.releases.refusal import Refusal
from intake.wording.catalogue import languages

__all__ = ["ReferRefused", "Referral", "Referred", "refer_case"]


@dataclass(frozen=True, slots=True)
class Referred:
    """The file that was written."""

    file: Path = field(repr=False)
    sha256: str = field(repr=False)
    pages: int

    def as_json(self) -> Mapping[str, object]:
        """The line that the verb prints."""
        return {"file": str(self.file), "sha256": self.sha256, "pages": self.pages}


@dataclass(frozen=True, slots=True)
class ReferRefused:
    """Nothing was written, and why."""

    refusals: tuple[Refusal, ...]

    def as_json(self) -> Mapping[str, object]:
        """The line that the verb prints."""
        return {"refused": [{"check": one.check, "what_to_do": one.what_to_do} for one in self.refusals]}


def refer_case(referral: Referral, content: Content, clock: Clock) -> Referred | ReferRefused:
    """Make the page. Raises Mishap for a file or passphrase that cannot be used, or a disk that will not take it."""
    if referral.key and not needs_public_key(referral.format_name):
        refuse_weak(bytearray(referral.key, "utf-8", "surrogatepass"), "Nothing was written.")
    done = refer(referral, content.referral, content.questions, content.wording(_language(referral)), clock)
    if isinstance(done, Refused):
        return ReferRefused(done.refusals)
    return Referred(done.file, done.sha256, done.pages)


def _language(referral: Referral) -> str:
    asked = referral.release.get("page_language") if isinstance(referral.release, dict) else None
    return asked if asked in languages() else PAGE_LANGUAGE
