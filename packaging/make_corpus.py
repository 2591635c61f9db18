"""Turn the marked texts in tests/data/lens (*.txt, the truth) into JSON Lines beside them, or name what is wrong.

One text a line. ``[[category|r|0:span]]`` marks what must not leave: ``r`` the reporter or ``a`` an associate, ``1`` an
obvious keyword or ``0`` none. ``= es`` sets the language of the lines below it, ``@place`` at the start of a line says
into which box the text was typed, ``# `` starts a remark. Run with ``make corpus``; ``--against FOLDER`` also looks
for texts that a folder of JSON Lines holds already, ``--check`` writes nothing.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from intake.screening.judgement.model import CATEGORIES

FOLDER = Path(__file__).parent.parent / "tests" / "data" / "lens"
SOURCE = "written for this project"
LANGUAGES = frozenset(["en", "es", "en+es", "pt", "zh-Hans", "zh-Hant", "vi", "ru", "tl", "ko", "th"])
FIELDS = {
    "place": "place",
    "how": "how known",
    "evidence": "evidence",
    "vehicle": "vehicle",
    "taken": "what was taken",
    "other": "other",
}
SUBJECTS = {"r": "reporter", "a": "associate"}
MARK = re.compile(r"\[\[([^|\]]*)\|([^|\]]*)\|([^:\]]*):(.*?)\]\]")
SENTENCE = re.compile("[^.!?\u3002\uff01\uff1f]+(?:[.!?\u3002\uff01\uff1f]+|$)")
UNSPACED = ("zh", "th")
"""Languages written without spaces: there a run is counted in letters."""
RUN_OF_WORDS = 8
RUN_OF_LETTERS = 20


@dataclass(frozen=True)
class Span:
    """What must not leave, by offsets in code points."""

    start: int
    end: int
    category: str
    subject: str
    overt: bool


@dataclass(frozen=True)
class Text:
    """One labelled text and the line it came from."""

    id: str
    lang: str
    field: str | None
    text: str = field(repr=False)
    spans: tuple[Span, ...] = field(repr=False)
    place: str

    def as_json(self) -> str:
        """One line in the format of the shared corpora."""
        kind = {"kind": "field", "field": self.field} if self.field else {"kind": "narrative"}
        spans = [asdict(span) for span in self.spans]
        entry = {"id": self.id, "lang": self.lang} | kind | {"text": self.text, "spans": spans, "source": SOURCE}
        return json.dumps(entry, ensure_ascii=False)


def main() -> None:
    """Read, check, write, and print how much of what there is."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    options.add_argument("--folder", type=Path, default=FOLDER)
    options.add_argument("--against", type=Path)
    options.add_argument("--check", action="store_true")
    chosen = options.parse_args()
    faults: list[str] = []
    parts = {path: list(_texts(path, faults)) for path in sorted(chosen.folder.glob("*.txt"))}
    texts = [text for part in parts.values() for text in part]
    faults += _repeats(texts, list(_foreign(chosen.against)) if chosen.against else [])
    for path, part in parts.items():
        lines = "".join(text.as_json() + "\n" for text in part)
        made = path.with_suffix(".jsonl")
        if not chosen.check and not faults:
            made.write_text(lines, encoding="utf-8")
        elif chosen.check and (not made.exists() or made.read_text(encoding="utf-8") != lines):
            faults.append(f"{made.name} is not what {path.name} makes: run make corpus")
    if faults:
        sys.exit("\n".join(faults))
    print(_figures(texts))


def _texts(path: Path, faults: list[str]) -> Iterator[Text]:
    lang = "en"
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        place = f"{path.name}:{number}"
        marked = line.strip()
        if not marked or marked.startswith("# "):
            continue
        if marked.startswith("= "):
            lang = marked[2:].strip()
            if lang not in LANGUAGES:
                faults.append(f"{place}: {lang} is not a language of the corpus")
            continue
        box = None
        if marked.startswith("@"):
            name, _, marked = marked[1:].partition(" ")
            box = FIELDS.get(name)
            if box is None:
                faults.append(f"{place}: @{name} is not one of {', '.join('@' + known for known in FIELDS)}")
        if not unicodedata.is_normalized("NFC", marked):
            faults.append(f"{place}: the text is not in Unicode NFC")
        text, spans = _unmark(marked, place, faults)
        yield Text(f"{path.stem}-{number:04}", lang, box, text, spans, place)


