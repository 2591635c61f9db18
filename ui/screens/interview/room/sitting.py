"""What the pages in place of the question ask of the core, as jobs for the worker. No Qt."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ui.secret_text import wiped

if TYPE_CHECKING:
    from intake.actions.erasing.before_erasing import BeforeErasing
    from intake.actions.erasing.keep_parts import BeforeKeeping
    from intake.actions.erasing.what_cannot_be_reached import CannotBeReached
    from intake.actions.interview.grounding import Grounding
    from intake.actions.interview.looking_over import LookingOver
    from intake.actions.interview.take_back import PartOfReport
    from intake.actions.session import OpenVault


@dataclass(frozen=True, slots=True)
class Sitting:
    """One report on the desk."""

    session: OpenVault = field(repr=False)
    case_id: str

    def look_over(self) -> LookingOver:
        """What was said and what is open."""
        from intake.actions.interview.looking_over import look_over

        return look_over(self.session, self.case_id)

    def take_back(self, question_id: str) -> LookingOver:
        """One answer goes."""
        from intake.actions.interview.take_back import take_back

        take_back(self.session, self.case_id, (question_id,))
        return self.look_over()

    def take_back_part(self, part: PartOfReport) -> LookingOver:
        """The answers of a part go."""
        from intake.actions.interview.take_back import take_back_part

        take_back_part(self.session, self.case_id, part)
        return self.look_over()

    def before_stopping(self) -> BeforeErasing:
        """What should be known before nothing is kept."""
        from intake.actions.erasing.before_erasing import before_erasing

        return before_erasing(self.session, self.case_id)

    def before_keeping_parts(self) -> BeforeKeeping:
        """The parts to choose from."""
        from intake.actions.erasing.keep_parts import before_keeping_parts

        return before_keeping_parts(self.session, self.case_id)

    def keep_parts(self, kept: frozenset[str], second: bytearray | None) -> CannotBeReached:
        """The other parts go. The second passphrase, if any, is wiped."""
        from intake.actions.erasing.keep_parts import keep_parts

        with wiped(second):
            return keep_parts(self.session, self.case_id, kept, second)

    def grounding(self) -> Grounding:
        """The card for a break; nothing of the report is read."""
        from intake.actions.interview.grounding import grounding

        return grounding(self.session.content.wording(self.session.language))

    def keep_nothing(self, second: bytearray | None) -> None:
        """The whole report goes. The second passphrase, if any, is wiped."""
        from intake.actions.erasing.erase_case import erase_case

        with wiped(second):
            label = self.session.store.case(self.case_id).label
            erase_case(self.session, self.case_id, label, second)
