"""What a question asks for: papers, arrests, drugs, how somebody earns money and the like.

The words that mark a report are made for what people tell; a question says the same in other words. So the words for
asking are packs of their own, in the same form, and those for telling of the same kinds are read beside them. The
trained reading takes no part: it learned from reports, and takes nearly every question for harmful.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from intake.errors import ContentProblem
from intake.resource_files import resources_folder
from intake.screening.marking import Marking, build_marking
from intake.screening.packs import SHELVES, WordPacks, load_word_packs

SHELF = "asking_words"


@dataclass(frozen=True, slots=True)
class Asking:
    """Knows what some words ask for."""

    packs: WordPacks = field(repr=False)
    marking: Marking = field(repr=False)

    def asks_for(self, text: str, language: str) -> tuple[str, ...]:
        """The kinds of harm that an answer could do, each once, as they come up; nothing for a harmless question."""
        spans = sorted(self.marking.read(text, language, "field").spans, key=lambda span: span.start)
        return tuple(dict.fromkeys(span.category for span in spans if span.category in self._kinds()))

    def _kinds(self) -> frozenset[str]:
        return frozenset(pack.category for pack in self.packs.packs)


def load_asking(root: Path | None = None) -> tuple[Asking, list[ContentProblem]]:
    """Read the words for asking, and those for telling of the same kinds and languages; all faults are noted."""
    spoken = sorted(path.name for path in ((root or resources_folder()) / SHELF).glob("*") if path.is_dir())
    shelves = (*(f"{shelf}/{code}" for shelf in SHELVES for code in spoken), SHELF)
    packs, problems = load_word_packs(root, shelves, with_details=False)
    asking = tuple(pack for pack in packs.packs if pack.file.startswith(f"{SHELF}/"))
    wanted = {(pack.language, pack.category) for pack in asking}
    beside = tuple(pack for pack in packs.packs if pack not in asking and (pack.language, pack.category) in wanted)
    marking = build_marking(replace(packs, packs=() if problems else (*asking, *beside)))
    return Asking(replace(packs, packs=asking), marking), problems


def asking_surprises(asking: Asking) -> Iterator[ContentProblem]:
    """One fault for each example of the words for asking that comes out otherwise."""
    for pack in asking.packs.packs:
        for text in pack.marked:
            if pack.category not in asking.asks_for(text, pack.language):
                yield ContentProblem(pack.file, 1, f"The example '{text}' is not noticed.", _CURE)
        for text in pack.left:
            for kind in asking.asks_for(text, pack.language):
                yield ContentProblem(pack.file, 1, f"The example '{text}' is taken to ask for {kind}.", _CURE)


_CURE = "Mend the phrases or the example."