def _unmark(marked: str, place: str, faults: list[str]) -> tuple[str, tuple[Span, ...]]:
    text, spans, read = "", [], 0
    for mark in MARK.finditer(marked):
        category, subject, overt, inside = mark.groups()
        if category not in CATEGORIES or subject not in SUBJECTS or overt not in ("0", "1"):
            faults.append(f"{place}: {mark.group()} needs [[category|r or a|0 or 1:span]] with a known category")
        if inside != inside.strip() or not inside:
            faults.append(f"{place}: the span '{inside}' is empty or begins or ends with a space")
        text += marked[read : mark.start()]
        start = len(text)
        text += inside
        spans.append(Span(start, len(text), category, SUBJECTS.get(subject, ""), overt == "1"))
        read = mark.end()
    text += marked[read:]
    if "[[" in text or "]]" in text or not text:
        faults.append(f"{place}: a mark is not closed, or stands inside another, or there is no text")
    return text, tuple(spans)


def _runs(text: str, lang: str) -> set[tuple[str, ...]]:
    plain = unicodedata.normalize("NFKC", text).casefold()
    unspaced = lang.startswith(UNSPACED)
    size = RUN_OF_LETTERS if unspaced else RUN_OF_WORDS
    pieces = re.findall(r"\w" if unspaced else r"\w+", plain)
    if len(pieces) < size:
        return {("", *pieces)}
    return {tuple(pieces[at : at + size]) for at in range(len(pieces) - size + 1)}


def _repeats(texts: list[Text], foreign: list[tuple[str, str, str]]) -> Iterator[str]:
    seen: dict[tuple[str, ...], str] = {}
    for where, lang, text in foreign:
        seen.update(dict.fromkeys(_runs(text, lang), where))
    for text in texts:
        runs = _runs(text.text, text.lang)
        for run in sorted(runs):
            if run in seen:
                yield f"{text.place}: '{' '.join(run).strip()}' stands in {seen[run]} too"
                break
        seen.update(dict.fromkeys(runs, text.place))


def _foreign(folder: Path) -> Iterator[tuple[str, str, str]]:
    for path in sorted(folder.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            entry = json.loads(line)
            for key in ("text", "sentence", "must_flag", "must_pass"):
                if key in entry:
                    yield f"{path.name} {entry['id']}", entry["lang"], entry[key]


def _figures(texts: list[Text]) -> str:
    spans = [span for text in texts for span in text.spans]
    sentences, sensitive = 0, 0
    for text in texts:
        found = [match.span() for match in SENTENCE.finditer(text.text) if match.group().strip()]
        hit = [any(span.start < end and span.end > start for span in text.spans) for start, end in found]
        sentences += 1 if text.field else len(hit)
        sensitive += int(any(hit)) if text.field else sum(hit)
    boxes = Counter(text.field or "narrative" for text in texts)
    rows = [
        f"{len(texts)} texts, {sentences} sentences ({sensitive} sensitive), {len(spans)} spans",
        "languages: " + ", ".join(f"{name} {count}" for name, count in Counter(t.lang for t in texts).most_common()),
        "kinds: " + ", ".join(f"{name} {count}" for name, count in boxes.most_common()),
        f"{'category':20}{'spans':>6}{'overt':>7}{'not':>5}{'associate':>11}",
    ]
    for category in [*sorted(CATEGORIES), None]:
        some = [span for span in spans if category in (None, span.category)]
        overt = sum(span.overt for span in some)
        others = sum(span.subject == SUBJECTS["a"] for span in some)
        rows.append(f"{category or 'all':20}{len(some):6}{overt:7}{len(some) - overt:5}{others:11}")
    return "\n".join(rows)


if __name__ == "__main__":
    main()
