"""The verb `refer`: a case file and a release file in, one finished page out, or the reasons why not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from intake.actions.referral.formats import needs_public_key
from intake.actions.referral.save_summary import PAGE_LANGUAGE
from intake.actions.screening.open_lens import open_gate, shipped_lens
from intake.actions.vault.passphrases import refuse_weak
from intake.clock import Clock
from intake.content import Content
from intake.export.refer import Referral, refer
from intake.export.save_summary import Refused
from intake.export.second_net import SecondNet
from intake.referral.case_file import read_lines
from intake.referral.compose import Held, HeldBecause
from intake.releases.refusal import Refusal
from intake.wording.catalogue import languages

__all__ = ["ReferRefused", "Referral", "Referred", "refer_case"]


@dataclass(frozen=True, slots=True)
class LineHeld:
    """A line of the case file that the page leaves out: its number in the list, why, and what to do."""

    number: int
    because: HeldBecause

    def as_json(self) -> Mapping[str, object]:
        """The line by its number alone; its words stay where they are."""
        return {"line": self.number, "check": str(self.because), "what_to_do": _TO_DO[self.because]}


@dataclass(frozen=True, slots=True)
class Referred:
    """The file that was written, and the lines that were asked for and do not stand in it."""

    file: Path = field(repr=False)
    sha256: str = field(repr=False)
    pages: int
    held: tuple[LineHeld, ...] = ()

    def as_json(self) -> Mapping[str, object]:
        """The line that the verb prints."""
        done = {"file": str(self.file), "sha256": self.sha256, "pages": self.pages}
        return {**done, "held": [one.as_json() for one in self.held]} if self.held else done


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
    net = SecondNet(lambda: open_gate(content, shipped_lens(content)))
    done = refer(referral, content.referral, content.questions, content.wording(_language(referral)), clock, net)
    if isinstance(done, Refused):
        return ReferRefused(done.refusals)
    return Referred(done.file, done.sha256, done.pages, tuple(_held(referral.case, done.held)))


def _held(case: object, held: tuple[Held, ...]) -> Iterator[LineHeld]:
    """The held lines by their place in the list; what the answers propose has no list and is not told here."""
    listed = read_lines(case.get("fact_list")) if isinstance(case, dict) else None
    for number, line in enumerate(listed or (), start=1):
        because = next((one.because for one in held if one.line == line), None)
        if because is not None:
            yield LineHeld(number, because)


def _language(referral: Referral) -> str:
    asked = referral.release.get("page_language") if isinstance(referral.release, dict) else None
    return asked if asked in languages() else PAGE_LANGUAGE


_TO_DO = {
    HeldBecause.OWN_WORDS: "Say it with one of the ready sentences; the verb 'frames' lists them.",
    HeldBecause.NO_YES: "Ask the person about this very line first.",
    HeldBecause.NOT_FOR_RECIPIENT: "This recipient is never told that. Take the line out.",
    HeldBecause.NOT_TICKED: "The release does not name that item. Take the line out, or let it be named.",
    HeldBecause.NO_ROOM: "There is no room left in that part. Take another line out.",
}
