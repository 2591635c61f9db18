"""What the shipped lens must go on catching: labelled texts of fold 0, of which no part of it has learned.

``packaging/lens/train.py`` and ``tune_encoder.py`` leave the texts of this fold out. Here a share of them is read, drawn
by a hash so that it is always the same; docs/lens.md tells of all of them. The floors lie three points under what was
reached on this share when the weights were last fitted, the ceilings three points over it.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from pathlib import Path

import pytest

from intake.actions.screening.open_lens import shipped_lens
from tests.shipped import shipped_content

CORPUS = Path(__file__).parents[1] / "data" / "lens"
FOLDS = 5
ONE_IN = {"en": 8, "es": 7, "other": 6}
"""Of so many texts of fold 0 one is read."""
IN_STRETCHES = {
    **dict.fromkeys(("portuguese", "tagalog", "vietnamese"), ("plain", "quiet", "speech")),
    **dict.fromkeys(("korean", "russian", "thai"), ("plain", "quiet", "speech", "notes-and-boxes")),
    "chinese": ("simplified", "traditional", "notes-and-boxes"),
}
FLOORS = {"en": 79.9, "es": 67.3, "other": 82.6}
OVERT_FLOOR = 87.5
CEILINGS = {"en": 14.6, "es": 14.4, "other": 20.1}


def number_of(name: str) -> int:
    return int.from_bytes(hashlib.blake2b(name.encode(), digest_size=4).digest(), "big")


def fold_of(source: str, name: str) -> int:
    """As ``packaging/lens/texts.py`` parts them: near pairs, and the same situations, lie in one fold."""
    stem, _, number = name.rpartition("-")
    language, _, part = source.partition("-")
    group = f"{source}:{name}"
    if source.endswith("-pairs"):
        group = f"{source}:{stem}-{(int(number) + 1) // 2}"
    elif part in IN_STRETCHES.get(language, ()):
        group = f"{part}:{int(number) // 20}"
    return number_of(group) % FOLDS


@pytest.fixture(scope="module")
def found() -> Counter[tuple[str, str]]:
    """For each set of languages how many sentences disclose, how many of them are marked, and the same for the rest."""
    lens = shipped_lens(shipped_content())
    counts: Counter[tuple[str, str]] = Counter()
    for path in sorted(CORPUS.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            text = json.loads(line)
            languages = {"en": "en", "es": "es", "en+es": "es"}.get(text["lang"], "other")
            if fold_of(path.stem, text["id"]) or number_of(f"read {path.stem}:{text['id']}") % ONE_IN[languages]:
                continue
            screened = lens.screen(text["text"], kind=text["kind"])
            assert screened.judged
            for one in screened.sentences:
                told = [span for span in text["spans"] if span["start"] < one.end and one.start < span["end"]]
                kind = "sensitive" if told else "harmless"
                marked = any(span.start < one.end and one.start < span.end for span in screened.spans)
                counts[languages, kind] += 1
                counts[languages, f"{kind} marked"] += marked
                if any(span["overt"] for span in told) and languages != "other":
                    counts["overt", "sensitive"] += 1
                    counts["overt", "sensitive marked"] += marked
    return counts


def share(found: Counter[tuple[str, str]], languages: str, kind: str) -> float:
    return 100 * found[languages, f"{kind} marked"] / found[languages, kind]


@pytest.mark.parametrize("languages", sorted(FLOORS))
def test_sensitive_sentences_are_caught_in_texts_the_lens_never_saw(
    found: Counter[tuple[str, str]], languages: str
) -> None:
    assert found[languages, "sensitive"] > 80
    assert share(found, languages, "sensitive") >= FLOORS[languages]


def test_what_an_obvious_word_gives_away_is_caught(found: Counter[tuple[str, str]]) -> None:
    assert share(found, "overt", "sensitive") >= OVERT_FLOOR


@pytest.mark.parametrize("languages", sorted(CEILINGS))
def test_harmless_sentences_are_mostly_left_alone(found: Counter[tuple[str, str]], languages: str) -> None:
    assert share(found, languages, "harmless") <= CEILINGS[languages]
