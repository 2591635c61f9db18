"""What the shipped lens must go on catching: labelled texts of fold 0, of which no part of it has learned.

``packaging/lens/train.py`` and ``tune_encoder.py`` leave the texts of this fold out. Here a share of them is read, drawn
by a hash so that it is always the same; docs/lens.md tells of all of them. ``lens_floors.toml`` holds the samples.
"""

from __future__ import annotations

import hashlib
import json
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from intake.actions.screening.open_lens import shipped_lens
from intake.screening.lens import Lens
from tests.shipped import shipped_content

CORPUS = Path(__file__).parents[1] / "data" / "lens"
SAMPLES: Mapping[str, dict[str, Any]] = {
    one["name"]: one
    for one in tomllib.loads(Path(__file__).with_name("lens_floors.toml").read_text(encoding="utf-8"))["sample"]
}
BY_LANGUAGE = [(name, languages) for name, one in SAMPLES.items() for languages in one["floors"]]
FOLDS = 5
IN_STRETCHES = {
    **dict.fromkeys(("portuguese", "tagalog", "vietnamese"), ("plain", "quiet", "speech")),
    **dict.fromkeys(("korean", "russian", "thai"), ("plain", "quiet", "speech", "notes-and-boxes")),
    "chinese": ("simplified", "traditional", "notes-and-boxes"),
}
Counts = Counter[tuple[str, str]]


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


def texts_of(sample: Mapping[str, Any]) -> Iterator[tuple[str, dict[str, Any], bool]]:
    """The set of languages of each text that is read, the text, and whether it is one of the share."""
    for source in sample["files"]:
        for line in (CORPUS / f"{source}.jsonl").read_text(encoding="utf-8").splitlines():
            text = json.loads(line)
            languages = {"en": "en", "es": "es", "en+es": "es"}.get(text["lang"], "other")
            if fold_of(source, text["id"]) or languages not in sample["one_in"]:
                continue
            drawn = number_of(f"read {source}:{text['id']}") % sample["one_in"][languages] == 0
            overt = languages != "other" and any(span["overt"] for span in text["spans"])
            if drawn or overt:
                yield languages, text, drawn


def counted(lens: Lens, sample: Mapping[str, Any]) -> Counts:
    """For each set of languages how many sentences disclose, how many of them are marked, and the same for the rest.

    ``named``: of those that are marked, how many with the kind of harm that they do.
    """
    counts: Counts = Counter()
    for languages, text, drawn in texts_of(sample):
        screened = lens.screen(text["text"], kind=text["kind"])
        assert screened.judged
        for one in screened.sentences:
            told = [span for span in text["spans"] if span["start"] < one.end and one.start < span["end"]]
            names = {span.category for span in screened.spans if span.start < one.end and one.start < span.end}
            marked = bool(names)
            kinds = [(languages, "sensitive" if told else "harmless")] if drawn else []
            if languages != "other" and any(span["overt"] for span in told):
                kinds.append(("overt", "sensitive"))
            for group, kind in kinds:
                counts[group, kind] += 1
                counts[group, f"{kind} marked"] += marked
                counts[group, f"{kind} named"] += any(span["category"] in names for span in told)
    return counts


@pytest.fixture(scope="module")
def found() -> Mapping[str, Counts]:
    """The counts of each sample."""
    lens = shipped_lens(shipped_content())
    return {name: counted(lens, sample) for name, sample in SAMPLES.items()}


def share(counts: Counts, group: str, kind: str) -> float:
    return 100 * counts[group, f"{kind} marked"] / counts[group, kind]


@pytest.mark.parametrize(("sample", "languages"), BY_LANGUAGE)
def test_sensitive_sentences_are_caught_in_texts_the_lens_never_saw(
    found: Mapping[str, Counts], sample: str, languages: str
) -> None:
    assert found[sample][languages, "sensitive"] > 80
    assert share(found[sample], languages, "sensitive") >= SAMPLES[sample]["floors"][languages]


@pytest.mark.parametrize("sample", [name for name, one in SAMPLES.items() if "overt" in one])
def test_what_an_obvious_word_gives_away_is_caught(found: Mapping[str, Counts], sample: str) -> None:
    assert found[sample]["overt", "sensitive"] > 80
    assert share(found[sample], "overt", "sensitive") >= SAMPLES[sample]["overt"]


@pytest.mark.parametrize(("sample", "languages"), BY_LANGUAGE)
def test_most_marks_name_what_the_sentence_touches(found: Mapping[str, Counts], sample: str, languages: str) -> None:
    counts = found[sample]
    named = 100 * counts[languages, "sensitive named"] / counts[languages, "sensitive marked"]
    assert named >= SAMPLES[sample]["named"][languages]


@pytest.mark.parametrize(("sample", "languages"), BY_LANGUAGE)
def test_harmless_sentences_are_mostly_left_alone(found: Mapping[str, Counts], sample: str, languages: str) -> None:
    assert share(found[sample], languages, "harmless") <= SAMPLES[sample]["ceilings"][languages]
