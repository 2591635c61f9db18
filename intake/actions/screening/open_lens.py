"""The lens and the gate over the shipped word packs and frames."""

from __future__ import annotations

from pathlib import Path

from intake.content import Content
from intake.errors import BrokenContent, ContentProblem
from intake.screening.gate import Gate, build_gate
from intake.screening.judgement.load import load_judge
from intake.screening.lens import Lens, build_lens
from intake.screening.packs import LocalWords, load_word_packs


def open_lens(root: Path | None = None, local: LocalWords | None = None) -> Lens:
    """The lens with what one organisation adds and hides. Raises BrokenContent: a lens with a hole is no lens.

    Without its judge it marks what the packs know, says that nothing was judged, and the gate lets nothing leave.
    """
    packs, problems = load_word_packs(root)
    if problems:
        raise BrokenContent(tuple(problems))
    judge = load_judge(root)
    return build_lens(packs, local, None if isinstance(judge, ContentProblem) else judge)


def open_gate(content: Content, lens: Lens) -> Gate:
    """The gate over the frames of every shipped language."""
    return build_gate(content.referral, content.wordings(), lens, content.root)
