"""Labelled texts for the lens: read from folders, cut into sentences, and parted into folds by text.

A folder may hold texts with spans (``{"id", "lang", "kind", "text", "spans"}``), minimal pairs
(``{"must_flag", "must_pass"}``) and fact-list sentences (``{"sentence", "pass"}``), as JSON Lines.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from intake.screening.judgement.model import SentenceIn
from intake.screening.lens import Lens, build_lens
from intake.screening.packs import load_word_packs

_STRETCH = 20
_IN_STRETCHES = {
    **dict.fromkeys(("portuguese", "tagalog", "vietnamese"), ("plain", "quiet", "speech")),
    **dict.fromkeys(("korean", "russian", "thai"), ("plain", "quiet", "speech", "notes-and-boxes")),
    "chinese": ("simplified", "traditional", "notes-and-boxes"),
}
OWN_SENTENCES = "own-sentences"
"""The source of those that our own pages say."""
_OTHER_HANDS = ("g-", "h-", "i-")
_BESIDE_EACH_OTHER = ("k-", "desk-h-fact-lines", "desk-h-renglones", "desk-h-whose-number", "desk-h-de-quien-es")


@dataclass(frozen=True, slots=True)
class Span:
    """What must not leave."""

    start: int
    end: int
    category: str
    subject: str
    overt: bool
    neutral: str | None


@dataclass(frozen=True, slots=True)
class Text:
    """One labelled text. Texts with one ``group`` always fall into the same fold."""

    id: str
    group: str
    source: str
    lang: str
    kind: str
    text: str = field(repr=False)
    spans: tuple[Span, ...] = field(repr=False)
    reword: str | None = None


@dataclass(frozen=True, slots=True)
class Labelled:
    """A sentence and whether anything in it must not leave. ``spans`` are relative to its start."""

    text: Text
    at: int
    sentence: SentenceIn
    spans: tuple[Span, ...]

    @property
    def sensitive(self) -> bool:
        """Whether anything in it must not leave."""
        return bool(self.spans)


def read_folders(folders: Sequence[Path], known: Sequence[Text] = ()) -> list[Text]:
    """Every text of every ``*.jsonl`` in the folders that is not ``known``, each wording once, in a fixed order."""
    found: dict[str, Text] = {}
    before = {_wording(text) for text in known}
    for folder in folders:
        for path in sorted(folder.glob("*.jsonl")):
            for line in path.read_text(encoding="utf-8").split("\n"):
                for text in _read(json.loads(line), path.stem) if line.strip() else ():
                    found.setdefault(_wording(text), text)
    return [text for wording, text in found.items() if wording not in before]


def _wording(text: Text) -> str:
    return " ".join(text.text.casefold().split())


def _read(row: dict[str, Any], source: str) -> Iterator[Text]:
    if "must_flag" in row:
        for side in ("must_flag", "must_pass"):
            spans = (Span(0, len(row[side]), row["category"], "reporter", False, None),) if side == "must_flag" else ()
            yield Text(
                f"{row['id']}:{side}", f"{source}:{row['id']}", source, row["lang"], "narrative", row[side], spans
            )
    elif "sentence" in row:
        held = Span(0, len(row["sentence"]), row["category"], "reporter", bool(row["overt"]), row.get("reword"))
        spans = () if row["pass"] else (held,)
        yield Text(
            row["id"], f"{source}:{row['id']}", source, row["lang"], "fact", row["sentence"], spans, row.get("reword")
        )
    else:
        spans = tuple(
            Span(s["start"], s["end"], s["category"], s["subject"], bool(s["overt"]), s.get("neutral"))
            for s in row["spans"]
        )
        yield Text(row["id"], group_name(source, row["id"]), source, row["lang"], row["kind"], row["text"], spans)


def group_name(source: str, name: str) -> str:
    """Whose fold a text shares. The number at the end of its name is the line it stands on.

    Neighbouring lines of a file of pairs belong together. So do stretches of the files in which a near sentence stands
    beside each other one, and the same stretches in other languages, for they tell the same situations.
    """
    stem, _, number = name.rpartition("-")
    language, _, part = source.partition("-")
    if source.endswith("-pairs"):
        return f"{source}:{stem}-{(int(number) + 1) // 2}"
    if part in _IN_STRETCHES.get(language, ()):
        return f"{part}:{int(number) // _STRETCH}"
    return f"{source}:{name}"


def by_who_wrote_packs(text: Text) -> bool:
    """Whether a text was written together with word packs of its language, so that they know it too well."""
    language, _, part = text.source.partition("-")
    return language in _IN_STRETCHES and bool(part) and not _is_by_other_hands(text)


def _is_by_other_hands(text: Text) -> bool:
    language, _, part = text.source.partition("-")
    return language in _IN_STRETCHES and part.startswith(_OTHER_HANDS)


def is_near_pair(text: Text) -> bool:
    """Whether it was written with a near sentence beside it that differs in what it discloses."""
    return text.source.endswith("pairs")


def is_echoed(text: Text) -> bool:
    """Whether harmless sentences beside it take up its words on purpose: a pair, or a file that was written so."""
    part = text.source.partition("-")[2]
    is_by_plan = text.source == OWN_SENTENCES or part.startswith(_BESIDE_EACH_OTHER)
    return is_by_plan or is_near_pair(text) or _is_by_other_hands(text)


def labelled(texts: Sequence[Text], lens: Lens) -> list[Labelled]:
    """Each sentence of each text, cut by the lens and as it asks the judge; no language is told beforehand."""
    found = []
    for text in texts:
        for place, said in lens.asks(text.text, kind=text.kind):
            start, end = place.start, place.end
            spans = tuple(
                Span(max(s.start, start) - start, min(s.end, end) - start, s.category, s.subject, s.overt, s.neutral)
                for s in text.spans
                if min(s.end, end) - max(s.start, start) >= min(3, s.end - s.start)
            )
            found.append(Labelled(text, start, said, spans))
    return found


def read_labelled(folders: Sequence[Path], also: Sequence[Text] = ()) -> list[Labelled]:
    """Every sentence of every text of the folders, and of some others."""
    packs, problems = load_word_packs()
    if problems:
        raise SystemExit("\n".join(map(str, problems)))
    return labelled([*read_folders(folders), *also], build_lens(packs))


def fold_of(text: Text, folds: int) -> int:
    """The fold of a text: from its group's name alone, so it stays when other texts are added."""
    return int.from_bytes(hashlib.blake2b(text.group.encode(), digest_size=4).digest(), "big") % folds
