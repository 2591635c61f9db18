"""Near pairs made by rule: what the reporter did, told of the other person instead, discloses nothing.

"I had smoked before he came" becomes "he had smoked before he came". Only the harms that are the reporter's own when
she does or has them are swapped; who sells sex or shares a room stays a disclosure whoever is named.
"""

# ruff: noqa: SIM905 - words as running text
from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise

from texts import Labelled, Span

OWN_HARMS = frozenset(
    {
        "drugs",
        "weapon",
        "force-or-theft",
        "record",
        "false-id",
        "licence",
        "hiv",
        "health",
        "benefits",
        "immigration",
        "trespass",
        "children",
    }
)
_WORD = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)?")
_WORDS_BEFORE = 2

_ENGLISH = {
    "i": "he",
    "i'm": "he's",
    "im": "hes",
    "i'd": "he'd",
    "i've": "he's",
    "i'll": "he'll",
    "my": "his",
    "mine": "his",
    "me": "him",
    "myself": "himself",
    "am": "is",
}
_AFTER_I = {"have": "has", "don't": "doesn't", "dont": "doesnt", "do": "does", "haven't": "hasn't", "go": "goes"}
_NOW = frozenset(
    "wash guess sleep take use sell smoke drink carry keep owe live work need get see want know owe send pay drive "
    "cut shoot snort own hold hide run stay inject pick buy deal walk make give come".split()
)
_NOW_AFTER_HE = re.compile(rf"\b(he)\s+({'|'.join(sorted(_NOW))})\b", re.IGNORECASE)
_NAMED = {
    "she": "he",
    "her": "his",
    "she's": "he's",
    "she'd": "he'd",
    "hers": "his",
    "herself": "himself",
    "rptr": "susp",
    "clt": "perp",
    "client": "suspect",
    "reporter": "suspect",
    "survivor": "suspect",
    "ct": "susp",
    "caller": "suspect",
    "victim": "suspect",
}
_SPANISH = {
    "yo": "él",
    "mi": "su",
    "mis": "sus",
    "mío": "suyo",
    "mía": "suya",
    "conmigo": "consigo",
    "tengo": "tiene",
    "soy": "es",
    "estoy": "está",
    "he": "ha",
    "fui": "fue",
    "hice": "hizo",
    "tuve": "tuvo",
    "puse": "puso",
    "traje": "trajo",
    "estuve": "estuvo",
    "pude": "pudo",
    "quise": "quiso",
    "vine": "vino",
    "dije": "dijo",
    "anduve": "anduvo",
    "ando": "anda",
    "traigo": "trae",
    "vivo": "vive",
    "uso": "usa",
    "tomo": "toma",
    "debo": "debe",
    "cobro": "cobra",
    "manejo": "maneja",
    "sé": "sabe",
}
_PAST = (("gué", "gó"), ("qué", "có"), ("cé", "zó"), ("é", "ó"), ("í", "ió"))
_NO_VERB_FORMS = frozenset({"yo", "mi", "mis", "mío", "mía", "conmigo"})
_NO_VERBS = frozenset({"qué", "así", "ahí", "aquí", "allí", "sí", "mí", "café", "porqué", "fé", "té", "bebé", "casi"})


def swapped(one: Labelled) -> str | None:
    """The sentence with the other person as the doer of all it disclosed; None where no rule fits."""
    if one.sentence.kind != "narrative" or not one.spans:
        return None
    if any(span.category not in OWN_HARMS or span.subject != "reporter" for span in one.spans):
        return None
    lang = one.text.lang
    if lang not in {"en", "es"}:
        return None
    text, said = one.sentence.text, ""
    at = 0
    for span in one.spans:
        start = max(at, _with_words_before(text, span))
        new = _english(text[start : span.end]) if lang == "en" else _spanish(text[start : span.end])
        if new is None:
            return None
        said += text[at:start] + new
        at = span.end
    return said + text[at:]


def _with_words_before(text: str, span: Span) -> int:
    """The span's start, moved to the doer if one of the two words before it is one."""
    before = list(_WORD.finditer(text, 0, span.start))[-_WORDS_BEFORE:]
    for word in before:
        if _plain(word.group()) in _ENGLISH or _plain(word.group()) in {"yo", "me", "she", "clt", "rptr"}:
            return word.start()
    return span.start


def _plain(word: str) -> str:
    return word.lower().replace("\u2019", "'")


def _english(text: str) -> str | None:
    words = {_plain(word.group()) for word in _WORD.finditer(text)}
    if words & {"we", "our", "us", "we'd", "we're", "we've", "they"}:
        return None
    if words & {"i", "i'm", "i'd", "i've", "my", "im"}:
        return _NOW_AFTER_HE.sub(r"\1 \2s", _replaced(text, _ENGLISH | _AFTER_I))
    if words & set(_NAMED) and not words & {"he", "his", "him", "he's", "me"}:
        return _replaced(text, _NAMED)
    return None


def _spanish(text: str) -> str | None:
    words = [_plain(word.group()) for word in _WORD.finditer(text)]
    if set(words) & {"nos", "nosotras", "nosotros", "él", "le", "les", "su", "sus"}:
        return None
    forms = {word: _SPANISH[word] for word in words if word in _SPANISH}
    verbs = {word: found for word in words if (found := _third(word)) is not None}
    if not verbs or any(one == "me" and other not in verbs for one, other in pairwise([*words, ""])):
        return None
    new = _replaced(text, forms | verbs | {"me": "se"})
    return "él " + new[:1].lower() + new[1:] if words[0] in verbs or words[0] == "me" else new


def _third(word: str) -> str | None:
    """The verb as another does it; None for whatever shows no doer or is no verb."""
    if word in _SPANISH:
        return None if word in _NO_VERB_FORMS else _SPANISH[word]
    if len(word) > 3 and word not in _NO_VERBS:  # noqa: PLR2004 - shorter words are no such verbs
        for ending, other in _PAST:
            if word.endswith(ending):
                return word.removesuffix(ending) + other
    return None


def _replaced(text: str, forms: Mapping[str, str]) -> str:
    def new(found: re.Match[str]) -> str:
        word = found.group()
        other = forms.get(_plain(word))
        if other is None:
            return word
        return other.capitalize() if word[:1].isupper() and found.start() == 0 else other

    return _WORD.sub(new, text)
