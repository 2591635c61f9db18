"""Says in which language a stretch of text is, from its script and its small words. Unknown stays unknown."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

UNKNOWN = "und"
_MOST_READ = 20_000
_SCRIPTS = {
    "han": re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]"),
    "hangul": re.compile("[\uac00-\ud7a3\u1100-\u11ff\u3130-\u318f]"),
    "thai": re.compile("[\u0e00-\u0e7f]"),
    "cyrillic": re.compile("[\u0400-\u04ff]"),
    "latin": re.compile("[A-Za-z\u00c0-\u024f\u1e00-\u1eff]"),
    "kana": re.compile("[\u3040-\u30ff]"),
}
_LETTER = re.compile(r"[^\W\d_]")
_ENOUGH, _MANY = 0.6, 3


@dataclass(frozen=True, slots=True)
class Language:
    """A language that is read: its script, its small words (folded), and who its words for a doer stand for."""

    code: str
    script: str
    common: frozenset[str] = field(default_factory=frozenset, repr=False)
    own: frozenset[str] = field(default_factory=frozenset, repr=False)
    other: frozenset[str] = field(default_factory=frozenset, repr=False)
    whom: frozenset[str] = field(default_factory=frozenset, repr=False)
    denies: frozenset[str] = field(default_factory=frozenset, repr=False)
    only_here: frozenset[str] = field(default_factory=frozenset, repr=False)


def script_of(text: str) -> str:
    """The script of most letters: one that is read, ``kana``, ``other``, or nothing when there are no letters."""
    text = text[:_MOST_READ]
    letters = len(_LETTER.findall(text))
    if not letters:
        return ""
    counts = Counter({name: len(found.findall(text)) for name, found in _SCRIPTS.items()})
    if counts["kana"] * 5 > letters:
        return "kana"
    name, most = counts.most_common(1)[0]
    return name if most >= letters * _ENOUGH else ("latin" if sum(counts.values()) >= letters * 0.9 else "other")


def has_unread_script(text: str) -> bool:
    """Whether a tenth of the letters, or three together, belong to a script that no pack reads."""
    letters = _LETTER.findall(text)
    strange = [
        one for one in letters if not any(found.match(one) for name, found in _SCRIPTS.items() if name != "kana")
    ]
    return len(strange) * 10 > len(letters) or len(strange) >= _MANY


def language_of(text: str, words: list[str], known: Mapping[str, Language]) -> str:
    """The language of a text whose folded words are given, or ``und``. Letters alone decide where one script is one."""
    script = script_of(text)
    if script == "han":
        return _chinese(text, known)
    candidates = [one for one in known.values() if one.script == script]
    if len(candidates) <= 1:
        return candidates[0].code if candidates else UNKNOWN
    scores = {one.code: sum(word in one.common for word in words[:400]) for one in candidates}
    best = max(scores, key=lambda code: scores[code])
    return best if scores[best] else UNKNOWN


def _chinese(text: str, known: Mapping[str, Language]) -> str:
    for code in ("zh-Hant", "zh-Hans"):
        if code in known and (code == "zh-Hans" or not known[code].only_here.isdisjoint(text)):
            return code
    return UNKNOWN
