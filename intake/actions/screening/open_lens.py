"""The lens and the gate over the shipped word packs and frames."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from intake.content import Content
from intake.errors import BrokenContent, ContentProblem
from intake.screening.gate.gate import Gate, build_gate
from intake.screening.judgement.load import load_judge
from intake.screening.lens import Lens, build_lens
from intake.screening.packs import LocalWords, WordPacks, load_word_packs


def open_lens(root: Path | None = None, local: LocalWords | None = None) -> Lens:
    """The lens with what one organisation adds and hides. Raises BrokenContent: a lens with a hole is no lens.

    Without the weights of the judge the lens marks by its words alone, and the gate lets nothing through.
    """
    judge = load_judge(root)
    return build_lens(whole_packs(root), local, None if isinstance(judge, ContentProblem) else judge)


def shipped_lens(content: Content) -> Lens:
    """The lens without any words of an office, opened once for all who use these files. Raises BrokenContent."""
    if not content.opened_lenses:
        content.opened_lenses.append(open_lens(content.root))
    return content.opened_lenses[0]


def whole_packs(root: Path | None = None) -> WordPacks:
    """Every word pack. Raises BrokenContent."""
    packs, problems = load_word_packs(root)
    if problems:
        raise BrokenContent(tuple(problems))
    return packs


def open_gate(content: Content, lens: Lens) -> Gate:
    """The gate over the frames of every shipped language, without those that hold a gap for words of any kind."""
    frames = {
        name: frame
        for name, frame in content.referral.frames.items()
        if not any(slot.typed and slot.typed.is_words for slot in frame.slots.values())
    }
    return build_gate(replace(content.referral, frames=frames), content.wordings(), lens, content.root)
