"""The lens and the gate over the shipped word packs and frames."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from intake.content import Content
from intake.errors import BrokenContent, ContentProblem
from intake.screening.gate.gate import Gate, build_gate
from intake.screening.judgement.load import load_judge
from intake.screening.judgement.model import Judge
from intake.screening.lens import Lens, build_lens
from intake.screening.packs import LocalWords, WordPacks, load_word_packs


def open_lens(root: Path | None = None) -> Lens:
    """The lens by what came with the program. Raises BrokenContent: a lens with a hole is no lens.

    Without the weights of the judge the lens marks by its words alone, and the gate lets nothing through.
    """
    return build_lens(_whole_packs(root), judge=_judge_if_whole(root))


def shipped_packs(content: Content) -> WordPacks:
    """Every word pack, read once for all who use these files. Raises BrokenContent."""
    if content.opened.packs is None:
        content.opened.packs = _whole_packs(content.root)
    return content.opened.packs


def shipped_lens(content: Content) -> Lens:
    """The lens without any words of an office, opened once for all who use these files. Raises BrokenContent."""
    if content.opened.lens is None:
        content.opened.lens = _lens(content)
    return content.opened.lens


def office_lens(content: Content, local: LocalWords) -> Lens:
    """The lens with what one office adds and hides. Raises BrokenContent."""
    return _lens(content, local) if local.add or local.hide else shipped_lens(content)


def _lens(content: Content, local: LocalWords | None = None) -> Lens:
    if content.opened.judge is None:
        content.opened.judge = _judge_if_whole(content.root)
    return build_lens(shipped_packs(content), local, content.opened.judge)


def _judge_if_whole(root: Path | None) -> Judge | None:
    judge = load_judge(root)
    return None if isinstance(judge, ContentProblem) else judge


def _whole_packs(root: Path | None) -> WordPacks:
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
