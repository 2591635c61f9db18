"""Cuts a folded text into words, and reads hidden ones: spelled apart, with digits, stretched, misspelled."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

MOST_LETTERS = 40
"""No word that is looked for is longer; of a longer one only so much is read."""
_NO_SPACES = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u0e00-\u0e7f"  # scripts that write no space between words
_WORD = re.compile(
    f"(?:[^\\W{_NO_SPACES}]+|')+|[,;\uff0c\uff1b]|[{_NO_SPACES}]|[\U0001f300-\U0001faff\u2600-\u27bf]|\\$(?=\\d)"
)
_PLAIN_WORD = re.compile(r"[\w']+|[,;]|\$(?=\d)", re.ASCII)
_STRANGE = re.compile("[^\\W\x00-\x7f]+|[\uff0c\uff1b\U0001f300-\U0001faff\u2600-\u27bf]")
_HIDING = re.compile(
    r"[@$!*|]|(?<=[^\W\d_])\d|\d(?=[^\W\d_])|(?<!\w)(?<!\w')\w[\s.\-_*]{1,2}\w[\s.\-_*]|(.)\1\1|\w[-.*_\u00b7|]\w"
)
_SIGN_INSIDE = re.compile(r"[@$*|!\u00b7](?:(?<!!)|(?=\S))")  # elsewhere a mark ends a sentence
_PARTED_INSIDE = re.compile(b"a-(?=a)")
_THREE_ALIKE = tuple(chr(code) * 3 for code in range(128))
_THREE_SIGNS = tuple(three.encode() for three in _THREE_ALIKE if not three.isalnum())
_SAME_SIGNS = re.compile(r"(\W)\1\1")
_LETTERS_APART = re.compile(  # at the sign before the second of two letters that stand alone
    b" a(?= )(?:(?<=a a)(?<!aa a)|(?<=a  a)(?<!aa  a))"
)
_NOT_ASCII = re.compile("[^\x00-\x7f]+")
_STRANGE_BLANK = re.compile("[^\\S\x00-\x7f]")
_ODD_INSIDE = re.compile(r"_|(.)\1\1|\d[^\W\d_]|[^\W\d_]\d")
_APART = re.compile(r"(?<!\w)(?:[^\W\d_][ .\-_*\u00b7|]{1,2}){2,24}[^\W\d_](?!\w)")
_PARTED = re.compile(r"[@$]?\w(?:[\w@$!']*\w)?(?:[-.*_\u00b7|]\w(?:[\w@$!']*\w)?){0,8}|[,;]")
_NO_LETTER = re.compile(r"[\W_]+")
_STRETCHED = re.compile(r"([^\W\d_])\1{2,}")
_NO_MONEY = re.compile(r"\$(?!\d)")
_WORD_SIGNS = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_',;$"
_ONLY_WORDS = bytes(code if code in _WORD_SIGNS else 32 for code in range(256))
_ASCII = list(map(chr, range(128)))
_PARTED_SIGNS = "".join(
    "a" if one.isalnum() or one == "_" else "-" if one in "-." else " " for one in _ASCII
).encode() + bytes(128)
_GAP_SIGNS = "".join(
    " " if one.isspace() or one in ".-_*" else "a" if one.isalnum() else "." for one in _ASCII
).encode() + bytes(128)
_SIGNS = str.maketrans("01345789@$!|", "oieastbgasii")
STOPS = frozenset(",;\uff0c\uff1b")
"""No phrase goes over one of these."""
BREAK = "|"
"""Stands between two sentences in a list of words; no word is written so, and no phrase goes over it."""
LEAST_MISSPELT = 8
"""Shorter words differ too little from harmless ones to be taken for a misspelling of another."""


class Word(NamedTuple):
    """One folded word and where it stands in the folded text."""

    text: str
    start: int
    end: int

    def __repr__(self) -> str:
        return f"Word(start={self.start}, end={self.end})"


def words_of(text: str, start: int, end: int) -> list[Word]:
    """The words of a stretch of folded text."""
    return [Word(clean(found.group()), found.start(), found.end()) for found in _WORD.finditer(text, start, end)]


def places_of(text: str, start: int, end: int, is_plain: bool) -> list[tuple[int, int]]:
    """Where the words of a stretch of folded text stand; ``is_plain``: nothing strange is in it."""
    return [found.span() for found in (_PLAIN_WORD if is_plain else _WORD).finditer(text, start, end)]


def strange_runs(text: str) -> list[tuple[int, int]]:
    """From where to where letters or signs stand that are cut into words otherwise than plain ASCII."""
    return runs_beyond_ascii(text, _STRANGE)


def runs_beyond_ascii(text: str, wanted: re.Pattern[str]) -> list[tuple[int, int]]:
    """From where to where a pattern fits that holds no plain ASCII: most texts have few letters to try it on."""
    if text.isascii():
        return []
    beyond = ((found.start(), found.group()) for found in _NOT_ASCII.finditer(text))
    return [(at + found.start(), at + found.end()) for at, run in beyond for found in wanted.finditer(run)]


def words_in_order(text: str, bounds: Sequence[tuple[int, int]], strange: AbstractSet[int] = frozenset()) -> list[str]:
    """The words of stretches of folded text as they are written, a BREAK behind each stretch.

    ``strange``: the numbers of those in which strange letters or signs stand. In the others every other sign is a
    blank, and cutting at blanks is quickest.
    """
    plain = text.encode("ascii", "replace").translate(_ONLY_WORDS).decode("ascii")
    words: list[str] = []
    at = 0
    for number in sorted(strange):
        words += _cut_at_blanks(plain, bounds[at:number])
        words += _WORD.findall(text, *bounds[number])
        words.append(BREAK)
        at = number + 1
    return words + _cut_at_blanks(plain, bounds[at:])


def _cut_at_blanks(plain: str, bounds: Sequence[tuple[int, int]]) -> list[str]:
    text = f" {BREAK} ".join([plain[start:end] for start, end in bounds] + [""])
    if "$" in text:
        text = _NO_MONEY.sub(" ", text).replace("$", " $ ")
    return text.replace(",", " , ").replace(";", " ; ").split()


def clean(raw: str) -> str:
    """A word as it is looked up."""
    return raw[:MOST_LETTERS].replace("'", "")


def hiding_places(text: str) -> list[int]:
    """Where in a folded text letters may hide a word between words.

    In a sentence without strange letters ``put_right`` finds nothing but there, and in what ``odd_among`` tells.
    """
    plain = text if text.isascii() else _STRANGE_BLANK.sub(" ", text)
    signs = plain.encode("ascii", "replace")
    places = [found.start() for found in _PARTED_INSIDE.finditer(signs.translate(_PARTED_SIGNS))]
    places += [found.start() for found in _LETTERS_APART.finditer(signs.translate(_GAP_SIGNS))]
    places += [found.start() for found in _SIGN_INSIDE.finditer(text)]
    return [*places, *_same_signs(text, text.encode("ascii", "replace"))]


def _same_signs(text: str, plain: bytes) -> Iterator[int]:
    """Where one sign stands three times."""
    for three in (one for one in _THREE_SIGNS if one[:1] in plain):  # one sign is looked for much faster than three
        at = plain.find(three)
        while at >= 0:
            yield at
            at = plain.find(three, at + 3)
    yield from (start for start, _ in runs_beyond_ascii(text, _SAME_SIGNS))


def odd_among(words: AbstractSet[str]) -> set[str]:
    """Those words that as they are written may hide others by digits, stretched letters or lines."""
    plain = [word for word in words if word.isascii()]
    odd = {word for word in plain if not word.isalpha() and _ODD_INSIDE.search(word)}
    joined = "\n".join(plain)
    for three in _THREE_ALIKE:
        if three in joined:
            odd.update(word for word in plain if three in word)
    if len(plain) < len(words):
        odd.update(word for word in words if not word.isascii() and _ODD_INSIDE.search(word))
    return odd


def unhidden(
    text: str, places: Sequence[tuple[int, int]], misspellings: Mapping[str, str], plain: AbstractSet[str]
) -> list[Word] | None:
    """The words at these places with what was hidden in them put right; None when nothing was hidden."""
    words = [clean(text[first:last]) for first, last in places]
    return put_right(text, places, words, lambda word: meant_by(word, misspellings, plain))


def put_right(
    text: str, places: Sequence[tuple[int, int]], words: Sequence[str], meant: Callable[[str], str]
) -> list[Word] | None:
    """The same of words that are known, and with what each of them stands for."""
    if not places:
        return None
    start, end = places[0][0], places[-1][1]
    if _HIDING.search(text, start, end):
        clear = list(_respaced(text, start, end))
    elif all(len(word) < LEAST_MISSPELT or meant(word) == word for word in words):
        return None
    else:
        clear = [Word(word, *place) for word, place in zip(words, places, strict=True)]
    right = [Word(meant(one.text), one.start, one.end) if len(one.text) >= LEAST_MISSPELT else one for one in clear]
    return None if [one.text for one in right] == list(words) else right


def _respaced(text: str, start: int, end: int) -> Iterator[Word]:
    at = start
    for found in _APART.finditer(text, start, end):
        yield from _apart_at_signs(text, at, found.start())
        yield Word(_NO_LETTER.sub("", found.group()), found.start(), found.end())
        at = found.end()
    yield from _apart_at_signs(text, at, end)


def _apart_at_signs(text: str, start: int, end: int) -> Iterator[Word]:
    for found in _PARTED.finditer(text, start, end):
        raw = clean(found.group())
        if raw.isalpha() and not _STRETCHED.search(raw):
            yield Word(raw, found.start(), found.end())
            continue
        has_letter = any(one.isalpha() for one in raw)
        decoded = raw.translate(_SIGNS) if has_letter and not raw.isalpha() else raw
        joined = _STRETCHED.sub(r"\1", _NO_LETTER.sub("", decoded))
        if not raw.isascii() and len(raw) > 1 and not has_letter:
            continue
        if raw in STOPS:
            yield Word(raw, found.start(), found.end())
        elif joined:
            yield Word(joined, found.start(), found.end())


def meant_by(word: str, misspellings: Mapping[str, str], plain: AbstractSet[str]) -> str:
    """The word that a folded word stands for: itself, or the one that it misspells."""
    if len(word) < LEAST_MISSPELT or word in plain:
        return word
    for meant in map(misspellings.get, shapes(word)):
        if meant and meant[0] == word[0] and abs(len(meant) - len(word)) <= 1:
            return meant
    return word


def shapes(word: str) -> Sequence[str]:
    """The word, and the word without any one of its letters: two words one slip apart share a shape."""
    return [word, *(word[:place] + word[place + 1 :] for place in range(1, len(word)))]
