"""What is unlocked right now. Gone, with all that lives in memory only, when the vault locks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from intake.actions.told_of_paper import READ_TOLD_OF, read_told_of
from intake.answers.model import Answer
from intake.cases.model import Case
from intake.cases.told_of import Desk, ToldOf
from intake.clock import Clock
from intake.content import Content
from intake.errors import ContentProblem
from intake.protections.model import Jurisdiction
from intake.questions.flow import Standing, applicable, standing
from intake.questions.occasions import seen_from, told_of_in
from intake.vault.keys import StaffRole
from intake.vault.store import VaultStore
from intake.wording.catalogue import ENGLISH

if TYPE_CHECKING:  # the first window waits for no lens
    from intake.export.second_net import SecondNet
    from intake.screening.gate.gate import Gate
    from intake.screening.lens import Lens


@dataclass(frozen=True, slots=True)
class OwnContent:
    """What this organisation added to the shipped rules: its places, and the policies that cannot be used."""

    places: tuple[Jurisdiction, ...] = ()
    problems: tuple[ContentProblem, ...] = ()

    @property
    def desk_place(self) -> str:
        """The place of its own that the desk is at; empty when it has none, or several."""
        return self.places[0].id if len(self.places) == 1 else ""


class OpenVault:
    """An unlocked vault, for the one worker thread that owns its database.

    ``memory`` and ``memory_drafts`` hold, by case and question, what no screen saves: they never reach the store.
    ``staff_code`` says in the log who is at the desk; it is empty while the vault has one passphrase for all.
    ``unsigned_releases`` holds, by case and recipient, the id that the next release will have: the page shown before
    signing already bears its reference.
    ``content`` is ``shipped`` with what the organisation added, which ``own`` tells of. ``newest_seen`` is the newest
    day that stands in this vault where the clock says an earlier one. ``lens``, ``gate`` and ``net`` are open once
    something was to be read by them.
    """

    def __init__(self, store: VaultStore, content: Content, clock: Clock, *, is_practice: bool = False) -> None:
        self.store = store
        self.content = content
        self.shipped = content
        self.own = OwnContent()
        self.newest_seen: date | None = None
        self.clock = clock
        self.is_practice = is_practice
        self.language = ENGLISH
        self.memory: dict[str, dict[str, Answer]] = {}
        self.memory_drafts: dict[str, dict[str, str]] = {}
        self.unsigned_releases: dict[tuple[str, str], str] = {}
        self.lens: Lens | None = None
        self.gate: Gate | None = None
        self.net: SecondNet | None = None
        self.office_words = ""

    def __repr__(self) -> str:
        """Nothing of what is inside."""
        return "OpenVault()"

    @property
    def newest_day(self) -> date:
        """Today, or the newest day that this vault knows of when the clock was set back."""
        return max(self.clock.today(), self.newest_seen or date.min)

    @property
    def role(self) -> StaffRole:
        """What the person may do who unlocked."""
        return self.store.opened_by.role

    @property
    def staff_code(self) -> str:
        """The code of the person who unlocked; never a name."""
        return self.store.opened_by.code

    def told_of(self, case: Case) -> ToldOf:
        """What a case tells of, and what of it is on the desk."""
        noted = read_told_of(self.store.paper(case.id, READ_TOLD_OF))
        return told_of_in(noted, self.everything_told(case), self.content.questions.questions)

    def everything_told(self, case: Case) -> dict[str, Answer]:
        """Every answer of a case, each under its address, the memory-only ones included."""
        return {**case.all_answers(), **self.memory.get(case.id, {})}

    def answers(self, case: Case, desk: Desk | None = None) -> dict[str, Answer]:
        """The answers that still have their question, of one thing that happened, told or only kept in memory.

        They stand under plain ids. Without a ``desk``: of the thing, and the person, that the desk is at.
        """
        return applicable(self.content.questions, self._seen(case, desk))

    def standing(self, case: Case, desk: Desk | None = None) -> Standing:
        """Where the interview of a case stands, with those answers."""
        return standing(self.content.questions, self._seen(case, desk))

    def _seen(self, case: Case, desk: Desk | None) -> dict[str, Answer]:
        at = desk or self.told_of(case).desk
        return seen_from(at, self.everything_told(case), self.content.questions.questions)

    def forget_case(self, case_id: str) -> None:
        """Drop what lives in memory only of one case."""
        self.memory.pop(case_id, None)
        self.memory_drafts.pop(case_id, None)
        for case_and_recipient in [key for key in self.unsigned_releases if key[0] == case_id]:
            del self.unsigned_releases[case_and_recipient]

    def lens_is_old(self) -> None:
        """Open the lens anew when it is needed next: the words that it looks for are others now."""
        self.lens, self.gate, self.net = None, None, None

    def forget(self) -> None:
        """Drop everything that lives in memory only."""
        self.memory.clear()
        self.memory_drafts.clear()
        self.unsigned_releases.clear()
        self.lens_is_old()
