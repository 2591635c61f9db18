"""Every pack shows what it marks and what it leaves; here they are held to it."""

from __future__ import annotations

from collections.abc import Iterator

from intake.errors import ContentProblem
from intake.screening.lens import build_lens
from intake.screening.packs import WordPacks

_CURE = "Mend the phrases or the example."


def pack_surprises(packs: WordPacks) -> Iterator[ContentProblem]:
    """One fault for each example that comes out otherwise, with all packs together and no trained reading."""
    lens = build_lens(packs)
    for pack in packs.packs:
        for text in pack.marked:
            if not lens.screen(text, pack.language).spans:
                yield ContentProblem(pack.file, 1, f"The example '{text}' is not marked.", _CURE)
        for text in pack.left:
            for span in lens.screen(text, pack.language).spans:
                yield ContentProblem(pack.file, 1, f"The example '{text}' is marked as {span.category}.", _CURE)
